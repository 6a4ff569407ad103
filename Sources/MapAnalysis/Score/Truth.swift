public import Diagnostics
public import Geometry
public import Theatre
public import TypedIndices

/// What somebody else says of who held what on one day, to compare a map with.
///
/// It is called the truth because the map is measured by it. It may also be a rival map.
public struct Truth: Sendable {
  /// Whom a point or an area is given to.
  public enum Holder: Hashable, Sendable {
    /// An actor.
    case actor(ActorID)
    /// A side, by name.
    case side(String)
    /// Fought over.
    case contested
    /// Nobody is known to hold it.
    case unknown
  }

  /// A point and who held it.
  public struct Point: Hashable, Sendable {
    /// Where it is.
    public let position: Position
    /// Who held it.
    public let holder: Holder
    /// Where its row begins in the file; nil if it comes from none.
    public let location: SourceLocation?

    /// Creates a point that somebody held.
    public init(_ position: Position, heldBy holder: Holder, at location: SourceLocation? = nil) {
      self.position = position
      self.holder = holder
      self.location = location
    }
  }

  /// A piece of ground and who held it.
  public struct Area: Hashable, Sendable {
    /// Its polygons.
    public let polygons: [Polygon<Position>]
    /// Who held it.
    public let holder: Holder
    /// Where its geometry begins in the file; nil if it comes from none.
    public let location: SourceLocation?

    /// Creates a piece of ground that somebody held.
    public init(
      _ polygons: [Polygon<Position>], heldBy holder: Holder, at location: SourceLocation? = nil
    ) {
      self.polygons = polygons
      self.holder = holder
      self.location = location
    }
  }

  /// Points or areas, never both.
  public enum Content: Sendable {
    /// Points, in the order of the file.
    case points([Point])
    /// Areas, in the order of the file.
    case areas([Area])
  }

  /// The path it was read from, for messages.
  public let file: String

  /// What it says.
  public let content: Content

  /// Creates an account from its points or areas.
  public init(file: String, content: Content) {
    self.file = file
    self.content = content
  }

  /// Whom the points or areas are given to, one by one.
  public var holders: [Holder] {
    switch content {
    case .points(let points): points.map(\.holder)
    case .areas(let areas): areas.map(\.holder)
    }
  }
}

/// What came of reading a truth.
public struct TruthReading: Sendable {
  /// The truth, unless there is an error.
  public let truth: Truth?

  /// Everything that is wrong with the file, by line.
  public let diagnostics: [Diagnostic]
}
