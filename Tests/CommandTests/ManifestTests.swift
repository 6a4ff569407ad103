import Foundation
import TestSupport
import Testing

@Suite("The manifest of the snapshots")
struct ManifestTests {
  private func manifest(of stage: Stage) throws -> ManifestReply {
    try decoded(stage.folder.text(of: "maps/manifest.json"))
  }

  @Test("lists every file and every input with the checksum that another program finds")
  func checksums() throws {
    let stage = try Stage()
    _ = try stage.text("snapshots --out maps")
    let manifest = try manifest(of: stage)
    #expect(
      manifest.files.map(\.path)
        == (try stage.files(below: "maps")).filter { $0 != "manifest.json" })
    #expect(
      manifest.input.map(\.path) == [
        "actors.csv", "boundary.geojson", "places.csv", "reports.csv", "river.geojson",
        "sources.csv", "theatre.json",
      ])
    let lines =
      manifest.files.map { "\($0.sha256)  maps/\($0.path)\n" }
      + manifest.input.map { "\($0.sha256)  \($0.path)\n" }
    try stage.folder.write(lines.joined(), to: "checksums")
    // shasum comes with Perl and so with macOS; sha256sum with every Linux.
    let result = try stage.shell(
      "sha256sum -c checksums 2>/dev/null || shasum -a 256 -c checksums")
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  @Test("names the licence of the theatre and of each source")
  func licences() throws {
    let stage = try Stage()
    _ = try stage.text("snapshots --out maps")
    let manifest = try manifest(of: stage)
    #expect(manifest.licence == "none")
    #expect(manifest.sources.map(\.id) == ["paper", "reds", "poor"])
    #expect(manifest.sources.map(\.licence) == ["none", "none", "none"])
  }

  @Test("what an earlier run wrote and this one did not is removed, a foreign file is not")
  func stale() throws {
    let stage = try Stage()
    _ = try stage.text("snapshots --out maps --every day")
    try stage.folder.write("mine", to: "maps/notes.geojson")
    try stage.folder.write("mine", to: "maps/snapshots/2019-01-01.geojson")
    _ = try stage.text("snapshots --out maps --on 2020-01-03 --layers control")
    #expect(
      try stage.files(below: "maps") == [
        "control.geojson", "manifest.json", "notes.geojson", "snapshots/2019-01-01.geojson",
        "snapshots/2020-01-03.geojson",
      ])
  }

  @Test(
    "a manifest that somebody forged removes nothing else",
    arguments: [
      "../reports.csv", "../boundary.geojson", "snapshots/../../boundary.geojson", "notes.geojson",
      "snapshots/notes.geojson", "./control.geojson/../notes.geojson", "",
      "snapshots/2020-01-0x.geojson",
    ])
  func forged(path: String) throws {
    let stage = try Stage()
    for name in ["maps/notes.geojson", "maps/snapshots/notes.geojson"] {
      try stage.folder.write("mine", to: name)
    }
    try stage.folder.write("mine", to: "maps/snapshots/2020-01-0x.geojson")
    let before = try Set(stage.files(below: "."))
    let entry = "{\"path\": \"\(path)\", \"bytes\": 1, \"sha256\": \"\"}"
    try stage.folder.write("{\"files\": [\(entry)]}", to: "maps/manifest.json")
    _ = try stage.text("snapshots --out maps")
    #expect(try Set(stage.files(below: ".")).isSuperset(of: before))
  }

  @Test(
    "a manifest that is no manifest is replaced", arguments: ["", "[1]", "{\"files\": 3}", "{"])
  func noManifest(text: String) throws {
    let stage = try Stage()
    try stage.folder.write(text, to: "maps/manifest.json")
    _ = try stage.text("snapshots --out maps")
    #expect(try manifest(of: stage).files.count == 9)
  }
}
