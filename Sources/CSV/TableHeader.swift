internal import Diagnostics

/// Reads the names of a table's columns and logs what is wrong with them.
struct HeaderReader {
  let file: String
  let source: SourceText
  let csv: CSV
  var log: DiagnosticLog

  /// The index of each column by its name, or nil if the table cannot be used.
  mutating func columns(of header: CSVRow, required: [String]) -> [String: Int]? {
    var columns: [String: Int] = [:]
    var isUsable = true
    for (index, field) in csv.fields(of: header).enumerated() {
      let name = csv.text(of: field).trimmed
      if columns.updateValue(index, forKey: name) != nil {
        log.error(
          file, source.location(ofByte: Int(field.start)),
          "the column \"\(name)\" appears twice in the header: keep one of them")
        isUsable = false
      }
    }
    let missing = required.filter { columns[$0] == nil }
    if !missing.isEmpty {
      let names = missing.map { "\"\($0)\"" }.joined(separator: ", ")
      log.error(
        file, source.location(ofByte: csv.offset(of: header)),
        "the header lacks the column\(missing.count == 1 ? "" : "s") \(names)\(hint(header))")
      isUsable = false
    }
    return isUsable ? columns : nil
  }

  private func hint(_ header: CSVRow) -> String {
    let fields = csv.fields(of: header)
    guard fields.count == 1, let only = fields.first, csv.text(of: only).contains(";") else {
      return ""
    }
    return "; fields are separated by commas, not semicolons"
  }
}
