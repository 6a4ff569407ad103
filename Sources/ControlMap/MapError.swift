public import Diagnostics
public import GEOS
public import Geodesy
internal import Theatre

/// Why a map cannot be made.
public enum MapError: Error, Sendable, CustomStringConvertible {
  /// The theatre's files are at fault.
  case badTheatre([Diagnostic])

  /// The theatre's projection does not reach a position.
  case projection(ProjectionError)

  /// GEOS failed.
  case geometry(GEOSError)

  /// The cells did not pass their proof, so no map is drawn.
  case unprovedTessellation(reason: String, places: [String])

  /// One sentence with the remedy, where there is one.
  public var description: String {
    switch self {
    case .badTheatre(let diagnostics):
      return diagnostics.map(\.description).joined(separator: "\n")
    case .projection(let error):
      return error.description
    case .geometry(let error):
      return error.description
    case .unprovedTessellation(let reason, let places):
      guard !places.isEmpty else {
        return "the cells are not right, so no map is drawn: \(reason). Look at the boundary."
      }
      return """
        the cells are not right, so no map is drawn: \(reason) (\(places.joined(separator: ", "))). \
        Look at the coordinates of these places, or name no projection: the plane is then chosen from \
        the boundary.
        """
    }
  }
}

/// Runs a body that GEOS may fail in.
package func withGEOS<Result>(
  _ body: () throws(GEOSError) -> Result
) throws(MapError) -> Result {
  do {
    return try body()
  } catch {
    throw .geometry(error)
  }
}

/// Runs a body that a projection may fail in.
package func withProjection<Result>(
  _ body: () throws(ProjectionError) -> Result
) throws(MapError) -> Result {
  do {
    return try body()
  } catch {
    throw .projection(error)
  }
}
