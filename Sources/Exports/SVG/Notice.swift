internal import FrontTracking
internal import MapFeatures
internal import Theatre

/// What a map says where nothing is known of any ground.
struct Notice {
  /// Where it stands; no name may cover it.
  let plate: PaperBox
  private let lines: [String]

  private static let size = 15.0
  private static let lineHeight = 20.0

  /// Finds room for it at the top of a frame.
  init(_ subject: PictureSubject, in frame: PaperBox) {
    lines = Lettering.wrapped(Self.words(subject), size: Self.size, width: frame.width - 40)
    let widest = lines.map { Lettering.width($0, size: Self.size) }.max() ?? 0
    plate = PaperBox(
      x: frame.middle.x - widest / 2 - 10, y: frame.y + 12, width: widest + 20,
      height: Double(lines.count) * Self.lineHeight + 12)
  }

  private static func words(_ subject: PictureSubject) -> String {
    guard !subject.theatre.reports.isEmpty else {
      return "There is no report: who held this ground is not known."
    }
    let isDay = subject.period.lowerBound == subject.period.upperBound
    return "No report says who held this ground on \(isDay ? "this day" : "these days")."
  }

  func draw(on canvas: inout SVGCanvas) {
    canvas.xml.element("rect", attributes: plate.attributes + [("rx", "3"), ("fill", "#ffffff")])
    for (index, line) in lines.enumerated() {
      canvas.xml.letters(
        line, x: plate.middle.x, y: plate.y + 20 + Double(index) * Self.lineHeight,
        size: Self.size, [("text-anchor", "middle"), ("fill", MapStyle.ink)])
    }
  }
}
