/// The sentences that explain the map, for the command line and the page alike.
///
/// Each takes the words for its slots and returns text. The command line gives it the words themselves, the page's
/// data the slots' names: `Sentences.taken(by: "{actor}")`. So the page has no sentence of its own about the map.
package enum Sentences {
  // What has changed in a state.

  /// Of ground that another side held before.
  package static func taken(by actor: String) -> String { "taken by \(actor)" }
  /// - Parameter state: the state that it is in now.
  package static func noLongerContested(_ state: String) -> String {
    "no longer contested, \(state)"
  }
  /// - Parameter state: the state that it is in now.
  package static func noLongerEncircled(_ state: String) -> String {
    "no longer encircled, \(state)"
  }
  /// Of a day on which places change.
  ///
  /// - Parameter places: how many, as in `2 places`.
  package static func changed(_ places: String) -> String { "\(places) changed" }
  /// The heading of a list of places.
  package static func changed(on day: String) -> String { "Changed on \(day)" }
  /// Of a day on which only ground without a report changes.
  package static let inferredGroundChanged = "inferred ground changed"
  /// Of a day on which nothing changes, in short.
  package static let noChange = "no change"
  /// Of a day on which no place changes.
  package static let noPlaceChanged = "No place changed on this day."
  /// Of the first day, in short.
  package static let firstDay = "first day"
  /// Of the first day.
  package static let mapBegins = "The map begins on this day."
  /// Of a day after which nothing changes.
  package static let nothingAfter = "Nothing changes after this day."
  /// Of a day before which nothing changes.
  package static let nothingBefore = "Nothing changes before this day."

  // Two days.

  /// A period that is compared.
  package static func period(from start: String, to end: String) -> String { "\(start) to \(end)" }
  /// The heading of the places that a side won.
  package static func won(by side: String) -> String { "Won by \(side)" }
  /// Which day another is compared with.
  package static func compared(with day: String) -> String { "Compared with \(day)" }

  // Why ground is in its state.

  /// Of a theatre without reports.
  package static let noReports = "There are no reports."
  /// The same, of its map.
  package static let allUnknown = "No report says who held what: all ground is unknown."
  /// Of a theatre without cells.
  package static let noGround = "This map has no ground."
  /// Of a place without a cell.
  package static let noGroundOfPlace = "No ground of the map belongs to this place."
  /// Of ground that is unknown on a day.
  package static func unreported(by day: String) -> String {
    "No report says by \(day) who held it."
  }
  /// Where a state comes from if no report reaches the ground.
  package static func inferred(from place: String, kilometers: String) -> String {
    "Inferred: no report has reached this ground. It is drawn like \(place), \(kilometers) km away."
  }
  /// A state of ground without a report, in a list.
  package static func markedInferred(_ state: String) -> String { "\(state) (inferred)" }
  /// The same, on hovering.
  package static func inferred(_ state: String) -> String { "\(state), inferred" }
  /// Of ground whose state depends on which day a report is of.
  package static let mayDiffer = "It may be in another state: the day of a report is not known."
  /// The same, with the other states.
  package static func mayAlsoBe(_ states: String) -> String {
    "The day of a report is not known, so it may also be: \(states)."
  }
  /// Of a region in which there is fighting that no report places.
  ///
  /// - Parameter actors: who is reported to fight there.
  package static func fightingSomewhere(
    in region: String, by actors: String, since day: String
  ) -> String {
    "Fighting somewhere in \(region) since \(day): \(actors)."
  }
  /// The same, of a place in that region.
  package static let fightingNotPlaced = "No report says that it is here."
  /// Of ground in dispute.
  package static let disputed = "Disputed: reports of equal grade contradict each other."
  /// The same, and what follows.
  package static let disputedSoContested =
    "Reports of equal grade contradict each other, so it counts as contested."
  /// Since when the holder holds it.
  package static func held(by holder: String, since day: String) -> String {
    "Held by \(holder) since \(day)."
  }
  /// The same, and by which report.
  package static func held(
    by holder: String, since day: String, report: String, grade: String
  ) -> String {
    "Held by \(holder) since \(day) (\(report), \(grade))."
  }

  // How sure that is.

  /// A confidence.
  ///
  /// - Parameter value: from 0 to 1.
  package static func confidence(_ value: String) -> String { "Confidence \(value)" }
  /// What a meter of it is called.
  package static let confidence = "Confidence"
  /// The confidence and its factors.
  package static func product(_ product: String, of factors: String) -> String {
    "\(product) = \(factors)"
  }
  /// What stands between factors.
  package static let times = " × "
  /// A factor: what the reports support.
  package static func reports(_ value: String) -> String { "reports \(value)" }
  /// A factor: the same for presumed ground.
  package static func bestReportAround(_ value: String) -> String {
    "best report around it \(value)"
  }
  /// A factor: the discount for presumed ground.
  package static func presumption(_ value: String) -> String { "presumption \(value)" }
  /// A factor: the discount for the age of the reports.
  ///
  /// - Parameter days: how old they are, as in `2 days`.
  package static func age(_ value: String, _ days: String) -> String { "age \(value) (\(days))" }
  /// A factor: the discount for the distance to the place that the state is inferred from.
  package static func distance(_ value: String) -> String { "distance \(value)" }
  /// A factor: how probable an estimate is.
  package static func probability(_ value: String) -> String { "probability \(value)" }

  // The reports, and where they are from.

  /// The heading of one report that decides.
  package static let decider = "The report that decides"
  /// The heading of several.
  package static let deciders = "The reports that decide"
  /// Of presumed ground.
  package static let presumed = "No report decides by itself; it is presumed."
  /// The heading of the reports that did not decide.
  package static let alsoConsidered = "Also considered"
  /// How many reports are older than those that decide, if it is one.
  package static func earlierReport(_ count: String) -> String { "\(count) earlier report" }
  /// The same, if they are several.
  package static func earlierReports(_ count: String) -> String { "\(count) earlier reports" }
  /// Of these.
  package static let laterDecides = "A later report decides."
  /// How many are left out of a list.
  package static func more(_ count: String) -> String { "and \(count) more" }
  /// From when on a report is known.
  package static func known(on day: String) -> String { "known on \(day)" }
  /// Which reports a map is drawn from.
  package static func view(_ name: String) -> String { "view: \(name)" }
  /// How ground without a report has its state, if not by distance.
  package static let estimated = "estimated between reports by kriging"
  /// Where in a source a statement stands.
  package static func paragraph(_ number: String) -> String { "paragraph \(number)" }
  /// Whose interest a source serves.
  package static func close(to side: String) -> String { "close to \(side)" }

  // Places.

  /// How well a position is known.
  package static func position(within kilometers: String) -> String {
    "Position known to about \(kilometers) km"
  }
  /// The same for one that is better known than places tell.
  package static let exactPosition = "Position known to less than 0.1 km"
  /// The heading of a region's places.
  package static func places(on day: String) -> String { "Its places on \(day)" }
  /// The heading of a place's states.
  package static let history = "Its history"
  /// What incidents are.
  package static let incidents = "What the sources say happened to people here."
}
