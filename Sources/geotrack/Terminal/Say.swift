internal import ArgumentParser
internal import JSON

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Writes text for people to standard output, with what a terminal would obey shown as symbols.
///
/// - Throws: `Failure` with the system's reason: the disk may be full.
func say(_ text: String, terminator: String = "\n") throws(Failure) {
  try emit(text.visible, terminator: terminator)
}

/// Writes text for programs to standard output, as it is and at once.
///
/// - Throws: `Failure` with the system's reason: the disk may be full.
func emit(_ text: String, terminator: String = "\n") throws(Failure) {
  guard let code = write(Array((text + terminator).utf8), to: STDOUT_FILENO) else { return }
  let reason = systemReason(code)
  throw Failure(code: ExitCode(74), message: "geotrack: cannot write the result: \(reason)")
}

/// Writes all bytes.
///
/// - Returns: the system's error, or nil if all were written.
func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if written < 0, mayRetry(descriptor, POLLOUT) { continue }
    guard written > 0 else { return written < 0 ? errno : EIO }
    rest = rest.dropFirst(written)
  }
  return nil
}

extension TheatreOptions {
  /// Writes a result: as JSON for programs if that was asked for, else as text for people.
  ///
  /// - Throws: `Failure` with the system's reason: the disk may be full.
  func reply(
    json value: @autoclosure () -> JSON, text: @autoclosure () -> String
  ) throws(Failure) {
    if json { try emit(value().indented) } else { try say(text()) }
  }
}

extension String {
  /// The text with control characters as symbols, as a name from a file may hold codes that move the
  /// cursor, colour the screen or turn the order of letters round. Line breaks and tabs stay.
  ///
  /// - Complexity: O(*n*), for *n* bytes.
  var visible: String {
    guard utf8.contains(where: Self.mayControl) else { return self }
    var shown = ""
    for scalar in unicodeScalars { shown.append(contentsOf: scalar.visible) }
    return shown
  }

  /// Whether a byte can belong to a character that is shown as a symbol. Of those beyond ASCII, C1 begins
  /// with 0xC2, U+061C with 0xD8, the rest with 0xE2 and 0xEF.
  private static func mayControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x0A && byte != 0x09
      || [0x7F, 0xC2, 0xD8, 0xE2, 0xEF].contains(byte)
  }
}

extension Unicode.Scalar {
  /// The scalar, or what stands for it on a terminal.
  fileprivate var visible: String {
    switch value {
    case 0x09, 0x0A: String(self)
    // Unicode has a symbol for each of these, U+2400 to U+2421.
    case 0..<0x20: Unicode.Scalar(0x2400 + value).map { String($0) } ?? ""
    case 0x7F: "\u{2421}"
    // C1 controls, the marks, embeddings, overrides and isolates of direction, separators of lines and
    // paragraphs, and the byte order mark.
    case 0x80..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      "‹U+\(hexadecimal)›"
    default: String(self)
    }
  }

  private var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
