import ControlMap
import FileOutput
import Foundation
import FrontTracking
import MapFeatures
import MapTestSupport
import TestSupport
import Testing
import Theatre

@testable import Exports

/// Files with text of all kinds in every column. If one of these fails, a control character in a name makes a file
/// that no program opens, or a name becomes markup.
@Suite("Any text in files of XML")
struct OddTextTests {
  /// The exporters that write XML, each with the endings of its files.
  private static let exporters: [(any Exporter, [String])] = [
    (KMLExporter(), ["kml"]), (QGISProjectExporter(), ["qgs", "qlr", "qml"]),
    (PictureExporter(), ["svg"]), (ChartExporter(), ["svg"]),
  ]

  /// The files of XML that an exporter writes, read by somebody else's parser.
  private func files(
    _ exporter: any Exporter, _ endings: [String], saying text: String
  ) throws -> [(name: String, root: XMLNode)] {
    let folder = try TemporaryFolder()
    let request = ExportRequest(try tracker(.saying(text)), version: "1")
    try OutputFolder(path: folder.path).alone(for: "a test") { staged in
      try staged.commit(try exporter.write(request, to: staged) { _, _ in })
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { name in endings.contains { name.hasSuffix(".\($0)") } }
    for ending in endings { #expect(names.contains { $0.hasSuffix(".\(ending)") }, "\(ending)") }
    return try names.sorted().map { ($0, try XMLNode.parse(folder.text(of: $0))) }
  }

  @Test(
    "a real parser reads every file, whatever characters the theatre has",
    arguments: exporters.indices, [OddText.characters, OddText.markup])
  func wellFormed(exporter: Int, text: String) throws {
    let (exporter, endings) = Self.exporters[exporter]
    for (name, root) in try files(exporter, endings, saying: text) {
      for element in ["script", "img", "b", "td", "table"] {
        #expect(root.all(element).isEmpty, "\(element) in \(name)")
      }
    }
  }

  @Test("what XML cannot hold is replaced, and all else comes back as it was")
  func roundTrip() throws {
    let read = try tracker(.saying(OddText.characters)).theatre.settings.title
    let expected = String(
      String.UnicodeScalarView(
        read.unicodeScalars.map { scalar in
          let isAllowed = scalar.value >= 0x20 || "\t\n\r".unicodeScalars.contains(scalar)
          return isAllowed && !(0xFFFE...0xFFFF).contains(scalar.value) ? scalar : "\u{FFFD}"
        }))
    let files = try files(
      QGISProjectExporter(), ["qgs", "qlr", "qml"], saying: OddText.characters)
    let project = try #require(files.first { $0.name == "box.qgs" }?.root)
    let title = try #require(project.text(of: "title"))
    #expect(title.unicodeScalars.contains("\u{FFFD}") && title.unicodeScalars.contains("\u{202E}"))
    #expect(title.unicodeScalars.elementsEqual(expected.unicodeScalars))
    #expect(
      project.attributes["projectname"]?.unicodeScalars.elementsEqual(expected.unicodeScalars)
        == true)
  }

  @Test("KML tells a name that is markup as text, in its title and in its balloon")
  func balloons() throws {
    let files = try files(KMLExporter(), ["kml"], saying: OddText.markup)
    let marks = try #require(files.first?.root.all("Placemark"))
    #expect(marks.contains { $0.text(of: "name")?.contains(OddText.markup) == true })
    for mark in marks {
      // The balloon is HTML: what is in it must still be escaped when the XML is read.
      let balloon = try #require(mark.text(of: "description"))
      #expect(!balloon.contains("<img") && !balloon.contains("</script"))
    }
  }
}
