internal import ControlMap
internal import FrontTracking
internal import Geometry
internal import JSON
internal import MapAnalysis
internal import NumberText
internal import Theatre
internal import TypedIndices

/// What was asked for, and answers to it as the command prints them.
struct CorridorSubject {
  let theatre: Theatre
  let question: CorridorQuestion

  private var placeName: String { theatre.places[question.place].name }
  private var actorName: String { theatre.actors[question.actor].name }

  private var targetName: String {
    switch question.target {
    case .place(let place): theatre.places[place].name
    case .exits(let exits): theatre.exits[exits[0]].name
    }
  }

  private var targetID: String {
    switch question.target {
    case .place(let place): theatre.places[place].id
    case .exits(let exits): theatre.exits[exits[0]].id
    }
  }

  private var heading: String {
    let side = theatre.actors[question.actor].side
    let allies = theatre.actors.filter { $0.side == side }.map(\.name)
    return "\(placeName) → \(targetName), over ground of \(allies.joined(separator: ", "))"
  }
}

/// Text for people.
extension CorridorSubject {
  func text(_ corridor: Corridor) -> String {
    var lines = ["\(heading), on \(corridor.day)"]
    if let way = corridor.way {
      lines.append("connected, \(words(way))")
      lines.append("by \(theatre.names(of: way.places, atMost: 60))")
      let crossings = way.crossings.compactMap { theatre.crossings?[$0].name }
      if !crossings.isEmpty { lines.append("over \(crossings.joined(separator: ", "))") }
    } else {
      lines.append("not connected: \(words(corridor.obstacle))")
    }
    return lines.joined(separator: "\n")
  }

  private func words(_ way: Corridor.Way) -> String {
    let length = "\(way.lengthInKilometers.text(decimals: 1)) km long"
    guard let width = way.widthInKilometers, let narrowest = way.narrowest else {
      return "\(length), without crossing a border"
    }
    let longitude = narrowest.longitude.text(decimals: 4)
    return "\(length), \(width.text(decimals: 1)) km wide at its narrowest "
      + "(\(longitude), \(narrowest.latitude.text(decimals: 4)))"
  }

  private func words(_ obstacle: CorridorObstacle?) -> String {
    switch obstacle {
    case .notHeld(let place, let holdings):
      return "\(theatre.places[place].name) is not held by \(actorName) or its side, but "
        + holdings.map(words).joined(separator: ", ")
    case .exitClosed:
      return "\(targetName) is not open to \(theatre.actors[question.actor].side)"
    case .exitOutside: return "\(targetName) lies nowhere along the boundary"
    case .barrier:
      return "only a barrier lies between"
        + (theatre.crossings == nil ? ", and theatre.json names no crossings" : ", and no crossing")
    case .cut, nil: return "others' ground lies between"
    }
  }

  private func words(_ holding: CorridorObstacle.Holding) -> String {
    let holder = holding.holder.map { "by \(theatre.actors[$0].name)" } ?? "by nobody known"
    return holding.sites == 1 ? holder : "\(holder) (\(holding.sites) places)"
  }

  func text(_ spans: [Span<CorridorPhase>]) -> String {
    var table = TextTable()
    table.add("from", "until", "", "narrowest km")
    for span in spans {
      let until = span.isOpenEnded ? "" : "\(span.end.previous)"
      let widths = span.item.widthsInKilometers.map(words) ?? words(span.item.obstacle)
      table.add("\(span.start)", until, span.item.isConnected ? "open" : "cut", widths)
    }
    return "\(heading)\n\n\(table.lines())"
  }

  private func words(_ widths: ClosedRange<Double>) -> String {
    let ends = [widths.lowerBound, widths.upperBound].map {
      $0.isFinite ? $0.text(decimals: 1) : "no border"
    }
    return ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])"
  }
}

/// JSON for programs.
extension CorridorSubject {
  private var members: [JSONMember] {
    [
      JSONMember("place", .string(theatre.places[question.place].id)),
      JSONMember("exit", .string(targetID)),
      JSONMember("held_by", .string(theatre.actors[question.actor].id)),
    ]
  }

  func json(_ corridor: Corridor) -> JSON {
    let way = corridor.way
    let narrowest = way?.narrowest.map { position in
      [position.longitude, position.latitude].map { JSON.decimal($0, places: 6) }
    }
    let crossings = way?.crossings.compactMap { theatre.crossings?[$0].name } ?? []
    return .object(
      members + [
        JSONMember("date", .string("\(corridor.day)")),
        JSONMember("connected", .bool(way != nil)),
        JSONMember("reason", .optional(corridor.obstacle.map(id))),
        JSONMember("holders", .strings(holders(corridor.obstacle))),
        JSONMember("width_km", way == nil ? .int(0) : kilometers(way?.widthInKilometers)),
        JSONMember("narrowest", narrowest.map(JSON.array) ?? .null),
        JSONMember("length_km", kilometers(way?.lengthInKilometers)),
        JSONMember("path", theatre.json(ofPlaces: way?.places ?? [])),
        JSONMember("crossings", .strings(crossings)),
      ])
  }

  func json(_ spans: [Span<CorridorPhase>]) -> JSON {
    .object(members + [JSONMember("periods", .array(spans.map(period)))])
  }

  private func period(_ span: Span<CorridorPhase>) -> JSON {
    let widths = span.item.widthsInKilometers
    return [
      "start": .string("\(span.start)"), "end": .string("\(span.end)"),
      "open_end": .bool(span.isOpenEnded),
      "connected": .bool(span.item.isConnected),
      "reason": .optional(span.item.obstacle.map(id)),
      "least_width_km": widths.map { kilometers($0.lowerBound) } ?? .int(0),
      "greatest_width_km": widths.map { kilometers($0.upperBound) } ?? .int(0),
    ]
  }

  /// A width without bound, where no border is passed, is null.
  private func kilometers(_ value: Double?) -> JSON {
    guard let value, value.isFinite else { return .null }
    return .decimal(value, places: 3)
  }

  private func id(of obstacle: CorridorObstacle) -> String {
    switch obstacle {
    case .notHeld: "not_held"
    case .exitClosed: "exit_closed"
    case .exitOutside: "exit_outside"
    case .barrier: "barrier"
    case .cut: "cut"
    }
  }

  /// Who holds the place that the side does not.
  private func holders(_ obstacle: CorridorObstacle?) -> [String] {
    guard case .notHeld(_, let holdings) = obstacle else { return [] }
    return holdings.compactMap { $0.holder.map { theatre.actors[$0].id } }
  }
}
