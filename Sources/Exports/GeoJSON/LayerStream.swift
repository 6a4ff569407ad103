internal import FileOutput
internal import GeoJSON
internal import MapFeatures

/// A layer's file, written as its features come.
///
/// A class, so that a batch can write to several at a time; each is used by one thread at a time.
final class LayerStream {
  private let name: String
  private var writer: FeatureWriter
  private var file: OutputFile?

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - writer: puts its features together; none is in it yet.
  ///   - name: the path of the file below the folder.
  init(
    _ writer: FeatureWriter, to name: String, in folder: StagedFolder
  ) throws(OutputError) {
    self.name = name
    self.writer = writer
    file = try folder.begin(name)
  }

  /// Adds a feature.
  func append(_ feature: FormattedFeature) {
    writer.append(feature.text, inserting: feature.fading(on: feature.start))
  }

  /// How many bytes wait to be written.
  var waiting: Int { writer.byteCount }

  /// Writes what waits.
  func flush() throws(OutputError) {
    try file?.append(writer.takeBytes())
  }

  /// Writes the rest and puts the file into its place.
  func finish() throws(OutputError) -> WrittenFile? {
    guard var file = file.take() else { return nil }
    try file.append(writer.finish())
    return try file.finish(as: name)
  }
}
