public import ControlHistory
internal import FrontTracking
public import Theatre
public import TypedIndices

/// What the map says of states and reports in words, for the command line and the page alike. The page carries
/// these phrases in its data; its scripts put them into sentences of their own.
extension Theatre {
  /// A state in words: `held by Islamic State, contested by Iraqi security forces`.
  public func words(for state: GroundState) -> String {
    state.words { actors[$0].name }
  }

  /// What a report says in words: `entered by Iraqi security forces`.
  public func words(for report: Report) -> String {
    report.status.words(of: actors[report.actor].name)
  }
}

extension GroundState {
  /// The state in words.
  ///
  /// - Parameters:
  ///   - name: what an actor is called.
  ///   - isInferred: whether it is that of ground without a report, of which nobody knows who surrounds it.
  public func words(isInferred: Bool = false, naming name: (ActorID) -> String) -> String {
    func names(_ actors: [ActorID]) -> String { actors.map(name).joined(separator: " and ") }
    var parts = [
      holder.map { "\(isPresumed ? "presumed held" : "held") by \(name($0))" } ?? "holder unknown"
    ]
    if isContested {
      parts.append(attackers.isEmpty ? "contested" : "contested by \(names(attackers))")
    }
    if !encirclers.isEmpty, !isInferred { parts.append("encircled by \(names(encirclers))") }
    return parts.joined(separator: ", ")
  }
}

/// What a legend says of ground that is not simply held.
public enum LegendWords {
  /// Of contested ground.
  public static let contested = "contested: fighting inside"
  /// Of a region in which there is fighting that no report places.
  public static let fightingInRegion = "fighting somewhere in the region"
  /// Of presumed ground.
  public static let presumed = "presumed: surrounded and unheard of"
}

extension ControlStatus {
  /// What a report of this status says of an actor: `entered by Iraqi security forces`.
  public func words(of actor: String) -> String {
    switch self {
    case .control: "held by \(actor)"
    case .contested: "contested by \(actor)"
    case .entered: "entered by \(actor)"
    case .withdrew: "left by \(actor)"
    case .encircled: "encircled by \(actor)"
    }
  }
}

extension Verdict {
  /// Why a report did or did not decide.
  public var words: String {
    switch self {
    case .decided: "decided"
    case .agrees: "says the same"
    case .joined: "is true as well"
    case .marked: "adds its mark"
    case .disputed: "contradicts an equal report"
    case .earlier: "a later report decides"
    case .lessSpecific: "a more specific place decides"
    case .weakerGrade: "a better grade decides"
    case .tie: "an equal report on an ally decides, the first by id"
    case .silent: "says nothing about who holds this place"
    }
  }
}

extension Reliability {
  /// What the letter means.
  public var words: String {
    switch self {
    case .a: "a completely reliable source"
    case .b: "a usually reliable source"
    case .c: "a fairly reliable source"
    case .d: "a source that is not usually reliable"
    case .e: "an unreliable source"
    case .f: "a source whose reliability cannot be judged"
    }
  }
}

extension Credibility {
  /// What the digit means.
  public var words: String {
    switch self {
    case .confirmed: "a statement confirmed by others"
    case .probablyTrue: "a probably true statement"
    case .possiblyTrue: "a possibly true statement"
    case .doubtful: "a doubtful statement"
    case .improbable: "an improbable statement"
    case .cannotBeJudged: "a statement whose truth cannot be judged"
    }
  }
}
