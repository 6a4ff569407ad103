import Diagnostics
import TestSupport
import Testing
import Theatre

/// Reads the small theatre with something changed.
func reading(_ change: (inout SmallTheatre) -> Void = { _ in }) throws -> TheatreReading {
  var theatre = SmallTheatre()
  change(&theatre)
  let folder = try theatre.write()
  return Theatre.read(folder: folder.path)
}

/// Reads the small theatre with one file replaced, or removed by nil.
func reading(_ file: String, as text: String?) throws -> TheatreReading {
  let folder = try SmallTheatre().write()
  if let text {
    try folder.write(text, to: file)
  } else {
    try folder.remove(file)
  }
  return Theatre.read(folder: folder.path)
}

/// Expects exactly these faults, as a person reads them, and no theatre.
func expectFaults(
  _ expected: [String], in reading: TheatreReading,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  #expect(reading.diagnostics.map(\.description) == expected, sourceLocation: sourceLocation)
  #expect(reading.theatre == nil, sourceLocation: sourceLocation)
}

extension TheatreReading {
  /// The theatre; a failure that lists the faults if there is none.
  func drawable(
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> Theatre {
    try #require(theatre, "\(diagnostics)", sourceLocation: sourceLocation)
  }
}
