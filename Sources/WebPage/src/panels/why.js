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
      ...this.fights(place, cell),
      ...(cell < 0 ? this.ofRegion(place) : this.ofCell(cell)),
      ...this.incidents(place),
    ].filter(Boolean));
  }

  /** How well the position is known; a region has none. */
  precision(place) {
    const { theatre, words } = this.page;
    const tenths = theatre.placePrecision[place];
    if (tenths < 0 || theatre.placeIsRegion[place]) return null;
    const km = numberText(tenths / 10, tenths % 10 === 0 ? 0 : 1);
    return paragraph("quiet", tenths === 0 ? words.sentence("exact_position") : words.sentence("position", { km }));
  }

  /** The fighting in the regions around a place that no report places. */
  fights(place, cell) {
    const { theatre, scene, words, day } = this.page;
    const around = new Set([place, ...theatre.regionsOf(place)]);
    const found = theatre.fightsOn(day).filter(({ region }) => around.has(region));
    if (found.length === 0) return [];
    const state = cell < 0 ? undefined : theatre.states[CellHistory.stateOf(scene.board.codes[cell])];
    const isHere = cell < 0 || (state !== undefined && state.status === "contested");
    return [
      ...found.map(({ region, start, actors }) => paragraph("note", words.sentence("fighting", {
        region: plainName(theatre.placeName[region], 60),
        day: theatre.calendar.words(start),
        actors: actors.map((actor) => plainName(theatre.actors[actor].name, 60)).join(", "),
      }))),
      isHere ? null : paragraph("quiet", words.sentence("fighting_not_placed")),
    ];
  }

  /** A region, or a place outside the theatre, has no ground of its own. */
  ofRegion(place) {
    const { theatre, words } = this.page;
    const none = [paragraph(null, words.sentence("no_ground_of_place"))];
    if (!theatre.placeIsRegion[place]) return none;
    const counts = new Map();
    for (const inner of theatre.placesIn(place)) {
      const text = words.state(this.page.scene.codeOfPlace(inner));
      counts.set(text, (counts.get(text) || 0) + 1);
    }
    const rows = [...counts].sort((a, b) => b[1] - a[1]);
    if (rows.length === 0) return none;
    return [
      element("h3", {}, words.sentence("places_on", { day: theatre.calendar.words(this.page.day) })),
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
        ? words.sentence("no_reports") : words.sentence("unreported", { day: calendar.words(page.day) })), ...this.periods(cell)];
    }
    if (CellHistory.isUncertain(code)) {
      parts.push(paragraph("note", words.sentence("may_differ")));
    }
    if (theatre.evidence.disputed[entry]) {
      parts.push(paragraph("note", words.sentence("disputed")));
    }
    return [
      ...parts, this.since(source, entry), this.confidence(entry, run, code),
      ...this.decision(source, entry), ...this.periods(cell),
    ];
  }

  inference(run, source) {
    const { theatre, words } = this.page;
    const origin = theatre.groundPlaces[theatre.groundOffsets[source]];
    const place = element(
      "button", { type: "button", class: "link", click: () => this.page.visit(origin) },
      nameElement(plainName(theatre.placeName[origin], 60)));
    return paragraph("inferred-note", words.parts("inferred_from", { place, km: numberText(theatre.runs.km[run] / 10, 1) }));
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
    const slots = { holder: nameElement(plainName(theatre.actors[holder].name, 80)), day: theatre.calendar.words(theatre.entryDay[first]) };
    if (report < 0) return paragraph(null, words.parts("held_since", slots));
    return paragraph(
      null, words.parts("held_since_report", { ...slots, report: theatre.data.reports.id[report], grade: words.grade(report) }));
  }

  confidence(entry, run, code) {
    const { theatre, day, words } = this.page;
    const { value, factors } = theatre.confidence.on(day, entry, run);
    const inWords = (factor) => filled(factor.words, {
      value: factor.value.toFixed(2), days: factor.days === null ? "" : countText(factor.days, "day"),
    }).join("");
    const told = factors.filter(({ isOfInferred }) => !isOfInferred || CellHistory.isInferred(code)).map(inWords);
    const product = element("strong", {}, words.sentence("confidence_value", { value: value.toFixed(2) }));
    return element(
      "div", { class: "confidence" },
      paragraph(null, words.parts("confidence_product", { product, factors: told.join(words.sentence("times")) })),
      element("meter", { min: 0, max: 1, value: value.toFixed(3), "aria-label": words.sentence("confidence") }));
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
    const heading = deciders.length > 1 ? words.sentence("deciders") : words.sentence("decider");
    return [
      ...(deciders.length > 0
        ? [element("h3", {}, heading), ...Array.from(deciders, (report) => this.card(report))]
        : [paragraph("note", words.sentence("presumed"))]),
      beaten.length > 0 ? element("h3", {}, words.sentence("also_considered")) : null,
      ...beaten.map(([report, reason]) => this.card(report, reason)),
      this.outdated(source, entry, new Set([...deciders, ...beaten.map(([report]) => report)])),
    ];
  }

  /** The reports that a later one has beaten. */
  outdated(source, entry, known) {
    const { words } = this.page;
    const reports = this.earlier(source, entry, known);
    if (reports.length === 0) return null;
    const more = reports.length - MOST_EARLIER;
    const count = numberText(reports.length);
    return folder(
      reports.length === 1 ? words.sentence("earlier_report", { count }) : words.sentence("earlier_reports", { count }),
      paragraph("quiet", words.sentence("later_decides")),
      reports.slice(0, MOST_EARLIER).map((report) => this.card(report)),
      more > 0 ? paragraph("quiet", words.sentence("more", { count: more })) : null);
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
    const known = isKnownLater ? words.sentence("known_on", { day: calendar.words(reports.known[report]) }) : null;
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
    const { theatre, words } = this.page;
    const side = theatre.sides.indexOf(source.favours);
    return paragraph("origin", joined([
      source.title, source.publisher, source.published,
      number ? words.sentence("paragraph", { number: plainName(number, 20) }) : null,
      side < 0 ? null : words.sentence("close_to", { side: theatre.sideName(side) }), source.licence,
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
    const inWords = (code) => {
      const state = words.state(code);
      return CellHistory.isInferred(code) ? words.sentence("marked_inferred", { state }) : state;
    };
    const now = lastAtMost(periods.map(({ day }) => day), page.day, 0, periods.length);
    return [
      element("h3", {}, words.sentence("history")),
      element("ol", { class: "periods" }, periods.map(({ day, code }, index) => element("li", {}, element(
        "button", { type: "button", "aria-current": index === now ? "date" : null, click: () => page.goTo(day) },
        element("span", { class: "from" }, theatre.calendar.iso(day)),
        element("span", {}, withNames(inWords(code))))))),
    ];
  }

  /** What the sources say happened to people at the place or in a region it lies in. */
  incidents(place) {
    const { theatre, words } = this.page;
    const here = new Set([place, ...theatre.regionsOf(place)]);
    const found = theatre.incidents.filter((incident) => here.has(incident.place)).sort((a, b) => a.first - b.first);
    if (found.length === 0) return [];
    return [folder(
      countText(found.length, "incident"), paragraph("quiet", words.sentence("incidents")),
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
