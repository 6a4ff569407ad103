import Diagnostics
import TestSupport
import Testing
import Theatre

/// If one of these fails, somebody who writes the table learns nothing of a slip, and an audit of
/// something else than was stated looks right.
@Suite("A faulty row of measures.csv is named with line, column and remedy")
struct MeasureFaultTests {
  private static let place =
    "places.csv has no such id; did you mean north-west, north-east, south-west?"

  @Test(
    "what a row refers to and when",
    arguments: [
      (
        "m0,paper,,distance,land,north-west,5,km,,,,,,",
        "3:1: error: the id \"m0\" is already used in line 2"
      ),
      (
        "m1,papr,,distance,land,north-west,5,km,,,,,,",
        "3:4: error: unknown source \"papr\": sources.csv has no such id; did you mean paper, poor?"
      ),
      (
        "m1,paper,,length,land,north-west,5,km,,,,,,",
        "3:11: error: unknown kind \"length\": write one of distance, direction, area, conversion, "
          + "encirclement, count"
      ),
      (
        "m1,paper,,distance,nort-west,land,5,km,,,,,,",
        "3:20: error: unknown subject \"nort-west\": \(place)"
      ),
      (
        "m1,paper,,distance,land,,5,km,,,,,,",
        "3:25: error: object is empty: name an id of places.csv"
      ),
      (
        "m1,paper,,distance,land,land,5,km,,,,,,",
        "3:25: error: subject and object are the same: name what it is measured from"
      ),
      (
        "m1,paper,,distance,land,edge:north-west,5,km,,,,,,",
        "3:25: error: no place is part of \"north-west\", so it has no edge to measure from: write "
          + "north-west"
      ),
      (
        "m1,paper,,direction,won_by:bleu,land,N,compass,2020-01-05,,,,,",
        "3:21: error: unknown actor or side \"bleu\" in subject: actors.csv has neither; did you mean "
          + "blue?"
      ),
      (
        "m1,paper,,direction,held_by:@land,north-west,N,compass,2020-01-05,,,,,",
        "3:21: error: subject names nobody: write an actor or a side of actors.csv after the colon"
      ),
      (
        "m1,paper,,direction,held_by:red@nowhere,north-west,N,compass,2020-01-05,,,,,",
        "3:21: error: unknown subject \"nowhere\": places.csv has no such id"
      ),
      (
        "m1,paper,,count,land,taken,5,town,2020-01-05,,,,,",
        "3:22: error: object \"taken\" says nothing about the ground: write contested, unknown, "
          + "held_by:ACTOR, won_by:ACTOR or lost_by:ACTOR, or leave it empty for all"
      ),
      (
        "m1,paper,,encirclement,land,north-west,yes,,2020-01-05,,,,,",
        "3:29: error: \"north-west\" is a single place and cannot surround anything: name a region, an "
          + "actor or a side"
      ),
      (
        "m1,paper,,distance,land,front,5,km,,,,,,",
        "3:36: error: as_of is empty, and the front moves: write the day, as in 2016-10-31"
      ),
      (
        "m1,paper,,count,land,contested,5,town,,,,,,",
        "3:39: error: as_of is empty, and who holds what changes: write the day, as in 2016-10-31"
      ),
      (
        "m1,paper,,area,land,,5,km2,,,,,,",
        "3:28: error: as_of is empty, and an area belongs to a day: write the day, as in 2016-10-31"
      ),
      (
        "m1,paper,,encirclement,land,blue,yes,,,,,,,",
        "3:39: error: as_of is empty, and who surrounds whom changes from day to day: write the day, as in "
          + "2016-10-31"
      ),
      (
        "m1,paper,,distance,land,front,5,km,2020-02-01,,,,,",
        "3:36: error: as_of 2020-02-01 is outside the theatre, which runs from 2020-01-01 to 2020-01-31"
      ),
      (
        "m1,paper,,distance,land,front,5,km,2020-01-30/..,,,,,",
        "3:36: error: \"2020-01-30/..\" is open: name its first and its last day"
      ),
      (
        "m1,paper,,distance,land,front,5,km,2020-13,,,,,",
        "3:36: error: \"2020-13\" names a month 13, but a year has twelve"
      ),
      (
        "m1,paper,,area,theatre,won_by:red,5,km2,2020-01-01,,,,,",
        "3:41: error: as_of 2020-01-01 begins on the theatre's first day, but there is no map of the "
          + "day before it: let it begin later"
      ),
    ])
  func references(row: String, expected: String) throws {
    let good = "m0,paper,,distance,land,north-west,5,km,,,,,,"
    expectFaults(["measures.csv:\(expected)"], in: try reading { $0.measureRows = [good, row] })
  }

