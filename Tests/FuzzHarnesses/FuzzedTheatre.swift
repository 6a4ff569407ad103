import Diagnostics
import TestSupport
import Theatre

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A whole theatre in memory, small enough to be drawn some hundred times a second, that has a file of each
/// kind.
struct FuzzedTheatre {
  /// The files by name.
  private(set) var files: [String: [UInt8]]

  init() { files = Self.sound }

  /// The names of the files, in order.
  var names: [String] { files.keys.sorted() }

  private static let sound: [String: [UInt8]] = {
    var theatre = SmallTheatre()
    theatre.openWest(to: "\"red\"")
    theatre.addSetting(
      "\"crossings\": [{\"name\": \"Bridge\", \"longitude\": 43.5, \"latitude\": 36.5}]")
    let reports =
      theatre.reportRows + [
        "r3,2020-01-05,2020-01-06,north-west,blue,control,paper,2,2,a note",
        "r4,2020-01-10/2020-01-12,,south-east,crimson,entered,reds,3,4,",
        "r5,2020-01~,,north-east,red,contested,poor,,,",
        "r6,2020-01-20,2020-01-25,north-west,red,control,reds,,3,",
        "r7,2020-01-20,,eastland,red,encircled,paper,5,3,",
      ]
    let measures = [
      "m1,paper,1,distance,north-west,south-west,55,km,2020-01-05,,,2,,",
      "m2,paper,1,direction,north-west,south-west,N,compass,2020-01-05,,,,,",
    ]
    var files: [String: String] = [
      "theatre.json": theatre.settings, "actors.csv": theatre.actors,
      "sources.csv": theatre.sources,
      "boundary.geojson": theatre.boundary, "river.geojson": theatre.river,
      "exits.geojson": theatre.exits ?? "",
    ]
    files["places.csv"] = ([theatre.placeHeader] + theatre.placeRows).lines
    files["reports.csv"] = ([theatre.reportHeader] + reports).lines
    files["measures.csv"] = ([theatre.measureHeader] + measures).lines
    files["incidents.csv"] =
      [
        "id,date,place,kind,source,paragraph,note", "i1,2020-01-07,north-east,car bomb,paper,2,",
      ].lines
    return files.mapValues { Array($0.utf8) }
  }()

  /// The same with a file's bytes replaced.
  func replacing(_ name: String, with bytes: [UInt8]) -> FuzzedTheatre {
    var changed = self
    changed.files[name] = bytes
    return changed
  }

  /// Reads it as if it lay in an empty folder.
  func read() -> TheatreReading {
    Theatre.read(
      folder: Self.folder,
      replacing: names.map { InputFile(name: $0, bytes: files[$0] ?? []) })
  }

  /// A folder with nothing in it.
  private static let folder: String = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "geotrack-fuzz-empty").path
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }()
}

extension [String] {
  fileprivate var lines: String { joined(separator: "\n") + "\n" }
}
