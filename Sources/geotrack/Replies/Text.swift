internal import FrontTracking
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// Lines of text in columns.
struct TextTable {
  private var rows: [[String]] = []
  private let rightAligned: Set<Int>

  /// Begins a table; `rightAligned` names the columns that hold numbers.
  init(rightAligned: Set<Int> = []) {
    self.rightAligned = rightAligned
  }

  mutating func add(_ cells: String...) {
    add(cells)
  }

  mutating func add(_ cells: [String]) {
    rows.append(cells)
  }

  /// The rows, their columns two spaces apart, each line indented.
  func lines(indent: String = "") -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return rightAligned.contains(column) ? space + cell : cell + space
      }
      return indent + trimmedAtEnd(cells.joined(separator: "  "))
    }.joined(separator: "\n")
  }

  private func trimmedAtEnd(_ line: String) -> Substring {
    line[...(line.lastIndex { $0 != " " } ?? line.startIndex)]
  }
}

extension Theatre {
  /// Where a report comes from: the source's title, its publisher and the paragraph.
  func origin(of report: Report) -> String {
    let source = sources[report.source]
    // A blog's post often begins with the blog's name, and the publisher adds the author.
    let name = source.publisher.split(separator: " (").first ?? ""
    let publisher =
      name.isEmpty || source.title.contains(name) ? "" : " (\(source.publisher))"
    let paragraph =
      report.paragraph.isEmpty ? "" : ", \(Sentences.paragraph(report.paragraph))"
    return "\(source.title)\(publisher)\(paragraph)"
  }

  /// Where a report comes from, in short: `article-002, 12`.
  func reference(of report: Report) -> String {
    let source = sources[report.source].id
    return report.paragraph.isEmpty ? source : "\(source), \(report.paragraph)"
  }

  /// The first ids of a list of reports, and how many more there are.
  func ids(of list: [ReportID], atMost count: Int) -> String {
    let ids = list.prefix(count).map { reports[$0].id }.joined(separator: ", ")
    return list.count > count ? "\(ids) \(Sentences.more("\(list.count - count)"))" : ids
  }

  /// The first names of a list of places, and how many more there are.
  func names(of list: [PlaceID], atMost count: Int = 12) -> String {
    let names = list.prefix(count).map { places[$0].name }.joined(separator: ", ")
    return list.count > count ? "\(names) \(Sentences.more("\(list.count - count)"))" : names
  }
}
