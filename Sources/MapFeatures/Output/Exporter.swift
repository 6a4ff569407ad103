public import ControlMap
public import FileOutput
public import FrontTracking
public import Theatre

/// A format that maps are written in: what it is called, which options it takes, and how it is written.
///
/// Every format conforms, each in one file; the formats of the command line are a list of them. To write
/// one file, conform to `SingleFileExporter`, which does the rest.
public protocol Exporter: Sendable {
  /// What it is called on the command line, in lower-case letters.
  var name: String { get }
  /// What the names of its files end in, after the dot.
  var fileEnding: String { get }
  /// A few words beside the name in a list of formats; nil where the name says all.
  var note: String? { get }
  /// The folder that a whole map is written into by default. Each format has its own, as the files in a
  /// folder are those of one run.
  var folderName: String { get }
  /// What may be chosen.
  var options: ExportOptions { get }

  /// Whether it writes a path for some map of a theatre. What an earlier run has written is removed if some
  /// format writes it, and nothing else ever.
  ///
  /// - Parameters:
  ///   - path: a path below the output folder.
  ///   - layers: all layers that there are.
  func writes(_ path: String, of theatre: Theatre, layers: [LayerKind]) -> Bool

  /// Writes the files of a map.
  ///
  /// - Parameters:
  ///   - request: what is to be written.
  ///   - folder: where.
  ///   - progress: called now and then with the number of steps done and of all.
  /// - Returns: the files, without the manifest.
  /// - Throws: whatever went wrong; whoever calls makes an `ExportError` of it.
  func write(
    _ request: ExportRequest, to folder: StagedFolder, progress: ExportProgress
  ) throws -> [WrittenFile]
}

/// What a format need not state; the folder and the options matter to the command line's list alone.
extension Exporter {
  /// The format's name.
  public var fileEnding: String { name }
  /// Nothing beside the name.
  public var note: String? { nil }
  /// The format's name.
  public var folderName: String { name }
  /// Layers and days can be chosen.
  public var options: ExportOptions { ExportOptions() }
}

/// Told how many steps of how many are done.
public typealias ExportProgress = (_ done: Int, _ all: Int) -> Void

/// What may be chosen of a format.
public struct ExportOptions: Hashable, Sendable {
  /// Why no layers can be chosen, as it follows "--format NAME"; nil if they can.
  public let whyNoLayers: String?
  /// Why no days can be chosen, as it follows "--format NAME"; nil if they can.
  public let whyNoDays: String?
  /// Whether each day gets a file of its own, beside one for each layer.
  public let hasFileOfDay: Bool
  /// Whether it is made for spreadsheets, which take some texts for formulas.
  public let isForSpreadsheets: Bool

  /// States what may be chosen; by default layers and days, written into one file.
  public init(
    whyNoLayers: String? = nil, whyNoDays: String? = nil, hasFileOfDay: Bool = false,
    isForSpreadsheets: Bool = false
  ) {
    self.whyNoLayers = whyNoLayers
    self.whyNoDays = whyNoDays
    self.hasFileOfDay = hasFileOfDay
    self.isForSpreadsheets = isForSpreadsheets
  }
}

/// What is to be written.
public struct ExportRequest: Sendable {
  /// The theatre made ready, and from which reports its map is drawn.
  public let tracker: FrontTracker
  /// The tool's version.
  public let version: String
  /// All layers that there are, in their order.
  public let allLayers: [LayerKind]
  /// The layers that are wanted, in the same order.
  public let layers: [LayerKind]
  /// The days whose features are wanted.
  public let period: Range<Day>
  /// The days that are singled out: that get a file or rows each.
  public let days: [Day]
  /// Whether a text that a spreadsheet would take for a formula is marked as a text in a table for one.
  public let quotesFormulas: Bool

  /// The theatre.
  public var theatre: Theatre { tracker.theatre }

