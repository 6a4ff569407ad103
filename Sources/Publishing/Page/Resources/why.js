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
      element("p", { class: "quiet" }, [theatre.kindOf(place), ...regions].join(" · ")),
      names.length > 0 ? element("p", { class: "names" }, names.slice(0, 12).flatMap((name, i) => [i > 0 ? " · " : "", nameElement(plainName(name, 60))])) : null,
      ...(cell < 0 ? this.ofRegion(place) : this.ofCell(cell)),
      ...this.incidents(place),
    ].filter(Boolean));
  }

  /** A region, or a place outside the theatre, has no ground of its own. */
  ofRegion(place) {
    const { theatre } = this.page;
    if (!theatre.placeIsRegion[place]) return [element("p", {}, "No ground of the map belongs to this place.")];
    const counts = new Map();
    for (let inner = 0; inner < theatre.placeCount; inner++) {
      if (theatre.cellOfPlace(inner) < 0 || !theatre.regionsOf(inner).includes(place)) continue;
      const text = this.page.words.state(this.page.scene.codeOfPlace(inner));
      counts.set(text, (counts.get(text) || 0) + 1);
    }
    const rows = [...counts].sort((a, b) => b[1] - a[1]);
    if (rows.length === 0) return [element("p", {}, "No ground of the map belongs to this place.")];
    return [
      element("h3", {}, `Its places on ${theatre.calendar.words(this.page.day)}`),
      element("ul", { class: "plain" }, rows.map(([text, count]) => element("li", {}, `${countText(count, "place")}: `, withNames(text)))),
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
      element(
        "p", { class: "state" },
        swatch(scene.palette.ground(state ? state.holder : -1, CellHistory.isInferred(code)), PaintTable.patternOf(state)),
        element("span", {}, withNames(words.state(code)))),
    ];
    if (entry < 0) {
      return [...parts, element("p", {}, theatre.reports.count === 0
        ? "There are no reports." : `No report says by ${calendar.words(page.day)} who held it.`), ...this.periods(cell)];
    }
    if (CellHistory.isUncertain(code)) parts.push(element("p", { class: "note" }, "It may be otherwise: the day of a report is not known."));
    if (theatre.evidence.disputed[entry]) parts.push(element("p", { class: "note" }, "Disputed: reports of equal grade contradict each other."));
    return [
      ...parts, this.since(source, entry), this.confidence(entry, run, code),
      ...this.decision(source, entry), ...this.periods(cell),
    ];
  }

  inference(run, source) {
    const { theatre } = this.page;
    const place = theatre.groundPlaces[theatre.groundOffsets[source]];
    return element(
      "p", { class: "inferred-note" }, "Inferred: no report has reached this ground. It is drawn like ",
      element("button", { type: "button", class: "link", click: () => this.page.visit(place) }, nameElement(plainName(theatre.placeName[place], 60))),
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
    return element(
      "p", {}, withNames(`Held by ${words.actors([holder])} since ${theatre.calendar.words(theatre.entryDay[first])}`),
      report < 0 ? "." : ` (${theatre.data.reports.id[report]}, ${words.grade(report)}).`);
  }

  confidence(entry, run, code) {
    const { theatre, day } = this.page;
    const { belief, last } = theatre.evidence;
    const days = Math.max(0, day - last[entry]);
    const age = 0.5 ** (days / theatre.half_life_days);
    const near = theatre.runs.nearness[run] / 1000;
    const value = (belief[entry] / 1000) * age * near;
    const factors = [
      `reports ${(belief[entry] / 1000).toFixed(2)}`, `age ${age.toFixed(2)} (${countText(days, "day")})`,
      CellHistory.isInferred(code) ? `${theatre.infer === "kriging" ? "probability" : "distance"} ${near.toFixed(2)}` : null,
    ].filter(Boolean);
    return element(
      "div", { class: "confidence" },
      element("p", {}, element("strong", {}, `Confidence ${value.toFixed(2)}`), ` = ${factors.join(" × ")}`),
      element("meter", { min: 0, max: 1, value: value.toFixed(3), "aria-label": "Confidence" }));
  }

  decision(source, entry) {
    const { theatre, words } = this.page;
    const { decided, decidedOffsets, considered, consideredOffsets, verdict } = theatre.evidence;
    const deciders = decided.subarray(decidedOffsets[entry], decidedOffsets[entry + 1]);
    const isDecider = new Set(deciders);
    const beaten = [];
    for (let i = consideredOffsets[entry]; i < consideredOffsets[entry + 1]; i++) {
      if (!isDecider.has(considered[i])) beaten.push([considered[i], theatre.data.verdicts[verdict[i]]]);
    }
    const earlier = this.earlier(source, entry, new Set([...deciders, ...beaten.map(([report]) => report)]));
    return [
      element("h3", {}, deciders.length > 1 ? "The reports that decide" : "The report that decides"),
      ...Array.from(deciders, (report) => this.card(report)),
      beaten.length > 0 ? element("h3", {}, "Also considered") : null,
      ...beaten.map(([report, reason]) => this.card(report, VERDICTS[reason] || reason)),
      earlier.length > 0 ? element(
        "details", {}, element("summary", {}, countText(earlier.length, "earlier report")),
        element("p", { class: "quiet" }, "A later report decides."),
        earlier.slice(0, MOST_EARLIER).map((report) => this.card(report)),
        earlier.length > MOST_EARLIER ? element("p", { class: "quiet" }, `and ${earlier.length - MOST_EARLIER} more`) : null) : null,
    ].filter(Boolean).map((part) => part && deciders.length === 0 && part.tagName === "H3" && /decide/.test(part.textContent)
      ? element("p", { class: "note" }, "No report decides by itself; it is presumed.") : part);
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
    const paragraph = (data.reports.paragraph || {})[report];
    const note = (data.reports.note || {})[report];
    const known = reports.known[report] === reports.day[report] ? null : `known on ${calendar.words(reports.known[report])}`;
    return element(
      "article", { class: "report" },
      element("p", { class: "says" }, element("span", { class: "grade", title: words.gradeMeaning(report) }, words.grade(report)), " ",
        nameElement(plainName(theatre.placeName[reports.place[report]], 60)), " ", withNames(words.report(report))),
      reason ? element("p", { class: "reason" }, reason) : null,
      element("p", { class: "quiet" }, [words.reportDate(report), known, data.reports.id[report]].filter(Boolean).join(" · ")),
      element("p", { class: "origin" }, nameElement(source.title || ""), source.publisher ? [" · ", nameElement(source.publisher)] : null,
        source.published ? ` · ${source.published}` : null, paragraph ? ` · paragraph ${plainName(paragraph, 20)}` : null),
      element("p", { class: "quiet" }, `${words.grade(report)}: ${words.gradeMeaning(report)}`),
      note ? element("p", { class: "origin", dir: "auto" }, note) : null);
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
      element("h3", {}, "What it went through"),
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
    const cards = found.map((incident) => {
      const source = theatre.sources[incident.source] || {};
      return element(
        "article", { class: "report" },
        element("p", { class: "says" }, plainName(incident.kind, 30).replaceAll("_", " "), " · ", nameElement(plainName(theatre.placeName[incident.place], 60))),
        element("p", { class: "quiet" }, incident.when || theatre.calendar.words(incident.first)),
        incident.note ? element("p", { dir: "auto" }, incident.note) : null,
        element("p", { class: "origin" }, nameElement(source.title || ""), incident.paragraph ? ` · paragraph ${plainName(incident.paragraph, 20)}` : null));
    });
    return [element("details", {}, element("summary", {}, countText(found.length, "incident")), element("p", { class: "quiet" }, "What the sources say happened to people here."), cards)];
  }
}
