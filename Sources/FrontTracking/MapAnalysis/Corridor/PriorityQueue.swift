/// Things of which the least comes out first: a binary heap (J. W. J. Williams, "Algorithm 232:
/// Heapsort", Communications of the ACM 7 (1964), 347–348).
struct PriorityQueue<Element: Comparable> {
  private var heap: [Element] = []

  /// Puts something in.
  ///
  /// - Complexity: O(log *n*), for *n* things.
  mutating func insert(_ element: Element) {
    heap.append(element)
    var place = heap.count - 1
    while place > 0, heap[place] < heap[(place - 1) / 2] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// Takes the least out; nil if there is nothing.
  ///
  /// - Complexity: O(log *n*), for *n* things.
  mutating func popLeast() -> Element? {
    guard let least = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return least }
    heap[0] = last
    var place = 0
    while true {
      var smallest = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < heap.count && heap[child] < heap[smallest] {
        smallest = child
      }
      if smallest == place { return least }
      heap.swapAt(place, smallest)
      place = smallest
    }
  }
}
