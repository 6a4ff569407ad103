"use strict";

const PATTERN_SIZE = 8;

/** The strokes of each pattern on a tile of eight by eight, as lines, and the dots as points. */
const PATTERNS = {
  hatch: { width: 2.2, lines: [[-2, 2, 2, -2], [-2, 10, 10, -2], [6, 10, 10, 6]], points: [] },
  cross: { width: 1.4, lines: [[0, 0, 8, 8], [0, 8, 8, 0]], points: [] },
  // A dark line on a white one is seen on ground of any colour.
  casing: { width: 2.2, lines: [[-2, 6, 2, 10], [-2, -2, 10, 10], [6, -2, 10, 2]], points: [] },
  fighting: { width: 0.9, lines: [[-2, 6, 2, 10], [-2, -2, 10, 10], [6, -2, 10, 2]], points: [] },
  dots: { width: 1.5, lines: [], points: [[2, 2], [6, 6]] },
};

/** A pattern as what a canvas fills with. */
function canvasPattern(context, name, color, pixelRatio) {
  const size = PATTERN_SIZE * pixelRatio;
  const tile = document.createElement("canvas");
  tile.width = tile.height = Math.round(size);
  const pen = tile.getContext("2d");
  pen.scale(tile.width / PATTERN_SIZE, tile.height / PATTERN_SIZE);
  pen.strokeStyle = pen.fillStyle = color;
  pen.lineWidth = PATTERNS[name].width;
  for (const [x1, y1, x2, y2] of PATTERNS[name].lines) {
    pen.beginPath();
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
    pen.stroke();
  }
  for (const [cx, cy] of PATTERNS[name].points) {
    pen.beginPath();
    pen.arc(cx, cy, PATTERNS[name].width * 0.8, 0, 2 * Math.PI);
    pen.fill();
  }
  return context.createPattern(tile, "repeat");
}

/** The patterns of a canvas, each made once a colour. */
class CanvasPatterns {
  constructor(context, pixelRatio) {
    this.context = context;
    this.pixelRatio = pixelRatio;
    this.made = new Map();
  }

  get(name, color, x, y) {
    const key = name + color;
    if (!this.made.has(key)) this.made.set(key, canvasPattern(this.context, name, color, this.pixelRatio));
    const pattern = this.made.get(key);
    const scale = 1 / this.pixelRatio;
    pattern.setTransform(new DOMMatrix([scale, 0, 0, scale, x % PATTERN_SIZE, y % PATTERN_SIZE]));
    return pattern;
  }
}
