internal import ControlHistory
internal import ControlMap
internal import Exports
internal import Foundation
internal import FrontTracking
internal import MapFeatures
internal import SeededTheatre
internal import Theatre

/// A made-up theatre in a temporary folder.
///
/// The benchmark library runs every benchmark in a process of its own, so each makes what it needs.
struct Fixture {
  /// The seed of all theatres.
  static let seed: UInt64 = 1

  let folder: String
  let out: String

  /// Writes the theatre.
  init(siteCount: Int) {
    (folder, out) = Self.folders(siteCount)
    do {
      try SeededTheatre(siteCount: siteCount, seed: Self.seed).write(to: folder)
    } catch {
      fatalError("cannot write the theatre into \(folder): \(error)")
    }
  }

  /// The theatre, read.
  var theatre: Theatre {
    guard let theatre = Theatre.read(folder: folder).theatre else {
      fatalError("\(folder) is no theatre")
    }
    return theatre
  }

  /// The theatre, made ready.
  func tracker() throws -> FrontTracker { try FrontTracker(theatre) }

  /// Removes what was written.
  static func remove(siteCount: Int) {
    let (folder, out) = folders(siteCount)
    for path in [folder, out] { try? FileManager.default.removeItem(atPath: path) }
  }

  private static func folders(_ siteCount: Int) -> (theatre: String, out: String) {
    let name = "geotrack-benchmarks/seed-\(seed)-sites-\(siteCount)"
    let folder = FileManager.default.temporaryDirectory.appending(path: name).path
    return (folder, folder + "-out")
  }
}

extension FrontTracker {
  /// The ground, the fronts and the pockets of all days, but not the places: these are nine tenths of
  /// a file, and formatting is all they need.
  func request() -> ExportRequest {
    ExportRequest(
      self, version: "benchmark", layers: [.control, .frontlines, .pockets], days: days)
  }

  /// Draws what begins on each of some days.
  func draw(_ layers: MapLayers, days: [Day]? = nil) throws {
    let replay = MapReplay(map, layers, days: days)
    while let delta = try replay.advance() {
      _ = replay.items(
        of: TerritoryLayer.self, delta[TerritoryLayer.self].begun,
        longestList: LayerKind.longestList)
      _ = replay.items(of: FrontLayer.self, delta[FrontLayer.self].begun)
      _ = replay.items(of: PocketLayer.self, delta[PocketLayer.self].begun)
      _ = replay.items(of: PlaceLayer.self, delta[PlaceLayer.self].begun)
    }
  }
}
