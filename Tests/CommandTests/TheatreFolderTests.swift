import Foundation
import TestSupport
import Testing

@Suite("The theatre's folder is found")
struct TheatreFolderTests {
  @Test("by --theatre, absolute or relative to any working directory")
  func option() throws {
    let stage = try Stage()
    let elsewhere = try TemporaryFolder()
    let arguments = ["locate", "north-west", "--theatre"]
    let absolute = try geotrack(arguments + [stage.folder.path], in: elsewhere.url)
    #expect(absolute.status == 0, "\(absolute.errors)")
    let name = stage.folder.url.lastPathComponent
    for folder in ["../\(name)", "../\(name)/"] {
      let relative = try geotrack(arguments + [folder], in: elsewhere.url)
      #expect(relative.output == absolute.output, "\(relative.errors)")
    }
    let here = try geotrack(arguments + ["."], in: stage.folder.url)
    #expect(here.output == absolute.output, "\(here.errors)")
  }

  /// A folder that has the small theatre as its Data/mosul.
  private func home() throws -> TemporaryFolder {
    let home = try TemporaryFolder()
    let stage = try Stage()
    for (file, bytes) in try stage.contents(below: ".") {
      try home.write(bytes, to: "Data/mosul/\(file)")
    }
    return home
  }

  @Test("as Data/mosul below the working directory")
  func workingDirectory() throws {
    let home = try home()
    let result = try geotrack(["locate", "north-west"], in: home.url)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("North West: town"))
  }

  @Test("as Data/mosul below GEOTRACK_HOME")
  func environment() throws {
    let home = try home()
    let elsewhere = try TemporaryFolder()
    let result = try geotrack(
      ["locate", "north-west"], in: elsewhere.url, environment: ["GEOTRACK_HOME": home.path])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("North West: town"))
  }

  @Test("below the working directory before GEOTRACK_HOME")
  func precedence() throws {
    let home = try home()
    let other = try TemporaryFolder()
    try other.write("{}", to: "Data/mosul/theatre.json")
    let result = try geotrack(
      ["locate", "north-west"], in: home.url, environment: ["GEOTRACK_HOME": other.path])
    #expect(result.status == 0, "\(result.errors)")
  }
}
