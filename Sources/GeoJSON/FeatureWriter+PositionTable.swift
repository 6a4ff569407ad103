public import JSON

/// Polygons whose corners are in a table.
extension FeatureWriter {
  /// Writes one feature that is a polygon: the same bytes as for the same `Polygon`.
  ///
  /// Positions that rounding has made equal to the one before are left out, and so is a hole
  /// smaller than the rounding.
  ///
  /// - Parameters:
  ///   - properties: what is said of it.
  ///   - rings: the outer ring and the holes, as indices of the table.
  ///   - table: where the positions are.
  /// - Precondition: the rings are in canonical form by the table's millionths. Each has at least
  ///   four positions, the last of which is the first, and begins at its smallest position, by
  ///   longitude and then latitude. The outer ring comes first and runs counter-clockwise, the
  ///   holes run clockwise and are in the order of their positions. That the indices are the
  ///   table's is always checked, the rest in debug builds only.
  /// - Complexity: O(*n*), for *n* positions, at the speed of copying their text.
  public mutating func append(
    _ properties: [JSONMember], polygonRings rings: [[Int32]], in table: PositionTable
  ) {
    append(properties) { bytes, bounds in
      bytes.append(polygonRings: rings, in: table, &bounds)
    }
  }
}

extension ByteBuffer {
  /// Appends a polygon whose corners are in a table.
  mutating func append(
    polygonRings rings: [[Int32]], in table: PositionTable, _ bounds: inout GridBounds
  ) {
    assert(table.isCanonical(rings), "the rings are in canonical form")
    append(literal: "{\"type\":\"Polygon\",\"coordinates\":[")
    for (index, ring) in rings.enumerated() {
      let start = count
      if index > 0 { append(UInt8(ascii: ",")) }
      var box = GridBounds()
      let written = append(ring, in: table, skipping: true, &box)
      if written < 4 {
        rewind(to: start)
        if index > 0 { continue }
        _ = append(ring, in: table, skipping: false, &box)
      }
      bounds.include(box)
    }
    append(literal: "]}")
  }

  /// Appends a ring and returns how many positions it has as written.
  fileprivate mutating func append(
    _ ring: [Int32], in table: PositionTable, skipping: Bool, _ bounds: inout GridBounds
  ) -> Int {
    var written = 0
    append(literal: "[[")
    table.withSlots { slots in
      // A position has at most 22 bytes of text and 3 after it; writing it touches 28.
      write(atMost: ring.count * 25 + 8) {
        var end = $0
        var last = UInt64.max
        for index in ring {
          precondition(
            index >= 0 && Int(index) < slots.count, "the index must be one of the table's")
          let slot = slots[Int(index)]
          if skipping, slot[3] == last { continue }
          last = slot[3]
          bounds.include(slot.gridPosition)
          end = end.writing(slot: slot)
          written += 1
        }
        return end
      }
    }
    // "],[" stands after the last position too: the ring ends over its comma.
    rewind(to: count - 2)
    append(UInt8(ascii: "]"))
    return written
  }
}

extension PositionTable {
  /// Whether rings are as a writer would put them.
  fileprivate func isCanonical(_ rings: [[Int32]]) -> Bool {
    let written = rings.map { ring in
      ring.map { index in
        let (longitude, latitude) = millionths(at: Int(index))
        return GridPosition(longitude: longitude, latitude: latitude)
      }
    }
    return GridRing.areCanonical(written)
  }
}
