public import ControlHistory
public import Theatre
public import TypedIndices

/// Ground of a side that was surrounded long ago, and of which nobody says that it held out.
///
/// A connected piece of one side's ground is a remnant from a day on if
/// - it touches no exit of its side, and no crossing leads to ground of the side that does;
/// - all ground around it is held by one other side, contested or not, and some of it was taken since
///   the last report by which the piece is held;
/// - this has lasted for `remnant_days`, and did not begin on the first day of the map, since a piece that the
///   opening picture shows as surrounded is also shown as standing;
/// - no report by which it is held is graded better than `remnant_grade`;
/// - no report since it was surrounded says anything about it: neither that it holds out, nor that it is
///   fought for or taken, which would mean that it held out until then.
///
/// The assessed map shows it as held by the side around it, with the status `presumed`.
public struct Remnant: Hashable, Sendable {
  /// The sites in it.
  public let sites: [SiteID]
  /// The places in it.
  public let places: [PlaceID]
  /// The actor that held most of it.
  public let former: ActorID
  /// The actor that is presumed to hold it: of the side around it the one with the longest border to it.
  public let holder: ActorID
  /// The first day on which it was surrounded.
  public let surrounded: Day
  /// The first day on which it is presumed taken.
  public let start: Day
  /// The first day on which it no longer is.
  public let end: Day
  /// Its area on the ellipsoid, in square kilometres.
  public let areaInSquareKilometers: Double
  /// The reports by which it was held, in order.
  public let reports: [ReportID]
  /// The reports by which the ground around it is held: those of `holder` first, the latest first.
  public let surroundings: [ReportID]
  /// What speaks for the ground around it where that is strongest.
  package let evidence: Evidence
}

extension Remnant {
  /// What the control history is to presume of its sites.
  public var presumption: Presumption {
    Presumption(
      sites: sites, holder: holder, period: start..<end, surrounded: surrounded,
      reports: surroundings, evidence: evidence)
  }
}
