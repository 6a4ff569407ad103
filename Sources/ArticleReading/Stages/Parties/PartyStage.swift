/// Finds the parties that an article names, and those meant by "the troops" and "the fighters".
struct PartyStage: DocumentStage {
  let name = "parties"
  let needs: Set<Layer> = [.tokens, .placeNames]
  let gives: Set<Layer> = [.parties]

  func read(_ document: inout Document, _ lexicon: Lexicon) {
    let named = document.placeNames
    var parties: [ForceMention] = []
    var next = 0
    for paragraph in document.paragraphs {
      let first = next
      while next < named.count, named[next].tokens.lowerBound < paragraph.tokens.upperBound {
        next += 1
      }
      parties += lexicon.forces.mentions(
        in: document.tokens[paragraph.tokens], outside: Array(named[stretch(from: first, to: next)])
      )
    }
    lexicon.forces.resolve(&parties)
    document.parties = parties
  }
}
