"use strict";

const MOST_EARLIER = 12;

/** Why a place is in its state on a day: the reports that decided, those they beat, and how sure that is. */
class Explanation {
  constructor(page) {
    this.page = page;
    this.title = byId("why-title");
    this.body = byId("why-body");
  }

  update() {
    const { page } = this;
    if (!page.selected || byId("why").hidden || page.player.isPlaying) return;
    const { place, cell } = page.selected;
    const { theatre } = page;
    this.title.replaceChildren(nameElement(plainName(theatre.placeName[place], 120)));
    const names = theatre.otherNames(place);
    const regions = theatre.regionsOf(place).map((region) => plainName(theatre.placeName[region], 40));
    this.body.replaceChildren(...[
      paragraph("quiet", [theatre.kindOf(place), ...regions].join(" · ")),
      names.length > 0 ? paragraph("names", joined(names.slice(0, 12))) : null,
      this.precision(place),
      ...(cell < 0 ? this.ofRegion(place) : this.ofCell(cell)),
      ...this.incidents(place),
    ].filter(Boolean));
  }

  /** How well the position is known; a region has none. */
  precision(place) {
    const { theatre } = this.page;
    const tenths = theatre.placePrecision[place];
    if (tenths < 0 || theatre.placeIsRegion[place]) return null;
    const kilometers = tenths === 0 ? "less than 0.1" : `about ${numberText(tenths / 10, tenths % 10 === 0 ? 0 : 1)}`;
    return paragraph("quiet", `Position known to ${kilometers} km`);
  }

  /** A region, or a place outside the theatre, has no ground of its own. */
  ofRegion(place) {
    const { theatre } = this.page;
    if (!theatre.placeIsRegion[place]) return [paragraph(null, "No ground of the map belongs to this place.")];
    const counts = new Map();
    for (const inner of theatre.placesIn(place)) {
      const text = this.page.words.state(this.page.scene.codeOfPlace(inner));
      counts.set(text, (counts.get(text) || 0) + 1);
    }
    const rows = [...counts].sort((a, b) => b[1] - a[1]);
    if (rows.length === 0) return [paragraph(null, "No ground of the map belongs to this place.")];
    return [
      element("h3", {}, `Its places on ${theatre.calendar.words(this.page.day)}`),
      element("ul", { class: "plain" }, rows.map(([text, count]) =>
        element("li", {}, `${countText(count, "place")}: `, withNames(text)))),
    ];
  }

  ofCell(cell) {
    const { page } = this;
    const { theatre, scene, words } = page;
    const { calendar } = theatre;
    const code = scene.board.codes[cell];
    const run = theatre.runOn(cell, page.day);
    const source = run < 0 ? -1 : theatre.runs.source[run];
    const entry = source < 0 ? -1 : theatre.entryOn(source, page.day);
    const state = theatre.states[CellHistory.stateOf(code)];
    const parts = [
      CellHistory.isInferred(code) ? this.inference(run, source) : null,
      paragraph(
        "state", swatch(scene.palette.ground(state ? state.holder : -1, CellHistory.isInferred(code)), PaintTable.patternOf(state)),
        element("span", {}, withNames(words.state(code)))),
    ];
    if (entry < 0) {
      return [...parts, paragraph(null, theatre.reports.count === 0
        ? "There are no reports." : `No report says by ${calendar.words(page.day)} who held it.`), ...this.periods(cell)];
    }
    if (CellHistory.isUncertain(code)) {
      parts.push(paragraph("note", "It may be in another state: the day of a report is not known."));
    }
    if (theatre.evidence.disputed[entry]) {
      parts.push(paragraph("note", "Disputed: reports of equal grade contradict each other."));
    }
    return [
      ...parts, this.since(source, entry), this.confidence(entry, run, code),
      ...this.decision(source, entry), ...this.periods(cell),
    ];
  }

