/// The JSON that others script against, as a program would declare it.
struct PointReply: Decodable {
  let id: String?
  let name: String
  let longitude: Double
  let latitude: Double
}

struct DistanceReply: Decodable {
  let from: PointReply
  let to: PointReply
  let distanceKm: Double
  let distanceMi: Double
  let azimuthDeg: Double
  let compass: String
}

struct StateReply: Decodable {
  let id: String
  let holder: String?
  let side: String?
  let status: String
  let attackers: [String]
  let encircledBy: [String]
  let report: String?
  let confidence: Double?
  let dateUncertain: Bool
}

struct StatusReply: Decodable {
  let date: String
  let knownOn: String?
  let view: String
  let places: [StateReply]
  let areaKm2: [String: Double]
  let areaLowKm2: [String: Double]
  let areaHighKm2: [String: Double]
  let frontKm: Double
}

struct ConsideredReply: Decodable {
  let report: String
  let date: String
  let reported: String?
  let source: String
  let paragraph: String
  let grade: String
  let rule: String
}

struct ExplainReply: Decodable {
  let place: String
  let date: String
  let holder: String?
  let status: String
  let confidence: Double?
  let decidedBy: String?
  let knownOn: String?
  let view: String
  let dateUncertain: Bool
  let mayBe: [GroundReply]
  let decision: StepReply
  let considered: [ConsideredReply]
}

/// A rule of a decision, with what came of it inside.
final class StepReply: Decodable {
  let rule: String?
  let kept: [String]?
  let setAside: [ConsideredReply]?
  let then: StepReply?
  let decidedBy: [String]?

  /// The rules in words, from the outermost: `latest: r3 before r1`.
  var lines: [String] {
    let own = rule.map { rule in
      "\(rule): \((kept ?? []).joined(separator: "+")) before "
        + (setAside ?? []).map(\.report).joined(separator: "+")
    }
    return [own].compactMap(\.self) + (then?.lines ?? [])
      + [decidedBy].compactMap(\.self).map { "decided by " + $0.joined(separator: "+") }
  }
}

struct GroundReply: Decodable, Equatable {
  let holder: String?
  let status: String
}

struct HindsightReply: Decodable {
  struct Period: Decodable {
    let start: String
    let end: String
    let then: GroundReply?
    let now: GroundReply?
  }

  let place: String
  let periods: [Period]
}

struct RevisionReply: Decodable {
  let knownOn: String
  let places: [String]
  let start: String
  let end: String
  let before: GroundReply
  let after: GroundReply
  let reports: [String]
  let areaKm2: Double
}

struct ConflictReply: Decodable {
  let date: String
  let places: [String]
  let areaKm2: Double
  let days: Int
  let km2Days: Double
  let state: GroundReply
  let alternative: GroundReply
  let decidedBy: [String]
  let reports: [ConsideredReply]
}

struct WithoutReply: Decodable {
  struct Side: Decodable {
    let side: String
    let moreKm2: Double
    let lessKm2: Double
  }

  struct Change: Decodable {
    let place: String
    let before: GroundReply
    let after: GroundReply
  }

  let without: String
  let date: String
  let reports: [String]
  let sides: [Side]
  let frontKm: Double
  let frontWithoutKm: Double
  let changes: [Change]
}

struct FrontReply: Decodable {
  let sides: [String]
  let lengthKm: Double
}

struct PocketReply: Decodable {
  let holder: String
  let areaKm2: Double
  let places: [String]
}

struct FindingReply: Decodable {
  let file: String
  let line: Int?
  let column: Int?
  let severity: String
  let message: String
}

struct FileReply: Decodable {
  let path: String
  let bytes: Int
  let sha256: String
}

struct SnapshotsReply: Decodable {
  let out: String
  let files: [FileReply]
}

struct ManifestReply: Decodable {
  struct Source: Decodable {
    let id: String
    let licence: String
  }

  let files: [FileReply]
  let input: [FileReply]
  let sources: [Source]
  let licence: String
}

struct ScoreReply: Decodable {
  let date: String
  let infer: String
  let share: Double
  let seed: Int
  let placesReported: Int
  let comparedBy: String
  let points: Int
  let contestedPoints: Int
  let comparedPoints: Int
  let comparedKm2: Double?
  let contestedKm2: Double?
  let overlappingKm2: Double?
  let uncoveredKm2: Double?
  let disagreement: Double?
  let iou: [String: Double]
  let frontMedianKm: Double?
  let frontP95Km: Double?
  let confusion: [String: [String: Int]]?
}
