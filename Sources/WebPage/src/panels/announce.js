"use strict";

/** Tells screen readers what has changed, once it has come to rest. */
class Announcer {
  constructor() {
    this.region = byId("announcements");
  }

  say(text, delay = 400) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => setText(this.region, text), delay);
  }

  /** The date, and the first few of the places that changed on it. */
  sayDay(page) {
    const { theatre, words, scene } = page;
    const changed = scene.history.placesChangedOn(page.day);
    const told = changed.slice(0, 5).map(({ place, before, after }) =>
      `${isolated(theatre.placeName[place])} ${words.change(before, after)}`);
    const more = changed.length > told.length ? [words.sentence("more", { count: changed.length - told.length })] : [];
    this.say(`${page.dayText()}. ${[...told, ...more].join("; ")}`);
  }
}
