/// A direction that a word names.
enum Direction: String, Sendable {
  case north, south, east, west, northeast, northwest, southeast, southwest
  /// A side of a river.
  case left, right

  /// The point of the compass as tables write it; nil for a side of a river.
  var point: String? {
    switch self {
    case .north: "N"
    case .south: "S"
    case .east: "E"
    case .west: "W"
    case .northeast: "NE"
    case .northwest: "NW"
    case .southeast: "SE"
    case .southwest: "SW"
    case .left, .right: nil
    }
  }
}

/// A unit in which a text counts time.
enum TimeUnit: String, Sendable {
  case hour, day, week, month, year, decade

  /// About how many days some of the unit are; nil for what is too long to be counted so.
  func days(_ count: Int) -> Int? {
    switch self {
    case .hour: count >= 20 ? 1 : 0
    case .day: count
    case .week: 7 * count
    case .month: 30 * count
    case .year, .decade: nil
    }
  }
}

/// What a word for a kind of place tells: a row of `kinds.csv`.
struct PlaceKindWord: Sendable {
  /// The kind of a place that has the word beside its name.
  let marks: String
  /// The kinds that "the" with the word may mean, the likeliest first.
  let refersTo: [String]
  /// The kinds of the places that the plural announces rather than parts.
  let announces: [String]
}
