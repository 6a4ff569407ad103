import Foundation
import TestSupport
import Testing

/// What ARCHITECTURE.md says of the package. If one of these fails, a newcomer is sent to a room that
/// is not there; `Scripts/target-graph --write` mends the table's last column and the drawing.
@Suite("ARCHITECTURE.md")
struct ArchitectureTests {
  private let document: String
  private let manifest: String

  init() throws {
    document = try String(
      contentsOf: packageFolder.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    manifest = try String(
      contentsOf: packageFolder.appending(path: "Package.swift"), encoding: .utf8)
  }

  @Test("the table of rooms and the drawing are those of Package.swift")
  func upToDate() throws {
    let result = try run(
      packageFolder.appending(path: "Scripts/target-graph"), [], in: packageFolder)
    #expect(result.status == 0, "\(result.errors)")
    let shown = document.components(separatedBy: "\n")
    let wanted = result.output.components(separatedBy: "\n")
    for difference in wanted.difference(from: shown) {
      guard case .insert(let offset, let line, _) = difference else { continue }
      Issue.record("line \(offset + 1) should be: \(line)")
    }
    #expect(shown.count == wanted.count)
  }

  @Test("each target of Package.swift has one row, and each row a target and a job")
  func rooms() throws {
    // Read otherwise than the script does, so that a fault of one shows in the other.
    let declared =
      manifest.matches(of: /(?:room|library)\(\s*"(\w+)"/).map { String($0.1) }
      + manifest.matches(of: /\.(?:systemLibrary|target|executableTarget)\(\s*name: "(\w+)"/)
      .map { String($0.1) }
    let table = try #require(
      document.components(separatedBy: "rooms -->\n").dropFirst().first)
    let rows = table.matches(of: /\| `(\w+)` \| ([^|]+) \|/)
    #expect(!rows.isEmpty)
    // A target that only serves tests lies in Tests and is not a room.
    let ofTests = manifest.matches(of: /name: "(\w+)",[^)]*path: "Tests\//).map { String($0.1) }
    #expect(Set(rows.map { String($0.1) }) == Set(declared).subtracting(ofTests))
    #expect(Set(rows.map(\.1)).count == rows.count)
    for row in rows {
      #expect(!row.2.contains("?"), "\(row.1) has no job in the table")
    }
  }

  @Test("every file that the walks name is there")
  func files() throws {
    let walks = try #require(
      document.components(separatedBy: "\n## ").first { $0.hasPrefix("Four walks") })
    let sources = try FileManager.default.subpathsOfDirectory(
      atPath: packageFolder.appending(path: "Sources").path)
    let names = Set(sources.map { $0.split(separator: "/").last.map(String.init) ?? $0 })
    let named = walks.matches(of: /`([\w+]+\.(?:swift|js|cpp))`/).map { String($0.1) }
    #expect(!named.isEmpty)
    for name in named {
      #expect(names.contains(name), "there is no \(name)")
    }
  }
}
