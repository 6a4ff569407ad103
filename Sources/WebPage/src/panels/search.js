"use strict";

/** Every name of every place, folded. */
class NameIndex {
  constructor(theatre) {
    this.names = [];
    for (let place = 0; place < theatre.placeCount; place++) {
      this.add(place, theatre.placeName[place], true);
      for (const name of theatre.otherNames(place)) this.add(place, name, false);
      this.add(place, theatre.placeId[place], false);
    }
    this.order = new Int32Array(theatre.placeCount).fill(theatre.placeCount);
    theatre.labelled.forEach((place, index) => { this.order[place] = index; });
  }

  add(place, name, isFirst) {
    const words = foldedWords(name);
    if (words.length > 0) this.names.push({ place, name, isFirst, key: words.join(""), words });
  }

  /**
   * The places a text may mean, with the name that matched: the same name first, then those that begin
   * with it, those of which a word does, and those that contain it.
   */
  find(text, most = 10) {
    const key = folded(text);
    if (key === "") return [];
    const best = new Map();
    for (const entry of this.names) {
      const score = NameIndex.score(entry, key);
      const known = best.get(entry.place);
      if (score < 4 && (!known || score < known.score)) best.set(entry.place, { ...entry, score });
    }
    return [...best.values()]
      .sort((a, b) => a.score - b.score || this.order[a.place] - this.order[b.place] || a.place - b.place)
      .slice(0, most);
  }

  static score({ key, words, isFirst }, wanted) {
    if (key === wanted) return isFirst ? 0 : 0.5;
    if (key.startsWith(wanted)) return isFirst ? 1 : 1.5;
    if (words.some((word) => word.startsWith(wanted))) return 2;
    return wanted.length > 1 && key.includes(wanted) ? 3 : 4;
  }
}

/** The search field: a combobox with a list of places. */
class Search {
  constructor(page) {
    this.page = page;
    this.field = byId("search");
    this.list = byId("search-results");
    this.results = [];
    this.active = -1;
    this.field.addEventListener("input", () => this.update());
    this.field.addEventListener("keydown", (event) => this.press(event));
    this.field.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.field.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.choose(Math.max(0, this.active));
    });
  }

  focus() {
    this.field.focus();
    this.field.select();
  }

  /** The index is made when somebody first searches. */
  get index() {
    this.made = this.made || new NameIndex(this.page.theatre);
    return this.made;
  }

  update() {
    const text = this.field.value.trim();
    this.results = text === "" ? [] : this.index.find(text);
    this.active = -1;
    if (text === "") {
      this.close();
      return;
    }
    this.list.replaceChildren(...this.results.map((result, i) => this.option(result, i)));
    if (this.results.length === 0) {
      const none = { class: "empty", role: "option", "aria-disabled": "true", "aria-selected": "false" };
      this.list.append(element("li", none, "No place has that name."));
    }
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.field.removeAttribute("aria-activedescendant");
    this.page.announcer.say(this.results.length === 0
      ? "No place has that name." : `${countText(this.results.length, "place")} found.`);
  }

  option({ place, name, isFirst }, i) {
    const { theatre } = this.page;
    const region = theatre.regionsOf(place)[0];
    const where = [theatre.kindOf(place), region === undefined ? "" : plainName(theatre.placeName[region], 30)];
    return element(
      "li", {
        role: "option", id: `result-${i}`, "aria-selected": "false",
        pointerdown: (event) => event.preventDefault(), click: () => this.choose(i),
      },
      nameElement(plainName(theatre.placeName[place], 60), { class: "found" }),
      isFirst ? null : nameElement(plainName(name, 60), { class: "alias" }),
      element("span", { class: "where" }, where.filter(Boolean).join(", ")));
  }

  press(event) {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      const count = this.results.length;
      if (count === 0) return;
      this.activate((this.active + (key === "ArrowDown" ? 1 : this.active < 0 ? count : count - 1) + count) % count);
    } else if (key === "Escape") {
      event.stopPropagation();
      if (this.list.hidden) this.field.value = "";
      this.close();
    }
  }

  activate(i) {
    for (const option of this.list.children) option.setAttribute("aria-selected", "false");
    this.active = i;
    const option = this.list.children[i];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", option.id);
  }

  choose(i) {
    const result = this.results[i];
    if (!result) return;
    this.field.value = plainName(this.page.theatre.placeName[result.place], 60);
    this.close();
    this.page.visit(result.place);
  }

  close() {
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }
}
