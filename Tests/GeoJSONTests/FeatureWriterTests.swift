import Diagnostics
import GeoJSON
import Geometry
import JSON
import Testing

/// The layers are read by QGIS, by web maps and by the next run: their bytes are the product.
@Suite("Writing GeoJSON")
struct FeatureWriterTests {
  @Test("a collection of every type of geometry, to the byte")
  func golden() {
    let ring = LinearRing([at(0, 0), at(0, 4), at(4, 4), at(4, 0), at(0, 0)])
    let hole = LinearRing([at(1, 1), at(2, 1), at(2, 2), at(1, 1)])
    let line = LineString([at(-1.5, 2), at(3.1234567, 4)])
    var writer = FeatureWriter(name: "every \"type\"")
    let shapes: [Shape?] = [
      nil, .point(at(43.118889, -36.335)), .multiPoint([at(1, 2), at(3, 4)]), .lineString(line),
      .multiLineString([line, line]), .polygon(Polygon(ring, interiors: [hole])),
      .multiPolygon(MultiPolygon([Polygon(ring)])), .collection([.point(at(5, 6))]),
    ]
    for (index, shape) in shapes.enumerated() {
      writer.append(Feature(shape, properties: [JSONMember("n", .int(index))]))
    }
    #expect(writer.count == 8)
    #expect(
      String(decoding: writer.finish(), as: UTF8.self) == """
        {"type":"FeatureCollection","name":"every \\"type\\"","features":[
        {"type":"Feature","properties":{"n":0},"geometry":null},
        {"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":\
        [43.118889,-36.335]}},
        {"type":"Feature","properties":{"n":2},"geometry":{"type":"MultiPoint","coordinates":\
        [[1,2],[3,4]]}},
        {"type":"Feature","properties":{"n":3},"geometry":{"type":"LineString","coordinates":\
        [[-1.5,2],[3.123457,4]]}},
        {"type":"Feature","properties":{"n":4},"geometry":{"type":"MultiLineString","coordinates":\
        [[[-1.5,2],[3.123457,4]],[[-1.5,2],[3.123457,4]]]}},
        {"type":"Feature","properties":{"n":5},"geometry":{"type":"Polygon","coordinates":\
        [[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[2,2],[2,1],[1,1]]]}},
        {"type":"Feature","properties":{"n":6},"geometry":{"type":"MultiPolygon","coordinates":\
        [[[[0,0],[4,0],[4,4],[0,4],[0,0]]]]}},
        {"type":"Feature","properties":{"n":7},"geometry":{"type":"GeometryCollection",\
        "geometries":[{"type":"Point","coordinates":[5,6]}]}}
        ],"bbox":[-1.5,-36.335,43.118889,6]}

        """)
  }

  @Test("an empty collection is a collection, without a box")
  func empty() throws {
    let text = String(decoding: FeatureWriter(name: "none").finish(), as: UTF8.self)
    #expect(text == "{\"type\":\"FeatureCollection\",\"name\":\"none\",\"features\":[]}\n")
    #expect(try readGeoJSON(SourceText(Array(text.utf8))).isEmpty)
  }

  @Test("features without a location have no box")
  func noLocation() {
    var writer = FeatureWriter(name: "x")
    writer.append(Feature(nil, properties: []))
    #expect(
      String(decoding: writer.finish(), as: UTF8.self) == """
        {"type":"FeatureCollection","name":"x","features":[
        {"type":"Feature","properties":{},"geometry":null}
        ]}

        """)
  }

  @Test("positions that rounding makes equal are written once")
  func repetitions() {
    let step = 1e-7
    let line = LineString([at(1, 1), at(1 + step, 1), at(2, 2)])
    #expect(written(.lineString(line)) == "[[1,1],[2,2]]")
    let short = LineString([at(1, 1), at(1 + step, 1)])
    #expect(written(.lineString(short)) == "[[1,1],[1,1]]", "a line keeps its two ends")
    let ring = LinearRing([
      at(0, 0), at(4, 0), at(4, step), at(4, 4), at(0, 4), at(0, step), at(0, 0),
    ])
    #expect(written(.polygon(Polygon(ring))) == "[[[0,0],[4,0],[4,4],[0,4],[0,0]]]")
  }

  @Test("a hole smaller than the rounding is left out, a shell is not")
  func tinyRings() {
    let step = 1e-7
    let tiny = LinearRing([at(1, 1), at(1 + step, 1), at(1, 1 + step), at(1, 1)])
    let shell = LinearRing([at(0, 0), at(4, 0), at(4, 4), at(0, 0)])
    #expect(
      written(.polygon(Polygon(shell, interiors: [tiny]))) == "[[[0,0],[4,0],[4,4],[0,0]]]")
    #expect(written(.polygon(Polygon(tiny))) == "[[[1,1],[1,1],[1,1],[1,1]]]")
  }
}

/// The coordinates of a shape as they are written.
private func written(_ shape: Shape) -> String {
  var writer = FeatureWriter(name: "x")
  writer.append(Feature(shape, properties: []))
  let text = String(decoding: writer.finish(), as: UTF8.self)
  let line = text.split(separator: "\n")[1]
  guard let start = line.firstRange(of: "\"coordinates\":") else { return "" }
  return String(line[start.upperBound...].dropLast(2))
}

private func at(_ longitude: Double, _ latitude: Double) -> Position {
  Position(longitude: longitude, latitude: latitude)
}
