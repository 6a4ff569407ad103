internal import ControlHistory
internal import FrontTracking
public import MapAnalysis
internal import MapFeatures
public import Theatre
internal import TypedIndices

/// A table for people, in Markdown, of what the sources state about the ground and what the map has.
///
///     try folder.write(AuditTable(theatre, findings).bytes, to: "audit.md")
///
/// Nothing is computed here, and the same findings always give the same bytes.
public struct AuditTable: Sendable {
  /// The text of the file, in UTF-8 and with a line break at its end.
  public let bytes: [UInt8]

  /// Writes the table.
  ///
  /// - Parameters:
  ///   - theatre: the theatre whose measures they are.
  ///   - findings: what `FrontTracker.audit(of:)` gave, in the order in which they are to stand.
  /// - Complexity: O(*n*), for *n* bytes.
  public init(_ theatre: Theatre, _ findings: [AuditFinding]) {
    var lines = [
      "# \(theatre.settings.title.escaped): what the sources state of the ground", "",
      "Each row is a statement of `measures.csv` beside what the map has: geodesics and areas on the "
        + "WGS 84 ellipsoid, and who held what on the day, by the reports. A statement agrees if the "
        + "two differ by no more than the tolerance, and differs if by more; it is open if it cannot be "
        + "judged. A reading is a possibility that the numbers allow, never more. The statements are "
        + "in our own words.", "",
      "| id | source, paragraph | statement | stated | computed | tolerance | verdict | reading |",
      "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines += findings.map { finding in
      "| \(theatre.cells(of: finding).map(\.escaped).joined(separator: " | ")) |"
    }
    let counts = AuditFinding.Verdict.allCases.map { verdict in
      "\(verdict.rawValue) \(findings.filter { $0.verdict == verdict }.count)"
    }
    lines += ["", "\(findings.count) statements: \(counts.joined(separator: ", ")).", ""]
    bytes = Array(lines.joined(separator: "\n").utf8)
  }
}

extension Theatre {
  /// The values of a row, as they are in the data.
  fileprivate func cells(of finding: AuditFinding) -> [String] {
    let measure = measures[finding.measure]
    let paragraph = measure.paragraph.isEmpty ? "" : ", \(measure.paragraph)"
    let day = measure.asOf.map { ", \($0.text)" } ?? ""
    let own = finding.ownReports.map { reports[$0].id }.joined(separator: ", ")
    let rest = own.isEmpty ? nil : "rests on this source's own reports: \(own)"
    let remarks = [finding.obstacle, finding.reading, rest].compactMap(\.self)
    return [
      measure.id, sources[measure.source].id + paragraph, words(for: measure) + day,
      measure.statedWords, finding.words,
      finding.tolerance.map(finding.toleranceWords) ?? "", finding.verdict.rawValue,
      remarks.joined(separator: "; "),
    ]
  }
}

extension String {
  /// The text escaped for Markdown: on one line, with nothing taken for markup and nothing made a
  /// link.
  fileprivate var escaped: String {
    var text = ""
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F {
        text.append(" ")
        continue
      }
      if "\\`*_{}[]<>#|~&!:@".unicodeScalars.contains(scalar) { text.append("\\") }
      text.unicodeScalars.append(scalar)
    }
    // GitHub makes links of these too.
    return text.replacing("www.", with: "www\\.")
  }
}
