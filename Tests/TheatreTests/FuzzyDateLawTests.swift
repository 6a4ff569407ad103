import TestSupport
import Testing
import Theatre

@Suite("What holds for every date")
struct FuzzyDateLawTests {
  @Test("a date takes effect on a day on which it is written to lie, and may", arguments: 1...20)
  func laws(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let text = random.date()
      guard let date = try? FuzzyDate(text) else {
        // The two ends of a random interval may be in the wrong order.
        #expect(text.contains("/"), "seed \(seed): \(text)")
        continue
      }
      let possible = date.possibleDays
      let (first, last) = (date.earliest ?? date.effectiveDay, date.latest ?? date.effectiveDay)
      #expect(first <= date.effectiveDay && date.effectiveDay <= last, "seed \(seed): \(text)")
      #expect((possible.earliest ?? first) <= first, "seed \(seed): \(text)")
      #expect((possible.latest ?? last) >= last, "seed \(seed): \(text)")
      #expect((possible.earliest == nil) == (date.earliest == nil), "seed \(seed): \(text)")
      #expect((possible.latest == nil) == (date.latest == nil), "seed \(seed): \(text)")
      let isMarked = date.isApproximate || date.isUncertain
      let isWider = possible.earliest != date.earliest || possible.latest != date.latest
      #expect(isMarked == isWider, "seed \(seed): \(text)")
    }
  }

  @Test("no text stops the program, and a remedy that is spelled out is a date", arguments: 1...20)
  func garbage(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let text = random.garbage()
      do throws(DateError) {
        #expect(try FuzzyDate(text).text == text, "seed \(seed)")
      } catch {
        #expect(error.message.hasPrefix("\"\(text)\" "), "seed \(seed): \(error.message)")
        guard
          let remedy = error.message.firstRange(of: ": write ").map({
            error.message[$0.upperBound...]
          }),
          !remedy.contains(" "), remedy != "0000"
        else { continue }
        #expect((try? FuzzyDate(String(remedy))) != nil, "seed \(seed): \(error.message)")
      }
    }
  }
}

extension SeededGenerator {
  /// A date of any form, an interval now and then.
  fileprivate mutating func date() -> String {
    switch Int.random(in: 0..<6, using: &self) {
    case 0: "\(part())/\(part())"
    case 1: "\(part())/\(["", ".."][Int.random(in: 0...1, using: &self)])"
    case 2: "\(["", ".."][Int.random(in: 0...1, using: &self)])/\(part())"
    default: part()
    }
  }

  /// A date that is no interval.
  private mutating func part() -> String {
    let day = "\(Day(number: Int.random(in: -800_000...100_000, using: &self)))"
    let season = Int.random(in: 21...24, using: &self)
    let forms = [
      day, String(day.dropLast(3)), String(day.dropLast(6)), "\(day.dropLast(2))XX",
      "\(day.dropLast(5))XX", "\(day.dropLast(5))XX-XX", "\(day.dropLast(7))X",
      "\(day.dropLast(8))XX", "\(day.dropLast(5))\(season)",
      "Y\(Int.random(in: 10_000...9_999_999, using: &self))",
    ]
    let mark = ["", "", "", "?", "~", "%"][Int.random(in: 0..<6, using: &self)]
    return forms[Int.random(in: forms.indices, using: &self)] + mark
  }

  /// A date with some of its characters changed, left out or put in.
  fileprivate mutating func garbage() -> String {
    var text = Array(date())
    let letters = Array("0123456789XXuxYySE--//..?~%T:Z+[]{}, e\u{301}٣")
    for _ in 0..<Int.random(in: 1...4, using: &self) {
      let letter = letters[Int.random(in: letters.indices, using: &self)]
      let index = Int.random(in: 0...text.count, using: &self)
      if index == text.count || Bool.random(using: &self) {
        text.insert(letter, at: index)
      } else if Bool.random(using: &self) {
        text[index] = letter
      } else {
        text.remove(at: index)
      }
    }
    return String(text)
  }
}
