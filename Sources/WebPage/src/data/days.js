"use strict";

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

/** Days as offsets from the first day of a theatre, and their dates. */
class Calendar {
  /** @param {string} start the first day, as `2016-10-16`; `end` is the first day no longer shown. */
  constructor(start, end) {
    this.epoch = Date.parse(start) / 86400000;
    this.count = Math.max(1, Math.round(Date.parse(end) / 86400000 - this.epoch) || 1);
  }

  get last() {
    return this.count - 1;
  }

  clamp(day) {
    return Math.min(this.last, Math.max(0, Math.round(day)));
  }

  date(day) {
    return new Date((this.epoch + day) * 86400000);
  }

  /** `2016-11-04` */
  iso(day) {
    return this.date(day).toISOString().slice(0, 10);
  }

  /** `4 November 2016` */
  words(day) {
    const date = this.date(day);
    return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  }

  /** The day of `2016-11-04`, or null if that is not a date; some browsers take 30 February for 2 March. */
  parse(text) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text || "")) return null;
    const days = Date.parse(text) / 86400000;
    if (Number.isNaN(days)) return null;
    const day = Math.round(days - this.epoch);
    return this.iso(day) === text ? day : null;
  }

  /** The days on which months begin, with the length of the month, from the first shown to the last. */
  monthStarts() {
    const starts = [];
    const date = this.date(0);
    for (let month = date.getUTCMonth(), year = date.getUTCFullYear(); ; month++) {
      const day = Date.UTC(year, month, 1) / 86400000 - this.epoch;
      if (day > this.last) return starts;
      if (day >= 0) starts.push({ day, month: ((month % 12) + 12) % 12, year: this.date(day).getUTCFullYear() });
    }
  }
}
