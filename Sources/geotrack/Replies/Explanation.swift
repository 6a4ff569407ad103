internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import Geometry
internal import MapFeatures
internal import NumberText
internal import Theatre
internal import TypedIndices

/// What the map says of a place or a point on a day, and why.
struct Explanation {
  /// What was asked for.
  enum Subject {
    case place(PlaceID)
    case point(Position, site: SiteID?)
  }

  let tracker: FrontTracker
  let subject: Subject
  let day: Day
  let cell: CellState
  let decision: Decision
  let confidence: Confidence?
  let remnant: Remnant?
  let support: (supporting: [SourceSupport], opposing: [SourceSupport])

  var theatre: Theatre { tracker.theatre }
}

/// For people.
extension Explanation {
  var text: String {
    var lines = [
      "\(name) on \(day)\(tracker.perspective.words): \(theatre.words(for: cell.state))."
    ]
    lines += nearness + presumption + fightingAround
    if decision.considered.isEmpty {
      return (lines + (remnant == nil ? [silence] : formerReports) + doubt + sureness)
        .joined(separator: "\n")
    }
    if decision.interval?.isDisputed == true {
      lines.append(Sentences.disputedSoContested)
    }
    lines += confirmation + doubt + sureness + [""] + steps + reasons + others
    return lines.joined(separator: "\n")
  }

  private var name: String {
    switch subject {
    case .place(let place): return theatre.places[place].name
    case .point(let position, let site):
      let cell = site.map { ", in the cell of \(names(of: $0))" } ?? ""
      return
        "\(position.longitude.text(decimals: 4)), \(position.latitude.text(decimals: 4))\(cell)"
    }
  }

  private var silence: String {
    switch tracker.perspective.view {
    case .confirmed: return "No report says who holds it, and this view infers nothing."
    case .claimed(let side): return "No report of a source that favours \(side) says who holds it."
    case .assessed: break
    }
    let isWithin = theatre.settings.reachInKilometers.map { " within \($0.text(decimals: 0)) km" }
    let isKnown = tracker.perspective.knownOn == nil ? "" : " known by then"
    return "No report\(isKnown)\(isWithin ?? "") says who holds it."
  }

  private func names(of site: SiteID) -> String {
    tracker.sites.places[site].map { theatre.places[$0].name }.joined(separator: " and ")
  }

  private var nearness: [String] {
    guard let inference = cell.inference else { return [] }
    return [
      "No report reaches it by then; inferred from \(names(of: inference.site)), "
        + "\(inference.distanceInKilometers.text(decimals: 1)) km away."
    ]
  }

  private var presumption: [String] {
    guard let remnant else { return [] }
    let former = theatre.actors[remnant.former].name
    return [
      "Presumed taken: \(former) held it by the reports below, it has been surrounded since "
        + "\(remnant.surrounded), and",
      "for \(theatre.settings.remnantDays) days and more nothing later or graded better than "
        + "\(theatre.settings.remnantGrade) has said that it held out. Around it: \(theatre.ids(of: remnant.surroundings, atMost: 8)).",
    ]
  }

  /// The fighting in regions above that no report places.
  private var fightingAround: [String] {
    let fights = regionFights
    guard !fights.isEmpty else { return [] }
    let isHere = cell.state.isContested
    return fights.map { "\(theatre.words(for: $0)) (\(theatre.list($0.reports)))" }
      + (isHere ? [] : [Sentences.fightingNotPlaced])
  }

  /// The fighting somewhere in the regions above.
  var regionFights: [RegionFight] {
    let site: SiteID?
    switch subject {
    case .place(let place): site = tracker.sites.site(ofPlace: place)
    case .point(_, let found): site = found
    }
    return site.map { tracker.history.regionFights(above: $0, on: day) } ?? []
  }

  /// The reports by which presumed ground was held, if the ground has none of its own.
  private var formerReports: [String] {
    (remnant?.reports ?? []).flatMap { ["", theatre.paragraph(on: $0)] } + [""]
  }

  private var confirmation: [String] {
    guard tracker.perspective.view == .confirmed, cell.state.holder == nil else { return [] }
    return [
      "Not confirmed: fewer than two independent sources say who holds it."
    ]
  }

