"use strict";

/** The keys that work anywhere but in a field; they are listed in the help. */
class Keyboard {
  constructor(page) {
    this.page = page;
    addEventListener("keydown", (event) => this.press(event));
  }

  get actions() {
    const { page } = this;
    return {
      " ": () => page.player.toggle(),
      "[": () => page.step(-1),
      "]": () => page.step(1),
      ",": () => page.step(-1),
      ".": () => page.step(1),
      "+": () => page.stage.zoom(1),
      "=": () => page.stage.zoom(1),
      "-": () => page.stage.zoom(-1),
      "0": () => page.stage.showAll(),
      "/": () => page.search.focus(),
      c: () => page.comparison.toggle(),
      d: () => page.changes.toggle(),
      l: () => page.legend.toggle(),
      s: () => page.saver.open(),
      "?": () => byId("help").showModal(),
      Escape: () => page.panels.close(),
    };
  }

  press(event) {
    // AltGr, with which many keyboards type brackets, counts as Ctrl and Alt on some systems.
    const isTyped = event.getModifierState("AltGraph");
    const isCommand = event.metaKey || ((event.ctrlKey || event.altKey) && !isTyped);
    if (isCommand || document.querySelector("dialog[open]")) return;
    const { target, key } = event;
    const isTyping = target.matches("input:not([type=range]):not([type=checkbox]), select, textarea");
    if (isTyping && !(key === "Escape" && target.type === "date")) return;
    // A focused button, box or heading of details has its own use for the space bar.
    if (key === " " && target.matches("button, summary, a, input[type=checkbox]")) return;
    if (target.id === "map" && this.pan(key)) {
      event.preventDefault();
      return;
    }
    const action = this.actions[key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  pan(key) {
    const step = 80;
    const way = {
      ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step],
    }[key];
    if (way) this.page.stage.pan(...way);
    if (key === "Enter") this.page.stage.chooseMiddle();
    return way !== undefined || key === "Enter";
  }
}
