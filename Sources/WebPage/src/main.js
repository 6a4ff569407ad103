"use strict";

/** The page: one day, one view, at most one place that is explained and one day that is compared. */
class Page {
  constructor(data) {
    this.theatre = new Theatre(data);
    this.words = new Words(this.theatre);
    this.theme = new Theme(() => this.retheme());
    this.scene = new Scene(this.theatre, new Palette(this.theatre, this.theme.isDark));
    this.tally = new Tally(this.theatre);
    this.announcer = new Announcer();
    this.selected = null;
    this.other = null;
    this.link = new PageLink(this);
    this.fillTexts();
    this.panels = new Panels(this);
    this.stage = new Stage(this);
    this.player = new Player(this);
    this.legend = new Legend(this);
    this.chart = new Chart(this);
    this.timeline = new Timeline(this);
    this.changes = new ChangeList(this);
    this.comparison = new Comparison(this);
    this.why = new Explanation(this);
    this.search = new Search(this);
    this.saver = new Saver(this);
    this.keyboard = new Keyboard(this);
    this.legend.toggle(!isNarrow());
    this.legend.recolor();
    this.link.read();
    this.update();
    this.stage.drawNow();
    performance.mark("first picture");
  }

  get day() {
    return this.scene.day;
  }

  /** The index of cells by where they are, made when it is first needed. */
  get cells() {
    this.cellIndex = this.cellIndex || new CellIndex(this.theatre);
    return this.cellIndex;
  }

  get mark() {
    const { placeX, placeY, placeIsRegion } = this.theatre;
    if (!this.selected || placeIsRegion[this.selected.place]) return null;
    return { x: placeX[this.selected.place], y: placeY[this.selected.place] };
  }

  fillTexts() {
    const { theatre, words } = this;
    const title = plainName(theatre.title || theatre.name, 200);
    document.title = title;
    setText(byId("title"), title);
    byId("attribution").replaceChildren(...theatre.credits.map((line) => element("p", { dir: "auto" }, line)));
    setText(byId("credit-text"), plainName(theatre.credits.join(" "), 1000));
    byId("credit").hidden = theatre.credits.length === 0;
    setText(byId("perspective"), plainName((theatre.perspective || []).join(" · "), 300));
    const facts = [
      countText(theatre.placeCount, "place"), countText(theatre.data.reports.count, "report"),
      countText(theatre.sources.length, "source"),
      words.sentence("period", { start: theatre.calendar.words(0), end: theatre.calendar.words(theatre.calendar.last) }),
    ];
    setText(byId("facts"), `${facts.join(", ")}. Made by ${this.theatre.data.generator || "geotrack"}.`);
    const notice = theatre.cellCount === 0 ? words.sentence("no_ground")
      : theatre.data.reports.count === 0 ? words.sentence("all_unknown") : "";
    setText(byId("notice"), notice);
    byId("notice").hidden = notice === "";
    for (const id of ["about-button", "credit"]) byId(id).addEventListener("click", () => byId("about").showModal());
    byId("help-button").addEventListener("click", () => byId("help").showModal());
    byId("link-button").addEventListener("click", () => this.link.copy());
    byId("menu").addEventListener("click", ({ currentTarget: menu }) => {
      menu.setAttribute("aria-expanded", String(byId("tools").classList.toggle("open")));
    });
    byId("skip").addEventListener("click", () => byId("map").focus());
    for (const dialog of document.querySelectorAll("dialog")) {
      dialog.querySelector(".close").addEventListener("click", () => dialog.close());
    }
  }

  changeText() {
    const { words } = this;
    if (this.day === 0) return words.sentence("first_day");
    const count = this.scene.history.placesChangedOn(this.day).length;
    if (count > 0) return words.sentence("changed", { places: countText(count, "place") });
    return this.scene.history.changeDays.includes(this.day) ? words.sentence("inferred_changed") : words.sentence("no_change");
  }

  /** `4 November 2016, 12 places changed` */
  dayText() {
    return `${this.theatre.calendar.words(this.day)}, ${this.changeText()}`;
  }

  /** @param {boolean} isQuiet whether it is one picture of many, of which nothing is said */
  goTo(day, { isQuiet = false } = {}) {
    const target = this.theatre.calendar.clamp(day);
    if (target === this.day) return;
    this.scene.setDay(target);
    if (this.other !== null) this.scene.restyle();
    this.update();
    if (!isQuiet) this.announcer.sayDay(this);
  }

