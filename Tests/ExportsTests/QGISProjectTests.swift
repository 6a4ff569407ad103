import ControlMap
import Diagnostics
import Exports
import FileOutput
import Foundation
import FrontTracking
import GeoJSON
import Geometry
import MapFeatures
import MapTestSupport
import TestSupport
import Testing
import Theatre

/// The files for QGIS, read back as XML. If one of these fails, a project opens without its layers, its
/// time or its colours, or text of the data becomes part of a project.
@Suite("A project for QGIS")
struct QGISProjectTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @discardableResult
  private func write(
    _ theatre: SmallTheatre, to name: String = "map", printing date: String? = nil,
    inference: InferenceMethod = .nearest
  ) throws -> (files: [WrittenFile], hasWrittenLayers: Bool) {
    let exporter = QGISProjectExporter(printing: try date.map(day))
    let request = ExportRequest(try tracker(theatre, inference), version: "9.9")
    let output = OutputFolder(path: "\(folder.path)/\(name)")
    let result = try exporter.write(request, to: output)
    return (result.files, result.hasWrittenLayers)
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func project(_ name: String = "map") throws -> XMLNode {
    try XMLNode.parse(folder.text(of: "\(name)/box.qgs"))
  }

  @Test("every layer has its file, its style, a place in the legend and its time")
  func layers() throws {
    let result = try write(SmallTheatre())
    #expect(result.hasWrittenLayers)
    let project = try project()
    let layers = project.all("maplayer")
    #expect(layers.count > 5)
    let inTree = Set(project.all("layer-tree-layer").compactMap { $0.attributes["id"] })
    for layer in layers {
      let id = try #require(layer.text(of: "id"))
      #expect(id.count > 10, "QGIS gives another id to a layer with a short one")
      #expect(inTree.contains(id))
      let source = try #require(layer.text(of: "datasource"))
      #expect(source.hasPrefix("./"), "an absolute path does not move with its folder")
      let features = try readGeoJSON(
        SourceText(Array(folder.text(of: "map/\(source.dropFirst(2))").utf8)))
      #expect(features.contains { $0.shape != nil })
      let style = try XMLNode.parse(
        folder.text(of: "map/\(source.dropFirst(2).replacing("geojson", with: "qml"))"))
      let temporal = try #require(layer.all("temporal").first?.attributes)
      let hasTime = features[0].string("start") != nil
      #expect(temporal["enabled"] == (hasTime ? "1" : "0"), "\(id)")
      #expect(temporal["limitMode"] == "0")
      #expect(style.all("temporal").first?.attributes == temporal)
    }
  }

  @Test("the period is the map's, with the day after as its end, in steps of a day")
  func time() throws {
    try write(SmallTheatre())
    let time = try #require(try project().all("ProjectTimeSettings").first)
    #expect(time.attributes["timeStep"] == "1" && time.attributes["timeStepUnit"] == "d")
    #expect(time.all("start").map(\.text) == ["2020-01-01T00:00:00Z"])
    #expect(time.all("end").map(\.text) == ["2020-02-01T00:00:00Z"])
  }

  @Test("the layer definition has the layers of the project, styled alike")
  func definition() throws {
    try write(SmallTheatre())
    let definition = try XMLNode.parse(folder.text(of: "map/box.qlr"))
    #expect(
      try project().all("renderer-v2").map(\.form)
        == definition.all("renderer-v2").map(\.form))
    #expect(definition.all("layer-tree-layer").count == definition.all("maplayer").count)
  }

  @Test("ground is drawn by its holder, and every holder of the layer has a rule")
  func rules() throws {
    try write(SmallTheatre())
    let control = try XMLNode.parse(folder.text(of: "map/control.qml"))
    let filters = control.all("rule").compactMap { $0.attributes["filter"] }
    let features = try readGeoJSON(
      SourceText(Array(folder.text(of: "map/control.geojson").utf8)))
    for holder in Set(features.map { $0.string("holder") }) {
      let filter = holder.map { "\"holder\" = '\($0)'" } ?? "\"holder\" IS NULL"
      #expect(filters.contains(filter), "\(filters)")
    }
  }

  @Test("names that are markup, expressions or quotes stay names")
  func hostileNames() throws {
    var theatre = SmallTheatre()
    theatre.actors = theatre.actors.replacing("Blue", with: "<b>[% env('HOME') %] & 'Blue'</b>")
    theatre.placeRows = theatre.placeRows.map {
      $0.replacing("North West", with: "<img onerror=x> ]]> [% 1+1 %]")
    }
    theatre.settings = theatre.settings.replacing(
      "A box with a river", with: "<script>[% 1 + 1 %]</script> [%\u{301}2 %]")
    try write(theatre)
    let project = try project()
    #expect(project.text(of: "title") == "<script>[% 1 + 1 %]</script> [%\u{301}2 %]")
    let texts = project.all("LayoutItem").compactMap { $0.attributes["labelText"] }
    #expect(texts.contains("<script>[ % 1 + 1 %]</script> [ %\u{301}2 %]"))
    // What QGIS evaluates is of geotrack's own making.
    let evaluated = texts.flatMap { $0.components(separatedBy: "[%").dropFirst() }
    #expect(evaluated.count == 1 && evaluated[0].contains("map_start_time"))
    #expect(project.all("img").isEmpty && project.all("script").isEmpty)
  }

  @Test("layers that are there are not written again")
  func layersStay() throws {
    try write(SmallTheatre())
    let path = "\(folder.path)/map/control.geojson"
    let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    let result = try write(SmallTheatre())
    #expect(!result.hasWrittenLayers)
    let after = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    #expect(before != nil && before == after)
  }

  @Test("a layer that is not the one which the manifest lists is refused and stays")
  func changedLayer() throws {
    try write(SmallTheatre())
    let changed = try folder.text(of: "map/control.geojson").replacing("red", with: "blue")
    try folder.write(changed, to: "map/control.geojson")
    #expect {
      try write(SmallTheatre())
    } throws: { error in
      guard case .otherMap(_, let reasons) = error as? ExportError else { return false }
      return reasons == ["control.geojson has changed since manifest.json was written"]
    }
    #expect(try folder.text(of: "map/control.geojson") == changed)
  }

  @Test("what a run has left that was stopped while its files took their places is mended")
  func stopped() throws {
    try write(SmallTheatre())
    let whole = try folder.text(of: "map/manifest.json")
    let theatre = try tracker(SmallTheatre()).theatre
    let manifest = Manifest.incomplete(theatre, version: "9.9", paths: ["control.geojson"])
    try folder.write(String(decoding: manifest.bytes, as: UTF8.self), to: "map/manifest.json")
    try folder.write("of another run", to: "map/control.geojson")
    #expect(try write(SmallTheatre()).hasWrittenLayers)
    #expect(try folder.text(of: "map/manifest.json") == whole)
  }

  @Test("a folder with another map is refused, and says in what it differs")
  func otherMap() throws {
    try write(SmallTheatre())
    var changed = SmallTheatre()
    changed.reportRows.removeLast()
    let others: [(SmallTheatre, InferenceMethod, String)] = [
      (changed, .nearest, "reports.csv has changed"),
      (SmallTheatre(), .kriging, "its infer is nearest and not kriging"),
    ]
    for (theatre, inference, word) in others {
      #expect {
        try write(theatre, inference: inference)
      } throws: { error in
        guard case .otherMap(_, let reasons) = error as? ExportError else { return false }
        return reasons.contains(word)
      }
    }
    try FileManager.default.removeItem(atPath: "\(folder.path)/map/manifest.json")
    #expect(throws: ExportError.self) { try write(SmallTheatre()) }
  }

  @Test("a map of a part of the days gives a project of these days")
  func partOfDays() throws {
    let period = try day("2020-01-03")..<day("2020-01-08")
    let request = ExportRequest(
      try tracker(SmallTheatre()), version: "9.9", period: period)
    try MapWriter().write(
      request, as: GeoJSONExporter(), to: OutputFolder(path: "\(folder.path)/map"))
    try write(SmallTheatre())
    let project = try project()
    let time = try #require(project.all("ProjectTimeSettings").first)
    #expect(time.all("start").map(\.text) == ["2020-01-03T00:00:00Z"])
    #expect(time.all("end").map(\.text) == ["2020-01-08T00:00:00Z"])
    let printed = project.all("LayoutItem").compactMap { $0.attributes["temporalRangeBegin"] }
    #expect(printed == ["2020-01-07T00:00:00Z"])
    #expect(throws: ExportError.self) {
      try write(SmallTheatre(), printing: "2020-01-08")
    }
  }

  @Test("a theatre with no report has a project without layers that have no feature")
  func silent() throws {
    var theatre = SmallTheatre()
    theatre.reportRows = []
    try write(theatre)
    let names = try project().all("layername").map(\.text)
    #expect(names.contains("Control") && !names.contains("Front lines"))
  }

  @Test("kriging adds the band in which the line is uncertain")
  func band() throws {
    var theatre = SmallTheatre()
    theatre.placeRows.append("fifth,Fifth,,village,36.5,43.1,0.5,,test,")
    theatre.reportRows.append("r3,2020-01-10,,north-west,blue,control,paper,1,3,")
    try write(theatre, inference: .kriging)
    let layers = try project().all("layername").map(\.text)
    #expect(layers.contains("Where the line is uncertain"))
  }

  @Test("the same map gives the same bytes")
  func deterministic() throws {
    try write(SmallTheatre(), to: "one")
    try write(SmallTheatre(), to: "two")
    for name in ["box.qgs", "box.qlr", "control.qml", "base/names.geojson"] {
      #expect(try folder.text(of: "one/\(name)") == folder.text(of: "two/\(name)"))
    }
  }
}
