internal import FrontTracking
internal import Geometry
internal import MapFeatures
internal import Theatre

/// A project of QGIS 3.22 and newer: the layers of a map with everything set, its period and bookmarks,
/// and a print layout.
///
/// Only what differs from QGIS' defaults is written. Ids are names and never random, so that the same map
/// gives the same bytes.
struct QGISProject {
  let theatre: Theatre
  let frame: ProjectFrame
  let groups: [ProjectGroup]
  let styles: StyleSheet
  /// What stands below the map.
  let attribution: [String]
  /// The days that the layers have.
  let period: Range<Day>
  /// The day of the print layout.
  let day: Day

  /// The bytes of the project.
  var bytes: [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "qgis", ["version": XMLWriter.qgisVersion, "projectname": theatre.settings.title]
    ) { xml in
      xml.element("homePath", ["path": ""])
      xml.element("title", text: theatre.settings.title)
      xml.element("projectCrs") { $0.referenceSystem(frame.system) }
      xml.layerTree(groups)
      canvas(&xml)
      xml.element("projectlayers") { layers(&$0) }
      xml.element("layerorder") { xml in
        for layer in groups.flatMap(\.layers) { xml.element("layer", ["id": layer.id]) }
      }
      properties(&xml)
      metadata(&xml)
      xml.element("Layouts") { xml in
        PrintLayout(project: self).write(to: &xml)
      }
      bookmarks(&xml)
      view(&xml)
      time(&xml)
    }
    return Array((XMLWriter.qgisDocumentType + xml.text).utf8)
  }

  /// The bytes of a layer definition: the same layers, to be added to another project.
  var layerDefinition: [UInt8] {
    var xml = XMLWriter()
    xml.element("qlr") { xml in
      xml.layerTree(groups)
      xml.element("maplayers") { layers(&$0) }
    }
    return Array(("<!DOCTYPE qgis-layer-definition>\n" + xml.text).utf8)
  }

  private func layers(_ xml: inout XMLWriter) {
    for layer in groups.flatMap(\.layers) {
      xml.mapLayer(
        layer, styles.style(of: layer), licence: theatre.settings.licence,
        credits: theatre.settings.credits)
    }
  }

  private func canvas(_ xml: inout XMLWriter) {
    let (west, south, east, north) = frame.theatre.wholeMeters
    xml.element("mapcanvas", ["name": "theMapCanvas", "annotationsVisible": "1"]) { xml in
      xml.element("units", text: "meters")
      xml.element("extent") { xml in
        xml.element("xmin", text: "\(west)")
        xml.element("ymin", text: "\(south)")
        xml.element("xmax", text: "\(east)")
        xml.element("ymax", text: "\(north)")
      }
      xml.element("rotation", text: "0")
      xml.element("destinationsrs") { $0.referenceSystem(frame.system) }
      xml.element("rendermaptile", text: "0")
    }
  }

  private func metadata(_ xml: inout XMLWriter) {
    xml.element("projectMetadata") { xml in
      xml.element("identifier", text: theatre.settings.name)
      xml.element("type", text: "dataset")
      xml.element("title", text: theatre.settings.title)
      xml.element("abstract", text: attribution.joined(separator: "\n"))
      xml.element("author", text: "geotrack")
    }
  }

  private func bookmarks(_ xml: inout XMLWriter) {
    let whole = ProjectFrame.Area(
      id: "theatre", name: "The whole theatre", box: frame.theatre)
    xml.element("Bookmarks") { xml in
      for (index, area) in ([whole] + frame.areas).enumerated() {
        xml.element(
          "Bookmark",
          [
            "id": "\(index)-\(area.id)", "name": area.name, "group": "",
            "extent": area.box.wellKnownText,
          ]
        ) { $0.referenceSystem(frame.system) }
      }
    }
  }

  private func view(_ xml: inout XMLWriter) {
    let (west, south, east, north) = frame.theatre.wholeMeters
    xml.element("ProjectViewSettings", ["UseProjectScales": "0", "rotation": "0"]) { xml in
      xml.element("Scales")
      xml.element(
        "DefaultViewExtent",
        ["xmin": "\(west)", "ymin": "\(south)", "xmax": "\(east)", "ymax": "\(north)"]
      ) { $0.referenceSystem(frame.system) }
    }
  }

  private func time(_ xml: inout XMLWriter) {
    xml.element(
      "ProjectTimeSettings",
      ["timeStep": "1", "timeStepUnit": "d", "frameRate": "2", "cumulativeTemporalRange": "0"]
    ) { xml in
      xml.element("TemporalRange") { xml in
        xml.element("start", text: period.lowerBound.asMoment)
        xml.element("end", text: period.upperBound.asMoment)
      }
    }
  }
}

/// What QGIS' own windows keep in a project.
extension QGISProject {
  /// A setting with its type.
  private typealias Setting = (name: String, type: String, value: String)

  private func properties(_ xml: inout XMLWriter) {
    let groups: [(String, [Setting])] = [
      ("Paths", [("Absolute", "bool", "false")]),
      ("Gui", Self.background(MapStyle.paper)),
      ("Measure", [("Ellipsoid", "QString", "EPSG:7030")]),
      (
        "Measurement",
        [("DistanceUnits", "QString", "km"), ("AreaUnits", "QString", "km2")]
      ),
      ("SpatialRefSys", [("ProjectionsEnabled", "int", "1")]),
      // 1 is "animated": the controller shows one step at a time.
      (
        "TemporalControllerWidget",
        [
          ("NavigationMode", "int", "1"), ("StartDateTime", "QString", period.lowerBound.asMoment),
          ("EndDateTime", "QString", period.upperBound.asMoment),
        ]
      ),
      (
        "TitleLabel",
        Self.label(
          "[% format_date(@map_start_time, 'd MMMM yyyy') %]", at: .topCenter, size: 18,
          isBold: true) + [("BackgroundColor", "QString", "255,255,255,200")]
      ),
      (
        "CopyrightLabel",
        Self.label(QGISExpression.inert(credits), at: .bottomRight, size: 7, isBold: false)
      ),
    ]
    xml.element("properties") { xml in
      for (name, settings) in groups {
        xml.element(name) { xml in
          for setting in settings {
            xml.element(setting.name, ["type": setting.type], text: setting.value)
          }
        }
      }
    }
  }

  /// Whose work it is, in short: it stands on the map in QGIS' window.
  private var credits: String {
    let settings = theatre.settings
    return settings.credits.isEmpty ? settings.licence : settings.credits
  }

  /// Where a text stands on the map in QGIS' window. The raw values are QGIS' own.
  private enum Placement: Int {
    case bottomRight = 3
    case topCenter = 4
  }

  /// A text over the map in QGIS' window, with its letters in points.
  private static func label(
    _ text: String, at placement: Placement, size: Double, isBold: Bool
  ) -> [Setting] {
    var font = XMLWriter(indentation: "")
    font.element("text-style", attributes: XMLWriter.letters(size, isBold))
    return [
      ("Enabled", "bool", "true"), ("Label", "QString", text), ("Font", "QString", font.text),
      ("Placement", "int", "\(placement.rawValue)"), ("MarginH", "int", "1"),
      ("MarginV", "int", "1"),
    ]
  }

  private static func background(_ color: String) -> [Setting] {
    let value = Int(color.dropFirst(), radix: 16) ?? 0xFFFFFF
    return [("Red", 16), ("Green", 8), ("Blue", 0)].map { part, shift in
      ("CanvasColor\(part)Part", "int", "\(value >> shift & 0xFF)")
    }
  }
}
