internal import ArgumentParser
internal import Geometry

/// A point that is typed, as in `--at 43.13,36.34`.
struct TypedPoint {
  let position: Position

  /// Reads a point, or says why the text is not one.
  static func parse(_ text: String) throws -> TypedPoint {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { Double($0.drop { $0 == " " }) }
    guard numbers.count == 2, let longitude = numbers[0], let latitude = numbers[1] else {
      throw ValidationError(
        "\"\(text)\" is not a point: write longitude and latitude in degrees, as in 43.13,36.34")
    }
    guard (-180...180).contains(longitude), (-90...90).contains(latitude) else {
      throw ValidationError(
        "\"\(text)\" is not a point on Earth: write the longitude first, then the latitude")
    }
    return TypedPoint(position: Position(longitude: longitude, latitude: latitude))
  }
}
