internal import Crypto

/// The names of files that are not finished yet.
///
/// A part lies in the folder of the file that it becomes, since only there a rename takes its place at once.
/// Nobody can guess its name beforehand, so that nobody can plant a link or a pipe under it.
enum PartName {
  /// What the part of a file that is written by itself begins with; it is locked as long as it is written.
  static let single = ".geotrack-file-"
  /// What the parts of a run that holds the folder's lock begin with.
  static let staged = ".geotrack-run-"
  /// What every part ends in.
  private static let ending = ".part"

  /// A text of 128 random bits in hexadecimal digits.
  static func token() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }.hexadecimal
  }

  /// The name of a part that is written by itself.
  static func single(token: String) -> String { single + token + ending }

  /// The name of the part of a file in a run. It is as long for every file, so that a name as long as the file
  /// system allows has one too.
  ///
  /// - Parameters:
  ///   - owner: what distinguishes the folder whose lock the run holds: parts may lie in folders below it, and
  ///     there another run may have the lock.
  ///   - token: what distinguishes the run.
  static func staged(owner: String, token: String, file: String) -> String {
    "\(staged)\(owner)-\(token)-\(digest(file))\(ending)"
  }

  /// What distinguishes a text, in 16 digits.
  static func digest(_ text: String) -> String {
    SHA256.hash(data: Array(text.utf8)).prefix(8).hexadecimal
  }

  /// Whether a name is one that a part of a kind has.
  ///
  /// - Parameters:
  ///   - kind: `single` or `staged`.
  ///   - owner: that of the folder, and the run's token, if only those parts are meant.
  static func isPart(_ name: String, _ kind: String, of owner: String = "") -> Bool {
    guard name.hasPrefix(kind + owner), name.hasSuffix(ending) else { return false }
    let token = name.dropFirst(kind.count).dropLast(ending.count)
    return token.utf8.count >= 32
      && token.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte) || byte == UInt8(ascii: "-")
      }
  }
}
