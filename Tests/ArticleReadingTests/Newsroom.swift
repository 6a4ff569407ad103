import Diagnostics
import Foundation
import TestSupport
import Theatre
import TypedIndices

@testable import ArticleReading

/// A theatre and its reader of articles, with what a reading says in short words.
struct Newsroom: Sendable {
  let theatre: Theatre
  let reader: ArticleReader

  init(_ theatre: Theatre) {
    self.theatre = theatre
    reader = ArticleReader(theatre)
  }

  /// The battle of Mosul, as it is shipped. A test can have no reading without it.
  static let mosul: Newsroom = {
    let reading = Theatre.read(folder: packageFolder.appending(path: "Data/mosul").path)
    guard let theatre = reading.theatre else { fatalError("\(reading.diagnostics)") }
    return Newsroom(theatre)
  }()

  /// Reads a text; the usual day of publication is a Thursday.
  func read(_ text: String, published: String = "2016-11-10") -> ArticleReading {
    reader.read(Array(text.utf8), published: Day(published))
  }

  /// What a text says, each statement as `place actor status date kind`.
  func said(_ text: String, published: String = "2016-11-10") -> [String] {
    read(text, published: published).statements.map { statement in
      let date = statement.date.isEmpty ? "-" : statement.date
      return "\(place(statement.place)) \(actor(statement.actor)) \(statement.status) \(date) "
        + statement.kind.rawValue
    }
  }

  /// What a text says and when, each proposal as `place actor status`.
  func proposed(_ text: String) -> [String] {
    read(text).proposals.map { "\(place($0.place)) \(actor($0.actor)) \($0.status)" }
  }

  /// The kinds of the statements of a text, one after the other.
  func kinds(_ text: String) -> [String] { read(text).statements.map(\.kind.rawValue) }

  /// The dates of the statements of a text, one after the other.
  func dates(_ text: String, published: String = "2016-11-10") -> [String] {
    read(text, published: published).statements.map(\.date)
  }

  /// The places that a text names or means, in their order.
  func places(_ text: String) -> [String] { read(text).mentions.map { place($0.place) } }

  /// The id of a place.
  func place(_ index: PlaceID) -> String { index < PlaceID(0) ? "?" : theatre.places[index].id }

  /// What a measure is about: the id of a place or actor; empty if it is not named.
  func end(_ end: StatedEnd?) -> String {
    switch end {
    case nil: ""
    case .place(let place): self.place(place)
    case .groundWon(let actor): self.actor(actor)
    }
  }

  private func actor(_ index: ActorID) -> String { theatre.actors[index].id }
}

extension Vocabulary {
  /// The built-in words, without a theatre's names.
  static let builtIn = Vocabulary(LanguageTables.builtIn)
}
