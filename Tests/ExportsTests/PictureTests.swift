import ControlHistory
import ControlMap
import Diagnostics
import Exports
import FileOutput
import Foundation
import FrontTracking
import Geodesy
import Geometry
import MapFeatures
import MapTestSupport
import TestSupport
import Testing
import Theatre
import TypedIndices

/// The finished pictures. If one of these fails, an article shows the wrong holder, a name nobody can
/// read, or a file that a code host refuses to show.
@Suite("Pictures")
struct PictureTests {
  private func tracker(_ change: (inout SmallTheatre) -> Void = { _ in }) throws -> FrontTracker {
    var theatre = SmallTheatre()
    change(&theatre)
    let folder = try theatre.write()
    let reading = Theatre.read(folder: folder.path)
    return try FrontTracker(try #require(reading.theatre, "\(reading.diagnostics)"))
  }

  private static let shared = Result { () throws(MapError) in
    let reading = Theatre.read(folder: packageFolder.appending(path: "Data/mosul").path)
    guard let theatre = reading.theatre else { throw .badTheatre(reading.diagnostics) }
    return try FrontTracker(theatre)
  }

  private func mosul() throws -> FrontTracker { try Self.shared.get() }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func period(_ first: String, _ last: String) throws -> ClosedRange<Day> {
    try day(first)...day(last)
  }

  @Test("a map has a title, its date in words, a legend, a scale, north, and who drew it from what")
  func titleLegendAndScale() throws {
    let bytes = try TestPictures(mosul(), version: "9.9").map(on: day("2017-02-26"))
    let picture = try DrawnPicture(bytes)
    let words = picture.words
    for word in [
      "The battle of Mosul, October 2016 to July 2017", "26 February 2017", "Islamic State",
      "Popular Mobilisation Forces", "not known", "contested: fighting inside",
      "front between the sides", "Tigris", "edge of the map", "50 km", "2 km", "N",
    ] {
      #expect(words.contains(word), "\(word)")
    }
    let small = words.joined(separator: " ")
    #expect(small.contains("Drawn by geotrack 9.9 from 388 dated reports"))
    #expect(small.contains("borders are not trenches"))
    #expect(small.contains("Tables: CC BY 4.0"))
    #expect(small.contains("Coordinates: IOM DTM Iraq, GeoNames (CC BY 4.0)"))
    #expect(picture.elements[0].attributes["role"] == "img")
    #expect(
      picture.all("title").map(\.text) == [
        "The battle of Mosul, October 2016 to July 2017: 26 February 2017"
      ])
    #expect(picture.all("desc")[0].text.contains("Kurdish peshmerga"))
    #expect(bytes.count < 300_000)
  }

  @Test(
    "as many reports are counted as the perspective sees",
    arguments: [
      (Perspective.plain, "from 2 dated reports. "),
      (Perspective(withheld: [ReportID(1)]), "from 1 dated report. "),
      (
        Perspective(view: .claimed(side: "red")),
        "from no dated report, as the sources of red tell it. "
      ),
      (
        Perspective(knownOn: Day("2019-11-30")), "from no dated report, as known on 2019-11-30. "
      ),
    ])
  func counted(perspective: Perspective, words: String) throws {
    let writer = TestPictures(try tracker().seen(from: perspective), version: "1")
    for bytes in [
      try writer.map(on: day("2020-01-05")),
      try writer.chart(of: period("2020-01-01", "2020-01-31")),
    ] {
      let text = try DrawnPicture(bytes).words.joined(separator: " ")
      #expect(text.contains("Drawn by geotrack 1 \(words)"), "\(text)")
    }
  }

