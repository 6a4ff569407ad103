import Diagnostics
import TestSupport
import Testing
import Theatre

@Suite("A theatre's own words for articles")
struct OwnWordsTests {
  private let verbs = "phrase,part,past,participle,status,place,actor,aspect,note\n"
  private let forces = "name,actor,unit,word,note\n"

  @Test("verbs and names of forces are read, and a theatre without them has none")
  func read() throws {
    let plain = try reading().drawable()
    #expect(plain.verbs.isEmpty && plain.forces.isEmpty)
    let folder = try SmallTheatre().write()
    try folder.write(
      verbs + "mop up,verb,mopped,mopped,control,in|inside,subject,event,\n"
        + "look at,verb,,,none,after,subject,state,\n", to: "verbs.csv")
    try folder.write(
      forces + "Scarlet,RED,1st,name,\nmen,,,any,\nBlues,Blue,,weak,\n", to: "forces.csv")
    let own = try Theatre.read(folder: folder.path).drawable()
    #expect(own.verbs.map(\.phrase) == ["mop up", "look at"])
    #expect(own.verbs.map(\.status) == [.control, nil])
    #expect(own.verbs.map(\.place) == [.prepositions(["in", "inside"]), .after])
    #expect(own.forces.map(\.actor) == ["RED", "", "Blue"])
    #expect(own.forces.map(\.use) == [.name, .any, .weak])
  }

  @Test(
    "a wrong word in them is told with its line",
    arguments: [
      ("mop,adverb,,,control,object,subject,event,", "unknown part \"adverb\""),
      ("mop,verb,,,holds,object,subject,event,", "unknown status \"holds\""),
      ("mop,verb,,,control,object,them,event,", "unknown actor \"them\""),
      ("mop,verb,,,control,object,subject,once,", "unknown aspect \"once\""),
    ])
  func wrongVerb(row: String, words: String) throws {
    let folder = try SmallTheatre().write()
    try folder.write(verbs + "\(row)\n", to: "verbs.csv")
    let reading = Theatre.read(folder: folder.path)
    #expect(reading.theatre == nil && reading.diagnostics.count == 1)
    #expect(reading.diagnostics.first?.description.hasPrefix("verbs.csv:2:") == true)
    #expect(reading.diagnostics.first?.description.contains(words) == true)
  }

  @Test(
    "a force of nobody is told with its line",
    arguments: [
      ("Scarlet,purple,,name,", "unknown actor \"purple\""), ("Scarlet,red,,noun,", "\"noun\""),
    ])
  func wrongForce(row: String, words: String) throws {
    let folder = try SmallTheatre().write()
    try folder.write(forces + "Blues,blue,,name,\n\(row)\n", to: "forces.csv")
    let reading = Theatre.read(folder: folder.path)
    #expect(reading.theatre == nil && reading.diagnostics.count == 1)
    #expect(reading.diagnostics.first?.description.hasPrefix("forces.csv:3:") == true)
    #expect(reading.diagnostics.first?.description.contains(words) == true)
  }
}
