"use strict";

/** Finds the cell at a point: a grid of the cells' boxes, then a count of the edges to the right. */
class CellIndex {
  constructor(theatre) {
    this.theatre = theatre;
    this.indexEdges();
    this.indexBoxes();
  }

  indexEdges() {
    const { edges, edgeCount, cellCount } = this.theatre;
    const counts = new Int32Array(cellCount);
    for (const cells of [edges.left, edges.right]) for (const cell of cells) if (cell >= 0) counts[cell]++;
    this.offsets = offsetsOf(counts);
    this.cellEdges = new Int32Array(this.offsets[cellCount]);
    const at = this.offsets.slice();
    for (let edge = 0; edge < edgeCount; edge++) {
      if (edges.left[edge] >= 0) this.cellEdges[at[edges.left[edge]]++] = edge;
      if (edges.right[edge] >= 0) this.cellEdges[at[edges.right[edge]]++] = edge;
    }
  }

  indexBoxes() {
    const { theatre } = this;
    const { x, y, edges, cellCount } = theatre;
    this.box = Box.around(x, y);
    this.size = Math.max(1, Math.min(256, Math.round(Math.sqrt(cellCount))));
    this.grid = new Map();
    for (let cell = 0; cell < cellCount; cell++) {
      const box = new Box();
      for (let i = this.offsets[cell]; i < this.offsets[cell + 1]; i++) {
        const edge = this.cellEdges[i];
        box.add(x[edges.start[edge]], y[edges.start[edge]]).add(x[edges.end[edge]], y[edges.end[edge]]);
      }
      if (box.isEmpty) continue;
      for (let row = this.row(box.north); row <= this.row(box.south); row++) {
        for (let column = this.column(box.west); column <= this.column(box.east); column++) {
          const key = row * this.size + column;
          if (!this.grid.has(key)) this.grid.set(key, []);
          this.grid.get(key).push(cell);
        }
      }
    }
  }

  column(x) {
    const { west, east } = this.box;
    return Math.min(this.size - 1, Math.max(0, Math.floor(((x - west) / (east - west || 1)) * this.size)));
  }

  row(y) {
    const { north, south } = this.box;
    return Math.min(this.size - 1, Math.max(0, Math.floor(((y - north) / (south - north || 1)) * this.size)));
  }

  /** The cell at a point of the world, or -1. */
  cellAt(px, py) {
    const candidates = this.grid.get(this.row(py) * this.size + this.column(px)) || [];
    return candidates.find((cell) => this.contains(cell, px, py)) ?? -1;
  }

  contains(cell, px, py) {
    const { x, y, edges } = this.theatre;
    let isInside = false;
    for (let i = this.offsets[cell]; i < this.offsets[cell + 1]; i++) {
      const a = edges.start[this.cellEdges[i]];
      const b = edges.end[this.cellEdges[i]];
      if (y[a] > py !== y[b] > py && px < ((x[b] - x[a]) * (py - y[a])) / (y[b] - y[a]) + x[a]) isInside = !isInside;
    }
    return isInside;
  }
}
