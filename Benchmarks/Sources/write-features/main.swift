internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import GeoJSON
internal import JSON

/// Writes the features of a GeoJSON file again and prints how long it took, on one thread.
struct WriteFeatures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write-features",
    abstract: "Writes a GeoJSON file's features again and prints how long writing took, as JSON.")

  @Argument(help: "The file to read, one that geotrack wrote.")
  var input: String

  @Argument(help: "The file to write.")
  var output: String

  @Flag(help: "Write polygons by the corners they share, as the command snapshots does.")
  var shared = false

  func run() throws {
    let data = try Data(contentsOf: URL(filePath: input))
    let features = try readGeoJSON(SourceText([UInt8](data))).map(\.feature)
    let corners = shared ? SharedCorners(features) : nil
    guard corners != nil || !shared else {
      throw ValidationError("\(input) has something that is no polygon.")
    }
    try Data().write(to: URL(filePath: output))
    let file = try FileHandle(forWritingTo: URL(filePath: output))
    let clock = ContinuousClock()
    let start = clock.now
    let bytes = try write(features, corners, to: file)
    let milliseconds = (clock.now - start) / .milliseconds(1)
    let reply: JSON = [
      "features": .int(features.count), "bytes": .int(bytes),
      "write_ms": .decimal(milliseconds, places: 3),
    ]
    print(reply.compact)
  }

  /// Writes the features a megabyte at a time.
  private func write(
    _ features: [Feature], _ corners: SharedCorners?, to file: FileHandle
  ) throws -> Int {
    var writer = FeatureWriter(name: "features")
    var count = 0
    for (index, feature) in features.enumerated() {
      if let corners {
        writer.append(feature.properties, polygonRings: corners.rings[index], in: corners.table)
      } else {
        writer.append(feature)
      }
      guard writer.byteCount > 1 << 20 else { continue }
      count += try file.append(writer.takeBytes())
    }
    count += try file.append(writer.finish())
    try file.close()
    return count
  }
}

extension FileHandle {
  /// Writes bytes and returns how many there were.
  fileprivate func append(_ bytes: [UInt8]) throws -> Int {
    try write(contentsOf: bytes)
    return bytes.count
  }
}

WriteFeatures.main()
