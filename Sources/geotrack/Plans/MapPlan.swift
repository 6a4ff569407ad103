internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import Theatre

/// Making a theatre ready to draw maps of, as the options say.
extension TheatreOptions {
  /// The theatre made ready to draw maps of, which looks at its geometry too.
  func tracker(_ options: MapOptions) throws(Failure) -> FrontTracker {
    try tracker(of: read(), inference: options.inference.method, options.evidence)
  }

  /// A theatre that was read, made ready to draw maps of as the options say.
  func tracker(
    of theatre: Theatre, inference: InferenceMethod, reported: Set<SiteID>? = nil,
    _ evidence: EvidenceOptions
  ) throws(Failure) -> FrontTracker {
    let perspective = try evidence.perspective(on: theatre, in: folder)
    if case .claimed(let side) = perspective.view,
      !theatre.sources.contains(where: { $0.favours == side })
    {
      standardError(
        "\(folder)/sources.csv: warning: no source favours \"\(side)\", so nothing is known from its "
          + "own word")
    }
    return try tracker(
      of: theatre, inference: inference, reported: reported, seenFrom: perspective)
  }
}

extension TheatreOptions {
  /// The theatre made ready, and its map of the day.
  func snapshot(
    _ option: DayOption, _ map: MapOptions, _ parts: MapLayers = .all
  ) throws -> (tracker: FrontTracker, snapshot: Snapshot) {
    let tracker = try tracker(map)
    let day = try option.day(in: tracker.theatre)
    let snapshot = try drawing { () throws(MapError) in
      try tracker.snapshot(on: day, parts)
    }
    return (tracker, snapshot)
  }
}
