internal import Foundation
public import Geometry

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// An SVG picture as somebody else reads it: its texts, its paths and its keyframes.
public struct DrawnPicture {
  /// An element, with the attributes that it has itself or from those around it.
  public struct Element {
    /// Its name.
    public let name: String
    /// Its attributes.
    public let attributes: [String: String]
    /// The names of the elements around it with their ids and classes, as in `g#map`.
    public let path: [String]
    /// The text in it.
    public var text = ""

    /// A number of an attribute; 0 if there is none.
    public func number(_ name: String) -> Double { Double(attributes[name] ?? "") ?? 0 }
  }

  /// All elements, in the order in which they are drawn.
  public let elements: [Element]
  private let style: String

  /// Reads a picture.
  ///
  /// - Throws: if it is no XML.
  public init(_ bytes: [UInt8]) throws {
    let collector = Collector()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = collector
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    elements = collector.elements
    style = elements.filter { $0.name == "style" }.map(\.text).joined()
  }

  /// The elements of a name.
  public func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// What is written, in order.
  public var words: [String] { all("text").map(\.text) + all("tspan").map(\.text) }

  /// The frame of the map or of its inset.
  public func frame(_ id: String) -> Element? {
    elements.first { $0.name == "rect" && $0.path.contains("clipPath#\(id)-frame") }
  }

  /// The part of the plane that a map of a theatre shows: its outline and a margin of two hundredths of
  /// its diagonal.
  public static func box(around rim: [PlanarPosition]) -> Box<PlanarPosition>? {
    Box(around: rim).map { box in
      let margin = 0.02 * box.minimum.distance(to: box.maximum)
      return Box(
        minimum: PlanarPosition(x: box.minimum.x - margin, y: box.minimum.y - margin),
        maximum: PlanarPosition(x: box.maximum.x + margin, y: box.maximum.y + margin))
    }
  }

  /// Where a position of the plane lies in a frame that shows a box of the plane.
  public static func point(
    _ position: PlanarPosition, of box: Box<PlanarPosition>, in frame: Element
  ) -> (x: Double, y: Double) {
    let scale = min(
      frame.number("width") / (box.maximum.x - box.minimum.x),
      frame.number("height") / (box.maximum.y - box.minimum.y))
    let x = frame.number("x") + frame.number("width") / 2
    let y = frame.number("y") + frame.number("height") / 2
    return (
      x + (position.x - (box.minimum.x + box.maximum.x) / 2) * scale,
      y - (position.y - (box.minimum.y + box.maximum.y) / 2) * scale
    )
  }
}

/// Its time.
extension DrawnPicture {
  /// The values of a property by the share of the film, in percent, from which on it has them.
  public func keyframes(_ name: String) -> [(percent: Double, value: String)] {
    guard let start = style.range(of: "@keyframes \(name){"),
      let end = style.range(of: "}}", range: start.upperBound..<style.endIndex)
    else { return [] }
    return style[start.upperBound..<end.lowerBound].split(separator: "}").compactMap { frame in
      let parts = frame.split(separator: "{")
      guard parts.count == 2, let percent = Double(parts[0].prefix { $0 != "%" }),
        let colon = parts[1].firstIndex(of: ":")
      else { return nil }
      return (percent, String(parts[1][parts[1].index(after: colon)...]))
    }
  }

  /// When the last day begins, in percent.
  public var percentOfLastDay: Double? {
    style.firstMatch(of: /@keyframes date\{0%\{[^}]*\}([0-9.]+)%/).flatMap { Double($0.1) }
  }

  /// The value of a property of an element at a moment.
  public func value(of property: String, _ element: Element, at percent: Double) -> String? {
    let name = element.attributes["class"]?.split(separator: " ").last.map(String.init)
    let frames = name.map(keyframes) ?? []
    return frames.last { $0.percent <= percent + 0.002 }?.value ?? element.attributes[property]
  }
}

extension DrawnPicture.Element {
  /// The rings of a path.
  public var rings: [[(x: Double, y: Double)]] {
    var rings: [[(x: Double, y: Double)]] = []
    for part in (attributes["d"] ?? "").split(separator: "M") {
      let numbers = part.matches(of: /-?[0-9]*\.?[0-9]+/).compactMap { Double($0.output) }
      var ring: [(x: Double, y: Double)] = []
      for index in stride(from: 0, to: numbers.count - 1, by: 2) {
        let (x, y) = ring.last ?? (0, 0)
        ring.append((x + numbers[index], y + numbers[index + 1]))
      }
      rings.append(ring)
    }
    return rings
  }

  /// Whether a point lies in the path by the rule of even and odd.
  public func contains(_ point: (x: Double, y: Double)) -> Bool {
    var isInside = false
    for ring in rings {
      var last = ring[ring.count - 1]
      for next in ring {
        if (next.y > point.y) != (last.y > point.y),
          point.x < (last.x - next.x) * (point.y - next.y) / (last.y - next.y) + next.x
        {
          isInside.toggle()
        }
        last = next
      }
    }
    return isInside
  }
}

private final class Collector: NSObject, XMLParserDelegate {
  var elements: [DrawnPicture.Element] = []
  private var open: [Int] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes own: [String: String]
  ) {
    let parent = open.last.map { elements[$0] }
    let inherited = (parent?.attributes ?? [:]).filter {
      ["fill", "stroke", "stroke-width", "visibility"].contains($0.key)
    }
    let label = ((own["id"].map { "#\($0)" } ?? "") + (own["class"].map { ".\($0)" } ?? ""))
    open.append(elements.count)
    elements.append(
      DrawnPicture.Element(
        name: name, attributes: inherited.merging(own) { $1 },
        path: (parent?.path ?? []) + [name + label]))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.last { elements[last].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}
