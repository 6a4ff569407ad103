internal import ArgumentParser
internal import ControlMap
internal import FrontTracking

/// The option `--infer` of commands that draw maps.
struct InferenceOption: ParsableArguments {
  @Option(
    name: .customLong("infer"),
    help: ArgumentHelp(
      "How ground that no report reaches gets its holder: nearest (that of the nearest reported "
        + "place) or kriging. (default: nearest)", valueName: "method"),
    transform: Self.parse)
  var typed: InferenceMethod?

  /// The method that was typed, else the nearest place.
  var method: InferenceMethod { typed ?? .nearest }

  private static func parse(_ text: String) throws -> InferenceMethod {
    if let method = InferenceMethod(rawValue: text) { return method }
    let known = InferenceMethod.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("there is no method \"\(text)\"; the methods are \(known)")
  }
}
