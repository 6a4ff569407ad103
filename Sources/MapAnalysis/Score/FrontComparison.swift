internal import ControlMap
internal import GEOS
internal import Geodesy
internal import Geometry

/// Finds the front line of somebody else's areas and compares the map's with it.
///
/// Areas that somebody drew overlap a little or leave gaps, so their front is found by nearness: it
/// is the edge of a side's ground wherever another side's is within the tolerance, and the edge of
/// contested ground that lies between sides. If no two sides come near each other (only one was
/// drawn, or a gap lies between them), it is every edge of a side's ground beyond which the account
/// is silent. The outline of the theatre is never part of it.
struct FrontComparison {
  private let snapshot: Snapshot
  private let overlay: Overlay
  private let plane: Plane

  /// The ground of each side by the account, in degrees.
  private let sides: [MultiPolygon<Position>]

  /// How far apart the points are at which distances are taken, in metres: half a kilometre, less
  /// in a theatre less than a hundred kilometres across.
  private let step: Double

  /// How far apart two areas may be and still share an edge, in metres.
  private var tolerance: Double { step / 10 }

  init(
    snapshot: Snapshot, classes: ScoreClasses, overlay: Overlay, plane: Plane
  ) throws(MapError) {
    self.snapshot = snapshot
    self.overlay = overlay
    self.plane = plane
    var ground: [String: [Polygon<Position>]] = [:]
    for (side, shape) in zip(classes.sides, overlay.truth) {
      if let side, !shape.isEmpty { ground[side, default: []] += shape.polygons }
    }
    sides = try withGEOS { () throws(GEOSError) in
      try ground.sorted { $0.key < $1.key }.map { side throws(GEOSError) in
        try united(MultiPolygon(side.value))
      }
    }
    let area = WGS84.area(of: overlay.ground)
    step = min(500, area.squareRoot() / 200)
  }

  /// How far apart the two fronts are; nil if either map has none.
  func distance() throws(MapError) -> FrontDistance? {
    guard !snapshot.fronts.isEmpty, !sides.isEmpty else { return nil }
    let (truth, isBetweenSides) = try truthFront()
    let drawn = try drawnFront(within: isBetweenSides ? overlay.judged : nil)
    guard !truth.pieces.isEmpty, !drawn.pieces.isEmpty else { return nil }
    let (ofTruth, ofMap) = try withGEOS { () throws(GEOSError) in
      (try PreparedLines(truth.lines), try PreparedLines(drawn.lines))
    }
    return try FrontDistance(
      truth.samples(every: step).map { ($0, ofMap) }
        + drawn.samples(every: step).map { ($0, ofTruth) },
      step: step, plane: plane)
  }

  /// The account's front, and whether it runs between sides that come near each other.
  private func truthFront() throws(MapError) -> (front: LineSamples, isBetweenSides: Bool) {
    let facing = try groundFacing()
    var front = LineSamples()
    for (side, others) in zip(sides, facing) where !others.isEmpty {
      try append(edgesOf: side, to: &front, near: others)
    }
    if !front.pieces.isEmpty { return (front, true) }
    let unknown = try plane.project(overlay.unknown)
    for side in sides { try append(edgesOf: side, to: &front, near: unknown, isWanted: false) }
    return (front, false)
  }

  /// For each side what its front runs along: the ground of the sides that come after it, so that every
  /// stretch counts once, and contested ground that another side is near to.
  private func groundFacing() throws(MapError) -> [MultiPolygon<PlanarPosition>] {
    let planar = try sides.map { side throws(MapError) in try plane.project(side) }
    let contested = try overlay.contested.polygons.map { piece throws(MapError) in
      try plane.project(MultiPolygon([piece]))
    }
    return try withGEOS { () throws(GEOSError) in
      let regions = try planar.map { side throws(GEOSError) in try Surroundings(of: side) }
      var facing = planar.indices.map { planar[($0 + 1)...].flatMap(\.polygons) }
      for piece in contested {
        var near: [Int] = []
        for (side, region) in regions.enumerated()
        where try region.reaches(anyOf: piece, withinMeters: tolerance) {
          near.append(side)
        }
        guard near.count > 1 else { continue }
        for side in near { facing[side] += piece.polygons }
      }
      return facing.map { MultiPolygon($0) }
    }
  }

