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
}

struct StatusReply: Decodable {
  let date: String
  let knownOn: String?
  let view: String
  let places: [StateReply]
  let areaKm2: [String: Double]
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
  let considered: [ConsideredReply]
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
