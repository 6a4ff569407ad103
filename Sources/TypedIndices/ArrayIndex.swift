/// A number that says which element of a table is meant, and of which table.
///
/// A bare `Int` fits every table. A type of its own for the rows of each table makes it a compile
/// error to look up a place by the number of an actor. `TypedIndex` is all that most tables need; a
/// type that wants methods of its own, such as a half-edge that knows its twin, adopts this protocol:
///
///     struct HalfEdge: ArrayIndex {
///       let rawValue: Int32
///       init(rawValue: Int32) { self.rawValue = rawValue }
///       var twin: HalfEdge { HalfEdge(rawValue: rawValue ^ 1) }
///     }
///
/// "None" is the nil of an optional, not −1. A value takes 4 bytes and an optional one 8 in an array;
/// where that is too much, keep `rawValue` in the array and build the index at its boundary.
public protocol ArrayIndex: Hashable, Strideable, Sendable, CustomStringConvertible
where Stride == Int {
  /// The position in the table, from 0.
  var rawValue: Int32 { get }

  /// Creates the index of a position in the table, from 0.
  init(rawValue: Int32)
}

extension ArrayIndex {
  /// Creates the index of a position in the table, from 0.
  ///
  /// - Precondition: the position is below 2³¹.
  @inlinable
  public init(_ offset: Int) { self.init(rawValue: Int32(offset)) }

  /// The position in the table, from 0.
  @inlinable public var offset: Int { Int(rawValue) }

  /// Orders by the position in the table.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// How many elements further on the other index is.
  @inlinable
  public func distance(to other: Self) -> Int { Int(other.rawValue) - Int(rawValue) }

  /// The index of an element so many further on.
  @inlinable
  public func advanced(by count: Int) -> Self { Self(offset + count) }

  /// The position in the table, in digits.
  public var description: String { "\(rawValue)" }
}

extension Optional where Wrapped: ArrayIndex {
  /// The position in the table, and for none one after all others: to sort none to the end.
  @inlinable public var offsetOrLast: Int { self?.offset ?? .max }
}
