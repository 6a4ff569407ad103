import Diagnostics
import Geometry
import TestSupport
import Testing
import Theatre
import TypedIndices

/// If one of these fails, a person's row is held against the map as something else than it says.
@Suite("A row of measures.csv is read as it is meant")
struct MeasureTests {
  private func measure(_ row: String) throws -> Measure {
    let theatre = try reading { $0.measureRows = [row] }.drawable()
    return try #require(theatre.measures.first)
  }

  private func statement(_ row: String) throws -> Measure.Statement { try measure(row).statement }

  private func place(_ id: String) throws -> PlaceID {
    try #require(try reading().drawable().places.firstIndex { $0.id == id })
  }

  @Test("a theatre without the table has no measures")
  func none() throws {
    #expect(try reading().drawable().measures.isEmpty)
  }

  @Test("the four columns for special cases may be left out")
  func tenColumns() throws {
    let theatre = try reading {
      $0.measureHeader = "id,source,paragraph,kind,subject,object,value,unit,as_of,note"
      $0.measureRows = ["m1,paper,3,distance,north-west,south-west,55,km,,Up the road."]
    }.drawable()
    let measure = try #require(theatre.measures.first)
    #expect(measure.id == "m1" && measure.source == SourceID(0) && measure.paragraph == "3")
    #expect(measure.kind == .distance && measure.note == "Up the road.")
    #expect(measure.subject == "north-west" && measure.object == "south-west")
    #expect(measure.asOf == nil && measure.days == nil)
    #expect(theatre.files.contains { $0.name == "measures.csv" })
  }

  @Test(
    "half a unit of the last significant digit is what a number may be rounded by",
    arguments: [
      ("125", 0.5), ("80", 5), ("7", 0.5), ("200", 50), ("7.0", 0.05), ("0.25", 0.005),
      ("1000", 500), ("1050", 5), ("0", 0.5), ("2e3", 500), ("1.5e1", 0.5),
      // Powers that no integer holds, or whose negative none holds.
      ("1e-9223372036854775808", 0.5e-20), ("1.5e-9223372036854775807", 0.5e-20),
      ("1e-99999999999999999999", 0.5e-20), ("0e9223372036854775807", 0.5e20),
      ("0e99999999999999999999", 0.5e20),
    ])
  func rounding(text: String, half: Double) throws {
    guard
      case .distance(_, _, let number) = try statement(
        "m1,paper,,distance,north-west,south-west,\(text),mi,,,,,,")
    else {
      Issue.record("no distance")
      return
    }
    #expect(number.rounding.isClose(to: half, within: 1e-12))
    #expect(number.unit == .miles && number.approximation == nil && number.bound == nil)
  }

  @Test("units are the exact ones of 1959")
  func units() {
    #expect(MeasureUnit.miles.inKilometers == 1.609344)
    #expect(MeasureUnit.squareMiles.inKilometers == 2.589988110336)
    #expect(
      MeasureUnit.squareMiles.inKilometers.isClose(to: 1.609344 * 1.609344, within: 1e-12))
    #expect(MeasureUnit.meters.inKilometers == 0.001)
  }

  @Test("about and at least are kept")
  func latitude() throws {
    let row = "m1,paper,,count,westland,contested,12,town,2020-01-05,,,2,at_least,"
    guard case .count(.contested, let region, .kind("town"), let number) = try statement(row)
    else {
      Issue.record("no count")
      return
    }
    #expect(try region == place("westland"))
    #expect(number.value == 12 && number.approximation == 2 && number.bound == .atLeast)
    #expect(number.unit == nil)
  }

  @Test("ends are places, edges, the front, and places of which something is so")
  func ends() throws {
    let (west, town) = (try place("westland"), try place("north-east"))
    let blue = Party(id: "blue", actors: [ActorID(2)])
    let red = Party(id: "red", actors: [ActorID(0)])
    let cases: [(String, MeasureEnd)] = [
      ("westland", .place(west)), ("edge:westland", .edge(west)), ("front", .front),
      ("held_by:blue", .portion(.held(blue), in: nil)),
      ("won_by:red@westland", .portion(.won(red), in: west)),
      ("lost_by:crimson", .portion(.lost(Party(id: "crimson", actors: [ActorID(1)])), in: nil)),
      ("contested@westland", .portion(.contested, in: west)),
      ("unknown", .portion(.unknown, in: nil)),
    ]
    for (text, end) in cases {
      let row = "m1,paper,,direction,\(text),north-east,NNE,compass,2020-01-05,,,,,"
      #expect(try statement(row) == .direction(of: end, from: .place(town), .northNorthEast))
    }
  }

  @Test("a side stands for all its actors, unless an actor has that id")
  func sides() throws {
    let theatre = try reading {
      $0.actors = $0.actors.replacing(",red,", with: ",reds,")
      $0.sources = $0.sources.replacing(",red,", with: ",reds,")
      $0.measureRows = ["m1,paper,,count,theatre,held_by:reds,2,places,2020-01-05,,,,,"]
    }.drawable()
    #expect(
      theatre.measures.first?.statement
        == .count(
          .held(Party(id: "reds", actors: [ActorID(0), ActorID(1)])), in: nil, of: .places,
          try #require(number(in: theatre))))
  }

  private func number(in theatre: Theatre) -> StatedNumber? {
    if case .count(_, _, _, let number) = theatre.measures.first?.statement { return number }
    return nil
  }

  @Test("an area, a conversion and encirclements")
  func others() throws {
    let west = try place("westland")
    guard
      case .area(.all, nil, let area) = try statement(
        "m1,paper,,area,theatre,,77,sqmi,2020-01-05,,,,,"),
      case .conversion(let first, let second) = try statement(
        "m1,paper,,conversion,,,77,sqmi,,200,km2,,,")
    else {
      Issue.record("neither area nor conversion")
      return
    }
    #expect(area.unit == .squareMiles)
    #expect(first.value == 77 && second.value == 200 && second.unit == .squareKilometers)
    #expect(
      try statement("m1,paper,,encirclement,westland,blue,no,,2020-01-05,,,,,")
        == .encirclement(
          of: west, by: .party(Party(id: "blue", actors: [ActorID(2)])), isSo: false))
    #expect(
      try statement("m1,paper,,encirclement,westland,,yes,,2020-01-05,,,,,")
        == .encirclement(of: west, by: nil, isSo: true))
    #expect(
      try statement("m1,paper,,encirclement,north-west,eastland,yes,,,,,,,")
        == .encirclement(
          of: place("north-west"), by: .region(place("eastland")), isSo: true))
  }

  @Test("the days are those of the date, and a date that no map is needed for is only kept")
  func days() throws {
    let span = try measure(
      "m1,paper,,count,theatre,won_by:blue,2,places,2020-01-05/2020-01-07,,,,,")
    let (first, last) = (try #require(Day("2020-01-05")), try #require(Day("2020-01-07")))
    #expect(span.days == first...last)
    let old = try measure("m1,paper,,distance,north-west,south-west,55,km,1999,,,,,")
    #expect(old.days == nil && old.asOf?.text == "1999")
  }
}
