import TestSupport
import Testing
import Theatre
import TypedIndices

@testable import ControlHistory

/// Reports of one day held against all others at once, and a day without some of them. If one of these fails,
/// `conflicts` tells of another dispute than the map shows.
@Suite("Reports of one day, put together")
struct ClaimsTests {
  private func read(seed: UInt64) throws -> ControlHistory {
    var random = SeededGenerator(seed: seed)
    var theatre = SmallTheatre()
    theatre.reportRows = (0..<30).map { index in
      let actor = ["red", "crimson", "blue"].randomElement(using: &random) ?? "red"
      let status =
        ["control", "contested", "entered", "withdrew", "encircled"]
        .randomElement(using: &random) ?? "control"
      let place = ["north-west", "westland"].randomElement(using: &random) ?? "north-west"
      return
        "r\(index),2020-01-\(Int.random(in: 10...19, using: &random)),,\(place),\(actor),\(status),"
        + "paper,,\(Int.random(in: 2...3, using: &random)),"
    }
    return try history(theatre)
  }

  @Test("a report contradicts some reports if it contradicts one of them", arguments: 0..<20)
  func contradictions(seed: UInt64) throws {
    let history = try read(seed: seed)
    var random = SeededGenerator(seed: seed)
    let reports = history.theatre.reports.elements
    let sides = history.theatre.sideOfActor
    for _ in 0..<20 {
      let some = reports.filter { _ in Int.random(in: 0..<10, using: &random) == 0 }
      let claims = Claims(some, sides: sides)
      for report in reports {
        #expect(
          claims.contradict(report, sides: sides)
            == some.contains { report.contradicts($0, sides: sides) }, "seed \(seed)")
      }
    }
  }

  @Test("a day without some reports leads to what the history without them says", arguments: 0..<20)
  func turns(seed: UInt64) throws {
    let history = try read(seed: seed)
    let site = try history.site("north-west")
    let resolutions = history.resolutions(of: site)
    for (interval, considered) in resolutions {
      let gone = Set(considered.prefix(1).map(\.report)).filter {
        history.theatre.reports[$0].date.effectiveDay == interval.day
      }
      let other = history.intervals(of: site) { !gone.contains($0) }
      let turns = history.replay(of: site).turns(without: gone, on: interval.day)
      #expect(turns.first?.day == interval.day, "seed \(seed)")
      for turn in turns {
        let expected = other.last { $0.day <= turn.day }?.state ?? .unknown
        #expect(turn.alternative == expected, "seed \(seed), \(turn.day)")
        let own = resolutions.last { $0.interval.day <= turn.day }?.interval.state ?? .unknown
        #expect(turn.state == own, "seed \(seed), \(turn.day)")
      }
      // Where the turns end both have the same states from then on.
      guard let last = turns.last, last.day != resolutions.last?.interval.day else { continue }
      for (later, _) in resolutions where last.day < later.day && turns.count < resolutions.count {
        guard last.state == last.alternative else { break }
        #expect(later.state == other.last { $0.day <= later.day }?.state, "seed \(seed)")
      }
    }
  }

  @Test("among many sources each group counts once, as among few")
  func manySources() throws {
    var theatre = SmallTheatre()
    theatre.reportRows = []
    for number in 0..<60 {
      // Sources come in pairs of one publisher.
      theatre.sources += "s\(number),S\(number),Publisher \(number / 2),,B,,none,\n"
      theatre.reportRows.append("r\(number),2020-01-05,,north-west,red,control,s\(number),,3,")
    }
    let history = try history(theatre)
    let support = history.support(of: try history.site("north-west"), on: try day("2020-01-06"))
    #expect(support.supporting.count == 30)
  }
}
