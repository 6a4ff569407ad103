internal import Theatre

/// Finds what happened at places and changes no control.
struct IncidentStage: SentenceStage {
  let name = "incidents"
  let needs: Set<Layer> = [.tokens, .places, .readSentences, .times, .textDays]
  let gives: Set<Layer> = [.incidents]
  let published: Day?

  func read(_ sentence: Sentence) {
    guard sentence.isRead, sentence.isAboutPlaces else { return }
    var seen: Set<String> = []
    var index = sentence.range.lowerBound
    while index < sentence.range.upperBound {
      guard let (kind, end) = sentence.lexicon.incidents.incident(at: index, in: sentence.tokens)
      else {
        index += 1
        continue
      }
      let nearest = sentence.mentions.min {
        abs($0.tokens.lowerBound - index) < abs($1.tokens.lowerBound - index)
      }
      if let nearest, seen.insert(kind).inserted {
        let dating = Dating(
          sentence: sentence, published: published, textDay: sentence.textDayBehind)
        sentence.incidents.append(
          DraftIncident(
            kind: kind, place: nearest.place, date: dating.date(near: index).when?.edtf ?? "",
            tokens: stretch(from: index, to: end)))
      }
      index = end
    }
  }
}
