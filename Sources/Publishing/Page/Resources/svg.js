"use strict";

/** Text as XML can hold it: escaped, and without what XML has no way to write. */
function escapedXml(text) {
  return String(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * Takes the calls that the painters make on a canvas, and writes SVG of them. It knows what they use
 * and no more.
 */
class SvgSurface {
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.items = [];
    this.patterns = new Map();
    this.clips = 0;
    this.detail = 0.2;
    this.dash = [];
    this.lineCap = "butt";
    this.lineJoin = "miter";
    this.lineWidth = 1;
    this.textAlign = "left";
    this.pen = document.createElement("canvas").getContext("2d");
  }

  static number(value) {
    return String(Math.round(value * 10) / 10);
  }

  beginPath() {
    this.path = [];
  }

  moveTo(x, y) {
    this.path.push(`M${SvgSurface.number(x)} ${SvgSurface.number(y)}`);
  }

  lineTo(x, y) {
    this.path.push(`${this.path.length === 0 ? "M" : "L"}${SvgSurface.number(x)} ${SvgSurface.number(y)}`);
  }

  closePath() {
    this.path.push("Z");
  }

  /** Only whole circles are drawn. */
  arc(x, y, radius) {
    const r = SvgSurface.number(radius);
    this.path.push(`M${SvgSurface.number(x - radius)} ${SvgSurface.number(y)}a${r} ${r} 0 1 0 ${SvgSurface.number(2 * radius)} 0a${r} ${r} 0 1 0 ${SvgSurface.number(-2 * radius)} 0Z`);
  }

  rect(x, y, width, height) {
    this.path.push(`M${SvgSurface.number(x)} ${SvgSurface.number(y)}h${SvgSurface.number(width)}v${SvgSurface.number(height)}h${SvgSurface.number(-width)}Z`);
  }

  fillRect(x, y, width, height) {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }

  setLineDash(dash) {
    this.dash = dash;
  }

  fill(rule) {
    if (this.path.length === 0) return;
    this.items.push({ d: this.path.join(""), fill: this.fillStyle, rule });
  }

  /** A stroke that follows the filling of the same path becomes one element with it. */
  stroke() {
    if (this.path.length === 0) return;
    const d = this.path.join("");
    const last = this.items[this.items.length - 1];
    const stroke = { stroke: this.strokeStyle, width: this.lineWidth, dash: this.dash.join(" "), cap: this.lineCap, join: this.lineJoin };
    if (last && last.d === d && !last.stroke) Object.assign(last, stroke);
    else this.items.push({ d, ...stroke });
  }

  strokeText(text, x, y) {
    this.items.push({ text, x, y, font: this.font, align: this.textAlign, stroke: this.strokeStyle, width: this.lineWidth });
  }

  fillText(text, x, y) {
    const last = this.items[this.items.length - 1];
    if (last && last.text === text && last.x === x && last.y === y) last.fill = this.fillStyle;
    else this.items.push({ text, x, y, font: this.font, align: this.textAlign, fill: this.fillStyle });
  }

  measureText(text) {
    this.pen.font = this.font;
    return this.pen.measureText(text);
  }

  /** What is drawn until `leave` lies in a window of its own. */
  enter(x, y, width, height) {
    this.items.push({ open: { id: `clip${this.clips++}`, x, y, width, height } });
  }

  leave() {
    this.items.push({ close: true });
  }

  pattern(name, color, x, y) {
    const id = `${name}-${color.slice(1)}`;
    this.patterns.set(id, { name, color, x, y });
    return `url(#${id})`;
  }

  toString() {
    const { width, height } = this;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`
      + `<defs>${[...this.patterns].map(([id, pattern]) => SvgSurface.patternMarkup(id, pattern)).join("")}</defs>\n`
      + `${this.items.map((item) => this.markup(item)).join("\n")}\n</svg>\n`;
  }

  static patternMarkup(id, { name, color, x, y }) {
    const { width, lines, points } = PATTERNS[name];
    const n = SvgSurface.number;
    const strokes = lines.map(([x1, y1, x2, y2]) => `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${escapedXml(color)}" stroke-width="${width}"/>`);
    const circles = points.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="${n(width * 0.8)}" fill="${escapedXml(color)}"/>`);
    return `<pattern id="${escapedXml(id)}" width="${PATTERN_SIZE}" height="${PATTERN_SIZE}" patternUnits="userSpaceOnUse" patternTransform="translate(${n(x)} ${n(y)})">${strokes.join("")}${circles.join("")}</pattern>`;
  }

  markup(item) {
    const n = SvgSurface.number;
    if (item.close) return "</g></g>";
    if (item.open) {
      const { id, x, y, width, height } = item.open;
      return `<clipPath id="${id}"><path d="M0 0h${n(width)}v${n(height)}h${n(-width)}Z"/></clipPath>`
        + `<g transform="translate(${n(x)} ${n(y)})"><g clip-path="url(#${id})">`;
    }
    const paint = `fill="${escapedXml(item.fill || "none")}"` + (item.stroke ? ` stroke="${escapedXml(item.stroke)}" stroke-width="${n(item.width)}"` : "");
    if (item.text === undefined) {
      const rule = item.rule === "evenodd" ? ' fill-rule="evenodd"' : "";
      const style = item.stroke ? ` stroke-linejoin="${item.join}" stroke-linecap="${item.cap}"${item.dash ? ` stroke-dasharray="${item.dash}"` : ""}` : "";
      return `<path d="${item.d}" ${paint}${rule}${style}/>`;
    }
    const anchor = { center: "middle", right: "end" }[item.align] || "start";
    return `<text x="${n(item.x)}" y="${n(item.y)}" dominant-baseline="central" text-anchor="${anchor}" unicode-bidi="isolate" style="font:${escapedXml(item.font)}"`
      + ` paint-order="stroke" stroke-linejoin="round" ${paint}>${escapedXml(item.text)}</text>`;
  }
}