  @Test(
    "from which reports it is drawn stands under the title and in the title that is read out",
    arguments: [360, 960])
  func perspective(width: Int) throws {
    let tracker = try tracker().seen(
      from: Perspective(view: .confirmed, knownOn: day("2020-01-06")))
    let writer = TestPictures(tracker, version: "1", PictureOptions(width: width))
    let words = "as two independent sources say, as known on 2020-01-06"
    let period = try period("2020-01-01", "2020-01-31")
    for bytes in [
      try writer.map(on: day("2020-01-05")), try writer.film(of: period),
      try writer.chart(of: period),
    ] {
      let picture = try DrawnPicture(bytes)
      #expect(picture.all("title")[0].text.hasSuffix(", \(words)"))
      let header = picture.all("text").prefix { !$0.path.contains { $0.hasPrefix("g") } }
      #expect(header.map(\.text).joined(separator: " ").contains(words), "\(header.map(\.text))")
    }
  }

  @Test("a picture asks for nothing outside itself and runs nothing")
  func selfContained() throws {
    let writer = TestPictures(try mosul(), version: "1")
    let period = try period("2016-10-16", "2017-07-31")
    for bytes in [
      try writer.map(on: day("2016-11-04")), try writer.film(of: period),
      try writer.chart(of: period),
    ] {
      let text = String(decoding: bytes, as: UTF8.self)
        .replacing("http://www.w3.org/2000/svg", with: "")
      for word in ["<script", "href", "http", "@import", "<image", "<foreignObject", " on"] {
        let found = word == " on" ? text.contains(#/ on[a-z]+="/#) : text.contains(word)
        #expect(!found, "\(word)")
      }
      #expect(!text.contains(#/url\((?!\#)/#))
      #expect(bytes.count < 600_000)
    }
  }

  @Test("nothing that the data say becomes markup, and no control character stays")
  func escaping() throws {
    let odd = "</text><script>alert('\"&\u{1}\n"
    let tracker = try tracker {
      $0.settings = $0.settings.replacing("A box with a river", with: "A <box> & a 'river' \\u0002")
      $0.settings = $0.settings.replacing("\"none\"", with: "\"<licence> & more\"")
      $0.actors = $0.actors.replacing("red,Red,", with: "red,\"<Red> \"\"&\"\"\",")
      $0.placeRows[3] =
        "north-west,\"\(odd.replacing("\"", with: "\"\""))\",,town,36.75,43.25,0.5,westland,<test>,"
      $0.placeRows[4] = "south-west,الموصل,,town,36.25,43.25,0.5,westland,<test>,"
      $0.placeRows[5] = "north-east,Київ,,town,36.75,43.75,0.5,eastland,<test>,"
    }
    let writer = TestPictures(tracker, version: "<1>")
    let period = try period("2020-01-01", "2020-01-31")
    for bytes in [
      try writer.map(on: day("2020-01-05")), try writer.film(of: period),
      try writer.chart(of: period),
    ] {
      let picture = try DrawnPicture(bytes)
      #expect(picture.all("script").isEmpty)
      #expect(picture.words.contains("<Red> \"&\""))
      #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A })
    }
    let words = try DrawnPicture(writer.map(on: day("2020-01-05"))).words
    for word in ["الموصل", "Київ"] { #expect(words.contains(word), "\(word)") }
  }

  @Test("a name that would turn around what follows it does not")
  func direction() throws {
    let tracker = try tracker {
      $0.settings = $0.settings.replacing("A box", with: "A \\u202Ebox\u{2069}")
      $0.placeRows[3] = "north-west,\u{202E}North\u{202C} West,,town,36.75,43.25,0.5,westland,test,"
      $0.actors = $0.actors.replacing("red,Red,", with: "red,\u{2067}Red,")
    }
    let writer = TestPictures(tracker, version: "1")
    let period = try period("2020-01-01", "2020-01-31")
    for bytes in [
      try writer.map(on: day("2020-01-05")), try writer.film(of: period),
      try writer.chart(of: period),
    ] {
      let controls = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
        (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
      }
      #expect(controls.isEmpty)
      #expect(try DrawnPicture(bytes).words.contains("Red"))
    }
    #expect(try DrawnPicture(writer.map(on: day("2020-01-05"))).words.contains("North West"))
  }

