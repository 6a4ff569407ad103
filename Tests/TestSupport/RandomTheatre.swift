/// A theatre of random sites and reports in the box of the small theatre.
public func randomTheatre(seed: UInt64, sites: Int, reports: Int, barrier: Bool = true)
  -> SmallTheatre
{
  var random = SeededGenerator(seed: seed)
  var theatre = SmallTheatre()
  if !barrier { theatre.settings = theatre.settings.replacing("\"river.geojson\"", with: "") }
  theatre.placeRows = (0..<sites).map { index in
    let longitude = Double.random(in: 43.001...43.999, using: &random)
    let latitude = Double.random(in: 36.001...36.999, using: &random)
    return "p\(index),Place \(index),,town,\(latitude),\(longitude),,,test,"
  }
  theatre.reportRows = (0..<reports).map { index in
    let place = Int.random(in: 0..<sites, using: &random)
    let day = Int.random(in: 10...31, using: &random)
    let actor = ["red", "crimson", "blue"].randomElement(using: &random) ?? "red"
    let statuses = [
      "control", "control", "control", "contested", "entered", "withdrew", "encircled",
    ]
    let status = statuses.randomElement(using: &random) ?? "control"
    return "r\(index),2020-01-\(day),,p\(place),\(actor),\(status),paper,,3,"
  }
  return theatre
}
