public import Diagnostics
public import Geometry
public import TypedIndices

/// Everything that is known about one war's map: a folder, read and checked.
public struct Theatre: Sendable {
  /// The settings of `theatre.json`.
  public let settings: TheatreSettings
  /// The outline of the ground the map is about.
  public let boundary: Boundary
  /// The lines that no cell crosses.
  public let barriers: [Barrier]
  /// Where the barriers can be crossed; nil if the theatre says nothing about that.
  public let crossings: IndexedArray<CrossingID, Crossing>?
  /// The ways out; empty if the theatre names none.
  public let exits: IndexedArray<ExitID, Exit>
  /// The file they were read from; nil if the theatre names none.
  public let exitsFile: String?
  /// The coordinate table.
  public let places: IndexedArray<PlaceID, Place>
  /// The parties.
  public let actors: IndexedArray<ActorID, Actor>
  /// The sources.
  public let sources: IndexedArray<SourceID, Source>
  /// The statements about who held what.
  public let reports: IndexedArray<ReportID, Report>
  /// What happened and changed nobody's control.
  public let incidents: [Incident]
  /// What the sources state about the ground, to be compared with the map.
  public let measures: IndexedArray<MeasureID, Measure>
  /// The verbs and nouns that the theatre adds to those by which articles are read.
  public let verbs: [ControlWord]
  /// The names of forces that the theatre adds to those by which articles are read.
  public let forces: [ForceName]
  /// The files it was read from, in the order of their names.
  public let files: [InputFile]

  /// The sides of the actors.
  let sidesOfActors: Sides
}

/// The outline of a theatre.
public struct Boundary: Hashable, Sendable {
  /// The file it was read from.
  public let file: String
  /// Its parts, each with where it stands in the file and what it is called there.
  public let parts: [Part]

  /// One feature of the outline.
  public struct Part: Hashable, Sendable {
    /// Its name or number.
    public let name: String
    /// Its polygons.
    public let polygons: [Polygon<Position>]
    /// Where it is in the file.
    public let location: SourceLocation
  }

  /// The whole outline.
  public var shape: MultiPolygon<Position> { MultiPolygon(parts.flatMap(\.polygons)) }
}

extension Theatre {
  /// The places that have ground of their own: those that are not regions.
  public var placesWithGround: [PlaceID] { places.indices.filter { !places[$0].isRegion } }

  /// The places with ground of their own in a region, in the order of the table; of another place itself.
  ///
  /// - Complexity: O(*p*), for *p* places.
  public func placesWithGround(in place: PlaceID) -> [PlaceID] {
    placesWithGround.filter { lineage(of: $0).contains(place) }
  }

  /// Whether a date may lie on a day that the map has.
  public func overlaps(_ date: FuzzyDate) -> Bool {
    let latest = date.effectiveDay
    return settings.start <= latest && (date.earliest ?? latest) < settings.end
  }

  /// Whether the map has this day.
  public func contains(_ day: Day) -> Bool {
    settings.start <= day && day < settings.end
  }
}
