"use strict";

/**
 * How far a state can be trusted, as the data declare it: a list of factors, each a column of a table. This knows
 * none of them by name.
 */
class ConfidenceColumns {
  constructor(theatre) {
    this.theatre = theatre;
    const { product = [] } = theatre.data.confidence || {};
    this.factors = product.map((factor) => ({ ...factor, values: this.column(factor.table, factor.column) }));
    this.starts = new Map();
    for (const { since } of product) if (since) this.starts.set(since, this.column("entries", since));
  }

  column(table, name) {
    const { data, entryCount, runs } = this.theatre;
    const counts = { entries: entryCount, runs: runs.day.length, ages: data.ages.count };
    return unpack(data[table][name], counts[table]);
  }

  /**
   * The confidence on a day, and the factors it is the product of.
   *
   * @returns {{ value: number, factors: { value: number, words: string, days: ?number, isOfInferred: boolean }[] }}
   */
  on(day, entry, run) {
    const factors = this.factors.map(({ table, values, one, words, since, of_inferred: isOfInferred = false }) => {
      const days = since ? Math.max(0, day - this.starts.get(since)[entry]) : null;
      const row = { entries: entry, runs: run, ages: Math.min(days, values.length - 1) }[table];
      return { value: values[row] / one, words, days, isOfInferred };
    });
    return { value: factors.reduce((product, { value }) => product * value, 1), factors };
  }
}