  @Test("the same theatre gives the same bytes")
  func determinism() throws {
    let period = try period("2016-10-16", "2016-12-31")
    let (one, other) = (
      TestPictures(try mosul(), version: "1"),
      TestPictures(try FrontTracker(mosul().theatre), version: "1")
    )
    #expect(try one.film(of: period) == other.film(of: period))
    #expect(try one.chart(of: period) == other.chart(of: period))
    #expect(try one.map(on: day("2016-11-04")) == other.map(on: day("2016-11-04")))
  }

  @Test(
    "no name of a map lies over another or over the edge of its map, by another estimate of widths",
    arguments: ["2016-10-16", "2016-11-04", "2016-12-30", "2017-02-26", "2017-06-20"],
    [360, 960])
  func labels(date: String, width: Int) throws {
    let writer = TestPictures(
      try mosul(), version: "1", PictureOptions(width: width))
    let picture = try DrawnPicture(writer.map(on: day(date)))
    let labels = picture.all("text").filter { $0.path.contains("g.marks") }
    #expect(labels.count > 12)
    let boxes = labels.map(LetterBox.init)
    let frames = ["map", "inset"].compactMap(picture.frame)
    for (index, box) in boxes.enumerated() where labels[index].text != "N" {
      for (other, label) in zip(boxes, labels).dropFirst(index + 1) {
        #expect(!box.overlaps(other), "\(labels[index].text), \(label.text)")
      }
      #expect(frames.contains(where: box.lies), "\(labels[index].text)")
    }
  }

