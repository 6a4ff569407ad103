internal import TheatreModel

/// Everything that is known before a text is read: the words, the lexicon, the names.
///
/// A class, since every sentence refers to it.
final class Language: Sendable {
  let vocabulary: Vocabulary
  let lexicon: ControlLexicon
  let names: GazetteerIndex
  let forces: ForceFinder
  let incidents: IncidentWords
  let actors: [Actor]

  init(places: [Place], actors: [Actor], tables: LanguageTables, incidents: [WordClassRow]) {
    var vocabulary = Vocabulary(tables.words)
    lexicon = ControlLexicon(tables.verbs, &vocabulary)
    forces = ForceFinder(tables.forces, actors: actors, &vocabulary)
    self.incidents = IncidentWords(incidents, &vocabulary)
    names = GazetteerIndex(places, vocabulary)
    self.vocabulary = vocabulary
    self.actors = actors
  }
}
