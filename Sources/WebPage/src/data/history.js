"use strict";

/**
 * What every cell is in, day by day, as numbers that fit a typed array.
 *
 * A code is 0 for a cell of which nothing is known, else `1 + 4 * state + 2 * inferred + uncertain`.
 */
class CellHistory {
  constructor(theatre) {
    this.theatre = theatre;
    this.initial = new Int32Array(theatre.cellCount);
    const found = this.collect();
    this.sortByDay(found);
    this.changeDays = this.daysOfChange();
  }

  static isInferred(code) {
    return code > 0 && ((code - 1) & 2) !== 0;
  }

  static isUncertain(code) {
    return code > 0 && ((code - 1) & 1) !== 0;
  }

  /** The index of the state, or -1. */
  static stateOf(code) {
    return code > 0 ? (code - 1) >> 2 : -1;
  }

  /** How many codes there can be. */
  static codeCount(theatre) {
    return 1 + 4 * theatre.states.length;
  }

  /** The initial codes, and the later changes of all cells in the order of the cells. */
  collect() {
    const { theatre } = this;
    const { runs, runOffsets, entryDay, entryState, entryOffsets } = theatre;
    const found = { cell: [], day: [], before: [], after: [] };
    let code;
    const put = (cell, day, next) => {
      if (day <= 0) {
        this.initial[cell] = next;
      } else if (next !== code) {
        found.cell.push(cell);
        found.day.push(day);
        found.before.push(code);
        found.after.push(next);
      }
      code = next;
    };
    for (let cell = 0; cell < theatre.cellCount; cell++) {
      code = 0;
      for (let run = runOffsets[cell]; run < runOffsets[cell + 1]; run++) {
        const from = runs.day[run];
        const until = run + 1 < runOffsets[cell + 1] ? runs.day[run + 1] : Infinity;
        const source = runs.source[run];
        if (source < 0) {
          put(cell, from, 0);
          continue;
        }
        const flags = 1 + (source !== theatre.cellGround[cell] ? 2 : 0) + runs.uncertain[run];
        let entry = theatre.entryOn(source, from);
        put(cell, from, entry < 0 ? 0 : 4 * entryState[entry] + flags);
        entry = entry < 0 ? entryOffsets[source] : entry + 1;
        for (; entry < entryOffsets[source + 1] && entryDay[entry] < until; entry++) {
          put(cell, entryDay[entry], 4 * entryState[entry] + flags);
        }
      }
    }
    return found;
  }

  /** Puts the changes in the order of their days; those of a day stay in the order of the cells. */
  sortByDay({ cell, day, before, after }) {
    const { last } = this.theatre.calendar;
    const order = Uint32Array.from(day.keys()).filter((i) => day[i] <= last);
    order.sort((a, b) => day[a] - day[b] || a - b);
    this.cell = Int32Array.from(order, (i) => cell[i]);
    this.day = Int32Array.from(order, (i) => day[i]);
    this.before = Int32Array.from(order, (i) => before[i]);
    this.after = Int32Array.from(order, (i) => after[i]);
  }

  daysOfChange() {
    return Int32Array.from(new Set(this.day));
  }

  /** The next day after `day` on which something changes, or -1. */
  nextChange(day) {
    const index = lastAtMost(this.changeDays, day, 0, this.changeDays.length) + 1;
    return index < this.changeDays.length ? this.changeDays[index] : -1;
  }

  /** The last day before `day` on which something changes, the first day if none is, or -1 on that. */
  previousChange(day) {
    const index = lastAtMost(this.changeDays, day - 1, 0, this.changeDays.length);
    if (index >= 0) return this.changeDays[index];
    return day > 0 ? 0 : -1;
  }

  /** The places whose own state is another than on the day before, with both codes. */
  placesChangedOn(day) {
    const { theatre } = this;
    const changed = [];
    const from = lastAtMost(this.day, day - 1, 0, this.day.length) + 1;
    for (let i = from; i < this.day.length && this.day[i] === day; i++) {
      const cell = this.cell[i];
      const same = CellHistory.stateOf(this.before[i]) === CellHistory.stateOf(this.after[i]);
      if (!theatre.cellHolds[cell] || same) continue;
      for (const place of theatre.placesOfCell(cell)) {
        changed.push({ place, before: this.before[i], after: this.after[i] });
      }
    }
    return changed;
  }
}

/** The codes of all cells on a day that can be moved. A move costs what changes on its way. */
class Board {
  constructor(history) {
    this.history = history;
    this.codes = history.initial.slice();
    this.day = 0;
    this.at = 0;
  }

  /** @returns whether any cell is in another state than before */
  moveTo(day) {
    const { history, codes } = this;
    const from = this.at;
    while (this.at < history.day.length && history.day[this.at] <= day) {
      codes[history.cell[this.at]] = history.after[this.at];
      this.at++;
    }
    while (this.at > 0 && history.day[this.at - 1] > day) {
      this.at--;
      codes[history.cell[this.at]] = history.before[this.at];
    }
    this.day = day;
    return this.at !== from;
  }
}
