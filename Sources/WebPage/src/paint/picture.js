"use strict";

const PICTURE_MARGIN = 20;

/** Pixels of a PNG for one of the page; with fewer its smallest text cannot be read. */
const COARSEST_RATIO = 1;

/** A picture of the map with its title, date, legend, scale and attribution, on any surface. */
class Picture {
  /** @param {View} view what of the map is shown; its size is that of the map in the picture */
  constructor(page, view) {
    this.page = page;
    this.view = view;
    this.width = view.width + 2 * PICTURE_MARGIN;
    this.pen = document.createElement("canvas").getContext("2d");
    this.head = this.layHead();
    this.top = PICTURE_MARGIN + this.head.height + 10;
    this.legend = this.layLegend();
    this.notes = this.layNotes();
    this.height = Math.ceil(this.top + view.height + 16 + this.legend.height + this.notes.length * 14 + PICTURE_MARGIN);
  }

  font(size, weight = 400) {
    return `${weight} ${size}px ${LABEL_FONT}`;
  }

  measure(text, font) {
    this.pen.font = font;
    return this.pen.measureText(text).width;
  }

  lines(text, font, width) {
    const lines = [""];
    for (const word of plainName(text, 2000).split(" ")) {
      const longer = `${lines[lines.length - 1]} ${word}`.trim();
      if (this.measure(longer, font) > width && lines[lines.length - 1] !== "") lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  }

  layHead() {
    const title = this.lines(this.page.theatre.title || this.page.theatre.name, this.font(14), this.view.width);
    return { title, height: title.length * 18 + 30 };
  }

  get date() {
    const { page } = this;
    const { calendar } = page.theatre;
    if (page.other === null) return calendar.words(page.day);
    const [from, to] = [page.day, page.other].sort((a, b) => a - b);
    return page.words.sentence("period", { start: calendar.words(from), end: calendar.words(to) });
  }

  layLegend() {
    const { theatre, scene, tally } = this.page;
    const sums = tally.of(scene.board.codes);
    const { palette } = scene;
    const example = theatre.actors.length > 0 ? 0 : -1;
    const entries = [
      ...theatre.actors.map(({ name }, index) => (
        { color: palette.ground(index), text: `${plainName(name, 40)} ${areaText(sums.holders[index].area)}`, area: Infinity })),
      { color: palette.muted, pattern: "hatch", text: `contested ${areaText(sums.contested.area)}`, area: sums.contested.area },
      { color: palette.muted, pattern: "dots", text: `presumed ${areaText(sums.presumed.area)}`, area: sums.presumed.area },
      { color: palette.unknown, text: `unknown ${areaText(sums.unknown.area)}`, area: sums.unknown.area },
      { color: palette.ground(example, true), text: "lighter: inferred from nearby", area: sums.inferred.area },
      { color: palette.pale(example), text: "pale: held on both dates", area: this.page.other === null ? 0 : Infinity },
    ].filter(({ area }) => area > 0);
    let x = 0;
    let y = 0;
    for (const entry of entries) {
      const width = 22 + this.measure(entry.text, this.font(12)) + 18;
      if (x > 0 && x + width > this.view.width) {
        x = 0;
        y += 20;
      }
      Object.assign(entry, { x, y });
      x += width;
    }
    return { entries, height: y + 26 };
  }

  layNotes() {
    const { theatre } = this.page;
    return [...theatre.attribution].flatMap((line) => this.lines(line, this.font(10), this.view.width));
  }

  draw(surface) {
    const { page, view } = this;
    const { scene } = page;
    const { palette } = scene;
    surface.fillStyle = palette.isDark ? palette.paper : "#ffffff";
    surface.fillRect(0, 0, this.width, this.height);
    this.drawHead(surface, palette);
    surface.enter(PICTURE_MARGIN, this.top, view.width, view.height);
    surface.fillStyle = palette.paper;
    surface.fillRect(0, 0, view.width, view.height);
    const placed = scene.labels.place(view);
    scene.draw(surface, view, placed);
    scene.drawLabels(surface, placed);
    this.drawScale(surface, palette);
    surface.leave();
    this.drawLegend(surface, palette);
  }

  drawHead(surface, palette) {
    surface.textAlign = "left";
    surface.textBaseline = "middle";
    surface.fillStyle = palette.muted;
    surface.font = this.font(14);
    this.head.title.forEach((line, i) => surface.fillText(line, PICTURE_MARGIN, PICTURE_MARGIN + 8 + i * 18));
    surface.fillStyle = palette.ink;
    surface.font = this.font(24, 600);
    surface.fillText(this.date, PICTURE_MARGIN, PICTURE_MARGIN + this.head.title.length * 18 + 16);
  }

  drawScale(surface, palette) {
    const { kilometers, pixels } = scaleBar(this.view);
    const y = this.view.height - 14;
    for (const [color, width] of [[palette.paper, 5], [palette.ink, 2]]) {
      surface.beginPath();
      surface.moveTo(14, y - 5);
      surface.lineTo(14, y);
      surface.lineTo(14 + pixels, y);
      surface.lineTo(14 + pixels, y - 5);
      surface.strokeStyle = color;
      surface.lineWidth = width;
      surface.setLineDash([]);
      surface.stroke();
    }
    surface.font = this.font(11);
    surface.strokeStyle = palette.paper;
    surface.lineWidth = 3;
    surface.fillStyle = palette.ink;
    surface.strokeText(`${kilometers} km`, 20, y - 9);
    surface.fillText(`${kilometers} km`, 20, y - 9);
  }

  drawLegend(surface, palette) {
    const top = this.top + this.view.height + 22;
    for (const { color, pattern, text, x, y } of this.legend.entries) {
      surface.beginPath();
      surface.rect(PICTURE_MARGIN + x, top + y - 7, 14, 14);
      surface.fillStyle = color;
      surface.fill();
      if (pattern) {
        surface.fillStyle = surface.pattern(pattern, palette.hatch, 0, 0);
        surface.fill();
      }
      surface.fillStyle = palette.ink;
      surface.font = this.font(12);
      surface.fillText(text, PICTURE_MARGIN + x + 22, top + y);
    }
    surface.fillStyle = palette.muted;
    surface.font = this.font(10);
    this.notes.forEach((line, i) => surface.fillText(line, PICTURE_MARGIN, top + this.legend.height + i * 14));
  }

  svg() {
    const surface = new SvgSurface(this.width, this.height);
    this.draw(surface);
    return surface.toString();
  }

  canvas(ratio) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(this.width * ratio);
    canvas.height = Math.round(this.height * ratio);
    const surface = canvasSurface(canvas, ratio);
    surface.scale(ratio, ratio);
    surface.enter = (x, y, width, height) => {
      surface.save();
      surface.translate(x, y);
      surface.beginPath();
      surface.rect(0, 0, width, height);
      surface.clip();
    };
    surface.leave = () => surface.restore();
    this.draw(surface);
    return canvas;
  }
}

