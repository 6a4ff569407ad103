internal import ArgumentParser

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The options of every command.
struct TheatreOptions: ParsableArguments {
  @Option(
    name: .customLong("theatre"),
    help: ArgumentHelp("The theatre's folder.", valueName: "folder"))
  var typedFolder: String?

  @Flag(help: "Print one JSON value for programs instead of text for people.")
  var json = false

  func validate() throws {
    if typedFolder?.isEmpty == true {
      throw ValidationError("--theatre needs the path of a folder.")
    }
  }

  /// The folder that was typed, else the built-in theatre.
  var folder: String { typedFolder ?? Self.builtIn() ?? Self.builtInName }

  private static let builtInName = "Data/mosul"

  /// `Data/mosul` beside the working directory, else where geotrack is installed: below
  /// `GEOTRACK_HOME`, below a folder above the program (a checkout), or in `share/geotrack`
  /// beside its `bin`.
  private static func builtIn() -> String? {
    if isTheatre(builtInName) { return builtInName }
    var roots: [String] = []
    if let home = ProcessInfo.processInfo.environment["GEOTRACK_HOME"] { roots.append(home) }
    var above = URL(filePath: executablePath())
    for _ in 0..<5 {
      above = above.deletingLastPathComponent()
      roots += [above.path, above.appending(path: "share/geotrack").path]
    }
    return roots.lazy.map { "\($0)/\(builtInName)" }.first(where: isTheatre)
  }

  private static func isTheatre(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/theatre.json")
  }
}
