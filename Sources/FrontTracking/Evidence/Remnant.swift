public import Theatre

/// Ground of a side that was surrounded long ago, and of which nobody says that it held out.
///
/// A connected piece of one side's ground is a remnant from a day on if
/// - it touches no exit of its side, and no crossing leads to ground of the side that does;
/// - all ground around it is held by one other side, contested or not, and some of it was taken since
///   the last report by which the piece is held;
/// - that has been so for `remnant_days`, and not from the first day of the map on, since what the
///   opening picture shows surrounded it shows standing;
/// - no report by which it is held is graded better than `remnant_grade`;
/// - no report since it was surrounded says anything about it: neither that it stands, nor that it is
///   fought for or taken, which would say that it stood until then.
///
/// The assessed map shows it as held by the side around it, with the status `presumed`.
public struct Remnant: Hashable, Sendable {
  /// The grounds in it, by index.
  public let grounds: [Int]
  /// The sites in it, by index.
  public let places: [Int]
  /// The actor that held most of it, by index.
  public let former: Int
  /// The actor that is presumed to hold it: of the side around it the one with the longest border to it.
  public let holder: Int
  /// The first day on which it was surrounded.
  public let surrounded: Day
  /// The first day on which it is presumed taken.
  public let start: Day
  /// The first day on which it no longer is.
  public let end: Day
  /// Its area on the ellipsoid, in square kilometres.
  public let areaInSquareKilometers: Double
  /// The reports by which it was held, by index, in order.
  public let reports: [Int]
  /// The reports by which the ground around it is held, by index: those of `holder` first, the latest first.
  public let surroundings: [Int]
  /// What speaks for the ground around it where that is strongest.
  let evidence: Evidence
}

extension Remnant {
  /// What the chronicle says of its grounds meanwhile.
  var entry: Chronicle.Entry {
    var state = GroundState(holder: holder, attackers: [], encirclers: [], isContested: false)
    state.isPresumed = true
    return Chronicle.Entry(
      day: start, state: state, decidedBy: surroundings, holderReport: nil, isDisputed: false,
      lastReport: surrounded,
      evidence: Evidence(
        support: evidence.belief, opposition: 0, sourceCount: evidence.sourceCount))
  }
}

extension Chronicle.Entry {
  /// From a day on no report reaches the ground, as before it was presumed taken.
  static func silence(from day: Day) -> Chronicle.Entry {
    Chronicle.Entry(
      day: day, state: .unknown, decidedBy: [], holderReport: nil, isDisputed: false,
      lastReport: day, evidence: .none)
  }

  /// Whether no report reaches the ground.
  var isSilence: Bool { decidedBy.isEmpty }
}

extension Chronicle {
  /// Takes remnants for taken.
  ///
  /// - Complexity: O(*n*), for *n* entries.
  mutating func presume(_ remnants: [Remnant], before end: Day) {
    for remnant in remnants {
      for ground in remnant.grounds { presume(remnant, on: ground, before: end) }
    }
  }

  private mutating func presume(_ remnant: Remnant, on ground: Int, before end: Day) {
    let former = entries[ground]
    let after = former.filter { remnant.end <= $0.day }
    var changed = former.filter { $0.day < remnant.start } + [remnant.entry]
    let isOver = after.first?.day == remnant.end || remnant.end >= end
    if !isOver {
      let entry = entry(of: ground, on: remnant.end)
      changed.append(
        entry?.with(entry?.state ?? .unknown, from: remnant.end) ?? .silence(from: remnant.end))
    }
    entries[ground] = changed + after
  }
}

extension FrontTracker {
  /// The remnant that a ground is part of on a day, if any.
  public func remnant(of ground: Int, on day: Day) -> Remnant? {
    remnants.first { $0.start <= day && day < $0.end && $0.grounds.contains(ground) }
  }
}
