import Foundation
import TestSupport
import Testing

@testable import FileOutput

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
    let output = OutputFolder(path: folder.path)
    try folder.write("x", to: "b/inside")
    for order in [["a", "b"], ["b", "a"]] {
      let error = try #require(throws: OutputError.self) {
        try output.write(together: order.map { ($0, [1]) }, for: "a test")
      }
      #expect(error.description == "cannot write \(folder.path)/b: is a directory")
      #expect(try names(folder) == ["b"])
    }
    let files = try output.write(together: [("a", [1]), ("c", [2, 3])], for: "a test")
    #expect(files.map(\.size) == [1, 2] && files.map(\.path) == ["a", "c"])
    #expect(try names(folder) == ["a", "b", "c"])
  }

  @Test("what a killed run has left goes with the next, and nothing else does")
  func abandoned() throws {
    let folder = try TemporaryFolder()
    let token = PartName.token()
    let gone = PartName.single(token: token)
    let others = [
      "map.part-1", ".geotrack-file-.part", ".geotrack-file-\(token)",
      ".geotrack-file-x\(token).part",
      // A run that holds the folder's lock may be writing this one.
      PartName.staged(owner: Path.identity(of: folder.path), token: token, file: "control.geojson"),
    ]
    for name in [gone] + others { try folder.write("x", to: name) }
    try OutputFolder.write([1], toFile: "\(folder.path)/map")
    #expect(try names(folder) == (others + ["map"]).sorted())
  }

  @Test("a file that is being written is not taken for one that a killed run has left")
  func beingWritten() throws {
    let folder = try TemporaryFolder()
    var slow = try OutputFile("\(folder.path)/slow")
    try slow.append([1])
    try OutputFolder.write([2], toFile: "\(folder.path)/quick")
    try slow.append([3])
    _ = try slow.finish(as: "slow")
    #expect(try Data(contentsOf: URL(filePath: "\(folder.path)/slow")) == Data([1, 3]))
    #expect(try names(folder) == ["quick", "slow"])
  }

  @Test("a file keeps its mode, so that what only its owner could read stays so")
  func mode() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/table.csv"
    for mode in [0o600, 0o640, 0o644, 0o666, 0o400] {
      try folder.write("old", to: "table.csv")
      chmod(path, mode_t(mode))
      try OutputFolder.write([1], toFile: path)
      var status = stat()
      #expect(stat(path, &status) == 0 && Int(status.st_mode & 0o777) == mode)
      try FileManager.default.removeItem(atPath: path)
    }
  }

  @Test("a file keeps owner and group where the system lets it", .enabled(if: geteuid() == 0))
  func owner() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/table.csv"
    try folder.write("old", to: "table.csv")
    #expect(chown(path, 12_345, 23_456) == 0 && chmod(path, 0o660) == 0)
    try OutputFolder.write([1], toFile: path)
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_uid == 12_345 && status.st_gid == 23_456)
    #expect(status.st_mode & 0o777 == 0o660)
  }

  @Test(
    "a link that another user has made is not followed: it could lead to any file of the writer",
    .enabled(if: geteuid() == 0))
  func plantedLink() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "victim")
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/open", withIntermediateDirectories: false)
    for (link, destination) in [("map", "../victim"), ("snapshots", "..")] {
      let path = "\(folder.path)/open/\(link)"
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: destination)
      #expect(lchown(path, 12_345, 12_345) == 0)
    }
    let output = OutputFolder(path: "\(folder.path)/open")
    for name in ["map", "snapshots/victim"] {
      let error = try #require(throws: OutputError.self) { try output.write([1], to: name) }
      #expect(error.reason.contains("is a link that another user has made"))
    }
    #expect(try folder.text(of: "victim") == "mine")
  }

  @Test("nobody can tell beforehand what a file is called until it is finished")
  func unguessable() throws {
    let folder = try TemporaryFolder()
    var seen: Set<String> = []
    for _ in 0..<20 {
      let file = try OutputFile("\(folder.path)/map")
      seen.formUnion(try names(folder))
      _ = consume file
    }
    #expect(seen.count == 20 && seen.allSatisfy { $0.utf8.count > 40 })
    #expect(try names(folder).isEmpty)
  }

  @Test("what was planted under the name of a part is refused and stays as it is")
  func planted() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "victim")
    let target = try OutputTarget("\(folder.path)/map")
    let part = "\(folder.path)/part"
    try FileManager.default.createSymbolicLink(atPath: part, withDestinationPath: "victim")
    #expect(throws: OutputError.self) { _ = try PartFile.begin(part, for: target) }
    try FileManager.default.removeItem(atPath: part)
    #expect(mkfifo(part, 0o600) == 0)
    #expect(throws: OutputError.self) { _ = try PartFile.begin(part, for: target) }
    #expect(try folder.text(of: "victim") == "mine")
    #expect(try names(folder) == ["part", "victim"])
  }

  @Test("a name as long as the file system allows can be written")
  func longName() throws {
    let folder = try TemporaryFolder()
    let name = String(repeating: "x", count: 255)
    try OutputFolder(path: folder.path).write([1], to: name)
    _ = try OutputFolder(path: folder.path).write(together: [(name, [2])], for: "a test")
    #expect(try names(folder) == [name])
    #expect(throws: OutputError.self) {
      try OutputFolder(path: folder.path).write([1], to: name + "x")
    }
  }
}
