/// A news text as it was given: its header lines, its paragraphs, and what was odd about its bytes.
///
/// A text may begin with lines `key: value`, up to an empty line. Paragraphs are separated by empty
/// lines and count from 1 after the header; in a text without empty lines each line is a paragraph
/// if most lines end a sentence.
public struct ArticleText: Sendable {
  /// The text in UTF-8, without markup if the file was HTML; the header is still part of it.
  public let bytes: [UInt8]

  /// The header lines in their order.
  public let header: [HeaderLine]

  /// Where the paragraphs stand, in bytes.
  public let paragraphs: [Range<Int>]

  /// What was odd about the file and what was done about it, in sentences.
  public let notices: [Notice]

  /// A line `key: value` at the beginning of a text.
  public struct HeaderLine: Hashable, Sendable {
    /// The key, as written.
    public let key: String
    /// The value, without the space around it.
    public let value: String
  }

  /// Something about a text that its reader should know.
  public struct Notice: Hashable, Sendable {
    /// What it is, in a word for programs.
    public let kind: Kind
    /// One sentence.
    public let message: String

    /// What a notice is about.
    public enum Kind: String, Sendable {
      /// There is nothing to read.
      case empty
      /// The bytes were read as Windows-1252.
      case encoding
      /// Tags were taken out.
      case markup
      /// The header's date cannot be read, or there is no date.
      case date
      /// The text or a sentence goes on for too long and was cut.
      case length
      /// The header's source cannot be the id of a row.
      case source
      /// Most letters are of a script that this reader has no grammar for.
      case script
    }

    /// Creates a notice.
    public init(_ kind: Kind, _ message: String) {
      self.kind = kind
      self.message = message
    }
  }

  /// Reads the bytes of a file.
  ///
  /// UTF-8 with or without a mark, UTF-16 with one, else Windows-1252. HTML loses its tags. A text of
  /// more than two gigabytes loses its end.
  ///
  /// - Complexity: O(*n*), for *n* bytes.
  public init(_ file: [UInt8]) {
    self.init(file, mostBytes: Int(Int32.max))
  }

  /// Reads the bytes of a file, and of its text only the paragraphs that end within some bytes.
  init(_ file: [UInt8], mostBytes: Int) {
    var notices: [Notice] = []
    var bytes = decoded(file, notices: &notices)
    if bytes.looksLikeHTML {
      bytes = withoutTags(bytes)
      notices.append(
        Notice(.markup, "this is HTML: the tags were taken out, and offsets count without them"))
    }
    let (header, start) = Self.header(of: bytes)
    var paragraphs = ParagraphScanner(bytes, from: start).paragraphs
    if bytes.count > mostBytes {
      paragraphs.removeAll { $0.upperBound > mostBytes }
      notices.append(
        Notice(
          .length,
          "the text is longer than two gigabytes: only the paragraphs in the first two were read"))
    }
    if paragraphs.isEmpty {
      notices.append(Notice(.empty, "there is no text to read"))
    } else if bytes.isMostlyForeign {
      notices.append(
        Notice(
          .script,
          "most of the text is not in Latin letters: places are found in it, but who did what is read "
            + "from English only"))
    }
    self.bytes = bytes
    self.header = header
    self.paragraphs = paragraphs
    self.notices = notices
  }

  /// The value of a header line, by its key without regard to case.
  public subscript(key: String) -> String? {
    header.first { $0.key.lowercased() == key }?.value
  }

  /// The text of some bytes.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Keys of which a header has at least one: a headline may have a colon too.
  private static let usualKeys: Set<String> = [
    "title", "date", "source", "published", "publisher", "author", "url", "domain", "headline",
  ]

  /// The lines `key: value` before the first empty line, and the byte after them; none if a line
  /// there has another form, or if none has a usual key.
  private static func header(of bytes: [UInt8]) -> ([HeaderLine], Int) {
    var lines: [HeaderLine] = []
    var position = 0
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[position..<end]
      position = min(end + 1, bytes.count)
      if line.allSatisfy(\.isBlank) { return isHeader(lines) ? (lines, position) : ([], 0) }
      guard let read = HeaderLine(line) else { return ([], 0) }
      lines.append(read)
    }
    return isHeader(lines) ? (lines, position) : ([], 0)
  }

  private static func isHeader(_ lines: [HeaderLine]) -> Bool {
    lines.contains { usualKeys.contains($0.key.lowercased()) }
  }
}

extension ArticleText.HeaderLine {
  /// Reads a line whose key is one word of letters, digits, `-` and `_` in front of the first
  /// colon.
  fileprivate init?(_ line: ArraySlice<UInt8>) {
    guard line.count < 4_096, let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = line[..<colon]
    guard !key.isEmpty, key.count <= 32, key.allSatisfy(\.isKeyByte) else { return nil }
    self.key = String(decoding: key, as: UTF8.self)
    let rest = line[(colon + 1)...].drop(while: \.isBlank)
    let end = rest.lastIndex { !$0.isBlank }
    value = end.map { String(decoding: rest[...$0], as: UTF8.self) } ?? ""
  }
}

extension UInt8 {
  /// Whether this is a space, a tab, a carriage return or a line break.
  var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  fileprivate var isKeyByte: Bool {
    isLetterOrDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }

  /// Whether this is a letter or digit of ASCII.
  var isLetterOrDigit: Bool { isASCIILetter || isDigit }

  /// Whether this is a letter of ASCII.
  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  /// Whether this is a digit of ASCII.
  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether this is a capital letter of ASCII.
  var isCapital: Bool { (0x41...0x5A).contains(self) }
}

extension [UInt8] {
  /// Whether more than half of the letters are outside the Latin script.
  fileprivate var isMostlyForeign: Bool {
    var latin = 0
    var foreign = 0
    for byte in self {
      if byte.isASCIILetter { latin += 1 } else if byte >= 0xCE { foreign += 1 }
    }
    return foreign > latin
  }
}
