internal import ArticleReading
internal import JSON
internal import NumberText
internal import Theatre

/// How well articles were read, as the command prints it.
struct ReadingScoreReply {
  let score: ReadingScore

  var text: String {
    var lines: [String] = []
    for fault in score.faults {
      lines += [
        "\(title(of: fault.kind)): \(fault.article), paragraph \(fault.paragraph): \(fault.words)",
        "    \(fault.sentence.split(whereSeparator: \.isNewline).joined(separator: " "))",
      ]
    }
    if !lines.isEmpty { lines.append("") }
    lines += table(score.events, "events") + [""] + table(score.all, "events and background")
    lines += [
      "",
      "planned, denied and doubtful statements that became proposals: \(score.unreal.proposed) of "
        + "\(score.unreal.labelled)",
      "traps that became proposals: \(score.traps.proposed) of \(score.traps.labelled)",
    ]
    if score.outside > 0 {
      lines.append(
        "labelled and not counted, as the theatre lacks the place or actor: \(score.outside)")
    }
    return lines.joined(separator: "\n")
  }

  private func title(of kind: ReadingScore.Fault.Kind) -> String {
    switch kind {
    case .miss: "miss"
    case .falseAlarm: "false alarm"
    case .notAFact: "no fact"
    case .trap: "trap"
    }
  }

  private func table(
    _ measures: [ReadingScore.Part: ReadingScore.Measure], _ title: String
  ) -> [String] {
    var table = TextTable(rightAligned: [1, 2, 3, 4, 5])
    table.add(title, "precision", "recall", "F1", "labelled", "proposed")
    for part in ReadingScore.Part.allCases {
      guard let measure = measures[part] else { continue }
      table.add(
        part.words, measure.precision.text(decimals: 3), measure.recall.text(decimals: 3),
        measure.f1.text(decimals: 3), "\(measure.labelled)", "\(measure.proposed)")
    }
    return [table.lines()]
  }

  var json: JSON {
    [
      "events": json(score.events),
      "events_and_background": json(score.all),
      "not_facts": [
        "labelled": .int(score.unreal.labelled), "proposed": .int(score.unreal.proposed),
      ],
      "traps": ["labelled": .int(score.traps.labelled), "proposed": .int(score.traps.proposed)],
      "outside": .int(score.outside),
      "faults": .array(
        score.faults.map {
          [
            "kind": .string($0.kind.rawValue), "article": .string($0.article),
            "paragraph": .int($0.paragraph), "statement": .string($0.words),
            "sentence": .string($0.sentence),
          ]
        }),
    ]
  }

  private func json(_ measures: [ReadingScore.Part: ReadingScore.Measure]) -> JSON {
    .object(
      ReadingScore.Part.allCases.compactMap { part in
        measures[part].map { measure in
          JSONMember(
            part.rawValue,
            [
              "precision": .decimal(measure.precision, places: 4),
              "recall": .decimal(measure.recall, places: 4),
              "f1": .decimal(measure.f1, places: 4), "labelled": .int(measure.labelled),
              "found": .int(measure.found), "proposed": .int(measure.proposed),
              "right": .int(measure.right),
            ])
        }
      })
  }
}

extension ReadingScore.Part {
  fileprivate var words: String {
    switch self {
    case .tuple: "place, actor, status and date"
    case .placeAndStatus: "place and status"
    case .place: "place"
    case .placeAndActor: "place and actor"
    case .placeAndDate: "place and date"
    }
  }
}
