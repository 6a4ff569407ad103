"use strict";

const LABEL_FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif';

/** How places of a rank are shown: from which zoom on, how large, how their names are set. */
const RANK_STYLES = {
  1: { zoom: 0, dot: 4.5, size: 15, weight: 600 },
  2: { zoom: 7, dot: 3.8, size: 13, weight: 600 },
  3: { zoom: 8.2, dot: 3.4, size: 12, weight: 400, slant: "italic " },
  4: { zoom: 9, dot: 3, size: 12, weight: 400 },
  5: { zoom: 11.4, dot: 2.6, size: 11, weight: 400 },
};

/** A name as one line of a map: no line breaks and nothing that turns what follows around, and not too long. */
function plainName(name, most = 36) {
  const line = String(name).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ").trim();
  const letters = Array.from(line);
  return letters.length > most ? letters.slice(0, most - 1).join("").trimEnd() + "…" : line;
}

/** Boxes that no other may touch, in a grid, so that a test costs the same however many there are. */
class BoxGrid {
  constructor(cell = 64) {
    this.cell = cell;
    this.cells = new Map();
  }

  *keys([x1, y1, x2, y2]) {
    for (let column = Math.floor(x1 / this.cell); column <= Math.floor(x2 / this.cell); column++) {
      for (let row = Math.floor(y1 / this.cell); row <= Math.floor(y2 / this.cell); row++) yield column * 4096 + row;
    }
  }

  isFree(box) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) || []) {
        if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) return false;
      }
    }
    return true;
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }
}

/** Which places are drawn in a view, and where their names go. */
class LabelLayout {
  constructor(theatre) {
    this.theatre = theatre;
    this.names = new Map();
    this.widths = new Map();
    this.pen = document.createElement("canvas").getContext("2d");
    this.leastZoom = this.zoomByRank();
    /** A reader who has set letters larger has them larger on the map too. */
    this.enlargement = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  }

  /**
   * From which zoom on each rank is shown. Where a theatre has hardly any place of the ranks above, the
   * next is shown as early as they.
   */
  zoomByRank() {
    const counts = [0, 0, 0, 0, 0, 0];
    for (const place of this.theatre.labelled) counts[this.theatre.placeRank[place]]++;
    const zooms = [0];
    let above = 0;
    for (let rank = 1; rank <= 5; rank++) {
      zooms[rank] = above < 8 ? 0 : RANK_STYLES[rank].zoom;
      above += counts[rank];
    }
    return zooms;
  }

  font(rank) {
    const { slant = "", weight } = RANK_STYLES[rank] || RANK_STYLES[4];
    return `${slant}${weight} ${this.size(rank)}px ${LABEL_FONT}`;
  }

  size(rank) {
    return (RANK_STYLES[rank] || RANK_STYLES[4]).size * this.enlargement;
  }

  nameOf(place) {
    if (!this.names.has(place)) this.names.set(place, plainName(this.theatre.placeName[place]));
    return this.names.get(place);
  }

  widthOf(place, rank) {
    if (!this.widths.has(place)) {
      this.pen.font = this.font(rank);
      this.widths.set(place, this.pen.measureText(this.nameOf(place)).width);
    }
    return this.widths.get(place);
  }

  /**
   * The dots and the names for a view. Names are placed by importance, and none touches another or a dot:
   * the name of a town takes away lesser dots in its way, a lesser name has to find room between them.
   * Where there are thousands of dots only those with a name are drawn.
   */
  place(view) {
    const most = Math.max(12, Math.round((view.width * view.height) / 11000));
    const seen = this.dotsIn(view);
    const isCrowded = seen.length > 8 * most;
    const grid = new BoxGrid();
    const dots = [];
    const labels = [];
    const isMinor = ({ rank }) => rank > 2;
    const keep = (dot) => {
      if (dot.radius === 0 || !grid.isFree(LabelLayout.boxOf(dot))) return;
      grid.add(LabelLayout.boxOf(dot));
      dots.push(dot);
    };
    const name = (dot) => {
      if (labels.length >= most) return;
      const label = this.fit(dot, view, grid, isCrowded);
      if (!label) return;
      labels.push(label);
      if (isCrowded && dot.radius > 0) dots.push(dot);
    };
    for (const isTurn of [(dot) => !isMinor(dot), isMinor]) {
      const turn = seen.filter(isTurn);
      if (!isCrowded) turn.forEach(keep);
      turn.forEach(name);
    }
    return { dots: dots.reverse(), labels };
  }

  static boxOf({ x, y, radius }) {
    return [x - radius - 1, y - radius - 1, x + radius + 1, y + radius + 1];
  }

  /** The places of a view that its zoom shows, the most important first; a region has no dot. */
  dotsIn(view) {
    const { theatre } = this;
    const { placeX, placeY, placeRank, placeIsRegion } = theatre;
    const dots = [];
    for (const place of theatre.labelled) {
      const rank = placeRank[place];
      if (view.zoom < this.leastZoom[rank]) continue;
      const x = view.screenX(placeX[place]);
      const y = view.screenY(placeY[place]);
      if (x < -4 || y < -4 || x > view.width + 4 || y > view.height + 4) continue;
      dots.push({ place, rank, x, y, radius: placeIsRegion[place] ? 0 : (RANK_STYLES[rank] || RANK_STYLES[4]).dot });
    }
    return dots;
  }

  /** The name beside its dot where there is room, or null. The name of a region stands in its middle or near it. */
  fit(dot, view, grid, needsRoomForDot) {
    const { place, rank, x, y, radius } = dot;
    const width = this.widthOf(place, rank);
    const height = this.size(rank) * 1.15;
    const gap = Math.max(8.5, radius + 5);
    const spots = radius === 0
      ? [[-width / 2, 0], [-width / 2, -16], [-width / 2, 16], [-width - 8, 0], [8, 0], [-width / 2, -34], [-width / 2, 34]]
      : [[gap, 0], [-gap - width, 0], [-width / 2, -gap - height / 2], [-width / 2, gap + height / 2]];
    if (needsRoomForDot && radius > 0 && !grid.isFree(LabelLayout.boxOf(dot))) return null;
    for (const [dx, dy] of spots) {
      const box = [x + dx - 3, y + dy - height / 2 - 1, x + dx + width + 3, y + dy + height / 2 + 1];
      if (box[0] < 2 || box[2] > view.width - 2 || box[1] < 2 || box[3] > view.height - 2) continue;
      if (!grid.isFree(box)) continue;
      grid.add(box);
      if (needsRoomForDot && radius > 0) grid.add(LabelLayout.boxOf(dot));
      return { place, rank, text: this.nameOf(place), x: x + dx, y: y + dy, box };
    }
    return null;
  }

  draw(surface, labels, palette) {
    surface.textAlign = "left";
    surface.textBaseline = "middle";
    surface.lineJoin = "round";
    surface.lineWidth = 3;
    surface.strokeStyle = palette.paper;
    surface.fillStyle = palette.ink;
    for (const { text, x, y, rank } of labels) {
      surface.font = this.font(rank);
      surface.strokeText(text, x, y);
      surface.fillText(text, x, y);
    }
  }
}
