internal import Foundation
internal import Theatre

/// A made-up theatre of any size: the same numbers give the same files.
///
///     try SeededTheatre(siteCount: 10_000, seed: 1).write(to: folder)
///
/// Clustered settlements in an irregular outline, 18 km² for each, and a front that moves through them
/// for 200 days. On each day about one settlement of a thousand changes hands.
public struct SeededTheatre: Sendable {
  /// What `theatre.json` and the tables say, by the name of the file.
  public let files: [(name: String, text: String)]

  /// Makes up a theatre.
  ///
  /// - Parameters:
  ///   - siteCount: how many settlements there are.
  ///   - seed: what all chance depends on.
  ///   - dayCount: how many days the war lasts.
  ///   - spread: over how many days the reports of each day are spread: 2 gives the same changes on
  ///     twice the dates.
  /// - Precondition: all are at least 1, and there are ten days or more.
  /// - Complexity: O(*n* *d*), for *n* settlements and *d* days.
  public init(siteCount: Int, seed: UInt64, dayCount: Int = 200, spread: Int = 1) {
    precondition(siteCount >= 1 && dayCount >= 10 && spread >= 1, "there is somewhere and sometime")
    var numbers = SeededNumbers(seed: seed)
    let country = Country(siteCount: siteCount, &numbers)
    let war = War(in: country, dayCount: dayCount, &numbers)
    let degrees = Degrees(siteCount: siteCount)
    files = [
      ("theatre.json", Self.settings(siteCount, days: dayCount * spread)),
      ("actors.csv", Self.actors),
      ("sources.csv", Self.sources),
      ("boundary.geojson", Self.boundary(country, degrees)),
      ("places.csv", Self.places(country, degrees)),
      ("reports.csv", Self.reports(war, spread: spread)),
    ]
  }

  /// Writes the theatre's folder, and the folders above it where they are missing.
  ///
  /// - Throws: what the system says of a folder or a file that cannot be written.
  public func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for file in files {
      try Data(file.text.utf8).write(to: URL(filePath: "\(folder)/\(file.name)"))
    }
  }
}
