/// An array whose elements are looked up by indices of one type only.
///
///     let places: IndexedArray<PlaceID, Place>
///     var isReported = IndexedArray<PlaceID, Bool>(repeating: false, count: places.count)
///     for report in reports { isReported[report.place] = true }
///     let silent = places.indices.filter { !isReported[$0] }    // [PlaceID]
///
/// Several arrays with one type of index are the columns of one table. Indices begin at 0 and stay
/// those of the elements as long as nothing is put in front of them; elements can only be added at
/// the end.
@frozen
public struct IndexedArray<Index: ArrayIndex, Element> {
  /// The elements as a plain array: that of index *i* is at `i.offset`.
  public var elements: [Element]

  /// Creates an array of the elements of a plain one, the first with index 0.
  ///
  /// - Complexity: O(1).
  @inlinable
  public init(_ elements: [Element]) { self.elements = elements }

  /// Creates an array of elements, the first with index 0.
  ///
  /// - Complexity: O(*n*), for *n* elements.
  @inlinable
  public init(_ elements: some Sequence<Element>) { self.elements = Array(elements) }

  /// Creates an empty array.
  @inlinable
  public init() { elements = [] }

  /// Creates an array of equal elements.
  ///
  /// - Complexity: O(*n*), for *n* elements.
  @inlinable
  public init(repeating element: Element, count: Int) {
    elements = Array(repeating: element, count: count)
  }
}

extension IndexedArray: RandomAccessCollection, MutableCollection {
  /// Where the elements begin, which is 0.
  @inlinable public var startIndex: Index { Index(rawValue: 0) }

  /// The index that the next element would get.
  @inlinable public var endIndex: Index { Index(elements.count) }

  /// All indices: a range, so `places.indices` is a `Range<PlaceID>`.
  @inlinable public var indices: Range<Index> { startIndex..<endIndex }

  /// How many elements there are.
  @inlinable public var count: Int { elements.count }

  /// The element of an index.
  ///
  /// - Precondition: the array has that index.
  @inlinable
  public subscript(index: Index) -> Element {
    get { elements[index.offset] }
    _modify { yield &elements[index.offset] }
  }

  /// The index after another.
  @inlinable
  public func index(after index: Index) -> Index { index.advanced(by: 1) }

  /// The index before another.
  @inlinable
  public func index(before index: Index) -> Index { index.advanced(by: -1) }

  /// The index so many elements further on.
  @inlinable
  public func index(_ index: Index, offsetBy count: Int) -> Index { index.advanced(by: count) }

  /// How many elements lie between two indices.
  @inlinable
  public func distance(from start: Index, to end: Index) -> Int { start.distance(to: end) }

  /// Gives the elements as they lie in memory.
  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try elements.withContiguousStorageIfAvailable(body)
  }
}

extension IndexedArray {
  /// Adds an element at the end and returns its index.
  ///
  /// - Complexity: O(1) on average.
  @inlinable
  @discardableResult
  public mutating func append(_ element: Element) -> Index {
    elements.append(element)
    return Index(elements.count - 1)
  }

  /// Makes room for so many elements in all.
  @inlinable
  public mutating func reserveCapacity(_ count: Int) { elements.reserveCapacity(count) }

  /// Each element with its index, in order.
  @inlinable
  public func indexed() -> some RandomAccessCollection<(index: Index, element: Element)> {
    indices.lazy.map { (index: $0, element: elements[$0.offset]) }
  }

  /// Another column of the same table: what a function makes of each element, under its index.
  ///
  /// - Complexity: O(*n*), for *n* elements.
  @inlinable
  public func mapElements<Other, Failure: Error>(
    _ transform: (Element) throws(Failure) -> Other
  ) throws(Failure) -> IndexedArray<Index, Other> {
    IndexedArray<Index, Other>(try elements.map(transform))
  }
}

extension IndexedArray: ExpressibleByArrayLiteral {
  /// The elements in the order written, the first with index 0.
  @inlinable
  public init(arrayLiteral elements: Element...) { self.elements = elements }
}

extension IndexedArray: CustomStringConvertible {
  /// The elements as an array shows them.
  public var description: String { "\(elements)" }
}

extension IndexedArray: Equatable where Element: Equatable {}
extension IndexedArray: Hashable where Element: Hashable {}
extension IndexedArray: Sendable where Element: Sendable {}
