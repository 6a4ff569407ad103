/// Takes a text apart into words, numbers and punctuation.
///
/// - Complexity: O(*n*), for *n* bytes.
struct Tokenizer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let vocabulary: Vocabulary
  /// The numbers of its words, kept apart: every word is looked up.
  private let index: HashIndex
  private var position: Int
  private let end: Int
  private var isClose = false
  private var isNewLine = true
  private var isJoined = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ vocabulary: Vocabulary) {
    self.bytes = bytes
    self.vocabulary = vocabulary
    index = vocabulary.index
    position = range.lowerBound
    end = range.upperBound
  }

  /// Whether all of the range was taken apart.
  var isAtEnd: Bool { position >= end }

  /// Appends the next tokens of the range, all of them or some.
  mutating func tokenize(into tokens: inout [Token], atMost most: Int = .max) {
    let (limit, isUnlimited) = tokens.count.addingReportingOverflow(most)
    while position < end, isUnlimited || tokens.count < limit {
      let byte = bytes[position]
      if byte.isBlank {
        if byte == UInt8(ascii: "\n") { isNewLine = true }
        isClose = false
        isJoined = false
        position += 1
      } else if byte.isASCIILetter || (byte >= 0x80 && isLetter(at: position)) {
        tokens.append(word())
      } else if byte.isDigit {
        tokens.append(number())
      } else {
        punctuation(into: &tokens)
      }
    }
  }

  private mutating func take(_ kind: Token.Kind, _ range: Range<Int>, _ shape: Token.Shape) -> Token
  {
    var shape = shape
    if isClose { shape.insert(.close) }
    if isNewLine { shape.insert(.newLine) }
    if isJoined { shape.insert(.joined) }
    isClose = true
    isNewLine = false
    isJoined = false
    position = range.upperBound
    return Token(
      start: Int32(range.lowerBound), end: Int32(range.upperBound), kind: kind, shape: shape)
  }

  private mutating func word() -> Token {
    let start = position
    var index = start
    var capitals = 0
    var letters = 0
    var shape: Token.Shape = []
    var hash = LetterHash()
    var ending = start
    scan: while index < end {
      let byte = bytes[index]
      if byte.isASCIILetter {
        if byte.isCapital { capitals += 1 }
        letters += 1
        hash.add(byte | 0x20)
        index += 1
      } else if byte.isDigit {
        hash.add(byte)
        index += 1
      } else if let width = apostrophe(at: index) {
        // Inside a word an apostrophe is a letter of an Arabic name or a contraction.
        guard index + width < end, isWordByte(index + width), !isPossessiveEnding(index + width)
        else { break scan }
        index += width
      } else if byte == UInt8(ascii: "."), isInitialism(start, index) {
        index += 1
      } else if byte >= 0x80, isLetter(at: index) {
        shape.insert(.foreign)
        let width = width(at: index)
        letters += 1
        for offset in stretch(from: index, to: min(index + width, end)) { hash.add(bytes[offset]) }
        index += width
      } else {
        break
      }
      ending = index
    }
    let range = stretch(from: start, to: min(max(ending, start + 1), end))
    if bytes[start].isCapital || startsWithForeignCapital(start) { shape.insert(.capital) }
    if capitals == letters, letters > 1 { shape.insert(.allCaps) }
    var token = take(.word, range, shape)
    token.word = self.index.find(hash)
    takePossessive(&token)
    takeStop(&token)
    return token
  }

  /// Whether a full stop stands between single letters, as in `U.S.`.
  private func isInitialism(_ start: Int, _ stop: Int) -> Bool {
    let length = stop - start
    guard length == 1 || (length >= 3 && bytes[stop - 2] == UInt8(ascii: ".")) else { return false }
    guard stop + 1 < end else { return length > 1 }
    return bytes[stop + 1].isASCIILetter
      && (stop + 2 >= end || !bytes[stop + 2].isASCIILetter || length > 1)
      || length > 1
  }

  private mutating func takePossessive(_ token: inout Token) {
    guard let width = apostrophe(at: position) else { return }
    if position + width < end, bytes[position + width] | 0x20 == UInt8(ascii: "s"),
      position + width + 1 >= end || !isWordByte(position + width + 1)
    {
      token.shape.insert(.possessive)
      position += width + 1
    } else if token.end > token.start, bytes[Int(token.end) - 1] | 0x20 == UInt8(ascii: "s"),
      position + width + 1 < end, bytes[position + width] == UInt8(ascii: " "),
      bytes[position + width + 1].isASCIILetter
    {
      token.shape.insert(.possessive)
      position += width
    }
  }

  /// Takes the full stop of an abbreviation.
  private mutating func takeStop(_ token: inout Token) {
    guard position < end, bytes[position] == UInt8(ascii: "."),
      vocabulary.classes(of: token.word).contains(.abbreviation)
        || (token.range.count == 1 && token.isCapital)
    else { return }
    token.shape.insert(.dotted)
    position += 1
  }

  private mutating func number() -> Token {
    let start = position
    var index = start
    while index < end {
      if bytes[index].isDigit {
        index += 1
      } else if bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "."),
        index + 1 < end, bytes[index + 1].isDigit
      {
        index += 1
      } else {
        break
      }
    }
    return take(.number, stretch(from: start, to: index), [])
  }

  private mutating func punctuation(into tokens: inout [Token]) {
    let byte = bytes[position]
    let width = byte < 0x80 ? 1 : width(at: position)
    let range = stretch(from: position, to: min(position + width, end))
    let isInside =
      isClose && range.upperBound < end
      && (isWordByte(range.upperBound) || bytes[range.upperBound].isDigit)
    switch scalar(at: position) {
    case "-", "\u{2010}", "\u{2011}":
      if isInside {
        // A hyphen inside a word joins its parts.
        position = range.upperBound
        isJoined = true
      } else {
        tokens.append(take(.dash, range, []))
      }
    case "–", "—", "\u{2212}": tokens.append(take(.dash, range, []))
    case ",", "،": tokens.append(take(.comma, range, []))
    case ".", "!", "?", "…", "؟": tokens.append(take(.stop, range, []))
    case ";", "؛": tokens.append(take(.semicolon, range, []))
    case ":": tokens.append(take(.colon, range, []))
    case "“", "«", "„": tokens.append(take(.openQuote, range, []))
    case "”", "»": tokens.append(take(.closeQuote, range, []))
    case "\"": tokens.append(take(isInside || !isClose ? .openQuote : .closeQuote, range, []))
    case "(", "[": tokens.append(take(.open, range, []))
    case ")", "]": tokens.append(take(.close, range, []))
    case "•", "·", "*": tokens.append(take(.stop, range, [.newLine]))
    case "\u{AD}", "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
      position = range.upperBound
    default: tokens.append(take(.other, range, []))
    }
  }

  private func scalar(at index: Int) -> Unicode.Scalar {
    let lead = bytes[index]
    guard lead >= 0x80 else { return Unicode.Scalar(lead) }
    var value = UInt32(lead) & (lead >= 0xF0 ? 0x07 : lead >= 0xE0 ? 0x0F : 0x1F)
    for offset in stretch(from: 1, to: width(at: index)) where index + offset < bytes.count {
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private func width(at index: Int) -> Int {
    let lead = bytes[index]
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
  }

  private func isWordByte(_ index: Int) -> Bool {
    bytes[index].isASCIILetter || (bytes[index] >= 0x80 && isLetter(at: index))
  }

  /// Whether a letter or a mark of another script begins here; what is used as punctuation is none.
  private func isLetter(at index: Int) -> Bool {
    switch bytes[index] {
    case 0xC3...0xCA: true
    // Spacing modifier letters write the Arabic ayn and hamza.
    case 0xCB...0xD7: true
    case 0xD8: bytes.count > index + 1 && ![0x8C, 0x9B, 0x9F].contains(bytes[index + 1])
    case 0xD9...0xDF: true
    case 0xE0, 0xE1, 0xE3...0xED, 0xEF, 0xF0: scalar(at: index).properties.isAlphabetic
    default: false
    }
  }

  private func startsWithForeignCapital(_ index: Int) -> Bool {
    bytes[index] >= 0x80 && scalar(at: index).properties.isUppercase
  }

  /// The width of an apostrophe that stands here, in any of its forms, or nil.
  private func apostrophe(at index: Int) -> Int? {
    guard index < end else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return 1
    case 0xE2:
      // U+2018 and U+2019.
      guard index + 2 < end, bytes[index + 1] == 0x80, [0x98, 0x99].contains(bytes[index + 2])
      else {
        return nil
      }
      return 3
    default: return nil
    }
  }

  private func isPossessiveEnding(_ index: Int) -> Bool {
    bytes[index] | 0x20 == UInt8(ascii: "s") && (index + 1 >= end || !isWordByte(index + 1))
  }
}
