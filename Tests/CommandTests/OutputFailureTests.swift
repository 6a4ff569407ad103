import Foundation
import TestSupport
import Testing

@Suite("A run that cannot write leaves what was there whole")
struct OutputFailureTests {
  @Test("a folder that cannot be made is exit code 74, with its name and the system's reason")
  func noFolder() throws {
    let stage = try Stage()
    try stage.folder.write("", to: "file")
    expectFailure(
      74, "geotrack: cannot write file/maps: not a directory\n",
      of: try stage.run("snapshots --out file/maps"))
  }

  @Test(
    "a file system that takes no files is exit code 74",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self"), "this system has no /proc"))
  func proc() throws {
    expectFailure(
      74, "geotrack: cannot write /proc/maps: ",
      of: try Stage().run("snapshots --out /proc/maps"))
  }

  /// A theatre whose map is in `maps`, and that has one more report since: the first layer changes, and it is
  /// longer than one block.
  private func stageWithOutdatedMap() throws -> Stage {
    let stage = try Stage()
    _ = try stage.text("snapshots --out maps")
    try stage.addReport("r3,2020-01-05,,north-west,blue,control,paper,,,")
    return stage
  }

  @Test(
    "a run that fails at one file leaves that file and all later ones as they were",
    .withoutSanitizer("a sanitizer writes larger files"))
  func failsMidway() throws {
    let stage = try stageWithOutdatedMap()
    let before = try stage.contents(below: "maps")
    let result = try stage.runWithSmallFiles("snapshots --out maps")
    expectFailure(74, "geotrack: cannot write maps/control.geojson: file too large\n", of: result)
    #expect(try stage.contents(below: "maps") == before)
  }

  @Test("a run that is killed in the middle of a file leaves that file as it was")
  func killed() throws {
    let stage = try stageWithOutdatedMap()
    let before = try stage.contents(below: "maps")
    // Without a trap the system kills a program that writes beyond the limit.
    let result = try stage.shell(
      "ulimit -c 0; ulimit -f 1; \"$GEOTRACK\" snapshots --theatre . --out maps")
    #expect(result.status != 0)
    let after = try stage.contents(below: "maps")
    for (file, bytes) in before { #expect(after[file] == bytes, "\(file)") }
  }

  /// Whether this process may mount a file system for its own children.
  private static let canMount =
    (try? run(
      URL(filePath: "/bin/sh"), ["-c", "unshare -m mount -t tmpfs -o size=16k tmpfs /mnt"]))?
    .status == 0

  @Test(
    "a disk that is full leaves the folder as it was",
    .enabled(if: canMount, "this process may not mount a small disk"))
  func fullDisk() throws {
    let stage = try Stage()
    try FileManager.default.createDirectory(
      at: stage.folder.url.appending(path: "disk"), withIntermediateDirectories: true)
    // The disk is gone with the shell, so the shell copies what is on it.
    let result = try stage.shell(
      """
      unshare -m sh -c 'mount -t tmpfs -o size=64k tmpfs disk || exit 1
      "$GEOTRACK" snapshots --theatre . --every day --out disk; status=$?; cp -r disk found; exit $status'
      """)
    expectFailure(74, "geotrack: cannot write disk/", of: result)
    #expect(result.errors.hasSuffix(": no space left on device\n"))
    #expect(try stage.contents(below: "found").isEmpty)
  }

  @Test(
    "a result that the system does not take is exit code 74, not a silent loss",
    .enabled(
      if: FileManager.default.fileExists(atPath: "/dev/full"), "this system has no /dev/full"),
    arguments: ["status --on 2020-01-05", "locate land --json", "check"])
  func fullOutput(command: String) throws {
    let result = try Stage().shell("\"$GEOTRACK\" \(command) --theatre . > /dev/full")
    expectFailure(74, "geotrack: cannot write the result: no space left on device\n", of: result)
  }

  @Test("a file that stands where a folder is needed is named")
  func fileInTheWay() throws {
    let stage = try Stage()
    try stage.folder.write("mine", to: "maps/snapshots")
    let result = try stage.run("snapshots --out maps")
    expectFailure(74, "geotrack: cannot write maps/snapshots/2020-01-01.geojson: ", of: result)
    #expect(try stage.folder.text(of: "maps/snapshots") == "mine")
    #expect(try !stage.files(below: "maps").contains("manifest.json"))
  }
}
