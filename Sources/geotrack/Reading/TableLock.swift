internal import ArgumentParser

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The right to change the tables of a theatre, which one review has at a time. The system takes it
/// back when the program ends, however it ends.
enum TableLock {
  /// For how long another review is waited for; it holds the lock while it writes, not while it asks.
  private static let mostTries = 200
  private static let microsecondsBetween: UInt32 = 50_000

  /// Does something while no other review changes the tables of a folder.
  ///
  /// - Throws: `Failure` with exit code 74 if the folder cannot be locked, or is for more than ten
  ///   seconds; what the body throws.
  static func holding(_ folder: String, _ body: () throws(Failure) -> Void) throws(Failure) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(folder, reason: systemReason()) }
    defer { close(descriptor) }
    for _ in 0..<mostTries {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return try body() }
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw failure(folder, reason: systemReason())
      }
      usleep(microsecondsBetween)
    }
    throw failure(folder, reason: "another program holds it")
  }

  private static func failure(_ folder: String, reason: String) -> Failure {
    Failure(
      code: ExitCode(74),
      message: "\(folder) cannot be locked for writing: \(reason); nothing is written, review again"
    )
  }
}
