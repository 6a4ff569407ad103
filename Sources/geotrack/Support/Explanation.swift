internal import FrontTracking
internal import GeoJSON
internal import Geometry
internal import TheatreModel

/// What the map says of a place or a point on a day, and why.
struct Explanation {
  /// What was asked for.
  enum Subject {
    case place(Int)
    case point(Position, ground: Int?)
  }

  let tracker: FrontTracker
  let subject: Subject
  let day: Day
  let cell: CellState
  let decision: Decision
  let confidence: Confidence?
  let remnant: Remnant?

  var theatre: Theatre { tracker.theatre }
}

/// As a person would tell it.
extension Explanation {
  var text: String {
    var lines = [
      "\(name) on \(day)\(tracker.perspective.words): \(theatre.words(for: cell.state))."
    ]
    lines += nearness + presumption
    if decision.considered.isEmpty {
      return (lines + [silence] + doubt).joined(separator: "\n")
    }
    if decision.entry?.isDisputed == true {
      lines.append("Reports of equal grade contradict each other, so it counts as contested.")
    }
    lines += confirmation + doubt + sureness + [""] + steps + reasons + others
    return lines.joined(separator: "\n")
  }

  private var name: String {
    switch subject {
    case .place(let place): return theatre.places[place].name
    case .point(let position, let ground):
      let cell = ground.map { ", in the cell of \(names(of: $0))" } ?? ""
      return
        "\(position.longitude.text(decimals: 4)), \(position.latitude.text(decimals: 4))\(cell)"
    }
  }

  private var silence: String {
    let isWithin = theatre.settings.reachInKilometers.map { " within \($0.text(decimals: 0)) km" }
    return "No report\(isWithin ?? "") says."
  }

  private func names(of ground: Int) -> String {
    tracker.grounds.sites[ground].map { theatre.places[$0].name }.joined(separator: " and ")
  }

  private var nearness: [String] {
    guard let inference = cell.inference else { return [] }
    return [
      "No report reaches it by then; inferred from \(names(of: inference.ground)), "
        + "\(inference.distanceInKilometers.text(decimals: 1)) km away."
    ]
  }

  private var presumption: [String] {
    guard let remnant else { return [] }
    let former = theatre.actors[remnant.former].name
    return [
      "Presumed taken: \(former) held it by the reports below, it has been surrounded since "
        + "\(remnant.surrounded), and",
      "nothing later or graded better than \(theatre.settings.remnantGrade) says that it held out. "
        + "Around it: \(theatre.ids(of: remnant.surroundings, atMost: 8)).",
    ]
  }

  private var confirmation: [String] {
    guard tracker.perspective.view == .confirmed, cell.state.status == .unknown,
      let evidence = decision.entry?.evidence
    else { return [] }
    return ["Not confirmed: \(sources(evidence.sourceCount)) for it, and it takes two."]
  }

  private func sources(_ count: Int) -> String {
    count == 1 ? "one independent source speaks" : "\(count) independent sources speak"
  }

  private var doubt: [String] {
    guard !cell.alternatives.isEmpty else { return [] }
    let words = cell.alternatives.map(theatre.words).joined(separator: "; or ")
    return ["The day of a report is not known, so it may also be: \(words)."]
  }

  private var sureness: [String] {
    guard let confidence else { return [] }
    var factors = ["reports \(confidence.evidence.belief.text(decimals: 2))"]
    let days = confidence.ageInDays
    factors.append(
      "age \(confidence.age.text(decimals: 2)) (\(days) \(days == 1 ? "day" : "days"))")
    if let inference = cell.inference {
      let reason =
        inference.probability == nil
        ? "\(inference.distanceInKilometers.text(decimals: 1)) km" : "by kriging"
      factors.append("distance \(confidence.nearness.text(decimals: 2)) (\(reason))")
    }
    let evidence = confidence.evidence
    var basis = "\(sources(evidence.sourceCount)) for it"
    if evidence.opposition > 0 {
      basis +=
        ", with \(evidence.support.text(decimals: 2)) against "
        + "\(evidence.opposition.text(decimals: 2))"
    }
    if cell.state.isPresumed { basis = "half of the best report around it" }
    return [
      "Confidence \(confidence.value.text(decimals: 2)) = \(factors.joined(separator: " × ")); \(basis)."
    ]
  }

  private var steps: [String] {
    let count = decision.considered.count
    let subject = cell.inference.map { names(of: $0.ground) } ?? "it"
    var lines = [
      count == 1
        ? "One report reaches \(subject) by then." : "\(count) reports reach \(subject) by then."
    ]
    for (number, step) in decision.steps.enumerated() {
      lines.append("\(number + 1). \(words(for: step))")
    }
    return lines
  }

  private func words(for step: DecisionStep) -> String {
    let kept = theatre.list(step.kept)
    let out = theatre.list(step.setAside)
    switch step.rule {
    case .latest:
      let last = step.kept.map { theatre.reports[$0.report].date.effectiveDay }.max() ?? day
      return "The latest count, of \(last): \(kept). Older: \(out)."
    case .relevant: return "These say nothing about who holds it: \(out)."
    case .mostSpecific: return "Those on the more specific place count: \(kept), before \(out)."
    case .bestGrade: return "The better grade counts: \(kept), before \(out)."
    case .equals:
      return step.setAside.isEmpty
        ? "Equals contradict each other: \(kept)."
        : "Of equals on allies the first by id counts: \(kept), before \(out)."
    }
  }

  private var reasons: [String] {
    guard let entry = decision.entry else { return [] }
    var lines = entry.decidedBy.flatMap { ["", theatre.paragraph(on: $0)] }
    if let holder = entry.holderReport, !entry.decidedBy.contains(holder) {
      lines += ["", "The holder holds it by another report:", theatre.paragraph(on: holder)]
    }
    return lines
  }

  private var others: [String] {
    let told = Set(
      [decision.entry?.holderReport].compactMap(\.self) + (decision.entry?.decidedBy ?? []))
    let others = decision.considered.filter { !told.contains($0.report) }
    guard !others.isEmpty else { return [] }
    var table = TextTable()
    for judgement in others {
      let report = theatre.reports[judgement.report]
      table.add(
        report.id, report.date.text, theatre.grade(of: report), theatre.places[report.place].name,
        theatre.words(for: report), theatre.words(for: judgement.verdict),
        theatre.reference(of: report))
    }
    return ["", "Also considered:", table.lines(indent: "  ")]
  }
}
