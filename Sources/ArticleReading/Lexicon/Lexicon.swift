internal import Theatre
internal import TypedIndices

/// Everything that is known before a text is read: the words, the lexicon, the names.
///
/// A class, since every sentence refers to it.
final class Lexicon: Sendable {
  let vocabulary: Vocabulary
  let verbs: ControlLexicon
  let names: GazetteerIndex
  let forces: ForceFinder
  let incidents: IncidentWords
  let actors: IndexedArray<ActorID, Actor>

  init(
    places: IndexedArray<PlaceID, Place>, actors: IndexedArray<ActorID, Actor>,
    tables: LanguageTables
  ) {
    var vocabulary = Vocabulary(tables)
    verbs = ControlLexicon(tables.verbs, &vocabulary)
    forces = ForceFinder(tables.forces, actors: actors, &vocabulary)
    incidents = IncidentWords(tables.incidents, &vocabulary)
    names = GazetteerIndex(places, endings: tables.endings, vocabulary)
    self.vocabulary = vocabulary
    self.actors = actors
  }
}
