internal import Geometry

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Estimates how far a position lies on one side of the line, from reports that say who holds what.
///
/// Every report has a signed distance: how far it is from the nearest report of another side, positive
/// on the side in question. Kriging of such distances locates a boundary between two domains: B. J.
/// Wilde and C. V. Deutsch, "Kriging and simulation in presence of stationary domains: developments in
/// boundary modeling" (2012). The estimate is zero on the line and says by its size how sure it is.
///
/// All lengths are in spacings: the square root of the area that there is to a report. So nothing
/// depends on the size of a theatre or on how densely it is reported.
package struct SignedDistanceKriging: Sendable {
  /// How many of the nearest reports an estimate is made of.
  package static let neighbourCount = 32

  /// The largest signed distance, in spacings: deep in one side's ground the line's distance says
  /// nothing more.
  package static let cap = 4.0

  /// The range of the spherical covariance, in spacings.
  private static let range = 8.0

  /// The share of the variance that two reports on one spot do not have in common.
  private static let nugget = 0.1

  /// How much farther reports are alike along the line than across it, where the line is straight.
  private static let greatestStretch = 1.5

  /// The distance at which an estimate is off by one standard error, in spacings. Of cells given a
  /// probability of 0.7 to 0.8 with it about three quarters are right.
  package static let standardError = 0.5

  /// One of the nearest reports, seen from the position in question.
  package struct Neighbour {
    /// Where it lies from there, in spacings.
    package var dx: Double
    package var dy: Double
    /// Its signed distance, in spacings.
    package let value: Double
  }

  /// The estimate at a position, in spacings.
  ///
  /// - Parameter neighbours: the nearest reports; at least one.
  /// - Complexity: O(*n*³), for *n* neighbours.
  package static func estimate(_ neighbours: [Neighbour]) -> Double {
    let value = neighbours[0].value
    // Weights sum to one, so that this is what the system would give.
    if neighbours.allSatisfy({ $0.value == value }) { return value }
    let stretched = stretched(neighbours)
    let count = neighbours.count
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: count * (count + 2)) { memory in
      var system = CovarianceSystem(memory, count: count)
      for row in 0..<count {
        let one = stretched[row]
        for column in 0..<row {
          let other = stretched[column]
          system.set(row, column, covariance(one.dx - other.dx, one.dy - other.dy))
        }
        system.set(row, row, 1 + nugget)
        system.setSides(row, covariance(one.dx, one.dy))
      }
      system.solve()
      return system.estimate { stretched[$0].value }
    }
  }

  /// The spherical covariance at a distance.
  private static func covariance(_ dx: Double, _ dy: Double) -> Double {
    let share = (dx * dx + dy * dy).squareRoot() / range
    return share >= 1 ? 0 : 1 - share * (1.5 - 0.5 * share * share)
  }

  /// The neighbours with the ground pressed together along the line and drawn apart across it, as far
  /// as a plane fits their values.
  private static func stretched(_ neighbours: [Neighbour]) -> [Neighbour] {
    let count = Double(neighbours.count)
    var (mx, my, mv) = (0.0, 0.0, 0.0)
    for neighbour in neighbours {
      mx += neighbour.dx / count
      my += neighbour.dy / count
      mv += neighbour.value / count
    }
    var (xx, xy, yy, xv, yv, vv) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for neighbour in neighbours {
      let (x, y, v) = (neighbour.dx - mx, neighbour.dy - my, neighbour.value - mv)
      xx += x * x
      xy += x * y
      yy += y * y
      xv += x * v
      yv += y * v
      vv += v * v
    }
    let determinant = xx * yy - xy * xy
    guard determinant > 1e-12 * xx * yy, vv > 0 else { return neighbours }
    let gx = (yy * xv - xy * yv) / determinant
    let gy = (xx * yv - xy * xv) / determinant
    let slope = (gx * gx + gy * gy).squareRoot()
    guard slope > 0 else { return neighbours }
    let fit = min(1, max(0, (gx * xv + gy * yv) / vv))
    let stretch = (1 + (greatestStretch - 1) * fit).squareRoot()
    let (ux, uy) = (gx / slope, gy / slope)
    return neighbours.map {
      Neighbour(
        dx: ($0.dx * ux + $0.dy * uy) * stretch, dy: ($0.dy * ux - $0.dx * uy) / stretch,
        value: $0.value)
    }
  }

  /// The probability that a position lies on the side in question, from its estimate.
  package static func probability(of estimate: Double) -> Double {
    0.5 * erfc(-estimate / standardError / 2.0.squareRoot())
  }
}

extension SignedDistanceKriging {
  /// The estimate that has a probability, by bisection.
  ///
  /// - Precondition: the probability lies between 0 and 1.
  package static func level(ofProbability probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a probability lies between 0 and 1")
    var (low, high) = (-cap, cap)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if Self.probability(of: middle) < probability { low = middle } else { high = middle }
    }
    return low
  }
}

/// The equations of ordinary kriging: a covariance matrix and two right-hand sides, the covariances
/// with the position in question and ones.
private struct CovarianceSystem {
  private let matrix: UnsafeMutableBufferPointer<Double>
  private let covariances: UnsafeMutableBufferPointer<Double>
  private let ones: UnsafeMutableBufferPointer<Double>
  private let count: Int

  /// Lays a system into memory for `count * (count + 2)` numbers.
  init(_ memory: UnsafeMutableBufferPointer<Double>, count: Int) {
    self.count = count
    matrix = UnsafeMutableBufferPointer(rebasing: memory[..<(count * count)])
    covariances = UnsafeMutableBufferPointer(
      rebasing: memory[(count * count)..<(count * (count + 1))])
    ones = UnsafeMutableBufferPointer(rebasing: memory[(count * (count + 1))...])
  }

  mutating func set(_ row: Int, _ column: Int, _ value: Double) {
    matrix[row * count + column] = value
  }

  mutating func setSides(_ row: Int, _ covariance: Double) {
    covariances[row] = covariance
    ones[row] = 1
  }

  /// Solves for both right-hand sides by Cholesky's decomposition of the lower triangle. The nugget
  /// keeps the matrix positive definite, reports on one spot included.
  mutating func solve() {
    for column in 0..<count {
      let start = column * count
      for row in column..<count {
        let other = row * count
        var sum = matrix[other + column]
        for index in 0..<column { sum -= matrix[start + index] * matrix[other + index] }
        matrix[other + column] = row == column ? sum.squareRoot() : sum / matrix[start + column]
      }
    }
    for side in [covariances, ones] {
      for row in 0..<count {
        var sum = side[row]
        for index in 0..<row { sum -= matrix[row * count + index] * side[index] }
        side[row] = sum / matrix[row * count + row]
      }
      for row in stride(from: count - 1, through: 0, by: -1) {
        var sum = side[row]
        for index in row + 1..<count { sum -= matrix[index * count + row] * side[index] }
        side[row] = sum / matrix[row * count + row]
      }
    }
  }

  /// The estimate by the solution: the weighted values, and for what weight is missing the mean.
  func estimate(_ value: (Int) -> Double) -> Double {
    var (weighted, weight, sum, total) = (0.0, 0.0, 0.0, 0.0)
    for index in 0..<count {
      weighted += covariances[index] * value(index)
      weight += covariances[index]
      sum += ones[index] * value(index)
      total += ones[index]
    }
    return weighted + (1 - weight) * sum / total
  }
}
