internal import Foundation

/// An outline that is seen whole from its middle, and settlements in it; in parts of its radius.
struct Country {
  /// A settlement, and by how much the front passes it later than open country.
  struct Site {
    let x: Double
    let y: Double
    let stubbornness: Double
  }

  /// The corners of the outline, counter-clockwise, the first not repeated.
  let corners: [(x: Double, y: Double)]

  /// The settlements, no two on one spot.
  private(set) var sites: [Site] = []

  private static let cornerCount = 64

  /// Draws the outline and settles it: a quarter of the places lie anywhere, the rest around towns.
  init(siteCount: Int, _ numbers: inout SeededNumbers) {
    corners = (0..<Self.cornerCount).map { corner in
      let turn = (Double(corner) + numbers.number(in: 0...0.8)) / Double(Self.cornerCount)
      let length = numbers.number(in: 0.85...1.15)
      return (length * cos(2 * .pi * turn), length * sin(2 * .pi * turn))
    }
    let townCount = max(1, siteCount / 40)
    var towns: [Site] = []
    while towns.count < townCount {
      let town = Site(
        x: numbers.number(in: -1.2...1.2), y: numbers.number(in: -1.2...1.2),
        stubbornness: 0.03 * numbers.bell())
      if contains(town) { towns.append(town) }
    }
    let spread = 0.7 / Double(townCount).squareRoot()
    var taken: Set<[Int]> = []
    while sites.count < siteCount {
      let site = Self.site(near: towns, spread, &numbers)
      let spot = [Int(site.x * 1e6), Int(site.y * 1e6)]
      if contains(site), taken.insert(spot).inserted { sites.append(site) }
    }
  }

  private static func site(
    near towns: [Site], _ spread: Double, _ numbers: inout SeededNumbers
  ) -> Site {
    guard Int.random(in: 0..<4, using: &numbers) > 0 else {
      return Site(
        x: numbers.number(in: -1.2...1.2), y: numbers.number(in: -1.2...1.2), stubbornness: 0)
    }
    let town = towns[Int.random(in: towns.indices, using: &numbers)]
    return Site(
      x: town.x + spread * numbers.bell(), y: town.y + spread * numbers.bell(),
      stubbornness: town.stubbornness)
  }

  /// Whether a settlement lies well inside the outline.
  private func contains(_ site: Site) -> Bool {
    // The outline is made of the triangles between its middle and two corners that follow.
    corners.indices.contains { index in
      let (start, end) = (corners[index], corners[(index + 1) % corners.count])
      let (x, y) = (1.01 * site.x, 1.01 * site.y)
      return start.x * y - start.y * x >= 0 && x * end.y - y * end.x >= 0
        && (end.x - start.x) * (y - start.y) - (end.y - start.y) * (x - start.x) > 0
    }
  }
}