  @Test(
    "on its day each place of a film lies on the colour of its holder, lighter where that is inferred"
  )
  func holders() throws {
    let tracker = try mosul()
    let period = try period("2016-10-16", "2017-07-31")
    let picture = try DrawnPicture(TestPictures(tracker, version: "1").film(of: period))
    let ground = picture.all("path").filter {
      $0.path.contains("g#map") && $0.attributes["fill"] == "currentColor"
    }
    let frame = try #require(picture.frame("map"))
    let projector = Projector(tracker.theatre.plane)
    let rim = tracker.theatre.boundary.shape.polygons.flatMap {
      $0.exterior.positions.densified(limit: 0.045)
    }
    let box = try #require(DrawnPicture.box(around: projector.project(rim)))
    let last = try #require(picture.percentOfLastDay)
    var checked = 0
    for date in ["2016-10-16", "2016-11-04", "2017-01-24", "2017-02-26", "2017-07-31"] {
      let day = try day(date)
      let days = Double(period.lowerBound.distance(to: day))
      let percent =
        last * days / Double(period.lowerBound.distance(to: period.upperBound))
      for place in try tracker.snapshot(on: day, .places).places {
        let position = tracker.theatre.places[place.place].position
        let point = DrawnPicture.point(try projector.project(position), of: box, in: frame)
        let found = ground.filter { $0.contains(point) }
        // A quarter whose cell is smaller than the paper shows may be nowhere.
        guard found.count == 1 else { continue }
        let color =
          place.cell.state.holder.map { tracker.theatre.actors[$0].color } ?? MapStyle.unknown
        let expected =
          place.cell.inference == nil || place.cell.state.holder == nil
          ? color : MapStyle.lighter(color, keeping: MapStyle.inferredShare)
        #expect(
          picture.value(of: "color", found[0], at: percent) == expected,
          "\(tracker.theatre.places[place.place].id) on \(day)")
        checked += 1
      }
    }
    #expect(checked > 1000)
  }

  @Test("a still in which nothing moves shows the last day")
  func lastDay() throws {
    let tracker = try tracker {
      $0.reportRows.append("r3,2020-01-10,,north-west,blue,control,paper,2,3,")
    }
    let picture = try DrawnPicture(
      TestPictures(tracker, version: "1").film(of: period("2020-01-05", "2020-01-15")))
    let changing = picture.all("path").filter { $0.attributes["class"]?.hasPrefix("k ") == true }
    #expect(!changing.isEmpty)
    for path in changing {
      for property in ["color", "visibility"] {
        guard let still = path.attributes[property], path.attributes["class"] != nil else {
          continue
        }
        #expect(picture.value(of: property, path, at: 100) == still)
      }
    }
    let style = picture.all("style").map(\.text).joined()
    #expect(style.contains("prefers-reduced-motion:reduce"))
    #expect(picture.all("tspan").map(\.text).first == "5 January 2020")
    #expect(picture.all("tspan").map(\.text).last == "15 January 2020")
  }

  @Test("a film of one day is the map of that day")
  func oneDay() throws {
    let writer = TestPictures(try tracker(), version: "1")
    #expect(
      try writer.film(of: period("2020-01-05", "2020-01-05")) == writer.map(on: day("2020-01-05")))
  }

  @Test("the areas of a chart are those that status tells of its first and last day")
  func areas() throws {
    let tracker = try mosul()
    let period = try period("2016-10-20", "2017-06-20")
    let picture = try DrawnPicture(TestPictures(tracker, version: "1").chart(of: period))
    let words = picture.all("desc")[0].text
    let (first, last) = (
      try tracker.snapshot(on: period.lowerBound, .territories).areas,
      try tracker.snapshot(on: period.upperBound, .territories).areas
    )
    for index in tracker.theatre.actors.indices {
      let actor = tracker.theatre.actors[index]
      guard let begin = first.held[index], let end = last.held[index] else { continue }
      let pattern = "\(actor.name) ([0-9,]+) km² at the beginning and ([0-9,]+) km² at the end"
      let match = try #require(
        try words.firstMatch(of: Regex<(Substring, Substring, Substring)>(pattern)))
      let found = [match.1, match.2].map { Double($0.replacing(",", with: "")) ?? 0 }
      #expect(abs(found[0] - begin) < 0.6, "\(actor.name)")
      #expect(abs(found[1] - end) < 0.6, "\(actor.name)")
    }
  }

  @Test("the names of a chart's events do not lie over each other, and Mosul is among them")
  func events() throws {
    let picture = try DrawnPicture(
      TestPictures(mosul(), version: "1").chart(of: period("2016-10-16", "2017-07-31")))
    let labels = picture.all("text").filter {
      $0.text.contains(/^[0-9]+ (Oct|Nov|Dec|Jan|Feb|Mar|Apr|May|Jun|Jul) ./)
    }
    #expect(labels.count >= 8)
    #expect(labels.contains { $0.text.hasSuffix("all of Mosul") })
    #expect(labels.contains { $0.text == "24 Jan all of East Mosul" })
    for (index, label) in labels.enumerated() {
      for other in labels[(index + 1)...] where label.number("y") == other.number("y") {
        let (left, right) =
          label.number("x") < other.number("x") ? (label, other) : (other, label)
        #expect(
          left.number("x") + 0.52 * 11.5 * Double(left.text.count) < right.number("x"),
          "\(left.text), \(right.text)")
      }
    }
  }

  @Test("a theatre without a report gives pictures that say so")
  func noReport() throws {
    let writer = TestPictures(try tracker { $0.reportRows = [] }, version: "1")
    let period = try period("2020-01-01", "2020-01-31")
    for bytes in [try writer.map(on: day("2020-01-05")), try writer.film(of: period)] {
      let words = try DrawnPicture(bytes).words
      #expect(words.contains("There is no report: who held this ground is not known."))
    }
    let words = try DrawnPicture(writer.chart(of: period)).words
    #expect(words.contains("No report says who held this ground."))
  }

  @Test("that there is no report is said on no name, so that both can be read")
  func notice() throws {
    let tracker = try tracker {
      $0.reportRows = []
      for (index, longitude) in [43.35, 43.45, 43.55, 43.65].enumerated() {
        $0.placeRows.append("p\(index),Place \(index),,town,36.98,\(longitude),0.5,land,test,")
      }
    }
    let picture = try DrawnPicture(TestPictures(tracker, version: "1").map(on: day("2020-01-05")))
    let plate = try #require(
      picture.all("rect").first {
        $0.attributes["rx"] == "3" && $0.attributes["fill-opacity"] == nil
      })
    let labels = picture.all("text").filter { $0.path.contains("g.marks") }
    #expect(labels.contains { $0.text == "North West" })
    for label in labels { #expect(!LetterBox(label).overlaps(plate), "\(label.text)") }
  }

  @Test("a theatre of one place without a river, and one of three sides, are drawn too")
  func odd() throws {
    let single = try tracker {
      $0.settings = $0.settings.replacing("\"barriers\": [\"river.geojson\"],", with: "")
      $0.placeRows = ["only,Only,,town,36.5,43.25,0.5,,test,"]
      $0.reportRows = ["r1,2020-01-03,,only,red,control,paper,1,3,"]
    }
    let words = try DrawnPicture(
      TestPictures(single, version: "1").map(on: day("2020-01-05"))
    ).words
    #expect(words.contains("Only"))
    #expect(!words.contains("river"))
    let three = try tracker {
      $0.actors += "green,Green,green,#00aa00\n"
      $0.reportRows.append("r3,2020-01-04,,south-east,green,control,paper,1,3,")
    }
    let picture = try DrawnPicture(TestPictures(three, version: "1").map(on: day("2020-01-05")))
    #expect(["Red", "Blue", "Green"].allSatisfy(picture.words.contains))
    let colors = picture.all("path").filter { $0.path.contains("g#map") }
      .compactMap { $0.attributes["color"] }
    #expect(Set(colors) == ["#cc0000", "#0000cc", "#00aa00"])
  }

  @Test("what is fought over is hatched and marked, what is surrounded has a ring")
  func marks() throws {
    let tracker = try tracker {
      $0.reportRows += [
        "r3,2020-01-04,,north-west,blue,entered,paper,1,3,",
        "r4,2020-01-04,,south-west,blue,encircled,paper,1,3,",
      ]
    }
    let picture = try DrawnPicture(TestPictures(tracker, version: "1").map(on: day("2020-01-05")))
    #expect(picture.all("path").contains { $0.attributes["fill"] == "url(#hatch)" })
    for word in ["contested: fighting inside", "fought over", "surrounded"] {
      #expect(picture.words.contains(word), "\(word)")
    }
    #expect(picture.all("circle").contains { $0.attributes["r"] == "6.5" })
  }
}

/// The room of a text. Letters of Arial are on average 0.46 of their size wide.
private struct LetterBox {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  init(_ label: DrawnPicture.Element) {
    let size = label.number("font-size")
    let length = 0.46 * size * Double(label.text.count)
    let shift: Double =
      switch label.attributes["text-anchor"] {
      case "middle": length / 2
      case "end": length
      default: 0
      }
    left = label.number("x") - shift
    right = left + length
    top = label.number("y") - 0.7 * size
    bottom = label.number("y") + 0.15 * size
  }

  func overlaps(_ other: LetterBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func overlaps(_ frame: DrawnPicture.Element) -> Bool {
    let (x, y) = (frame.number("x"), frame.number("y"))
    let isBeside = right <= x || left >= x + frame.number("width")
    return !isBeside && top < y + frame.number("height") && bottom > y
  }

  func lies(in frame: DrawnPicture.Element) -> Bool {
    let (x, y) = (frame.number("x"), frame.number("y"))
    let isWithin = left >= x && right <= x + frame.number("width")
    return isWithin && top >= y && bottom <= y + frame.number("height")
  }
}
