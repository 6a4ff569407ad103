import Geodesy
import Geometry
import TestSupport
import Testing

/// A position that the plane does not reach must be an error, not a vertex somewhere else.
@Suite("Positions without an image")
struct ProjectionErrorTests {
  @Test("a position without an image is named, and the next one is projected all the same")
  func outside() throws {
    let plane = PlaneDefinition.polarStereographic(isNorth: true, meridian: 0, scale: 1)
    let projector = Projector(plane)
    let behind = at(0, -90)
    let inFront = at(0, 80)
    let expected = ProjectionError.outside(position: "0.0, -90.0", definition: plane.projString)
    #expect(throws: expected) { try projector.project([inFront, behind]) }
    #expect(expected.description.contains("0.0, -90.0"))
    let back = try projector.unproject(projector.project(inFront))
    #expect(back.latitude.isClose(to: 80, within: 1e-9))
  }

  @Test("the far pole of a cone and the ends of the equator have none")
  func ends() {
    let cone = Projector(.conic(meridian: 35, latitude: 48, south: 45, north: 50))
    #expect(throws: ProjectionError.self) { try cone.project(at(35, -90)) }
    let mercator = Projector(.conic(meridian: 35, latitude: 0, south: -5, north: 5))
    #expect(throws: ProjectionError.self) { try mercator.project(at(35, 90)) }
    let transverse = Projector(.utm(UTMZone(number: 38, isNorth: true)))
    #expect(throws: ProjectionError.self) { try transverse.project(at(135, 0)) }
  }
}
