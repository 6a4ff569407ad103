import FileOutput
import Foundation
import GeoJSON
import Geometry
import JSON
import TestSupport
import Testing
import Theatre

@testable import Exports
@testable import MapFeatures

/// A layer's file that is written as its features come. If one of these fails, a layer is not what its
/// features are, or half a layer stands under its name.
@Suite("A layer's file")
struct LayerStreamTests {
  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("a layer written as it comes has the bytes of one written at once", arguments: 0..<5)
  func stream(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: folder.path)
    try output.alone(for: "a test") { staged in
      try check(&random, in: staged, "seed \(seed)")
    }
    #expect(try names(folder) == ["control.geojson"], "seed \(seed)")
  }

  /// Writes a layer both ways and compares the bytes.
  private func check(
    _ random: inout SeededGenerator, in staged: StagedFolder, _ seed: String
  ) throws {
    let stream = try LayerStream(
      FeatureWriter(name: "control"), to: "control.geojson", in: staged)
    var writer = FeatureWriter(name: "control")
    for number in 0..<Int.random(in: 0...30, using: &random) {
      let center = Position(longitude: Double(number), latitude: 36)
      let ring = random.star(around: center, radius: 0.1...0.4, corners: 7)
      let feature = EncodedFeature(
        leading: [JSONMember("start", "2020-01-01")], trailing: [JSONMember("n", .int(number))],
        shape: .polygon(Polygon(ring)))
      let day = Day(number: 18_262)
      stream.append(FormattedFeature(text: feature, start: day, confidence: nil))
      writer.append(feature)
      if Bool.random(using: &random) {
        try stream.flush()
        #expect(stream.waiting == 0, "\(seed)")
      }
    }
    let bytes = writer.finish()
    let written = try #require(try stream.finish(), "\(seed)")
    #expect(written.path == "control.geojson" && written.size == bytes.count, "\(seed)")
    #expect(try stream.finish() == nil, "\(seed)")
    try staged.commit([written])
    #expect(try staged.folder.read("control.geojson") == bytes, "\(seed)")
  }

  @Test("a layer that is given up leaves nothing")
  func givenUp() throws {
    let folder = try TemporaryFolder()
    try OutputFolder(path: folder.path).alone(for: "a test") { staged in
      let stream = try LayerStream(
        FeatureWriter(name: "control"), to: "control.geojson", in: staged)
      try stream.flush()
      #expect(stream.waiting == 0)
    }
    #expect(try names(folder).isEmpty)
  }
}
