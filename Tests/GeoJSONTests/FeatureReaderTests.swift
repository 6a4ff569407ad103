import Diagnostics
import GeoJSON
import Geometry
import JSON
import Testing

/// Boundaries, rivers and exits are drawn in whatever program the user has; all of RFC 7946 is read.
@Suite("Reading GeoJSON")
struct FeatureReaderTests {
  @Test("a bare geometry of every type")
  func geometries() throws {
    let ring = "[[0,0],[4,0],[4,4],[0,0]]"
    let cases: [(String, Shape)] = [
      (#""Point","coordinates":[1,2]"#, .point(at(1, 2))),
      (#""MultiPoint","coordinates":[[1,2],[3,4]]"#, .multiPoint([at(1, 2), at(3, 4)])),
      (#""MultiPoint","coordinates":[]"#, .multiPoint([])),
      (#""LineString","coordinates":[[1,2],[3,4]]"#, .lineString(line)),
      (#""MultiLineString","coordinates":[[[1,2],[3,4]]]"#, .multiLineString([line])),
      (#""Polygon","coordinates":[\#(ring)]"#, .polygon(Polygon(triangle))),
      (
        #""Polygon","coordinates":[\#(ring),\#(ring)]"#,
        .polygon(Polygon(triangle, interiors: [triangle]))
      ),
      (
        #""MultiPolygon","coordinates":[[\#(ring)]]"#,
        .multiPolygon(MultiPolygon([Polygon(triangle)]))
      ),
      (#""GeometryCollection","geometries":[]"#, .collection([])),
      (
        #""GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]"#,
        .collection([.point(at(1, 2))])
      ),
    ]
    for (text, shape) in cases {
      let features = try read("{\"type\":" + text + "}")
      #expect(features.map(\.shape) == [shape], "\(text)")
      #expect(features.first?.properties.isNull == true)
    }
  }

  @Test("heights and further numbers of a position are left out")
  func heights() throws {
    let features = try read(#"{"type":"Point","coordinates":[1,2,300,4]}"#)
    #expect(features.map(\.shape) == [.point(at(1, 2))])
  }

  @Test("a collection with everything a feature may have")
  func collection() throws {
    let text = """
      {"type": "FeatureCollection", "name": "x", "crs": null, "bbox": [0, 0, 1, 1], "features": [
        {"type": "Feature", "id": "north", "properties": {"name": "North", "rank": 3},
         "geometry": {"type": "Point", "coordinates": [1, 2]}},
        {"geometry": null, "properties": null, "type": "Feature", "id": 7},
        {"type": "Feature", "geometry": null, "id": null},
        {"type": "Feature", "geometry": null, "id": 2.5}
      ]}
      """
    let features = try read(text)
    #expect(features.map(\.id) == ["north", "7", nil, "2.5"])
    #expect(features.map(\.shape) == [.point(at(1, 2)), nil, nil, nil])
    #expect(features[0].string("name") == "North")
    #expect(features[0].string("rank") == nil, "a number is no string")
    #expect(features[0].properties["rank"]?.number == 3)
    #expect(features[1].string("name") == nil)
    let source = SourceText(Array(text.utf8))
    #expect(features.map { source.location(ofByte: $0.offset).line } == [2, 4, 5, 6])
    #expect(source.location(ofByte: features[0].shapeOffset).description == "3:16")
  }

  @Test("one feature alone, and a collection of none")
  func few() throws {
    let alone = try read(#"{"type":"Feature","geometry":null,"properties":{"a":"b"}}"#)
    #expect(alone.map { $0.string("a") } == ["b"])
    #expect(try read(#"{"type":"FeatureCollection","features":[]}"#).isEmpty)
  }

  @Test("the corners of the Earth are on it")
  func corners() throws {
    let text = #"{"type":"MultiPoint","coordinates":[[-180,-90],[180,90]]}"#
    #expect(try read(text).map(\.shape) == [.multiPoint([at(-180, -90), at(180, 90)])])
  }

  @Test("the polygons and the lines of a shape are found in all its parts")
  func parts() {
    let polygon = Polygon(triangle)
    let shape = Shape.collection([
      .point(at(0, 0)), .polygon(polygon), .lineString(line),
      .collection([.multiPolygon(MultiPolygon([polygon])), .multiLineString([line, line])]),
    ])
    #expect(shape.polygons == [polygon, polygon])
    #expect(shape.lines == [line, line, line])
    #expect(Shape(MultiPolygon([polygon])) == .polygon(polygon))
    #expect(Shape(MultiPolygon([])) == .multiPolygon(MultiPolygon([])))
  }
}

private func read(_ text: String) throws -> [ReadFeature] {
  try readGeoJSON(SourceText(Array(text.utf8)))
}

private func at(_ longitude: Double, _ latitude: Double) -> Position {
  Position(longitude: longitude, latitude: latitude)
}

private let line = LineString([at(1, 2), at(3, 4)])

private let triangle = LinearRing([at(0, 0), at(4, 0), at(4, 4), at(0, 0)])
