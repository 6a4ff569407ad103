import Foundation
import Testing

extension Trait where Self == ConditionTrait {
  /// Leaves a test out under a sanitizer, which runs in the program that is tried and cannot do without what the
  /// test takes away. `Scripts/sanitize` says that one is at work.
  static func withoutSanitizer(_ reason: Comment) -> Self {
    .disabled(if: ProcessInfo.processInfo.environment["GEOTRACK_SANITIZER"] != nil, reason)
  }
}
