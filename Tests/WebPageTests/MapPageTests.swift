import ControlHistory
import ControlMap
import Crypto
import Diagnostics
import Foundation
import FrontTracking
import Geometry
import JSON
import MapFeatures
import MapTestSupport
import PlanarSubdivision
import TestSupport
import Testing
import Theatre
import TypedIndices

@testable import WebPage

/// The page's file, read back as a browser reads it. If one of these fails, a page shows other ground than
/// the map has, or text of the data becomes part of the page.
@Suite("The page of a map")
struct MapPageTests {
  private func page(
    _ theatre: SmallTheatre, _ inference: InferenceMethod = .nearest
  ) throws -> (FrontTracker, Page) {
    let tracker = try tracker(theatre, inference)
    return (tracker, try Page(MapPage(tracker, version: "1").bytes))
  }

  /// A theatre in which places change hands, some ground is inferred, and one cell is cut by the reach.
  private func theatre() -> SmallTheatre {
    var theatre = SmallTheatre()
    theatre.placeRows += [
      "fifth,Fifth,,village,36.5,43.1,0.5,,test,", "sixth,Sixth,,village,36.4,43.9,0.5,,test,",
    ]
    theatre.reportRows += [
      "r3,2020-01-10,,north-west,blue,contested,paper,1,3,",
      "r4,2020-01-12,,north-west,blue,control,paper,2,3,",
      "r5,2020-01-12,,north-west,red,control,poor,,5,",
      "r6,2020-01-20,,south-west,blue,encircled,paper,,3,",
    ]
    theatre.addSetting("\"reach_km\": 25")
    return theatre
  }

  @Test("on every day every cell has the state of the map, found by the steps the format describes")
  func states() throws {
    let (tracker, page) = try page(theatre())
    let history = try tracker.cellHistory()
    #expect(page.cells.ground.count == history.cells.count)
    for offset in 0..<tracker.theatre.settings.start.distance(to: tracker.theatre.settings.end) {
      let day = tracker.theatre.settings.start.advanced(by: offset)
      for cell in history.cells.indices {
        let state = history.state(ofCell: cell, on: day).state
        let read = page.state(ofCell: cell.offset, on: offset)
        #expect(read?.holder ?? -1 == state.holder?.offset ?? -1, "cell \(cell) on \(day)")
        #expect(read?.status ?? "unknown" == state.status.rawValue, "cell \(cell) on \(day)")
      }
    }
  }

  @Test("areas, vertices and places come back as they are, to the unit of their column")
  func columns() throws {
    let (tracker, page) = try page(theatre())
    let history = try tracker.cellHistory()
    for (area, cell) in zip(page.cells.area, history.cells) {
      #expect(abs(Double(area) / 10_000 - cell.areaInSquareKilometers) <= 0.000_051)
    }
    for (index, position) in history.vertices.positions.enumerated() {
      #expect(Double(page.vertices.x[index]) / 1e6 == position.longitude)
      #expect(Double(page.vertices.y[index]) / 1e6 == position.latitude)
    }
    let held = try page.column("series", "areas", "blue")
    for (index, areas) in history.areas.enumerated() {
      #expect(abs(Double(held[index]) / 10 - (areas.held[ActorID(2)] ?? 0)) <= 0.051)
    }
  }

  @Test("a decision carries the reports of its day with what became of each")
  func verdicts() throws {
    let (_, page) = try page(theatre())
    let ids = page.root["reports"]?["id"]?.array?.compactMap(\.string) ?? []
    let verdicts = page.root["verdicts"]?.array?.compactMap(\.string) ?? []
    let considered = try page.column("entries", "considered").map { ids[$0] }
    let words = try page.column("entries", "verdict").map { verdicts[$0] }
    let pairs = zip(considered, words).map { "\($0) \($1)" }
    #expect(pairs.contains("r4 decided") && pairs.contains("r5 weaker_grade"))
  }

  /// Five towns in a row, of which the middle one is presumed taken.
  private func theatreWithRemnant() -> SmallTheatre {
    var theatre = SmallTheatre()
    theatre.settings = theatre.settings.replacing("\"river.geojson\"", with: "")
    theatre.placeRows = (0..<5).map { "t\($0),Town \($0),,town,36.5,43.\($0 * 2 + 1),,,test," }
    theatre.reportRows = (0..<5).map { "r\($0),2019-12-01,,t\($0),red,control,poor,,3," }
    theatre.reportRows += [0, 1, 3, 4].map { "b\($0),2020-01-05,,t\($0),blue,control,paper,,3," }
    theatre.settings = theatre.settings.replacing(
      "\"exits\": null", with: "\"exits\": \"exits.geojson\"")
    theatre.exits = """
      {"type": "FeatureCollection", "features": [
      {"type": "Feature", "id": "east", "properties": {"sides": ["blue"]},
       "geometry": {"type": "LineString", "coordinates": [[44, 36], [44, 37]]}}]}
      """
    return theatre
  }

