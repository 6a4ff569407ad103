"use strict";

/** Square kilometres by holder over the whole period, stacked, with a line at the day that is shown. */
class Chart {
  constructor(page) {
    this.page = page;
    this.canvas = byId("chart");
    this.cursor = byId("chart-cursor");
    this.readout = byId("chart-readout");
    this.readSeries(page.theatre);
    this.canvas.addEventListener("pointerdown", (event) => this.go(event));
    this.canvas.addEventListener("pointermove", (event) => {
      if (event.buttons > 0) this.go(event);
      this.read(this.dayAt(event));
    });
    this.canvas.addEventListener("pointerleave", () => setText(this.readout, ""));
    new ResizeObserver(() => this.draw()).observe(this.canvas);
  }

  readSeries(theatre) {
    const { series } = theatre.data;
    this.days = unpack(series.day, series.count);
    const ids = [...theatre.actors.map(({ id }) => id), "contested", "unknown"];
    this.layers = ids.map((id, index) => ({
      holder: index < theatre.actors.length ? index : -1,
      name: index < theatre.actors.length ? theatre.actors[index].name : id,
      isContested: id === "contested" && index === theatre.actors.length,
      areas: this.areasOf(series, id),
    }));
    this.total = this.sumAt(0);
  }

  /** In square kilometres. */
  areasOf({ areas, count }, id) {
    if (!Object.hasOwn(areas, id)) return new Float64Array(count);
    return unpack(areas[id], count, Float64Array).map((area) => area / 10);
  }

  sumAt(index) {
    return this.layers.reduce((sum, { areas }) => sum + (areas[index] || 0), 0);
  }

  indexOn(day) {
    return Math.max(0, lastAtMost(this.days, day, 0, this.days.length));
  }

  dayAt({ clientX }) {
    const { left, width } = this.canvas.getBoundingClientRect();
    const { calendar } = this.page.theatre;
    return calendar.clamp(((clientX - left) / width) * calendar.count - 0.5);
  }

  go(event) {
    this.page.player.pause();
    this.page.goTo(this.dayAt(event));
  }

  read(day) {
    const index = this.indexOn(day);
    const values = this.layers.filter(({ areas }) => areas[index] > 0)
      .map(({ name, areas }) => `${plainName(name, 24)} ${areaText(areas[index])}`);
    setText(this.readout, `${this.page.theatre.calendar.words(day)}: ${values.join(", ")}`);
  }

  draw() {
    const { canvas, page } = this;
    const ratio = devicePixelRatio || 1;
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    if (width === 0 || this.days.length === 0 || this.total === 0) return;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const pen = canvas.getContext("2d");
    const patterns = new CanvasPatterns(pen, ratio);
    pen.scale(ratio, ratio);
    this.paint(pen, width, height, (color) => patterns.get("hatch", color, 0, 0));
    this.update();
  }

  paint(pen, width, height, hatch) {
    const { palette } = this.page.scene;
    const { calendar } = this.page.theatre;
    const indices = Array.from({ length: Math.ceil(width) }, (_, x) => this.indexOn(Math.floor((x / width) * calendar.count)));
    const below = new Float64Array(indices.length);
    for (const { holder, isContested, areas } of this.layers) {
      const end = indices.length - 1;
      pen.beginPath();
      indices.forEach((_, x) => pen.lineTo(x, height - below[x]));
      pen.lineTo(width, height - below[end]);
      indices.forEach((index, x) => { below[x] += (areas[index] / this.total) * height; });
      pen.lineTo(width, height - below[end]);
      for (let x = end; x >= 0; x--) pen.lineTo(x, height - below[x]);
      pen.closePath();
      pen.fillStyle = isContested ? palette.muted : palette.ground(holder);
      pen.fill();
      if (!isContested) continue;
      pen.fillStyle = hatch(palette.hatch);
      pen.fill();
    }
  }

  update() {
    const { calendar } = this.page.theatre;
    const share = (this.page.day + 0.5) / calendar.count;
    this.cursor.style.transform = `translateX(${share * this.canvas.clientWidth}px)`;
    if (this.page.player.isPlaying) return;
    const index = this.indexOn(this.page.day);
    const values = this.layers.filter(({ areas }) => areas[index] > 0)
      .map(({ name, areas }) => `${isolated(name)} ${areaText(areas[index])}`);
    this.canvas.setAttribute("aria-label", `Area by holder over time. ${calendar.words(this.page.day)}: ${values.join(", ")}.`);
  }
}
