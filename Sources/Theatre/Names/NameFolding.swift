/// A name without what people write differently: case, accents, hyphens, apostrophes, spaces, the
/// Arabic article, the word for a quarter.
///
///     folded("Hay al-Karāma") == folded("karama")
///     folded("حيّ الكرامة") == folded("كرامه")
///
/// - Complexity: O(*n*), for *n* characters.
public func folded(_ name: String) -> String {
  var words = foldedWords(name)
  if words.count > 1, quarterWords.contains(words[0]) { words.removeFirst() }
  let bare = words.enumerated().filter { index, word in
    index == words.count - 1 || !articles.contains(word)
  }
  return bare.map { $0.element.withoutArabicArticle }.joined()
}

/// A folded name that others are compared with.
struct FoldedName {
  let text: String
  private let letters: [Unicode.Scalar]

  init(_ name: String) {
    text = folded(name)
    letters = Array(text.unicodeScalars)
  }

  /// Whether another name folds to the same.
  ///
  /// Most names end otherwise, which shows before they are folded.
  func matches(_ name: String) -> Bool {
    canEnd(name) && folded(name) == text
  }

  /// False if the last word of a name cannot be the end of this one; folding changes words only at
  /// their beginning.
  private func canEnd(_ name: String) -> Bool {
    var rest = letters[...]
    for scalar in name.unicodeScalars.reversed() {
      switch scalar.folding {
      case .dropped: continue
      case .separator:
        if rest.count < letters.count { return true }
      case .letters(let last):
        for letter in last.unicodeScalars.reversed() {
          // Nothing left: what stands before may be an article.
          guard let expected = rest.popLast() else { return true }
          guard letter == expected else { return false }
        }
      }
    }
    return true
  }
}

/// The words for a quarter that stand before its name.
private let quarterWords: Set<String> = ["hay", "hai", "حي"]

/// The Arabic article as it is written before the letters that change its sound.
private let articles: Set<String> = [
  "al", "el", "ul", "ad", "adh", "an", "ar", "as", "ash", "at", "ath", "az",
]

private func foldedWords(_ name: String) -> [String] {
  var words: [String] = []
  var word = ""
  for scalar in name.unicodeScalars {
    switch scalar.folding {
    case .dropped: continue
    case .separator:
      if !word.isEmpty { words.append(word) }
      word = ""
    case .letters(let letters): word += letters
    }
  }
  return word.isEmpty ? words : words + [word]
}

private enum Folding {
  case letters(String)
  case separator
  case dropped
}

extension Unicode.Scalar {
  fileprivate var folding: Folding {
    if isASCII { return asciiFolding }
    if let letter = Self.arabicLetters[self] { return .letters(letter) }
    // These have no case and no marks of their own, and most names have some.
    if (0x0620...0x064A).contains(value) { return .letters(String(self)) }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .modifierLetter, .modifierSymbol, .format,
      .initialPunctuation, .finalPunctuation:
      return .dropped
    case .decimalNumber:
      return .letters(properties.numericType == nil ? "" : "\(Int(properties.numericValue ?? 0))")
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter:
      return .letters(latinBase ?? properties.lowercaseMapping)
    default:
      return .separator
    }
  }

  private var asciiFolding: Folding {
    switch self {
    case "A"..."Z": return .letters(String(Character(Unicode.Scalar(UInt8(value + 32)))))
    case "a"..."z", "0"..."9": return .letters(String(self))
    case "'", "`", ".": return .dropped
    default: return .separator
    }
  }

  /// The plain letter below the marks of a Latin letter.
  ///
  /// The standard library does not decompose text, but it knows each letter's Unicode name, and
  /// the name of a letter with marks says which letter it is: "LATIN SMALL LETTER A WITH MACRON".
  private var latinBase: String? {
    guard (0xC0...0x24F).contains(value) || (0x1E00...0x1EFF).contains(value),
      let words = properties.name?.split(separator: " "), words.count >= 4,
      let index = words.firstIndex(of: "LETTER"), words.indices.contains(index + 1)
    else { return nil }
    let letter = words[index + 1] == "DOTLESS" ? words[index + 2] : words[index + 1]
    return letter.lowercased()
  }

  /// Arabic letters that are one letter to a reader, and the stretching stroke.
  private static let arabicLetters: [Unicode.Scalar: String] = [
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه",
    "ک": "ك", "گ": "ك", "چ": "ج", "پ": "ب", "ڤ": "ف", "\u{640}": "",
  ]
}

extension String {
  fileprivate var withoutArabicArticle: String {
    hasPrefix("ال") && unicodeScalars.count > 3 ? String(unicodeScalars.dropFirst(2)) : self
  }
}
