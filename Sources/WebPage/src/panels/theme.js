"use strict";

const THEMES = ["auto", "light", "dark"];

/** Light, dark, or as the system has it. */
class Theme {
  constructor(onChange) {
    this.choice = "auto";
    this.button = byId("theme");
    this.system = matchMedia("(prefers-color-scheme: dark)");
    this.system.addEventListener("change", onChange);
    this.button.addEventListener("click", () => {
      this.choice = THEMES[(THEMES.indexOf(this.choice) + 1) % THEMES.length];
      this.apply();
      onChange();
    });
    this.apply();
  }

  get isDark() {
    return this.choice === "dark" || (this.choice === "auto" && this.system.matches);
  }

  apply() {
    document.documentElement.dataset.theme = this.choice;
    this.button.title = `Theme: ${this.choice}`;
    this.button.setAttribute("aria-label", `Theme: ${this.choice}`);
  }
}

/** Whether movement is to be left out. */
function prefersStillness() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
