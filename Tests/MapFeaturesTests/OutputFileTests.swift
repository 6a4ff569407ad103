import Foundation
import GeoJSON
import Geometry
import JSON
import MapTestSupport
import Parallel
import TestSupport
import Testing
import Theatre

@testable import MapFeatures

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

  @Test("through a link the file that it leads to is written, also one that is not there yet")
  func link() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "maps/real")
    for (link, destination) in [
      ("relative", "maps/real"), ("absolute", "\(folder.path)/maps/real"), ("twice", "relative"),
      ("dangling", "maps/new"),
    ] {
      let path = "\(folder.path)/\(link)"
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: destination)
      let written = try OutputFolder.write(Array(link.utf8), toFile: path)
      #expect(written.path == path)
      let target = link == "dangling" ? "maps/new" : "maps/real"
      #expect(try folder.text(of: target) == link)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == destination)
    }
    #expect(try names(folder) == ["absolute", "dangling", "maps", "relative", "twice"])
  }

  @Test("a pipe, a device and a link that leads round are refused and stay")
  func irregular() throws {
    let folder = try TemporaryFolder()
    let (pipe, ring) = ("\(folder.path)/pipe", "\(folder.path)/ring")
    #expect(mkfifo(pipe, 0o600) == 0)
    try FileManager.default.createSymbolicLink(atPath: ring, withDestinationPath: "ring")
    let reason = "is not a regular file: name another with --out"
    for (path, reason) in [
      (pipe, reason), ("/dev/null", reason), (ring, "too many levels of symbolic links"),
    ] {
      let error = try #require(throws: OutputError.self) {
        try OutputFolder.write([1], toFile: path)
      }
      #expect(error.path == path && error.reason == reason)
    }
    #expect(try names(folder) == ["pipe", "ring"])
  }

  @Test("of files that belong together none takes its place if one cannot be written")
  func together() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "b/inside")
    let (one, other) = ("\(folder.path)/a", "\(folder.path)/b")
    for paths in [[one, other], [other, one]] {
      let error = try #require(throws: OutputError.self) {
        try OutputFolder.write(together: paths.map { ($0, [1]) })
      }
      #expect(error.description == "cannot write \(other): is a directory")
      #expect(try names(folder) == ["b"])
    }
    let files = try OutputFolder.write(together: [(one, [1]), ("\(folder.path)/c", [2, 3])])
    #expect(files.map(\.size) == [1, 2] && files.map(\.path) == [one, "\(folder.path)/c"])
    #expect(try names(folder) == ["a", "b", "c"])
  }

  @Test("what an interrupted run has left of a file goes with the next, and nothing else does")
  func abandoned() throws {
    let folder = try TemporaryFolder()
    // No process has so large a number, and this one is alive.
    let gone = "map.part-\(Int32.max)"
    let others = [
      "map.part-\(getppid())", "map.part-0\(Int32.max)", "map.part-+\(Int32.max)", "map.part-",
      "map.part-\(Int32.max).old", "map.part-x", "other.part-\(Int32.max)", "map.part-0",
    ]
    for name in [gone] + others { try folder.write("x", to: name) }
    try folder.write("x", to: "map.part-\(Int32.max - 1)/inside")
    try OutputFolder.write([1], toFile: "\(folder.path)/map")
    #expect(try names(folder) == (others + ["map", "map.part-\(Int32.max - 1)"]).sorted())
  }
}
