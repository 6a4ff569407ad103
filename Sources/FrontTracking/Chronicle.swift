public import Theatre

/// Who held each ground when, and which report says so.
///
/// The rules, in this order: only reports on the place or on a region above it count; the latest
/// decides; on one date the more specific place; then the better grade; still equal and different,
/// the ground is contested and the state marked as disputed.
public struct Chronicle: Sendable {
  /// A state of a ground from a day on.
  public struct Entry: Hashable, Sendable {
    /// The first day of the state.
    public let day: Day
    /// The state.
    public let state: GroundState
    /// The reports that decided it, by index: one, or several that are of one mind or in dispute.
    public let decidedBy: [Int]
    /// The report by which the holder holds the ground.
    public let holderReport: Int?
    /// Whether reports of equal grade contradict each other.
    public let isDisputed: Bool
    /// The day of the last report that says something about the ground.
    public let lastReport: Day
    /// What speaks for the state.
    public let evidence: Evidence
    /// The other states in which the ground may be, because the day of a report is not known; none
    /// if it is certain.
    public internal(set) var alternatives: [GroundState] = []
  }

  /// The entries of each ground, by day.
  public internal(set) var entries: [[Entry]]

  /// In which states grounds may be before their first report takes effect, because its day is not
  /// known; by ground, only of those of which that is so.
  let prospects: [Int: [Prospect]]

  private let reportsOfGround: [[Applicable]]
  private let reading: ChronicleReading

  /// Decides who held what, on every day.
  ///
  /// - Parameters:
  ///   - theatre: the theatre.
  ///   - grounds: its spots.
  ///   - kept: the grounds that reports may reach, by index; all if nil. No report reaches any
  ///     other, as if nobody had ever said a word about it or a region above it.
  ///   - perspective: which reports are seen, and how they are read.
  /// - Complexity: O(*r* log *r*), for *r* pairs of a report and a ground that it reaches; of those
  ///   whose day is not known O(*n*³), for *n* reports that reach one ground.
  public init(
    _ theatre: Theatre, grounds: Grounds, keeping kept: Set<Int>? = nil,
    seenFrom perspective: Perspective = .plain
  ) {
    let sides = theatre.actors.map(\.side)
    let admitted = perspective.admitted(of: theatre)
    var reaching = Self.reports(of: theatre, reaching: grounds) { admitted?[$0] ?? true }
    if let kept {
      for ground in reaching.indices where !kept.contains(ground) { reaching[ground] = [] }
    }
    reportsOfGround = reaching
    let reading = ChronicleReading(theatre, sides: sides, perspective)
    entries = reaching.map { reading.entries(of: $0) }
    prospects = reading.prospects(of: reaching, entries)
    self.reading = reading
  }

  /// The entry of a ground that is in force on a day, or nil if no report reaches it by then.
  ///
  /// - Complexity: O(log *n*), for *n* entries of the ground.
  public func entry(of ground: Int, on day: Day) -> Entry? {
    let entries = entries[ground]
    let after = entries.partitioningIndex { $0.day > day }
    return after == 0 || entries[after - 1].isSilence ? nil : entries[after - 1]
  }

  /// The reports that speak for the state of a ground on a day, and those that contradict them on the deciding
  /// day, one for each independent source.
  ///
  /// - Complexity: that of `decision`.
  public func witnesses(
    of ground: Int, on day: Day
  ) -> (supporting: [Witness], opposing: [Witness]) {
    let testimony = reading.replaying.testimony(reportsOfGround[ground].filter { $0.day <= day })
    return (
      testimony.supporting.all.map(\.witness), testimony.opposing.all.map(\.witness)
    )
  }

  /// The days on which some ground's entry changes, or what it may be before its first, in order.
  public var days: [Day] {
    Set(entries.joined().map(\.day)).union(prospects.values.joined().map(\.day)).sorted()
  }

  /// How the state of a ground on a day was decided, with every report considered.
  ///
  /// - Complexity: O(*r*), for *r* reports that reach the ground.
  public func decision(of ground: Int, on day: Day) -> Decision {
    let past = reportsOfGround[ground].filter { $0.day <= day }
    let rounds = reading.replaying.rounds(past)
    guard let last = rounds.last else { return Decision(entry: nil, considered: []) }
    let earlier = rounds.dropLast().reversed().flatMap { round in
      round.considered.map { Judgement(report: $0.report, verdict: .earlier) }
    }
    return Decision(entry: last.entry, considered: last.considered + earlier)
  }
}