  private var doubt: [String] {
    guard !cell.alternatives.isEmpty else { return [] }
    let words = cell.alternatives.map(theatre.words).joined(separator: "; or ")
    return [Sentences.mayAlsoBe(words)]
  }

  /// The confidence, factor by factor, and what the first of them is made of.
  private var sureness: [String] {
    guard let confidence else { return [] }
    let factors = Confidence.Factor.allCases.compactMap { words(for: $0, of: confidence) }
    let sum = Sentences.product(
      Sentences.confidence(confidence.value.text(decimals: 2)),
      of: factors.joined(separator: Sentences.times))
    guard !cell.state.isPresumed else { return [sum] }
    var table = TextTable()
    table.add("for it", words(for: support.supporting, confidence.evidence.support))
    if !support.opposing.isEmpty {
      table.add("against it", words(for: support.opposing, confidence.evidence.opposition))
    }
    return [sum, table.lines(indent: "  ")]
  }

  /// A factor in words; nil if it is not one of ground in this state.
  private func words(for factor: Confidence.Factor, of confidence: Confidence) -> String? {
    let value = confidence[factor].text(decimals: 2)
    switch factor {
    case .evidence:
      return cell.state.isPresumed ? Sentences.bestReportAround(value) : Sentences.reports(value)
    case .presumption: return cell.state.isPresumed ? Sentences.presumption(value) : nil
    case .age:
      return Sentences.age(
        value, confidence.ageInDays == 1 ? "1 day" : "\(confidence.ageInDays) days")
    case .nearness:
      guard let inference = cell.inference else { return nil }
      guard inference.probability == nil else { return Sentences.probability(value) }
      let kilometers = inference.distanceInKilometers.text(decimals: 1)
      return "\(Sentences.distance(value)) (\(kilometers) km)"
    }
  }

  /// The best report of each independent source, with what it counts: `tl-005b 0.59, base-bashiqa 0.47 (0.50
  /// when it was made)`.
  private func words(for supports: [SourceSupport], _ together: Double) -> String {
    let counting = supports.filter { $0.weight >= 0.005 }
      .sorted {
        ($1.weight, theatre.reports[$0.report].id) < ($0.weight, theatre.reports[$1.report].id)
      }
    let rest = supports.count - counting.count
    let words = counting.map { source in
      let weight = source.weight.text(decimals: 2)
      let support = source.support.text(decimals: 2)
      let age = weight == support ? "" : " (\(support) when it was made)"
      return "\(theatre.reports[source.report].id) \(weight)\(age)"
    }.joined(separator: ", ")
    let old = rest > 0 ? ", and \(rest) too old to count" : ""
    return supports.count > 1 ? "\(words)\(old); together \(together.text(decimals: 2))" : words
  }

  private var steps: [String] {
    let count = decision.considered.count
    let subject = cell.inference.map { names(of: $0.site) } ?? "it"
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
        ? "Equal reports contradict each other: \(kept)."
        : "Equal reports name allies, so the first by id counts: \(kept), before \(out)."
    }
  }

  private var reasons: [String] {
    guard let interval = decision.interval else { return [] }
    var lines = interval.decidedBy.flatMap { ["", theatre.paragraph(on: $0)] }
    if let holder = interval.holderReport, !interval.decidedBy.contains(holder) {
      lines += ["", "The holder holds it by another report:", theatre.paragraph(on: holder)]
    }
    return lines
  }

  private var others: [String] {
    let told = Set(
      [decision.interval?.holderReport].compactMap(\.self) + (decision.interval?.decidedBy ?? []))
    let others = decision.considered.filter { !told.contains($0.report) }
    guard !others.isEmpty else { return [] }
    var table = TextTable()
    for judgement in others {
      let report = theatre.reports[judgement.report]
      table.add(
        report.id, report.date.text, theatre.grade(of: report), theatre.places[report.place].name,
        theatre.words(for: report), judgement.verdict.words,
        theatre.reference(of: report))
    }
    return ["", "\(Sentences.alsoConsidered):", table.lines(indent: "  ")]
  }
}
