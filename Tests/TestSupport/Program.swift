public import Foundation

/// What a program said, and how it ended.
public struct ProgramResult: Sendable {
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let errors: String
  /// Its exit code.
  public let status: Int32
}

/// Runs a program to its end.
public func run(
  _ program: URL, _ arguments: [String], in folder: URL? = nil,
  environment: [String: String] = [:], input: Data? = nil
) throws -> ProgramResult {
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.currentDirectoryURL = folder
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  let scratch = try TemporaryFolder()
  // Files, not pipes: a pipe that nobody empties stops a program that says much.
  let outputURL = scratch.url.appending(path: "output")
  let errorsURL = scratch.url.appending(path: "errors")
  for url in [outputURL, errorsURL] { try Data().write(to: url) }
  process.standardOutput = try FileHandle(forWritingTo: outputURL)
  process.standardError = try FileHandle(forWritingTo: errorsURL)
  if let input {
    let url = scratch.url.appending(path: "input")
    try input.write(to: url)
    process.standardInput = try FileHandle(forReadingFrom: url)
  } else {
    process.standardInput = FileHandle.nullDevice
  }
  try process.run()
  process.waitUntilExit()
  return ProgramResult(
    output: try String(contentsOf: outputURL, encoding: .utf8),
    errors: try String(contentsOf: errorsURL, encoding: .utf8),
    status: process.terminationStatus)
}

/// The folder of the package.
public let packageFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The program that `swift build` has put beside the tests.
public func builtProgram(_ name: String) -> URL {
  #if os(macOS)
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let folder = bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
  #else
    let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
  #endif
  return folder.appending(path: name)
}

/// Whether the tests that need real programs (QGIS, GDAL, PROJ's geod) were asked for.
public let areAppTestsAskedFor = ProcessInfo.processInfo.environment["GEOTRACK_APPS"] != nil