  @Test(
    "what is stated",
    arguments: [
      ("distance,land,north-west,,km,,,,,", "36: error: value is empty"),
      ("distance,land,north-west,far,km,,,,,", "36: error: value \"far\" is not a number"),
      (
        "distance,land,north-west,\"1,5\",km,,,,,",
        "36: error: value \"1,5\" is not a number: write a point, not a comma"
      ),
      (
        "distance,land,north-west,-5,km,,,,,",
        "36: error: value -5 is not an amount: write a number from 0 to 1,000,000,000, without a sign"
      ),
      (
        "distance,land,north-west,1e10,km,,,,,",
        "36: error: value 1e10 is not an amount: write a number from 0 to 1,000,000,000, without a sign"
      ),
      (
        "distance,land,north-west,5,km2,,,,,",
        "38: error: unit \"km2\" does not fit a row of kind distance: write m or km or mi"
      ),
      ("distance,land,north-west,5,,,,,,", "38: error: unit is empty: write m or km or mi"),
      (
        "direction,land,north-west,upwards,compass,,,,,",
        "37: error: unknown value \"upwards\": write one of N, NNE, NE, ENE, E, ESE, SE, SSE, S, SSW, "
          + "SW, WSW, W, WNW, NW, NNW"
      ),
      (
        "direction,land,north-west,N,degrees,,,,,",
        "39: error: unit \"degrees\" does not fit a row of kind direction: write compass"
      ),
      (
        "direction,land,north-west,N,compass,,,,5,",
        "50: error: approx is for distances, areas and counts: leave it empty in a row of kind "
          + "direction"
      ),
      (
        "conversion,,,7,mi,,20,km2,,",
        "33: error: km2 is not another unit for mi: write one of m, km"
      ),
      (
        "conversion,,,7,mi,,20,mi,,", "33: error: mi is not another unit for mi: write one of m, km"
      ),
      ("conversion,,,7,mi,,,km,,", "30: error: value2 is empty"),
      (
        "conversion,,,7,mi,,20,,,",
        "33: error: unit2 is empty: write m or km or mi or km2 or sqmi"
      ),
      (
        "encirclement,land,blue,maybe,,2020-01-05,,,,",
        "34: error: the value \"maybe\" is neither yes nor no: write yes if the place is surrounded, no if it is "
          + "not"
      ),
      (
        "encirclement,land,blue,yes,km,2020-01-05,,,,",
        "38: error: unit \"km\" does not fit a row of kind encirclement: leave it empty"
      ),
      (
        "count,land,,5,quarter,,,,,",
        "25: error: the unit \"quarter\" cannot be counted: write places, banks, or a kind "
          + "of places.csv, one of country, district, town"
      ),
      (
        "distance,land,north-west,5,km,,,,-1,",
        "44: error: approx -1 is not an amount: write how far the value may be off, in its unit and without "
          + "a sign"
      ),
      (
        "distance,land,north-west,5,km,,,,,more",
        "45: error: unknown bound \"more\": write one of at_least, at_most"
      ),
    ])
  func values(rest: String, expected: String) throws {
    expectFaults(
      ["measures.csv:2:\(expected)"], in: try reading { $0.measureRows = ["m1,paper,,\(rest),"] })
  }

  @Test("all faults of a row are found in one run")
  func several() throws {
    let diagnostics = try reading {
      $0.measureRows = ["m1,papr,,distance,nowhere,edge:lnd,x,lb,2020-13,,,y,much,"]
    }.diagnostics
    #expect(diagnostics.count == 8, "\(diagnostics)")
  }

  @Test("a table without a column is refused, whatever its rows")
  func header() throws {
    expectFaults(
      ["measures.csv:1:1: error: the header lacks the column \"as_of\""],
      in: try reading {
        $0.measureHeader = "id,source,paragraph,kind,subject,object,value,unit,note"
        $0.measureRows = ["m1,paper,,distance,land,north-west,5,km,"]
      })
  }

  @Test("a faulty place or actor is told once, not again for each measure that names it")
  func otherTables() throws {
    let diagnostics = try reading {
      $0.placeRows.append("x,X,,town,95,43,,land,test,")
      $0.actors += "green,Green,green,green\n"
      $0.measureRows = [
        "m1,paper,,distance,x,land,5,km,,,,,,",
        "m2,paper,,count,land,held_by:green,1,town,2020-01-05,,,,,",
      ]
    }.diagnostics
    #expect(Set(diagnostics.map(\.file)) == ["places.csv", "actors.csv"], "\(diagnostics)")
  }
}
