internal import MapFeatures

/// Puts what was drawn into the frame of an SVG document.
struct PictureDocument {
  let title: String
  let description: String
  let width: Double
  let height: Double

  /// The whole file.
  func bytes(_ canvas: SVGCanvas) -> [UInt8] {
    var xml = XMLWriter(indentation: " ")
    xml.element(
      "svg",
      attributes: [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", "0 0 \(width.paperText) \(height.paperText)"), ("width", width.paperText),
        ("height", height.paperText), ("role", "img"), ("aria-labelledby", "title desc"),
        ("font-family", Lettering.fonts),
      ]
    ) { xml in
      xml.element("title", ["id": "title"], text: title.withoutDirectionControls)
      xml.element("desc", ["id": "desc"], text: description.withoutDirectionControls)
      if canvas.clock.isRunning {
        xml.element("style") { xml in
          for rule in Self.rules(canvas.clock) + canvas.rules { xml.raw(rule) }
        }
      }
      xml.element("defs") { xml in
        xml.raw(Self.patterns)
      }
      xml.element("rect", ["width": "100%", "height": "100%", "fill": "#ffffff"])
      xml.raw(canvas.xml.text)
    }
    return Array(xml.text.utf8)
  }

  /// How things change: at once, since a colour between those of two holders belongs to neither. Who does
  /// not want movement sees the last day.
  private static func rules(_ clock: FilmClock) -> [String] {
    let duration = "\(clock.durationInSeconds.cssText)s"
    return [
      ".k,.s{animation-duration:\(duration);animation-iteration-count:infinite}",
      ".k{animation-timing-function:step-end}",
      "@media (prefers-reduced-motion:reduce){.k,.s{animation-name:none!important}}",
    ]
  }

  private static let patterns = """
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <path d="M0 3h6" stroke="\(MapStyle.hatch)" stroke-width="1.5"/></pattern>
    <pattern id="dots" width="7" height="7" patternUnits="userSpaceOnUse">\
    <circle cx="3.5" cy="3.5" r="1.2" fill="\(MapStyle.hatch)"/></pattern>
    <pattern id="fighting" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(135)">\
    <path d="M0 2.5h5" stroke="\(MapStyle.hatch)" stroke-width="2"/>\
    <path d="M0 2.5h5" stroke="\(MapStyle.ink)" stroke-width="0.7"/></pattern>
    """
}
