"use strict";

/** Web Mercator on a square of side 1: 0, 0 is in the north-west. */
function eastingOf(longitude) {
  return longitude / 360 + 0.5;
}

function northingOf(latitude) {
  const sine = Math.sin((Math.min(85.05, Math.max(-85.05, latitude)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

function longitudeOf(easting) {
  return (easting - 0.5) * 360;
}

function latitudeOf(northing) {
  return (Math.atan(Math.sinh((0.5 - northing) * 2 * Math.PI)) * 180) / Math.PI;
}

/** A box around points; all of them where no index is given. */
class Box {
  constructor() {
    this.west = this.north = Infinity;
    this.east = this.south = -Infinity;
  }

  add(x, y) {
    if (x < this.west) this.west = x;
    if (x > this.east) this.east = x;
    if (y < this.north) this.north = y;
    if (y > this.south) this.south = y;
    return this;
  }

  static around(xs, ys) {
    const box = new Box();
    for (let i = 0; i < xs.length; i++) box.add(xs[i], ys[i]);
    return box;
  }

  get isEmpty() {
    return this.west > this.east;
  }
}

/** What of the map is seen: a centre, a zoom as in other web maps (256 pixels at 0), a size in pixels. */
class View {
  constructor(box) {
    this.box = box;
    this.x = this.y = 0.5;
    this.zoom = 6;
    this.width = this.height = 1;
    this.lowest = 1;
  }

  static get highest() {
    return 17;
  }

  get scale() {
    return 256 * 2 ** this.zoom;
  }

  screenX(x) {
    return (x - this.x) * this.scale + this.width / 2;
  }

  screenY(y) {
    return (y - this.y) * this.scale + this.height / 2;
  }

  worldX(px) {
    return (px - this.width / 2) / this.scale + this.x;
  }

  worldY(py) {
    return (py - this.height / 2) / this.scale + this.y;
  }

  /** Pixels of a kilometre at the centre. */
  get pixelsPerKilometer() {
    return this.scale / (40075.017 * Math.cos((latitudeOf(this.y) * Math.PI) / 180));
  }

  resize(width, height) {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.lowest = Math.max(0, this.zoomToFit(this.box, 0) - 1);
  }

  copy() {
    return Object.assign(new View(this.box), this);
  }

  /** The zoom at which a box just fits; a point is shown at zoom 12. */
  zoomToFit(box, padding) {
    const width = Math.max(40, this.width - 2 * padding);
    const height = Math.max(40, this.height - 2 * padding);
    const size = Math.max((box.east - box.west) / width, (box.south - box.north) / height);
    return size > 0 ? Math.min(12, Math.log2(1 / size / 256)) : 12;
  }

  /** The view with a box in the middle of what no panel covers. */
  fitted(box, { padding = 24, left = 0, right = 0, bottom = 0 } = {}) {
    const fitted = this.copy();
    if (box.isEmpty) return fitted;
    const free = this.copy();
    free.width = Math.max(80, this.width - left - right);
    free.height = Math.max(80, this.height - bottom);
    const zoom = free.zoomToFit(box, padding);
    return this.fittedAt((box.west + box.east) / 2, (box.north + box.south) / 2, zoom, { left, right, bottom });
  }

  /** The view with a point in the middle of what no panel covers. */
  fittedAt(x, y, zoom, { left = 0, right = 0, bottom = 0 } = {}) {
    const fitted = this.copy();
    fitted.zoom = zoom;
    fitted.x = x + (right - left) / 2 / fitted.scale;
    fitted.y = y + bottom / 2 / fitted.scale;
    return fitted.limit();
  }

  pan(dx, dy) {
    this.x -= dx / this.scale;
    this.y -= dy / this.scale;
    return this.limit();
  }

  /** Zooms so that what is under a pixel stays there. */
  zoomBy(delta, px = this.width / 2, py = this.height / 2) {
    const x = this.worldX(px);
    const y = this.worldY(py);
    this.zoom += delta;
    this.limit();
    this.x = x - (px - this.width / 2) / this.scale;
    this.y = y - (py - this.height / 2) / this.scale;
    return this.limit();
  }

  /** Keeps the zoom in its range and the centre on the theatre. */
  limit() {
    const { box } = this;
    this.zoom = Math.min(View.highest, Math.max(this.lowest, this.zoom));
    if (!box.isEmpty) {
      this.x = Math.min(box.east, Math.max(box.west, this.x));
      this.y = Math.min(box.south, Math.max(box.north, this.y));
    }
    return this;
  }

  shows(west, north, east, south) {
    const halfWidth = this.width / 2 / this.scale;
    const halfHeight = this.height / 2 / this.scale;
    return west <= this.x + halfWidth && east >= this.x - halfWidth
      && north <= this.y + halfHeight && south >= this.y - halfHeight;
  }

  /** `43.13,36.34,11` */
  toString() {
    const digits = Math.max(2, Math.ceil(this.zoom / 3) + 1);
    const round = (value, places) => String(Number(value.toFixed(places)));
    return [round(longitudeOf(this.x), digits), round(latitudeOf(this.y), digits), round(this.zoom, 2)].join(",");
  }

  /** Moves to what `toString` wrote; false if the text is not a view. */
  read(text) {
    const words = String(text).split(",");
    // `Number` reads an empty text as 0, and `0x10` as 16.
    if (words.length !== 3 || !words.every((word) => /^-?\d+(\.\d+)?(e-?\d+)?$/.test(word))) return false;
    const parts = words.map(Number);
    if (!parts.every(Number.isFinite)) return false;
    if (Math.abs(parts[0]) > 180 || Math.abs(parts[1]) > 85) return false;
    this.x = eastingOf(parts[0]);
    this.y = northingOf(parts[1]);
    this.zoom = parts[2];
    this.limit();
    return true;
  }
}
