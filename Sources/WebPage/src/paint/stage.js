"use strict";

/** A canvas context with what the painters need beside drawing. */
function canvasSurface(canvas, pixelRatio, options) {
  const surface = canvas.getContext("2d", options);
  const patterns = new CanvasPatterns(surface, pixelRatio);
  surface.pattern = (...wanted) => patterns.get(...wanted);
  surface.detail = 0.7 / pixelRatio;
  return surface;
}

/** The part of the page with the map: its canvases, and what pointers and keys do on it. */
class Stage {
  constructor(page) {
    this.page = page;
    this.node = byId("map");
    this.groundCanvas = byId("ground");
    this.labelCanvas = byId("labels");
    this.tip = byId("tip");
    this.view = new View(page.scene.box);
    this.pointers = new Map();
    this.draws = 0;
    this.resize();
    this.view = this.view.fitted(page.scene.box, page.insets());
    new ResizeObserver(() => this.resize()).observe(this.node);
    this.listen();
    byId("zoom-in").addEventListener("click", () => this.zoom(1));
    byId("zoom-out").addEventListener("click", () => this.zoom(-1));
    byId("zoom-all").addEventListener("click", () => this.showAll());
  }

  resize() {
    const ratio = devicePixelRatio || 1;
    const { clientWidth, clientHeight } = this.node;
    this.view.resize(clientWidth, clientHeight);
    for (const canvas of [this.groundCanvas, this.labelCanvas]) {
      canvas.width = Math.max(1, Math.round(clientWidth * ratio));
      canvas.height = Math.max(1, Math.round(clientHeight * ratio));
    }
    this.ground = canvasSurface(this.groundCanvas, ratio, { alpha: false });
    this.labels = canvasSurface(this.labelCanvas, ratio);
    this.pixelRatio = ratio;
    this.viewChanged();
    if (this.isReady) this.drawNow();
  }

  viewChanged() {
    this.placed = null;
    this.page.link.write();
    this.request();
  }

  request() {
    if (this.isRequested) return;
    this.isRequested = true;
    requestAnimationFrame(() => {
      this.isRequested = false;
      this.drawNow();
    });
  }

  drawNow() {
    const { scene } = this.page;
    const { palette } = scene;
    const { width, height } = this.view;
    this.isReady = true;
    const isNew = this.placed === null;
    if (isNew) this.placed = scene.labels.place(this.view);
    this.ground.setTransform(this.pixelRatio, 0, 0, this.pixelRatio, 0, 0);
    this.ground.fillStyle = palette.paper;
    this.ground.fillRect(0, 0, width, height);
    scene.draw(this.ground, this.view, this.placed, { mark: this.page.mark });
    if (isNew) {
      this.labels.setTransform(this.pixelRatio, 0, 0, this.pixelRatio, 0, 0);
      this.labels.clearRect(0, 0, width, height);
      scene.drawLabels(this.labels, this.placed);
      this.showScale();
    }
    this.draws++;
  }

  showScale() {
    const { kilometers, pixels } = scaleBar(this.view);
    byId("scale").style.width = `${pixels}px`;
    setText(byId("scale"), `${kilometers} km`);
  }

  /** The part of the view that no panel covers. */
  get freeView() {
    const free = this.view.copy();
    const { left, right } = this.page.insets();
    free.x += (left - right) / 2 / free.scale;
    free.width = Math.max(200, free.width - left - right);
    return free;
  }

  /** Moves the map if a panel covers a point of it that was seen. */
  reveal({ x, y }) {
    const { left, bottom } = this.page.insets();
    const px = this.view.screenX(x);
    const py = this.view.screenY(y);
    if (px < 0 || py < 0 || px > this.view.width || py > this.view.height) return;
    const dx = Math.max(0, left + 24 - px);
    const dy = Math.min(0, this.view.height - bottom - 24 - py);
    if (dx !== 0 || dy !== 0) this.pan(dx, dy);
  }

  lookAt(text) {
    if (this.view.read(text)) this.viewChanged();
  }

  pan(dx, dy) {
    this.view.pan(dx, dy);
    this.viewChanged();
  }

  zoom(delta, px, py) {
    this.view.zoomBy(delta, px, py);
    this.viewChanged();
  }

  showAll() {
    this.flyTo(this.view.fitted(this.page.scene.box, this.page.insets()));
  }

  /** Moves to another view, at once if movement is to be left out. */
  flyTo(target) {
    cancelAnimationFrame(this.flight);
    if (prefersStillness()) {
      this.arrive(target, 1, target);
      return;
    }
    const origin = this.view.copy();
    const begin = performance.now();
    const far = Math.hypot(target.x - origin.x, target.y - origin.y) * Math.min(origin.scale, target.scale);
    const dip = Math.min(3, Math.max(0, Math.log2(far / Math.max(200, this.view.width)) || 0));
    const step = (now) => {
      const share = Math.min(1, Math.max(0, now - begin) / 550);
      this.arrive(origin, share * share * (3 - 2 * share), target, dip);
      if (share < 1) this.flight = requestAnimationFrame(step);
    };
    this.flight = requestAnimationFrame(step);
  }