  @Test(
    "the factors of a confidence that the page's data list give the program's confidence when multiplied",
    arguments: InferenceMethod.allCases, [false, true])
  func confidence(inference: InferenceMethod, hasRemnant: Bool) throws {
    var theatre = hasRemnant ? theatreWithRemnant() : theatre()
    theatre.addSetting("\"half_life_days\": 7")
    let (tracker, page) = try page(theatre, inference)
    #expect(tracker.remnants.isEmpty != hasRemnant)
    let history = try tracker.cellHistory()
    let settings = tracker.theatre.settings
    var compared = 0
    for (offset, day) in (settings.start..<settings.end).enumerated() {
      for cell in history.cells.indices {
        let state = history.state(ofCell: cell, on: day)
        guard let expected = tracker.confidence(in: state, on: day)?.value else { continue }
        let found = try #require(
          page.confidence(ofCell: cell.offset, on: offset), "cell \(cell) on \(day)")
        #expect(found.isClose(to: expected, within: 0.001_1), "cell \(cell) on \(day)")
        compared += 1
      }
    }
    #expect(compared > 100)
  }

  @Test("the scripts know no factor of a confidence by name")
  func factors() throws {
    let (_, page) = try page(theatre())
    let factors = try #require(page.root["confidence"]?["product"]?.array)
    let names = factors.flatMap { factor in
      ["column", "since"].compactMap { factor[$0]?.string }
    }
    #expect(names == ["belief", "left", "last", "nearness"])
    for script in Self.scripts {
      for name in names where name != "left" && name != "last" {
        #expect(!script.text.contains(name), "\(name) in \(script.path)")
      }
      #expect(!script.text.contains("half_life"), "\(script.path)")
    }
  }

  /// The scripts of the page by their paths, without comments.
  private static let scripts: [(path: String, text: String)] =
    PageResource.files.keys.filter { $0.hasSuffix(".js") }.sorted().map { path in
      (path, PageResource.text(of: path).replacing(/(?s)\/\*.*?\*\/|(?m)^\s*\/\/.*$/, with: ""))
    }

  @Test("the scripts ask for every sentence of the program, and for no other")
  func sentences() throws {
    let (_, page) = try page(theatre())
    let known = PageData.sentences.map(\.key)
    for (name, sentence) in PageData.sentences {
      #expect(page.root["sentences"]?[name]?.string == sentence)
    }
    var asked: Set<String> = []
    for (path, script) in Self.scripts {
      let calls = script.matches(of: /\.(?:sentence|parts)\((?!name, slots)/).count
      let literal = script.matches(of: /\.(?:sentence|parts)\("(\w+)"/).map { String($0.1) }
      #expect(literal.count == calls, "a sentence without a name in \(path)")
      asked.formUnion(literal)
    }
    #expect(asked.sorted() == known.sorted())
  }

  @Test("what explains the map has no words of its own")
  func ownWords() throws {
    let explaining = [
      "data/confidence.js", "model/words.js", "panels/announce.js", "panels/changes.js",
      "panels/comparison.js", "panels/why.js",
    ]
    for path in explaining {
      let script = try #require(Self.scripts.first { $0.path == path }?.text)
        .replacing(/throw new Error\(.*\);|"use strict";/, with: "")
      for text in script.matches(of: /"([^"\n]*)"|`([^`]*)`/) {
        let literal = (text.1 ?? text.2 ?? "").replacing(/\$\{[^}]*\}/, with: "")
        #expect(!literal.contains(/[A-Za-z]\s[A-Za-z]/), "\(literal) in \(path)")
      }
    }
  }

  @Test("states, reports, verdicts and grades are called what the program calls them")
  func wording() throws {
    let (tracker, page) = try page(theatre())
    let theatre = tracker.theatre
    let said = (page.root["states"]?.array ?? []).compactMap { state in
      theatre.actors.indices.reduce(state["words"]?.string) { words, actor in
        words?.replacing("{\(actor.offset)}", with: theatre.actors[actor].name)
      }
    }
    #expect(
      Set(said) == [
        "held by Red", "held by Blue", "held by Red, contested by Blue",
        "held by Red, encircled by Blue",
      ])
    let words = try #require(page.root["words"])
    #expect(words["unknown"]?.string == "holder unknown")
    #expect(
      words["reports"]?["withdrew"]?.string == ControlStatus.withdrew.words(of: "{}"))
    #expect(words["verdicts"]?.array?.compactMap(\.string) == Verdict.allCases.map(\.words))
    for letter in Reliability.allCases {
      #expect(words["reliability"]?[letter.rawValue]?.string == letter.words)
    }
    for digit in Credibility.allCases {
      #expect(words["credibility"]?["\(digit.rawValue)"]?.string == digit.words)
    }
  }

  @Test("what was not known is not in the page")
  func knownOn() throws {
    let day = try #require(Day("2020-01-11"))
    let folder = try theatre().write()
    let read = try #require(Theatre.read(folder: folder.path).theatre)
    let tracker = try FrontTracker(read, seenFrom: Perspective(knownOn: day))
    let page = try Page(MapPage(tracker, version: "1").bytes)
    let ids = page.root["reports"]?["id"]?.array?.compactMap(\.string) ?? []
    #expect(ids == ["r1", "r2", "r3"])
    // In quotes: the packed coordinates may have these two letters by chance.
    #expect(!page.text.contains("\"r4\""))
  }

  @Test("no text of the data ends the data or becomes an element")
  func hostile() throws {
    let evil = "</script><img src=x onerror=alert(1)><!--"
    var theatre = theatre()
    theatre.settings = theatre.settings.replacing("A box with a river", with: "Box \(evil)")
    theatre.placeRows.append("seventh,\(evil),\(evil),village,36.6,43.2,0.5,,test,")
    theatre.reportRows.append("r9,2020-01-25,,seventh,red,control,paper,\(evil),3,\(evil)")
    let (_, page) = try page(theatre)
    #expect(!page.text.contains("<img"))
    #expect(!page.data.contains("<"))
    #expect(page.root["places"]?["name"]?.array?.last?.string == evil)
  }

  @Test(
    "text of every column comes back as it was, and nothing in the page but the data has it",
    arguments: [OddText.markup, OddText.characters])
  func everyColumn(text: String) throws {
    let (tracker, page) = try page(.saying(text))
    let (_, plain) = try self.page(.saying("x"))
    let theatre = tracker.theatre
    let root = page.root
    #expect(!page.data.utf8.contains(UInt8(ascii: "<")))
    // The title of the page is the only other place that holds a text of the theatre.
    let rest = page.text.utf8.count - page.data.utf8.count
    let title = XMLWriter.escape(theatre.settings.title).utf8.count
    #expect(rest == plain.text.utf8.count - plain.data.utf8.count + title - 1)

    func texts(_ table: String, _ column: String) -> [String] {
      (root[table]?.array ?? []).compactMap { $0[column]?.string }
    }
    func column(_ table: String, _ column: String) -> [String] {
      (root[table]?[column]?.array ?? []).compactMap(\.string)
    }
    #expect(root["theatre"]?["title"]?.string == theatre.settings.title)
    #expect(root["theatre"]?["licence"]?.string == theatre.settings.licence)
    #expect(texts("actors", "name") == theatre.actors.map(\.name))
    #expect(texts("sources", "title") == theatre.sources.map(\.title))
    #expect(texts("sources", "publisher") == theatre.sources.map(\.publisher))
    #expect(texts("sources", "licence") == theatre.sources.map(\.licence))
    #expect(texts("incidents", "kind") == theatre.incidents.map(\.kind))
    #expect(texts("incidents", "note") == theatre.incidents.map(\.note))
    #expect(texts("barriers", "name") == theatre.barriers.map(\.name))
    #expect(column("places", "name") == theatre.places.map(\.name))
    #expect(column("places", "kinds").contains(theatre.places[PlaceID(1)].kind))
    #expect(root["reports"]?["note"]?["0"]?.string == theatre.reports[ReportID(0)].note)
    #expect(root["reports"]?["paragraph"]?["0"]?.string == theatre.reports[ReportID(0)].paragraph)
    // A name is read as one line, so it may be a little shorter.
    #expect(theatre.places[PlaceID(1)].name.utf8.count > text.utf8.count / 2)
  }

  @Test("the browser may run the page's own scripts and nothing else")
  func policy() throws {
    let (_, page) = try page(SmallTheatre())
    let policy = try #require(
      page.text.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/))
    #expect(policy.1.hasPrefix("default-src 'none'; script-src 'sha256-"))
    let directives = policy.1.split(separator: ";").map { $0.drop { $0 == " " } }
    #expect(directives.contains("base-uri 'none'") && directives.contains("form-action 'none'"))
    let names = directives.compactMap { $0.split(separator: " ").first }
    #expect(
      names == ["default-src", "script-src", "style-src", "img-src", "base-uri", "form-action"])
    let scripts = page.text.matches(of: /(?s)<script>(.*?)<\/script>/).map { String($0.1) }
    #expect(!scripts.isEmpty)
    for script in scripts {
      let hash = Data(SHA256.hash(data: Data(script.utf8))).base64EncodedString()
      #expect(policy.1.contains("'sha256-\(hash)'"))
    }
    #expect(!page.text.contains("src=\"") && !page.text.contains("<link"))
    // The names of XML's vocabularies are no addresses that anything is loaded from.
    let text = page.text.replacing("http://www.w3.org/", with: "")
    #expect(!text.contains("http://") && !text.contains("https://"))
  }

  @Test("the program has every file of the page, and map.html names every script once")
  func files() throws {
    let folder = packageFolder.appending(path: "Sources/WebPage/src")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let files = Set(names.filter { $0.contains(".") && !$0.hasPrefix(".") })
    let scripts = PageResource.text(of: "map.html")
      .matches(of: /<script src="([^"]*)"><\/script>/).map { String($0.1) }
    #expect(Set(PageResource.files.keys) == files)
    #expect(scripts.sorted() == files.filter { $0.hasSuffix(".js") }.sorted())
    for name in files {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      #expect(PageResource.text(of: name) == text, "\(name)")
    }
  }

  @Test("the same theatre gives the same bytes, and one with no report a page as well")
  func determinism() throws {
    let tracker = try tracker(theatre())
    #expect(
      try MapPage(tracker, version: "1").bytes == MapPage(tracker, version: "1").bytes)
    var silent = SmallTheatre()
    silent.reportRows = []
    let (_, page) = try page(silent)
    #expect(page.root["reports"]?["id"]?.array?.isEmpty == true)
    #expect(page.state(ofCell: 0, on: 0) == nil)
  }
}

