internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import Geometry
internal import MapFeatures
internal import NumberText
internal import Theatre
internal import TypedIndices

/// A map on a page: of one day, or as a film of several.
struct MapPicture {
  private let subject: PictureSubject
  private let options: PictureOptions
  private let version: String
  private let ground: GroundDrawing

  private static let margin = 20.0
  private static let gap = 18.0

  init(
    _ subject: PictureSubject, _ options: PictureOptions, version: String
  ) throws(MapError) {
    self.subject = subject
    self.options = options
    self.version = version
    ground = try GroundDrawing(subject)
  }

  private var theatre: Theatre { subject.theatre }
  private var title: String { options.title ?? theatre.settings.title }
  /// From which reports it is drawn, as it follows a date; empty if from all.
  private var perspective: String { subject.tracker.perspective.words }

  /// The whole file.
  func bytes() throws(MapError) -> [UInt8] {
    var canvas = SVGCanvas(FilmClock(subject.period))
    let width = Double(options.width)
    let inner = width - 2 * Self.margin
    var y = drawHeader(width: inner, on: &canvas)

    // A narrow page has the legend below the map.
    let isNarrow = width < 720
    let column = isNarrow ? inner : max(230, (inner * 0.315).rounded())
    let mapWidth = isNarrow ? inner : inner - column - Self.gap
    let view = try mapView(x: Self.margin, y: y, width: mapWidth)
    let inset = try Inset(subject, beside: view)
    let columnX = isNarrow ? Self.margin : view.frame.right + Self.gap
    var columnY = isNarrow ? view.frame.bottom + 14 : y
    let insetView = inset.map { inset in
      PaperView(
        inset.box,
        in: PaperBox(
          x: columnX, y: columnY + 20, width: column,
          height: (column * inset.aspect).rounded()))
    }
    let marks = try drawMap(view, inset, insetView, on: &canvas)
    var places = [marks]
    if let inset, let insetView {
      canvas.xml.letters(
        theatre.places[inset.town].name, x: columnX, y: columnY + 13, size: 14, isBold: true,
        [("fill", MapStyle.ink)])
      places.append(try drawInset(inset, insetView, on: &canvas))
      columnY = insetView.frame.bottom + 16
    }
    let legend = Legend(subject, ground, places, hasInset: inset != nil)
    columnY =
      isNarrow
      ? legend.drawRows(x: columnX, y: columnY, width: column, on: &canvas)
      : legend.drawColumn(x: columnX, y: columnY, width: column, on: &canvas)
    y = max(view.frame.bottom, columnY - 6)
    y = attribution.draw(x: Self.margin, y: y + 4, width: inner, on: &canvas)
    return PictureDocument(
      title: "\(title): \(subject.period.words)\(perspective)", description: description,
      width: width, height: y + 16
    ).bytes(canvas)
  }

  /// - Returns: where the map begins.
  private func drawHeader(width: Double, on canvas: inout SVGCanvas) -> Double {
    var y = 18.0
    for line in Lettering.wrapped(title, size: 21, isBold: true, width: width, atMost: 2) {
      y += 25
      canvas.xml.letters(
        line, x: Self.margin, y: y, size: 21, isBold: true, [("fill", MapStyle.ink)])
    }
    guard canvas.clock.isRunning else {
      return drawSubtitle(subject.period.words + perspective, y: y, width: width, on: &canvas) + 16
    }
    // The date of a film moves, so what does not stands by itself above it.
    y = drawSubtitle(String(perspective.dropFirst(2)), y: y, width: width, on: &canvas)
    let header = FilmHeader(clock: canvas.clock)
    y += 34
    header.drawDate(x: Self.margin, y: y, on: &canvas)
    y += 12
    let axis = TimeAxis(period: subject.period, left: Self.margin, width: width)
    let events = subject.events
    func labels(_ bottom: Double) -> EventLabels {
      EventLabels(
        events, over: axis, rows: 4, bottom: bottom, right: Self.margin + width, atMost: 12)
    }
    y += labels(0).height(above: 0)
    header.drawBar(axis, y: y + 8, events: labels(y), theatre, on: &canvas)
    return y + 40
  }

  /// Writes a text below the title, on as many lines as it needs.
  ///
  /// - Returns: its last base line, or `y` if it is empty.
  private func drawSubtitle(
    _ text: String, y: Double, width: Double, on canvas: inout SVGCanvas
  ) -> Double {
    var y = y
    for line in Lettering.wrapped(text, size: 17, width: width) {
      y += 25
      canvas.xml.letters(line, x: Self.margin, y: y, size: 17, [("fill", "#444444")])
    }
    return y
  }

  /// The theatre as large as the page allows.
  private func mapView(x: Double, y: Double, width: Double) throws(MapError) -> PaperView {
    let rim =
      subject.vertices.isEmpty
      ? try subject.project(theatre.boundary.shape.polygons.flatMap(\.exterior.positions))
      : subject.vertices
    guard let box = Box(around: rim) else {
      return PaperView(
        Box(minimum: PlanarPosition(x: 0, y: 0), maximum: PlanarPosition(x: 1, y: 1)),
        in: PaperBox(x: x, y: y, width: width, height: width))
    }
    let margin = 0.02 * box.minimum.distance(to: box.maximum)
    let grown = Box(
      minimum: PlanarPosition(x: box.minimum.x - margin, y: box.minimum.y - margin),
      maximum: PlanarPosition(x: box.maximum.x + margin, y: box.maximum.y + margin))
    let aspect =
      (grown.maximum.y - grown.minimum.y) / (grown.maximum.x - grown.minimum.x)
    let height = (width * min(1.3, max(0.45, aspect))).rounded()
    return PaperView(grown, in: PaperBox(x: x, y: y, width: width, height: height))
  }

