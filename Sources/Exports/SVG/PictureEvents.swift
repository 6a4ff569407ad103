internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// A day on which much changed hands, to be named in a picture.
struct PictureEvent: Hashable {
  let day: Day
  let place: PlaceID
  let name: String
  /// The actor that has it from then on.
  let holder: ActorID
  /// How large the ground is that changed hands, in square kilometres.
  let area: Double
  /// 1 for cities, 2 for the rest.
  let rank: Int
}

extension PictureSubject {
  /// The events of the days shown, the most important first.
  ///
  /// Two things are events: that a town or city goes over to another side (for the last time), and that a city, a town or a
  /// part of a city whose quarters are places of their own is wholly in the hands of a side that did not
  /// have all of it before, and stays so. Cities come first, and among them those with more ground.
  ///
  /// - Complexity: O(*n* log *n*), for *n* cells, changes of places, and places of regions, each place
  ///   counted for every region that it is in.
  var events: [PictureEvent] {
    let areas = areasOfSites
    var events: [PictureEvent] = []
    for (place, rank) in theatre.labelled where rank <= .town && !theatre.places[place].isRegion {
      if let event = change(ofPlace: place, rank: rank.rawValue, areas) { events.append(event) }
    }
    for (region, places) in placesOfRegion {
      let kind = theatre.places[region].kind
      guard ["city", "town", "city_part"].contains(kind), places.count > 1,
        let event = completion(of: region, places, rank: kind == "city" ? 1 : 2, areas)
      else { continue }
      events.append(event)
    }
    return events.sorted {
      $0.rank != $1.rank
        ? $0.rank < $1.rank
        : ($1.area, $0.day.number, $0.place) < ($0.area, $1.day.number, $1.place)
    }
  }

  /// When a place went over to another side for the last time.
  private func change(
    ofPlace place: PlaceID, rank: Int, _ areas: [SiteID: Double]
  ) -> PictureEvent? {
    guard let runs = runs(ofPlace: place) else { return nil }
    var side: String?
    var last: (day: Day, holder: ActorID)?
    for run in runs {
      guard let holder = run.state.state.holder else { continue }
      let actor = theatre.actors[holder]
      if let side, side != actor.side { last = (run.day, holder) }
      side = actor.side
    }
    return last.map { day, holder in
      PictureEvent(
        day: day, place: place, name: theatre.places[place].name, holder: holder,
        area: area(ofPlaces: [place], areas), rank: rank)
    }
  }

  /// When the last place of a region went over to a side that has all of it at the end.
  private func completion(
    of region: PlaceID, _ places: [PlaceID], rank: Int, _ areas: [SiteID: Double]
  ) -> PictureEvent? {
    let stepFunctions = places.compactMap(runs(ofPlace:)).map { runs in
      StepFunction(runs) { $0?.state.holder.map { theatre.actors[$0].side } }
    }
    guard let side = stepFunctions.first?.last, stepFunctions.allSatisfy({ $0.last == side }),
      let (day, latest) = zip(
        stepFunctions.map { $0.changes.last?.day ?? period.lowerBound }, places
      )
      .max(by: { $0.0 < $1.0 }),
      period.lowerBound < day, let holder = runs(ofPlace: latest)?.last?.state.state.holder
    else { return nil }
    return PictureEvent(
      day: day, place: region, name: "all of \(theatre.places[region].name)", holder: holder,
      area: area(ofPlaces: places, areas), rank: rank)
  }

  /// The areas of the cells of each site, in square kilometres.
  private var areasOfSites: [SiteID: Double] {
    var areas: [SiteID: Double] = [:]
    for cell in history.cells {
      if let site = cell.site { areas[site, default: 0] += cell.areaInSquareKilometers }
    }
    return areas
  }

  /// The area of the sites of places; a site that several of them are on counts once.
  private func area(ofPlaces places: [PlaceID], _ areas: [SiteID: Double]) -> Double {
    var counted: Set<SiteID> = []
    return places.reduce(0) { sum, place in
      guard let site = tracker.sites.site(ofPlace: place), counted.insert(site).inserted
      else { return sum }
      return sum + (areas[site] ?? 0)
    }
  }
}