extension Chronicle {
  /// The decisions on a ground, each with the reports of its day.
  func rounds(of ground: Int) -> [(entry: Entry, considered: [Judgement])] {
    reading.replaying.rounds(reportsOfGround[ground])
  }

  /// The entries of a ground by its reports alone, whatever the view makes of them, if only some of the reports
  /// that reach it had been made.
  func plainEntries(of ground: Int, where isMade: (Int) -> Bool) -> [Entry] {
    reading.replaying.rounds(reportsOfGround[ground].filter { isMade($0.report) }).map(\.entry)
  }

  /// Reports that contradict each other, the strongest camp first.
  func camps(of reports: [Int]) -> [[Int]] { reading.replaying.scale.camps(of: reports) }

  /// The reports that reach a ground, by the day they take effect.
  func reports(reaching ground: Int) -> [Int] { reportsOfGround[ground].map(\.report) }

  /// The entries of a ground if only some of the reports that reach it had been made.
  func entries(of ground: Int, where isMade: (Int) -> Bool) -> [Entry] {
    reading.entries(of: reportsOfGround[ground].filter { isMade($0.report) })
  }
}

/// How a chronicle reads the reports on a ground.
struct ChronicleReading: Sendable {
  let replaying: Replaying
  private let doubts: DateDoubts
  private let isConfirmed: Bool

  init(_ theatre: Theatre, sides: [String], _ perspective: Perspective) {
    replaying = Replaying(theatre, sides: sides)
    isConfirmed = perspective.view == .confirmed
    doubts = DateDoubts(replaying, isConfirmed: isConfirmed)
  }

  func entries(of reports: [Applicable]) -> [Chronicle.Entry] {
    doubts.divide(replaying.rounds(reports, confirmed: isConfirmed).map(\.entry), reports)
  }

  /// What grounds may be before their first entries. One report confirms nothing.
  func prospects(
    of reports: [[Applicable]], _ entries: [[Chronicle.Entry]]
  ) -> [Int: [Prospect]] {
    guard !isConfirmed, doubts.exist else { return [:] }
    var found: [Int: [Prospect]] = [:]
    for (ground, reports) in reports.enumerated() {
      let prospects = doubts.prospects(reports, before: entries[ground].first?.day)
      if !prospects.isEmpty { found[ground] = prospects }
    }
    return found
  }
}

/// A report that reaches a ground: how many levels above it stands, and when it takes effect.
struct Applicable: Sendable {
  let report: Int
  let levelsAbove: Int
  var day: Day
}

extension Chronicle {
  /// The reports that reach each ground, by day.
  fileprivate static func reports(
    of theatre: Theatre, reaching grounds: Grounds, where isSeen: (Int) -> Bool
  ) -> [[Applicable]] {
    var reportsOfPlace = [[Int]](repeating: [], count: theatre.places.count)
    for (index, report) in theatre.reports.enumerated() where isSeen(index) {
      reportsOfPlace[report.place].append(index)
    }
    return grounds.sites.map { sites in
      var found: [Applicable] = []
      for site in sites {
        var place: Int? = site
        var level = 0
        while let here = place {
          for report in reportsOfPlace[here] {
            found.append(
              Applicable(
                report: report, levelsAbove: level,
                day: theatre.reports[report].date.effectiveDay))
          }
          place = theatre.places[here].parent
          level += 1
        }
      }
      if found.count > 1 {
        found.sort { ($0.day, $0.report, $0.levelsAbove) < ($1.day, $1.report, $1.levelsAbove) }
      }
      // A report on a region reaches a spot once, however many of its sites are in the region.
      return sites.count == 1 ? found : found.withoutRepetition
    }
  }
}

extension [Applicable] {
  /// Of neighbours that are one report the first.
  fileprivate var withoutRepetition: [Applicable] {
    var distinct: [Applicable] = []
    for element in self where element.report != distinct.last?.report { distinct.append(element) }
    return distinct
  }
}

extension Array {
  /// The first index whose element and all after it fulfil a condition.
  fileprivate func partitioningIndex(where isInSecond: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isInSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
