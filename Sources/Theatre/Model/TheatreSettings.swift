public import Diagnostics
public import Geometry

/// What `theatre.json` says.
public struct TheatreSettings: Hashable, Sendable {
  /// A short name, for files.
  public let name: String
  /// The title, for people.
  public let title: String
  /// The first day of the map.
  public let start: Day
  /// The day after the last.
  public let end: Day
  /// The time zone of the dates, as in `Asia/Baghdad`.
  public let timeZone: String
  /// The zone of UTM to work in; nil if the plane is to be chosen from the boundary.
  public let projection: UTMZone?
  /// Where the projection stands in the file; where the settings begin if it does not.
  public let projectionLocation: SourceLocation
  /// What the settings say that is not followed: warnings.
  public let oddities: [Diagnostic]
  /// How far the state of a place speaks for the ground around it, in kilometres; nil if that has no
  /// bound.
  public let reachInKilometers: Double?
  /// After how many days a report counts half as much.
  public let halfLifeInDays: Double
  /// Ground that is this far from the report it is inferred from, in kilometres, counts half.
  public let halfDistanceInKilometers: Double
  /// How many days ground must have been surrounded, with no word of it, before it is presumed taken.
  public let remnantDays: Int
  /// The best grade that still counts as poor: a report of this grade or worse does not save ground
  /// from being presumed taken.
  public let remnantGrade: AdmiraltyGrade
  /// The licence of the theatre as a whole.
  public let licence: String
  /// Whose work it rests on, to stand below a map; empty if it does not say.
  public let credits: String
}

/// The defaults where `theatre.json` says nothing.
extension TheatreSettings {
  /// A report counts half as much after half a year.
  public static let defaultHalfLifeInDays = 180.0
  /// Ground 10 km from the report it is inferred from counts half.
  public static let defaultHalfDistanceInKilometers = 10.0
  /// Ground is presumed taken when it has been surrounded for two weeks with no word of it.
  public static let defaultRemnantDays = 14
  /// A fairly reliable source's possibly true report is no better than the baseline.
  public static let defaultRemnantGrade = AdmiraltyGrade(
    reliability: .c, credibility: .possiblyTrue)
}
