public import Theatre

/// Something that stayed the same from a day on up to another: `[start, end)`.
public struct Span<Item: Hashable & Sendable>: Hashable, Sendable {
  /// The first day.
  public let start: Day
  /// The day after the last on which it holds.
  public let end: Day
  /// Whether it still holds at the end of the theatre.
  public let isOpenEnded: Bool
  /// What stayed the same.
  public let item: Item

  /// Creates a span.
  public init(start: Day, end: Day, isOpenEnded: Bool, item: Item) {
    self.start = start
    self.end = end
    self.isOpenEnded = isOpenEnded
    self.item = item
  }

  /// Whether it holds on a day.
  public func contains(_ day: Day) -> Bool { start <= day && day < end }
}

/// The maps of all days: everything stays one feature while nothing about it changes.
public struct Timeline: Sendable {
  /// The days on which the map changes, the theatre's first day among them.
  public let days: [Day]

  /// The spans of each layer, `[Span<Layer.Item>]`.
  private var layers = PerLayer<any Sendable>()

  /// Draws the maps of all days.
  ///
  /// - Parameters:
  ///   - map: what they are drawn from.
  ///   - layers: what is wanted; the rest is empty.
  ///   - progress: called after each day with the number of days done and of all.
  /// - Throws: `MapError` if lines that run inside cells cannot be drawn.
  /// - Complexity: O(*n* log *n* + *k*), for *n* cells and *k* cells and vertices of what changes.
  public init(
    of map: ControlMap, _ layers: MapLayers = .all,
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(MapError) {
    days = map.days
    let replay = MapReplay(map, layers)
    let recorders = layers.types.map { recorder($0, end: map.settings.period.upperBound) }
    let dayCount = layers.days(of: map).count
    var done = 0
    while let delta = try replay.advance() {
      for recorder in recorders { recorder.record(delta, replay) }
      done += 1
      progress(done, dayCount)
    }
    for recorder in recorders { self.layers[recorder.type] = recorder.sortedSpans }
  }

  /// What was on a layer, by first day and then in the items' own order; none if the layer was not wanted.
  public func spans<Layer: MapLayer>(of layer: Layer.Type) -> [Span<Layer.Item>] {
    layers[layer] as? [Span<Layer.Item>] ?? []
  }
}

/// Notes from when to when each item of a layer was there.
private protocol SpanRecorder: AnyObject {
  var type: any MapLayer.Type { get }
  func record(_ delta: DayDelta, _ replay: MapReplay)
  var sortedSpans: any Sendable { get }
}

private final class Recorder<Layer: MapLayer>: SpanRecorder {
  private let end: Day
  private var open: [Int: (start: Day, item: Layer.Item)] = [:]
  private var closed: [Span<Layer.Item>] = []

  init(end: Day) {
    self.end = end
  }

  var type: any MapLayer.Type { Layer.self }

  func record(_ delta: DayDelta, _ replay: MapReplay) {
    for number in delta[Layer.self].ended {
      guard let (start, item) = open.removeValue(forKey: number) else { continue }
      closed.append(Span(start: start, end: delta.day, isOpenEnded: false, item: item))
    }
    for (number, item) in replay.items(of: Layer.self, delta[Layer.self].begun) {
      open[number] = (delta.day, item)
    }
  }

  var sortedSpans: any Sendable {
    let last = open.values.map {
      Span(start: $0.start, end: end, isOpenEnded: true, item: $0.item)
    }
    return (closed + last).sorted {
      $0.start != $1.start ? $0.start < $1.start : $0.item < $1.item
    }
  }
}

private func recorder<Layer: MapLayer>(_ type: Layer.Type, end: Day) -> any SpanRecorder {
  Recorder<Layer>(end: end)
}
