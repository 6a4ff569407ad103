/// Finds the paragraphs of a text.
struct ParagraphScanner {
  /// Where the paragraphs stand, without the blanks around them.
  private(set) var paragraphs: [Range<Int>] = []

  init(_ bytes: [UInt8], from start: Int) {
    let lines = Self.lines(of: bytes, from: start)
    let hasEmptyLine = lines.contains(where: \.isEmpty)
    let linesAreParagraphs = !hasEmptyLine && Self.mostlyEndSentences(lines, in: bytes)
    var current: Range<Int>?
    for line in lines {
      if line.isEmpty {
        close(&current)
      } else {
        current = (current?.lowerBound ?? line.lowerBound)..<line.upperBound
        if linesAreParagraphs { close(&current) }
      }
    }
    close(&current)
  }

  private mutating func close(_ current: inout Range<Int>?) {
    if let current { paragraphs.append(current) }
    current = nil
  }

  /// The lines without the blanks at their ends.
  private static func lines(of bytes: [UInt8], from start: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { bytes in
      var position = start
      while position < bytes.count {
        var end = position
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        var (first, last) = (position, end)
        while first < last, bytes[first].isBlank { first += 1 }
        while last > first, bytes[last - 1].isBlank { last -= 1 }
        lines.append(first..<last)
        position = end + 1
      }
    }
    return lines
  }

  private static func mostlyEndSentences(_ lines: [Range<Int>], in bytes: [UInt8]) -> Bool {
    let ends: Set<UInt8> = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")]
    let ending = lines.count { line in
      // A closing quotation mark may stand after the stop: one byte, or three.
      bytes[line].suffix(4).contains(where: ends.contains)
    }
    return lines.count > 1 && ending * 2 > lines.count
  }
}