  private func drawMap(
    _ view: PaperView, _ inset: Inset?, _ insetView: PaperView?, on canvas: inout SVGCanvas
  ) throws(MapError) -> PlaceMarks {
    let scale = try ScaleAndNorthArrow(subject, of: view, showingNorth: true)
    let notice = subject.isAnythingKnown ? nil : Notice(subject, in: view.frame)
    canvas.begin(view, id: "map", ground)
    var obstacles = [scale.plate] + [notice?.plate].compactMap(\.self)
    var fixed: (name: String, box: PaperBox)?
    var hidden: Set<PlaceID> = []
    if let inset {
      let (low, high) = (view.point(inset.box.minimum), view.point(inset.box.maximum))
      let box = PaperBox(x: low.x, y: high.y, width: high.x - low.x, height: low.y - high.y)
      canvas.xml.frame(box, width: 1.4)
      obstacles.append(box)
      fixed = (theatre.places[inset.town].name, box)
      hidden = Set(inset.memberPlaces + [inset.town])
    }
    let candidates = try candidates(in: view, mostImportantFirst: theatre.labelled) { place, rank in
      !hidden.contains(place) && (rank < .quarter || inset == nil)
    }
    let marks = PlaceMarks(
      subject, candidates, in: view, around: obstacles, beside: fixed, size: 12.5, areaOfName: 8_000
    )
    canvas.marks(marks, scale, view)
    notice?.draw(on: &canvas)
    return marks
  }

  private func drawInset(
    _ inset: Inset, _ view: PaperView, on canvas: inout SVGCanvas
  ) throws(MapError) -> PlaceMarks {
    let scale = try ScaleAndNorthArrow(subject, of: view, showingNorth: false)
    canvas.begin(view, id: "inset", ground)
    let candidates = try candidates(in: view, mostImportantFirst: theatre.labelled) { place, _ in
      place != inset.town
    }
    let marks = PlaceMarks(
      subject, candidates, in: view, around: [scale.plate], size: 11, areaOfName: 4_000)
    canvas.marks(marks, scale, view)
    return marks
  }

  /// The places that may be named, where they lie.
  private func candidates(
    in view: PaperView, mostImportantFirst labelled: [(place: PlaceID, rank: PlaceRank)],
    where isWanted: (PlaceID, PlaceRank) -> Bool
  ) throws(MapError) -> [(place: PlaceID, rank: PlaceRank, point: PaperPoint)] {
    let wanted = labelled.filter { place, rank in
      isWanted(place, rank)
        && (theatre.places[place].isRegion || subject.runs(ofPlace: place) != nil)
    }
    let points = try subject.project(wanted.map { theatre.places[$0.place].position })
    var found: [(place: PlaceID, rank: PlaceRank, point: PaperPoint)] = []
    for (label, position) in zip(wanted, points) {
      let point = view.point(position)
      if view.frame.contains(point) { found.append((label.place, label.rank, point)) }
    }
    let smaller = found.filter { $0.rank > .town }
    return found.filter { $0.rank <= .town } + alternating(smaller)
  }

  /// On the map of a day, what is fought for or surrounded by turns with the rest, so that neither goes
  /// without names.
  private func alternating(
    _ places: [(place: PlaceID, rank: PlaceRank, point: PaperPoint)]
  ) -> [(place: PlaceID, rank: PlaceRank, point: PaperPoint)] {
    guard subject.period.lowerBound == subject.period.upperBound else { return places }
    func isUrgent(_ place: PlaceID) -> Bool {
      let state = subject.runs(ofPlace: place)?.first?.state.state
      return state.map { $0.isContested || !$0.encirclers.isEmpty } ?? false
    }
    let urgent = places.filter { isUrgent($0.place) }
    let rest = places.filter { !isUrgent($0.place) }
    return (0..<max(urgent.count, rest.count)).flatMap { index in
      [urgent, rest].compactMap { $0.indices.contains(index) ? $0[index] : nil }
    }
  }

  private var attribution: Attribution {
    Attribution(
      subject.tracker, version: version,
      nature:
        "Reports are of places; the ground around each is drawn as that of its holder, so borders are not trenches."
    )
  }

  /// The picture in words, for those who cannot see it.
  private var description: String {
    let areas = HeldAreas(subject)
    let held = areas.layers.filter { $0.area.last >= 0.5 }
      .map { "\($0.name) \($0.area.last.text(decimals: 0)) km²" }
    let films =
      subject.period.lowerBound == subject.period.upperBound
      ? "" : " An animation; the areas are those of the last day."
    return "Map of who held what, from dated reports.\(films) \(held.joined(separator: ", "))."
  }
}

extension SVGCanvas {
  /// Draws the ground of a view within its frame.
  fileprivate mutating func begin(_ view: PaperView, id: String, _ ground: GroundDrawing) {
    xml.element("clipPath", ["id": "\(id)-frame"]) {
      $0.element("rect", attributes: view.frame.attributes)
    }
    xml.element("rect", attributes: view.frame.attributes + [("fill", MapStyle.paper)])
    group([("id", id), ("clip-path", "url(#\(id)-frame)")]) { canvas in
      ground.draw(view, on: &canvas)
    }
  }

  /// Draws what lies over the ground of a view.
  fileprivate mutating func marks(
    _ marks: PlaceMarks, _ scale: ScaleAndNorthArrow, _ view: PaperView
  ) {
    group([("class", "marks")]) { canvas in
      marks.draw(on: &canvas)
      scale.draw(on: &canvas)
    }
    xml.frame(view.frame, width: 1)
  }
}
