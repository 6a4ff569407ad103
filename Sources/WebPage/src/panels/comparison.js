"use strict";

const MOST_CHIPS = 80;

/** Two dates side by side: ground won and lost, on the map and as a table. */
class Comparison {
  constructor(page) {
    this.page = page;
    this.panel = byId("comparison");
    this.button = byId("compare-button");
    this.field = byId("other-date");
    const { calendar } = page.theatre;
    this.field.min = calendar.iso(0);
    this.field.max = calendar.iso(calendar.last);
    this.button.addEventListener("click", () => this.toggle());
    this.field.addEventListener("change", () => {
      const day = calendar.parse(this.field.value);
      if (day !== null) page.compareWith(calendar.clamp(day));
    });
    byId("compare-swap").addEventListener("click", () => {
      const { other } = page;
      page.compareWith(page.day);
      page.goTo(other);
    });
  }

  /** Begins with the first day, or with the last if the first is shown. */
  toggle() {
    const { page } = this;
    if (page.other !== null) {
      page.compareWith(null);
      return;
    }
    page.compareWith(page.day > 0 ? 0 : page.theatre.calendar.last);
    this.field.focus();
  }

  update() {
    const { page } = this;
    const isOn = page.other !== null;
    this.button.setAttribute("aria-pressed", String(isOn));
    if (!isOn) return;
    const { theatre, scene, words } = page;
    const { calendar } = theatre;
    this.field.value = calendar.iso(page.other);
    const [from, to] = scene.inOrder(scene.otherBoard, scene.board);
    setText(byId("comparison-title"), words.sentence("period", { start: calendar.words(from.day), end: calendar.words(to.day) }));
    if (page.player.isPlaying && this.panel.hidden) return;
    const sums = page.tally.between(from.codes, to.codes);
    byId("comparison-rows").replaceChildren(...theatre.sides.map((_, side) => this.row(side, sums[side])));
    this.list(sums);
  }

  row(side, sum) {
    const { theatre } = this.page;
    const { palette } = this.page.scene;
    const holders = theatre.actors.flatMap((actor, holder) => (actor.side === side ? [swatch(palette.ground(holder))] : []));
    return element(
      "tr", {},
      element("th", { scope: "row" }, ...holders, nameElement(theatre.sideName(side))),
      ...[areaText(sum.won), areaText(sum.lost), numberText(sum.placesWon.length), numberText(sum.placesLost.length)]
        .map((text) => element("td", {}, text)));
  }

  /** The names of the places that each side won. */
  list(sums) {
    const { page } = this;
    const { theatre, words } = page;
    const chip = (place) => element("li", {}, element(
      "button", { type: "button", click: () => page.visit(place) }, nameElement(plainName(theatre.placeName[place], 40))));
    const more = (count) => element("li", { class: "quiet" }, words.sentence("more", { count: numberText(count) }));
    const lists = sums.flatMap(({ placesWon }, side) => (placesWon.length === 0 ? [] : [
      element("h3", {}, words.parts("won", { side: nameElement(theatre.sideName(side)) })),
      element(
        "ul", { class: "chips" }, placesWon.slice(0, MOST_CHIPS).map(chip),
        placesWon.length > MOST_CHIPS ? more(placesWon.length - MOST_CHIPS) : null),
    ]));
    byId("comparison-places").replaceChildren(...(page.player.isPlaying ? [] : lists));
  }
}
