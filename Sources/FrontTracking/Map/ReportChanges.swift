internal import Theatre

/// Which reports hold up other ground than on the day before.
struct ReportChanges {
  private let news: [CellBoard.News]
  private let mosaic: Mosaic
  private let tracker: FrontTracker

  init(_ news: [CellBoard.News], _ mosaic: Mosaic, _ tracker: FrontTracker) {
    self.news = news
    self.mosaic = mosaic
    self.tracker = tracker
  }

  /// The pieces whose cells are the same as before and whose reports are not, in order.
  ///
  /// - Complexity: O(*k*), for *k* cells that change; where a report speaks for several cells also
  ///   O(*n*), for *n* cells.
  func piecesWithOthers(_ pieces: Pieces) -> [Int32] {
    let suspects = Dictionary(grouping: news) { pieces.pieceOfCell[$0.cell] }
      .filter { $0.key >= 0 && !pieces.isTouched($0.key) }
    guard !suspects.isEmpty else { return [] }
    var doubtful: Set<Int32> = []
    var changed: [Int32] = []
    for (piece, news) in suspects {
      let differences = news.map { old($0).symmetricDifference(reports(ofCell: $0.cell)) }
      if differences.allSatisfy(\.isEmpty) { continue }
      if differences.joined().contains(where: tracker.speaksForOneCell) {
        changed.append(piece)
      } else {
        doubtful.insert(piece)
      }
    }
    let before = Dictionary(uniqueKeysWithValues: news.map { ($0.cell, old($0)) })
    for (piece, cells) in pieces.cells(where: doubtful.contains) {
      let now = cells.reduce(into: Set<Int>()) { $0.formUnion(reports(ofCell: $1)) }
      let then = cells.reduce(into: Set<Int>()) {
        $0.formUnion(before[$1] ?? reports(ofCell: $1))
      }
      if now != then { changed.append(piece) }
    }
    return changed.sorted()
  }

  private func old(_ news: CellBoard.News) -> Set<Int> {
    Set(mosaic.entry(news.entry, of: news.source)?.reports ?? [])
  }

  private func reports(ofCell cell: Int) -> Set<Int> {
    Set(mosaic.entry(ofCell: cell)?.reports ?? [])
  }
}

extension Chronicle.Entry {
  /// The reports that decided the state and the one by which the holder holds.
  var reports: [Int] { decidedBy + [holderReport].compactMap(\.self) }
}

extension FrontTracker {
  /// Whether a report can hold up one cell only: it is on a ground that has one, and no cell of the
  /// theatre is without a report.
  func speaksForOneCell(_ report: Int) -> Bool {
    let place = theatre.reports[report].place
    guard isEveryCellReported, let ground = grounds.ground(ofPlace: place) else {
      return false
    }
    return tessellation.cells(ofGround: ground).count == 1
  }
}
