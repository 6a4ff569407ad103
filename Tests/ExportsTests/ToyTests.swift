import ControlHistory
import ControlMap
import Diagnostics
import Exports
import FileOutput
import Foundation
import FrontTracking
import GeoJSON
import JSON
import MapFeatures
import MapTestSupport
import TestSupport
import Testing
import Theatre
import TypedIndices

/// A layer and a format that are described here and nowhere else, written through the doors of the built-in
/// ones. If one of these fails, a new layer or a new format must be known in more places than its own file.
@Suite("A layer or a format of somebody else's")
struct ToyTests {
  /// The places that somebody fights for, as a layer drawn from the map.
  private let contests = LayerKind(
    "contests", title: "Places fought over", .point, in: .places,
    from: .map(PlaceLayer.self) { item in
      .shape(.point(item.theatre.places[item.item.place].position))
    },
    confidence: { $0.tracker.confidence(in: $0.item.cell, on: $0.start)?.value },
    columns: [
      .text("name") { $0.theatre.places[$0.item.place].name },
      .flag("contested") { $0.item.cell.state.isContested },
      .integer("attacker_count") { $0.item.cell.state.attackers.count },
    ],
    style: { map in
      LayerStyle(
        rules: [
          StyleRule(
            "fought over", where: .flag("contested", is: true),
            .markers(.init(.cross, MapStyle.front, outline: nil, size: 3)))
        ],
        tip: "<b>\(value: "name")</b> from \(date: "start")", nameColumn: "name",
        looks: .one("contests", .label(MapStyle.front)))
    },
    featureTitle: { "Fight for \($0.text("name"))" })

  /// The sources, as a layer of facts without location.
  private let sources = LayerKind(
    "sources", title: "Sources", .point, in: .evidence, visibility: .hidden,
    from: .facts(
      { tracker in
        let settings = tracker.theatre.settings
        return tracker.theatre.sources.map { source in
          LayerItem(source, from: settings.start, to: settings.end, of: tracker)
        }
      }, at: { _ in nil }),
    columns: [.text("id") { $0.item.id }, .day("published") { $0.item.published }],
    style: { _ in
      LayerStyle(
        rules: [StyleRule("Source", .markers(.init(.circle, "#ffffff", outline: nil, size: 2)))],
        looks: .one("sources", .label(MapStyle.ink)))
    })

  /// What there is on each layer, as a list of counts: a format of one file.
  private struct CountsExporter: SingleFileExporter {
    let name = "counts"
    let fileEnding = "counts.txt"

    func bytes(
      _ request: ExportRequest, progress: (_ daysDone: Int) -> Void
    ) throws -> [UInt8] {
      let features = try request.features(progress: progress)
      let lines = zip(request.layers, features).map { "\($0.name): \($1.count)\n" }
      return Array(lines.joined().utf8)
    }
  }

  private var theatre: SmallTheatre {
    var theatre = SmallTheatre()
    theatre.reportRows.append("r3,2020-01-10,,north-west,blue,contested,paper,2,3,")
    return theatre
  }

  private func request(
    _ layers: [LayerKind]? = nil, days: [Day] = []
  ) throws -> ExportRequest {
    ExportRequest(
      try tracker(theatre), version: "1", layers: layers,
      among: LayerKind.all + [contests, sources], days: days)
  }

  @Test("a layer is written into its own file and the files of the days")
  func layers() throws {
    let folder = try TemporaryFolder()
    let day = try #require(Day("2020-01-11"))
    try MapWriter().write(
      try request(days: [day]), as: GeoJSONExporter(), to: OutputFolder(path: folder.path))
    let fights = try features(folder.text(of: "contests.geojson"))
    #expect(fights.count == 5)
    let fought = fights.filter { isTrue($0.properties["contested"]) }
    #expect(fought.map { $0.string("name") } == ["North West"])
    #expect(fought.first?.string("start") == "2020-01-10T00:00:00Z")
    #expect(fought.first?.properties["attacker_count"]?.number == 1)
    let all = try features(folder.text(of: "snapshots/\(day).geojson"))
    #expect(all.filter { $0.string("layer") == "contests" }.count == 4)
    #expect(all.filter { $0.string("layer") == "sources" }.count == 3)
    #expect(try folder.text(of: "manifest.json").contains("\"sources.geojson\""))
  }

  @Test("every format of the command line has it, named and styled by its description")
  func formats() throws {
    let folder = try TemporaryFolder()
    let request = try request([contests, .control])
    #expect(request.layers.map(\.name) == ["control", "contests"])
    for format in ExportRegistry.all {
      let output = OutputFolder(path: "\(folder.path)/\(format.name)")
      #expect(try !MapWriter().write(request, as: format, to: output).files.isEmpty)
    }
    let kml = try folder.text(of: "kml/box.kml")
    #expect(kml.contains("<Schema id=\"schema-contests\" name=\"contests\">"))
    #expect(kml.contains("<name>Fight for North West</name>"))
    #expect(kml.contains("<styleUrl>#contests</styleUrl>"))
    #expect(kml.contains("<Style id=\"sources\">"))
    let package = String(
      decoding: try Data(contentsOf: folder.url.appending(path: "gpkg/box.gpkg")), as: UTF8.self)
    for text in ["CREATE TABLE \"contests\" (fid INTEGER", "&quot;contested&quot; = true"] {
      #expect(package.contains(text) == true, "\(text)")
    }
  }

  @Test("a project for QGIS has it in its group, and its style beside its file")
  func project() throws {
    let folder = try TemporaryFolder()
    _ = try QGISProjectExporter().write(try request(), to: OutputFolder(path: folder.path)) {
      _, _ in
    }
    let project = try XMLNode.parse(folder.text(of: "box.qgs"))
    let groups = project.all("layer-tree-group").filter {
      $0.attributes["name"] == "Names and places"
    }
    let names = groups.flatMap { $0.all("layer-tree-layer") }.compactMap { $0.attributes["name"] }
    #expect(names == ["Names", "Places by holder", "Places fought over"])
    #expect(try folder.text(of: "contests.qml").contains("label=\"fought over\""))
  }

  @Test("the files of a layer that was dropped are removed, as those of any other")
  func outdated() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: folder.path)
    try MapWriter().write(try request(), as: GeoJSONExporter(), to: output)
    let result = try MapWriter().write(
      try request([.control]), as: GeoJSONExporter(), to: output)
    #expect(result.removed.contains("contests.geojson"))
    #expect(result.removed.contains("sources.geojson"))
  }

  @Test("a format writes its file, tells how far it is, and is cleared away by the next")
  func format() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: folder.path)
    let writer = MapWriter(formats: ExportRegistry.all + [CountsExporter()])
    let days = try tracker(theatre).days
    var steps: [Int] = []
    let result = try writer.write(
      try request([.places, contests, sources], days: days), as: CountsExporter(), to: output
    ) { done, _ in steps.append(done) }
    #expect(result.files.map(\.path) == ["box.counts.txt"])
    #expect(
      try folder.text(of: "box.counts.txt") == "places: 5\ncontests: 5\nsources: 3\n")
    #expect(steps == Array(1...days.count + 1))
    #expect(try folder.text(of: "manifest.json").contains("\"box.counts.txt\""))
    let next = try writer.write(try request(), as: KMLExporter(), to: output)
    #expect(next.removed == ["box.counts.txt"])
  }

  private func isTrue(_ value: JSONNode?) -> Bool {
    guard case .bool(let isSo)? = value?.kind else { return false }
    return isSo
  }

  private func features(_ text: String) throws -> [ReadFeature] {
    try readGeoJSON(SourceText(Array(text.utf8)))
  }
}
