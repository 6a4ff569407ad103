internal import FrontTracking
internal import MapFeatures
internal import Theatre

/// How wide text is, by estimate: a picture is shown in whatever sans-serif the reader has.
///
/// The widths are those of DejaVu Sans, which is wider than most, so that what fits by estimate fits in
/// other fonts too.
enum Lettering {
  /// The fonts, in the order of preference.
  static let fonts =
    "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans','DejaVu Sans',sans-serif"

  /// The width of a text on one line.
  ///
  /// - Complexity: O(*n*), for *n* letters.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let sum = text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    return width(ofSum: sum, size: size, isBold: isBold)
  }

  private static func width(ofSum sum: Int, size: Double, isBold: Bool) -> Double {
    Double(sum) / 1000 * size * (isBold ? 1.12 : 1)
  }

  /// In thousandths of the size of the letters.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20: 320
    case 0x20..<0x7F: ascii[Int(scalar.value) - 0x20]
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: 0
      case .uppercaseLetter: 750
      default: scalar.value < 0x2E80 ? 640 : 1000
      }
    }
  }

  /// The printable characters of ASCII, from the space on.
  private static let ascii = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
  ]

  /// The text on lines no wider than a width, broken at spaces; a word that is wider has a line of its
  /// own, cut short. What does not go onto the last line is cut short too.
  ///
  /// - Complexity: O(*n*), for *n* letters, of which no more are looked at than go onto the lines.
  static func wrapped(
    _ text: String, size: Double, isBold: Bool = false, width: Double, atMost count: Int = .max
  ) -> [String] {
    func ruler(_ text: some StringProtocol) -> Ruler { Ruler(text, size: size, isBold: isBold) }
    var lines: [String] = []
    var last = ruler("")
    for word in text.split(whereSeparator: \.isWhitespace) {
      var longer = last
      longer.append(" ")
      longer.append(word)
      if !lines.isEmpty, lines.count == count || longer.width <= width {
        // The last line is cut short, so that what comes behind its end need not be looked at.
        if lines.count == count, last.width > width { break }
        lines[lines.count - 1] += " " + word
        last = longer
      } else {
        lines.append(String(word))
        last = ruler(word)
      }
    }
    return lines.map { shortened($0, size: size, isBold: isBold, width: width) }
  }

  /// The text, cut short with an ellipsis if it is wider than a width.
  ///
  /// - Complexity: O(*n*), for the *n* letters that go onto the width.
  static func shortened(
    _ text: String, size: Double, isBold: Bool = false, width: Double
  ) -> String {
    var all = Ruler("", size: size, isBold: isBold)
    var fitting = text.startIndex
    for index in text.indices {
      var cut = all
      cut.append("…")
      if cut.width <= width { fitting = index }
      all.append(text[index...index])
      // No letter has a negative width, so from here on everything is too wide.
      guard all.width <= width else { return text[..<fitting] + "…" }
    }
    return text
  }

  /// Adds up how wide a text is.
  private struct Ruler {
    private var sum = 0
    private let size: Double
    private let isBold: Bool

    init(_ text: some StringProtocol, size: Double, isBold: Bool) {
      self.size = size
      self.isBold = isBold
      append(text)
    }

    mutating func append(_ text: some StringProtocol) {
      sum += text.unicodeScalars.reduce(0) { $0 + Lettering.width(of: $1) }
    }

    var width: Double { Lettering.width(ofSum: sum, size: size, isBold: isBold) }
  }
}

extension Day {
  /// The name of the month.
  var monthName: String {
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ][components.month - 1]
  }

  /// The date in words, as in `4 November 2016`.
  var words: String { "\(components.day) \(monthName) \(components.year)" }

  /// The date in short, as in `4 Nov`.
  var shortWords: String { "\(components.day) \(monthName.prefix(3))" }
}

extension ClosedRange<Day> {
  /// The period in words; a single day by itself.
  var words: String {
    lowerBound == upperBound ? lowerBound.words : "\(lowerBound.words) to \(upperBound.words)"
  }
}
