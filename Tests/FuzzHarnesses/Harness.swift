/// What a fuzzer throws at one door of geotrack, and what must hold whatever it throws.
///
/// A harness ends the process where a law is broken, as a trap in the code does: the fuzzer keeps the bytes.
public protocol Harness: Sendable {
  /// What it is called, which is also the folder of its finds.
  var name: String { get }

  /// Reads bytes and checks what comes of them.
  func run(_ bytes: [UInt8])
}

/// All harnesses.
public enum Harnesses {
  /// Each door once.
  public static let all: [any Harness] = [
    TableHarness(), JSONHarness(), GeoJSONHarness(), DateHarness(), ArticleHarness(),
    MarkupHarness(),
    SettingsHarness(), GoldHarness(), TruthHarness(), TheatreHarness(),
  ]

  /// The harness of a name.
  public static func named(_ name: String) -> (any Harness)? { all.first { $0.name == name } }
}

/// Ends the process where a law does not hold.
func require(_ law: String, _ holds: @autoclosure () -> Bool) {
  if !holds() { fatalError("broken: \(law)") }
}
