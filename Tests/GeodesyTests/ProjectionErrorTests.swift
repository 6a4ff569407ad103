import Geodesy
import Geometry
import TestSupport
import Testing

/// A theatre names its projection in a file. A wrong name must be an error on the first line of
/// output, not a map in feet.
@Suite("Projections that are refused")
struct ProjectionErrorTests {
  @Test(
    "a definition that PROJ does not know is an error with PROJ's message",
    arguments: ["EPSG:999999", "+proj=nonsense", "Mosul", ""])
  func unknown(definition: String) throws {
    let error = try #require(throws: ProjectionError.self) { try Projector(definition) }
    guard case .unknownSystem(let named, let message) = error else {
      Issue.record("\(definition): \(error)")
      return
    }
    #expect(named == definition)
    #expect(!message.isEmpty && message != "no reason given")
    #expect(error.description.contains("\"\(definition)\": \(message)"))
  }

  @Test(
    "a system that is no plane in metres is refused",
    arguments: [
      "EPSG:4326", "OGC:CRS84", "+proj=longlat +datum=WGS84", "EPSG:2263", "EPSG:4978",
      "+proj=utm +zone=38 +datum=WGS84 +units=km", "+proj=utm +zone=38 +datum=WGS84 +units=us-ft",
    ])
  func notMetric(definition: String) throws {
    #expect(throws: ProjectionError.notMetric(definition: definition)) {
      try Projector(definition)
    }
  }

  @Test("a plane on an older datum is a plane in metres too")
  func datumShift() throws {
    let projector = try Projector(
      "+proj=utm +zone=38 +ellps=clrk80 +towgs84=70.995,-335.916,262.898,0,0,0,0")
    let image = try projector.project(Position(longitude: 43.11889, latitude: 36.335))
    let plain = PlanarPosition(x: 331_170.853215, y: 4_022_748.339514)
    #expect((10...1000).contains(image.distance(to: plain)), "shifted, though not out of sight")
  }

  @Test("a position without an image is named, and the next one is projected all the same")
  func outside() throws {
    let projector = try Projector("+proj=gnom +lat_0=90 +lon_0=0 +datum=WGS84")
    let behind = Position(longitude: 0, latitude: -45)
    let inFront = Position(longitude: 0, latitude: 80)
    let expected = ProjectionError.outside(
      position: "0.0, -45.0", definition: projector.definition)
    #expect(throws: expected) { try projector.project([inFront, behind]) }
    #expect(expected.description.contains("0.0, -45.0"))
    let back = try projector.unproject(projector.project(inFront))
    #expect(back.latitude.isClose(to: 80, within: 1e-9))
  }
}
