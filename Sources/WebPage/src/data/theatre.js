"use strict";

/**
 * The data of the page with its columns unpacked. What only the explanation of a place needs is
 * unpacked when it is first asked for.
 */
class Theatre {
  /** @param {object} data the parsed JSON value, as Documentation/Page.md describes it */
  constructor(data) {
    this.data = data;
    Object.assign(this, data.theatre);
    this.calendar = new Calendar(data.theatre.start, data.theatre.end);
    this.actors = data.actors;
    this.sides = data.sides;
    this.states = data.states;
    this.style = data.style;
    this.attribution = data.attribution || [];
    this.sources = data.sources || [];
    this.incidents = data.incidents || [];
    this.fights = data.fights || [];
    this.readShapes(data);
    this.readHistory(data);
    this.readPlaces(data);
  }

  readShapes({ vertices, edges, cells, barriers, scale }) {
    this.x = this.eastings(vertices.x, vertices.count, scale);
    this.y = this.northings(vertices.y, vertices.count, scale);
    this.edges = {};
    for (const key of ["start", "end", "left", "right"]) this.edges[key] = unpack(edges[key], edges.count);
    this.edgeCount = edges.count;
    this.cellCount = cells.count;
    this.cellGround = unpack(cells.ground, cells.count);
    this.cellHolds = unpack(cells.holds, cells.count, Uint8Array);
    /** In square kilometres. */
    this.cellArea = unpack(cells.area, cells.count, Float64Array).map((area) => area / 10000);
    this.barriers = (barriers || []).map(({ name, count, x, y }) => ({
      name, x: this.eastings(x, count, scale), y: this.northings(y, count, scale),
    }));
  }

  eastings(column, count, scale) {
    return unpack(column, count, Float64Array).map((x) => eastingOf(x / scale));
  }

  northings(column, count, scale) {
    return unpack(column, count, Float64Array).map((y) => northingOf(y / scale));
  }

  readHistory({ grounds, cells, runs, entries }) {
    const runCounts = unpack(runs.counts, cells.count);
    this.runOffsets = offsetsOf(runCounts);
    const runCount = this.runOffsets[cells.count];
    this.runs = {};
    for (const key of ["day", "source", "km", "uncertain"]) {
      this.runs[key] = unpack(runs[key], runCount);
    }
    this.groundCount = grounds.count;
    this.groundOffsets = offsetsOf(unpack(grounds.counts, grounds.count));
    this.groundPlaces = unpack(grounds.places, this.groundOffsets[grounds.count]);
    this.entryOffsets = offsetsOf(unpack(entries.counts, grounds.count));
    this.entryCount = this.entryOffsets[grounds.count];
    this.entryDay = unpack(entries.day, this.entryCount);
    this.entryState = unpack(entries.state, this.entryCount);
  }

  readPlaces({ places, labelled, labelled_count }) {
    const { count } = places;
    this.placeCount = count;
    this.placeId = places.id;
    this.placeName = places.name;
    this.placeOther = places.other;
    const scale = this.data.scale;
    this.placeX = this.eastings(places.x, count, scale);
    this.placeY = this.northings(places.y, count, scale);
    this.placeParent = unpack(places.parent, count);
    this.placeIsRegion = unpack(places.region, count, Uint8Array);
    this.placeRank = unpack(places.rank, count, Uint8Array);
    this.placeKind = unpack(places.kind, count);
    this.labelled = unpack(labelled, labelled_count);

    /** The ground a place is the site of, and the cell in which that site lies; -1 for none. */
    this.groundOfPlace = new Int32Array(count).fill(-1);
    for (let ground = 0; ground < this.groundCount; ground++) {
      for (let i = this.groundOffsets[ground]; i < this.groundOffsets[ground + 1]; i++) {
        this.groundOfPlace[this.groundPlaces[i]] = ground;
      }
    }
    this.siteCell = new Int32Array(this.groundCount).fill(-1);
    for (let cell = 0; cell < this.cellCount; cell++) {
      if (this.cellHolds[cell]) this.siteCell[this.cellGround[cell]] = cell;
    }
  }

