/// Changes a theatre as bytes say, so that a fuzzer which changes bytes changes theatres that mostly stay
/// theatres.
struct TheatreMutator {
  private var bytes: ArraySlice<UInt8>
  private var theatre = FuzzedTheatre()

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
  }

  /// The theatre that bytes stand for.
  ///
  /// - Complexity: O(*n* · *m*), for *n* bytes and *m* bytes of the theatre.
  static func theatre(of bytes: [UInt8]) -> FuzzedTheatre {
    var mutator = TheatreMutator(bytes)
    while !mutator.bytes.isEmpty { mutator.step() }
    return mutator.theatre
  }

  private mutating func next() -> Int { Int(bytes.popFirst() ?? 0) }

  private mutating func step() {
    let kind = next()
    let tables = theatre.names.filter { $0.hasSuffix(".csv") }
    let name = tables[next() % tables.count]
    switch kind % 9 {
    case 0...2: setCell(of: name)
    case 3: addReport()
    case 4: addPlace()
    case 5: changeRows(of: name)
    case 6: changeNumber(in: ["boundary.geojson", "river.geojson", "exits.geojson"][next() % 3])
    case 7: setMember()
    default: changeBytes(of: theatre.names[next() % theatre.names.count])
    }
  }

  /// Values that have been trouble somewhere, and those that are right somewhere.
  private static let words = [
    "", " ", "0", "-1", "1e308", "1e-9223372036854775808", "99999999999999999999", "NAN",
    "INFINITY", "0x10",
    "red", "blue", "crimson", "north-west", "south-east", "westland", "land", "paper", "reds",
    "poor",
    "control", "contested", "entered", "withdrew", "encircled", "planned", "A", "F", "1", "6",
    "2020-01-01", "2020-01-31", "2020-02-01", "2020-01-1X", "2020-01-10/2020-01-12", "2020?",
    "../..",
    "9999-12-31", "-9999", "Y17E8", "2020-21", "<b>&amp;</b>", "=1+1", "\"\"", "\u{1B}[2J",
    "\u{202E}", "\u{0}", "a\u{301}\u{301}", "المدينة", "43.5", "36.5", "90", "180", "-180", "43.25",
    "36.75", "km", "km2", "distance", "area", "direction", "at least", "north-west|south-east", "|",
  ]

  private mutating func word() -> String {
    let index = next()
    guard index >= Self.words.count else { return Self.words[index] }
    let count = min(next() % 24, bytes.count)
    defer { bytes = bytes.dropFirst(count) }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// The rows of a table, each in fields; the tables of the small theatre quote nothing.
  private func rows(of name: String) -> [[String]] {
    String(decoding: theatre.files[name] ?? [], as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private mutating func write(_ rows: [[String]], to name: String) {
    let text = rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    theatre = theatre.replacing(name, with: Array(text.utf8))
  }

  private mutating func setCell(of name: String) {
    var rows = rows(of: name)
    let row = next()
    let column = next()
    let word = word()
    guard !rows.isEmpty, !rows[row % rows.count].isEmpty else { return }
    let fields = rows[row % rows.count].count
    rows[row % rows.count][column % fields] = word
    write(rows, to: name)
  }

  private mutating func addReport() {
    var rows = rows(of: "reports.csv")
    let places = [
      "land", "westland", "eastland", "north-west", "south-west", "north-east", "south-east",
    ]
    let statuses = ["control", "contested", "entered", "withdrew", "encircled"]
    rows.append([
      "x\(rows.count)", "2020-01-\(10 + next() % 20)", "", places[next() % places.count],
      ["red", "crimson", "blue"][next() % 3], statuses[next() % statuses.count],
      ["paper", "reds", "poor"][next() % 3], "", "\(1 + next() % 6)", "",
    ])
    write(rows, to: "reports.csv")
  }

  private mutating func addPlace() {
    var rows = rows(of: "places.csv")
    let latitude = 36 + Double(next()) / 255
    let longitude = 43 + Double(next()) / 255
    rows.append([
      "p\(rows.count)", "Place \(rows.count)", "", ["town", "quarter", "district"][next() % 3],
      "\(latitude)", "\(longitude)", "", ["land", "westland", "eastland"][next() % 3], "fuzz", "",
    ])
    write(rows, to: "places.csv")
  }

  private mutating func changeRows(of name: String) {
    var rows = rows(of: name)
    let index = next()
    let kind = next()
    guard rows.count > 1 else { return }
    if kind.isMultiple(of: 2) {
      rows.remove(at: index % rows.count)
    } else {
      rows.append(rows[index % rows.count])
    }
    write(rows, to: name)
  }

  /// Changes one of the numbers of a GeoJSON file.
  private mutating func changeNumber(in name: String) {
    let text = String(decoding: theatre.files[name] ?? [], as: UTF8.self)
    var parts = text.split(separator: "[", omittingEmptySubsequences: false).map(String.init)
    let index = next()
    let number =
      next() < 128 ? "\(43 + Double(next()) / 200), \(36 + Double(next()) / 200)" : word()
    let positions = parts.indices.filter { parts[$0].first?.isNumber == true }
    guard !positions.isEmpty else { return }
    let part = positions[index % positions.count]
    let rest = parts[part].drop { $0 != "]" }
    parts[part] = number + rest
    theatre = theatre.replacing(name, with: Array(parts.joined(separator: "[").utf8))
  }

  private static let members = [
    "\"reach_km\": 20", "\"reach_km\": 0", "\"reach_km\": 1e300", "\"half_life_days\": 1",
    "\"half_distance_km\": 0.001", "\"remnant_days\": 1, \"remnant_grade\": \"A\"",
    "\"projection\": \"EPSG:32601\"", "\"projection\": \"+init=FILE:x\"", "\"crossings\": []",
    "\"barriers\": [\"boundary.geojson\"]", "\"name\": \"../../x\"", "\"title\": \"\u{1B}<i>\"",
    "\"timezone\": \"Asia/Baghdad\"", "\"start\": \"0001-01-01\"", "\"end\": \"9999-12-31\"",
    "\"boundary\": \"../../etc/passwd\"", "\"exits\": \"river.geojson\"",
  ]

  /// Sets a member of the settings.
  private mutating func setMember() {
    let member = Self.members[next() % Self.members.count]
    let text = String(decoding: theatre.files["theatre.json"] ?? [], as: UTF8.self)
    guard let brace = text.lastIndex(of: "}") else { return }
    let changed = text[..<brace] + ", " + member + "}"
    theatre = theatre.replacing("theatre.json", with: Array(String(changed).utf8))
  }

  /// Writes some bytes over some of a file's.
  private mutating func changeBytes(of name: String) {
    var file = theatre.files[name] ?? []
    let start = next() | next() << 8
    let removed = next() % 16
    let added = Array(bytes.prefix(next() % 16))
    bytes = bytes.dropFirst(added.count)
    let from = min(start % (file.count + 1), file.count)
    file.replaceSubrange(from..<min(from + removed, file.count), with: added)
    theatre = theatre.replacing(name, with: file)
  }
}
