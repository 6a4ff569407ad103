public import JSON

/// A feature as it is written, with a gap for further properties, so that it can be put into several
/// collections and is formatted once.
public struct EncodedFeature: Sendable {
  private let text: [UInt8]
  /// Where in the text the gap is.
  private let gap: Int
  private let bounds: GridBounds

  /// Formats a feature.
  ///
  /// - Parameters:
  ///   - leading: the properties before the gap.
  ///   - trailing: the properties after it.
  ///   - shape: where it is; nil for something without a location.
  /// - Precondition: there are properties on either side.
  /// - Complexity: O(*n*), for *n* positions.
  public init(leading: [JSONMember], trailing: [JSONMember], shape: Shape?) {
    self.init(leading, trailing) { bytes, bounds in
      if let shape { bytes.append(shape, &bounds) } else { bytes.append(literal: "null") }
    }
  }

  /// Formats a feature that is a polygon whose corners are in a table.
  ///
  /// - Parameters:
  ///   - leading: the properties before the gap.
  ///   - trailing: the properties after it.
  ///   - rings: the outer ring and the holes, as indices of the table.
  ///   - table: where the positions are.
  /// - Precondition: there are properties on either side, and the rings are as
  ///   `FeatureWriter.append(_:polygonRings:in:)` demands.
  /// - Complexity: O(*n*), for *n* positions.
  public init(
    leading: [JSONMember], trailing: [JSONMember], rings: [[Int32]], in table: PositionTable
  ) {
    self.init(leading, trailing) { bytes, bounds in
      bytes.append(polygonRings: rings, in: table, &bounds)
    }
  }

  private init(
    _ leading: [JSONMember], _ trailing: [JSONMember],
    geometry write: (inout ByteBuffer, inout GridBounds) -> Void
  ) {
    precondition(!leading.isEmpty && !trailing.isEmpty, "a gap needs properties on both sides")
    var text = ByteBuffer()
    text.append(literal: "{\"type\":\"Feature\",\"properties\":")
    text.append(object: leading)
    // The object goes on after the gap.
    text.rewind(to: text.count - 1)
    gap = text.count
    text.append(further: trailing)
    text.append(literal: "},\"geometry\":")
    var bounds = GridBounds()
    write(&text, &bounds)
    text.append(UInt8(ascii: "}"))
    self.text = text.takeWithoutRoom()
    self.bounds = bounds
  }

  /// How long the text is, without what is put into the gap.
  public var byteCount: Int { text.count }

  /// Appends the text, with further properties in the gap.
  func write(
    to bytes: inout ByteBuffer, inserting members: [JSONMember], _ bounds: inout GridBounds
  ) {
    text.withUnsafeBufferPointer { text in
      bytes.append(UnsafeBufferPointer(rebasing: text[..<gap]))
      bytes.append(further: members)
      bytes.append(UnsafeBufferPointer(rebasing: text[gap...]))
    }
    bounds.include(self.bounds)
  }
}

extension ByteBuffer {
  /// Appends members of an object, each after a comma.
  fileprivate mutating func append(further members: [JSONMember]) {
    for member in members {
      append(UInt8(ascii: ","))
      append(quoted: member.key)
      append(UInt8(ascii: ":"))
      append(member.value)
    }
  }
}

extension FeatureWriter {
  /// Writes a feature that was formatted before.
  ///
  /// - Parameter members: what to put into its gap.
  /// - Complexity: O(*n*), for *n* bytes, at the speed of copying them.
  public mutating func append(_ feature: EncodedFeature, inserting members: [JSONMember] = []) {
    appendFeature { bytes, bounds in
      feature.write(to: &bytes, inserting: members, &bounds)
    }
  }
}
