import Foundation
import TestSupport
import Testing
import Theatre

@testable import ControlHistory

/// What speaks for a state, against formulas written down anew. If one of these fails, the map claims
/// to be surer than its sources are.
@Suite("What speaks for a state")
struct EvidenceTests {
  /// The middle of each fifth of the range from 0 to 1.
  private let fifths = [0.9, 0.7, 0.5, 0.3, 0.1]

  /// What a source of a letter supports with a digit, by the formula in words: the geometric mean of
  /// the two, what cannot be judged left out of it.
  private func support(_ letter: Character, _ digit: Int) -> Double {
    let known =
      (digit == 6 ? [] : [fifths[digit - 1]])
      + (Array("ABCDE").firstIndex(of: letter).map { [fifths[$0]] } ?? [])
    return known.isEmpty
      ? 0.5 : pow(known.reduce(1, *), 1 / Double(known.count))
  }

  /// The small theatre with sources of unlike publishers: `A-one`, `A-two` and so on.
  private func theatre(_ rows: String...) -> SmallTheatre {
    var theatre = SmallTheatre()
    theatre.sources = """
      id,title,publisher,origin,published,reliability,favours,licence,note
      paper,A paper,,,2020-01-01,B,,none,
      rumour,A rumour,,,2020-01-01,D,,none,
      daily,Daily,Daily,,2020-01-01,B,,none,
      evening,Daily in the evening,Daily (Erbil),,2020-01-01,A,,none,
      wire,A wire,Wire,,2020-01-01,C,,none,
      copy,What the wire says,Herald,Wire,2020-01-01,A,,none,
      reds,The red bulletin,Reds,,2020-01-01,B,red,none,

      """
    theatre.reportRows += rows
    return theatre
  }

  private func evidence(
    _ rows: String..., on day: String = "2020-01-05", of place: String = "north-west",
    change: (inout SmallTheatre) -> Void = { _ in }
  ) throws -> Evidence {
    var theatre = theatre()
    theatre.reportRows += rows
    change(&theatre)
    return try history(theatre).interval(of: place, on: day).evidence
  }

  @Test("of every grade the support is the geometric mean of what can be judged of it")
  func grades() throws {
    for letter in Reliability.allCases {
      for digit in Credibility.allCases {
        let grade = Grade(AdmiraltyGrade(reliability: letter, credibility: digit))
        let expected = support(Character(letter.rawValue), digit.rawValue)
        #expect(grade.support.isClose(to: expected, within: 1e-12), "\(letter)\(digit)")
      }
    }
    #expect(Grade(try #require(AdmiraltyGrade("F6"))).support == 0.5)
    #expect(Grade(try #require(AdmiraltyGrade("F1"))).support.isClose(to: 0.9, within: 1e-12))
    #expect(Grade(try #require(AdmiraltyGrade("A6"))).support.isClose(to: 0.9, within: 1e-12))
  }

  @Test("a boast supports less than its grade says and an admission more, a 6 stays as it is")
  func interest() throws {
    let boast = try evidence("r3,2020-01-05,,north-east,red,control,reds,,3,", of: "north-east")
    #expect(boast.support.isClose(to: support("B", 4), within: 1e-12))
    let admission = try evidence("r3,2020-01-05,,north-west,blue,control,reds,,3,")
    #expect(admission.support.isClose(to: support("B", 2), within: 1e-12))
    let unjudged = try evidence("r3,2020-01-05,,north-west,blue,control,reds,,6,")
    #expect(unjudged.support.isClose(to: 0.7, within: 1e-12))
  }

  @Test("what independent sources leave open is multiplied")
  func independent() throws {
    let evidence = try evidence(
      "r3,2020-01-05,,north-west,blue,control,paper,,2,",
      "r4,2020-01-05,,north-west,blue,control,rumour,,4,",
      "r5,2020-01-05,,north-west,blue,control,wire,,3,")
    let open = (1 - support("B", 2)) * (1 - support("D", 4)) * (1 - support("C", 3))
    #expect(evidence.support.isClose(to: 1 - open, within: 1e-12))
    #expect(evidence.sourceCount == 3)
    #expect(evidence.opposition == 0 && evidence.belief == evidence.support)
  }

