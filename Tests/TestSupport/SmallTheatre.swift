/// The tables of a small made-up theatre, to be changed by a test and written into a folder.
///
/// A box of one degree by one degree, a river from south to north through its middle, red holds
/// the west bank and blue the east; every exit is open to both.
public struct SmallTheatre: Sendable {
  /// `theatre.json`.
  public var settings = """
    {
      "name": "box",
      "title": "A box with a river",
      "start": "2020-01-01",
      "end": "2020-02-01",
      "timezone": "UTC",
      "projection": null,
      "boundary": "boundary.geojson",
      "barriers": ["river.geojson"],
      "exits": null,
      "licence": "none"
    }
    """

  /// `actors.csv`.
  public var actors = """
    id,name,side,color
    red,Red,red,#cc0000
    crimson,Crimson,red,#dd3333
    blue,Blue,blue,#0000cc

    """

  /// `sources.csv`.
  public var sources = """
    id,title,publisher,published,reliability,favours,licence,note
    paper,A paper,,2020-01-01,B,,none,
    reds,The red bulletin,,2020-01-01,B,red,none,
    poor,A rumour,,2020-01-01,D,,none,

    """

  /// The first line of `places.csv`.
  public var placeHeader =
    "id,name,aliases,kind,latitude,longitude,precision_km,parent,source,note"

  /// The rows of `places.csv`.
  public var placeRows = [
    "land,Land,,country,36.5,43.5,,,test,",
    "westland,Westland,,district,36.5,43.25,,land,test,",
    "eastland,Eastland,,district,36.5,43.75,,land,test,",
    "north-west,North West,شمال غرب,town,36.75,43.25,0.5,westland,test,",
    "south-west,South West,,town,36.25,43.25,0.5,westland,test,",
    "north-east,North East,,town,36.75,43.75,0.5,eastland,test,",
    "south-east,South East,,town,36.25,43.75,0.5,eastland,test,",
  ]

  /// The first line of `reports.csv`.
  public var reportHeader =
    "id,date,reported,place,actor,status,source,paragraph,credibility,note"

  /// The rows of `reports.csv`.
  public var reportRows = [
    "r1,2019-12-01,,westland,red,control,paper,1,3,",
    "r2,2019-12-01,,eastland,blue,control,paper,1,3,",
  ]

  /// `incidents.csv`, if the theatre has one.
  public var incidents: String?

  /// The first line of `measures.csv`.
  public var measureHeader =
    "id,source,paragraph,kind,subject,object,value,unit,as_of,value2,unit2,approx,bound,note"

  /// The rows of `measures.csv`; without any there is no such file.
  public var measureRows: [String] = []

  /// `boundary.geojson`.
  public var boundary = """
    {"type": "Polygon", "coordinates": [[[43, 36], [44, 36], [44, 37], [43, 37], [43, 36]]]}
    """

  /// `river.geojson`.
  public var river = """
    {"type": "LineString", "coordinates": [[43.5, 35.9], [43.5, 37.1]]}
    """

  /// `exits.geojson`, if the theatre has one; the settings must name it.
  public var exits: String?

  /// The theatre as it is described above.
  public init() {}

  /// Adds a member to the settings, as in `"reach_km": 20`.
  public mutating func addSetting(_ member: String) {
    settings = settings.replacing("\"licence\"", with: "\(member), \"licence\"")
  }

  /// Names a projection.
  public mutating func setProjection(_ name: String) {
    settings = settings.replacing("\"projection\": null", with: "\"projection\": \"\(name)\"")
  }

  /// Gives it exits: the western edge, open to the sides in a list such as `"red", "blue"`.
  public mutating func openWest(to sides: String) {
    settings = settings.replacing("\"exits\": null", with: "\"exits\": \"exits.geojson\"")
    exits = """
      {"type": "Feature", "id": "west", "properties": {"name": "Western edge", "sides": [\(sides)]},
       "geometry": {"type": "LineString", "coordinates": [[43, 36], [43, 37]]}}
      """
  }

  /// Writes all tables into a new folder.
  public func write() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try write(to: folder)
    return folder
  }

  /// Writes all tables into a folder.
  public func write(to folder: TemporaryFolder) throws {
    try folder.write(settings, to: "theatre.json")
    try folder.write(actors, to: "actors.csv")
    try folder.write(sources, to: "sources.csv")
    try folder.write(([placeHeader] + placeRows + [""]).joined(separator: "\n"), to: "places.csv")
    try folder.write(
      ([reportHeader] + reportRows + [""]).joined(separator: "\n"), to: "reports.csv")
    try folder.write(boundary, to: "boundary.geojson")
    try folder.write(river, to: "river.geojson")
    if let incidents { try folder.write(incidents, to: "incidents.csv") }
    if !measureRows.isEmpty {
      try folder.write(
        ([measureHeader] + measureRows + [""]).joined(separator: "\n"), to: "measures.csv")
    }
    if let exits { try folder.write(exits, to: "exits.geojson") }
  }
}
