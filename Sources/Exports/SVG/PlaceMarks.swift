internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import Geometry
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// The places of a view: which have a mark and a name, and what the mark says.
struct PlaceMarks {
  private let subject: PictureSubject
  private(set) var marks: [Mark] = []
  private(set) var labels: [PlacedLabel] = []

  struct Mark {
    let place: PlaceID
    let point: PaperPoint
    let rank: PlaceRank
    let isSurrounded: StepFunction<Bool>
    let isContested: StepFunction<Bool>

    /// The room that no name may cover.
    var box: PaperBox {
      PaperBox(x: point.x, y: point.y, width: 0, height: 0)
        .grown(by: isSurrounded.isEver ? 7.5 : isContested.isEver ? 5 : 3.6)
    }
  }

  /// Finds the places to name in a view.
  ///
  /// - Parameters:
  ///   - candidates: the places that may be named, with where they are, the most important first.
  ///   - obstacles: what no name may cover.
  ///   - fixed: a name that has to stand beside a box before all others, for an inset.
  ///   - size: how large the letters of a town are.
  ///   - areaOfName: for how much of the paper there is one name, so that the map stays a map.
  init(
    _ subject: PictureSubject, _ candidates: [(place: PlaceID, rank: PlaceRank, point: PaperPoint)],
    in view: PaperView, around obstacles: [PaperBox],
    beside fixed: (name: String, box: PaperBox)? = nil, size: Double, areaOfName: Double
  ) {
    self.subject = subject
    var placement = LabelPlacement(in: view.frame, around: obstacles)
    if let fixed {
      _ = placement.place(fixed.name, size: size + 2, isBold: true, beside: fixed.box)
    }
    let most = Int(view.frame.width * view.frame.height / areaOfName) + 2
    for (place, rank, point) in candidates where marks.count < most {
      let mark = mark(place, point, rank)
      let box = mark.box
      // With room around it; otherwise it looks like the mark of another name.
      guard placement.isFree(box.grown(by: 2.5)) else { continue }
      let before = placement
      placement.keepFree(box)
      let isCity = rank == .city
      guard
        placement.place(
          subject.theatre.places[place].name, size: isCity ? size + 1 : size, isBold: isCity,
          beside: box)
      else {
        placement = before
        continue
      }
      marks.append(mark)
    }
    labels = placement.labels
  }

  private static let radius = 2.6

  private func mark(_ place: PlaceID, _ point: PaperPoint, _ rank: PlaceRank) -> Mark {
    let runs = subject.runs(ofPlace: place) ?? []
    return Mark(
      place: place, point: point, rank: rank,
      isSurrounded: StepFunction(runs) { $0?.state.encirclers.isEmpty == false },
      isContested: StepFunction(runs) { $0?.state.isContested == true })
  }

  var hasSurrounded: Bool { marks.contains { $0.isSurrounded.isEver } }
  var hasContested: Bool { marks.contains { $0.isContested.isEver } }

  /// Draws the marks and then the names.
  func draw(on canvas: inout SVGCanvas) {
    canvas.group([("fill", "#ffffff"), ("stroke", MapStyle.ink), ("stroke-width", "1.2")]) {
      canvas in
      for mark in marks {
        if mark.isSurrounded.isEver {
          canvas.ring(mark.point, canvas.attributes(shownBy: mark.isSurrounded))
        }
        canvas.dot(mark.point, radius: mark.rank == .city ? Self.radius + 0.6 : Self.radius)
        if mark.isContested.isEver {
          canvas.clash(mark.point, canvas.attributes(shownBy: mark.isContested))
        }
      }
    }
    canvas.draw(labels)
  }
}

/// The marks, for the map and for its legend.
extension SVGCanvas {
  /// A place.
  mutating func dot(_ point: PaperPoint, radius: Double = 2.6) {
    xml.element(
      "circle",
      ["cx": point.x.paperText, "cy": point.y.paperText, "r": radius.paperText])
  }

  /// A place that is surrounded.
  mutating func ring(_ point: PaperPoint, _ attributes: [(String, String)] = []) {
    let place = [("cx", point.x.paperText), ("cy", point.y.paperText), ("r", "6.5")]
    group([("fill", "none")] + attributes) { canvas in
      canvas.xml.element(
        "circle", attributes: place + [("stroke", "#ffffff"), ("stroke-width", "3.6")])
      canvas.xml.element("circle", attributes: place + [("stroke-width", "1.8")])
    }
  }

  /// A place that is fought for.
  mutating func clash(_ point: PaperPoint, _ attributes: [(String, String)] = []) {
    let (x, y, arm) = (point.x, point.y, 4.6)
    xml.element(
      "path",
      attributes: [
        ("fill", MapStyle.front), ("stroke", "#ffffff"),
        (
          "d",
          "M\((x - arm).paperText) \(y.paperText)L\(x.paperText) \((y - arm).paperText) "
            + "\((x + arm).paperText) \(y.paperText) \(x.paperText) \((y + arm).paperText)z"
        ),
      ] + attributes)
  }
}