  @Test("sources of one publisher or one origin are one witness, the best of them")
  func dependent() throws {
    let publisher = try evidence(
      "r3,2020-01-05,,north-west,blue,control,daily,,2,",
      "r4,2020-01-05,,north-west,blue,control,evening,,2,")
    #expect(publisher.sourceCount == 1)
    #expect(publisher.support.isClose(to: support("A", 2), within: 1e-12))
    let origin = try evidence(
      "r3,2020-01-05,,north-west,blue,control,wire,,2,",
      "r4,2020-01-05,,north-west,blue,control,copy,,3,",
      "r5,2020-01-05,,north-west,blue,control,daily,,3,")
    #expect(origin.sourceCount == 2)
    let best = max(support("C", 2), support("A", 3))
    #expect(
      origin.support.isClose(to: 1 - (1 - best) * (1 - support("B", 3)), within: 1e-12))
  }

  @Test("that a region and a place are reported by one source on one day is one witness")
  func sameReport() throws {
    let evidence = try evidence(
      "r3,2020-01-05,,north-west,blue,control,paper,,2,",
      "r4,2020-01-05,,westland,blue,control,paper,,2,")
    #expect(evidence.sourceCount == 1)
    #expect(evidence.support.isClose(to: support("B", 2), within: 1e-12))
  }

  @Test("what a worse report of the day says against it is Dempster's rule of two that conflict")
  func opposed() throws {
    let evidence = try evidence(
      "r3,2020-01-05,,north-west,blue,control,paper,,2,",
      "r4,2020-01-05,,north-west,red,control,rumour,,4,",
      "r5,2020-01-05,,north-west,red,control,wire,,3,")
    let s = support("B", 2)
    let o = 1 - (1 - support("D", 4)) * (1 - support("C", 3))
    #expect(evidence.support.isClose(to: s, within: 1e-12))
    #expect(evidence.opposition.isClose(to: o, within: 1e-12))
    // The masses of the two hypotheses and of neither, without the conflict.
    let (mine, theirs, open) = (s * (1 - o), o * (1 - s), (1 - s) * (1 - o))
    #expect(evidence.belief.isClose(to: mine / (mine + theirs + open), within: 1e-12))
    #expect(evidence.belief < evidence.support)
  }

  @Test("a worse report that says something else which may be true as well opposes nothing")
  func unopposed() throws {
    let evidence = try evidence(
      "r3,2020-01-05,,north-west,blue,control,paper,,2,",
      "r4,2020-01-05,,north-west,red,withdrew,rumour,,4,")
    #expect(evidence.opposition == 0)
  }

  @Test("equals that contradict each other are held against each other")
  func disputed() throws {
    let equal = try evidence(
      "r3,2020-01-05,,north-west,blue,control,paper,,2,",
      "r4,2020-01-05,,north-west,red,control,daily,,2,")
    let s = support("B", 2)
    #expect(equal.support.isClose(to: s, within: 1e-12))
    #expect(equal.opposition.isClose(to: s, within: 1e-12))
    #expect(equal.belief.isClose(to: s / (1 + s), within: 1e-12))
  }

  @Test(
    "an earlier witness counts with its age on the day of the latest, a change of hands ends it")
  func discounted() throws {
    let evidence = try evidence(
      "r3,2020-01-05,,north-west,blue,control,paper,,2,",
      "r4,2020-01-15,,north-west,blue,control,wire,,3,", on: "2020-01-20"
    ) { $0.addSetting("\"half_life_days\": 10") }
    let open = (1 - support("B", 2) / 2) * (1 - support("C", 3))
    #expect(evidence.support.isClose(to: 1 - open, within: 1e-12))
    #expect(evidence.sourceCount == 2)
    let taken = try self.evidence(
      "r3,2020-01-05,,north-west,blue,control,paper,,2,",
      "r4,2020-01-15,,north-west,red,control,wire,,3,",
      "r5,2020-01-16,,north-west,blue,control,rumour,,3,", on: "2020-01-20")
    #expect(taken.support.isClose(to: support("D", 3), within: 1e-12))
    #expect(taken.sourceCount == 1)
  }

  @Test("that it is encircled speaks for who holds it")
  func encircled() throws {
    let evidence = try evidence("r3,2020-01-05,,north-west,blue,encircled,wire,,3,") {
      $0.addSetting("\"half_life_days\": 35")
    }
    // The baseline is 35 days old.
    let open = (1 - support("B", 3) / 2) * (1 - support("C", 3))
    #expect(evidence.support.isClose(to: 1 - open, within: 1e-12))
    #expect(evidence.sourceCount == 2)
  }

  @Test("any number of reports for one side: the formula on all of them at once", arguments: 1...12)
  func law(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let halfLife = Double.random(in: 1...40, using: &random)
    var theatre = theatre()
    theatre.addSetting("\"half_life_days\": \(halfLife)")
    theatre.reportRows = []
    let sources: [(id: String, letter: Character, group: Int)] = [
      ("paper", "B", 0), ("rumour", "D", 1), ("daily", "B", 2), ("evening", "A", 2),
      ("wire", "C", 3), ("copy", "A", 3),
    ]
    var best: [Int: Double] = [:]
    var days: [Int] = []
    for index in 0..<Int.random(in: 1...20, using: &random) {
      let source = try #require(sources.randomElement(using: &random))
      let digit = Int.random(in: 1...6, using: &random)
      let day = Int.random(in: 10...31, using: &random)
      // Allies follow each other: the evidence is for the side.
      let actor = day.isMultiple(of: 2) ? "red" : "crimson"
      theatre.reportRows.append(
        "r\(index),2020-01-\(day),,north-west,\(actor),control,\(source.id),,\(digit),")
      // As it would be on the first day: all decay alike.
      let support = support(source.letter, digit) * exp2(Double(day) / halfLife)
      best[source.group] = max(best[source.group] ?? 0, support)
      days.append(day)
    }
    let last = Double(try #require(days.max()))
    let open = best.values.map { 1 - $0 * exp2(-last / halfLife) }.reduce(1, *)
    let evidence = try history(theatre).interval(of: "north-west", on: "2020-01-31").evidence
    #expect(evidence.sourceCount == best.count, "seed \(seed)")
    #expect(evidence.support.isClose(to: 1 - open, within: 1e-9), "seed \(seed)")
    #expect((0...1).contains(evidence.belief), "seed \(seed)")
  }
}
