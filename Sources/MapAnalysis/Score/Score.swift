public import ControlMap
public import Theatre

/// How well a map agrees with somebody else's account of the same day.
///
/// Both assign every point, or every piece of ground, to one class: an actor (or a side, if the account
/// names sides), or nobody known. Ground that the map draws as contested counts as its holder's. Ground
/// that the account calls contested is left out.
public struct Score: Hashable, Sendable {
  /// What is told apart.
  public enum Level: String, Sendable {
    /// The actors.
    case actor
    /// Their sides.
    case side
  }

  /// What is counted.
  public enum Unit: Hashable, Sendable {
    /// The points of the account.
    case points
    /// Ground, in square kilometres on the ellipsoid.
    case squareKilometers
  }

  /// The day.
  public let day: Day
  /// What is told apart.
  public let level: Level
  /// What is counted.
  public let unit: Unit
  /// The classes: ids of actors or names of sides, then `unknown`.
  public let classes: [String]
  /// How much the account gives to one class and the map to another: by the account's class, then
  /// by the map's. What is left out is not in it.
  public let confusion: [[Double]]
  /// What the map gives to each class where the account says nothing; for areas only.
  public let unjudged: [Double]
  /// How much is left out because the account calls it contested.
  public let contested: Double
  /// How much is left out because the account gives it to several at once; for areas only.
  public let overlapping: Double
  /// How far the two front lines are apart; nil for points, or if either has none.
  public let front: FrontDistance?
}

extension Score {
  /// How much the two are compared on.
  public var compared: Double { confusion.joined().reduce(0, +) }

  /// The share of it on which they disagree, from 0 to 1; nil if there is nothing to compare.
  public var disagreement: Double? {
    guard compared > 0 else { return nil }
    let agreed = classes.indices.reduce(0) { $0 + confusion[$1][$1] }
    return max(0, 1 - agreed / compared)
  }

  /// What both give to a class, as a share of what either does; nil if neither gives it anything.
  ///
  /// Where the account says nothing, what the map gives to the class is something that only the
  /// map does.
  public func intersectionOverUnion(of index: Int) -> Double? {
    let both = confusion[index][index]
    let truth = confusion[index].reduce(0, +)
    let map = confusion.reduce(unjudged[index]) { $0 + $1[index] }
    let either = truth + map - both
    return either > 0 ? min(1, both / either) : nil
  }
}

extension Score {
  /// Compares the map of a day, as it is drawn, with somebody else's account of the day.
  ///
  /// A point is looked up in the polygons of the map, of which the first that has it inside or on
  /// its edge counts. Areas are laid over each other as they are in GeoJSON, their edges straight
  /// in degrees, and what comes of it is measured on the ellipsoid.
  ///
  /// - Throws: `ScoreError.badTruth` if a point lies outside the theatre, if an area is not valid, or if
  ///   no area lies inside; `ScoreError.map` if the map cannot be drawn.
  /// - Precondition: the theatre has that day.
  /// - Complexity: O(*n* log *n*), for *n* cells, points and vertices; for each point O(*t*) more,
  ///   for *t* pieces of ground whose boxes are looked through.
  public init(of map: ControlMap, against truth: Truth, on day: Day) throws(ScoreError) {
    let theatre = map.theatre
    let snapshot = try comparing { () throws(MapError) in
      try Snapshot(of: map, on: day, [.territories, .fronts])
    }
    let classes = ScoreClasses(theatre, telling: truth.holders)
    switch truth.content {
    case .points(let points):
      let comparison = PointComparison(
        theatre: theatre, snapshot: snapshot, file: truth.file, classes: classes)
      self = try comparison.score(points)
    case .areas(let areas):
      let comparison = AreaComparison(
        theatre: theatre, snapshot: snapshot, file: truth.file, classes: classes)
      self = try comparison.score(areas)
    }
  }
}
