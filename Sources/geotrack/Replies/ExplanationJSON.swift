internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import Geometry
internal import JSON
internal import Theatre
internal import TypedIndices

/// For programs: the same as a tree, one rule inside the other.
extension Explanation {
  var json: JSON {
    .object(
      place + [
        JSONMember("date", .string("\(day)")),
        JSONMember("known_on", .optional(tracker.perspective.knownOn.map { "\($0)" })),
        JSONMember("view", .string(tracker.perspective.view.name)),
        JSONMember("holder", .optional(cell.state.holder.map { theatre.actors[$0].id })),
        JSONMember("status", .string(cell.state.status.rawValue)),
        JSONMember("attackers", theatre.json(ofActors: cell.state.attackers)),
        JSONMember("encircled_by", theatre.json(ofActors: cell.state.encirclers)),
        JSONMember("disputed", .bool(decision.interval?.isDisputed ?? false)),
        JSONMember("confidence", confidence.map { .decimal($0.value, places: 3) } ?? .null),
        JSONMember("confidence_factors", factors),
        JSONMember(
          "decided_by", .optional(reported?.decidedBy.first.map { theatre.reports[$0].id })),
        JSONMember(
          "holder_by", .optional(reported?.holderReport.map { theatre.reports[$0].id })),
        JSONMember("inferred_from", inferredFrom),
        JSONMember("presumed", presumed),
        JSONMember("date_uncertain", .bool(!cell.alternatives.isEmpty)),
        JSONMember(
          "may_be", .array(cell.alternatives.map { .object(theatre.members(of: $0)) })),
        JSONMember("fighting", theatre.json(of: regionFights)),
        JSONMember("decision", tree(decision.steps[...])),
        JSONMember("considered", .array(decision.considered.map(theatre.json))),
      ])
  }

  /// What reports say about it; nil where it is presumed although they say otherwise.
  private var reported: ControlInterval? { cell.state.isPresumed ? nil : decision.interval }

  private var place: [JSONMember] {
    switch subject {
    case .place(let place): return [JSONMember("place", .string(theatre.places[place].id))]
    case .point(let position, let site):
      let place = site.map { theatre.places[tracker.sites.places[$0][0]].id }
      return [
        JSONMember("place", .optional(place)),
        JSONMember("longitude", .decimal(position.longitude, places: 6)),
        JSONMember("latitude", .decimal(position.latitude, places: 6)),
      ]
    }
  }

  private var factors: JSON {
    guard let confidence else { return .null }
    return [
      "support": .decimal(confidence.evidence.support, places: 3),
      "opposition": .decimal(confidence.evidence.opposition, places: 3),
      "independent_sources": .int(confidence.evidence.sourceCount),
      "reports": .decimal(confidence.evidence.belief, places: 3),
      "age_days": .int(confidence.ageInDays),
      "age": .decimal(confidence.age, places: 3),
      "nearness": .decimal(confidence.nearness, places: 3),
      "probability": cell.inference?.probability.map { .decimal($0, places: 3) } ?? .null,
      "presumption": .decimal(confidence.presumption, places: 3),
      // The reports on presumed ground speak for another holder.
      "supporting": .array(cell.state.isPresumed ? [] : support.supporting.map(json)),
      "opposing": .array(cell.state.isPresumed ? [] : support.opposing.map(json)),
    ]
  }

  private func json(_ support: SourceSupport) -> JSON {
    [
      "report": .string(theatre.reports[support.report].id),
      "support": .decimal(support.support, places: 3),
      "weight": .decimal(support.weight, places: 3),
    ]
  }

  private var inferredFrom: JSON {
    guard let inference = cell.inference else { return .null }
    return [
      "places": theatre.json(ofPlaces: tracker.sites.places[inference.site]),
      "distance_km": .decimal(inference.distanceInKilometers, places: 3),
    ]
  }

  private var presumed: JSON {
    guard let remnant else { return .null }
    return [
      "former": .string(theatre.actors[remnant.former].id),
      "surrounded": .string("\(remnant.surrounded)"),
      "start": .string("\(remnant.start)"),
      "reports": .strings(remnant.reports.map { theatre.reports[$0].id }),
      "surroundings": .strings(remnant.surroundings.map { theatre.reports[$0].id }),
    ]
  }

  /// The rules inside each other: what each one set aside, and what happened to the rest.
  private func tree(_ steps: ArraySlice<DecisionStep>) -> JSON {
    guard let step = steps.first else {
      return [
        "decided_by": .strings((decision.interval?.decidedBy ?? []).map { theatre.reports[$0].id })
      ]
    }
    return [
      "rule": .string(step.rule.rawValue),
      "kept": .strings(step.kept.map { theatre.reports[$0.report].id }),
      "set_aside": .array(step.setAside.map(theatre.json)),
      "then": tree(steps.dropFirst()),
    ]
  }
}
