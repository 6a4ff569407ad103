public import Diagnostics
public import TypedIndices

/// The part of a theatre that does not change over time: all that a question about places needs.
///
/// It is read from `theatre.json`, `places.csv` and the boundary; nobody's reports are opened.
public struct Terrain: Sendable {
  /// The outline of the ground the map is about.
  public let boundary: Boundary
  /// The coordinate table.
  public let places: IndexedArray<PlaceID, Place>

  /// A place and the places it is part of, from itself upwards.
  public func lineage(of place: PlaceID) -> [PlaceID] {
    var lineage = [place]
    while let last = lineage.last, let parent = places[last].parent { lineage.append(parent) }
    return lineage
  }
}

extension Theatre {
  /// The part that does not change over time.
  public var terrain: Terrain { Terrain(boundary: boundary, places: places) }

  /// A place and the places it is part of, from itself upwards.
  public func lineage(of place: PlaceID) -> [PlaceID] { terrain.lineage(of: place) }
}

/// What came of reading a theatre's places and boundary.
public struct TerrainReading: Sendable {
  /// The terrain, unless there is an error.
  public let terrain: Terrain?

  /// Everything that is wrong or odd, by file and line.
  public let diagnostics: [Diagnostic]
}

extension Terrain {
  /// Reads a theatre's settings, places and boundary, and finds everything that is wrong with them.
  ///
  /// The files that only a map needs (actors, sources, reports, incidents, barriers, exits) are not
  /// opened: they may be wrong or missing. What needs geometry is not looked at.
  ///
  /// - Parameter folder: the path of the folder.
  /// - Returns: the terrain if there was no error, and all diagnostics.
  /// - Complexity: O(*n* log *n*), for *n* bytes.
  ///
  /// - Parameter allowsOutside: whether its files may lie outside the folder.
  public static func read(
    folder: String, allowingOutside allowsOutside: Bool = false
  ) -> TerrainReading {
    var reader = TheatreReader(folder: TheatreFolder(path: folder, allowsOutside: allowsOutside))
    let terrain = reader.readTerrain()
    let judged = reader.log.judged(terrain)
    return TerrainReading(terrain: judged.value, diagnostics: judged.diagnostics)
  }
}
