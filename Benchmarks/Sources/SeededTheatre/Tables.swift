internal import Foundation
internal import GeoJSON
internal import Theatre

/// Where a made-up country lies.
struct Degrees {
  static let longitude = 20.0
  static let latitude = 45.0

  private let radius: (longitude: Double, latitude: Double)

  /// Gives each settlement 18 km², as many as it has in Ukraine.
  init(siteCount: Int) {
    let kilometers = (18 * Double(siteCount) / .pi).squareRoot()
    let latitude = kilometers / 111.2
    radius = (latitude / cos(Self.latitude * .pi / 180), latitude)
  }

  /// Longitude and latitude, to six decimals.
  func text(_ x: Double, _ y: Double) -> (longitude: String, latitude: String) {
    (
      Self.decimals(Self.longitude + x * radius.longitude),
      Self.decimals(Self.latitude + y * radius.latitude)
    )
  }

  private static func decimals(_ number: Double) -> String {
    let millionths = Int((number * 1e6).rounded())
    let digits = String(abs(millionths) % 1_000_000 + 1_000_000).dropFirst()
    return "\(millionths < 0 ? "-" : "")\(abs(millionths) / 1_000_000).\(digits)"
  }
}

/// The files of a theatre.
extension SeededTheatre {
  private static let start = Day(number: 18_262)
  private static let actorNames = ["west", "east", "ally"]

  static let actors = """
    id,name,side,color
    west,The West,west,#1f77b4
    east,The East,east,#d62728
    ally,The East's ally,east,#ff9896

    """

  static let sources = """
    id,title,publisher,published,reliability,favours,licence,note
    seed,Made up by a seed,,2020-01-01,B,,none,

    """

  static func settings(_ siteCount: Int, days: Int) -> String {
    """
    {
      "name": "seeded-\(siteCount)",
      "title": "A made-up war over \(siteCount) settlements",
      "start": "\(start)",
      "end": "\(start.advanced(by: days))",
      "timezone": "UTC",
      "boundary": "boundary.geojson",
      "barriers": [],
      "exits": null,
      "licence": "none"
    }

    """
  }

  static func boundary(_ country: Country, _ degrees: Degrees) -> String {
    let corners = country.corners + country.corners.prefix(1)
    let positions = corners.map { corner in
      let (longitude, latitude) = degrees.text(corner.x, corner.y)
      return "[\(longitude),\(latitude)]"
    }
    return """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"name":"outline"},"geometry":{"type":"Polygon",\
      "coordinates":[[\(positions.joined(separator: ","))]]}}
      ]}

      """
  }

  static func places(_ country: Country, _ degrees: Degrees) -> String {
    var text = "id,name,aliases,kind,latitude,longitude,precision_km,parent,source,note\n"
    for (number, site) in country.sites.enumerated() {
      let (longitude, latitude) = degrees.text(site.x, site.y)
      text += "p\(number),Settlement \(number),,settlement,\(latitude),\(longitude),,,seed,\n"
    }
    return text
  }

  static func reports(_ war: War, spread: Int) -> String {
    var text = "id,date,place,actor,status,source,paragraph,credibility,note\n"
    for (number, statement) in war.statements.enumerated() {
      // What was so on the first day stays there.
      let step = statement.day == 0 ? 0 : number % spread
      let day = start.advanced(by: statement.day * spread + step)
      let status = statement.isFight ? "contested" : "control"
      text += "r\(number),\(day),p\(statement.site),\(actorNames[statement.actor])"
      text += ",\(status),seed,,2,\n"
    }
    return text
  }
}
