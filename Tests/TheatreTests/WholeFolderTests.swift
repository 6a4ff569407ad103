import Diagnostics
import Geometry
import TestSupport
import Testing
import Theatre
import TypedIndices

@Suite("A theatre's folder")
struct WholeFolderTests {
  @Test("a right folder is read whole, without a word of complaint")
  func happyPath() throws {
    let incidents = """
      id,date,place,kind,source,paragraph,note
      i1,2020-01-03/2020-01-05,north-west,air_strike,paper,2,at night

      """
    let reading = try reading { $0.incidents = incidents }
    let theatre = try reading.drawable()
    #expect(reading.diagnostics.isEmpty)
    #expect(theatre.settings.name == "box")
    #expect(theatre.settings.title == "A box with a river")
    #expect(theatre.settings.timeZone == "UTC")
    #expect(theatre.settings.licence == "none")
    #expect(theatre.actors.map(\.id) == ["red", "crimson", "blue"])
    #expect(theatre.sides == ["red", "blue"])
    #expect(theatre.sources.map(\.reliability) == [.b, .b, .d])
    #expect(theatre.sources.map(\.favours) == [nil, "red", nil])
    #expect(theatre.places.count == 7)
    #expect(theatre.reports.map(\.id) == ["r1", "r2"])
    #expect(theatre.boundary.shape.polygons.count == 1)
    #expect(theatre.barriers.map(\.name) == ["river.geojson"])
    #expect(theatre.exits.isEmpty)
    let incident = try #require(theatre.incidents.first)
    #expect(incident.kind == "air_strike")
    #expect(incident.date.effectiveDay == Day("2020-01-05"))
    #expect(
      theatre.files.map(\.name) == [
        "actors.csv", "boundary.geojson", "incidents.csv", "places.csv", "reports.csv",
        "river.geojson", "sources.csv", "theatre.json",
      ])
  }

  @Test("a report keeps everything that its row says")
  func report() throws {
    let row = "r3,2020-01-05~,2020-01-09,north-west,crimson,entered,reds,12,,\"so, they say\""
    let theatre = try reading { $0.reportRows.append(row) }.drawable()
    let report = try #require(theatre.reports.last)
    #expect(report.date.isApproximate)
    #expect(report.reported == Day("2020-01-09"))
    #expect(theatre.places[report.place].id == "north-west")
    #expect(theatre.actors[report.actor].id == "crimson")
    #expect(theatre.sources[report.source].id == "reds")
    #expect(report.status == .entered)
    #expect(report.paragraph == "12")
    #expect(report.credibility == .cannotBeJudged)
    #expect(report.note == "so, they say")
    #expect(report.location.description == "4:1")
  }

  @Test("an actor knows where its side stands, so that an unknown side is answered with the lines")
  func actorLocation() throws {
    let theatre = try reading().drawable()
    #expect(theatre.actors.map(\.location.description) == ["2:9", "3:17", "4:11"])
  }

  @Test("the period contains its first day and not its end")
  func period() throws {
    let theatre = try reading().drawable()
    #expect(try theatre.contains(#require(Day("2020-01-01"))))
    #expect(try theatre.contains(#require(Day("2020-01-31"))))
    #expect(try !theatre.contains(#require(Day("2019-12-31"))))
    #expect(try !theatre.contains(#require(Day("2020-02-01"))))
  }

  @Test("places without ground of their own are regions, the others have ground")
  func regions() throws {
    let rows = ["suburb,Suburb,,quarter,36.7,43.2,,north-west,test,", "area,Area,,area,36,43,,,t,"]
    let theatre = try reading { $0.placeRows += rows }.drawable()
    let regions = theatre.places.filter(\.isRegion).map(\.id)
    #expect(regions == ["land", "westland", "eastland", "north-west", "area"])
    #expect(
      theatre.placesWithGround.map { theatre.places[$0].id } == [
        "south-west", "north-east", "south-east", "suburb",
      ])
  }

  @Test("a place's lineage goes from itself to the top")
  func lineage() throws {
    let theatre = try reading().drawable()
    #expect(
      theatre.lineage(of: PlaceID(3)).map { theatre.places[$0].id } == [
        "north-west", "westland", "land",
      ])
    #expect(theatre.lineage(of: PlaceID(0)) == [PlaceID(0)])
  }

  @Test(
    "the Arabic name is the first name in Arabic letters",
    arguments: [
      ("Hatra", "الحضر|حطرا", "الحضر"), ("الحضر", "Hatra|حطرا", "الحضر"),
      ("Hatra", "al-Hadr|حي 17", "حي 17"), ("Hatra", "al-Hadr", nil), ("17", "١٧", nil),
    ])
  func arabicName(name: String, aliases: String, expected: String?) throws {
    let row = "x,\(name),\(aliases),town,36.5,43.5,,,test,"
    let theatre = try reading { $0.placeRows.append(row) }.drawable()
    #expect(theatre.places.last?.arabicName == expected)
  }
}
