import Foundation
import TestSupport
import Testing

/// What the documents say. If one of these fails, the first command that a reader tries prints
/// something else, or a link leads nowhere.
@Suite("The documents")
struct ReadmeTests {
  @Test("the README shows commands with their output")
  func shownCommands() {
    #expect(!ShownCommand.all.isEmpty)
  }

  @Test("a command of the README prints what stands below it", arguments: ShownCommand.all)
  func output(shown: ShownCommand) throws {
    let program = "'\(builtProgram("geotrack").path)'"
    let command = try #require(
      shown.command.wholeSuffix(after: "Scripts/geotrack"),
      "line \(shown.line): what is shown runs Scripts/geotrack")
    let result = try run(
      URL(filePath: "/bin/sh"), ["-c", program + command], in: packageFolder)
    #expect(result.status == 0, "line \(shown.line): \(result.errors)")
    #expect(result.output == shown.output, "line \(shown.line)")
  }

  @Test("every command stands in the README's table")
  func commands() throws {
    let dump = try run(builtProgram("geotrack"), ["--experimental-dump-help"])
    let help = try JSONDecoder().decode(Help.self, from: Data(dump.output.utf8))
    let names = help.command.subcommands.map(\.commandName).filter { $0 != "help" }
    #expect(!names.isEmpty)
    let table = try text(of: "README.md")
      .drop { !$0.hasPrefix("| command |") }.prefix { !$0.isEmpty }
    for name in names {
      #expect(
        table.contains { $0.hasPrefix("| `\(name)`") || $0.hasPrefix("| `\(name) ") },
        "README.md has no row for \(name)")
    }
  }

  @Test("every relative link and picture leads to a file")
  func links() throws {
    var documents = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
    let below = try FileManager.default.subpathsOfDirectory(
      atPath: packageFolder.appending(path: "Documentation").path)
    documents += below.filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/\($0)" }
    for document in documents {
      let folder = packageFolder.appending(path: document).deletingLastPathComponent()
      for target in targets(in: try text(of: document)) {
        let exists = FileManager.default.fileExists(atPath: folder.appending(path: target).path)
        #expect(exists, "\(document) links to \(target)")
      }
    }
  }

  /// Where the links of a document lead, without those to the web and those within the document.
  private func targets(in lines: [String]) -> [String] {
    var isCode = false
    var targets: [String] = []
    for line in lines {
      if line.hasPrefix("```") { isCode.toggle() }
      guard !isCode else { continue }
      targets += line.matches(of: /\]\(([^()\s#]+)[^()]*\)/).map { String($0.1) }
    }
    return targets.filter { !$0.contains(":") }
  }
}

/// A command that the README shows, and what it shows below.
struct ShownCommand: Sendable, CustomTestStringConvertible {
  let line: Int
  let command: String
  var output = ""

  var testDescription: String { command }

  /// All that the README shows; none if it cannot be read.
  static let all: [ShownCommand] = {
    var commands: [ShownCommand] = []
    var isShown = false
    for (index, line) in ((try? text(of: "README.md")) ?? []).enumerated() {
      if line.hasPrefix("```") {
        isShown = line == "```console"
      } else if isShown, let command = line.wholeSuffix(after: "$ ") {
        commands.append(ShownCommand(line: index + 1, command: command))
      } else if isShown, !commands.isEmpty {
        commands[commands.count - 1].output += line + "\n"
      }
    }
    return commands
  }()
}

/// What ArgumentParser tells of a program.
private struct Help: Decodable {
  let command: Command

  struct Command: Decodable {
    let subcommands: [Subcommand]
  }

  struct Subcommand: Decodable {
    let commandName: String
  }
}

private func text(of document: String) throws -> [String] {
  try String(contentsOf: packageFolder.appending(path: document), encoding: .utf8)
    .components(separatedBy: "\n")
}

extension String {
  fileprivate func wholeSuffix(after prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
