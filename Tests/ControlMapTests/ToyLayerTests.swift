import ControlHistory
import ControlMap
import FrontTracking
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

/// The places that somebody fights for: a layer that stands in this file and nowhere else.
private final class FightLayer: MapLayer {
  static let name = "fights"

  private var numbers: [PlaceID: Int] = [:]
  private var count = 0

  init(_ canvas: MapCanvas) {}

  func advance(_ cells: [CellDelta], on canvas: MapCanvas) -> LayerDelta {
    let states = canvas.states
    let fights = Set(
      states.cells.indices.filter { states.groundState(ofCell: $0).isContested }
        .flatMap(states.places(inCell:)))
    var delta = LayerDelta()
    delta.ended = numbers.filter { !fights.contains($0.key) }.map(\.value).sorted()
    numbers = numbers.filter { fights.contains($0.key) }
    for place in fights.sorted() where numbers[place] == nil {
      numbers[place] = count
      delta.begun.append(count)
      count += 1
    }
    return delta
  }

  func items(
    _ wanted: [Int], on canvas: MapCanvas, longestList: Int
  ) -> [Numbered<PlaceID>] {
    numbers.filter { wanted.contains($0.value) }.map { ($0.value, $0.key) }
      .sorted { $0.item < $1.item }
  }
}

/// If one of these fails, a layer must be known in more places than its own file.
@Suite("A layer of somebody else's")
struct ToyLayerTests {
  private func tracker() throws -> FrontTracker {
    try TrackerTestSupport.tracker(
      theatre(
        reports: "r3,2020-01-10,,north-west,blue,contested,paper,,3,",
        "r4,2020-01-20,,north-west,blue,control,paper,,3,"))
  }

  @Test("it is on the map of a day, beside the built-in ones")
  func snapshot() throws {
    let tracker = try tracker()
    let layers: MapLayers = [.territories, MapLayers(FightLayer.self)]
    let place = try tracker.place("north-west")
    for (text, expected) in [("2020-01-09", []), ("2020-01-10", [place]), ("2020-01-20", [])] {
      let snapshot = try tracker.snapshot(on: day(text), layers)
      #expect(snapshot.items(of: FightLayer.self) == expected, "\(text)")
      #expect(!snapshot.territories.isEmpty)
    }
  }

  @Test("a timeline has it from the day on which it begins to the day on which it ends")
  func timeline() throws {
    let tracker = try tracker()
    let timeline = try tracker.timeline(of: MapLayers(FightLayer.self))
    let spans = timeline.spans(of: FightLayer.self)
    #expect(spans.map { "\($0.start) \($0.end)" } == ["2020-01-10 2020-01-20"])
    #expect(try spans.map(\.item) == [tracker.place("north-west")])
    #expect(timeline.territories.isEmpty)
  }

  @Test("a map that is drawn anew from day to day has it too")
  func redrawn() throws {
    var small = theatre(reports: "r3,2020-01-10,,north-west,blue,contested,paper,,3,")
    small.settings = small.settings.replacing("\"exits\"", with: "\"reach_km\": 40, \"exits\"")
    let tracker = try TrackerTestSupport.tracker(small)
    #expect(tracker.map.settings.linesRunInsideCells)
    let spans = try tracker.timeline(of: MapLayers(FightLayer.self)).spans(of: FightLayer.self)
    #expect(try spans.map(\.item) == [tracker.place("north-west")])
  }
}
