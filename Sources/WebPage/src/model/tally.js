"use strict";

/** Square kilometres and places in each state on a day. */
class Tally {
  constructor(theatre) {
    this.theatre = theatre;
    this.placeCount = Float64Array.from({ length: theatre.cellCount }, (_, cell) =>
      theatre.cellHolds[cell] ? theatre.placesOfCell(cell).length : 0);
    const codeCount = CellHistory.codeCount(theatre);
    this.areas = new Float64Array(codeCount);
    this.places = new Float64Array(codeCount);
  }

  /**
   * What each actor holds unfought, what is contested, what nobody is known to hold, and how much of all
   * that is inferred.
   */
  of(codes) {
    const { theatre, areas, places, placeCount } = this;
    areas.fill(0);
    places.fill(0);
    for (let cell = 0; cell < codes.length; cell++) {
      areas[codes[cell]] += theatre.cellArea[cell];
      places[codes[cell]] += placeCount[cell];
    }
    const sums = {
      holders: theatre.actors.map(() => ({ area: 0, places: 0 })),
      contested: { area: 0, places: 0 }, presumed: { area: 0, places: 0 },
      unknown: { area: 0, places: 0 }, inferred: { area: 0, places: 0 },
    };
    const add = (sum, code) => {
      sum.area += areas[code];
      sum.places += places[code];
    };
    for (let code = 0; code < areas.length; code++) {
      if (areas[code] === 0 && places[code] === 0) continue;
      const state = theatre.states[CellHistory.stateOf(code)];
      if (state && state.status === "contested") add(sums.contested, code);
      else if (!state || state.holder < 0) add(sums.unknown, code);
      else add(sums.holders[state.holder], code);
      if (state && state.status === "presumed") add(sums.presumed, code);
      if (CellHistory.isInferred(code)) add(sums.inferred, code);
    }
    return sums;
  }

  /** What each side won and lost from one day to another, contested ground being its holder's. */
  between(before, after) {
    const { theatre } = this;
    const sums = theatre.sides.map(() => ({ won: 0, lost: 0, placesWon: [], placesLost: [] }));
    const sideOf = (code) => {
      const state = theatre.states[CellHistory.stateOf(code)];
      return state ? theatre.sideOf(state.holder) : -1;
    };
    for (let cell = 0; cell < before.length; cell++) {
      if (before[cell] === after[cell]) continue;
      const old = sideOf(before[cell]);
      const now = sideOf(after[cell]);
      if (old === now) continue;
      const places = theatre.cellHolds[cell] ? theatre.placesOfCell(cell) : [];
      if (now >= 0) {
        sums[now].won += theatre.cellArea[cell];
        sums[now].placesWon.push(...places);
      }
      if (old >= 0) {
        sums[old].lost += theatre.cellArea[cell];
        sums[old].placesLost.push(...places);
      }
    }
    return sums;
  }
}
