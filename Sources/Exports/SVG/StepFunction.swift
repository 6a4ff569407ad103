internal import ControlMap
internal import FrontTracking
internal import MapFeatures
internal import Theatre

/// What something is over the days of a picture: one value until the next.
///
/// On a picture of one day it never changes.
struct StepFunction<Value: Hashable & Sendable>: Hashable, Sendable {
  /// From when on it has another value.
  struct Change: Hashable, Sendable {
    let day: Day
    let value: Value
  }

  /// The value on the first day.
  private(set) var first: Value
  /// The other values, each unlike the one before, by day.
  private(set) var changes: [Change] = []

  /// Begins with a value.
  init(_ first: Value) {
    self.first = first
  }

  /// The value on the last day.
  var last: Value { changes.last?.value ?? first }

  /// All values, in order.
  var values: [Value] { [first] + changes.map(\.value) }

  /// Sets the value from a day on, which lies after all changes or on the day of the last.
  mutating func set(_ value: Value, from day: Day) {
    if changes.last?.day == day { changes.removeLast() }
    if last != value { changes.append(Change(day: day, value: value)) }
  }

  /// The value on a day.
  ///
  /// - Complexity: O(*n*), for *n* changes.
  func value(on day: Day) -> Value { changes.last { $0.day <= day }?.value ?? first }

  /// What follows from the value, step by step.
  func map<Other>(_ transform: (Value) -> Other) -> StepFunction<Other> {
    var other = StepFunction<Other>(transform(first))
    for change in changes { other.set(transform(change.value), from: change.day) }
    return other
  }

  /// What follows from the values of two, step by step.
  ///
  /// - Complexity: O(*n* log *n*), for *n* changes.
  func combined<Other, Result>(
    with other: StepFunction<Other>, _ transform: (Value, Other) -> Result
  ) -> StepFunction<Result> {
    var result = StepFunction<Result>(transform(first, other.first))
    let days = Set(changes.map(\.day) + other.changes.map(\.day)).sorted()
    for day in days { result.set(transform(value(on: day), other.value(on: day)), from: day) }
    return result
  }
}

extension StepFunction {
  /// What something is on the days of a period, on some of which it may turn.
  init(over period: ClosedRange<Day>, turningOn days: [Day], _ value: (Day) -> Value) {
    self.init(value(period.lowerBound))
    for day in Set(days).sorted() where day > period.lowerBound && period.contains(day) {
      set(value(day), from: day)
    }
  }

  /// What follows from the state of a cell, on the days from the first run on.
  init(_ runs: [CellHistory.Run], _ value: (CellState?) -> Value) {
    self.init(value(runs.first?.state))
    for run in runs.dropFirst() { set(value(run.state), from: run.day) }
  }
}
