"use strict";

/** Text as XML can hold it: escaped, and without the characters that XML does not allow. */
function escapedXml(text) {
  return String(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** An element of XML; attributes that are null are left out. */
function xmlElement(tag, attributes, content = "") {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escapedXml(value)}"`);
  return `<${tag}${written.join("")}>${content}</${tag}>`;
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
    const n = SvgSurface.number;
    const half = `a${n(radius)} ${n(radius)} 0 1 0`;
    this.path.push(`M${n(x - radius)} ${n(y)}${half} ${n(2 * radius)} 0${half} ${n(-2 * radius)} 0Z`);
  }

  rect(x, y, width, height) {
    const n = SvgSurface.number;
    this.path.push(`M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}Z`);
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
    const stroke = {
      stroke: this.strokeStyle, width: this.lineWidth, dash: this.dash.join(" "), cap: this.lineCap, join: this.lineJoin,
    };
    if (last && last.d === d && !last.stroke) Object.assign(last, stroke);
    else this.items.push({ d, ...stroke });
  }

  strokeText(text, x, y) {
    this.items.push({ text, x, y, font: this.font, stroke: this.strokeStyle, width: this.lineWidth });
  }

  fillText(text, x, y) {
    const last = this.items[this.items.length - 1];
    if (last && last.text === text && last.x === x && last.y === y) last.fill = this.fillStyle;
    else this.items.push({ text, x, y, font: this.font, fill: this.fillStyle });
  }

  measureText(text) {
    this.pen.font = this.font;
    return this.pen.measureText(text);
  }

  /** What is drawn until `leave` is clipped to a window of its own. */
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
    const patterns = [...this.patterns].map(([id, pattern]) => SvgSurface.patternMarkup(id, pattern));
    const body = this.items.map((item) => SvgSurface.markup(item)).join("\n");
    return xmlElement(
      "svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` },
      `${xmlElement("defs", {}, patterns.join(""))}\n${body}\n`) + "\n";
  }

  static patternMarkup(id, { name, color, x, y }) {
    const { width, lines, points } = PATTERNS[name];
    const n = SvgSurface.number;
    const strokes = lines.map(([x1, y1, x2, y2]) =>
      xmlElement("path", { d: `M${x1} ${y1}L${x2} ${y2}`, stroke: color, "stroke-width": width }));
    const circles = points.map(([cx, cy]) => xmlElement("circle", { cx, cy, r: n(width * 0.8), fill: color }));
    return xmlElement(
      "pattern", {
        id, width: PATTERN_SIZE, height: PATTERN_SIZE, patternUnits: "userSpaceOnUse",
        patternTransform: `translate(${n(x)} ${n(y)})`,
      }, [...strokes, ...circles].join(""));
  }

  static markup(item) {
    const n = SvgSurface.number;
    if (item.close) return "</g></g>";
    if (item.open) {
      const { id, x, y, width, height } = item.open;
      const window = xmlElement("path", { d: `M0 0h${n(width)}v${n(height)}h${n(-width)}Z` });
      return `${xmlElement("clipPath", { id }, window)}<g transform="translate(${n(x)} ${n(y)})"><g clip-path="url(#${id})">`;
    }
    const paint = {
      fill: item.fill || "none", stroke: item.stroke, "stroke-width": item.stroke ? n(item.width) : null,
      "stroke-linejoin": item.join, "stroke-linecap": item.cap, "stroke-dasharray": item.dash || null,
    };
    if (item.text === undefined) {
      return xmlElement("path", { d: item.d, "fill-rule": item.rule, ...paint });
    }
    return xmlElement(
      "text", {
        x: n(item.x), y: n(item.y), "dominant-baseline": "central", "unicode-bidi": "isolate", style: `font:${item.font}`,
        "paint-order": "stroke", ...paint, "stroke-linejoin": "round",
      }, escapedXml(item.text));
  }
}
