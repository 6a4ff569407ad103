internal import ArgumentParser
internal import ArticleReading
internal import GeoJSON
internal import TheatreModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "read", abstract: "x")
  @Argument var path: String
  @Option var score: String = ""
  @Option var published: String?
  @OptionGroup var theatre: TheatreOptions

  func run() throws {
    let theatre = try theatre.read()
    let reader = ArticleReader(theatre)
    if score.isEmpty {
      let r = reader.read([UInt8](FileManager.default.contents(atPath: path) ?? Data()), published: published.flatMap { Day($0) })
      for n in r.notices { print("note:", n.message) }
      for x in r.statements { print(x.mention.paragraph, theatre.places[x.place].id, theatre.actors[x.actor].id, x.status.rawValue, x.date, x.kind.rawValue, x.credibility.rawValue, x.unit, x.reasons) }
      for u in r.unknownPlaces { print("unknown", u.span.paragraph, u.name, u.kind) }
      for m in r.measures { print("measure", m.kind.rawValue, m.subject, m.object, m.value, m.unit, m.secondValue, m.secondUnit) }
      for i in r.incidents { print("incident", i.kind, theatre.places[i.place].id, i.date) }
      return
    }
    let bytes = FileManager.default.contents(atPath: score).map { [UInt8]($0) } ?? []
    let traps = FileManager.default.contents(atPath: URL(filePath: score).deletingLastPathComponent().path + "/traps.csv").map { [UInt8]($0) } ?? []
    let gold = GoldStatement.read(InputFile(name: score, bytes: bytes))
    let trapRows = traps.isEmpty ? [] : GoldTrap.read(InputFile(name: "traps.csv", bytes: traps)).rows
    for d in gold.diagnostics { print(d) }
    let scorer = ReadingScorer(reader, places: theatre.places, actors: theatre.actors, gold: gold.rows, traps: trapRows)
    let files = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".txt") }.sorted()
    let readings = files.map { file in
      (article: String(file.dropLast(4)), reading: reader.read([UInt8](FileManager.default.contents(atPath: path + "/" + file) ?? Data())))
    }
    let s = scorer.score(readings)
    for f in s.faults { print(f.kind.rawValue, f.article, f.paragraph, f.words, "\n     ", f.sentence) }
    for part in ReadingScore.Part.allCases {
      if let m = s.events[part], let a = s.all[part] { print(part.rawValue, "events P", m.precision, "R", m.recall, "F1", m.f1, "labelled", m.labelled, "proposed", m.proposed, "| all F1", a.f1, "P", a.precision, "R", a.recall) }
    }
    print("unreal", s.unreal, "traps", s.traps, "outside", s.outside)
  }
}
