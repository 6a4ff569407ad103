/// How a feature is drawn where there are patterns: one or more parts, the first at the bottom.
///
/// Lengths are in millimetres, colours `#rrggbb`.
public struct MapSymbol: Hashable, Sendable {
  /// What a symbol is for.
  public enum Kind: Hashable, Sendable {
    /// Ground.
    case area
    /// A line.
    case line
    /// A point.
    case point
  }

  /// A part of a symbol.
  public enum Part: Hashable, Sendable {
    /// A plain area, with a hairline around it if an outline is given.
    case fill(String, outline: String?)
    /// A line, along an outline too; `dash` is line and gap, none for a solid line.
    case stroke(String, width: Double, dash: [Double])
    /// Parallel lines; the angle is in degrees, counter-clockwise from the east.
    case hatching(String, width: Double, spacing: Double, angle: Int)
    /// Dots in rows, every second row shifted by half.
    case dots(String, size: Double, outline: String, spacing: Double)
    /// A shape at a point.
    case marker(Marker)
  }

  /// A shape at a point.
  public struct Marker: Hashable, Sendable {
    /// A shape that a marker may have.
    public enum Shape: Hashable, Sendable {
      /// A round dot or ring.
      case circle
      /// An upright square.
      case square
      /// A square on its corner.
      case diamond
      /// A cross of two diagonals.
      case cross
    }

    /// What it is.
    public let shape: Shape
    /// Of what is within; nil for nothing.
    public let color: String?
    /// Of the outline; nil for none.
    public let outline: String?
    /// How wide the outline is.
    public let outlineWidth: Double
    /// How large it is.
    public let size: Double
    /// How large it is beside the others that grow with the scale of the map; nil if it does not grow.
    public let growth: Double?

    /// Describes a marker.
    public init(
      _ shape: Shape, _ color: String?, outline: String?, outlineWidth: Double = 0.2,
      size: Double, growth: Double? = nil
    ) {
      self.shape = shape
      self.color = color
      self.outline = outline
      self.outlineWidth = outlineWidth
      self.size = size
      self.growth = growth
    }
  }

  /// What it is for.
  public let kind: Kind
  /// The parts, the first at the bottom.
  public let parts: [Part]
  /// From 0, nothing is seen, to 1.
  public let opacity: Double

  /// Puts a symbol together.
  public init(_ kind: Kind, _ parts: [Part], opacity: Double = 1) {
    self.kind = kind
    self.parts = parts
    self.opacity = opacity
  }
}

extension MapSymbol {
  /// A plain area, with a hairline around it if an outline is given.
  public static func fill(
    _ color: String, outline: String? = nil, opacity: Double = 1
  ) -> MapSymbol {
    MapSymbol(.area, [.fill(color, outline: outline)], opacity: opacity)
  }

  /// An outline without an area; `dash` is line and gap, none for a solid line.
  public static func outline(
    _ color: String, width: Double, dash: [Double] = [], opacity: Double = 1
  ) -> MapSymbol {
    MapSymbol(.area, [.stroke(color, width: width, dash: dash)], opacity: opacity)
  }

  /// A line; `dash` is line and gap, none for a solid line.
  public static func line(_ color: String, width: Double, dash: [Double] = []) -> MapSymbol {
    MapSymbol(.line, [.stroke(color, width: width, dash: dash)])
  }

  /// One or more shapes at a point, the first at the bottom.
  public static func markers(_ markers: Marker...) -> MapSymbol {
    MapSymbol(.point, markers.map(Part.marker))
  }
}