/** Saves the picture as a file, and puts it into the print. */
class Saver {
  constructor(page) {
    this.page = page;
    this.dialog = byId("save");
    byId("save-button").addEventListener("click", () => this.open());
    byId("save-svg").addEventListener("click", () => this.saveSvg());
    byId("save-png").addEventListener("click", () => this.savePng());
    byId("save-print").addEventListener("click", () => {
      this.dialog.close();
      print();
    });
    addEventListener("beforeprint", () => this.preparePrint());
    addEventListener("afterprint", () => byId("print").replaceChildren());
  }

  open() {
    this.page.player.pause();
    if (!this.dialog.open) this.dialog.showModal();
  }

  get fileName() {
    const { theatre, day } = this.page;
    const name = String(theatre.name).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "") || "map";
    return `${name}-${theatre.calendar.iso(day)}`;
  }

  saveSvg() {
    const svg = new Picture(this.page, this.page.stage.freeView).svg();
    this.download(new Blob([svg], { type: "image/svg+xml" }), `${this.fileName}.svg`);
  }

  /** Where a browser makes no picture of so many pixels, a coarser one is tried. */
  savePng(ratio = Math.max(2, devicePixelRatio || 1)) {
    const canvas = new Picture(this.page, this.page.stage.freeView).canvas(ratio);
    canvas.toBlob((blob) => {
      if (blob) this.download(blob, `${this.fileName}.png`);
      else if (ratio > COARSEST_RATIO) this.savePng(ratio / 2);
      else this.refusePng();
    }, "image/png");
  }

  refusePng() {
    this.dialog.close();
    this.page.tell("This browser cannot make a PNG of so large a map. Save it as SVG instead.");
  }

  download(blob, name) {
    const link = element("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    this.dialog.close();
    this.page.tell(`${name} is saved.`);
  }

  /** A sheet is light whatever the theme, and wider than a phone. */
  preparePrint() {
    const { page } = this;
    const { scene } = page;
    const { palette } = scene;
    const view = page.stage.freeView;
    view.zoom += Math.log2(Math.min(1000 / view.width, 560 / view.height));
    view.resize(1000, 560);
    scene.palette = new Palette(page.theatre, false);
    scene.restyle();
    const svg = new DOMParser().parseFromString(new Picture(page, view).svg(), "image/svg+xml");
    byId("print").replaceChildren(document.importNode(svg.documentElement, true));
    scene.palette = palette;
    scene.restyle();
  }
}
