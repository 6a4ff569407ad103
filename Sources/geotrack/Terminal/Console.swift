internal import ArgumentParser

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Flushes standard output, which can fail: the disk may be full.
func flushStandardOutput() throws(Failure) {
  guard fflush(nil) != 0 else { return }
  let reason = systemReason()
  throw Failure(code: ExitCode(74), message: "geotrack: cannot write the result: \(reason)")
}

/// The path of the running program, wherever it was found, without symbolic links.
func executablePath() -> String {
  #if os(Linux)
    let path = realpath("/proc/self/exe", nil)
  #else
    var size: UInt32 = 0
    _NSGetExecutablePath(nil, &size)
    var buffer = [CChar](repeating: 0, count: Int(size))
    _NSGetExecutablePath(&buffer, &size)
    let path = realpath(buffer, nil)
  #endif
  guard let path else { return CommandLine.arguments[0] }
  defer { free(path) }
  return String(cString: path)
}

/// Writes a line to standard error.
func standardError(_ line: String) {
  writeToStandardError(line.visible + "\n")
}

/// A progress bar on standard error; it stays silent if that is not a terminal.
struct ProgressBar {
  private let label: String
  private let isShown = isatty(STDERR_FILENO) == 1

  init(_ label: String) {
    self.label = label
  }

  /// Shows that `done` of `all` steps are done; after the last one the bar goes away.
  func show(_ done: Int, of all: Int) {
    guard isShown, all > 0 else { return }
    let width = 32
    let filled = width * done / all
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    writeToStandardError(done == all ? "\r\u{1B}[K" : "\r\(label) \(bar) \(done)/\(all)")
  }
}

private func writeToStandardError(_ text: String) {
  // Where standard error cannot be written there is nobody to tell.
  _ = write(Array(text.utf8), to: STDERR_FILENO)
}

/// Whether standard output is a terminal.
func outputIsTerminal() -> Bool { isatty(STDOUT_FILENO) == 1 }
