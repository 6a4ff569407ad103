internal import ControlHistory
internal import FrontTracking
internal import Geometry
internal import JSON
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// The theatre's tables, as far as a page shows them.
extension PageData {
  var tables: [JSONMember] {
    let labelled = theatre.labelled.map(\.place)
    return [
      JSONMember("places", places),
      JSONMember("labelled_count", .int(labelled.count)),
      JSONMember("labelled", PackedColumn(labelled.map(\.offset)).json),
      JSONMember("reports", reportTable),
      JSONMember("sources", .array(theatre.sources.map(json))),
      JSONMember("incidents", .array(theatre.incidents.compactMap(json))),
      JSONMember("fights", .array(tracker.history.regionFights.map(json))),
    ]
  }

  /// Fighting that no report places: from `start` up to, and without, `end`, null where nothing ends it.
  private func json(of fight: RegionFight) -> JSON {
    [
      "region": .int(fight.region.offset),
      "start": .int(offset(fight.start)),
      "end": fight.end.map { .int(offset($0)) } ?? .null,
      "actors": .array(fight.actors.map { .int($0.offset) }),
      "reports": .array(fight.reports.map { .int(number(ofReport: $0)) }),
    ]
  }

  private var places: JSON {
    let kinds = theatre.places.map(\.kind).distinct
    var table = PackedTable("kind", "x", "y", "parent", "region", "rank", "precision")
    for place in theatre.places {
      table.append(
        kinds.firstIndex(of: place.kind) ?? -1, scaled(place.position.longitude),
        scaled(place.position.latitude), place.parent?.offset ?? -1, place.isRegion ? 1 : 0,
        PlaceRank(kind: place.kind).rawValue,
        place.precisionInKilometers.map { Int(($0 * 10).rounded()) } ?? -1)
    }
    return .object(
      table.members + [
        JSONMember("id", .strings(theatre.places.map(\.id))),
        JSONMember("name", .strings(theatre.places.map(\.name))),
        JSONMember("other", .strings(theatre.places.map { $0.aliases.joined(separator: "|") })),
        JSONMember("kinds", .strings(kinds)),
      ])
  }

  private var reportTable: JSON {
    let reports = reports.map { theatre.reports[$0] }
    var table = PackedTable("day", "known", "place", "actor", "status", "source", "credibility")
    for report in reports {
      table.append(
        offset(report.date.effectiveDay), offset(theatre.knownDay(of: report)), report.place.offset,
        report.actor.offset, ControlStatus.allCases.firstIndex(of: report.status) ?? -1,
        report.source.offset,
        report.credibility.rawValue)
    }
    return .object(
      table.members + [
        JSONMember("statuses", .strings(ControlStatus.allCases.map(\.rawValue))),
        JSONMember("id", .strings(reports.map(\.id))),
        JSONMember("when", sparse(reports.map { $0.date.isExact ? "" : $0.date.text })),
        JSONMember("paragraph", sparse(reports.map(\.paragraph))),
        JSONMember("note", sparse(reports.map(\.note))),
      ])
  }

  /// A column of texts most of which are empty: those that are not, by row.
  private func sparse(_ texts: [String]) -> JSON {
    .object(
      texts.enumerated().filter { !$0.element.isEmpty }.map {
        JSONMember("\($0.offset)", .string($0.element))
      })
  }

  private func json(_ source: Source) -> JSON {
    [
      "id": .string(source.id),
      "title": .string(source.title),
      "publisher": .string(source.publisher),
      "published": .optional(source.published.map { "\($0)" }),
      "reliability": .string(source.reliability.rawValue),
      "favours": .string(source.favours ?? ""),
      "licence": .string(source.licence),
    ]
  }

  /// An incident on the days on which it may have been; nil if the map does not know of it.
  private func json(_ incident: Incident) -> JSON? {
    guard tracker.perspective.sees(incident, of: theatre), theatre.overlaps(incident.date) else {
      return nil
    }
    let last = incident.date.effectiveDay
    return [
      "id": .string(incident.id),
      "place": .int(incident.place.offset),
      "first": .int(offset(incident.date.earliest ?? last)),
      "last": .int(offset(last)),
      "kind": .string(incident.kind),
      "source": .int(incident.source.offset),
      "paragraph": .string(incident.paragraph),
      "when": .string(incident.date.text),
      "note": .string(incident.note),
    ]
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order in which they first stand.
  fileprivate var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
