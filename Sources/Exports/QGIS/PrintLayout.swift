internal import Geometry
internal import MapFeatures
internal import Theatre

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A page of A4 to print: title, date, map, legend, scale bar, north arrow and attribution.
///
/// The date follows the period of the map item, so that it is right whichever day that is set to.
struct PrintLayout {
  let project: QGISProject

  /// Its name in QGIS.
  static let name = "Map of a day"

  /// QGIS' numbers for the kinds of items.
  private enum Kind: Int {
    case page = 65638
    case map = 65639
    case picture = 65640
    case label = 65641
    case legend = 65642
    case scaleBar = 65646
  }

  /// Where an item lies on the page, in millimetres from the top left.
  private struct Place {
    let x, y, width, height: Double

    init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
      (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }
  }

  private static let mapPlace = Place(10, 24, 212, 164)

  func write(to xml: inout XMLWriter) {
    xml.element(
      "Layout", ["name": Self.name, "units": "mm", "printResolution": "300", "worldFileMap": ""]
    ) { xml in
      xml.element("PageCollection") { page(&$0) }
      // The first item lies on top of the others.
      northArrow(&xml)
      scaleBar(&xml)
      legend(&xml)
      label(&xml, "attribution", Place(10, 190, 277, 14), small, size: 6.5)
      label(
        &xml, "date", Place(202, 9, 85, 12), Self.date, size: 20, isBold: true, alignment: 2)
      label(&xml, "title", Place(10, 9, 190, 12), title, size: 16, isBold: true)
      map(&xml)
    }
  }

  private var title: String { QGISExpression.inert(project.theatre.settings.title) }

  private static let date =
    "[% format_date(map_get(item_variables('map'), 'map_start_time'), 'd MMMM yyyy') %]"

  private var small: String {
    QGISExpression.inert(project.attribution.joined(separator: " "))
  }

  private func page(_ xml: inout XMLWriter) {
    xml.symbol(.fill("#ffffff"), name: "")
    item(&xml, .page, "page", Place(0, 0, 297, 210)) { $0.symbol(.fill("#ffffff"), name: "") }
  }

  private func map(_ xml: inout XMLWriter) {
    let place = Self.mapPlace
    let (west, south, east, north) = project.frame.theatre
      .widened(toAspect: place.width / place.height).wholeMeters
    let attributes = [
      ("isTemporal", "1"), ("temporalRangeBegin", project.day.asMoment),
      ("temporalRangeEnd", project.day.next.asMoment), ("frame", "true"), ("background", "true"),
      ("mapRotation", "0"), ("drawCanvasItems", "true"), ("keepLayerSet", "false"),
      ("followPreset", "false"), ("labelMargin", "1,mm"), ("mapFlags", "0"),
    ]
    item(&xml, .map, "map", place, attributes, background: MapStyle.paper) { xml in
      xml.element(
        "Extent", ["xmin": "\(west)", "ymin": "\(south)", "xmax": "\(east)", "ymax": "\(north)"])
      xml.element("LayerSet")
    }
  }

  /// A text; alignments are QGIS' numbers: 1 left, 2 right.
  private func label(
    _ xml: inout XMLWriter, _ id: String, _ place: Place, _ text: String, size: Double,
    isBold: Bool = false, alignment: Int = 1
  ) {
    let attributes = [
      ("labelText", text), ("htmlState", "0"), ("halign", "\(alignment)"), ("valign", "32"),
      ("marginX", "0"), ("marginY", "0"), ("background", "false"), ("frame", "false"),
    ]
    item(&xml, .label, id, place, attributes) { $0.layoutFont("LabelFont", size, isBold) }
  }

  private func scaleBar(_ xml: inout XMLWriter) {
    let attributes = [
      ("mapUuid", Self.uuid(of: "map")), ("style", "Single Box"), ("unitType", "km"),
      ("unitLabel", "km"), ("numMapUnitsPerScaleBarUnit", "1"), ("segmentSizeMode", "1"),
      ("minBarWidth", "30"), ("maxBarWidth", "45"), ("numSegments", "2"), ("numSegmentsLeft", "0"),
      ("numUnitsPerSegment", "25"), ("height", "2"), ("labelBarSpace", "1.5"),
      ("boxContentSpace", "1"), ("alignment", "0"), ("outlineWidth", "0.3"),
      ("labelVerticalPlacement", "0"), ("labelHorizontalPlacement", "0"), ("background", "false"),
      ("frame", "false"),
    ]
    item(&xml, .scaleBar, "scale bar", Place(228, 172, 58, 14), attributes) { xml in
      xml.element("text-style", attributes: XMLWriter.letters(9, false))
      xml.element("fillSymbol1") { $0.symbol(.fill(MapStyle.ink), name: "") }
      xml.element("fillSymbol2") { $0.symbol(.fill("#ffffff"), name: "") }
      xml.element("lineSymbol") { $0.symbol(.line(MapStyle.ink, width: 0.3), name: "") }
    }
  }