  cellOfPlace(place) {
    const ground = this.groundOfPlace[place];
    return ground < 0 ? -1 : this.siteCell[ground];
  }

  /** The places of a cell's ground; the cell may be a part of it without them. */
  placesOfCell(cell) {
    const ground = this.cellGround[cell];
    return ground < 0
      ? [] : Array.from(this.groundPlaces.subarray(this.groundOffsets[ground], this.groundOffsets[ground + 1]));
  }

  /** How well the position of a place is known, in tenths of a kilometre; -1 where nobody says. */
  get placePrecision() {
    const column = unpack(this.data.places.precision, this.placeCount);
    Object.defineProperty(this, "placePrecision", { value: column });
    return column;
  }

  kindOf(place) {
    return (this.data.places.kinds[this.placeKind[place]] || "place").replaceAll("_", " ");
  }

  otherNames(place) {
    return (this.placeOther[place] || "").split("|").filter((name) => name !== "");
  }

  /** The lines that tell whose work the map rests on and its licence; the last tells how it is drawn. */
  get credits() {
    const [drawn, ...credits] = this.attribution;
    return drawn === undefined ? [] : [...credits, drawn];
  }

  /** The regions a place lies in, the nearest first. */
  regionsOf(place) {
    const regions = [];
    for (let at = this.placeParent[place]; at >= 0 && regions.length < 20; at = this.placeParent[at]) regions.push(at);
    return regions;
  }

  /** The fighting somewhere in regions on a day; no report says where. */
  fightsOn(day) {
    return this.fights.filter(({ start, end }) => start <= day && (end === null || day < end));
  }

  /** The places with ground that lie in a region. */
  placesIn(region) {
    const places = [];
    for (let place = 0; this.placeIsRegion[region] && place < this.placeCount; place++) {
      if (this.cellOfPlace(place) >= 0 && this.regionsOf(place).includes(region)) places.push(place);
    }
    return places;
  }

  sideOf(holder) {
    return holder < 0 ? -1 : this.actors[holder].side;
  }

  /** The name of a side: of its actor if it has but one, else its own. */
  sideName(side) {
    const actors = this.actors.filter((actor) => actor.side === side);
    return plainName(actors.length === 1 ? actors[0].name : this.sides[side], 40);
  }

  /** The entry of a ground that is in force on a day, or -1. */
  entryOn(ground, day) {
    const from = this.entryOffsets[ground];
    const entry = lastAtMost(this.entryDay, day, from, this.entryOffsets[ground + 1]);
    return entry < from ? -1 : entry;
  }

  /** The run of a cell that is in force on a day, or -1. */
  runOn(cell, day) {
    const from = this.runOffsets[cell];
    const run = lastAtMost(this.runs.day, day, from, this.runOffsets[cell + 1]);
    return run < from ? -1 : run;
  }

  /** The columns of entries behind a decision. */
  get evidence() {
    const { entries } = this.data;
    const count = this.entryCount;
    const decidedOffsets = offsetsOf(unpack(entries.decided_counts, count));
    const consideredOffsets = offsetsOf(unpack(entries.considered_counts, count));
    const evidence = {
      decidedOffsets, consideredOffsets,
      disputed: unpack(entries.disputed, count, Uint8Array),
      holderReport: unpack(entries.holder_report, count),
      decided: unpack(entries.decided, decidedOffsets[count]),
      considered: unpack(entries.considered, consideredOffsets[count]),
      verdict: unpack(entries.verdict, consideredOffsets[count]),
    };
    Object.defineProperty(this, "evidence", { value: evidence });
    return evidence;
  }

  /** How sure the states are. */
  get confidence() {
    const columns = new ConfidenceColumns(this);
    Object.defineProperty(this, "confidence", { value: columns });
    return columns;
  }

  /** The columns of the reports. */
  get reports() {
    const { reports } = this.data;
    const columns = { count: reports.count };
    for (const key of ["day", "known", "place", "actor", "status", "source", "credibility"]) {
      columns[key] = unpack(reports[key], reports.count);
    }
    Object.defineProperty(this, "reports", { value: columns });
    return columns;
  }
}
