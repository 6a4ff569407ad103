internal import Crypto

/// A file that was written, for the manifest.
public struct WrittenFile: Hashable, Sendable {
  /// Its path below the output folder.
  public let path: String
  /// Its size in bytes.
  public let size: Int
  /// Its SHA-256, in hexadecimal digits.
  public let sha256: String
  /// Where it waits for the other files of its run; nil if it is in its place.
  let waiting: StagedPart?

  /// Describes a file by its path and its bytes.
  ///
  /// - Complexity: O(*n*), for *n* bytes.
  public init(path: String, bytes: [UInt8]) {
    self.init(path: path, size: bytes.count, digest: SHA256.hash(data: bytes), waiting: nil)
  }

  /// Describes a file by its path, its size, its digest and where it waits.
  init(path: String, size: Int, digest: SHA256.Digest, waiting: StagedPart?) {
    self.init(path: path, size: size, sha256: digest.hexadecimal, waiting: waiting)
  }

  /// The same file under another path.
  public func named(_ path: String) -> WrittenFile {
    WrittenFile(path: path, size: size, sha256: sha256, waiting: waiting)
  }

  private init(path: String, size: Int, sha256: String, waiting: StagedPart?) {
    self.path = path
    self.size = size
    self.sha256 = sha256
    self.waiting = waiting
  }

  /// The file and its size, for people: `map.html: 412 kB`.
  public var sentence: String { "\(path): \(Self.words(forSize: size))" }

  /// A number of bytes, for people: `412 kB`, `1.2 MB`.
  public static func words(forSize size: Int) -> String {
    let tenths = (size + 50_000) / 100_000
    return size < 1_000_000
      ? "\((size + 500) / 1_000) kB" : "\(tenths / 10).\(tenths % 10) MB"
  }
}

/// A file of a run that is written and has no place yet.
struct StagedPart: Sendable {
  /// Where it is.
  let part: String
  /// The path that was asked for, for messages.
  let name: String
  /// Where it is to be, through all symbolic links.
  let target: String
}

/// Files are the same if their paths and their bytes are, wherever they wait.
extension WrittenFile {
  /// Whether two have the same path and bytes.
  public static func == (left: WrittenFile, right: WrittenFile) -> Bool {
    left.path == right.path && left.size == right.size && left.sha256 == right.sha256
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(sha256)
  }
}

extension Sequence<UInt8> {
  /// The bytes as hexadecimal digits in small letters, two for each.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
