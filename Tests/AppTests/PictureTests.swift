import ControlMap
import Exports
import Foundation
import FrontTracking
import Geodesy
import Geometry
import MapFeatures
import MapTestSupport
import TestSupport
import Testing
import Theatre

private let rasterizer = "/usr/bin/rsvg-convert"
private let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
  .first(where: FileManager.default.fileExists)

/// The pictures in the programs that show them. If this fails, readers see somebody else's ground, or a
/// picture that does not move.
@Suite(
  "Pictures in librsvg and Chromium", .enabled(if: areAppTestsAskedFor, "run Scripts/test --apps"),
  .serialized)
struct PictureAppTests {
  private static let dates = ["2016-10-16", "2016-11-05", "2017-01-24", "2017-02-26", "2017-07-31"]
  private static let zoom = 4.0

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func map(on date: String) throws -> String {
    let writer = TestPictures(try BuiltInTheatre.tracker(), version: "9.9")
    return String(decoding: try writer.map(on: try #require(Day(date))), as: UTF8.self)
  }

  /// The film that is shipped: other tests hold it against what the program draws, byte for byte.
  private static let film = packageFolder.appending(path: "Documentation/Pictures/battle.svg")

  /// The picture without lines, patterns and names, so that the ground shows.
  private func bare(_ svg: String, _ rule: String = "") -> String {
    svg.replacing(
      "<defs>",
      with: "<style>.marks,#map>g[fill=none],#map>g[fill^=url]{display:none}"
        + "#map>g{stroke:none}\(rule)</style><defs>")
  }

  /// Where the places of the map lie on a picture that is so much larger, and the colours that each may
  /// have on a day.
  private func expectations(
    _ svg: String, on date: String
  ) throws -> (points: [[Int]], colors: [Set<String>], ids: [String]) {
    let picture = try DrawnPicture([UInt8](svg.utf8))
    let frame = try #require(picture.frame("map"))
    let theatre = try BuiltInTheatre.tracker().theatre
    let projector = Projector(theatre.plane)
    let rim = theatre.boundary.shape.polygons.flatMap {
      $0.exterior.positions.densified(limit: 0.045)
    }
    let box = try #require(DrawnPicture.box(around: projector.project(rim)))
    var (points, colors, ids): ([[Int]], [Set<String>], [String]) = ([], [], [])
    for (place, color, _) in try BuiltInTheatre.places(on: date) {
      let point = DrawnPicture.point(try projector.project(place.position), of: box, in: frame)
      points.append([Int(point.x * Self.zoom), Int(point.y * Self.zoom)])
      colors.append([color, lighter(color)])
      ids.append(place.id)
    }
    return (points, colors, ids)
  }

  /// Ground that is inferred keeps 0.55 of its colour.
  private func lighter(_ color: String) -> String {
    let value = Int(color.dropFirst(), radix: 16) ?? 0
    return "#"
      + [16, 8, 0].map { shift in
        let part = Int((255 - 0.55 * Double(255 - (value >> shift & 255))).rounded())
        return String(part + 256, radix: 16).suffix(2)
      }.joined()
  }

  private func compare(_ image: String, with svg: String, on date: String) throws {
    let expected = try expectations(svg, on: date)
    try folder.write(JSONSerialization.data(withJSONObject: expected.points), to: "points.json")
    let result = try runProgram("picture_pixels.py", [image, folder.path + "/points.json"])
    try #require(result.status == 0, "\(result.errors)")
    let found = try JSONDecoder().decode([String?].self, from: Data(result.output.utf8))
    var checked = 0
    for (index, color) in found.enumerated() {
      // Nil where the ground of a place is smaller than what is looked at.
      guard let color else { continue }
      checked += 1
      #expect(expected.colors[index].contains(color), "\(expected.ids[index]) on \(date): \(color)")
    }
    #expect(checked > 80, "\(date)")
  }

  @Test(
    "librsvg shows each place in its holder's colour on five dates",
    .enabled(if: FileManager.default.fileExists(atPath: rasterizer), "needs librsvg2-bin"),
    arguments: dates)
  func raster(date: String) throws {
    let svg = try map(on: date)
    try folder.write(bare(svg), to: "bare.svg")
    let result = try run(
      URL(filePath: rasterizer),
      ["--zoom=\(Self.zoom)", folder.path + "/bare.svg", "--output", folder.path + "/a.png"])
    #expect(result.status == 0, "\(result.errors)")
    try compare(folder.path + "/a.png", with: svg, on: date)
  }

  @Test(
    "--png writes a PNG of twice the size beside the SVG",
    .enabled(if: FileManager.default.fileExists(atPath: rasterizer), "needs librsvg2-bin"))
  func png() throws {
    let result = try run(
      builtProgram("geotrack"),
      ["picture", "--theatre", BuiltInTheatre.folder, "--on", "2016-11-04", "--png"]
        + ["--out", folder.path + "/a.svg"])
    try #require(result.status == 0, "\(result.errors)")
    let bytes = try Data(contentsOf: folder.url.appending(path: "a.png"))
    #expect(bytes.prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
    #expect(bytes[16..<20].reduce(0) { $0 << 8 + Int($1) } == 1920)
  }

  /// Opens a page in Chromium without a window, and returns what the browser prints.
  private func openPage(_ page: String, _ options: [String]) throws -> ProgramResult {
    try folder.write(page, to: "page.html")
    return try run(
      URL(filePath: try #require(browser)),
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile",
      ] + options + [folder.path + "/page.html"])
  }

  private func screenshot(_ page: String, to name: String, zoom: Double = 1) throws {
    let result = try openPage(
      page,
      [
        "--window-size=1000,900", "--force-device-scale-factor=\(zoom)",
        "--screenshot=\(folder.path)/\(name)",
      ])
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test(
    "Chromium shows each place of the film in its holder's colour when its day has come, in an image",
    .enabled(if: browser != nil, "needs chromium"), arguments: dates)
  func film(date: String) throws {
    let svg = try String(contentsOf: Self.film, encoding: .utf8)
    let picture = try DrawnPicture([UInt8](svg.utf8))
    let last = try #require(picture.percentOfLastDay)
    let style = picture.all("style").map(\.text).joined()
    let duration = try #require(
      style.firstMatch(of: /animation-duration:([0-9.]+)s/).flatMap { Double($0.1) })
    let days = try [date, "2016-10-16", "2017-07-31"].map { try #require(Day($0)).number }
    let share = Double(days[0] - days[1]) / Double(days[2] - days[1])
    // The moment half a day after the day has begun.
    let moment = duration * last / 100 * (share + 0.5 / Double(days[2] - days[1]))
    let rule = ".k,.s{animation-delay:-\(moment)s;animation-play-state:paused}"
    try folder.write(bare(svg, rule), to: "bare.svg")
    try screenshot(
      "<body style='margin:0'><img src='bare.svg'>", to: "a.png", zoom: Self.zoom)
    try compare(folder.path + "/a.png", with: svg, on: date)
  }

  @Test("Chromium plays the film in an image", .enabled(if: browser != nil, "needs chromium"))
  func plays() throws {
    let result = try runProgram(
      "picture_plays.py", [try #require(browser), Self.film.path])
    #expect(result.output == "plays\n", "\(result.errors)")
  }

  @Test(
    "as Chromium sets them, no name of a map lies over another",
    .enabled(if: browser != nil, "needs chromium"),
    arguments: ["2016-10-16", "2016-11-04", "2017-02-26", "2017-06-20"])
  func names(date: String) throws {
    let svg = try map(on: date)
    let result = try openPage(
      """
      <meta charset="utf-8">\(svg)<p id="found"></p><script>
      const names = [...document.querySelectorAll(".marks text")].map(name => {
        const box = name.getBoundingClientRect(), part = box.height / 5
        return [name.textContent, box.left, box.right, box.top + part, box.bottom - part]
      })
      const found = []
      names.forEach((a, index) => names.slice(index + 1).forEach(b => {
        if (a[1] < b[2] && b[1] < a[2] && a[3] < b[4] && b[3] < a[4]) found.push(a[0] + "/" + b[0])
      }))
      document.getElementById("found").textContent = names.length + " names: " + found.join(", ")
      </script>
      """, ["--dump-dom"])
    let found = try #require(
      result.output.firstMatch(of: #/<p id="found">([0-9]+) names: (.*?)</p>/#))
    #expect(Int(found.1) ?? 0 > 25)
    #expect(found.2.isEmpty, "\(found.2)")
  }
}
