internal import ArgumentParser
internal import SeededTheatre

/// Writes a made-up theatre into a folder.
struct MakeTheatre: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make-theatre",
    abstract: "Writes a made-up theatre: the same numbers give the same files.")

  @Argument(help: "How many settlements there are.")
  var sites: Int

  @Argument(help: "The folder to write into.")
  var folder: String

  @Option(help: "What all chance depends on.")
  var seed: UInt64 = 1

  @Option(help: "How many days the war lasts.")
  var days = 200

  @Option(help: "Over how many days the reports of each day are spread.")
  var spread = 1

  func validate() throws {
    guard sites >= 1, days >= 10, spread >= 1 else {
      throw ValidationError("There must be a site, ten days and a spread of 1, or more.")
    }
  }

  func run() throws {
    let theatre = SeededTheatre(siteCount: sites, seed: seed, dayCount: days, spread: spread)
    try theatre.write(to: folder)
  }
}

MakeTheatre.main()
