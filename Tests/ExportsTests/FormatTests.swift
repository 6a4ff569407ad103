import ControlMap
import FileOutput
import Foundation
import FrontTracking
import GeoJSON
import Geometry
import JSON
import MapFeatures
import MapTestSupport
import TestSupport
import Testing
import Theatre

@testable import Exports

/// The other formats. If one of these fails, some program reads another map than the GeoJSON tells.
@Suite("The formats")
struct FormatTests {
  /// A theatre with names that are markup, a formula and several lines somewhere.
  private var odd: SmallTheatre {
    var theatre = SmallTheatre()
    theatre.placeRows.append(
      "odd,\"=SUM(1,2) <b>\"\"Mill\"\" & 'Co'</b>\nالمطحنة\",,town,36.5,43.1,,westland,test,")
    theatre.reportRows += [
      "r3,2020-01-05,,south-west,blue,contested,paper,2,2,\"a <script> & ]]> \"\"note\"\"\"",
      "r4,2020-01-09,,south-west,blue,control,paper,3,2,",
    ]
    return theatre
  }

  private func write(
    _ theatre: SmallTheatre, as format: any Exporter, to folder: TemporaryFolder
  ) throws -> [WrittenFile] {
    let tracker = try tracker(theatre)
    let request = ExportRequest(tracker, version: "test", days: tracker.days)
    return try MapWriter()
      .write(request, as: format, to: OutputFolder(path: folder.path)).files
  }

  @Test("the same input gives the same bytes", arguments: ExportRegistry.all.map(\.name))
  func determinism(name: String) throws {
    let format = try format(name)
    let (one, two) = (try TemporaryFolder(), try TemporaryFolder())
    #expect(try write(odd, as: format, to: one) == write(odd, as: format, to: two))
    // Over an earlier file too, which SQLite would otherwise go on counting.
    #expect(try write(odd, as: format, to: one) == write(odd, as: format, to: two))
  }

  private func format(_ name: String) throws -> any Exporter {
    try #require(ExportRegistry.all.first { $0.name == name })
  }

