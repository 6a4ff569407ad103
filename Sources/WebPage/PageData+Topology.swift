internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import Geometry
internal import JSON
internal import MapFeatures
internal import PlanarSubdivision
internal import Theatre
internal import TypedIndices

/// The cells, and from when on each is in which state.
extension PageData {
  var topology: [JSONMember] {
    [
      JSONMember("vertices", .object(positions(history.vertices.positions).members)),
      JSONMember("edges", .object(edges.members)),
      JSONMember("cells", .object(cells.members)),
      JSONMember("runs", .object(runs)),
      JSONMember("series", series),
      JSONMember("barriers", .array(theatre.barriers.flatMap(lines))),
    ]
  }

  private func positions(_ positions: some Sequence<Position>) -> PackedTable {
    var table = PackedTable("x", "y")
    for position in positions {
      table.append(scaled(position.longitude), scaled(position.latitude))
    }
    return table
  }

  private var edges: PackedTable {
    var table = PackedTable("start", "end", "left", "right")
    for edge in history.edges {
      table.append(
        Int(edge.start), Int(edge.end), edge.left?.offset ?? -1, edge.right?.offset ?? -1)
    }
    return table
  }

  /// Areas are in ten-thousandths of a square kilometre.
  private var cells: PackedTable {
    var table = PackedTable("ground", "holds", "area")
    for cell in history.cells {
      table.append(
        cell.site?.offset ?? -1, cell.holdsSite ? 1 : 0,
        Int((cell.areaInSquareKilometers * 10_000).rounded()))
    }
    return table
  }

  /// From when on each cell has the state of which site. What that state is, the intervals of the site
  /// say.
  private var runs: [JSONMember] {
    var counts = PackedColumn()
    var table = PackedTable("day", "source", "km", "nearness", "uncertain")
    for (cell, runs) in zip(history.cells, history.runs) {
      var rows: [PackedRun] = []
      for run in runs {
        let packed = PackedRun(run, of: cell, self)
        if rows.last?.isSame(as: packed) != true { rows.append(packed) }
      }
      counts.append(rows.count)
      for row in rows {
        table.append(row.day, row.source, row.tenthsOfKilometers, row.nearness, row.uncertain)
      }
    }
    return [JSONMember("counts", counts.json)] + table.members
  }

  /// From when on a cell has the state of a site.
  private struct PackedRun {
    let day: Int
    let source: Int
    let tenthsOfKilometers: Int
    let nearness: Int
    let uncertain: Int

    init(_ run: CellHistory.Run, of cell: CellHistory.Cell, _ page: PageData) {
      let inference = run.state.inference
      day = page.offset(run.day)
      source = run.state.interval == nil ? -1 : (inference?.site ?? cell.site)?.offset ?? -1
      tenthsOfKilometers = inference.map { Int(($0.distanceInKilometers * 10).rounded()) } ?? 0
      nearness = PageData.nearness(page.tracker.confidence(in: run.state, on: run.day))
      uncertain = run.state.alternatives.isEmpty ? 0 : 1
    }

    func isSame(as other: PackedRun) -> Bool {
      (source, tenthsOfKilometers, nearness, uncertain)
        == (other.source, other.tenthsOfKilometers, other.nearness, other.uncertain)
    }
  }

  /// The areas on the days on which something changes, in tenths of a square kilometre.
  private var series: JSON {
    let areas = history.areas
    func column(_ area: (Snapshot.Areas) -> Double) -> JSON {
      PackedColumn(areas.map { Int((area($0) * 10).rounded()) }).json
    }
    let held = theatre.actors.indexed().map { index, actor in
      JSONMember(actor.id, column { $0.held[index] ?? 0 })
    }
    return [
      "count": .int(history.days.count),
      "day": PackedColumn(history.days.map(offset)).json,
      "areas": .object(
        held + [
          JSONMember("contested", column(\.contested)), JSONMember("unknown", column(\.unknown)),
        ]),
    ]
  }

  private func lines(of barrier: Barrier) -> [JSON] {
    barrier.lines.map { line in
      .object(
        [JSONMember("name", .string(barrier.name))] + positions(line.positions).members)
    }
  }
}
