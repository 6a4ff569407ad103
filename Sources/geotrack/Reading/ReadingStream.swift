internal import ArticleReading
internal import Diagnostics
internal import JSON
internal import Theatre

/// A filter of lines: an article as a JSON object in, what was read of it as one out. A line that
/// is not an article gives a record of the error, and the next one is read.
///
/// No line depends on another, so that any number of such filters may each have a share of the
/// lines.
struct ReadingStream {
  let theatre: ReadingTheatre
  let published: Day?
  let source: String?
  let all: Bool

  /// The record for a line, without a line break.
  func record(for line: [UInt8], number: Int) -> String {
    do throws(LineError) {
      let article = try article(in: line)
      let reading = theatre.reader.read(Array(article.text.utf8), published: article.published)
      let read = ReadArticle(
        theatre, name: article.name ?? "\(number)", source: article.source, reading: reading)
      guard case .object(let members) = read.json(all: all) else { return "{}" }
      let id = article.id.map { [JSONMember("id", $0)] } ?? []
      return JSON.object(id + members).compact
    } catch {
      let record: JSON = [
        "error": [
          "line": .int(number), "column": error.column.map { .int($0) } ?? .null,
          "message": .string(error.message),
        ]
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
    let id: JSON?
    let name: String?
    let text: String
    let published: Day?
    let source: String?
  }

  private func article(in line: [UInt8]) throws(LineError) -> Article {
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
      id: node["id"].flatMap(Self.id), name: node["id"]?.string ?? node["name"]?.string, text: text,
      published: day, source: node["source"]?.string ?? source)
  }

  /// An id as it was given: a string or a number.
  private static func id(_ node: JSONNode) -> JSON? {
    if let string = node.string { return .string(string) }
    guard let number = node.number else { return nil }
    guard abs(number) < 1e15 else { return .string("\(number)") }
    return number == number.rounded() ? .int(Int(number)) : .decimal(number, places: 6)
  }
}
