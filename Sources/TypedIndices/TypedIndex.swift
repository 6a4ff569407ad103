/// The index of an element of type `Of` in a table of such elements.
///
///     typealias PlaceID = TypedIndex<Place>
///     typealias ActorID = TypedIndex<Actor>
///
///     theatre.places[report.place]    // a `Place`
///     theatre.places[report.actor]    // does not compile
///
/// `Of` only names the table: no value of it is stored, so a type may hold indices of itself.
@frozen
public struct TypedIndex<Of>: ArrayIndex {
  /// The position in the table, from 0.
  public let rawValue: Int32

  /// Creates the index of a position in the table, from 0.
  @inlinable
  public init(rawValue: Int32) { self.rawValue = rawValue }
}
