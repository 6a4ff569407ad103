import Foundation
import TestSupport
import Testing

/// The command that writes the page. If one of these fails, a user gets no page and no word why, or half a
/// page.
@Suite("geotrack map")
struct MapTests {
  @Test("writes one file and says which, for people and for programs")
  func writes() throws {
    let stage = try Stage()
    #expect(try stage.text("map --out pages/box.html").hasPrefix("pages/box.html: "))
    let page = try stage.folder.text(of: "pages/box.html")
    #expect(page.hasPrefix("<!doctype html>") && page.contains("<title>A box with a river</title>"))
    let reply = try stage.text("map --json --out box.html")
    #expect(reply.contains("\"path\": \"box.html\"") && reply.contains("\"sha256\": "))
    #expect(try stage.folder.text(of: "box.html") == page)
  }

  @Test("a theatre with no report has a page too")
  func silent() throws {
    let stage = try Stage()
    try stage.folder.write(
      "id,date,reported,place,actor,status,source,paragraph,credibility,note\n", to: "reports.csv")
    #expect(try stage.text("map --out box.html").hasPrefix("box.html: "))
  }

  @Test("a folder that cannot be made is exit code 74, and what cannot be meant is 64")
  func badInput() throws {
    let stage = try Stage()
    try stage.folder.write("", to: "file")
    expectFailure(
      74, "geotrack: cannot write file/box.html: not a directory\n",
      of: try stage.run("map --out file/box.html"))
    expectFailure(64, "", of: try stage.run("map --out pages/"))
    expectFailure(64, "Error: --out needs the path of a file", of: try stage.run("map --out -"))
    #expect(try !stage.files(below: ".").contains("-"))
    expectFailure(64, "", of: try stage.run("map --known-on 2020-13-01"))
    expectFailure(66, "", of: try geotrack(["map", "--theatre", "nowhere"], in: stage.folder.url))
  }

  @Test("a link is written through, and what is no file is refused and stays")
  func odd() throws {
    let stage = try Stage()
    try stage.folder.write("old", to: "site/index.html")
    try FileManager.default.createSymbolicLink(
      atPath: stage.folder.path + "/box.html", withDestinationPath: "site/index.html")
    _ = try stage.text("map --out box.html")
    #expect(try stage.folder.text(of: "site/index.html").hasPrefix("<!doctype html>"))
    let link = try FileManager.default.destinationOfSymbolicLink(
      atPath: stage.folder.path + "/box.html")
    #expect(link == "site/index.html")
    expectFailure(
      74, "geotrack: cannot write site: is a directory\n", of: try stage.run("map --out site"))
    expectFailure(
      74, "geotrack: cannot write /dev/null: is not a regular file: name another with --out\n",
      of: try stage.run("map --out /dev/null"))
  }

  @Test(
    "a file that does not fit leaves the old one",
    .withoutSanitizer("a sanitizer writes larger files"))
  func whole() throws {
    let stage = try Stage()
    try stage.folder.write("old", to: "box.html")
    let result = try stage.runWithSmallFiles("map --out box.html")
    expectFailure(74, "geotrack: cannot write box.html: file too large\n", of: result)
    #expect(try stage.folder.text(of: "box.html") == "old")
  }
}
