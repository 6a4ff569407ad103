internal import ControlMap
internal import FrontTracking
internal import GeoJSON
internal import MapFeatures
internal import Theatre

/// Goes through the days of a map: knows what is on it on each, formatted, and hands what begins to the
/// streams of the layers.
struct DailySnapshots {
  private let layers: [LayerKind]
  private let table: OutlineTable
  private let streams: [LayerStream]
  private var feed: LayerFeed
  private var pages: [Page]
  private var facts: [Facts?]

  /// The features of a layer that does not depend on the map, and which of them each day has.
  private struct Facts {
    let features: [FormattedFeature]
    let ofDay: [Day: [Int]]
  }

  /// - Parameter streams: those of the request's layers, in their order.
  init(_ request: ExportRequest, _ streams: [LayerStream]) throws(MapError) {
    let feed = try LayerFeed(request.tracker, request.layers, request.period)
    let table = OutlineTable(request.tracker.tessellation.vertices)
    layers = request.layers
    self.table = table
    self.streams = streams
    self.feed = feed
    pages = layers.map { _ in Page() }
    facts = layers.indices.map { layer in
      guard let found = feed.facts(ofLayer: layer) else { return nil }
      let encoded = found.map { $0.encoded(with: table) }
      for feature in encoded { streams[layer].append(feature) }
      var ofDay: [Day: [Int]] = [:]
      for (index, fact) in found.enumerated() {
        let (first, end) = (request.period.lowerBound, request.period.upperBound)
        for day in max(fact.start, first)..<min(fact.end, end) {
          ofDay[day, default: []].append(index)
        }
      }
      return Facts(features: encoded, ofDay: ofDay)
    }
  }

  /// Moves on to a day.
  mutating func advance(to day: Day) throws(MapError) {
    try turnPages { feed, body throws(MapError) in try feed.advance(to: day, body) }
  }

  /// Moves on to the end of the period.
  mutating func finish() throws(MapError) {
    try turnPages { feed, body throws(MapError) in try feed.finish(body) }
  }

  private mutating func turnPages(
    _ advance: (inout LayerFeed, (LayerFeed.Turn) -> Void) throws(MapError) -> Void
  ) throws(MapError) {
    // The feed is advanced apart from the pages that its turns change.
    var pages = [Page]()
    swap(&pages, &self.pages)
    defer { swap(&pages, &self.pages) }
    let (table, streams) = (table, streams)
    try advance(&feed) { turn in pages[turn.layer].turn(turn, table, streams[turn.layer]) }
  }

  /// The file of a day: all that is on the map on it, layer by layer.
  ///
  /// - Parameter writer: puts its features together; none is in it yet.
  /// - Complexity: O(*n*), for *n* bytes.
  func bytes(of day: Day, in writer: FeatureWriter) -> [UInt8] {
    var writer = writer
    for (index, layer) in layers.enumerated() {
      let member = LayerFeature.member(namingLayer: layer.name)
      let facts = facts[index]
      let ofDay = (facts?.ofDay[day] ?? []).compactMap { facts?.features[$0] }
      for feature in pages[index].features + ofDay {
        writer.append(feature.text, inserting: [member] + feature.fading(on: day))
      }
    }
    return writer.finish()
  }
}

/// What is on a layer on a day, in the order in which it began.
private struct Page {
  var numbers: [Int] = []
  var features: [FormattedFeature] = []

  /// Takes off what has ended, and puts on what begins and hands it to the layer's stream.
  mutating func turn(_ turn: LayerFeed.Turn, _ table: OutlineTable, _ stream: LayerStream) {
    remove(turn.ended)
    for (number, feature) in turn.begun {
      let encoded = feature.encoded(with: table)
      stream.append(encoded)
      features.append(encoded)
      numbers.append(number)
    }
  }

  private mutating func remove(_ ended: [Int]) {
    guard !ended.isEmpty else { return }
    let gone = Set(ended)
    let kept = numbers.indices.filter { !gone.contains(numbers[$0]) }
    numbers = kept.map { numbers[$0] }
    features = kept.map { features[$0] }
  }
}
