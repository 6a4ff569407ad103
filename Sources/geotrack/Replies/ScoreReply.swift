internal import ControlMap
internal import FrontTracking
internal import JSON
internal import MapAnalysis
internal import NumberText
internal import Theatre

/// A score as the command prints it.
struct ScoreReply {
  let score: Score
  let theatre: Theatre
  let truth: String
  let method: InferenceMethod
  let share: Double
  let seed: UInt32
  /// How many places count as reported.
  let placesReported: Int
  /// How many there are. Places that share a spot count once.
  let places: Int

  private var isOfPoints: Bool { score.unit == .points }

  /// The classes that either map gives something to, by index.
  private var classes: [Int] {
    score.classes.indices.filter { score.intersectionOverUnion(of: $0) != nil }
  }

  /// How much of something there is, with its unit.
  private func amount(_ value: Double) -> String {
    isOfPoints
      ? "\(value.text(decimals: 0)) point\(value == 1 ? "" : "s")"
      : "\(value.text(decimals: 1)) km²"
  }

  private func percent(_ share: Double) -> String { "\((100 * share).text(decimals: 2)) %" }
}

/// Text for people.
extension ScoreReply {
  var text: String {
    var lines = ["\(theatre.settings.title)", "\(score.day), held against \(truth)", ""]
    if share < 1 {
      lines += [
        "Reports count on \(Double(placesReported).text(decimals: 0)) of "
          + "\(Double(places).text(decimals: 0)) places (--share \(share) --seed \(seed)); the rest "
          + "is inferred (\(method.rawValue)).", "",
      ]
    }
    lines += [summary.lines(), "", agreement.lines(), "", table.lines()]
    return lines.joined(separator: "\n")
  }

  private var summary: TextTable {
    var table = TextTable()
    table.add("compared", amount(score.compared))
    if score.contested > 0 {
      table.add("left out", "\(amount(score.contested)), contested in the truth")
    }
    if score.overlapping > 0 {
      table.add("left out", "\(amount(score.overlapping)), given to several in the truth")
    }
    let unjudged = score.unjudged.reduce(0, +)
    if !isOfPoints, percent(unjudged / (unjudged + score.compared)) != percent(0) {
      table.add("not covered", "\(amount(unjudged)), where the truth says nothing")
    }
    table.add("disagreement", score.disagreement.map(percent) ?? "nothing to compare")
    if let front = score.front {
      table.add(
        "front lines",
        "\(front.medianInKilometers.text(decimals: 2)) km apart in the median, "
          + "\(front.percentile95InKilometers.text(decimals: 2)) km at the 95th percentile")
    } else if !isOfPoints {
      table.add("front lines", "one of the two has none")
    }
    return table
  }

  private var agreement: TextTable {
    var table = TextTable(rightAligned: [1])
    table.add("holder", "intersection over union")
    for index in classes {
      table.add(
        score.classes[index], score.intersectionOverUnion(of: index).map(percent) ?? "")
    }
    return table
  }

  /// Rows as the truth has it, columns as the map does.
  private var table: TextTable {
    var table = TextTable(rightAligned: Set(1...classes.count + 1))
    table.add(["truth \\ map"] + classes.map { score.classes[$0] })
    for truth in classes {
      table.add(
        [score.classes[truth]]
          + classes.map { score.confusion[truth][$0].text(decimals: isOfPoints ? 0 : 1) })
    }
    return table
  }
}

/// JSON for programs.
extension ScoreReply {
  var json: JSON {
    let front = score.front
    return [
      "date": .string("\(score.day)"),
      "truth": .string(truth),
      "infer": .string(method.rawValue),
      "share": .decimal(share, places: 6),
      "seed": .int(Int(seed)),
      "places": .int(places),
      "places_reported": .int(placesReported),
      "compared_by": .string(score.level.rawValue),
      "points": .int(isOfPoints ? Int(score.compared + score.contested) : 0),
      "contested_points": .int(isOfPoints ? Int(score.contested) : 0),
      "compared_points": .int(isOfPoints ? Int(score.compared) : 0),
      "compared_km2": area(score.compared),
      "contested_km2": area(score.contested),
      "overlapping_km2": area(score.overlapping),
      "uncovered_km2": area(score.unjudged.reduce(0, +)),
      "disagreement": share(score.disagreement),
      "iou": .object(
        classes.map {
          JSONMember(score.classes[$0], share(score.intersectionOverUnion(of: $0)))
        }),
      "front_median_km": kilometers(front?.medianInKilometers),
      "front_p95_km": kilometers(front?.percentile95InKilometers),
      "front_step_km": kilometers(front?.stepInKilometers),
      "confusion": isOfPoints ? confusion { .int(Int($0)) } : .null,
      "confusion_km2": isOfPoints ? .null : confusion { .decimal($0, places: 3) },
    ]
  }

  private func confusion(_ value: (Double) -> JSON) -> JSON {
    .object(
      classes.map { truth in
        JSONMember(
          score.classes[truth],
          .object(
            classes.map { JSONMember(score.classes[$0], value(score.confusion[truth][$0])) }))
      })
  }

  private func area(_ value: Double) -> JSON { isOfPoints ? .null : .decimal(value, places: 3) }

  private func share(_ value: Double?) -> JSON {
    value.map { .decimal($0, places: 6) } ?? .null
  }

  private func kilometers(_ value: Double?) -> JSON {
    value.map { .decimal($0, places: 6) } ?? .null
  }
}