/// A page read back by the description of its format.
private struct Page {
  let text: String
  let data: String
  let root: JSONNode

  init(_ bytes: [UInt8]) throws {
    text = String(decoding: bytes, as: UTF8.self)
    let start = try #require(text.range(of: "id=\"map-data\">"))
    let end = try #require(text.range(of: "</script>", range: start.upperBound..<text.endIndex))
    data = String(text[start.upperBound..<end.lowerBound])
    root = try JSONNode(parsing: SourceText(Array(data.utf8)))
  }

  /// A packed column.
  func column(_ path: String...) throws -> [Int] {
    var node: JSONNode? = root
    for key in path { node = node?[key] }
    let packed = try #require(node?.string, "\(path)")
    let bytes = try #require(Data(base64Encoded: packed))
    var numbers: [Int] = []
    var (value, shift, last) = (0, 0, 0)
    for byte in bytes {
      value |= Int(byte & 0x7F) << shift
      shift += 7
      guard byte < 0x80 else { continue }
      last += (value >> 1) ^ -(value & 1)
      numbers.append(last)
      (value, shift) = (0, 0)
    }
    return numbers
  }

  var cells: (ground: [Int], area: [Int]) {
    ((try? column("cells", "ground")) ?? [], (try? column("cells", "area")) ?? [])
  }

