import ArticleReading
import Diagnostics
import FrontTracking
import TestSupport
import Theatre
import TypedIndices

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the harnesses of reading share: the built-in theatre and its reader.
enum FuzzedNewsroom {
  static let mosul: Theatre = {
    let folder = packageFolder.appending(path: "Data/mosul").path
    guard let theatre = Theatre.read(folder: folder).theatre else {
      fatalError("the built-in theatre cannot be read")
    }
    return theatre
  }()

  static let reader = ArticleReader(mosul)

  /// Reads an article and checks what does not depend on what it says.
  static func read(_ bytes: [UInt8]) {
    let reading = reader.read(bytes)
    let text = reading.text
    let whole = 0..<text.bytes.count
    func isInside(_ span: TextSpan) -> Bool {
      whole.lowerBound <= span.range.lowerBound && span.range.upperBound <= whole.upperBound
        && (1...max(1, text.paragraphs.count)).contains(span.paragraph)
    }
    for statement in reading.statements {
      require("a statement is about a place", mosul.places.indices.contains(statement.place))
      require("a statement is about an actor", mosul.actors.indices.contains(statement.actor))
      require(
        "a statement has its words",
        isInside(statement.mention) && isInside(statement.verb) && isInside(statement.sentence))
      require("it lies in its sentence", statement.sentence.range.contains(statement.mention.range))
      require("a statement has a date or none", isDate(statement.date))
    }
    require("mentions have words", reading.mentions.allSatisfy { isInside($0.span) })
    require("unknown places have words", reading.unknownPlaces.allSatisfy { isInside($0.span) })
    require("measures have words", reading.measures.allSatisfy { isInside($0.span) })
    require("incidents have words", reading.incidents.allSatisfy { isInside($0.span) })
    let starts = reading.mentions.map(\.span.range.lowerBound)
    require("mentions come in order", starts == starts.sorted())
  }

  private static func isDate(_ text: String) -> Bool {
    if text.isEmpty { return true }
    return (try? FuzzyDate(text)) != nil
  }
}

extension Range<Int> {
  /// Whether a range lies inside this one.
  func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}

/// Articles as plain text in any encoding.
struct ArticleHarness: Harness {
  let name = "article"

  func run(_ bytes: [UInt8]) { FuzzedNewsroom.read(bytes) }
}

/// Articles as HTML.
struct MarkupHarness: Harness {
  let name = "html"

  func run(_ bytes: [UInt8]) {
    FuzzedNewsroom.read(Array("<!doctype html><html><body><p>".utf8) + bytes)
    FuzzedNewsroom.read(Array("<html>".utf8) + bytes + Array("</p></body></html>".utf8))
  }
}

/// Labelled statements, by which a reader is measured.
struct GoldHarness: Harness {
  let name = "gold"

  func run(_ bytes: [UInt8]) {
    let input = InputFile(name: "gold.csv", bytes: bytes)
    let statements = GoldStatement.read(input)
    let traps = GoldTrap.read(input)
    for diagnostic in statements.diagnostics + traps.diagnostics {
      require("a fault has a place in the file", diagnostic.isLocated(in: bytes))
    }
    require("paragraphs count from 1", statements.rows.allSatisfy { $0.paragraph >= 1 })
  }
}
