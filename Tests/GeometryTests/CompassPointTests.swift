import Geometry
import Testing

/// "12 km SSW of Mosul": the letters must name the nearest of sixteen directions.
@Suite("Points of the compass")
struct CompassPointTests {
  @Test("every point is that of its own direction")
  func centers() {
    for (index, point) in CompassPoint.allCases.enumerated() {
      #expect(CompassPoint(azimuthInDegrees: Double(index) * 22.5) == point)
    }
  }

  @Test(
    "half way between two points it is the next one clockwise",
    arguments: [
      (0, "N"), (11.249, "N"), (11.25, "NNE"), (33.75, "NE"), (204, "SSW"), (348.749, "NNW"),
      (348.75, "N"), (359.999, "N"), (360, "N"),
    ])
  func edges(azimuth: Double, letters: String) {
    #expect(CompassPoint(azimuthInDegrees: azimuth).rawValue == letters)
  }

  @Test(
    "any number of turns is taken around",
    arguments: [
      (-11, "N"), (-22.5, "NNW"), (-90, "W"), (-360, "N"), (-1e-20, "N"), (450, "E"), (720, "N"),
    ])
  func turns(azimuth: Double, letters: String) {
    #expect(CompassPoint(azimuthInDegrees: azimuth).rawValue == letters)
  }
}
