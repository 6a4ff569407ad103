"use strict";

const SPEEDS = [1, 2, 5, 10, 20, 30, 60];

/** Plays the days, all of them or only those on which something changes. */
class Player {
  constructor(page) {
    this.page = page;
    this.button = byId("play");
    this.speed = byId("speed");
    this.skips = byId("skip-quiet");
    const { count } = page.theatre.calendar;
    const usual = SPEEDS.find((speed) => count / speed <= 75) || 60;
    this.speed.append(...SPEEDS.map((speed) =>
      element("option", { value: speed, selected: speed === usual }, `${speed} days/s`.replace(/^1 days/, "1 day"))));
    this.button.addEventListener("click", () => this.toggle());
    this.button.disabled = count < 2;
    byId("previous").addEventListener("click", () => page.step(-1));
    byId("next").addEventListener("click", () => page.step(1));
  }

  toggle() {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  play() {
    const { page } = this;
    if (page.theatre.calendar.count < 2) return;
    if (page.day >= page.theatre.calendar.last) page.goTo(0, { isQuiet: true });
    this.isPlaying = true;
    this.due = 0;
    this.before = performance.now();
    this.show();
    page.announcer.say("Playing", 0);
    requestAnimationFrame((now) => this.tick(now));
  }

  pause() {
    if (!this.isPlaying) return;
    this.isPlaying = false;
    this.show();
    this.page.hasPaused();
  }

  show() {
    this.button.dataset.state = this.isPlaying ? "playing" : "paused";
    this.button.setAttribute("aria-label", this.isPlaying ? "Pause" : "Play");
  }

  tick(now) {
    if (!this.isPlaying) return;
    // A tab that was hidden does not catch up.
    this.due += (Math.min(250, Math.max(0, now - this.before)) / 1000) * Number(this.speed.value);
    this.before = now;
    const steps = Math.floor(this.due);
    this.due -= steps;
    if (steps > 0) this.advance(steps);
    if (this.isPlaying) requestAnimationFrame((time) => this.tick(time));
  }

  advance(steps) {
    const { page } = this;
    const { last } = page.theatre.calendar;
    let day = page.day;
    for (let i = 0; i < steps && day < last; i++) {
      const next = this.skips.checked ? page.scene.history.nextChange(day) : day + 1;
      day = next < 0 ? last : next;
    }
    page.goTo(day, { isQuiet: true });
    if (day >= last) this.pause();
  }
}
