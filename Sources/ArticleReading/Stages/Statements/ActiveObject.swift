internal import Theatre

/// What a verb in the active voice needs before its object is looked for.
extension Clause {
  /// Whether the verb has its place as an object, and somebody who may be its subject.
  func mayTakeObject(in sentence: Sentence) -> Bool {
    guard !subject.isOther else { return false }
    let needsForce =
      word.status == .withdrew || word.status == .entered || word.status == .contested
      || word.aspect == .state || word.aspect == .approach
    if needsForce, force == nil, !PartyFinder(sentence: sentence).hasSilentSubject(verb) {
      return false
    }
    return word.status != .withdrew
      || !ObjectFinder(sentence: sentence).leavesBehind(objectStart)
  }

  /// The token at which the object may begin.
  var objectStart: Int { verb.match.gap.isEmpty ? verb.match.end : verb.match.gap.lowerBound }
}
