internal import ArgumentParser
internal import ControlHistory
internal import Diagnostics
internal import FrontTracking
internal import Theatre

/// The options `--view` and `--known-on` of commands that read the map.
struct EvidenceOptions: ParsableArguments {
  @Option(
    name: .customLong("view"),
    help: ArgumentHelp(
      "Whose word the map follows: assessed (all, weighed), claimed:SIDE (only the sources that favour "
        + "the side) or confirmed (only what two independent sources say). (default: assessed)",
      valueName: "view"),
    transform: TypedView.parse)
  var typedView: TypedView?

  @Option(
    name: .customLong("known-on"),
    help: ArgumentHelp(
      "Only what was known by the end of this day, as in 2016-11-04; by default all.",
      valueName: "date"),
    transform: TypedDay.parse)
  var knownOn: TypedDay?

  /// The perspective that was typed, if the theatre has the side.
  func perspective(on theatre: Theatre, in folder: String) throws(Failure) -> Perspective {
    var view = typedView?.view ?? .assessed
    if case .claimed(let side) = view {
      view = .claimed(side: try theatre.side(named: side, in: folder))
    }
    return Perspective(view: view, knownOn: knownOn?.day)
  }

  /// How the map differs from the plain one, for the name of a folder.
  var nameParts: [String] {
    let view = typedView.map(\.view).flatMap { $0 == .assessed ? nil : $0.name }
    return [view?.replacing(":", with: "-"), knownOn.map { "known-\($0.day)" }].compactMap(\.self)
  }
}

/// A view that is typed, as in `--view claimed:is`.
struct TypedView {
  let view: MapView

  /// Reads a view, or says which there are.
  static func parse(_ text: String) throws -> TypedView {
    switch text {
    case "assessed": return TypedView(view: .assessed)
    case "confirmed": return TypedView(view: .confirmed)
    default:
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == "claimed", !parts[1].isEmpty else {
        throw ValidationError(
          "there is no view \"\(text)\"; the views are assessed, confirmed and claimed:SIDE")
      }
      return TypedView(view: .claimed(side: String(parts[1])))
    }
  }
}

extension Theatre {
  /// The side of a name, without regard to case if only one is meant; if there is none, where the sides are
  /// named.
  fileprivate func side(named side: String, in folder: String) throws(Failure) -> String {
    if sides.contains(side) { return side }
    let alike = sides.filter { $0.lowercased() == side.lowercased() }
    if alike.count == 1 { return alike[0] }
    let known = sides.compactMap { side in
      actors.first { $0.side == side }.map { "\(side) (\(folder)/actors.csv:\($0.location))" }
    }
    throw .usage(
      "there is no side \"\(side)\": the sides are \(known.joined(separator: ", "))")
  }
}
