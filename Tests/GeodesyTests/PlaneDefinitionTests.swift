import Geodesy
import Geometry
import Testing

/// Other programs are told the plane in these words.
@Suite("A plane in the words of other programs")
struct PlaneDefinitionTests {
  @Test("a zone of UTM is spelt out for programs that look no code up")
  func wellKnownText() throws {
    let north = PlaneDefinition.utm(UTMZone(number: 38, isNorth: true))
    #expect(north.code == "EPSG:32638")
    let text = try #require(north.wellKnownText)
    #expect(text.hasPrefix("PROJCS[\"WGS 84 / UTM zone 38N\",GEOGCS["))
    #expect(text.contains("PARAMETER[\"central_meridian\",45]"))
    #expect(text.hasSuffix("AUTHORITY[\"EPSG\",\"32638\"]]"))
    let south = try #require(
      PlaneDefinition.utm(UTMZone(number: 7, isNorth: false)).wellKnownText)
    #expect(south.hasPrefix("PROJCS[\"WGS 84 / UTM zone 7S\",GEOGCS["))
    #expect(south.contains("PARAMETER[\"central_meridian\",-141]"))
    #expect(south.contains("PARAMETER[\"false_northing\",10000000]"))
    #expect(south.hasSuffix("AUTHORITY[\"EPSG\",\"32707\"]]"))
  }

  @Test("the other planes are PROJ strings, and have no code")
  func projStrings() {
    let strings: [(PlaneDefinition, String)] = [
      (.utm(UTMZone(number: 56, isNorth: false)), "utm +zone=56 +south"),
      (
        .transverseMercator(meridian: 43.5, latitude: 36.5, scale: 1),
        "tmerc +lat_0=36.5 +lon_0=43.5 +k=1 +x_0=0 +y_0=0"
      ),
      (
        .conic(meridian: -100, latitude: 40, south: 35.3, north: 44.7),
        "lcc +lat_0=40 +lon_0=-100 +lat_1=35.3 +lat_2=44.7 +x_0=0 +y_0=0"
      ),
      (
        .conic(meridian: 100, latitude: 0.5, south: -7, north: 7),
        "merc +lon_0=100 +lat_ts=7 +x_0=0 +y_0=0"
      ),
      (
        .polarStereographic(isNorth: false, meridian: 0, scale: 0.9964),
        "stere +lat_0=-90 +lon_0=0 +k=0.9964 +x_0=0 +y_0=0"
      ),
    ]
    for (plane, string) in strings {
      #expect(plane.projString == "+proj=\(string) +datum=WGS84 +units=m +no_defs")
    }
    #expect(strings.dropFirst().allSatisfy { $0.0.code == nil && $0.0.wellKnownText == nil })
  }

  @Test("a code of UTM leads to its zone and back, and no other code leads to any")
  func codes() {
    for number in 1...60 {
      for isNorth in [true, false] {
        let zone = UTMZone(number: number, isNorth: isNorth)
        #expect(UTMZone(code: zone.code) == zone)
      }
    }
    let others = [
      "", "EPSG:32600", "EPSG:32661", "EPSG:32700", "EPSG:32761", "EPSG:3263", "EPSG:326380",
      "EPSG:+2638", "EPSG:3857", "EPSG:4326", "32638", "epsg:32638", "EPSG: 32638", "EPSG:3263８",
    ]
    #expect(others.allSatisfy { UTMZone(code: $0) == nil })
  }
}
