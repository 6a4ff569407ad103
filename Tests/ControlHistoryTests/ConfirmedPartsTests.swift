import TestSupport
import Testing
import Theatre

@testable import ControlHistory

/// What is confirmed, part by part. If one of these fails, the map shows as confirmed what one source says.
@Suite("The parts of a confirmed state")
struct ConfirmedPartsTests {
  /// The state of North West on 10 January, of which nobody spoke before, as two sources say.
  private func state(_ claims: String...) throws -> String {
    var theatre = SmallTheatre()
    theatre.actors += "green,Green,green,#00cc00\n"
    theatre.sources = "id,title,publisher,published,reliability,favours,licence,note\n"
    for name in ["a", "b", "c", "d"] {
      theatre.sources += "\(name),Paper \(name),Paper \(name),2020-01-01,B,,none,\n"
    }
    theatre.reportRows = claims.enumerated().map { index, claim in
      let parts = claim.split(separator: " ")
      return "f\(index),2020-01-0\(parts[0]),,north-west,\(parts[1]),\(parts[2]),\(parts[3]),,3,"
    }
    let history = try history(theatre, seenFrom: Perspective(view: .confirmed))
    return try history.state(of: "north-west", on: "2020-01-10")
  }

  @Test("a holder takes two that say he holds it, not one and a word about somebody else")
  func holder() throws {
    #expect(try state("2 red control a", "3 red control b") == "red")
    #expect(try state("2 red control a", "3 crimson control b") == "crimson")
    #expect(try state("2 red control a", "3 red control a") == "?")
    #expect(try state("2 red control a", "3 green withdrew b") == "?")
    #expect(try state("2 red control a", "3 green encircled b") == "?")
    // The first word on blue is one source's; that red held it is over.
    #expect(try state("2 red control a", "3 red control b", "4 blue control c") == "?")
  }

  @Test("fighting takes two that speak of it, and an attacker two that name him")
  func fighting() throws {
    let held = ["2 red control a", "2 red control b"]
    #expect(try state(held[0], held[1], "3 blue contested c") == "red")
    #expect(try state(held[0], held[1], "3 blue contested c", "4 blue entered d") == "red<blue")
    #expect(try state(held[0], held[1], "3 blue contested c", "4 green entered d") == "red<")
    #expect(try state("2 red control a", "3 blue contested c", "4 blue entered d") == "?<blue")
  }

  @Test("an encirclement takes two that tell of it")
  func encirclement() throws {
    let held = ["2 red control a", "2 red control b"]
    #expect(try state(held[0], held[1], "3 blue encircled c") == "red")
    #expect(try state(held[0], held[1], "3 blue encircled c", "4 blue encircled d") == "red@blue")
  }
}
