internal import ControlHistory
internal import FrontTracking
internal import JSON
internal import MapAnalysis
internal import Theatre
internal import TypedIndices

/// What the command `audit` prints.
struct AuditReply {
  let theatre: Theatre
  let findings: [AuditFinding]

  private func measure(_ finding: AuditFinding) -> Measure { theatre.measures[finding.measure] }
}

/// Text for people.
extension AuditReply {
  var text: String {
    var lines = [theatre.settings.title]
    for finding in findings { lines += ["", paragraph(finding)] }
    return (lines + ["", summary]).joined(separator: "\n")
  }

  private func paragraph(_ finding: AuditFinding) -> String {
    let measure = measure(finding)
    let place = measure.paragraph.isEmpty ? "" : ", paragraph \(measure.paragraph)"
    let day = measure.asOf.map { ", \($0.text)" } ?? ""
    var table = TextTable()
    table.add("stated", theatre.words(for: measure) + day)
    if !finding.words.isEmpty { table.add("the map", finding.words) }
    if let tolerance = finding.tolerance, tolerance > 0 {
      table.add("tolerance", finding.toleranceWords(tolerance))
    }
    if let obstacle = finding.obstacle { table.add("because", obstacle) }
    if let reading = finding.reading { table.add("reading", reading) }
    if !finding.places.isEmpty {
      table.add("places", theatre.names(of: finding.places))
    }
    if !finding.ownReports.isEmpty {
      let ids = finding.ownReports.map { theatre.reports[$0].id }.joined(separator: ", ")
      table.add("rests on", "this source's own reports: \(ids)")
    }
    return "\(measure.id): \(finding.verdict.rawValue) "
      + "(\(theatre.sources[measure.source].id)\(place))\n\(table.lines(indent: "  "))"
  }

  private var summary: String {
    let counts = AuditFinding.Verdict.allCases.map { verdict in
      let count = findings.filter { $0.verdict == verdict }.count
      return "\(count) \(count == 1 ? verdict.rawValue : verdict.plural)"
    }
    let noun = findings.count == 1 ? "statement" : "statements"
    return "\(findings.count) \(noun): \(counts.joined(separator: ", "))"
  }
}

extension AuditFinding.Verdict {
  fileprivate var plural: String {
    switch self {
    case .agrees: "agree"
    case .differs: "differ"
    case .open: "open"
    }
  }
}

/// JSON for programs.
extension AuditReply {
  var json: JSON { .array(findings.map(json)) }

  private func json(_ finding: AuditFinding) -> JSON {
    let measure = measure(finding)
    let stated: JSON
    switch measure.stated {
    case .number(let number): stated = .decimal(number, places: 6)
    case .word(let word): stated = .string(word)
    }
    return [
      "id": .string(measure.id),
      "source": .string(theatre.sources[measure.source].id),
      "paragraph": .string(measure.paragraph),
      "kind": .string(measure.kind.rawValue),
      "stated": stated,
      "computed": number(finding.computed),
      "unit": .string(finding.unit),
      "tolerance": number(finding.tolerance),
      "verdict": .string(finding.verdict.rawValue),
      "reading": .optional(finding.reading),
      "subject": .string(measure.subject),
      "object": .string(measure.object),
      "as_of": .optional(measure.asOf?.text),
      "statement": .string(theatre.words(for: measure)),
      "computed_least": number(finding.range?.lowerBound),
      "computed_most": number(finding.range?.upperBound),
      "tolerance_reason": .string(finding.toleranceReason),
      "obstacle": .optional(finding.obstacle),
      "places": theatre.json(ofPlaces: finding.places),
      "own_reports": .strings(finding.ownReports.map { theatre.reports[$0].id }),
      "note": .string(measure.note),
    ]
  }

  private func number(_ value: Double?) -> JSON {
    value.map { .decimal($0, places: 6) } ?? .null
  }
}
