internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import Geometry
internal import MapFeatures
internal import PlanarSubdivision
internal import Theatre
internal import TypedIndices

/// The ground and the lines of a map, gathered once for all views of it.
///
/// Cells that look the same on every day are one path. So no hairline runs between them, and a picture
/// of many days holds each piece of ground once, however often it changes.
struct GroundDrawing {
  private let subject: PictureSubject
  /// The ground by its colour.
  private let fills: [Patch<String>]
  /// The ground that is fought over on some day.
  private let contests: [Patch<Bool>]
  /// The ground whose holder is presumed on some day.
  private let presumptions: [Patch<Bool>]
  /// The regions in which there is fighting somewhere on some day.
  private let fights: [Patch<Bool>]
  /// The lines that are a front on some day.
  private let fronts: [Stretch]
  /// The edge of the theatre.
  private let rim: [[Int32]]
  private let barriers: [[PlanarPosition]]

  /// Pieces of ground that look the same on every day.
  private struct Patch<Value: Hashable & Sendable> {
    let steps: StepFunction<Value>
    let rings: [[Int32]]
  }

  /// Lines that are a front on the same days.
  private struct Stretch {
    let steps: StepFunction<Bool>
    let lines: [[Int32]]
  }

  /// - Complexity: O(*n* log *n*), for *n* cells, edges and changes.
  init(_ subject: PictureSubject) throws(MapError) {
    self.subject = subject
    let theatre = subject.theatre
    fills = Self.patches(subject) { $0.color(in: theatre) }
    contests = Self.patches(subject) { $0.isContested }.filter(\.steps.isEver)
    presumptions = Self.patches(subject) { $0.isPresumed }.filter(\.steps.isEver)
    fights = Self.fights(subject)
    fronts = Self.fronts(subject)
    rim = chains(
      of: subject.history.edges.filter { $0.left == nil || $0.right == nil }
        .map { ($0.start, $0.end) })
    var barriers: [[PlanarPosition]] = []
    for line in theatre.barriers.flatMap(\.lines) {
      let steps = line.positions.densified(limit: MapStyle.longestStepInDegrees)
      barriers.append(try subject.project(steps))
    }
    self.barriers = barriers
  }

  private static func patches<Value>(
    _ subject: PictureSubject, _ value: (GroundLook) -> Value
  ) -> [Patch<Value>] {
    var numbers: [StepFunction<Value>: Int] = [:]
    var stepFunctions: [StepFunction<Value>] = []
    let labels = subject.looks.mapElements { look -> Int? in
      let steps = look.map(value)
      if let number = numbers[steps] { return number }
      numbers[steps] = stepFunctions.count
      stepFunctions.append(steps)
      return stepFunctions.count - 1
    }
    return zip(stepFunctions, subject.history.outlines(labelled: labels)).map { steps, outlines in
      Patch(steps: steps, rings: outlines.flatMap(\.rings))
    }
  }

  /// The ground of each region in which no report places the fighting.
  private static func fights(_ subject: PictureSubject) -> [Patch<Bool>] {
    let fights = Dictionary(grouping: subject.tracker.history.regionFights, by: \.region)
    return fights.sorted { $0.key < $1.key }.compactMap { region, fights in
      let steps = StepFunction(over: subject.period, turningOn: fights.flatMap(\.turns)) { day in
        fights.contains { $0.contains(day) }
      }
      guard steps.isEver else { return nil }
      let sites = subject.tracker.sites.sites(in: region, of: subject.theatre)
      let labels = subject.history.cells.mapElements { cell in
        cell.site.map(sites.contains) == true ? 0 : nil
      }
      let outlines = subject.history.outlines(labelled: labels).joined()
      return Patch(steps: steps, rings: outlines.flatMap(\.rings))
    }
  }

  private static func fronts(_ subject: PictureSubject) -> [Stretch] {
    let actors = subject.theatre.actors
    let sides = subject.looks.mapElements { look in look.map { $0.holder.map { actors[$0].side } } }
    var edges: [StepFunction<Bool>: [(Int32, Int32)]] = [:]
    var order: [StepFunction<Bool>] = []
    for edge in subject.history.edges {
      guard let left = edge.left, let right = edge.right else { continue }
      let steps = sides[left].combined(with: sides[right]) { one, other in
        one != nil && other != nil && one != other
      }
      guard steps.isEver else { continue }
      if edges[steps] == nil { order.append(steps) }
      edges[steps, default: []].append((edge.start, edge.end))
    }
    return order.map { Stretch(steps: $0, lines: chains(of: edges[$0] ?? [])) }
  }

  /// Whether something of a kind is to be seen on some day.
  var hasContests: Bool { !contests.isEmpty }
  var hasRegionFights: Bool { !fights.isEmpty }
  var hasPresumptions: Bool { !presumptions.isEmpty }
  var hasFronts: Bool { !fronts.isEmpty }
}

