internal import ControlMap
internal import FileOutput
internal import FrontTracking
internal import GeoJSON
internal import JSON
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
      var encoded: [FormattedFeature] = []
      var ofDay: [Day: [Int]] = [:]
      let (first, end) = (request.period.lowerBound, request.period.upperBound)
      let isThere = feed.forEachFact(ofLayer: layer) { fact in
        let text = fact.encoded(with: table)
        streams[layer].append(text)
        for day in max(fact.start, first)..<min(fact.end, end) {
          ofDay[day, default: []].append(encoded.count)
        }
        encoded.append(text)
      }
      return isThere ? Facts(features: encoded, ofDay: ofDay) : nil
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
    forEachFeature(on: day) { feature, members in writer.append(feature, inserting: members) }
    return writer.finish()
  }

  /// Writes the file of a day piece by piece, for one that is too large to be put together in memory.
  func write(_ day: Day, _ writer: FeatureWriter, to name: String, in folder: StagedFolder)
    throws(OutputError) -> WrittenFile
  {
    var writer = writer
    var file = try folder.begin(name)
    try forEachFeature(on: day) { feature, members throws(OutputError) in
      writer.append(feature, inserting: members)
      if writer.byteCount >= Self.piece { try file.append(writer.takeBytes()) }
    }
    try file.append(writer.finish())
    return try file.finish(as: name)
  }

  private static let piece = 1 << 20

  /// About how many bytes the file of a day has.
  func size(of day: Day) -> Int {
    var size = 0
    for (index, page) in pages.enumerated() {
      size += page.features.reduce(0) { $0 + $1.text.byteCount }
      guard let facts = facts[index] else { continue }
      size += (facts.ofDay[day] ?? []).reduce(0) { $0 + facts.features[$1].text.byteCount }
    }
    return size
  }

  private func forEachFeature<E: Error>(
    on day: Day, _ body: (EncodedFeature, [JSONMember]) throws(E) -> Void
  ) throws(E) {
    for (index, layer) in layers.enumerated() {
      let member = LayerFeature.member(namingLayer: layer.name)
      for feature in pages[index].features {
        try body(feature.text, [member] + feature.fading(on: day))
      }
      guard let facts = facts[index] else { continue }
      for fact in facts.ofDay[day] ?? [] {
        let feature = facts.features[fact]
        try body(feature.text, [member] + feature.fading(on: day))
      }
    }
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