  /// An arrow that points to true north at the middle of the map.
  private func northArrow(_ xml: inout XMLWriter) {
    let attributes = [
      ("file", "base64:" + Data(Self.arrow.utf8).base64EncodedString()), ("mode", "0"),
      ("mapUuid", Self.uuid(of: "map")), ("northMode", "1"), ("northOffset", "0"),
      ("resizeMode", "0"), ("anchorPoint", "4"), ("pictureRotation", "0"),
      ("svgFillColor", "17,17,17,255"), ("svgBorderColor", "17,17,17,255"),
      ("svgBorderWidth", "0.2"), ("background", "false"), ("frame", "false"),
    ]
    item(&xml, .picture, "north arrow", Place(268, 152, 16, 18), attributes) { _ in }
  }

  private static let arrow =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 60\" width=\"40\" height=\"60\">"
    + "<path d=\"M20 2 32 40 20 33 8 40Z\" fill=\"#111111\"/>"
    + "<path d=\"M15 58V45h2l6 9v-9h2v13h-2l-6-9v9Z\" fill=\"#111111\"/></svg>"

  private func legend(_ xml: inout XMLWriter) {
    let attributes = [
      ("map_uuid", Self.uuid(of: "map")), ("title", ""), ("resizeToContents", "1"),
      ("symbolWidth", "6"), ("symbolHeight", "3.5"), ("columnCount", "1"), ("splitLayer", "0"),
      ("boxSpace", "0"), ("wrapChar", ""), ("fontColor", MapStyle.ink), ("background", "false"),
      ("frame", "false"), ("legendFilterByAtlas", "0"),
    ]
    item(&xml, .legend, "legend", Place(226, 24, 62, 120), attributes) { xml in
      xml.element("styles") { xml in
        xml.legendStyle("title", size: 9, isBold: true, above: nil)
        xml.legendStyle("group", size: 9, isBold: true, above: 2)
        xml.legendStyle("subgroup", size: 8, isBold: true, above: 1.6)
        xml.legendStyle("symbol", size: 7, isBold: false, above: 1)
        xml.legendStyle("symbolLabel", size: 7, isBold: false, above: 1)
      }
      xml.element("layer-tree-group") { xml in
        for layer in legendLayers { xml.treeLayer(layer, isShown: true) }
      }
    }
  }

  /// What is shown and wants a word: names explain themselves.
  private var legendLayers: [ProjectLayer] {
    let shown = project.groups.flatMap(\.layers).filter { $0.isShown && $0 != .names }
    return shown.filter(\.isGround) + shown.filter { !$0.isGround }
  }

  /// Writes an item of the page.
  private func item(
    _ xml: inout XMLWriter, _ kind: Kind, _ id: String, _ place: Place,
    _ attributes: [(String, String)] = [], background: String = "#ffffff",
    _ body: (inout XMLWriter) -> Void
  ) {
    let position = "\(place.x),\(place.y),mm"
    let common = [
      ("type", "\(kind.rawValue)"), ("id", id), ("uuid", Self.uuid(of: id)),
      ("templateUuid", Self.uuid(of: id)), ("position", position), ("positionOnPage", position),
      ("size", "\(place.width),\(place.height),mm"), ("referencePoint", "0"), ("visibility", "1"),
      ("opacity", "1"), ("itemRotation", "0"), ("blendMode", "0"), ("outlineWidthM", "0.3,mm"),
      ("frameJoinStyle", "miter"), ("zValue", "0"), ("excludeFromExports", "0"),
      ("positionLock", "false"), ("groupUuid", ""),
    ]
    xml.element("LayoutItem", attributes: common + attributes) { xml in
      xml.layoutColor("FrameColor", "#555555")
      xml.layoutColor("BackgroundColor", background)
      body(&xml)
    }
  }

  /// The identifier of an item: items name each other by it, and nothing else does.
  private static func uuid(of id: String) -> String {
    "{\(id.map { $0 == " " ? "-" : String($0) }.joined())}"
  }
}

extension XMLWriter {
  fileprivate mutating func layoutColor(_ name: String, _ color: String) {
    let value = Int(color.dropFirst(), radix: 16) ?? 0
    element(
      name,
      [
        "red": "\(value >> 16 & 0xFF)", "green": "\(value >> 8 & 0xFF)",
        "blue": "\(value & 0xFF)", "alpha": "255",
      ])
  }

  /// Writes a font by Qt's description of it: family, points, pixels, hint, weight, and what it is not.
  fileprivate mutating func layoutFont(_ name: String, _ size: Double, _ isBold: Bool) {
    element(
      name, ["description": "Sans Serif,\(size),-1,5,\(isBold ? 75 : 50),0,0,0,0,0", "style": ""])
  }

  fileprivate mutating func legendStyle(
    _ name: String, size: Double, isBold: Bool, above: Double?
  ) {
    var attributes = [("name", name), ("alignment", "1"), ("indent", "0")]
    if let above { attributes.append(("marginTop", "\(above)")) }
    if name == "symbolLabel" { attributes.append(("marginLeft", "2")) }
    element("style", attributes: attributes) { $0.layoutFont("styleFont", size, isBold) }
  }
}
