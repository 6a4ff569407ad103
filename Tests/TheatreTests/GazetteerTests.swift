import TestSupport
import Testing
import Theatre
import TypedIndices

@Suite("A gazetteer")
struct GazetteerTests {
  /// Finds a name among the small theatre's places and some more, and says it by identifiers.
  private func find(_ name: String, among rows: [String] = []) throws -> (String, [String]) {
    let theatre = try reading { $0.placeRows += rows }.drawable()
    let ids = { (places: [PlaceID]) in places.map { theatre.places[$0].id } }
    switch Gazetteer(theatre.places).find(name) {
    case .place(let place): return ("place", ids([place]))
    case .ambiguous(let places): return ("ambiguous", ids(places))
    case .unknown(let nearest): return ("unknown", ids(nearest))
    }
  }

  @Test(
    "a place is found by any of its names",
    arguments: [
      "north-west", "North West", "NORTHWEST", "north west", "Nórth-Wést", "شمال غرب", "شمال-غرب",
      " North  West ",
    ])
  func anyName(name: String) throws {
    let found = try find(name)
    #expect(found == ("place", ["north-west"]))
  }

  private let doubles = [
    "zohur-1,Zohur,Flowers,town,36.1,43.1,,,test,", "zohur-2,al-Zuhur,Zohur,town,36.2,43.2,,,test,",
    "flowers,Roses,,town,36.3,43.3,,,test,", "x-1,Hay Nur,Sun|Same,town,36.4,43.4,,,test,",
    "x-2,al-Nur,Moon|Same,town,36.6,43.6,,,test,",
  ]

  @Test(
    "an identifier beats a name, and a name beats another place's alias",
    arguments: [("flowers", "flowers"), ("Zohur", "zohur-1"), ("zuhur", "zohur-2"), ("sun", "x-1")])
  func precedence(name: String, id: String) throws {
    let found = try find(name, among: doubles)
    #expect(found == ("place", [id]))
  }

  @Test("a name of several places is ambiguous and lists them", arguments: ["Nur", "same"])
  func ambiguous(name: String) throws {
    let found = try find(name, among: doubles)
    #expect(found == ("ambiguous", ["x-1", "x-2"]))
  }

  @Test("a misspelt name leads to the nearest ones, the nearest first")
  func nearest() throws {
    let (match, nearest) = try find("Nort-Wset")
    #expect(match == "unknown")
    #expect(nearest.first == "north-west")
    #expect(nearest.count <= 5)
  }

  @Test("a name unlike all others leads nowhere", arguments: ["Timbuktu", "", "東京"])
  func nothingNear(name: String) throws {
    let found = try find(name)
    #expect(found == ("unknown", []))
  }
}
