import Foundation
import TestSupport
import Testing

@testable import FileOutput

/// Files that belong together. If one of these fails, a folder can hold files of two runs, and whoever cites
/// its map cites what no run has drawn.
@Suite("Files that belong together")
struct StagedFolderTests {
  private struct Interruption: Error {}

  private func names(_ path: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
  }

  @Test("none has its place before the last is written, and then all have")
  func commit() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: "\(folder.path)/out")
    try output.alone(for: "a test") { staged in
      let files = [
        try staged.write([1], to: "a"), try staged.write([2], to: "deep/down/b"),
        try staged.write([], to: "empty"),
      ]
      #expect(!output.contains("a") && !output.contains("deep/down/b"))
      try staged.synchronize(files)
      try staged.commit(files)
    }
    #expect(try names(output.path) == ["a", "deep", "deep/down", "deep/down/b", "empty"])
    #expect(try output.read("a") == [1] && output.read("deep/down/b") == [2])
    #expect(try output.read("empty") == [] && output.read("none") == nil)
  }

  @Test("a run that fails leaves the folder as it was")
  func failure() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: folder.path)
    try folder.write("old", to: "a")
    #expect(throws: Interruption.self) {
      try output.alone(for: "a test") { staged in
        try staged.write([1], to: "a")
        try staged.write([1], to: "below/b")
        throw Interruption()
      }
    }
    #expect(try names(folder.path) == ["a", "below"])
    #expect(try folder.text(of: "a") == "old")
  }

  @Test("what a killed run has left goes with the next")
  func healing() throws {
    let folder = try TemporaryFolder()
    let token = PartName.token()
    let part = PartName.staged(owner: Path.identity(of: folder.path), token: token, file: "a")
    for name in ["", "snapshots/", "elsewhere/deep/"] {
      try folder.write("x", to: name + part)
      try folder.write("x", to: name + PartName.single(token: token))
    }
    // A file of the folder is a link to one there, so parts of it lie there too.
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/linked", withDestinationPath: "elsewhere/deep/real")
    try folder.write("x", to: FolderLock.fileName)
    try folder.write("mine", to: "snapshots/.geotrack-notes")
    try OutputFolder(path: folder.path).alone(for: "a test") { _ in }
    #expect(
      try names(folder.path) == [
        "elsewhere", "elsewhere/deep", "linked", "snapshots", "snapshots/.geotrack-notes",
      ])
  }

  @Test("the parts of another folder's run stay, wherever it lies")
  func neighbours() throws {
    let folder = try TemporaryFolder()
    let (above, below) = (OutputFolder(path: folder.path), OutputFolder(path: "\(folder.path)/out"))
    try below.alone(for: "a long run") { staged in
      let file = try staged.write([1], to: "control.geojson")
      try above.alone(for: "a short run") { other in
        try other.commit([try other.write([2], to: "day.svg")])
      }
      try staged.commit([file])
    }
    #expect(try below.read("control.geojson") == [1] && above.read("day.svg") == [2])
    #expect(try names(folder.path) == ["day.svg", "out", "out/control.geojson"])
  }

  @Test("a lock that somebody has removed is not taken from the run that has made it anew")
  func removedLock() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: folder.path)
    let path = "\(folder.path)/\(FolderLock.fileName)"
    let first = try FolderLock(output, for: "one")
    #expect(unlink(path) == 0)
    let second = try FolderLock(output, for: "other")
    first.release()
    #expect(throws: OutputError.self) { try output.alone(for: "a third") { _ in } }
    second.release()
    #expect(try names(folder.path).isEmpty)
  }

  @Test("a second run is told who is writing, and may wait")
  func second() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: folder.path)
    try output.alone(for: "geotrack snapshots") { _ in
      let error = try #require(throws: OutputError.self) {
        try output.alone(for: "geotrack qgis") { _ in }
      }
      #expect(error.path == folder.path)
      #expect(
        error.reason.hasPrefix("another run is writing into this folder (geotrack snapshots, "))
      #expect(error.reason.contains("process \(getpid())"))
    }
    try output.alone(for: "geotrack qgis") { _ in }
    #expect(try names(folder.path).isEmpty)
  }

  @Test("many threads that want the same folder have it one after the other")
  func contention() async throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: folder.path)
    try folder.write("0", to: "count")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<25 {
            try output.alone(for: "a test", patience: 60) { staged in
              let text = String(decoding: try #require(try output.read("count")), as: UTF8.self)
              let count = try #require(Int(text))
              let file = try staged.write(Array("\(count + 1)".utf8), to: "count")
              try staged.commit([file])
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try folder.text(of: "count") == "200")
    #expect(try names(folder.path) == ["count"])
  }

  @Test("a lock that somebody planted is refused, and what it leads to stays")
  func plantedLock() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: folder.path)
    let lock = "\(folder.path)/\(FolderLock.fileName)"
    try folder.write("mine", to: "victim")
    let plant: [() throws -> Void] = [
      { try FileManager.default.createSymbolicLink(atPath: lock, withDestinationPath: "victim") },
      { #expect(mkfifo(lock, 0o600) == 0) },
      { #expect(link("\(folder.path)/victim", lock) == 0) },
      { try FileManager.default.createDirectory(atPath: lock, withIntermediateDirectories: false) },
    ]
    for plant in plant {
      try plant()
      #expect(throws: OutputError.self) { try output.alone(for: "a test") { _ in } }
      #expect(try folder.text(of: "victim") == "mine")
      try FileManager.default.removeItem(atPath: lock)
    }
  }

  @Test("a folder is made where it is missing, and a file in its way is told")
  func folders() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    try OutputFolder(path: "\(folder.path)/a/b/c").write([1], to: "d/e")
    #expect(try names(folder.path) == ["a", "a/b", "a/b/c", "a/b/c/d", "a/b/c/d/e", "file"])
    for path in ["file/below", "file"] {
      let error = try #require(throws: OutputError.self) {
        try OutputFolder(path: "\(folder.path)/\(path)").write([1], to: "x")
      }
      #expect(error.reason == "not a directory")
    }
    #expect(throws: OutputError.self) { _ = try OutputFolder(path: folder.path).read("a") }
  }
}
