"use strict";

/** What the legend shows and leaves out. */
class Filters {
  constructor(actorCount) {
    this.holders = Array.from({ length: actorCount }, () => true);
    Object.assign(this, {
      unknown: true, contested: true, presumed: true, fighting: true, inferred: true, front: true, ghost: true,
      places: true, labels: true, river: true, incidents: false,
    });
  }

  /** Whether ground in a state is drawn; of no state, if nothing is known of it. */
  showsGround(state, isInferred) {
    const holder = state ? state.holder : -1;
    if (!(holder < 0 ? this.unknown : this.holders[holder])) return false;
    if (isInferred && !this.inferred) return false;
    if (state && state.status === "contested") return this.contested;
    return !(state && state.status === "presumed") || this.presumed;
  }
}

/** The map of a day, and what is kept of it from one picture to the next. */
class Scene {
  constructor(theatre, palette) {
    this.theatre = theatre;
    this.palette = palette;
    this.topology = new Topology(theatre);
    this.history = new CellHistory(theatre);
    this.lines = new LineWork(theatre, this.topology);
    this.labels = new LabelLayout(theatre);
    this.filters = new Filters(theatre.actors.length);
    this.board = new Board(this.history);
    this.ghostBoard = new Board(this.history);
    this.otherBoard = new Board(this.history);
    this.classes = new Uint16Array(theatre.cellCount);
    this.other = null;
    this.box = Box.around(theatre.x, theatre.y);
    for (const place of this.box.isEmpty ? theatre.labelled : []) this.box.add(theatre.placeX[place], theatre.placeY[place]);
    this.isStale = true;
    this.setDay(0);
  }

  get day() {
    return this.board.day;
  }

  /** How many days the ghost of the front lies back. */
  static get ghostDays() {
    return 7;
  }

  setDay(day) {
    const hasMoved = this.board.moveTo(day);
    const hasGhostMoved = this.ghostBoard.moveTo(Math.max(0, day - Scene.ghostDays));
    this.showsGhost = day >= Scene.ghostDays;
    if (hasMoved) this.isStale = true;
    if (hasGhostMoved || !this.ghost) this.isGhostStale = true;
  }

  /** Compares with another day; null ends that. */
  compareWith(day) {
    this.other = day;
    if (day !== null) this.otherBoard.moveTo(day);
    this.restyle();
  }

  /** Call this when the palette or the filters have changed. */
  restyle() {
    this.table = null;
    this.isStale = true;
  }

  update() {
    if (this.isStale) {
      this.classify();
      this.rings = this.topology.rings(this.classes, this.table.paints.length);
      this.front = this.lines.front(this.board.codes);
      this.isStale = false;
    }
    if (this.isGhostStale && this.filters.ghost) {
      this.ghost = this.lines.front(this.ghostBoard.codes);
      this.isGhostStale = false;
    }
  }

  classify() {
    const { classes, board, theatre } = this;
    if (this.other === null) {
      if (!this.table) this.table = PaintTable.ofDay(theatre, this.palette, this.filters);
      const { classOf } = this.table;
      for (let cell = 0; cell < classes.length; cell++) classes[cell] = classOf[board.codes[cell]];
      return;
    }
    const [before, after] = this.inOrder(this.otherBoard, board);
    if (!this.table) this.table = new ChangePaints(theatre, this.palette);
    for (let cell = 0; cell < classes.length; cell++) {
      classes[cell] = this.table.classFor(before.codes[cell], after.codes[cell]);
    }
  }

  /** The two boards of a comparison, the earlier first. */
  inOrder(first, second) {
    return first.day <= second.day ? [first, second] : [second, first];
  }

  codeOfPlace(place) {
    const cell = this.theatre.cellOfPlace(place);
    return cell < 0 ? 0 : this.board.codes[cell];
  }

  incidentsOn(day) {
    return this.theatre.incidents.filter(({ first, last }) => first <= day && day <= last);
  }

  /** Draws all that lies below the names, and the names where `placed` is to have them. */
  draw(surface, view, placed, { mark = null } = {}) {
    this.update();
    const { filters, palette, theatre, lines } = this;
    drawGround(surface, view, this.topology, this.rings, this.table.paints, palette);
    if (filters.fighting) lines.drawFights(surface, view, theatre.fightsOn(this.day), palette);
    if (filters.river) lines.drawBarriers(surface, view, palette);
    lines.drawOutline(surface, view, palette);
    if (filters.ghost && this.showsGhost && this.other === null) lines.drawGhost(surface, view, this.ghost, palette);
    if (filters.front) lines.drawFront(surface, view, this.front, palette);
    if (filters.places) drawDots(surface, placed.dots, (place) => this.codeOfPlace(place), theatre, palette, true);
    if (filters.incidents) drawIncidents(surface, view, this.incidentsOn(this.day), theatre, palette);
    if (mark) drawMark(surface, view.screenX(mark.x), view.screenY(mark.y), palette);
  }

  drawLabels(surface, placed) {
    if (this.filters.labels) this.labels.draw(surface, placed.labels, this.palette);
  }
}
