import TestSupport
import Testing
import Theatre
import TypedIndices

@testable import ArticleReading

@Suite("Every name of the gazetteer is found in a text")
struct PlaceLawTests {
  private let mosul = Newsroom.mosul

  /// A name as a newspaper writes it: each word with a capital, without what stands in brackets.
  struct Name: Sendable {
    let place: PlaceID
    let text: String
  }

  static let names = Newsroom.mosul.theatre.places.indexed().flatMap { index, place in
    ([place.name] + place.aliases).map { Name(place: index, text: written($0)) }
  }

  /// Articles other than "al" and "el" are joined to their word: "as Sahaji" could be English.
  private static func written(_ name: String) -> String {
    let words = name.prefix { $0 != "(" }.split(separator: " ").map { word in
      let isSmall = word.hasPrefix("al-") || word == "al" || word == "of"
      let start = word.lastIndex(of: "-").map(word.index(after:)) ?? word.startIndex
      let rest = word[start...]
      return isSmall
        ? String(word) : word[..<start] + rest.prefix(1).uppercased() + rest.dropFirst()
    }
    let joined = words.enumerated().map { index, word in
      let isArticle = ["An", "As", "Ash", "Az"].contains(word) && index < words.count - 1
      return (word.hasSuffix("'") ? String(word.dropLast()) : word) + (isArticle ? "-" : " ")
    }
    return String(joined.joined().dropLast())
  }

  /// The names that are not found; a place that shares the name counts, and so does a longer name that
  /// the words around make of it ("Hatra" in "the Hatra district").
  private func missed(_ suffix: String = "", _ text: (String) -> String) -> [String] {
    Self.names.filter { name in
      let same = mosul.reader.places(named: name.text)
        .union(mosul.reader.places(named: name.text + suffix))
      return same.isDisjoint(with: mosul.read(text(name.text)).mentions.map(\.place))
    }.map(\.text)
  }

  @Test("a name means its place, alone or with others that share it")
  func own() {
    let lost = Self.names.filter { !mosul.reader.places(named: $0.text).contains($0.place) }
    #expect(lost.map { "\($0.text) \(mosul.place($0.place))" } == [])
  }

  @Test("in a sentence that calls it a district of Mosul")
  func district() {
    #expect(
      missed(" district") { "Fighting went on in the \($0) district of Mosul, a resident said." }
        == [])
  }

  @Test("in a list beside quarters that are known", arguments: 1...3 as ClosedRange<UInt64>)
  func list(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let others = ["Samah", "Zahra", "Khadra", "Muharibin", "Tahrir"].shuffled(using: &generator)
    let missed = missed {
      "In Mosul, \(others[0]), \($0), \(others[1]) and \(others[2]) were quiet."
    }
    #expect(missed == [], "seed \(seed)")
  }

  @Test("case does not matter")
  func capitals() {
    #expect(missed { "IN MOSUL, SAMAH, \($0.uppercased()) AND ZAHRA WERE QUIET." } == [])
  }

  @Test("a text without any place gives none", arguments: 1...20 as ClosedRange<UInt64>)
  func none(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = [
      "the", "army", "rain", "took", "on", "Friday", "and", "captured", "Smith", "left", "town",
      ",",
      "city", "said", "control", "of", "fell", "IS", "in", "October", "2016", "“", "”", "district",
    ]
    let text = (0..<300).compactMap { _ in words.randomElement(using: &generator) }
    let reading = mosul.read(text.joined(separator: " ") + ".")
    #expect(reading.mentions.isEmpty && reading.statements.isEmpty, "seed \(seed)")
  }
}