  /// Describes what is to be written.
  ///
  /// - Parameters:
  ///   - tracker: the theatre made ready.
  ///   - version: the tool's version.
  ///   - layers: the layers that are wanted; by default all that the map has.
  ///   - allLayers: all layers that there are.
  ///   - period: the days whose features are wanted; by default all.
  ///   - days: the days that are singled out; by default none.
  ///   - quotesFormulas: whether a text that a spreadsheet would take for a formula is marked as a text.
  public init(
    _ tracker: FrontTracker, version: String, layers: [LayerKind]? = nil,
    among allLayers: [LayerKind] = LayerKind.all, period: Range<Day>? = nil, days: [Day] = [],
    quotesFormulas: Bool = true
  ) {
    let layers = layers ?? allLayers.of(mapInferredBy: tracker.inference)
    self.tracker = tracker
    self.version = version
    self.allLayers = allLayers
    self.layers = allLayers.filter(layers.contains)
    self.period = period ?? tracker.theatre.settings.days
    self.days = days
    self.quotesFormulas = quotesFormulas
  }
}

extension ExportRequest {
  /// All features of each layer, in the order of the layers, as far as they are of the period.
  ///
  /// - Parameter progress: called with the number of the request's days that are done.
  /// - Complexity: O(*n*), for *n* features and vertices, which are all in memory.
  public func features(
    progress: (_ daysDone: Int) -> Void
  ) throws(MapError) -> [[LayerFeature]] {
    try LayerFeed(tracker, layers, period).allFeatures(days, progress: progress)
  }
}

/// A format whose maps are one file each.
public protocol SingleFileExporter: Exporter {
  /// The path of the file below the output folder.
  func fileName(of theatre: Theatre) -> String

  /// The whole file.
  ///
  /// - Parameter progress: called with the number of the request's days that are done.
  func bytes(_ request: ExportRequest, progress: (_ daysDone: Int) -> Void) throws -> [UInt8]
}

extension SingleFileExporter {
  /// The theatre's name with the format's ending.
  public func fileName(of theatre: Theatre) -> String { "\(theatre.fileStem).\(fileEnding)" }

  /// Whether the path is that of the file.
  public func writes(_ path: String, of theatre: Theatre, layers: [LayerKind]) -> Bool {
    path == fileName(of: theatre)
  }

  /// Writes the file.
  public func write(
    _ request: ExportRequest, to folder: StagedFolder, progress: ExportProgress
  ) throws -> [WrittenFile] {
    try writeFile(request, to: folder, progress: progress)
  }

  /// Begins the file before anything is drawn, so that one that cannot be written is told at once. Each day
  /// is a step, and so is the file.
  package func writeFile(
    _ request: ExportRequest, to folder: StagedFolder, progress: ExportProgress
  ) throws -> [WrittenFile] {
    let name = fileName(of: request.theatre)
    var file = try folder.begin(name)
    let all = request.days.count + 1
    try file.append(bytes(request) { progress($0, all) })
    let written = try file.finish(as: name)
    progress(all, all)
    return [written]
  }
}

extension Theatre {
  /// The theatre's name as the name of a file: whatever is not a letter, mark, digit, hyphen, underscore or
  /// dot within becomes a hyphen, so that no name leads to another folder. A long one is cut, so that the file
  /// system takes it with any ending.
  public var fileStem: String {
    // By scalars: there are letters which a slash behind them joins as one character.
    var kept = String.UnicodeScalarView()
    var size = 0
    for scalar in settings.name.unicodeScalars {
      let scalar = scalar.isKeptInFileNames ? scalar : "-"
      size += UTF8.width(scalar)
      guard size <= Self.longestFileStem else { break }
      kept.append(scalar)
    }
    // A dot would hide the file.
    return kept.first == "." ? "-\(String(kept.dropFirst()))" : String(kept)
  }

  /// In bytes; most file systems take 255 with the ending.
  private static let longestFileStem = 160
}

extension Unicode.Scalar {
  fileprivate var isKeptInFileNames: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      true
    default: self == "-" || self == "_" || self == "."
    }
  }
}
