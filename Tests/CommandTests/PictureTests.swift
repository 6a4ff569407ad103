import Foundation
import TestSupport
import Testing

@Suite("geotrack picture")
struct PictureCommandTests {
  @Test(
    "writes one file and says so",
    arguments: [
      "--on 2020-01-05", "--since 2020-01-01 --until 2020-01-31", "--since 2020-01-20", "--chart",
      "--chart --since 2020-01-01 --until 2020-01-31",
    ])
  func writes(options: String) throws {
    let stage = try Stage()
    let text = try stage.text("picture \(options) --out new/folder/a.svg")
    #expect(text.wholeMatch(of: /new\/folder\/a\.svg: [0-9]+ kB\n/) != nil, "\(text)")
    #expect(try stage.files(below: "new") == ["folder/a.svg"])
    _ = try DrawnPicture([UInt8](Data(try stage.folder.text(of: "new/folder/a.svg").utf8)))
  }

  @Test("--json lists the file with its size and checksum")
  func json() throws {
    let stage = try Stage()
    let text = try stage.text("picture --on 2020-01-05 --out a.svg --json")
    #expect(try keys(of: text) == ["since", "until", "files"])
    #expect(text.contains("\"path\": \"a.svg\""))
    #expect(text.contains(/"sha256": "[0-9a-f]{64}"/))
  }

