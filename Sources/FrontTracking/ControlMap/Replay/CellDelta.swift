/// A cell of which something else is known than before.
struct CellDelta {
  let cell: Int
  /// The source and its entry before: -1 for none.
  let source: Int32
  let entry: Int32
}
