public import Geometry

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The plane that suits an outline.
///
/// Three are compared: transverse Mercator on the outline's own middle meridian, a conic
/// with two parallels true to scale, and polar stereographic. The one is taken whose scale errs least at
/// the worst place of the outline. How far that is, as a share of a length:
///
/// | outline | plane | worst error |
/// | --- | --- | --- |
/// | a city or a province, 1 degree wide | transverse Mercator | 0.0001 |
/// | 6 degrees wide at the latitude of Mosul | transverse Mercator | 0.0005 |
/// | 20 degrees wide and 8 high, as Ukraine | conic | 0.0014 |
/// | 40 degrees wide and 10 high | conic | 0.0023 |
/// | all within 10 degrees of a pole | polar stereographic | 0.004 |
///
/// Distances and areas that are printed are those of the ellipsoid, whatever the plane; it only decides
/// which place is nearest, and joins and cuts shapes.
extension PlaneDefinition {
  /// Chooses the plane for an outline.
  ///
  /// The numbers of the definition are rounded, so that it is short and a small change of the outline seldom
  /// changes it: degrees to a tenth, scales to four decimals. An edge that is longer than 180 degrees of
  /// longitude is taken to lead the short way, across the antimeridian, unless it leads all around.
  ///
  /// - Parameter outline: a shape in degrees; longitudes may go beyond 180. Only its outer rings count.
  /// - Complexity: O(*n*), for *n* vertices and degrees of its edges.
  public init(for outline: MultiPolygon<Position>) {
    guard let extent = Extent(of: outline) else {
      self = .transverseMercator(meridian: 0, latitude: 0, scale: 1)
      return
    }
    let candidates =
      [extent.transverseMercator, extent.conic, extent.polarStereographic].compactMap { $0 }
    self =
      candidates.min { max($0.error, Self.negligible) < max($1.error, Self.negligible) }?.plane
      ?? extent.transverseMercator.plane
  }

  /// A plane that errs no more than this is as good as any: a tenth of a metre in a kilometre.
  private static let negligible = 1e-4
}

/// A plane and how far its scale is from 1 at the worst place, as a share.
private struct Candidate {
  let plane: PlaneDefinition
  let error: Double

  /// - Parameter scales: the least and the greatest scale.
  init(_ plane: PlaneDefinition, scales: ClosedRange<Double>) {
    self.plane = plane
    error = max(1 - scales.lowerBound, scales.upperBound - 1)
  }
}

/// How far an outline reaches, in degrees.
private struct Extent {
  /// The longitude in the middle.
  private let meridian: Double
  private let latitudes: ClosedRange<Double>
  /// Whether it has all longitudes, as an outline around a pole has.
  private let isAllAround: Bool
  /// Positions along the outline, no more than a degree apart.
  private let samples: [Position]

  init?(of outline: MultiPolygon<Position>) {
    let edges = outline.polygons.flatMap { $0.exterior.segments.map(Edge.init) }
    guard let first = edges.first else { return nil }
    samples = edges.flatMap(\.samples)
    var (south, north) = (first.start.latitude, first.start.latitude)
    for edge in edges {
      south = min(south, edge.start.latitude)
      north = max(north, edge.start.latitude)
    }
    let gap = Self.widestGap(between: edges)
    isAllAround = gap.width <= 0
    // From the end of the gap eastwards to its beginning.
    meridian = isAllAround ? 0 : Self.normal(tenth(gap.end + (360 - gap.width) / 2))
    if isAllAround, south + north > 0 { north = 90 }
    if isAllAround, south + north < 0 { south = -90 }
    latitudes = south...north
  }

  /// The widest range of longitudes that no edge crosses: its eastern end and its width.
  private static func widestGap(between edges: [Edge]) -> (end: Double, width: Double) {
    let ranges = edges.map(\.longitudes).sorted { $0.west < $1.west }
    let first = ranges[0].west
    // What reaches around the Earth covers the beginning too.
    var covered = max(first, ranges.reduce(first) { max($0, $1.west + $1.width - 360) })
    var widest = (end: first, width: 0.0)
    for range in ranges {
      if range.west - covered > widest.width { widest = (range.west, range.west - covered) }
      covered = max(covered, range.west + range.width)
    }
    let last = first + 360 - covered
    return last > widest.width ? (first, last) : widest
  }

  /// The same longitude above -180 and up to 180.
  private static func normal(_ longitude: Double) -> Double {
    let turned = longitude.remainder(dividingBy: 360)
    return turned == -180 ? 180 : tenth(turned)
  }