  @Test("--title and --width are obeyed")
  func chosen() throws {
    let stage = try Stage()
    let arguments = ["--title", "My <title>", "--width", "700", "--out", "a.svg"]
    let result = try stage.run(["picture", "--on", "2020-01-05"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    let picture = try DrawnPicture([UInt8](Data(try stage.folder.text(of: "a.svg").utf8)))
    #expect(picture.words.contains("My <title>"))
    #expect(picture.elements[0].attributes["width"] == "700")
  }

  @Test("from which reports it was drawn is written on it")
  func perspective() throws {
    let stage = try Stage()
    _ = try stage.text("picture --on 2020-01-05 --view confirmed --known-on 2020-01-06 --out a.svg")
    let text = try stage.folder.text(of: "a.svg")
    #expect(text.contains("as two independent sources say, as known on 2020-01-06"))
  }

  @Test(
    "what cannot be meant is exit code 64 and writes nothing",
    arguments: [
      ("--on 2019-01-05 --out a.svg", "2019-01-05 is outside the theatre, which runs from "),
      ("--since 2020-01-05 --until 2020-03-01 --out a.svg", "2020-03-01 is outside the theatre"),
      (
        "--since 2020-01-09 --until 2020-01-05 --out a.svg",
        "Error: The period ends on 2020-01-05, before it begins on 2020-01-09."
      ),
      ("--out a.svg", "Error: Name a day with --on, a period with --since and --until, or "),
      ("--on 2020-01-05 --since 2020-01-01 --out a.svg", "Error: Name one day with --on, or "),
      ("--on 2020-01-05 --chart --out a.svg", "Error: A chart covers a period"),
      ("--on 2020-01-05 --out a.png", "Error: --out needs the name of a file that ends in .svg"),
      ("--on 2020-01-05 --out new/.svg", "Error: --out needs the name of a file"),
      ("--on 2020-01-05", "Error: Missing expected argument '--out <file>'"),
      ("--on 2020-01-05 --width 90 --out a.svg", "Error: --width is a number from 360 to 2400."),
      ("--since 2020-01-05 --png --out a.svg", "A PNG does not move"),
      ("--until 2020-01-05 --png --out a.svg", "A PNG does not move"),
      ("--on 2020-01-05 --out -", "Error: --out needs the name of a file that ends in .svg"),
    ])
  func usage(options: String, beginning: String) throws {
    let stage = try Stage()
    let before = try stage.files(below: ".")
    expectFailure(64, beginning, of: try stage.run("picture \(options)"))
    #expect(try stage.files(below: ".") == before)
  }

  @Test("a folder that cannot be written is exit code 74, with the file and the system's reason")
  func unwritable() throws {
    let stage = try Stage()
    try stage.folder.write("", to: "file")
    expectFailure(
      74, "geotrack: cannot write file/a.svg: not a directory\n",
      of: try stage.run("picture --on 2020-01-05 --out file/a.svg"))
  }

  @Test(
    "a picture that does not fit leaves the old one whole",
    .withoutSanitizer("a sanitizer writes larger files"))
  func whole() throws {
    let stage = try Stage()
    try stage.folder.write("mine", to: "a.svg")
    let result = try stage.runWithSmallFiles("picture --on 2020-01-05 --out a.svg")
    expectFailure(74, "geotrack: cannot write a.svg: file too large\n", of: result)
    #expect(try stage.folder.text(of: "a.svg") == "mine")
  }

  @Test("without rsvg-convert --png is exit code 69, names the remedy and writes nothing")
  func noRasterizer() throws {
    let stage = try Stage()
    let before = try stage.files(below: ".")
    let result = try geotrack(
      ["picture", "--on", "2020-01-05", "--png", "--out", "a.svg", "--theatre", "."],
      in: stage.folder.url, environment: ["PATH": stage.folder.path])
    expectFailure(69, "geotrack: --png needs rsvg-convert, which is not on the path", of: result)
    #expect(result.errors.contains("apt install librsvg2-bin"))
    #expect(try stage.files(below: ".") == before)
  }

  /// Draws a picture and its PNG, for which a line of shell stands for the rasteriser.
  private func draw(
    _ options: [String], on stage: Stage, rasterizer line: String
  ) throws -> ProgramResult {
    try stage.folder.write("#!/bin/sh\n\(line)\n", to: "bin/rsvg-convert")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: stage.folder.url.appending(path: "bin/rsvg-convert").path)
    return try geotrack(
      ["picture"] + options + ["--png", "--out", "a.svg", "--theatre", "."],
      in: stage.folder.url, environment: ["PATH": stage.folder.path + "/bin"])
  }

  private static let rasterizer = "printf '\\211PNG\\r\\n\\032\\n and the rest'"

  @Test(
    "a rasteriser that fails is exit code 70 with its own words or how it ended, and writes nothing",
    arguments: [
      ("echo 'no memory' >&2; exit 3", "no memory"), ("exit 3", "it ended with exit status 3"),
      ("kill -9 $$", "it was stopped by signal 9"), (":", "what it wrote is not a PNG"),
      ("echo 'no picture at all'", "what it wrote is not a PNG"),
    ])
  func brokenRasterizer(line: String, reason: String) throws {
    let stage = try Stage()
    let result = try draw(["--on", "2020-01-05"], on: stage, rasterizer: line)
    expectFailure(70, "geotrack: rsvg-convert cannot draw the picture: \(reason)\n", of: result)
    #expect(try stage.files(below: ".").allSatisfy { !$0.hasPrefix("a.") })
  }

  @Test(
    "a PNG is written of each way to ask for one day",
    arguments: [["--on", "2020-01-05"], ["--since", "2020-01-31"], ["--until", "2020-01-01"]])
  func oneDay(options: [String]) throws {
    let stage = try Stage()
    let result = try draw(options, on: stage, rasterizer: Self.rasterizer)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("a.svg: ") && result.output.contains("a.png: "))
    let png = try Data(contentsOf: stage.folder.url.appending(path: "a.png"))
    #expect(png.dropFirst(8) == Data(" and the rest".utf8))
  }

  @Test("if the PNG cannot be written the SVG is not either, and the old one stays")
  func bothOrNone() throws {
    let stage = try Stage()
    try stage.folder.write("mine", to: "a.svg")
    try stage.folder.write("mine", to: "a.png/inside")
    let result = try draw(["--on", "2020-01-05"], on: stage, rasterizer: Self.rasterizer)
    expectFailure(74, "geotrack: cannot write a.png: is a directory\n", of: result)
    #expect(try stage.folder.text(of: "a.svg") == "mine")
    let left = try stage.files(below: ".").filter { $0.hasPrefix("a.") }
    #expect(left == ["a.png/inside", "a.svg"])
  }

  @Test("a theatre with no report is drawn and says so")
  func noReport() throws {
    let stage = try Stage { $0.reportRows = [] }
    _ = try stage.text("picture --on 2020-01-05 --out a.svg")
    #expect(try stage.folder.text(of: "a.svg").contains("There is no report"))
  }
}
