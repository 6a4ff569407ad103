internal import Dispatch
internal import Synchronization

/// Does two pieces of work at the same time, if there are two cores to do so, and waits for both.
package func together<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let firstResult = Mutex<First?>(nil)
  let secondResult = Mutex<Second?>(nil)
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    // The work is done outside the lock, which is only there to hand over the result.
    if index == 0 {
      let result = first()
      firstResult.withLock { $0 = result }
    } else {
      let result = second()
      secondResult.withLock { $0 = result }
    }
  }
  guard let first = firstResult.withLock({ $0 }), let second = secondResult.withLock({ $0 }) else {
    preconditionFailure("a piece of work was not done")
  }
  return (first, second)
}

/// Runs jobs on as many cores as there are and returns their results in order.
///
/// - Complexity: that of the jobs, and O(*n*) for *n* of them.
package func concurrently<T: Sendable>(_ count: Int, _ job: @Sendable (Int) -> T) -> [T] {
  let results = [T?](unsafeUninitializedCapacity: count) { buffer, initialized in
    // Each job initializes one element of its own, so no two threads touch the same.
    nonisolated(unsafe) let slots = buffer
    DispatchQueue.concurrentPerform(iterations: count) { index in
      (slots.baseAddress.map { $0 + index })?.initialize(to: job(index))
    }
    initialized = count
  }
  return results.compactMap(\.self)
}
