internal import CGEOS

/// What GEOS reports through its callback while one operation runs.
final class ErrorLog {
  var messages: [String] = []
}

/// One operation's context: GEOS allows one thread at a time in each.
///
/// Making one costs about 50 ns against microseconds of work, so there is no pool. A function
/// makes its context before any geometry: locals die in reverse order, and a geometry must die
/// before its context.
package struct GEOSContext: ~Copyable {
  package let handle: OpaquePointer
  private let log = ErrorLog()

  /// Creates a context.
  package init() {
    guard let handle = GEOS_init_r() else {
      preconditionFailure("out of memory: GEOS gave no context")
    }
    self.handle = handle
    GEOSContext_setErrorMessageHandler_r(
      handle,
      { message, log in
        guard let message, let log else { return }
        let errors = Unmanaged<ErrorLog>.fromOpaque(log).takeUnretainedValue()
        errors.messages.append(String(cString: message))
      },
      Unmanaged.passUnretained(log).toOpaque())
  }

  deinit { GEOS_finish_r(handle) }

  /// The error for an operation that has just failed, with everything GEOS said since the last.
  package func failure(_ operation: String) -> GEOSError {
    let message = log.messages.isEmpty ? "no reason given" : log.messages.joined(separator: "; ")
    log.messages.removeAll()
    return GEOSError(operation: operation, message: message)
  }

  /// Runs a C function that returns a new geometry, or NULL when it fails.
  package func geometry(
    _ operation: String, _ body: (OpaquePointer) -> OpaquePointer?
  ) throws(GEOSError) -> GEOSGeometry {
    guard let pointer = body(handle) else { throw failure(operation) }
    return GEOSGeometry(pointer: pointer, handle: handle)
  }

  /// Runs a C predicate: 1 is true, 0 is false, 2 is an exception.
  package func predicate(
    _ operation: String, _ body: (OpaquePointer) -> CChar
  ) throws(GEOSError) -> Bool {
    switch body(handle) {
    case 0: return false
    case 1: return true
    default: throw failure(operation)
    }
  }
}

/// A geometry of GEOS that is destroyed with its value.
///
/// Stays inside this module and the oracles of its tests: a handle that outlives its context would be a
/// crash.
package struct GEOSGeometry: ~Copyable {
  package let pointer: OpaquePointer
  let handle: OpaquePointer

  package init(pointer: OpaquePointer, handle: OpaquePointer) {
    self.pointer = pointer
    self.handle = handle
  }

  deinit { GEOSGeom_destroy_r(handle, pointer) }

  /// Gives the geometry away to a C constructor, which owns its arguments from the call on, even
  /// when it fails.
  consuming func release() -> OpaquePointer {
    let given = pointer
    discard self
    return given
  }
}
