internal import Geometry
internal import JSON

/// A position as whole millionths of a degree, as it is written.
struct GridPosition: Hashable, Comparable {
  let longitude: Int
  let latitude: Int

  init(longitude: Int, latitude: Int) {
    self.longitude = longitude
    self.latitude = latitude
  }

  init(_ position: Position) {
    longitude = (position.longitude * 1_000_000).roundedHalfAway
    latitude = (position.latitude * 1_000_000).roundedHalfAway
  }

  static func < (left: GridPosition, right: GridPosition) -> Bool {
    left.longitude != right.longitude
      ? left.longitude < right.longitude : left.latitude < right.latitude
  }
}

extension [GridPosition] {
  /// Rounds positions, all of them.
  init(rounding positions: [Position]) {
    self = positions.map(GridPosition.init)
  }

  /// Rounds positions and leaves out those that equal the one before then.
  init(roundingWithoutRepetitions positions: [Position]) {
    self.init(unsafeUninitializedCapacity: positions.count) { buffer, count in
      for position in positions {
        let rounded = GridPosition(position)
        if count > 0, buffer[count - 1] == rounded { continue }
        buffer.initializeElement(at: count, to: rounded)
        count += 1
      }
    }
  }
}

/// The box around everything written, in millionths of a degree.
struct GridBounds {
  private var west = Int.max
  private var south = Int.max
  private var east = Int.min
  private var north = Int.min

  /// West, south, east and north, or nil while there is nothing inside.
  var numbers: [Int]? { west > east ? nil : [west, south, east, north] }

  mutating func include(_ position: GridPosition) {
    west = min(west, position.longitude)
    south = min(south, position.latitude)
    east = max(east, position.longitude)
    north = max(north, position.latitude)
  }

  mutating func include(_ other: GridBounds) {
    west = min(west, other.west)
    south = min(south, other.south)
    east = max(east, other.east)
    north = max(north, other.north)
  }
}

extension ByteBuffer {
  /// Appends positions with a comma after each.
  mutating func append(_ positions: some RandomAccessCollection<GridPosition>) {
    var rest = positions[...]
    while !rest.isEmpty {
      let piece = rest.prefix(512)
      rest = rest.dropFirst(512)
      // A number touches at most 32 bytes.
      write(atMost: piece.count * 72) {
        var end = $0
        for position in piece {
          end = end.writing(UInt8(ascii: "[")).writing(millionths: position.longitude)
          end = end.writing(UInt8(ascii: ",")).writing(millionths: position.latitude)
          end = end.writing(UInt8(ascii: "]")).writing(UInt8(ascii: ","))
        }
        return end
      }
    }
  }

  /// Writes the end of an array over the comma after its last element.
  mutating func closeArray() {
    rewind(to: count - 1)
    append(UInt8(ascii: "]"))
  }
}