  @Test("a sequence is texts between RS and LF, and they are the features of the collection")
  func sequence() throws {
    let (plain, framed) = (try TemporaryFolder(), try TemporaryFolder())
    let files = try write(odd, as: GeoJSONExporter(), to: plain).map(\.path)
    let sequences = try write(odd, as: GeoJSONExporter(.sequence), to: framed).map(\.path)
    #expect(sequences == files.map { $0.replacing(".geojson", with: ".geojsonseq") })
    for (file, sequence) in zip(files, sequences) {
      let data = try Data(contentsOf: framed.url.appending(path: sequence))
      let texts = data.split(separator: 0x1E)
      #expect(data.filter { $0 == 0x1E }.count == texts.count)
      #expect(data.isEmpty || data.first == 0x1E)
      let features = try texts.map { text in
        #expect(text.last == 0x0A)
        return try #require(try JSONSerialization.jsonObject(with: text) as? NSDictionary)
      }
      let whole = try #require(
        try JSONSerialization.jsonObject(with: Data(plain.text(of: file).utf8)) as? NSDictionary)
      #expect(whole["features"] as? [NSDictionary] == features, "\(file)")
    }
  }

  @Test("the file of a KML is well formed, and nothing in the data becomes markup in it")
  func kml() throws {
    let folder = try TemporaryFolder()
    #expect(try write(odd, as: KMLExporter(), to: folder).map(\.path) == ["box.kml"])
    let text = try folder.text(of: "box.kml")
    #expect(!text.contains("<script>") && !text.contains("<b>"))
    // Once as text of KML, and in the balloon once more as text of HTML.
    #expect(text.contains("=SUM(1,2) &lt;b&gt;"))
    #expect(text.contains("&lt;td&gt;=SUM(1,2) &amp;lt;b&amp;gt;"))
    // A period ends on its last day, so that no other begins within it.
    #expect(text.contains("<end>2020-01-08T23:59:59Z</end>"))
    #expect(text.contains("<begin>2020-01-09T00:00:00Z</begin>"))
    #expect(text.contains("<end>2020-01-31T23:59:59Z</end>"))
    // Programs that read a span and data called start and end would find two periods.
    #expect(!text.contains("name=\"start\"") && !text.contains("name=\"end\""))
    #expect(text.contains("&lt;th align=&quot;left&quot;&gt;end&lt;/th&gt;&lt;td&gt;2020-02-01"))
    let styles = Set(text.matches(of: #/<Style id="([^"]*)"/#).map { String($0.1) })
    let used = Set(text.matches(of: ##/<styleUrl>#([^<]*)</##).map { String($0.1) })
    #expect(used.isSubset(of: styles) && !used.isEmpty, "\(used.subtracting(styles))")
    #expect(used.contains("ground-0-contested"))
    // The reports on whole districts are no points, and all the same on the layer.
    #expect(text.contains("<SimpleData name=\"id\">r1</SimpleData>"))
  }

  @Test("a name that would turn around what follows it is set straight")
  func direction() throws {
    var theatre = odd
    theatre.settings = theatre.settings.replacing("A box", with: "A \\u202Ebox\u{202C}")
    theatre.placeRows[3] =
      "north-west,\u{2067}North\u{2069} \u{202E}West,,town,36.75,43.25,0.5,westland,test,"
    let folder = try TemporaryFolder()
    _ = try write(theatre, as: KMLExporter(), to: folder)
    let text = try folder.text(of: "box.kml")
    #expect(text.contains("<name>A box with a river</name>"))
    #expect(text.contains("<name>North West</name>"))
    #expect(text.contains("المطحنة</name>"))
  }

  @Test("a colour of KML begins with its opacity and ends with red")
  func colour() {
    #expect(KMLStyles.color("#1b9E77", alpha: 0xB3) == "b3779e1b")
    #expect(KMLStyles.color("#ff0000", alpha: 0x0A) == "0a0000ff")
    #expect(KMLStyles.color("red", alpha: 0xFF) == "ffd9d9d9")
  }

  @Test("a cell keeps its quotes and lines, and what a spreadsheet would run is made text")
  func cells() {
    func shown(_ cell: CSVCell) -> String { cell.text(quotingFormulas: true) }
    #expect(shown(CSVCell.text("Mosul")) == "Mosul")
    #expect(shown(CSVCell.text("a \"b\", c")) == "\"a \"\"b\"\", c\"")
    #expect(shown(CSVCell.text("a\r\nb")) == "\"a\r\nb\"")
    #expect(shown(CSVCell.text("=1+1")) == "'=1+1")
    #expect(shown(CSVCell.text("=\u{301}1")) == "'=\u{301}1")
    #expect(shown(CSVCell.text("@x,y")) == "\"'@x,y\"")
    #expect(CSVCell.text("=1+1").text(quotingFormulas: false) == "=1+1")
    #expect(shown(CSVCell.list(["a", "b"])) == "a|b")
    #expect(shown(CSVCell.number(-43.5, places: 6)) == "-43.5")
    #expect(shown(CSVCell.number(nil, places: 3)) == "" && shown(CSVCell.text(nil)) == "")
  }

  @Test("the binary of a GeoPackage is read back as the shape, its box first", arguments: 0..<5)
  func binary(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let center = Position(longitude: 43, latitude: 36)
    let shell = random.star(around: center, radius: 0.5...0.9, corners: 9)
    let hole = random.star(around: center, radius: 0.1...0.3, corners: 5)
    let geometry = try #require(
      GeoPackageGeometry(.polygon(Polygon(shell, interiors: [hole]))), "seed \(seed)")
    var reader = Reader(bytes: geometry.bytes)
    #expect(reader.take(4) == [0x47, 0x50, 0, 3])
    #expect(reader.number() as UInt32 == 4_326)
    let box = (0..<4).map { _ in Double(bitPattern: reader.number()) }
    #expect(reader.take(1) == [1] && reader.number() as UInt32 == 3)
    var rings: [[Position]] = []
    for _ in 0..<(reader.number() as UInt32) {
      rings.append(
        (0..<(reader.number() as UInt32)).map { _ in
          let longitude = Double(bitPattern: reader.number())
          return Position(longitude: longitude, latitude: Double(bitPattern: reader.number()))
        })
    }
    #expect(reader.bytes.isEmpty)
    for (ring, found) in zip([shell, hole], rings) {
      #expect(ring.positions.count == found.count && found.first == found.last, "seed \(seed)")
      for (one, other) in zip(ring.positions, found) {
        #expect(one.longitude.isClose(to: other.longitude, within: 0.6e-6), "seed \(seed)")
        #expect(one.latitude.isClose(to: other.latitude, within: 0.6e-6), "seed \(seed)")
      }
    }
    let longitudes = rings[0].map(\.longitude)
    #expect(box[0] == longitudes.min() && box[1] == longitudes.max(), "seed \(seed)")
  }

  /// Takes numbers off the front of bytes.
  private struct Reader {
    var bytes: [UInt8]

    mutating func take(_ count: Int) -> [UInt8] {
      defer { bytes.removeFirst(count) }
      return Array(bytes.prefix(count))
    }

    mutating func number<Number: FixedWidthInteger>() -> Number {
      take(Number.bitWidth / 8).reversed().reduce(0) { $0 << 8 | Number($1) }
    }
  }

  @Test("every property of every layer has a column, in the same order")
  func columns() throws {
    var theatre = odd
    theatre.incidents = """
      id,date,place,kind,source,paragraph,note
      i1,2020-01-10,north-west,air_strike,paper,1,

      """
    theatre.openWest(to: "\"blue\"")
    theatre.reportRows.append("r9,2020-01-13,,eastland,red,contested,paper,,3,")
    let tracker = try tracker(theatre)
    let settings = tracker.theatre.settings
    let layers = LayerKind.all.of(mapInferredBy: .nearest)
    let all = try LayerFeed(tracker, layers, settings.start..<settings.end).allFeatures()
    for (layer, found) in zip(layers, all) {
      #expect(!found.isEmpty, "\(layer)")
      for feature in found {
        let names = feature.feature(namingLayer: false).properties.map(\.key)
        #expect(names == layer.columns.map(\.name), "\(layer)")
      }
    }
  }

  @Test("a GeoPackage tells its kind, and neither its writes nor who wrote it")
  func header() throws {
    let folder = try TemporaryFolder()
    #expect(try write(odd, as: GeoPackageExporter(), to: folder).map(\.path) == ["box.gpkg"])
    let bytes = [UInt8](try Data(contentsOf: folder.url.appending(path: "box.gpkg")))
    #expect(bytes.starts(with: Array("SQLite format 3\0".utf8)))
    #expect(Array(bytes[68..<72]) == Array("GPKG".utf8))
    #expect(Array(bytes[60..<64]) == [0, 0, 0x28, 0x3C])  // 10300
    #expect(bytes[24..<28] == [0, 0, 0, 1] && bytes[92..<96] == [0, 0, 0, 1])
  }

  @Test("without a report every format is whole", arguments: ExportRegistry.all.map(\.name))
  func noReports(name: String) throws {
    let format = try format(name)
    var theatre = SmallTheatre()
    theatre.reportRows = []
    theatre.placeRows = ["land,Land,,country,36.5,43.5,,,test,"]
    let folder = try TemporaryFolder()
    #expect(try !write(theatre, as: format, to: folder).isEmpty)
  }

  @Test(
    "a file that cannot be written is told before anything is drawn, and how far a run has come is told",
    arguments: [("kml", "box.kml"), ("gpkg", "box.gpkg"), ("csv", "status.csv")])
  func progress(format formatName: String, name: String) throws {
    let format = try format(formatName)
    let tracker = try tracker(odd)
    let request = ExportRequest(tracker, version: "test", days: tracker.days)
    let writer = MapWriter()
    let folder = try TemporaryFolder()
    try folder.write("x", to: "full/\(name)/inside")
    var steps: [Int] = []
    #expect(throws: ExportError.self) {
      try writer.write(request, as: format, to: OutputFolder(path: folder.path + "/full")) {
        done, _ in
        steps.append(done)
      }
    }
    #expect(steps.isEmpty)
    var last = 0
    try writer.write(request, as: format, to: OutputFolder(path: folder.path + "/empty")) {
      done, all in
      steps.append(done)
      last = all
    }
    #expect(steps == Array(1...last) && last >= tracker.days.count)
  }

  @Test("a theatre's name leads into no other folder")
  func names() throws {
    var theatre = SmallTheatre()
    theatre.settings = theatre.settings.replacing("\"box\"", with: "\"../a b/ق\"")
    let folder = try TemporaryFolder()
    #expect(try write(theatre, as: KMLExporter(), to: folder).map(\.path) == ["-.-a-b-ق.kml"])
  }
}
