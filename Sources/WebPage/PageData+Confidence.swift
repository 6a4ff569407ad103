internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import JSON
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// How sure the page is of a state: where the factors of `Confidence` stand in its data, and how they are told.
/// Its scripts know none of them by name; they multiply what is listed here.
extension PageData {
  var confidence: [JSONMember] {
    [
      JSONMember(
        "confidence",
        ["product": .array(Confidence.Factor.allCases.compactMap { factor($0)?.json })]),
      JSONMember("ages", .object(ages.members)),
    ]
  }

  /// Where a factor stands in the data.
  private struct Column {
    /// The table, whose row is known of a cell on a day.
    let table: String
    let name: String
    /// What 1 is in the column.
    let one: Int
    /// How the factor is told.
    let words: String
    /// For a table by days: the column of `entries` with the day from which they count.
    var since: String?
    /// Whether it is told only of ground that is inferred. Of all other it is 1.
    var isOfInferred = false

    var json: JSON {
      .object(
        [
          JSONMember("table", .string(table)),
          JSONMember("column", .string(name)),
          JSONMember("one", .int(one)),
          JSONMember("words", .string(words)),
        ] + (since.map { [JSONMember("since", .string($0))] } ?? [])
          + (isOfInferred ? [JSONMember("of_inferred", .bool(true))] : []))
    }
  }

  /// The column of a factor; nil for one that another column contains.
  private func factor(_ factor: Confidence.Factor) -> Column? {
    switch factor {
    case .evidence:
      Column(
        table: "entries", name: "belief", one: Self.thousand,
        words: Sentences.reports("{value}"))
    // The column `belief` has what is left after it.
    case .presumption: nil
    case .age:
      Column(
        table: "ages", name: "left", one: Self.million, words: Sentences.age("{value}", "{days}"),
        since: "last")
    case .nearness:
      Column(
        table: "runs", name: "nearness", one: Self.thousand,
        words: tracker.inference == .kriging
          ? Sentences.probability("{value}") : Sentences.distance("{value}"),
        isOfInferred: true)
    }
  }

  private static let thousand = 1_000
  private static let million = 1_000_000

  /// The factor `evidence` of an interval, less for a presumption, as the page has it.
  static func belief(_ interval: ControlInterval) -> Int {
    Int((Confidence.undiminished(interval) * Double(thousand)).rounded())
  }

  /// The factor `nearness` as the page has it.
  static func nearness(_ confidence: Confidence?) -> Int {
    Int(((confidence?[.nearness] ?? 0) * Double(thousand)).rounded())
  }

  /// The factor `age` as the page has it, by days from 0 on.
  private var ages: PackedTable {
    let settings = theatre.settings
    let first = tracker.history.intervals.joined().map(\.lastReport).min() ?? settings.start
    var table = PackedTable("left")
    for days in 0...min(first, settings.start).distance(to: settings.end) {
      let left = Confidence.discount(forAge: days, halfLife: settings.halfLifeInDays)
      table.append(Int((left * Double(Self.million)).rounded()))
    }
    return table
  }
}