  step(direction) {
    this.player.pause();
    const { words, scene: { history } } = this;
    const day = direction > 0 ? history.nextChange(this.day) : history.previousChange(this.day);
    if (day < 0) this.announcer.say(direction > 0 ? words.sentence("nothing_after") : words.sentence("nothing_before"), 0);
    else this.goTo(day);
  }

  hasPaused() {
    this.update();
    this.announcer.sayDay(this);
  }

  compareWith(day) {
    if (day === this.other) return;
    this.other = day;
    this.scene.compareWith(day);
    if (day === null) byId("comparison").hidden = true;
    else if (this.panels.current !== "comparison") this.panels.open("comparison", false);
    this.update();
    if (day !== null) this.announcer.say(this.words.sentence("compared", { day: this.theatre.calendar.words(day) }));
  }

  /** Goes to a place and explains it; a region is shown whole. */
  visit(place) {
    this.select(place);
    const { theatre, stage } = this;
    const { placeX, placeY } = theatre;
    const box = new Box();
    for (const inner of theatre.placesIn(place)) box.add(placeX[inner], placeY[inner]);
    if (!box.isEmpty) {
      stage.flyTo(stage.view.fitted(box, { ...this.insets(), padding: 60 }));
      return;
    }
    const zoom = Math.max(stage.view.zoom, theatre.placeRank[place] === 5 ? 13 : 10.5);
    stage.flyTo(stage.view.fittedAt(placeX[place], placeY[place], zoom, this.insets()));
  }

  /** @param {boolean} takesFocus whether the explanation is focused; not where a pointer chose on the map */
  select(place, cell = this.theatre.cellOfPlace(place), takesFocus = true) {
    this.selected = { place, cell };
    this.panels.open("why", takesFocus);
    if (this.mark) this.stage.reveal(this.mark);
    this.stage.request();
    this.link.write();
  }

  deselect() {
    this.selected = null;
    this.stage.request();
    this.link.write();
  }

  closePanel() {
    if (this.panels.current === "why" || this.panels.current === "changes") this.panels.close();
  }

  /** How much of the map the panels and the line of credits cover. */
  insets() {
    const map = byId("map").getBoundingClientRect();
    const covers = { left: 0, right: 0, bottom: byId("credit").offsetHeight };
    const side = this.panels.current === null ? null : byId(this.panels.current).getBoundingClientRect();
    if (isNarrow()) {
      if (side) covers.bottom = map.bottom - side.top;
      return covers;
    }
    if (side) covers.left = side.right - map.left;
    const legend = byId("legend");
    if (!legend.hidden) covers.right = map.right - legend.getBoundingClientRect().left;
    return covers;
  }

  /** Shows a day: what is cheap on each picture, the rest when the player rests. */
  update() {
    setText(byId("date"), this.theatre.calendar.words(this.day));
    this.legend.update(this.tally.of(this.scene.board.codes));
    this.timeline.update();
    this.chart.update();
    this.updatePanels();
    this.stage.request();
    if (!this.player.isPlaying) this.link.write();
  }

  updatePanels() {
    this.changes.update();
    this.comparison.update();
    this.why.update();
  }

  restyle() {
    this.scene.restyle();
    this.stage.viewChanged();
  }

  retheme() {
    this.scene.palette = new Palette(this.theatre, this.theme.isDark);
    this.legend.recolor();
    this.timeline.draw();
    this.chart.draw();
    this.restyle();
    this.updatePanels();
  }

  /** A short message that is seen and heard. */
  tell(text) {
    const toast = byId("toast");
    setText(toast, text);
    toast.hidden = false;
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => { toast.hidden = true; }, 4000);
    this.announcer.say(text, 0);
  }
}

/** Whether the screen is a phone's, as the style sheet has it. */
function isNarrow() {
  return matchMedia("(max-width: 760px)").matches;
}

/** Begins when everything is read; `page` is kept for who looks into it from the console. */
function begin() {
  const data = JSON.parse(byId("map-data").textContent);
  if (!data.theatre) {
    byId("notice").hidden = false;
    setText(byId("notice"), "This page carries no map.");
    return null;
  }
  return new Page(data);
}

const page = begin();
