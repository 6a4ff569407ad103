internal import ArgumentParser

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Turns SVG into PNG by rsvg-convert, the program of librsvg, if it is on the path.
enum Rasterizer {
  private static let program = "rsvg-convert"

  /// The picture in pixels, two for each of its units in both directions.
  ///
  /// The program reads from and writes to files whose names were already removed, so that nothing is left
  /// behind and no pipe can fill up.
  static func png(of svg: [UInt8]) throws(Failure) -> [UInt8] {
    let (input, output, errors) = (try Scratch(), try Scratch(), try Scratch())
    try input.write(svg)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (scratch, descriptor) in [(input, Int32(0)), (output, 1), (errors, 2)] {
      posix_spawn_file_actions_adddup2(&actions, scratch.descriptor, descriptor)
    }
    let words = [program, "--format=png", "--zoom=2"]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let code = posix_spawnp(&child, program, &actions, nil, &arguments, environ)
    if code == ENOENT { throw missing }
    guard code == 0 else { throw failure(systemReason(code)) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let bytes = try output.bytes()
    if status == 127 << 8 { throw missing }
    guard status == 0, bytes.starts(with: signature) else {
      // The program does not say that there was no space for what it wrote.
      try output.requireSpace()
      let words = String(decoding: try errors.bytes().prefix(500), as: UTF8.self)
      throw failure(words.split(separator: "\n").first.map(String.init) ?? reason(status))
    }
    return bytes
  }

  /// The eight bytes that every PNG begins with (ISO/IEC 15948, 5.2).
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Why there is no picture, if the program did not say.
  private static func reason(_ status: Int32) -> String {
    // The lowest seven bits are the signal, above them are one for a dump and eight for the exit status.
    let signal = status & 0x7F
    if signal != 0 { return "it was stopped by signal \(signal)" }
    return status == 0 ? "what it wrote is not a PNG" : "it ended with exit status \(status >> 8)"
  }

  private static var missing: Failure {
    Failure(
      code: ExitCode(69),
      message: "geotrack: --png needs rsvg-convert, which is not on the path: install it "
        + "(apt install librsvg2-bin, dnf install librsvg2-tools, brew install librsvg), or leave "
        + "--png out")
  }

  private static func failure(_ reason: String) -> Failure {
    Failure(
      code: ExitCode(70), message: "geotrack: rsvg-convert cannot draw the picture: \(reason)")
  }
}

/// A file without a name, which disappears when it is closed.
private final class Scratch {
  let descriptor: Int32

  init() throws(Failure) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/geotrack-XXXXXX".utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw Self.failure(folder) }
    unlink(path)
  }

  deinit { close(descriptor) }

  private static func failure(_ path: String) -> Failure {
    let reason = systemReason()
    return Failure(
      code: ExitCode(74), message: "geotrack: cannot write a temporary file in \(path): \(reason)")
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Self.write(descriptor, $0) }
      guard count > 0 else { throw Self.failure("the folder for temporary files") }
      rest = rest.dropFirst(count)
    }
    lseek(descriptor, 0, SEEK_SET)
  }

  /// Checks that more could be written.
  func requireSpace() throws(Failure) {
    lseek(descriptor, 0, SEEK_END)
    try write([UInt8](repeating: 0, count: 1 << 16))
  }

  private static func write(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  func bytes() throws(Failure) -> [UInt8] {
    lseek(descriptor, 0, SEEK_SET)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.failure("the folder for temporary files") }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}
