internal import Crypto
internal import JSON

/// What a line of articles is called: the id that it gives itself, or else a digest of its letters,
/// which is the same wherever the line stands and whoever reads it.
struct LineID {
  /// The id as it is written into the line's record.
  let json: JSON
  /// The same in letters.
  let text: String

  /// Takes the first half of the line's SHA-256.
  init(digestOf line: ArraySlice<UInt8>) {
    let digits = Array("0123456789abcdef")
    let digest = SHA256.hash(data: Array(line)).prefix(16)
    text = "line-" + String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] })
    json = .string(text)
  }

  /// Takes an id as a line gives it: a string, or a number. A number that a double cannot hold is kept
  /// as a string with the same digits.
  ///
  /// - Returns: nil if it is neither.
  init?(_ node: JSONNode, in line: [UInt8]) {
    if let string = node.string {
      (json, text) = (.string(string), string)
      return
    }
    guard let number = node.number else { return nil }
    text = String(
      decoding: line[node.offset...].prefix { "+-.0123456789eE".utf8.contains($0) }, as: UTF8.self)
    if abs(number) >= 1e15 {
      json = .string(text)
    } else {
      json = number == number.rounded() ? .int(Int(number)) : .decimal(number, places: 6)
    }
  }
}
