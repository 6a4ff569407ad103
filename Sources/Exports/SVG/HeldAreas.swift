internal import ControlMap
internal import FrontTracking
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// How much ground each held over the days.
struct HeldAreas {
  /// The ground of an actor, or of nobody known, contested or not.
  struct Layer {
    let holder: ActorID?
    let name: String
    let isContested: Bool
    /// In square kilometres on the ellipsoid.
    let area: StepFunction<Double>
  }

  /// What there is on some day, by side and actor in the order of the table, and last what nobody is known
  /// to hold. What is contested of the first side comes after what it holds, of the others before it, so
  /// that between two sides it lies between them.
  let layers: [Layer]

  /// - Complexity: O(*n* + *d* *l*), for *n* changes of cells, *d* days and *l* layers.
  init(_ subject: PictureSubject) {
    let theatre = subject.theatre
    var gains: [Key: [Day: Double]] = [:]
    for (cell, look) in zip(subject.history.cells, subject.looks) {
      let area = cell.areaInSquareKilometers
      var last = Key(look.first)
      gains[last, default: [:]][subject.period.lowerBound, default: 0] += area
      for change in look.changes {
        let next = Key(change.value)
        guard next != last else { continue }
        gains[last, default: [:]][change.day, default: 0] -= area
        gains[next, default: [:]][change.day, default: 0] += area
        last = next
      }
    }
    let order =
      theatre.sides.flatMap { side in
        theatre.actors.indices.filter { theatre.actors[$0].side == side }
      }.map(Optional.some) + [nil]
    layers = order.flatMap { holder in
      let isFirst = holder.map { theatre.actors[$0].side } == theatre.sides.first
      return [!isFirst, isFirst].compactMap { isContested -> Layer? in
        guard let gains = gains[Key(holder: holder, isContested: isContested)] else { return nil }
        return Layer(
          holder: holder, name: Self.name(holder, isContested, theatre), isContested: isContested,
          area: Self.steps(gains, from: subject.period.lowerBound))
      }
    }
  }

  private struct Key: Hashable {
    let holder: ActorID?
    let isContested: Bool

    init(holder: ActorID?, isContested: Bool) {
      self.holder = holder
      self.isContested = isContested
    }

    init(_ look: GroundLook) {
      self.init(holder: look.holder, isContested: look.isContested)
    }
  }

  private static func name(_ holder: ActorID?, _ isContested: Bool, _ theatre: Theatre) -> String {
    let name = holder.map { theatre.actors[$0].name } ?? "not known"
    return isContested ? "\(name), contested" : name
  }

  private static func steps(_ gains: [Day: Double], from start: Day) -> StepFunction<Double> {
    var sum = gains[start] ?? 0
    var steps = StepFunction(sum)
    for day in gains.keys.sorted() where day > start {
      sum += gains[day] ?? 0
      steps.set(max(0, sum), from: day)
    }
    return steps
  }
}
