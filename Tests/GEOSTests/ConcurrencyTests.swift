import GEOS
import GEOSOracles
import Geometry
import TestSupport
import Testing

/// The days of a war are computed side by side, one task a day. A context shared between two of
/// them would be a crash, or a front line of another day.
@Suite("Many operations at once")
struct ConcurrencyTests {
  @Test("many tasks at once give what they give one after another")
  func sameResults() async throws {
    let seeds: [UInt64] = Array(0..<64)
    let expected = try seeds.map(work)
    let results = try await withThrowingTaskGroup(of: (Int, Work).self) { group in
      for (index, seed) in seeds.enumerated() {
        group.addTask { (index, try work(seed)) }
      }
      return try await group.reduce(into: [Int: Work]()) { $0[$1.0] = $1.1 }
    }
    for (index, seed) in seeds.enumerated() {
      #expect(results[index] == expected[index], "seed \(seed)")
    }
  }

  @Test("every task is told of its own failure and of no other")
  func ownFailures() async throws {
    let errors = await withTaskGroup(of: (Int, GEOSError?).self) { group in
      for count in 1...200 {
        group.addTask {
          let squares = (1..<count).map { square(Double($0) * 10) }
          do throws(GEOSError) {
            _ = try coverageUnion([bowTie] + squares)
            return (count, nil)
          } catch { return (count, error) }
        }
      }
      return await group.reduce(into: [Int: GEOSError]()) { $0[$1.0] = $1.1 }
    }
    let alone = try #require(throws: GEOSError.self) { try coverageUnion([bowTie]) }
    for count in 1...200 {
      #expect(errors[count]?.operation == "union of \(count) cells")
      #expect(errors[count]?.message == alone.message, "one message, not those of other tasks")
    }
  }
}

private func square(_ west: Double) -> Polygon<PlanarPosition> { box(west, 0, west + 5, 5) }

private struct Work: Equatable {
  let union: MultiPolygon<PlanarPosition>
  let clipped: [LineString<PlanarPosition>]
  let nearest: Int?
  let covered: Int
}

/// Something of everything this module does.
@Sendable
private func work(_ seed: UInt64) throws -> Work {
  var random = SeededGenerator(seed: seed)
  let cells = try random.partition(lines: 12).filter { _ in Bool.random(using: &random) }
  let union = try coverageUnion(cells)
  let sites = (0..<20).map { _ in random.position(in: theatre) }
  let lines = try merged(clip(voronoiLines(of: sites, reaching: theatre), to: union))
  let region = try PreparedRegion(union)
  let nearest = try PointIndex(sites).nearest(to: random.position(in: theatre))?.index
  return Work(
    union: union, clipped: lines, nearest: nearest,
    covered: try sites.count { try region.covers($0) })
}
