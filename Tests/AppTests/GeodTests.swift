import Diagnostics
import Foundation
import Geodesy
import Geometry
import TestSupport
import Testing

@testable import CSV

/// The distances that geotrack prints are those that PROJ's own program gives for the same places.
@Suite("Distances against PROJ's geod", .enabled(if: areAppTestsAskedFor))
struct GeodTests {
  private static let table = packageFolder.appending(path: "Data/mosul/places.csv")

  @Test(
    "every pair of places is as far apart, to the millimetre, and in the same direction",
    .enabled(
      if: FileManager.default.fileExists(atPath: table.path),
      "Data/mosul/places.csv is not there, so there are no places to measure between"))
  func allPairs() throws {
    let places = try Self.places()
    let pairs = places.indices.flatMap { first in
      places[(first + 1)...].map { (places[first], $0) }
    }
    #expect(pairs.count > 20_000)
    let input = pairs.map { start, end in
      "\(start.latitude) \(start.longitude) \(end.latitude) \(end.longitude)\n"
    }
    let geod = try run(
      URL(filePath: "/usr/bin/geod"), ["-I", "-p", "+ellps=WGS84", "-f", "%.9f", "-F", "%.6f"],
      input: Data(input.joined().utf8))
    #expect(geod.status == 0, "\(geod.errors)")
    let lines = geod.output.split(separator: "\n")
    try #require(lines.count == pairs.count)
    for ((start, end), line) in zip(pairs, lines) {
      // Azimuth there, azimuth back, distance.
      let numbers = line.split(separator: "\t").compactMap { Double($0) }
      try #require(numbers.count == 3, "\(line)")
      let way = WGS84.inverse(from: start, to: end)
      let turn = abs(way.azimuthInDegrees - numbers[0])
      guard way.distanceInMeters.isClose(to: numbers[2], within: 1e-3),
        way.distanceInMeters == 0 || min(turn, 360 - turn) <= 1e-6
      else {
        Issue.record("\(start) to \(end): \(way), and geod says \(line)")
        continue
      }
    }
  }

  private static func places() throws -> [Position] {
    let csv = try CSVScanner.scan(SourceText(Array(Data(contentsOf: table))))
    let rows = csv.rows.map { csv.fields(of: $0).map(csv.text) }
    let names = try #require(rows.first)
    let longitude = try #require(names.firstIndex(of: "longitude"))
    let latitude = try #require(names.firstIndex(of: "latitude"))
    return try rows.dropFirst().map { row in
      Position(
        longitude: try #require(Double(row[longitude])),
        latitude: try #require(Double(row[latitude])))
    }
  }
}
