public import Diagnostics
public import Geometry
public import TypedIndices

/// Which measure of a theatre is meant.
public typealias MeasureID = TypedIndex<Measure>

/// What a source states about the ground: how far, in which direction, how large, how many.
public struct Measure: Hashable, Sendable, Identifiable {
  /// The identifier.
  public let id: String
  /// The source.
  public let source: SourceID
  /// The paragraph of the source, if it has paragraphs.
  public let paragraph: String
  /// What sort of statement it is.
  public let kind: Kind
  /// The subject as the table has it.
  public let subject: String
  /// The object as the table has it.
  public let object: String
  /// What is stated, with everything looked up that it refers to.
  public let statement: Statement
  /// When it was so, as the table has it; nil if it is so on every day.
  public let asOf: FuzzyDate?
  /// The days on which it may have been so, all of them in the theatre; nil if no map is needed to
  /// judge it.
  public let days: ClosedRange<Day>?
  /// What was said, in the table's own words.
  public let note: String
  /// Where it is in `measures.csv`.
  public let location: SourceLocation

  /// What sort of statement it is, in the words of the table.
  public enum Kind: String, Sendable, CaseIterable {
    /// How far one thing is from another.
    case distance
    /// In which direction one thing lies from another.
    case direction
    /// How large some ground is.
    case area
    /// One length or area in two units.
    case conversion
    /// Whether a place is surrounded.
    case encirclement
    /// How many places there are, or are held, fought over, won or lost.
    case count
  }

  /// What is stated.
  public enum Statement: Hashable, Sendable {
    /// The distance from the one to the other.
    case distance(from: MeasureEnd, to: MeasureEnd, StatedNumber)
    /// The first lies in this direction, seen from the second.
    case direction(of: MeasureEnd, from: MeasureEnd, CompassPoint)
    /// A portion of the ground of a region, or of the theatre if that is nil.
    case area(Portion, in: PlaceID?, StatedNumber)
    /// The first number in its unit is the second in another.
    case conversion(StatedNumber, StatedNumber)
    /// A place is surrounded or is not.
    case encirclement(of: PlaceID, by: Besieger?, isSo: Bool)
    /// A portion of the places of a region, or of the theatre if that is nil.
    case count(Portion, in: PlaceID?, of: Counted, StatedNumber)
  }
}

/// What a distance or a direction is taken from or to.
public enum MeasureEnd: Hashable, Sendable {
  /// A place or region.
  case place(PlaceID)
  /// The edge of a region: that of its places which lies nearest.
  case edge(PlaceID)
  /// The front of the day.
  case front
  /// The places of a region, or of the theatre if that is nil, that fit a condition.
  case portion(Portion, in: PlaceID?)
}

/// Which places or which ground is meant.
public enum Portion: Hashable, Sendable {
  /// All.
  case all
  /// What is fought over.
  case contested
  /// What nobody is known to hold.
  case unknown
  /// What a party holds, contested or not.
  case held(Party)
  /// What a party holds on the last day and did not hold on the day before the first.
  case won(Party)
  /// What a party held on the day before the first day and does not hold on the last day.
  case lost(Party)

  /// Whether it needs two maps, the earlier one of the day before.
  public var isChange: Bool {
    switch self {
    case .won, .lost: true
    default: false
    }
  }
}

/// An actor, or all actors of a side.
public struct Party: Hashable, Sendable {
  /// The actor's identifier or the side.
  public let id: String
  /// The actors.
  public let actors: Set<ActorID>

  /// Names a party and its actors.
  public init(id: String, actors: Set<ActorID>) {
    self.id = id
    self.actors = actors
  }
}

/// What surrounds a place.
public enum Besieger: Hashable, Sendable {
  /// The ground of a party.
  case party(Party)
  /// A region that lies all round it.
  case region(PlaceID)
}

/// What is counted.
public enum Counted: Hashable, Sendable {
  /// Places of every kind.
  case places
  /// Places of one kind, as `places.csv` calls it.
  case kind(String)
  /// The banks on which there are places.
  case banks
}
