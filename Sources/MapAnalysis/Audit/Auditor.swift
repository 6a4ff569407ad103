public import ControlMap
public import Theatre
public import TypedIndices

/// Compares what the sources state about the ground with the map. Each kind of statement has its judge.
public struct Auditor {
  private let maps: AuditMaps

  /// Prepares to audit a map.
  public init(_ map: ControlMap) {
    maps = AuditMaps(map)
  }

  /// Compares what the sources state about the ground with the map.
  ///
  /// - Parameter source: the source whose statements are wanted; all if nil.
  /// - Returns: a finding for each measure, in the order of the table.
  /// - Throws: `MapError` if a map cannot be drawn.
  /// - Complexity: O(*d n* log *n* + *m p²*), for *d* days that the measures name and on which the map
  ///   changes, *n* cells, *m* measures and *p* places of a region.
  public func findings(of source: SourceID? = nil) throws(MapError) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    for (measure, row) in maps.theatre.measures.indexed()
    where source == nil || row.source == source {
      findings.append(try finding(measure))
    }
    return findings
  }

  private func finding(_ measure: MeasureID) throws(MapError) -> AuditFinding {
    switch maps.theatre.measures[measure].statement {
    case .distance(let start, let end, let number):
      return try DistanceJudge(maps: maps).finding(measure, start, end, number)
    case .direction(let subject, let object, let point):
      return try DirectionJudge(maps: maps).finding(measure, of: subject, from: object, point)
    case .area(let portion, let region, let number):
      return try AreaJudge(maps: maps).finding(measure, portion, in: region, number)
    case .conversion(let first, let second):
      return ConversionJudge().finding(measure, first, second)
    case .encirclement(let place, let besieger, let isSo):
      return try EncirclementJudge(maps: maps).finding(measure, of: place, by: besieger, isSo: isSo)
    case .count(let portion, let region, let counted, let number):
      return try CountJudge(maps: maps).finding(measure, portion, in: region, of: counted, number)
    }
  }
}
