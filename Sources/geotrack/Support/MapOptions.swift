internal import ArgumentParser
internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import Theatre

/// The options of commands that read the map: from which reports it is drawn, and how ground without one
/// gets its holder.
struct MapOptions: ParsableArguments {
  @OptionGroup var inference: InferenceOption
  @OptionGroup var evidence: EvidenceOptions

  func validate() throws {
    if evidence.typedView?.view == .confirmed, inference.typed != nil {
      throw ValidationError("The view confirmed infers nothing: leave --infer out.")
    }
  }
}

extension TheatreOptions {
  /// The theatre made ready to draw maps of, which looks at its geometry too.
  func tracker(_ options: MapOptions) throws(Failure) -> FrontTracker {
    try tracker(of: read(), inference: options.inference.method, options.evidence)
  }

  /// A theatre that was read, made ready to draw maps of as the options say.
  func tracker(
    of theatre: Theatre, inference: InferenceMethod, reported: Set<Int>? = nil,
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
