internal import FileOutput
internal import MapFeatures
internal import Parallel
internal import Theatre

/// Files that are written together, on as many cores as there are.
struct FileBatch {
  private let folder: StagedFolder
  private let streams: [LayerStream]
  private var pages: [(path: String, bytes: [UInt8])] = []
  private var waiting = 0

  /// How many bytes are gathered before they are written.
  static let size = 8 << 20

  init(_ folder: StagedFolder, _ streams: [LayerStream]) {
    self.folder = folder
    self.streams = streams
  }

  /// Whether enough has been gathered to be written.
  var isFull: Bool { waiting + streams.reduce(0) { $0 + $1.waiting } >= Self.size }

  /// Adds a whole file.
  mutating func add(_ bytes: [UInt8], to path: String) {
    pages.append((path, bytes))
    waiting += bytes.count
  }

  /// Writes everything that was gathered.
  ///
  /// - Returns: the whole files, in the order in which they were added.
  /// - Throws: the error of the first of them that cannot be written.
  mutating func write() throws(OutputError) -> [WrittenFile] {
    let (pages, folder) = (pages, folder)
    // Each job uses one stream and no other job uses it.
    nonisolated(unsafe) let streams = streams
    self.pages.removeAll()
    waiting = 0
    let results = concurrently(pages.count + streams.count) {
      job -> Result<WrittenFile?, OutputError> in
      Result { () throws(OutputError) -> WrittenFile? in
        guard job >= streams.count else {
          try streams[job].flush()
          return nil
        }
        return try folder.write(
          pages[job - streams.count].bytes, to: pages[job - streams.count].path)
      }
    }
    var files: [WrittenFile] = []
    for result in results {
      if let file = try result.get() { files.append(file) }
    }
    return files
  }
}
