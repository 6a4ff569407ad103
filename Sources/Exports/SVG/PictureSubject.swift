internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import Geodesy
internal import Geometry
internal import MapFeatures
internal import PlanarSubdivision
internal import Theatre
internal import TypedIndices

/// What a picture is about: the cells of the theatre over the days shown, in the plane.
struct PictureSubject {
  let tracker: FrontTracker
  let period: ClosedRange<Day>
  let history: CellHistory
  let projector: Projector
  /// The vertices of the cells, in the plane.
  let vertices: [PlanarPosition]
  /// The cell in which each site lies.
  let cellOfSite: [SiteID: CellID]
  /// What each cell is drawn as, over the days.
  let looks: IndexedArray<CellID, StepFunction<GroundLook>>

  var theatre: Theatre { tracker.theatre }

  /// - Complexity: that of `FrontTracker.cellHistory`.
  init(_ tracker: FrontTracker, _ period: ClosedRange<Day>) throws(MapError) {
    self.tracker = tracker
    self.period = period
    let history = try tracker.cellHistory(of: period)
    let projector = Projector(tracker.theatre.plane)
    self.projector = projector
    vertices = try withProjection { () throws(ProjectionError) in
      try projector.project(history.vertices.positions)
    }
    self.history = history
    var cellOfSite: [SiteID: CellID] = [:]
    for (number, cell) in history.cells.indexed() where cell.holdsSite {
      if let site = cell.site { cellOfSite[site] = number }
    }
    self.cellOfSite = cellOfSite
    looks = history.runs.mapElements { StepFunction($0) { $0.map { GroundLook($0) } ?? .unknown } }
  }

  /// Positions in the plane.
  func project(_ positions: [Position]) throws(MapError) -> [PlanarPosition] {
    try withProjection { () throws(ProjectionError) in try projector.project(positions) }
  }

  /// Positions on the ellipsoid.
  func unproject(_ positions: [PlanarPosition]) throws(MapError) -> [Position] {
    try withProjection { () throws(ProjectionError) in try projector.unproject(positions) }
  }

  /// What is known of a place over the days; nil of a region, and of a place outside.
  func runs(ofPlace place: PlaceID) -> [CellHistory.Run]? {
    tracker.sites.site(ofPlace: place).flatMap { cellOfSite[$0] }.map { history.runs[$0] }
  }

  /// Whether on some day something is known of some ground.
  var isAnythingKnown: Bool {
    looks.contains { $0.values.contains { $0 != .unknown } }
  }

  /// The places that have ground in the theatre, by the region they are part of, directly or not.
  var placesOfRegion: [PlaceID: [PlaceID]] {
    var places: [PlaceID: [PlaceID]] = [:]
    for place in theatre.placesWithGround where runs(ofPlace: place) != nil {
      for region in theatre.lineage(of: place).dropFirst() {
        places[region, default: []].append(place)
      }
    }
    return places
  }
}

/// What ground is drawn as.
struct GroundLook: Hashable, Sendable {
  /// Who holds it; nil if nobody is known to.
  let holder: ActorID?
  /// Whether the state is that of another place, or only presumed.
  let isInferred: Bool
  let isContested: Bool
  let isPresumed: Bool

  static let unknown = GroundLook(
    holder: nil, isInferred: false, isContested: false, isPresumed: false)

  private init(holder: ActorID?, isInferred: Bool, isContested: Bool, isPresumed: Bool) {
    self.holder = holder
    self.isInferred = isInferred
    self.isContested = isContested
    self.isPresumed = isPresumed
  }

  init(_ cell: CellState) {
    self.init(
      holder: cell.state.holder, isInferred: cell.inference != nil && cell.state.holder != nil,
      isContested: cell.state.isContested, isPresumed: cell.state.status == .presumed)
  }

  /// The colour of its ground.
  func color(in theatre: Theatre) -> String {
    let color = theatre.color(ofHolder: holder)
    return isInferred ? MapStyle.lighter(color, keeping: MapStyle.inferredShare) : color
  }
}
