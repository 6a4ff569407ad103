internal import ArgumentParser
internal import ControlMap
internal import FrontTracking
internal import JSON
internal import MapAnalysis
internal import Theatre
internal import TypedIndices

struct CorridorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corridor",
    abstract: "Whether a side's ground connects a place with an exit, and how wide the way is.",
    discussion: """
      The way leads through ground that the actor's side holds, contested ground too, and over a \
      barrier at crossings only. Of all ways it is the one whose narrowest border between two cells \
      is the longest, and of equally wide ones the shortest. With --history: when it was open and \
      when cut.

      EXAMPLE: geotrack corridor "Tal Afar" syria --held-by is --on 2016-11-01
      EXAMPLE: geotrack corridor Mosul syria --held-by is --history
      """)

  @Argument(help: "The place or region to start from, by any of its names.")
  var place: String

  @Argument(help: "The exit, by its id or name; or another place or region.")
  var exit: String

  @Option(
    name: .customLong("held-by"),
    help: ArgumentHelp("The actor whose side's ground it is, by id or name.", valueName: "actor"))
  var actor: String

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp("The day, as in 2016-11-04.", valueName: "date"), transform: TypedDay.parse)
  var on: TypedDay?

  @Flag(help: "Tell when it was open and when cut, over all days.")
  var history = false

  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var theatre: TheatreOptions

  func validate() throws {
    if (on == nil) != history {
      throw ValidationError("Name one day with --on 2016-11-04, or ask for --history.")
    }
  }

  func run() throws {
    let tracker = try theatre.tracker(of: theatre.read(), inference: .nearest, evidence)
    let question = CorridorQuestion(
      from: try tracker.groundedPlace(named: place), to: try tracker.target(named: exit),
      heldBy: try tracker.theatre.actor(named: actor))
    let subject = CorridorSubject(theatre: tracker.theatre, question: question)
    guard let day = on?.day else {
      let spans = try theatre.drawing { () throws(MapError) in
        try tracker.corridorHistory(question)
      }
      try theatre.reply(json: subject.json(spans), text: subject.text(spans))
      return
    }
    try tracker.theatre.requireDay(day)
    let corridor = try theatre.drawing { () throws(MapError) in
      try tracker.corridor(question, on: day)
    }
    try theatre.reply(json: subject.json(corridor), text: subject.text(corridor))
  }
}

extension FrontTracker {
  /// The place that a name leads to, if it has ground on the map.
  fileprivate func groundedPlace(named name: String) throws(Failure) -> PlaceID {
    let place = try theatre.place(named: name)
    guard !cells(ofPlace: place).isEmpty else {
      throw .usage(
        "\(theatre.places[place].name) has no ground on the map: it lies outside the boundary, or "
          + "is an area without a place in it")
    }
    return place
  }

  /// The exit that a name leads to, else the place.
  fileprivate func target(named name: String) throws(Failure) -> CorridorQuestion.Target {
    let nearest: [String]
    switch theatre.exits(named: name) {
    case .found(let exits): return .exits(exits)
    case .unknown(let exits): nearest = exits
    }
    if case .unknown(let places) = Gazetteer(theatre.places).find(name) {
      let known = nearest + places.map { theatre.places[$0].name }
      throw .usage(
        "no exit or place is called \"\(name)\""
          + (known.isEmpty
            ? theatre.listOfExits : "; did you mean \(known.joined(separator: ", "))?"))
    }
    return .place(try groundedPlace(named: name))
  }
}

extension Theatre {
  fileprivate var listOfExits: String {
    exits.isEmpty
      ? "; the theatre names no exits"
      : "; the exits are \(exits.map(\.id).joined(separator: ", "))"
  }

  /// The actor that a name leads to.
  fileprivate func actor(named name: String) throws(Failure) -> ActorID {
    switch actors(named: name) {
    case .found(let found) where found.count == 1: return found[0]
    case .found(let found):
      let list = found.map { actors[$0].id }.joined(separator: ", ")
      throw .usage("\"\(name)\" is the name of several actors; type the id of one: \(list)")
    case .unknown(let nearest):
      let known = nearest.isEmpty ? actors.map(\.id) : nearest
      throw .usage(
        "no actor is called \"\(name)\"; "
          + (nearest.isEmpty
            ? "the actors are \(known.joined(separator: ", "))"
            : "did you mean \(known.joined(separator: ", "))?"))
    }
  }
}
