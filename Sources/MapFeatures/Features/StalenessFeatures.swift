internal import ControlMap
internal import FrontTracking
internal import GeoJSON
internal import JSON

extension LayerKind {
  /// The ground by the age of the last report that the map of it rests on.
  public static let staleness = LayerKind(
    "staleness", title: "Age of the last report", .polygon, in: .ground, visibility: .hidden,
    from: .map(StalenessLayer.self) { .outline($0.item.outline) },
    columns: [
      .text("age") { $0.item.age.label },
      .integer("days_low") { $0.item.age.days?.lowerBound },
      .integer("days_high") {
        $0.item.age.days.flatMap { $0.upperBound == .max ? nil : $0.upperBound }
      },
      .real("area_km2") { $0.item.areaInSquareKilometers },
    ],
    style: { _ in
      LayerStyle(
        rules: ages.map { days, label, color in
          StyleRule(label, where: .number("days_low", is: days), .fill(color, opacity: 0.9))
        } + [
          StyleRule(
            noReport, where: .null("days_low"), .fill(MapStyle.unknown, opacity: 0.9))
        ],
        looks: FeatureLooks(
          [0x1A, 0x33, 0x4D, 0x66, 0x80, 0x99, 0xB3].enumerated().map { step, opacity in
            FeatureLook("staleness-\(step)", .area(MapStyle.ink, opacity: opacity))
          },
          id: { "staleness-\(step(of: $0))" }))
    },
    featureTitle: { feature in
      let age = feature.text("age")
      return age == noReport ? age : "last report \(age) days old"
    })

  /// How old the news of a piece of ground is, by the number of its age; that after the last if there is none.
  private static func step(of feature: Feature) -> Int {
    guard case .int(let days) = feature["days_low"] else { return ages.count }
    return ages.lastIndex { $0.days <= days } ?? 0
  }

  /// From fresh to old, each from a number of days on, in one hue, so that the order is seen in grey too.
  private static let ages: [(days: Int, label: String, color: String)] = [
    (0, "up to a week", "#08306b"), (8, "up to 30 days", "#2171b5"),
    (31, "up to 90 days", "#6baed6"), (91, "up to half a year", "#bdd7e7"),
    (181, "up to a year", "#deebf7"), (366, "more than a year", "#f7fbff"),
  ]
}

private let noReport = "no report"

extension StalenessClass {
  /// The class as it is written: the days that it covers.
  fileprivate var label: String {
    guard let days else { return noReport }
    return days.upperBound == .max
      ? "\(days.lowerBound) and more" : "\(days.lowerBound)-\(days.upperBound)"
  }
}
