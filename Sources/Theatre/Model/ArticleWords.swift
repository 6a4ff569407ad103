public import Diagnostics

/// A verb or noun that says who held, took, entered or left a place: a row of `verbs.csv`.
public struct ControlWord: Hashable, Sendable {
  /// The word or phrase in its plain form; `*` stands for whoever is driven out, as in `drive *
  /// from`.
  public let phrase: String
  /// Whether it is a verb or a noun.
  public let part: Part
  /// The past tense of its first word, if it is a verb.
  public let past: String
  /// The past participle of its first word.
  public let participle: String
  /// What it says; nil for a phrase that only looks like one that does.
  public let status: ControlStatus?
  /// Where the place stands.
  public let place: PlacePosition
  /// Whose status it is.
  public let actor: ActorPosition
  /// Whether it tells an event, a state or an intention.
  public let aspect: Aspect
  /// Where it is in the table.
  public let location: SourceLocation

  /// A part of speech.
  public enum Part: String, Sendable, CaseIterable {
    /// A verb, with forms.
    case verb
    /// A noun, as in "the capture of".
    case noun
  }

  /// Where the place stands in an active clause.
  public enum PlacePosition: Hashable, Sendable {
    /// Directly after it, and as the subject of the passive.
    case object
    /// In front: "the city fell".
    case subject
    /// After the last word of the phrase, in the passive too.
    case after
    /// After one of these prepositions.
    case prepositions([String])
  }

  /// Who is said to have the status.
  public enum ActorPosition: String, Sendable, CaseIterable {
    /// Who does it, or of the passive the one named with "by".
    case subject
    /// The one named with "to", else the other side: "the city fell to".
    case to
    /// The one named with "by", or the possessor.
    case by
    /// The possessor: "their withdrawal from".
    case possessor
    /// The one named after the phrase.
    case after
    /// Whoever of those named in the clause attacks: "clashes in".
    case party
  }

  /// What sort of doing it is.
  public enum Aspect: String, Sendable, CaseIterable {
    /// It happens once.
    case event
    /// It happens once and undoes an occupation: "recapture".
    case `return`
    /// It lasts: "hold".
    case state
    /// It goes on for a while: "fight".
    case activity
    /// It has not come about yet: "advance on".
    case approach
  }
}

/// A name under which a party or a unit of it is known: a row of `forces.csv`.
public struct ForceName: Hashable, Sendable {
  /// The name, acronym or common noun.
  public let name: String
  /// The actor's name or id; empty if the word stands for whoever was named last.
  public let actor: String
  /// The unit that is meant, if it is a part of the actor's forces.
  public let unit: String
  /// How the name is used.
  public let use: Use
  /// Where it is in the table.
  public let location: SourceLocation

  /// How a name is used.
  public enum Use: String, Sendable, CaseIterable {
    /// A proper name, in any case of letters.
    case name
    /// Letters that are a word of the language too: only in capitals.
    case acronym
    /// A name that must begin with a capital letter.
    case capital
    /// A common noun that stands for the party: "the militants".
    case common
    /// A word for a party that may mean others too: it never stands for one that was not named.
    case weak
    /// A word for whoever was named last: "the fighters".
    case any
    /// A word for regular forces that were named last: "the troops".
    case regular
  }
}
