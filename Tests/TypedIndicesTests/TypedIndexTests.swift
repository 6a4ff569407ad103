import Testing
import TypedIndices

private struct Town: Equatable {
  let name: String
  let parent: TownID?
}

private typealias TownID = TypedIndex<Town>

/// An index with a method of its own.
private struct Edge: ArrayIndex {
  let rawValue: Int32
  var twin: Edge { Edge(rawValue: rawValue ^ 1) }
}

@Suite("An index of one table")
struct TypedIndexTests {
  @Test("is ordered, counted and printed as its position is")
  func order() {
    let (first, third) = (TownID(0), TownID(rawValue: 2))
    #expect(first < third)
    #expect(third.offset == 2)
    #expect(first.distance(to: third) == 2)
    #expect(first.advanced(by: 2) == third)
    #expect("\(third)" == "2")
    #expect(Array(first..<third) == [TownID(0), TownID(1)])
  }

  @Test("takes four bytes")
  func size() {
    #expect(MemoryLayout<TownID>.stride == 4)
    #expect(MemoryLayout<Edge>.stride == 4)
  }

  @Test("can have methods of its own")
  func ownMethods() {
    let isFree = IndexedArray<Edge, Bool>([true, false])
    #expect(isFree.indices.map { isFree[$0.twin] } == [false, true])
  }
}

@Suite("An array with indices of its own")
struct IndexedArrayTests {
  private let towns: IndexedArray<TownID, Town> = [
    Town(name: "Mosul", parent: nil), Town(name: "Wadi", parent: TownID(0)),
    Town(name: "Sumer", parent: TownID(0)),
  ]

  @Test("gives an element for its index, as an array does for its position")
  func lookUp() {
    #expect(towns[TownID(1)].name == "Wadi")
    #expect(towns.indices.map { towns[$0] } == towns.elements)
    #expect(Array(towns) == towns.elements)
    #expect(towns.count == 3)
    #expect(towns.first?.name == "Mosul")
    #expect(towns.last?.parent.map { towns[$0].name } == "Mosul")
    #expect(towns.firstIndex { $0.name == "Sumer" } == TownID(2))
  }

  @Test("gives each element with its index")
  func indexed() {
    let children = towns.indexed().filter { $0.element.parent != nil }.map(\.index)
    #expect(children == [TownID(1), TownID(2)])
  }

  @Test("has further columns under the same indices")
  func columns() {
    var lengths = towns.mapElements(\.name.count)
    #expect(lengths == [5, 4, 5])
    lengths[TownID(1)] += 10
    #expect(lengths == [5, 14, 5])
    var isReported = IndexedArray<TownID, Bool>(repeating: false, count: towns.count)
    isReported[TownID(2)] = true
    #expect(isReported.indices.filter { isReported[$0] } == [TownID(2)])
  }

  @Test("grows at its end and says which index the new element has")
  func growth() {
    var grown = IndexedArray<TownID, Town>()
    grown.reserveCapacity(3)
    for town in towns { grown.append(town) }
    #expect(grown == towns)
    #expect(grown.append(Town(name: "Bab", parent: nil)) == towns.endIndex)
  }

  @Test("can be searched and sorted like any collection with fast access")
  func algorithms() {
    var numbers = IndexedArray<TypedIndex<Int>, Int>([3, 1, 2])
    numbers.sort()
    #expect(numbers == [1, 2, 3])
    #expect(numbers[TypedIndex<Int>(1)...].map(\.self) == [2, 3])
    #expect(numbers.reversed().map(\.self) == [3, 2, 1])
  }
}
