internal import ArgumentParser
internal import MapAnalysis

@main
struct Geotrack: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "geotrack",
    abstract: "Turns dated reports into a map of who held what on each day.",
    discussion: """
      A theatre is a folder of tables: places, actors, sources, reports. Without --theatre it is \
      Data/mosul, the battle of Mosul, 2016-17.

      EXAMPLE: geotrack distance Hatra Mosul
      """,
    version: version,
    subcommands: [
      DistanceCommand.self, LocateCommand.self, SnapshotsCommand.self, MapCommand.self,
      PictureCommand.self, QGISCommand.self, StatusCommand.self, HistoryCommand.self,
      ExplainCommand.self, DiffCommand.self, FrontsCommand.self, PocketsCommand.self,
      CorridorCommand.self, ScoreCommand.self, ConflictsCommand.self, RevisionsCommand.self,
      WithoutCommand.self, AuditCommand.self, CheckCommand.self, ReadCommand.self,
    ])

  /// Ends the process as the parser's errors want it, of which help and version are two.
  private static func finish(_ error: any Error) -> Never {
    guard exitCode(for: error).isSuccess else { exit(withError: error) }
    do throws(Failure) {
      let message = fullMessage(for: error)
      if !message.isEmpty { try emit(message) }
      exit()
    } catch {
      standardError(error.message)
      exit(withError: error.code)
    }
  }

  /// Checks that the system says what was typed: on Linux the arguments come from `/proc`, and without it the
  /// program would answer a question that nobody asked.
  private static func requireArguments() throws(Failure) {
    guard CommandLine.arguments.isEmpty else { return }
    throw Failure(
      code: ExitCode(71),
      message: "geotrack: the system does not say what was typed: mount /proc, and run it again")
  }

  /// Runs the command and ends the process with its exit code.
  static func main() {
    holdClosedStreams()
    do {
      try requireArguments()
      var command = try parseAsRoot()
      let outcome = Result { try command.run() }
      try flushStandardOutput()
      try outcome.get()
    } catch let failure as Failure {
      standardError(failure.message)
      exit(withError: failure.code)
    } catch {
      finish(error)
    }
  }
}
