internal import ArgumentParser
internal import ControlHistory

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
