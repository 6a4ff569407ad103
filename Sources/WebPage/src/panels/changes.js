"use strict";

const MOST_CHANGES = 300;

/** The places that changed on the day, as buttons. */
class ChangeList {
  constructor(page) {
    this.page = page;
    this.panel = byId("changes");
    this.list = byId("changes-list");
    this.button = byId("changes-button");
    this.button.addEventListener("click", () => this.toggle());
  }

  toggle() {
    if (this.panel.hidden) this.page.panels.open("changes");
    else this.page.panels.close();
  }

  /** The line below the date; the list itself only if it can be seen. */
  update() {
    const { page } = this;
    setText(this.button, page.changeText());
    if (this.panel.hidden || page.player.isPlaying) return;
    const { theatre, words, scene } = page;
    setText(byId("changes-title"), words.sentence("changed_on", { day: theatre.calendar.words(page.day) }));
    const changed = scene.history.placesChangedOn(page.day);
    this.list.replaceChildren(...changed.slice(0, MOST_CHANGES).map(({ place, before, after }) =>
      element("li", {}, element(
        "button", { type: "button", click: () => page.visit(place) },
        nameElement(plainName(theatre.placeName[place], 60)),
        element("span", { class: "what" }, withNames(words.change(before, after)))))));
    const more = changed.length - MOST_CHANGES;
    if (more > 0) this.list.append(element("li", { class: "quiet" }, words.sentence("more", { count: numberText(more) })));
    if (changed.length > 0) return;
    const text = page.day === 0 ? words.sentence("map_begins") : words.sentence("no_place_changed");
    this.list.append(element("li", { class: "quiet" }, text));
  }
}
