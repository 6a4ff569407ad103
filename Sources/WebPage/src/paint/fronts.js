"use strict";

/** The lines of a map: fronts on two days, the outline of the theatre, its barriers. */
class LineWork {
  constructor(theatre, topology) {
    this.theatre = theatre;
    this.topology = topology;
    this.outline = topology.lines(topology.edgesWhere((left, right) => left < 0 || right < 0));
    this.regionOutlines = new Map();
    this.barrierBoxes = theatre.barriers.map(({ x, y }) => Box.around(x, y));
    /** The side of each code, -1 for nobody. */
    this.sideOfCode = Int16Array.from({ length: CellHistory.codeCount(theatre) }, (_, code) => {
      const state = theatre.states[CellHistory.stateOf(code)];
      return state ? theatre.sideOf(state.holder) : -1;
    });
  }

  /** The front over the codes of all cells, parted by whether both sides of it are certain. */
  front(codes) {
    const { left, right } = this.topology.edges;
    const { sideOfCode } = this;
    const certain = [];
    const uncertain = [];
    for (let edge = 0; edge < left.length; edge++) {
      if (left[edge] < 0 || right[edge] < 0) continue;
      const one = codes[left[edge]];
      const other = codes[right[edge]];
      const first = sideOfCode[one];
      const second = sideOfCode[other];
      if (first === second || first < 0 || second < 0) continue;
      (CellHistory.isUncertain(one) || CellHistory.isUncertain(other) ? uncertain : certain).push(edge);
    }
    return { certain: this.topology.lines(certain), uncertain: this.topology.lines(uncertain) };
  }

  stroke(surface, view, set) {
    surface.beginPath();
    traceRings(surface, view, this.topology, set, 0, set.classOffsets[1], false);
    surface.stroke();
  }

  drawFront(surface, view, front, palette) {
    const width = Math.min(2.6, Math.max(1.6, 1 + view.zoom / 8));
    surface.lineJoin = "round";
    surface.lineCap = "butt";
    for (const [set, dash] of [[front.certain, []], [front.uncertain, [7, 3]]]) {
      if (set.classOffsets[1] === 0) continue;
      surface.setLineDash([]);
      surface.lineWidth = width + 2.4;
      surface.strokeStyle = palette.paper;
      this.stroke(surface, view, set);
      surface.setLineDash(dash);
      surface.lineWidth = width;
      surface.strokeStyle = palette.front;
      this.stroke(surface, view, set);
    }
    surface.setLineDash([]);
  }

  drawGhost(surface, view, front, palette) {
    surface.lineJoin = "round";
    for (const set of [front.certain, front.uncertain]) {
      if (set.classOffsets[1] === 0) continue;
      surface.setLineDash([]);
      surface.lineWidth = 3;
      surface.strokeStyle = palette.paper;
      this.stroke(surface, view, set);
      surface.setLineDash([5, 4]);
      surface.lineWidth = 1.5;
      surface.strokeStyle = palette.muted;
      this.stroke(surface, view, set);
    }
    surface.setLineDash([]);
  }

  /** The outline of the ground of a region's places, chained once. */
  outlineOf(region) {
    if (!this.regionOutlines.has(region)) {
      const grounds = new Set(this.theatre.placesIn(region).map((place) => this.theatre.groundOfPlace[place]));
      const isInside = (cell) => cell >= 0 && grounds.has(this.theatre.cellGround[cell]);
      const edges = this.topology.edgesWhere((left, right) => isInside(left) !== isInside(right));
      this.regionOutlines.set(region, this.topology.lines(edges));
    }
    return this.regionOutlines.get(region);
  }

  /** A hatched band along each region in which there is fighting that no report places. */
  drawFights(surface, view, fights, palette) {
    surface.lineJoin = surface.lineCap = "round";
    surface.lineWidth = 8;
    const origin = [view.screenX(0) % PATTERN_SIZE, view.screenY(0) % PATTERN_SIZE];
    for (const { region } of fights) {
      for (const [pattern, color] of [["casing", palette.paper], ["fighting", palette.ink]]) {
        surface.strokeStyle = surface.pattern(pattern, color, ...origin);
        this.stroke(surface, view, this.outlineOf(region));
      }
    }
  }

  drawOutline(surface, view, palette) {
    surface.lineWidth = 1;
    surface.strokeStyle = palette.boundary;
    this.stroke(surface, view, this.outline);
  }

  drawBarriers(surface, view, palette) {
    surface.strokeStyle = palette.barrier;
    surface.lineJoin = surface.lineCap = "round";
    surface.lineWidth = Math.min(4, Math.max(1.2, view.zoom - 8));
    this.theatre.barriers.forEach(({ x, y }, index) => {
      const box = this.barrierBoxes[index];
      if (box.isEmpty || !view.shows(box.west, box.north, box.east, box.south)) return;
      surface.beginPath();
      let lastX = Infinity;
      let lastY = Infinity;
      for (let i = 0; i < x.length; i++) {
        const px = view.screenX(x[i]);
        const py = view.screenY(y[i]);
        if (i === 0) surface.moveTo(px, py);
        else if (i + 1 < x.length && Math.abs(px - lastX) + Math.abs(py - lastY) < 0.7) continue;
        else surface.lineTo(px, py);
        lastX = px;
        lastY = py;
      }
      surface.stroke();
    });
  }
}
