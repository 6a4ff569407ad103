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

  @Flag(help: "Read files that theatre.json names, or links lead to, outside the theatre's folder.")
  var allowOutside = false

  func validate() throws {
    if typedFolder?.isEmpty == true {
      throw ValidationError("--theatre needs the path of a folder.")
    }
    warnOfHiddenTheatre()
  }

  /// The folder that was typed, else the built-in theatre.
  var folder: String { typedFolder ?? Self.builtIn() ?? Self.builtInName }

  private static let builtInName = "Data/mosul"

  /// `Data/mosul` beside the working directory, else where geotrack is installed: below
  /// `GEOTRACK_HOME`, below a folder above the program (a checkout), or in `share/geotrack`
  /// beside its `bin`.
  private static func builtIn() -> String? {
    if isTheatre(builtInName) { return builtInName }
    var roots = [home].compactMap(\.self)
    var above = URL(filePath: executablePath())
    for _ in 0..<5 {
      above = above.deletingLastPathComponent()
      roots += [above.path, above.appending(path: "share/geotrack").path]
    }
    return roots.lazy.map { "\($0)/\(builtInName)" }.first(where: isTheatre)
  }

  private static var home: String? { ProcessInfo.processInfo.environment["GEOTRACK_HOME"] }

  /// Says that the theatre is the working directory's where `GEOTRACK_HOME` has another.
  private func warnOfHiddenTheatre() {
    guard typedFolder == nil, let home = Self.home, Self.isTheatre(Self.builtInName) else { return }
    let installed = URL(filePath: "\(home)/\(Self.builtInName)").resolvingSymlinksInPath()
    let nearby = URL(filePath: Self.builtInName).resolvingSymlinksInPath()
    guard installed.path != nearby.path, Self.isTheatre(installed.path) else { return }
    standardError(
      "geotrack: note: \(Self.builtInName) is that of the working directory, not of GEOTRACK_HOME")
  }

  private static func isTheatre(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/theatre.json")
  }
}
