import Diagnostics
import GeoJSON
import JSON
import Testing

/// A map that is not GeoJSON is refused with the place of the fault: half a boundary is worse than
/// none.
@Suite("Faults in GeoJSON")
struct FeatureFaultTests {
  @Test(
    "a missing or wrong member is reported at the object that lacks it",
    arguments: [
      "[1]", "5", "{}", #"{"type":3}"#, #"{"type":"Circle","coordinates":[1,2]}"#,
      #"{"type":"Point"}"#, #"{"type":"point","coordinates":[1,2]}"#,
      #"{"type":"FeatureCollection"}"#, #"{"type":"FeatureCollection","features":{}}"#,
      #"{"type":"GeometryCollection"}"#, #"{"type":"Feature","properties":{}}"#,
      #"{"type":"Topology","objects":{}}"#,
    ])
  func members(text: String) throws {
    try expectFault(in: text, at: "1:1")
    let feature = #"{"type":"Feature","properties":null,"geometry":"#
    if text.contains("eature") || text == "[1]" || text == "5" { return }
    try expectFault(in: feature + "\n" + text + "}", at: "2:1")
  }

  @Test(
    "wrong coordinates are reported where they stand",
    arguments: [
      ("Point", "5", "2:1"), ("Point", "[1]", "2:1"), ("Point", #"["1","2"]"#, "2:1"),
      ("Point", "null", "2:1"), ("Point", "[]", "2:1"), ("MultiPoint", "[1,2]", "2:2"),
      ("LineString", "[[1,2]]", "2:1"), ("LineString", "[]", "2:1"),
      ("LineString", "[[1,2],[3]]", "2:8"), ("MultiLineString", "[[[1,2],[3,4]],[[5,6]]]", "2:16"),
      ("Polygon", "[]", "2:1"), ("Polygon", "[[[0,0],[1,0],[0,0]]]", "2:2"),
      ("Polygon", "[[[0,0],[1,0],[1,1],[0,1]]]", "2:2"),
      ("Polygon", "[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[2,1],[2,2],[1,1.1]]]", "2:28"),
      ("Polygon", "[[0,0],[4,0],[4,4],[0,0]]", "2:3"), ("Polygon", "{}", "2:1"),
      ("MultiPolygon", "[[[[0,0],[4,0],[4,4],[0,0]]],[]]", "2:30"),
    ])
  func coordinates(type: String, coordinates: String, place: String) throws {
    try expectFault(in: "{\"type\":\"\(type)\",\"coordinates\":\n\(coordinates)}", at: place)
  }

  @Test(
    "a position that is not on Earth is reported, with the order of the numbers",
    arguments: ["[181,0]", "[-180.1,0]", "[0,90.1]", "[36.3,143.1]", "[500000,4000000]"])
  func notOnEarth(position: String) throws {
    let text = "{\"type\":\"LineString\",\"coordinates\":[[1,2],\n \(position)]}"
    let error = try expectFault(in: text, at: "2:2")
    #expect(error.message.contains("longitude comes first"))
  }

  @Test("what is no feature among the features is reported where it stands")
  func features() throws {
    let geometry = #"{"type":"Point","coordinates":[1,2]}"#
    try expectFault(
      in: "{\"type\":\"FeatureCollection\",\"features\":[\n\(geometry)]}", at: "2:1")
    try expectFault(in: "{\"type\":\"FeatureCollection\",\"features\":[\n 7]}", at: "2:2")
  }

  @Test("properties that are neither an object nor null are reported where they stand")
  func properties() throws {
    let text = #"{"type":"Feature","geometry":null,"properties":["a"]}"#
    try expectFault(in: text, at: "1:48")
  }

  @Test("an open ring is told how to be closed")
  func remedy() throws {
    let text = #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#
    let error = try expectFault(in: text, at: "1:34")
    #expect(error.message.contains("repeat its first position"))
  }
}

@discardableResult
private func expectFault(
  in text: String, at place: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> JSONError {
  let source = SourceText(Array(text.utf8))
  let error = try #require(throws: JSONError.self, sourceLocation: sourceLocation) {
    try readGeoJSON(source)
  }
  #expect(
    source.location(ofByte: error.offset).description == place, "\(error.message)",
    sourceLocation: sourceLocation)
  return error
}
