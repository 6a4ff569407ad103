public import TypedIndices

/// What a `CellID` stands for: a connected piece of the plane, made of one face or of several that
/// were joined.
public enum Cell {}

/// Which cell of a topology is meant.
public typealias CellID = TypedIndex<Cell>

/// What a `ComponentID` stands for: cells of one label that hang together.
package enum Component {}

/// Which connected component of cells is meant. A number that is free is given again.
package typealias ComponentID = TypedIndex<Component>
