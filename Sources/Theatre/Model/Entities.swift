public import Diagnostics
public import Geometry
public import TypedIndices

/// Which place of a theatre is meant.
public typealias PlaceID = TypedIndex<Place>

/// A place of the coordinate table.
public struct Place: Hashable, Sendable, Identifiable {
  /// The identifier used in every other table.
  public let id: String
  /// The name to show.
  public let name: String
  /// Other names and spellings, in any script.
  public let aliases: [String]
  /// What it is: town, village, quarter, district, …
  public let kind: String
  /// Where it is.
  public let position: Position
  /// How far the position may be off, in kilometres, if that is known.
  public let precisionInKilometers: Double?
  /// The place that it is part of.
  public let parent: PlaceID?
  /// Whose coordinate it is.
  public let source: String
  /// What else is known.
  public let note: String
  /// Whether it is an area of places rather than a place with ground of its own: some other
  /// place's parent, or of kind country, governorate, district, city_part or area.
  public let isRegion: Bool
  /// Where its latitude is in `places.csv`.
  public let location: SourceLocation

  /// The kinds that are regions whether or not they are a parent.
  public static let regionKinds: Set<String> = [
    "country", "governorate", "district", "city_part", "area",
  ]

  /// The first of its names that is written in Arabic letters.
  public var arabicName: String? {
    ([name] + aliases).first { $0.unicodeScalars.contains(where: \.isArabicLetter) }
  }
}

/// Which actor of a theatre is meant.
public typealias ActorID = TypedIndex<Actor>

/// A party that holds ground or fights for it.
public struct Actor: Hashable, Sendable, Identifiable {
  /// The identifier used in every other table.
  public let id: String
  /// The name to show.
  public let name: String
  /// The bloc of actors it belongs to, who do not fight each other.
  public let side: String
  /// The colour to draw it in, as `#rrggbb`.
  public let color: String
  /// Where its side is in `actors.csv`.
  public let location: SourceLocation
}

/// Which source of a theatre is meant.
public typealias SourceID = TypedIndex<Source>

/// Where reports come from.
public struct Source: Hashable, Sendable, Identifiable {
  /// The identifier used in every other table.
  public let id: String
  /// The title of the article, page or data set.
  public let title: String
  /// Who published it; empty if that is not known.
  public let publisher: String
  /// Whose text or figures it gives again, such as a news agency's; empty if that is not said.
  public let origin: String
  /// When it was published, if that is known.
  public let published: Day?
  /// How reliable the source is.
  public let reliability: Reliability
  /// The side that it favours, if any.
  public let favours: String?
  /// Under which terms its facts are used.
  public let licence: String
  /// What else is known.
  public let note: String
}

/// What a report says about a place.
public enum ControlStatus: String, Sendable, CaseIterable {
  /// The actor holds the place.
  case control
  /// The actor fights inside it against the holder.
  case contested
  /// The actor's forces are inside; the holder is not out.
  case entered
  /// The actor has left.
  case withdrew
  /// The actor surrounds the holder.
  case encircled
}

/// Which report of a theatre is meant.
public typealias ReportID = TypedIndex<Report>

/// The statement of one source that something was so at a place on a date.
public struct Report: Hashable, Sendable, Identifiable {
  /// The identifier.
  public let id: String
  /// When it was true.
  public let date: FuzzyDate
  /// When it became known, if the table says so; not before the first day of the date.
  public let reported: Day?
  /// The place.
  public let place: PlaceID
  /// The actor.
  public let actor: ActorID
  /// What the actor did or held.
  public let status: ControlStatus
  /// The source.
  public let source: SourceID
  /// The paragraph of the source, if it has paragraphs.
  public let paragraph: String
  /// How credible the statement is.
  public let credibility: Credibility
  /// What was said, in the table's own words.
  public let note: String
  /// Where it is in `reports.csv`.
  public let location: SourceLocation
}

/// Something that happened at a place and changes nobody's control.
public struct Incident: Hashable, Sendable, Identifiable {
  /// The identifier.
  public let id: String
  /// When it happened.
  public let date: FuzzyDate
  /// The place.
  public let place: PlaceID
  /// What it was, in a word.
  public let kind: String
  /// The source.
  public let source: SourceID
  /// The paragraph of the source, if it has paragraphs.
  public let paragraph: String
  /// What was said, in the table's own words.
  public let note: String
  /// Where it is in `incidents.csv`.
  public let location: SourceLocation
}

/// A line that no cell crosses, such as a river.
public struct Barrier: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// The file it was read from.
  public let file: String
  /// Its course.
  public let lines: [LineString<Position>]
  /// Where it is in the file.
  public let location: SourceLocation
}

/// Which crossing of a theatre is meant.
public typealias CrossingID = TypedIndex<Crossing>

/// A place at which a barrier can be crossed, such as a bridge.
public struct Crossing: Hashable, Sendable {
  /// Its name; one that has none is called by its position.
  public let name: String
  /// Where it is.
  public let position: Position
  /// The file it was read from.
  public let file: String
  /// Where it is in the file.
  public let location: SourceLocation
}

/// Which exit of a theatre is meant.
public typealias ExitID = TypedIndex<Exit>

/// A part of the outline by which a side can leave the theatre.
public struct Exit: Hashable, Sendable {
  /// Its identifier.
  public let id: String
  /// Its name.
  public let name: String
  /// The sides it is open to.
  public let sides: Set<String>
  /// Its course along the outline.
  public let lines: [LineString<Position>]
  /// Where it is in the file.
  public let location: SourceLocation
}

extension Unicode.Scalar {
  /// Whether this is a letter of the Arabic script.
  var isArabicLetter: Bool {
    (0x0620...0x064A).contains(value) || (0x066E...0x06D3).contains(value)
  }
}
