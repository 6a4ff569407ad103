internal import ArgumentParser
internal import ControlMap
internal import Diagnostics
internal import FrontTracking
internal import JSON
internal import MapAnalysis
internal import Theatre
internal import TypedIndices

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "What the sources state about the ground, compared with the map.",
    discussion: """
      Distances, directions, areas, conversions, encirclements and counts are rows of measures.csv. \
      Each agrees, differs by more than its tolerance, or is open: it cannot be judged. Exit code 1 \
      if one differs.

      EXAMPLE: geotrack audit
      EXAMPLE: geotrack audit --source article-004
      """)

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp("Only what this source states, by its id.", valueName: "id"))
  var source: String?

  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var theatre: TheatreOptions

  func run() throws {
    let read = try theatre.read()
    let source = try source.map { try read.source(withID: $0) }
    if let nothing = read.whyNothing(of: source) {
      try theatre.reply(json: JSON.array([]), text: nothing)
      return
    }
    let tracker = try theatre.tracker(of: read, inference: .nearest, evidence)
    let findings = try theatre.drawing { () throws(MapError) in
      try tracker.audit(of: source)
    }
    let reply = AuditReply(theatre: read, findings: findings)
    try theatre.reply(json: reply.json, text: reply.text)
    if findings.contains(where: { $0.verdict == .differs }) { throw ExitCode(1) }
  }
}

extension Theatre {
  /// The source with an id.
  fileprivate func source(withID id: String) throws(Failure) -> SourceID {
    if let index = sources.firstIndex(where: { $0.id == id }) { return index }
    throw .usage(
      measures.isEmpty
        ? "there is no source \"\(id)\", and no source of this theatre states a measure"
        : "there is no source \"\(id)\"; measures.csv has statements of \(stating)")
  }

  /// The sources that state something about the ground.
  private var stating: String {
    Set(measures.map(\.source)).sorted().map { sources[$0].id }.joined(separator: ", ")
  }

  /// Why there is nothing to compare with the map; nil if there is something.
  fileprivate func whyNothing(of source: SourceID?) -> String? {
    if measures.isEmpty {
      return files.contains { $0.name == "measures.csv" }
        ? "measures.csv has no rows: there is nothing to compare with the map."
        : "The theatre has no measures.csv: there is nothing to compare with the map."
    }
    guard let source, !measures.contains(where: { $0.source == source }) else { return nil }
    return "measures.csv has no statement of \(sources[source].id); it has some of \(stating)."
  }
}
