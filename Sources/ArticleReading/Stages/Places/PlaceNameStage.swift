/// Finds the places that an article names as the table does.
struct PlaceNameStage: DocumentStage {
  let name = "place names"
  let needs: Set<Layer> = [.tokens]
  let gives: Set<Layer> = [.placeNames]

  func read(_ document: inout Document, _ lexicon: Lexicon) {
    document.placeNames = PlaceResolver(names: lexicon.names).resolved(
      found(SectionReader(document, lexicon.vocabulary), document.bytes, lexicon))
  }

  /// The names of the table in the text, with what stands around them.
  private func found(
    _ reader: SectionReader, _ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon
  ) -> [FoundName] {
    let finder = PlaceFinder(names: lexicon.names, vocabulary: lexicon.vocabulary)
    var found = FoundNames(names: lexicon.names, vocabulary: lexicon.vocabulary)
    reader.forEachSection { part in
      for paragraph in part.section.paragraphs {
        // A name may have begun before a section and end in it.
        let range = stretch(
          from: max(paragraph.tokens.lowerBound, found.end), to: paragraph.tokens.upperBound)
        for mention in finder.mentions(beginningIn: range, of: part.tokens(upTo: paragraph), bytes)
        {
          found.append(mention, in: part.tokens)
        }
      }
    }
    return found.all
  }
}
