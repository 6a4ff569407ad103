import Foundation
import TestSupport

/// Runs a program of the folder `Programs` by a Python.
func runProgram(
  _ name: String, _ arguments: [String], by python: URL = URL(filePath: "/usr/bin/python3"),
  environment: [String: String] = [:]
) throws -> ProgramResult {
  let program = packageFolder.appending(path: "Tests/AppTests/Programs/\(name)").path
  return try run(python, [program] + arguments, environment: environment)
}

/// Runs a program that uses QGIS, without a screen and with a folder for what QGIS writes about itself.
func runQGISProgram(
  _ name: String, _ arguments: [String], _ folder: TemporaryFolder
) throws -> ProgramResult {
  try runProgram(
    name, arguments,
    environment: ["QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": folder.path])
}
