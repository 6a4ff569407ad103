internal import ControlMap
internal import FrontTracking
internal import Geodesy
internal import Geometry
internal import MapFeatures

/// The scale bar and the north arrow of a map.
struct ScaleAndNorthArrow {
  /// Where it stands; no name may cover it.
  let plate: PaperBox
  private let length: Int
  private let unit: String
  private let barWidth: Double
  /// True north at the middle of the map, by its angle clockwise from the top; nil on an inset, which has
  /// the north of its map.
  private let north: (sine: Double, cosine: Double)?

  /// Measures a view in its middle, on the ellipsoid.
  init(
    _ subject: PictureSubject, of view: PaperView, showingNorth: Bool
  ) throws(MapError) {
    let frame = view.frame
    let reach = frame.width / 8
    let middle = frame.middle
    let ends = try subject.unproject(
      [
        PaperPoint(x: middle.x - reach, y: middle.y), PaperPoint(x: middle.x + reach, y: middle.y),
        middle,
      ].map(view.position))
    let meters = WGS84.inverse(from: ends[0], to: ends[1]).distanceInMeters / (2 * reach)
    let steps = Self.lengthsInMeters.filter { Double($0) <= meters * frame.width / 4 }
    let inMeters = steps.last ?? 1
    (length, unit) = inMeters >= 1000 ? (inMeters / 1000, "km") : (inMeters, "m")
    barWidth = Double(inMeters) / meters
    if showingNorth {
      let step = ends[2].latitude > 89 ? -0.01 : 0.01
      let line = try subject.project([
        ends[2], Position(longitude: ends[2].longitude, latitude: ends[2].latitude + step),
      ])
      let length = line[0].distance(to: line[1]) * (step < 0 ? -1 : 1)
      north = (sine: (line[1].x - line[0].x) / length, cosine: (line[1].y - line[0].y) / length)
    } else {
      north = nil
    }
    let width = barWidth + 20 + (showingNorth ? 24 : 0)
    plate = PaperBox(x: frame.x + 8, y: frame.bottom - 8 - 34, width: max(width, 58), height: 34)
  }

  /// Lengths that are easy to count in: 1, 2 and 5 with zeros.
  private static let lengthsInMeters = [
    1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000,
    200_000, 500_000, 1_000_000, 2_000_000, 5_000_000,
  ]

  func draw(on canvas: inout SVGCanvas) {
    canvas.xml.element(
      "rect",
      [
        "x": plate.x.paperText, "y": plate.y.paperText, "width": plate.width.paperText,
        "height": plate.height.paperText, "rx": "3", "fill": "#ffffff", "fill-opacity": ".85",
      ])
    let x = plate.right - 10 - barWidth
    let y = plate.bottom - 10
    canvas.xml.letters(
      "\(length) \(unit)", x: x + barWidth / 2, y: y - 7, size: 11.5,
      [("text-anchor", "middle"), ("fill", MapStyle.ink)])
    canvas.xml.element(
      "path",
      [
        "fill": "none", "stroke": MapStyle.ink, "stroke-width": "1.6",
        "d": "M\(x.paperText) \((y - 4).paperText)v5h\(barWidth.paperText)v-5",
      ])
    if let north {
      let (sine, cosine) = (north.sine.cssText, north.cosine.cssText)
      let turn =
        "matrix(\(cosine) \(sine) \((-north.sine).cssText) \(cosine) \((plate.x + 16).paperText) "
        + "\(plate.middle.y.paperText))"
      canvas.xml.element(
        "g", ["transform": turn]
      ) { xml in
        xml.element("path", ["d": "M0 -13L4.5 2 0 0 -4.5 2z", "fill": MapStyle.ink])
        xml.letters(
          "N", x: 0, y: 12, size: 10.5, isBold: true,
          [("text-anchor", "middle"), ("fill", MapStyle.ink)])
      }
    }
  }
}
