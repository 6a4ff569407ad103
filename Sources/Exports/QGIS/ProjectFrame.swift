internal import ControlMap
internal import FrontTracking
internal import Geodesy
internal import Geometry
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// Where a project looks: the theatre and its named areas, in the plane of the theatre's projection.
struct ProjectFrame {
  /// An area that a reader can jump to.
  struct Area: Hashable {
    let id: String
    let name: String
    let box: Box<PlanarPosition>
  }

  /// The plane that the project is drawn in.
  let system: QGISReferenceSystem
  /// The whole theatre, with a little room around it.
  let theatre: Box<PlanarPosition>
  /// The theatre's named areas, by name.
  let areas: [Area]

  /// - Throws: `MapError.projection` if a place cannot be projected.
  init(_ theatre: Theatre) throws(MapError) {
    let plane = theatre.plane
    let projector = Projector(plane)
    system = QGISReferenceSystem(
      definition: plane.code ?? plane.projString, wellKnownText: plane.wellKnownText)
    let outline = theatre.boundary.shape.polygons.flatMap(\.exterior.positions)
    let corners = try withProjection { () throws(ProjectionError) in
      try projector.project(outline)
    }
    let box =
      Box(around: corners)
      ?? Box(minimum: PlanarPosition(x: 0, y: 0), maximum: PlanarPosition(x: 1, y: 1))
    self.theatre = box.grown(by: 0.03 * box.minimum.distance(to: box.maximum))
    areas = try withProjection { () throws(ProjectionError) in
      try Self.areas(theatre, projector, within: box)
    }
  }

  /// How many areas are offered.
  private static let count = 16
  /// How far around a place its area reaches at least, in metres.
  private static let reach = 4_000.0

  /// The cities, towns and single places with the most reports of them and of the places in them; where there are
  /// none, other places.
  private static func areas(
    _ theatre: Theatre, _ projector: Projector, within box: Box<PlanarPosition>
  ) throws(ProjectionError) -> [Area] {
    let members = members(theatre)
    var reportCounts = IndexedArray<PlaceID, Int>(
      repeating: 0, count: theatre.places.count)
    for report in theatre.reports { reportCounts[report.place] += 1 }
    func weight(_ place: PlaceID) -> Int {
      ([place] + members[place, default: []]).reduce(0) { $0 + reportCounts[$1] }
    }
    let ranked = theatre.labelled.map { (place: $0.place, rank: $0.rank, weight: weight($0.place)) }
    let wellKnown = ranked.filter { $0.rank <= .site }
    let candidates = (wellKnown.isEmpty ? ranked : wellKnown)
      .sorted { ($1.weight, $0.rank.rawValue, $0.place) < ($0.weight, $1.rank.rawValue, $1.place) }
    var areas: [Area] = []
    for candidate in candidates where areas.count < count {
      let place = theatre.places[candidate.place]
      let positions =
        [place.position]
        + members[candidate.place, default: []].map {
          theatre.places[$0].position
        }
      let spots = try projector.project(positions)
      guard box.contains(spots[0]), let bounds = Box(around: spots) else { continue }
      areas.append(Area(id: place.id, name: place.name, box: bounds.grown(by: reach)))
    }
    return areas.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  /// The places that are part of each place, directly or not.
  private static func members(_ theatre: Theatre) -> [PlaceID: [PlaceID]] {
    var members: [PlaceID: [PlaceID]] = [:]
    for place in theatre.placesWithGround {
      for region in theatre.lineage(of: place).dropFirst() {
        members[region, default: []].append(place)
      }
    }
    return members
  }
}

extension Box<PlanarPosition> {
  /// The box with a margin, in metres.
  fileprivate func grown(by margin: Double) -> Self {
    Box(
      minimum: PlanarPosition(x: minimum.x - margin, y: minimum.y - margin),
      maximum: PlanarPosition(x: maximum.x + margin, y: maximum.y + margin))
  }

  /// The smallest box around it, with the same middle, that is `aspect` times as wide as high.
  func widened(toAspect aspect: Double) -> Self {
    let (width, height) = (maximum.x - minimum.x, maximum.y - minimum.y)
    let size = (width: Swift.max(width, height * aspect), height: Swift.max(height, width / aspect))
    let middle = PlanarPosition(
      x: (minimum.x + maximum.x) / 2, y: (minimum.y + maximum.y) / 2)
    return Box(
      minimum: PlanarPosition(x: middle.x - size.width / 2, y: middle.y - size.height / 2),
      maximum: PlanarPosition(x: middle.x + size.width / 2, y: middle.y + size.height / 2))
  }

  /// The sides, rounded outwards to whole metres.
  var wholeMeters: (west: Int, south: Int, east: Int, north: Int) {
    (
      Int(minimum.x.rounded(.down)), Int(minimum.y.rounded(.down)), Int(maximum.x.rounded(.up)),
      Int(maximum.y.rounded(.up))
    )
  }

  /// The box as well-known text.
  var wellKnownText: String {
    let (west, south, east, north) = wholeMeters
    return
      "POLYGON((\(west) \(south), \(east) \(south), \(east) \(north), \(west) \(north), \(west) \(south)))"
  }
}
