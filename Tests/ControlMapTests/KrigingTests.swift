import Foundation
import FrontTracking
import TestSupport
import Testing
import TrackerTestSupport

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

/// The estimate of one position, against the equations of ordinary kriging written out. If one of these
/// fails, the line between the sides runs where no arithmetic puts it.
@Suite("Kriging of signed distances")
struct KrigingTests {
  private typealias Neighbour = SignedDistanceKriging.Neighbour

  private func neighbours(_ count: Int, _ random: inout SeededGenerator) -> [Neighbour] {
    (0..<count).map { _ in
      Neighbour(
        dx: .random(in: -3...3, using: &random), dy: .random(in: -3...3, using: &random),
        value: .random(in: -4...4, using: &random))
    }
  }

  /// Solves equations by elimination with the largest pivot.
  private func solution(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var rows = zip(matrix, right).map { $0 + [$1] }
    for column in rows.indices {
      let pivot = (column..<rows.count).max { abs(rows[$0][column]) < abs(rows[$1][column]) }
      rows.swapAt(column, pivot ?? column)
      for row in rows.indices where row != column {
        let factor = rows[row][column] / rows[column][column]
        for index in column..<rows[row].count { rows[row][index] -= factor * rows[column][index] }
      }
    }
    return rows.indices.map { rows[$0][rows.count] / rows[$0][$0] }
  }

  /// The estimate with a multiplier that makes the weights sum to one: range 8, nugget 0.1, and the
  /// ground stretched across the line by up to √1.5 each way, as far as a plane fits the values.
  private func plainEstimate(_ neighbours: [Neighbour]) -> Double {
    let count = neighbours.count
    let mean = neighbours.reduce(0) { $0 + $1.value } / Double(count)
    func sum(_ term: (Neighbour) -> Double) -> Double { neighbours.reduce(0) { $0 + term($1) } }
    let normal = [
      [sum { $0.dx * $0.dx }, sum { $0.dx * $0.dy }, sum(\.dx)],
      [sum { $0.dx * $0.dy }, sum { $0.dy * $0.dy }, sum(\.dy)],
      [sum(\.dx), sum(\.dy), Double(count)],
    ]
    let plane = solution(
      normal, [sum { $0.dx * $0.value }, sum { $0.dy * $0.value }, sum(\.value)])
    let residual = sum {
      pow($0.value - plane[0] * $0.dx - plane[1] * $0.dy - plane[2], 2)
    }
    let fit = 1 - residual / sum { pow($0.value - mean, 2) }
    let turn = atan2(plane[1], plane[0])
    let stretch = (1 + 0.5 * fit).squareRoot()
    let points = neighbours.map {
      (
        ($0.dx * cos(turn) + $0.dy * sin(turn)) * stretch,
        ($0.dy * cos(turn) - $0.dx * sin(turn)) / stretch
      )
    }
    func covariance(_ x: Double, _ y: Double) -> Double {
      let share = hypot(x, y) / 8
      return share < 1 ? 1 - 1.5 * share + 0.5 * pow(share, 3) : 0
    }
    var matrix = points.map { one in
      points.map { covariance(one.0 - $0.0, one.1 - $0.1) } + [1]
    }
    for index in 0..<count { matrix[index][index] += 0.1 }
    matrix.append([Double](repeating: 1, count: count) + [0])
    let weights = solution(matrix, points.map { covariance($0.0, $0.1) } + [1])
    return zip(weights, neighbours).reduce(0) { $0 + $1.0 * $1.1.value }
  }

  @Test("the estimate solves the equations of ordinary kriging", arguments: 0..<30)
  func equations(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let neighbours = neighbours(3 + Int(seed), &random)
    let estimate = SignedDistanceKriging.estimate(neighbours)
    #expect(estimate.isClose(to: plainEstimate(neighbours), within: 1e-8), "seed \(seed)")
  }

  @Test("reports on one spot count once and are averaged", arguments: 0..<10)
  func coincident(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var neighbours = neighbours(8, &random)
    neighbours += neighbours.map { Neighbour(dx: $0.dx, dy: $0.dy, value: -$0.value / 2) }
    let estimate = SignedDistanceKriging.estimate(neighbours)
    #expect(estimate.isClose(to: plainEstimate(neighbours), within: 1e-8), "seed \(seed)")
    let spot = [1.0, -1, 3].map { Neighbour(dx: 0.5, dy: 1, value: $0) }
    #expect(SignedDistanceKriging.estimate(spot).isClose(to: 1, within: 1e-12))
  }

  @Test("where all reports say the same, so does the estimate", arguments: [1, 2, 5, 32])
  func constant(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let same = neighbours(count, &random).map { Neighbour(dx: $0.dx, dy: $0.dy, value: -1.7) }
    #expect(SignedDistanceKriging.estimate(same) == -1.7)
  }

  @Test("swapping the sides turns the sign, turning the map changes nothing", arguments: 0..<20)
  func symmetry(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let neighbours = neighbours(32, &random)
    let estimate = SignedDistanceKriging.estimate(neighbours)
    let swapped = neighbours.map { Neighbour(dx: $0.dx, dy: $0.dy, value: -$0.value) }
    #expect(
      SignedDistanceKriging.estimate(swapped).isClose(to: -estimate, within: 1e-12), "seed \(seed)")
    let turned = neighbours.map {
      Neighbour(dx: 0.6 * $0.dx - 0.8 * $0.dy, dy: 0.8 * $0.dx + 0.6 * $0.dy, value: $0.value)
    }
    #expect(
      SignedDistanceKriging.estimate(turned).isClose(to: estimate, within: 1e-9), "seed \(seed)")
  }

  @Test("probabilities of both sides sum to one, grow with the estimate, and lead back to it")
  func probabilities() {
    #expect(SignedDistanceKriging.probability(of: 0) == 0.5)
    var last = 0.0
    for estimate in stride(from: -2.0, through: 2, by: 0.125) {
      let probability = SignedDistanceKriging.probability(of: estimate)
      #expect(probability > last)
      last = probability
      let other = SignedDistanceKriging.probability(of: -estimate)
      #expect((probability + other).isClose(to: 1, within: 1e-15))
      let level = SignedDistanceKriging.level(ofProbability: probability)
      #expect(level.isClose(to: estimate, within: 1e-9))
    }
  }
}
