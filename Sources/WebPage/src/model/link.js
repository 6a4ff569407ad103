"use strict";

/** The date and the view in the address: `#on=2016-11-04&at=43.13,36.34,11&with=2016-10-16&place=hatra`. */
class PageLink {
  constructor(page) {
    this.page = page;
    addEventListener("hashchange", () => {
      if (location.hash !== this.written) this.read();
    });
  }

  get text() {
    const { page } = this;
    const { calendar, placeId } = page.theatre;
    const parts = [`on=${calendar.iso(page.day)}`, `at=${page.stage.view}`];
    if (page.other !== null) parts.push(`with=${calendar.iso(page.other)}`);
    if (page.selected) parts.push(`place=${encodeURIComponent(placeId[page.selected.place])}`);
    return `#${parts.join("&")}`;
  }

  /** Writes the address when things have come to rest. */
  write() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.writeNow(), 300);
  }

  writeNow() {
    clearTimeout(this.timer);
    this.written = this.text;
    try {
      history.replaceState(null, "", this.written);
    } catch {
      // Some browsers keep the address of a page without a server as it is; the link still can be copied.
    }
  }

  /** Goes where the address says. What it does not name, or names wrongly, stays as it is. */
  read() {
    const { page } = this;
    const { calendar } = page.theatre;
    const wanted = new URLSearchParams(location.hash.slice(1));
    const day = calendar.parse(wanted.get("on"));
    const other = calendar.parse(wanted.get("with"));
    if (wanted.has("at")) page.stage.lookAt(wanted.get("at"));
    if (other !== null) page.compareWith(calendar.clamp(other));
    if (day !== null) page.goTo(day);
    const place = page.theatre.placeId.indexOf(wanted.get("place"));
    if (place >= 0) page.select(place);
    const outside = [day, other].find((wish) => wish !== null && wish !== calendar.clamp(wish));
    if (outside !== undefined) {
      page.tell(`${calendar.words(outside)} is not on this map, which shows ${calendar.words(0)} to ${calendar.words(calendar.last)}.`);
    }
    this.write();
  }

  async copy() {
    this.writeNow();
    const address = location.href.replace(/#.*$/, "") + this.text;
    try {
      await navigator.clipboard.writeText(address);
      this.page.tell("The link to this date and view is copied.");
    } catch {
      this.page.tell("The address of this page is the link to this date and view.");
    }
  }
}
