/// A file of a theatre as it was read.
public struct InputFile: Hashable, Sendable {
  /// The name, relative to the theatre's folder.
  public let name: String
  /// The bytes.
  public let bytes: [UInt8]

  /// Creates a file from its name and bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