/// Drawing.
extension GroundDrawing {
  /// Draws the map as far as a view shows it.
  ///
  /// - Parameter weight: how heavy the lines are; 1 on a map of the theatre.
  func draw(_ view: PaperView, on canvas: inout SVGCanvas, weight: Double = 1) {
    let points = subject.vertices.map(view.point)
    // A line of its own colour around each piece, or a hairline of the paper shows between two.
    canvas.group([
      ("fill", "currentColor"), ("stroke", "currentColor"), ("stroke-width", "1.2"),
      ("stroke-linejoin", "round"), ("fill-rule", "evenodd"),
    ]) { canvas in
      for patch in fills {
        canvas.path(data(patch.rings, points, view), canvas.attributes("color", patch.steps))
      }
    }
    for (patches, pattern) in [(contests, "hatch"), (presumptions, "dots")] where !patches.isEmpty {
      canvas.group([("fill", "url(#\(pattern))"), ("fill-rule", "evenodd")]) { canvas in
        for patch in patches {
          canvas.path(data(patch.rings, points, view), canvas.attributes(shownBy: patch.steps))
        }
      }
    }
    // A hatched band along the outline, since the fighting is somewhere inside and nobody says where.
    canvas.line("url(#fighting)", width: 8 * weight) { canvas in
      for patch in fights {
        canvas.path(data(patch.rings, points, view), canvas.attributes(shownBy: patch.steps))
      }
    }
    canvas.line(MapStyle.boundary, width: 1.2 * weight) { canvas in
      canvas.path(data(rim, points, view, closed: false))
    }
    canvas.line(MapStyle.barrier, width: 3.2 * weight) { canvas in
      var data = PathData()
      for barrier in barriers {
        for piece in view.clipped(line: barrier.map(view.point)) { data.add(piece, closed: false) }
      }
      canvas.path(data)
    }
    canvas.line(MapStyle.front, width: 2.4 * weight) { canvas in
      for front in fronts {
        canvas.path(
          data(front.lines, points, view, closed: false),
          canvas.attributes(shownBy: front.steps))
      }
    }
  }

  private func data(
    _ chains: [[Int32]], _ points: [PaperPoint], _ view: PaperView, closed: Bool = true
  ) -> PathData {
    var data = PathData()
    for chain in chains {
      let line = chain.map { points[Int($0)] }
      if closed {
        data.add(view.clipped(ring: line), closed: true)
      } else {
        for piece in view.clipped(line: line) { data.add(piece, closed: false) }
      }
    }
    return data
  }
}

extension StepFunction<Bool> {
  /// Whether it holds on some day.
  var isEver: Bool { first || !changes.isEmpty }
}

extension SVGCanvas {
  mutating func group(_ attributes: [(String, String)], _ body: (inout SVGCanvas) -> Void) {
    let outer = xml
    xml = XMLWriter(indentation: " ")
    body(&self)
    let inner = xml.text
    xml = outer
    guard !inner.isEmpty else { return }
    xml.element("g", attributes: attributes) { $0.raw(inner.trimmedAtEnd) }
  }

  /// Draws lines of one colour and width.
  fileprivate mutating func line(
    _ color: String, width: Double, _ body: (inout SVGCanvas) -> Void
  ) {
    group(
      [
        ("fill", "none"), ("stroke", color), ("stroke-width", width.paperText),
        ("stroke-linejoin", "round"), ("stroke-linecap", "round"),
      ], body)
  }

  /// Draws a path, unless there is nothing of it to see.
  fileprivate mutating func path(_ data: PathData, _ attributes: [(String, String)] = []) {
    guard !data.isEmpty else { return }
    xml.element("path", attributes: attributes + [("d", data.text)])
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    String(self[...(lastIndex { $0 != "\n" } ?? startIndex)])
  }
}

/// Edges put together to lines that are as long as they can be. A line goes on through a vertex only
/// where exactly two edges meet.
///
/// - Complexity: O(*n* log *n*), for *n* edges.
private func chains(of edges: [(Int32, Int32)]) -> [[Int32]] {
  var edgesAt: [Int32: [Int]] = [:]
  for (index, edge) in edges.enumerated() {
    edgesAt[edge.0, default: []].append(index)
    edgesAt[edge.1, default: []].append(index)
  }
  var isUsed = [Bool](repeating: false, count: edges.count)
  func chain(from vertex: Int32, by edge: Int) -> [Int32] {
    var chain = [vertex]
    var next: Int? = edge
    while let edge = next {
      isUsed[edge] = true
      let end = edges[edge].0 == chain[chain.count - 1] ? edges[edge].1 : edges[edge].0
      chain.append(end)
      let meeting = edgesAt[end] ?? []
      next = meeting.count == 2 ? meeting.first { !isUsed[$0] } : nil
    }
    return chain
  }
  var chains: [[Int32]] = []
  for vertex in edgesAt.keys.sorted() where edgesAt[vertex]?.count != 2 {
    for edge in edgesAt[vertex] ?? [] where !isUsed[edge] {
      chains.append(chain(from: vertex, by: edge))
    }
  }
  // What is left are rings.
  for edge in edges.indices where !isUsed[edge] {
    chains.append(chain(from: edges[edge].0, by: edge))
  }
  return chains
}