  var vertices: (x: [Int], y: [Int]) {
    ((try? column("vertices", "x")) ?? [], (try? column("vertices", "y")) ?? [])
  }

  /// The state of a cell on a day, counted from the first; nil if nothing is known of it.
  func state(ofCell cell: Int, on day: Int) -> (holder: Int, status: String)? {
    guard let source = last("runs", cell, on: day, "source"), source >= 0,
      let number = last("entries", source, on: day, "state"),
      let state = root["states"]?.array?[number],
      let holder = state["holder"]?.number, let status = state["status"]?.string
    else { return nil }
    return (Int(holder), status)
  }

  /// The confidence of a cell on a day, counted from the first; nil if nothing is known of it.
  func confidence(ofCell cell: Int, on day: Int) -> Double? {
    guard let source = last("runs", cell, on: day, "source"), source >= 0,
      last("entries", source, on: day, "state") != nil,
      let factors = root["confidence"]?["product"]?.array
    else { return nil }
    return factors.reduce(1) { product, factor in
      guard let product, let one = factor["one"]?.number, let table = factor["table"]?.string,
        let name = factor["column"]?.string
      else { return nil }
      let value: Int? =
        switch table {
        case "runs": last(table, cell, on: day, name)
        case "entries": last(table, source, on: day, name)
        default:
          factor["since"]?.string.flatMap { last("entries", source, on: day, $0) }
            .flatMap { start in (try? column(table, name))?[max(0, day - start)] }
        }
      return value.map { product * Double($0) / one }
    }
  }

  /// The value of the last row of a table's group whose day is no later.
  private func last(_ table: String, _ group: Int, on day: Int, _ name: String) -> Int? {
    guard let counts = try? column(table, "counts"), let days = try? column(table, "day"),
      let values = try? column(table, name)
    else { return nil }
    let start = counts[..<group].reduce(0, +)
    return (start..<start + counts[group]).last { days[$0] <= day }.map { values[$0] }
  }
}