  inference(run, source) {
    const { theatre } = this.page;
    const place = theatre.groundPlaces[theatre.groundOffsets[source]];
    return paragraph("inferred-note", "Inferred: no report has reached this ground. It is drawn like ",
      element(
        "button", { type: "button", class: "link", click: () => this.page.visit(place) },
        nameElement(plainName(theatre.placeName[place], 60))),
      `, ${numberText(theatre.runs.km[run] / 10, 1)} km away.`);
  }

  /** Since when the holder holds it, and by which report. */
  since(source, entry) {
    const { theatre, words } = this.page;
    const { holderReport } = theatre.evidence;
    const holderOf = (index) => theatre.states[theatre.entryState[index]].holder;
    const holder = holderOf(entry);
    if (holder < 0) return null;
    let first = entry;
    while (first > theatre.entryOffsets[source] && holderOf(first - 1) === holder) first--;
    const report = holderReport[entry];
    const begin = theatre.calendar.words(theatre.entryDay[first]);
    return paragraph(
      null, withNames(`Held by ${words.actors([holder])} since ${begin}`),
      report < 0 ? "." : ` (${theatre.data.reports.id[report]}, ${words.grade(report)}).`);
  }

  confidence(entry, run, code) {
    const { theatre, day } = this.page;
    const { belief, last } = theatre.evidence;
    const days = Math.max(0, day - last[entry]);
    const age = theatre.ageLeft(days);
    const near = theatre.runs.nearness[run] / 1000;
    const value = (belief[entry] / 1000) * age * near;
    const factors = [
      `reports ${(belief[entry] / 1000).toFixed(2)}`, `age ${age.toFixed(2)} (${countText(days, "day")})`,
      CellHistory.isInferred(code) ? `${theatre.infer === "kriging" ? "probability" : "distance"} ${near.toFixed(2)}` : null,
    ].filter(Boolean);
    return element(
      "div", { class: "confidence" },
      paragraph(null, element("strong", {}, `Confidence ${value.toFixed(2)}`), ` = ${factors.join(" × ")}`),
      element("meter", { min: 0, max: 1, value: value.toFixed(3), "aria-label": "Confidence" }));
  }

  decision(source, entry) {
    const { theatre, words } = this.page;
    const { decided, decidedOffsets, considered, consideredOffsets, verdict } = theatre.evidence;
    const deciders = decided.subarray(decidedOffsets[entry], decidedOffsets[entry + 1]);
    const isDecider = new Set(deciders);
    const beaten = [];
    for (let i = consideredOffsets[entry]; i < consideredOffsets[entry + 1]; i++) {
      if (!isDecider.has(considered[i])) beaten.push([considered[i], words.verdicts[verdict[i]]]);
    }
    const heading = deciders.length > 1 ? "The reports that decide" : "The report that decides";
    return [
      ...(deciders.length > 0
        ? [element("h3", {}, heading), ...Array.from(deciders, (report) => this.card(report))]
        : [paragraph("note", "No report decides by itself; it is presumed.")]),
      beaten.length > 0 ? element("h3", {}, "Also considered") : null,
      ...beaten.map(([report, reason]) => this.card(report, reason)),
      this.outdated(source, entry, new Set([...deciders, ...beaten.map(([report]) => report)])),
    ];
  }

  /** The reports that a later one has beaten. */
  outdated(source, entry, known) {
    const reports = this.earlier(source, entry, known);
    if (reports.length === 0) return null;
    const more = reports.length - MOST_EARLIER;
    return folder(
      countText(reports.length, "earlier report"), paragraph("quiet", "A later report decides."),
      reports.slice(0, MOST_EARLIER).map((report) => this.card(report)),
      more > 0 ? paragraph("quiet", `and ${more} more`) : null);
  }