  arrive(origin, share, target, dip = 0) {
    const { view } = this;
    view.zoom = origin.zoom + (target.zoom - origin.zoom) * share - dip * Math.sin(Math.PI * share);
    view.x = origin.x + (target.x - origin.x) * share;
    view.y = origin.y + (target.y - origin.y) * share;
    view.limit();
    this.viewChanged();
  }

  listen() {
    const { node } = this;
    node.addEventListener("wheel", (event) => {
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 24 : 1;
      this.zoom(Math.max(-1, Math.min(1, (-event.deltaY * lines) / (event.ctrlKey ? 100 : 300))), ...this.point(event));
    }, { passive: false });
    node.addEventListener("pointerdown", (event) => this.press(event));
    node.addEventListener("pointermove", (event) => this.move(event));
    node.addEventListener("pointerup", (event) => this.release(event));
    node.addEventListener("pointercancel", (event) => this.pointers.delete(event.pointerId));
    node.addEventListener("pointerleave", () => this.hideTip());
    node.addEventListener("dblclick", (event) => this.zoom(1, ...this.point(event)));
  }

  point({ clientX, clientY }) {
    const { left, top } = this.node.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  press(event) {
    if (event.button > 0) return;
    cancelAnimationFrame(this.flight);
    this.node.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, this.point(event));
    this.hasMoved = this.pointers.size > 1;
    this.origin = this.point(event);
    this.hideTip();
  }

  move(event) {
    const now = this.point(event);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== "touch") this.hover(now);
      return;
    }
    if (!this.hasMoved && Math.hypot(now[0] - this.origin[0], now[1] - this.origin[1]) < 5) return;
    this.hasMoved = true;
    if (this.pointers.size === 2) this.pinch(event.pointerId, before, now);
    else this.pan(now[0] - before[0], now[1] - before[1]);
    this.pointers.set(event.pointerId, now);
  }

  pinch(id, before, now) {
    const [, fixed] = [...this.pointers].find(([other]) => other !== id);
    const span = (point) => Math.max(10, Math.hypot(point[0] - fixed[0], point[1] - fixed[1]));
    this.view.pan((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
    this.zoom(Math.log2(span(now) / span(before)), (now[0] + fixed[0]) / 2, (now[1] + fixed[1]) / 2);
  }

  release(event) {
    const wasDown = this.pointers.delete(event.pointerId);
    if (!wasDown || this.hasMoved) return;
    const found = this.find(...this.point(event));
    if (found) this.page.select(found.place, found.cell, false);
    else this.page.closePanel();
  }

  chooseMiddle() {
    const found = this.find(this.view.width / 2, this.view.height / 2);
    if (found) this.page.select(found.place, found.cell);
  }

  /** The place whose dot is near a point, else the one whose ground it is. */
  find(px, py) {
    const { scene, theatre } = this.page;
    let nearest = null;
    let least = 12;
    const { dots } = this.placed || scene.labels.place(this.view);
    for (const dot of scene.filters.places ? dots : []) {
      const distance = Math.hypot(dot.x - px, dot.y - py);
      if (distance >= least) continue;
      least = distance;
      nearest = dot.place;
    }
    if (nearest !== null) return { place: nearest, cell: theatre.cellOfPlace(nearest) };
    const cell = this.page.cells.cellAt(this.view.worldX(px), this.view.worldY(py));
    if (cell < 0) return null;
    const [place] = theatre.placesOfCell(cell);
    return place === undefined ? null : { place, cell };
  }

  hover([px, py]) {
    const found = this.find(px, py);
    if (!found) {
      this.hideTip();
      return;
    }
    const { theatre, words, scene } = this.page;
    const code = found.cell < 0 ? 0 : scene.board.codes[found.cell];
    const state = words.state(code);
    this.tip.replaceChildren(
      nameElement(plainName(theatre.placeName[found.place], 60), { class: "tip-name" }),
      element("span", {}, withNames(CellHistory.isInferred(code) ? words.sentence("inferred", { state }) : state)));
    this.tip.hidden = false;
    const { offsetWidth, offsetHeight } = this.tip;
    const x = px + 16 + offsetWidth > this.view.width ? px - offsetWidth - 12 : px + 16;
    const y = py + 16 + offsetHeight > this.view.height ? py - offsetHeight - 12 : py + 16;
    this.tip.style.transform = `translate(${Math.max(4, x)}px, ${Math.max(4, y)}px)`;
  }

  hideTip() {
    this.tip.hidden = true;
  }
}

/** A round number of kilometres that takes up to 120 pixels. */
function scaleBar(view) {
  const most = 120 / view.pixelsPerKilometer;
  const power = 10 ** Math.floor(Math.log10(most));
  const kilometers = [5, 2, 1].map((step) => step * power).find((step) => step <= most) || power;
  return { kilometers: Number(kilometers.toPrecision(1)), pixels: kilometers * view.pixelsPerKilometer };
}
