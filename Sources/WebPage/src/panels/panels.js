"use strict";

/** The panels at the side, of which one is open; on a phone they are sheets at the bottom. */
class Panels {
  constructor(page) {
    this.page = page;
    this.panels = ["why", "changes", "comparison"].map(byId);
    for (const panel of this.panels) {
      panel.querySelector(".close").addEventListener("click", () => this.close(panel.id));
    }
  }

  get current() {
    return this.panels.find((panel) => !panel.hidden)?.id ?? null;
  }

  /**
   * Opens a panel and pauses what plays, since a panel describes the day on which the map rests.
   *
   * @param {boolean} takesFocus whether the heading is focused, so that it is read
   */
  open(id, takesFocus = true) {
    this.page.player.pause();
    if (isNarrow()) this.page.legend?.toggle(false);
    for (const panel of this.panels) panel.hidden = panel.id !== id;
    byId("changes-button").setAttribute("aria-expanded", String(id === "changes"));
    this.page.updatePanels();
    const panel = byId(id);
    panel.scrollTop = 0;
    if (takesFocus) panel.querySelector("h2").focus({ preventScroll: true });
  }

  /** Closes the panel. A comparison comes back when the panel that covered it is closed, and ends when it is closed itself. */
  close(id = this.current) {
    if (id === null) return;
    const { page } = this;
    byId(id).hidden = true;
    byId("changes-button").setAttribute("aria-expanded", "false");
    if (id === "why") page.deselect();
    if (id === "comparison") page.compareWith(null);
    else if (page.other !== null) this.open("comparison", false);
    byId("map").focus({ preventScroll: true });
  }
}
