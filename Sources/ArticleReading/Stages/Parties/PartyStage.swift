/// Finds the parties that an article names, and those meant by "the troops" and "the fighters".
struct PartyStage: DocumentStage {
  let name = "parties"
  let needs: Set<Layer> = [.tokens, .placeNames]
  let gives: Set<Layer> = [.parties]

  func read(_ document: inout Document, _ lexicon: Lexicon) {
    let named = document.placeNames
    var parties: [ForceMention] = []
    // Those of a paragraph that has not ended.
    var current: [ForceMention] = []
    var next = 0
    SectionReader(document, lexicon.vocabulary).forEachSection { part in
      for paragraph in part.section.paragraphs {
        if paragraph.start == paragraph.tokens.lowerBound {
          parties += current
          current = []
        }
        // A name may have begun in the section before.
        let first = max(next - 1, 0)
        while next < named.count, named[next].tokens.lowerBound < paragraph.tokens.upperBound {
          next += 1
        }
        lexicon.forces.findMentions(
          beginningIn: paragraph.tokens, of: part.tokens(of: paragraph),
          outside: named[stretch(from: first, to: next)], &current)
      }
    }
    parties += current
    lexicon.forces.resolve(&parties)
    document.parties = parties
  }
}
