import Diagnostics
import Exports
import FileOutput
import Foundation
import FrontTracking
import MapFeatures
import MapTestSupport
import TestSupport
import Testing
import Theatre

/// The pictures that the documents show. If this fails, they are not what the program draws.
@Suite("The shipped pictures")
struct ShippedPicturesTests {
  @Test(
    "are what Data/mosul gives, byte for byte", arguments: ["battle.svg", "day.svg", "chart.svg"])
  func shipped(name: String) throws {
    let reading = Theatre.read(folder: packageFolder.appending(path: "Data/mosul").path)
    let tracker = try FrontTracker(try #require(reading.theatre, "\(reading.diagnostics)"))
    let shipped = try Data(
      contentsOf: packageFolder.appending(path: "Documentation/Pictures/\(name)"))
    let text = String(decoding: shipped, as: UTF8.self)
    let version = try #require(text.firstMatch(of: #/Drawn by geotrack (.+?) from /#)?.1)
    let writer = TestPictures(tracker, version: String(version))
    let whole = tracker.theatre.settings.start...tracker.theatre.settings.end.previous
    let made =
      switch name {
      case "battle.svg": try writer.film(of: whole)
      case "day.svg": try writer.map(on: try #require(Day("2017-02-26")))
      default: try writer.chart(of: whole)
      }
    #expect(Data(made) == shipped, "draw it anew as Documentation/Pictures.md says, and look at it")
  }
}