  private var middle: Double { tenth((latitudes.lowerBound + latitudes.upperBound) / 2) }

  /// The scale on the meridian is as much below 1 as it is above at the farthest place.
  var transverseMercator: Candidate {
    // The scale grows with the distance from the meridian.
    let farthest =
      samples.map { position in
        (position, distance: abs(cosine(position.latitude) * sine(position.longitude - meridian)))
      }.max { $0.distance < $1.distance }?.0 ?? Position(longitude: meridian, latitude: 0)
    let plain = PlaneDefinition.transverseMercator(meridian: meridian, latitude: middle, scale: 1)
    let worst = Self.finite(Projector(plain).scale(at: farthest))
    let scale = balance(1...max(1, worst))
    return Candidate(
      .transverseMercator(meridian: meridian, latitude: middle, scale: scale),
      scales: scale...max(scale, scale * worst))
  }

  /// The parallels lie a sixth of the height from the edges. Nil if the outline goes around a pole.
  var conic: Candidate? {
    let (south, north) = (latitudes.lowerBound, latitudes.upperBound)
    let isAcrossEquator = south < 0 && north > 0
    guard !isAllAround || isAcrossEquator, south > -90, north < 90 else { return nil }
    var parallels = (tenth(south + (north - south) / 6), tenth(north - (north - south) / 6))
    if abs(parallels.0 + parallels.1) < 2 {
      // A cone this flat is a cylinder: the parallel is where the errors on both sides are alike.
      let parallel = tenth(max(abs(south), abs(north)) / 2.0.squareRoot())
      parallels = (-parallel, parallel)
    }
    let plane = PlaneDefinition.conic(
      meridian: meridian, latitude: middle, south: parallels.0, north: parallels.1)
    return Candidate(plane, scales: scales(of: plane))
  }

  /// The scale at the pole is as much below 1 as it is above at the farthest place.
  var polarStereographic: Candidate? {
    let isNorth = latitudes.lowerBound + latitudes.upperBound >= 0
    let plain = PlaneDefinition.polarStereographic(isNorth: isNorth, meridian: meridian, scale: 1)
    let range = scales(of: plain)
    let scale = balance(range)
    return Candidate(
      .polarStereographic(isNorth: isNorth, meridian: meridian, scale: scale),
      scales: scale * range.lowerBound...scale * range.upperBound)
  }

  /// The least and the greatest scale of a plane in which it only depends on the latitude.
  private func scales(of plane: PlaneDefinition) -> ClosedRange<Double> {
    let projector = Projector(plane)
    let steps = 32
    let found = (0...steps).map { step in
      let share = Double(step) / Double(steps)
      let latitude = latitudes.lowerBound * (1 - share) + latitudes.upperBound * share
      return Self.finite(projector.scale(at: Position(longitude: meridian, latitude: latitude)))
    }
    return (found.min() ?? 1)...(found.max() ?? 1)
  }

  /// A scale that no plane should have, where there is none.
  private static func finite(_ scale: Double) -> Double { scale.isFinite ? scale : 1e9 }
}

/// An edge of an outline, the short way around the Earth unless it leads all around.
private struct Edge {
  let start: Position
  private let end: Position
  /// How far it leads east and north, in degrees.
  private let east, north: Double

  init(_ segment: Segment<Position>) {
    start = segment.start
    end = segment.end
    let east = segment.end.longitude - segment.start.longitude
    self.east = abs(east) == 360 ? east : east.remainder(dividingBy: 360)
    north = segment.end.latitude - segment.start.latitude
  }

  /// The westernmost longitude, from 0 up to 360, and how many degrees it leads from there.
  var longitudes: (west: Double, width: Double) {
    let west = (east < 0 ? end : start).longitude.truncatingRemainder(dividingBy: 360)
    return (west < 0 ? west + 360 : west, abs(east))
  }

  /// Positions along it, without its end.
  var samples: [Position] {
    let steps = max(1, max(abs(east), abs(north)).rounded(.up))
    return (0..<Int(steps)).map { step in
      let share = Double(step) / steps
      return Position(
        longitude: start.longitude + share * east, latitude: start.latitude + share * north)
    }
  }
}

/// The factor by which scales err as much at one end as at the other, to four decimals.
private func balance(_ scales: ClosedRange<Double>) -> Double {
  let factor = 2 / (scales.lowerBound + scales.upperBound)
  return max(1, (factor * 1e4).rounded()) / 1e4
}

private func tenth(_ degrees: Double) -> Double {
  let rounded = (degrees * 10).rounded() / 10
  return rounded == 0 ? 0 : rounded
}

private func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }

private func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
