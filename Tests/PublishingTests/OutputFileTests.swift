import Foundation
import GeoJSON
import Geometry
import TestSupport
import Testing
import TheatreModel

@testable import Publishing

/// Files that are written piece by piece. If one of these fails, an interrupted run leaves half a map
/// under the name of a whole one, or rubbish beside it.
@Suite("A file written piece by piece")
struct OutputFileTests {
  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private struct Interruption: Error {}

  private func writeHalf(_ target: String) throws {
    var file = try OutputFile(target)
    try file.append(Array("half a ".utf8))
    throw Interruption()
  }

  @Test("one that is not finished leaves nothing, and what was there stays")
  func unfinished() throws {
    let folder = try TemporaryFolder()
    let target = "\(folder.path)/map.geojson"
    #expect(throws: Interruption.self) { try writeHalf(target) }
    #expect(try names(folder).isEmpty)
    try folder.write("the old map", to: "map.geojson")
    #expect(throws: Interruption.self) { try writeHalf(target) }
    #expect(try names(folder) == ["map.geojson"])
    #expect(try folder.text(of: "map.geojson") == "the old map")
  }

  @Test("the pieces are one file, and its size and digest are those of the whole")
  func pieces() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: folder.path)
    let whole = try output.write(Array("a whole map\n".utf8), to: "whole")
    var file = try OutputFile("\(folder.path)/pieces")
    for piece in ["a ", "", "whole", " map\n"] { try file.append(Array(piece.utf8)) }
    #expect(try !names(folder).contains("pieces"))
    let written = try file.finish(as: "pieces")
    #expect(try folder.text(of: "pieces") == folder.text(of: "whole"))
    #expect(written.size == whole.size && written.sha256 == whole.sha256)
    #expect(written.path == "pieces")
    #expect(try names(folder) == ["pieces", "whole"])
  }

  @Test("a file in a folder that is not there is refused by its name")
  func refused() throws {
    let folder = try TemporaryFolder()
    let error = try #require(throws: OutputError.self) {
      let file = try OutputFile("\(folder.path)/missing/map.geojson")
      _ = try file.finish(as: "map.geojson")
    }
    #expect(error.path == "\(folder.path)/missing/map.geojson")
  }

  @Test("one that cannot take its place leaves nothing beside it")
  func noPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "map.geojson/inside")
    #expect(throws: OutputError.self) {
      let file = try OutputFile("\(folder.path)/map.geojson")
      _ = try file.finish(as: "map.geojson")
    }
    #expect(try names(folder) == ["map.geojson"])
  }

  @Test("a layer written as it comes has the bytes of one written at once", arguments: 0..<5)
  func stream(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    let stream = try LayerStream(.control, in: OutputFolder(path: folder.path))
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
        #expect(stream.waiting == 0, "seed \(seed)")
      }
    }
    let bytes = writer.finish()
    let written = try #require(try stream.finish(), "seed \(seed)")
    #expect(try Array(folder.text(of: "control.geojson").utf8) == bytes, "seed \(seed)")
    #expect(written.path == "control.geojson" && written.size == bytes.count, "seed \(seed)")
    #expect(try stream.finish() == nil, "seed \(seed)")
    #expect(try names(folder) == ["control.geojson"], "seed \(seed)")
  }

  @Test("a layer that is given up leaves nothing")
  func givenUp() throws {
    let folder = try TemporaryFolder()
    do {
      let stream = try LayerStream(.control, in: OutputFolder(path: folder.path))
      try stream.flush()
      #expect(stream.waiting == 0)
    }
    #expect(try names(folder).isEmpty)
  }
}
