"use strict";

/**
 * The ways in which ground is drawn, and which of them each code of a cell has. Cells of one class
 * become one polygon.
 */
class PaintTable {
  constructor(count) {
    this.paints = [];
    this.indices = new Map();
    this.classOf = new Uint16Array(count);
  }

  /** The class of a paint; equal paints have one. */
  add(paint) {
    const key = JSON.stringify(paint);
    if (!this.indices.has(key)) {
      this.indices.set(key, this.paints.length);
      this.paints.push(paint);
    }
    return this.indices.get(key);
  }

  /** What a day looks like, without what the legend leaves out. */
  static ofDay(theatre, palette, filters) {
    const count = CellHistory.codeCount(theatre);
    const table = new PaintTable(count);
    for (let code = 0; code < count; code++) {
      const state = theatre.states[CellHistory.stateOf(code)];
      const isInferred = CellHistory.isInferred(code);
      table.classOf[code] = table.add(
        filters.showsGround(state, isInferred)
          ? {
              color: palette.ground(state ? state.holder : -1, isInferred),
              pattern: PaintTable.patternOf(state),
              hatch: state && state.holder < 0 ? palette.muted : palette.hatch,
            }
          : {});
    }
    return table;
  }

  static patternOf(state) {
    if (!state) return undefined;
    return { contested: "hatch", presumed: "dots" }[state.status];
  }
}

/** Paints by the codes before and after: what a side won is strong, what nobody holds now is crossed out. */
class ChangePaints {
  constructor(theatre, palette) {
    this.theatre = theatre;
    this.palette = palette;
    this.table = new PaintTable(0);
    this.known = new Map();
  }

  get paints() {
    return this.table.paints;
  }

  classFor(before, after) {
    const key = before * 65536 + after;
    if (!this.known.has(key)) this.known.set(key, this.table.add(this.paint(before, after)));
    return this.known.get(key);
  }

  paint(before, after) {
    const { theatre, palette } = this;
    const [old, now] = [before, after].map((code) => {
      const state = theatre.states[CellHistory.stateOf(code)];
      return state ? state.holder : -1;
    });
    if (theatre.sideOf(old) === theatre.sideOf(now)) return { color: now < 0 ? palette.unknown : palette.pale(now) };
    if (now < 0) return { color: palette.ground(old), pattern: "cross", outline: palette.ink };
    return { color: palette.ground(now), outline: palette.ink };
  }
}