  /** The reports of earlier entries, the latest first. */
  earlier(source, entry, known) {
    const { theatre } = this.page;
    const { considered, consideredOffsets } = theatre.evidence;
    const found = new Set();
    for (let at = entry - 1; at >= theatre.entryOffsets[source]; at--) {
      for (let i = consideredOffsets[at]; i < consideredOffsets[at + 1]; i++) {
        if (!known.has(considered[i])) found.add(considered[i]);
      }
    }
    return [...found].sort((a, b) => theatre.reports.day[b] - theatre.reports.day[a] || a - b);
  }

  card(report, reason) {
    const { theatre, words } = this.page;
    const { data, reports, calendar } = theatre;
    const source = theatre.sources[reports.source[report]] || {};
    const paragraphNumber = (data.reports.paragraph || {})[report];
    const note = (data.reports.note || {})[report];
    const isKnownLater = reports.known[report] !== reports.day[report];
    const known = isKnownLater ? `known on ${calendar.words(reports.known[report])}` : null;
    const grade = words.grade(report);
    return element(
      "article", { class: "report" },
      paragraph(
        "says", element("span", { class: "grade" }, grade), " ",
        nameElement(plainName(theatre.placeName[reports.place[report]], 60)), " ", withNames(words.report(report))),
      reason ? paragraph("reason", reason) : null,
      paragraph("quiet", [words.reportDate(report), known, data.reports.id[report]].filter(Boolean).join(" · ")),
      this.origin(source, paragraphNumber),
      paragraph("quiet", `${grade}: ${words.gradeMeaning(report)}`),
      note ? element("p", { class: "origin", dir: "auto" }, note) : null);
  }

  /** Where a statement stands: title, publisher, day and paragraph; whose interest it serves; the licence. */
  origin(source, number) {
    const { theatre } = this.page;
    const side = theatre.sides.indexOf(source.favours);
    return paragraph("origin", joined([
      source.title, source.publisher, source.published, number ? `paragraph ${plainName(number, 20)}` : null,
      side < 0 ? null : `close to ${theatre.sideName(side)}`, source.licence,
    ]));
  }

  /** All periods of a cell, each a way to go there. */
  periods(cell) {
    const { page } = this;
    const { theatre, scene, words } = page;
    const { history } = scene;
    const periods = [{ day: 0, code: history.initial[cell] }];
    for (let i = 0; i < history.cell.length; i++) {
      if (history.cell[i] === cell) periods.push({ day: history.day[i], code: history.after[i] });
    }
    const now = lastAtMost(periods.map(({ day }) => day), page.day, 0, periods.length);
    return [
      element("h3", {}, "Its history"),
      element("ol", { class: "periods" }, periods.map(({ day, code }, index) => element("li", {}, element(
        "button", { type: "button", "aria-current": index === now ? "date" : null, click: () => page.goTo(day) },
        element("span", { class: "from" }, theatre.calendar.iso(day)),
        element("span", {}, withNames(words.state(code)), CellHistory.isInferred(code) ? " (inferred)" : ""))))),
    ];
  }

  /** What the sources say happened to people at the place or in a region it lies in. */
  incidents(place) {
    const { theatre } = this.page;
    const here = new Set([place, ...theatre.regionsOf(place)]);
    const found = theatre.incidents.filter((incident) => here.has(incident.place)).sort((a, b) => a.first - b.first);
    if (found.length === 0) return [];
    return [folder(
      countText(found.length, "incident"), paragraph("quiet", "What the sources say happened to people here."),
      found.map((incident) => this.incident(incident)))];
  }

  incident({ place, kind, when, first, note, source, paragraph: number }) {
    const { theatre } = this.page;
    return element(
      "article", { class: "report" },
      paragraph("says", joined([plainName(kind, 30).replaceAll("_", " "), theatre.placeName[place]])),
      paragraph("quiet", when || theatre.calendar.words(first)),
      note ? element("p", { dir: "auto" }, note) : null,
      this.origin(theatre.sources[source] || {}, number));
  }
}
