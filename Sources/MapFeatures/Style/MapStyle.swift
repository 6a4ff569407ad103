public import GeoJSON
internal import JSON
public import Theatre
internal import TypedIndices

/// How a map is drawn, whatever draws it: QGIS, a page, a picture or Google Earth.
///
/// Contested ground is a pattern and not a hue, so that it is told apart without colours; so is an
/// uncertain line, which is dashed.
public struct MapStyle: Sendable {
  /// The ground of an actor or of nobody, as the legend lists it.
  public struct Holder: Hashable, Sendable {
    /// The actor's id; `unknown` for nobody.
    public let id: String
    /// The name to show.
    public let name: String
    /// The colour, as `#rrggbb`.
    public let color: String
  }

  /// The actors in the order of the table, and last the ground of which nothing is known.
  public let holders: [Holder]

  /// Those that a legend lists: the actors that a report names, and last the ground of which nothing is known.
  public let reportedHolders: [Holder]

  private let numbers: [String: Int]

  /// Takes the colours of a theatre's actors.
  public init(_ theatre: Theatre) {
    let actors = theatre.actors.map { Holder(id: $0.id, name: $0.name, color: $0.color) }
    let nobody = Holder(id: "unknown", name: "unknown", color: Self.unknown)
    let named = Set(theatre.reports.map { theatre.actors[$0.actor].id })
    holders = actors + [nobody]
    reportedHolders = actors.filter { named.contains($0.id) } + [nobody]
    numbers = Dictionary(
      actors.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of the holder that a feature names in its column `holder`, in the order of `holders`.
  ///
  /// The ground of nobody has the last number, and is of no actor, whatever an actor may be called.
  public func number(ofHolderIn feature: Feature) -> Int {
    guard case .string(let id) = feature["holder"] else { return holders.count - 1 }
    return numbers[id] ?? holders.count - 1
  }

  /// A rule for each holder that a legend lists.
  ///
  /// - Parameter symbol: what is drawn in a holder's colour.
  public func holderRules(_ symbol: (_ color: String) -> MapSymbol) -> [StyleRule] {
    let nobody = reportedHolders.count - 1
    return reportedHolders.enumerated().map { index, holder in
      StyleRule(
        index == nobody ? "nobody known" : holder.name,
        where: .text("holder", is: index == nobody ? nil : holder.id), symbol(holder.color))
    }
  }

  /// The colour of ground that nobody is known to hold.
  public static let unknown = "#d9d9d9"
  /// The colour of the lines between the sides.
  public static let front = "#d7191c"
  /// The colour of rivers and other barriers.
  public static let barrier = "#4a90c2"
  /// The colour of the theatre's outline.
  public static let boundary = "#6b6b6b"
  /// The colour of what lies outside the theatre.
  public static let paper = "#f4f4f1"
  /// The colour of letters and of the outlines of places.
  public static let ink = "#111111"
  /// The colour of the hatching of contested ground, over the holder's.
  public static let hatch = "#ffffff"
  /// The longest step of a line that is drawn, in degrees: a longer one is divided, since it is straight in
  /// degrees (RFC 7946, section 3.1.1) and would be straight in the plane. The ground is divided alike.
  public static let longestStepInDegrees = 0.045
  /// How much of its colour inferred ground keeps; the rest is white.
  public static let inferredShare = 0.55

  /// A colour mixed with white.
  ///
  ///     MapStyle.lighter("#000000", keeping: 0.5)  // "#808080"
  ///
  /// - Parameters:
  ///   - color: as `#rrggbb`; anything else is returned as it is.
  ///   - share: how much of it is kept, from 0 to 1.
  public static func lighter(_ color: String, keeping share: Double) -> String {
    guard color.utf8.count == 7, color.hasPrefix("#"), let value = Int(color.dropFirst(), radix: 16)
    else { return color }
    let parts = [16, 8, 0].map { shift in
      let part = Double((value >> shift) & 0xff)
      return Int((255 + (part - 255) * share).rounded())
    }
    return "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension Theatre {
  /// The colour of ground by its holder.
  package func color(ofHolder holder: ActorID?) -> String {
    holder.map { actors[$0].color } ?? MapStyle.unknown
  }
}
