internal import ArticleReading
internal import Diagnostics
internal import JSON
internal import Theatre

/// A filter of lines: an article as a JSON object in, what was read of it as one out. A line that
/// is not an article gives a record of the error, and the next one is read.
///
/// No line depends on another, nor on how many stand before it, so that any number of such filters
/// may each have a share of the lines.
struct ReadingStream {
  let theatre: ReadingTheatre
  let published: Day?
  let source: String?
  let all: Bool

  /// The record for a line, without a line break; nil for an empty line.
  ///
  /// - Parameter number: which line of this stream it is, for the record of an error.
  func record(for line: [UInt8], number: Int) -> String? {
    let words = line.drop(while: \.isBlankInLine)
    guard let last = words.lastIndex(where: { !$0.isBlankInLine }) else { return nil }
    var id = LineID(digestOf: words[...last])
    do throws(LineError) {
      let article = try article(in: line, &id)
      let reading = theatre.reader.read(Array(article.text.utf8), published: article.published)
      let read = ReadArticle(
        theatre, name: article.name, source: article.source, reading: reading)
      guard case .object(let members) = read.json(all: all) else { return "{}" }
      return JSON.object([JSONMember("id", id.json)] + members).compact
    } catch {
      let record: JSON = [
        "id": id.json,
        "error": [
          "line": .int(number), "column": error.column.map { .int($0) } ?? .null,
          "message": .string(error.message),
        ],
      ]
      return record.compact
    }
  }

  /// What is wrong with a line.
  private struct LineError: Error {
    let column: Int?
    let message: String
  }

  private struct Article {
    let name: String
    let text: String
    let published: Day?
    let source: String?
  }

  private func article(in line: [UInt8], _ id: inout LineID) throws(LineError) -> Article {
    let node: JSONNode
    do throws(JSONError) {
      node = try JSONNode(parsing: SourceText(line))
    } catch {
      throw LineError(
        column: SourceText(line).location(ofByte: error.offset).column, message: error.message)
    }
    guard case .object = node.kind else {
      throw LineError(
        column: 1,
        message: "this is not an object: write {\"text\": \"…\", \"published\": \"2016-11-04\"}")
    }
    if let given = node["id"].flatMap({ LineID($0, in: line) }) { id = given }
    guard let text = node["text"]?.string else {
      throw LineError(
        column: nil, message: "the article has no \"text\": it is a string with the whole article")
    }
    var day = published
    if let value = node["published"], !value.isNull {
      guard let written = value.string, let read = try? FuzzyDate(written), read.isExact else {
        throw LineError(
          column: value.offset + 1,
          message: "\"published\" is not a single day: write it as \"2016-11-04\"")
      }
      day = read.effectiveDay
    }
    return Article(
      name: node["id"]?.string ?? node["name"]?.string ?? id.text, text: text, published: day,
      source: node["source"]?.string ?? source)
  }
}

extension UInt8 {
  /// Whether this is a space, a tab or a carriage return.
  fileprivate var isBlankInLine: Bool { self == 0x20 || self == 0x0D || self == 0x09 }
}
