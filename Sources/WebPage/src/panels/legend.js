"use strict";

/** The legend: what colours and marks mean, how much there is of each on the day, and whether it is drawn. */
class Legend {
  constructor(page) {
    this.page = page;
    this.panel = byId("legend");
    this.button = byId("legend-button");
    this.rows = [];
    this.build();
    this.button.addEventListener("click", () => this.toggle());
    byId("legend-close").addEventListener("click", () => this.toggle(false));
  }

  toggle(isOpen = this.panel.hidden) {
    this.panel.hidden = !isOpen;
    this.button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) this.page.chart.draw();
  }

  build() {
    const { theatre, scene } = this.page;
    const { filters } = scene;
    const hasStatus = (status) => theatre.states.some((state) => state.status === status);
    const hasInferred = scene.history.initial.some(CellHistory.isInferred) || scene.history.after.some(CellHistory.isInferred);
    const ground = byId("legend-ground");
    theatre.actors.forEach(({ name }, index) => {
      const show = (isOn) => { filters.holders[index] = isOn; };
      ground.append(this.row(name, { holder: index }, show, (sums) => sums.holders[index]));
    });
    const add = (key, text, isThere = true) => {
      if (!isThere) return;
      ground.append(this.row(text, { kind: key }, (isOn) => { filters[key] = isOn; }, (sums) => sums[key]));
    };
    add("contested", "contested", hasStatus("contested"));
    add("presumed", "presumed", hasStatus("presumed"));
    add("unknown", "unknown");
    add("inferred", "inferred from nearby", hasInferred);
    this.buildMarks(byId("legend-marks"), filters, theatre);
  }

  buildMarks(marks, filters, theatre) {
    const add = (key, text, isThere = true) => {
      if (!isThere) return;
      marks.append(this.row(text, { mark: key, isOn: filters[key] }, (isOn) => { filters[key] = isOn; }));
    };
    add("fighting", "fighting somewhere in a region", theatre.fights.length > 0);
    add("front", "front line");
    add("ghost", "front a week before");
    add("places", "places");
    add("labels", "names");
    add("river", theatre.barriers.length === 1 ? plainName(theatre.barriers[0].name, 24) : "rivers", theatre.barriers.length > 0);
    add("incidents", "incidents", theatre.incidents.length > 0);
    if (theatre.states.some(({ encirclers }) => encirclers.length > 0)) {
      marks.append(this.key("encircled", "encircled place"));
    }
    marks.append(this.key("hollow", "contested place"));
  }

  /** A mark that is only explained. */
  key(mark, text) {
    return element("div", { class: "row key" }, element("span", { class: `mark ${mark}`, "aria-hidden": "true" }), text);
  }

  row(text, { holder, kind, mark, isOn = true }, onChange, sumOf) {
    const box = element("input", {
      type: "checkbox", checked: isOn,
      change: () => {
        onChange(box.checked);
        this.page.restyle();
      },
    });
    const area = sumOf ? element("span", { class: "area" }) : null;
    const places = sumOf ? element("span", { class: "places" }) : null;
    const sign = mark ? element("span", { class: `mark ${mark}`, "aria-hidden": "true" }) : swatch("", kind);
    if (sumOf) this.rows.push({ holder, kind, sign, area, places, sumOf });
    return element(
      "label", { class: "row" }, box, sign,
      element("span", { class: "name" }, holder === undefined ? text : nameElement(plainName(text, 60))), area, places);
  }

  /** Gives the squares the colours of the theme. */
  recolor() {
    const { palette, theatre } = this.page.scene;
    const root = document.documentElement.style;
    root.setProperty("--map-front", palette.front);
    root.setProperty("--map-barrier", palette.barrier);
    root.setProperty("--map-hatch", palette.hatch);
    const example = theatre.actors.length > 0 ? palette.ground(0) : palette.unknown;
    for (const { holder, kind, sign } of this.rows) {
      const color = kind === "unknown" ? palette.unknown
        : kind === "inferred" ? mixed(example, palette.paper, palette.inferredShare)
        : kind ? palette.muted : palette.ground(holder);
      sign.style.setProperty("--color", color);
      if (kind === "inferred") sign.style.setProperty("--full", example);
    }
  }

  update(sums) {
    for (const { area, places, sumOf } of this.rows) {
      const sum = sumOf(sums);
      setText(area, areaText(sum.area));
      setText(places, numberText(sum.places));
    }
  }
}