  /// Adds the edges of a side's ground that lie inside the theatre and near other ground, or if that
  /// is not wanted away from it.
  private func append(
    edgesOf side: MultiPolygon<Position>, to front: inout LineSamples,
    near others: MultiPolygon<PlanarPosition>, isWanted: Bool = true
  ) throws(MapError) {
    let outline = try plane.project(overlay.ground).polygons.flatMap(\.rings)
    let paths = side.polygons.flatMap(\.rings).map { divided($0.positions) }
    let images = try paths.map { path throws(MapError) in try plane.project(path) }
    var added = front
    try withGEOS { () throws(GEOSError) in
      let edge = try PreparedLines(outline.map { LineString($0.positions) })
      let region = others.isEmpty ? nil : try Surroundings(of: united(others))
      for (path, image) in zip(paths, images) {
        try added.append(path, image) { middle throws(GEOSError) in
          guard try edge.nearestPoint(to: middle).distance(to: middle) > tolerance else {
            return false
          }
          let isNear = try region?.reaches(middle, withinMeters: tolerance) ?? false
          return isNear == isWanted
        }
      }
    }
    front = added
  }

  /// The map's own front, as far as it runs through ground that the account speaks of.
  private func drawnFront(
    within judged: MultiPolygon<Position>?
  ) throws(MapError) -> LineSamples {
    let paths = snapshot.fronts.map { divided($0.line.positions) }
    let images = try paths.map { path throws(MapError) in try plane.project(path) }
    let ground = try judged.map { shape throws(MapError) in try plane.project(shape) }
    return try withGEOS { () throws(GEOSError) in
      let region = try ground.map { shape throws(GEOSError) in try Surroundings(of: united(shape)) }
      var front = LineSamples()
      for (path, image) in zip(paths, images) {
        try front.append(path, image) { middle throws(GEOSError) in
          try region?.reaches(middle, withinMeters: tolerance) ?? true
        }
      }
      return front
    }
  }

  /// A path in steps that are short enough to be straight in degrees and in the plane alike. A
  /// degree of latitude has about 111 km, one of longitude less.
  private func divided(_ path: [Position]) -> [Position] {
    path.densified(limit: step / 111_000)
  }
}

extension Overlay {
  /// The ground that the account speaks of. Its pieces may overlap.
  fileprivate var judged: MultiPolygon<Position> {
    MultiPolygon((truth + [contested]).flatMap(\.polygons))
  }
}

/// A shape in the plane that is asked many times what lies in it or near it.
private struct Surroundings {
  private let region: RegionIndex<PlanarPosition>
  /// Nil if the shape is empty.
  private let edge: PreparedLines?

  init(of shape: MultiPolygon<PlanarPosition>) throws(GEOSError) {
    region = RegionIndex(shape)
    let rings = shape.polygons.flatMap(\.rings).map { LineString($0.positions) }
    edge = rings.isEmpty ? nil : try PreparedLines(rings)
  }

  /// Whether a position lies in the shape or no farther from it than a distance in metres.
  func reaches(
    _ position: PlanarPosition, withinMeters distance: Double
  ) throws(GEOSError) -> Bool {
    if region.covers(position) { return true }
    guard let edge else { return false }
    return try edge.nearestPoint(to: position).distance(to: position) <= distance
  }

  /// Whether a corner of a shape lies in the region or near it.
  func reaches(
    anyOf shape: MultiPolygon<PlanarPosition>, withinMeters distance: Double
  ) throws(GEOSError) -> Bool {
    for position in shape.polygons.flatMap(\.exterior.positions)
    where try reaches(position, withinMeters: distance) {
      return true
    }
    return false
  }
}
