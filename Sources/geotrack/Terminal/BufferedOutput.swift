/// Standard output for many lines: they are written some at a time, in order, and every failure is
/// told.
struct BufferedOutput {
  private var pending = ""
  private static let size = 1 << 16

  /// Adds text as it is.
  ///
  /// - Throws: `Failure` with the system's reason: the disk may be full.
  mutating func emit(_ text: String, terminator: String = "\n") throws(Failure) {
    pending += text
    pending += terminator
    if pending.utf8.count >= Self.size { try finish() }
  }

  /// Writes what was added.
  ///
  /// - Throws: `Failure` with the system's reason.
  mutating func finish() throws(Failure) {
    guard !pending.isEmpty else { return }
    try geotrack.emit(pending, terminator: "")
    pending = ""
  }
}
