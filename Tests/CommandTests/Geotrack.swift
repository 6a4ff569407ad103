import Foundation
import TestSupport
import Testing

/// Runs the built geotrack.
func geotrack(
  _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]
) throws -> ProgramResult {
  try run(builtProgram("geotrack"), arguments, in: folder, environment: environment)
}

/// A theatre in a folder of its own, and geotrack run on it.
struct Stage {
  let folder: TemporaryFolder

  /// Writes the small theatre with something changed.
  init(_ change: (inout SmallTheatre) -> Void = { _ in }) throws {
    var theatre = SmallTheatre()
    change(&theatre)
    folder = try theatre.write()
  }

  /// Runs a command, its words apart by spaces, on the theatre.
  func run(_ command: String) throws -> ProgramResult {
    try run(command.split(separator: " ").map(String.init))
  }

  /// Runs a command on the theatre, with the theatre's folder as the working directory.
  func run(_ arguments: [String]) throws -> ProgramResult {
    try geotrack(arguments + ["--theatre", folder.path], in: folder.url)
  }

  /// Runs a line of the shell with the theatre's folder as the working directory. `$GEOTRACK` is the program.
  func shell(_ line: String) throws -> ProgramResult {
    try TestSupport.run(
      URL(filePath: "/bin/sh"), ["-c", line], in: folder.url,
      environment: ["GEOTRACK": builtProgram("geotrack").path])
  }

  /// Runs a command on the theatre where no file may be longer than one block. Writing more fails.
  func runWithSmallFiles(_ command: String) throws -> ProgramResult {
    try shell("trap '' XFSZ; ulimit -f 1; \"$GEOTRACK\" \(command) --theatre .")
  }

  /// Writes one more report into the theatre.
  func addReport(_ row: String) throws {
    try folder.write(try folder.text(of: "reports.csv") + row + "\n", to: "reports.csv")
  }

  /// What a command prints with `--json`, read by Foundation.
  func json<Value: Decodable>(_ command: String, as type: Value.Type = Value.self) throws -> Value {
    let result = try run(command + " --json")
    try #require(result.status == 0, "\(result.errors)")
    #expect(result.errors == "")
    return try decoded(result.output)
  }

  /// What a command prints for people.
  func text(_ command: String) throws -> String {
    let result = try run(command)
    try #require(result.status == 0, "\(result.errors)")
    #expect(result.errors == "")
    return result.output
  }
}

/// A JSON value, its keys in snake_case.
func decoded<Value: Decodable>(_ text: String, as type: Value.Type = Value.self) throws -> Value {
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  return try decoder.decode(type, from: Data(text.utf8))
}

/// The keys of a JSON object, those whose value is null among them.
func keys(of text: String) throws -> Set<String> {
  let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
  return Set(try #require(value as? [String: Any]).keys)
}

/// Expects a failure: its exit code, nothing on standard output, and how standard error begins.
func expectFailure(
  _ status: Int32, _ beginning: String, of result: ProgramResult,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(result.status == status, "\(result.errors)", sourceLocation: sourceLocation)
  #expect(result.output == "", sourceLocation: sourceLocation)
  #expect(
    result.errors.hasPrefix(beginning), "\(result.errors)", sourceLocation: sourceLocation)
}
