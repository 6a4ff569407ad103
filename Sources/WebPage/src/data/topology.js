"use strict";

/** Rings of several classes: of class `c` those from `classOffsets[c]` to `classOffsets[c + 1]`. */
class RingSet {
  constructor(classCount) {
    this.classOffsets = new Int32Array(classCount + 1);
    this.offsets = [0];
    this.vertices = [];
    this.boxes = [];
  }

  closeRing(box) {
    this.offsets.push(this.vertices.length);
    this.boxes.push(box.west, box.north, box.east, box.south);
  }
}

/**
 * The edges between cells, each once, and the rings and lines that can be chained from them.
 *
 * The inside of a class lies at the left of its rings. Where several rings touch in a vertex, any way
 * to part them gives the same ground when it is filled by the even-odd rule.
 */
class Topology {
  constructor(theatre) {
    this.x = theatre.x;
    this.y = theatre.y;
    this.edges = theatre.edges;
    this.edgeCount = theatre.edgeCount;
    this.head = new Int32Array(theatre.x.length).fill(-1);
    this.next = new Int32Array(2 * theatre.edgeCount);
    this.degree = new Uint16Array(theatre.x.length);
    this.isWalked = new Uint8Array(theatre.edgeCount);
  }

  /**
   * The rings around the cells of each class, over an array of the class of each cell.
   *
   * Complexity: the number of edges, and of those between classes twice.
   */
  rings(classes, classCount) {
    const { left, right } = this.edges;
    const borders = Array.from({ length: classCount }, () => []);
    for (let edge = 0; edge < this.edgeCount; edge++) {
      const l = left[edge] < 0 ? -1 : classes[left[edge]];
      const r = right[edge] < 0 ? -1 : classes[right[edge]];
      if (l === r) continue;
      if (l >= 0) borders[l].push(2 * edge);
      if (r >= 0) borders[r].push(2 * edge + 1);
    }
    const set = new RingSet(classCount);
    for (let c = 0; c < classCount; c++) {
      this.chain(borders[c], set);
      set.classOffsets[c + 1] = set.offsets.length - 1;
    }
    return set;
  }

  /** Chains halves of edges: `2e` is the edge `e` read from its start, `2e + 1` read from its end. */
  chain(halves, set) {
    const { head, next, x, y } = this;
    const { start, end } = this.edges;
    const from = (half) => (half & 1 ? end : start)[half >> 1];
    const to = (half) => (half & 1 ? start : end)[half >> 1];
    for (const half of halves) {
      next[half] = head[from(half)];
      head[from(half)] = half;
    }
    for (const first of halves) {
      const origin = from(first);
      while (head[origin] >= 0) {
        const box = new Box();
        let vertex = origin;
        while (head[vertex] >= 0) {
          const half = head[vertex];
          head[vertex] = next[half];
          set.vertices.push(vertex);
          box.add(x[vertex], y[vertex]);
          vertex = to(half);
          if (vertex === origin) break;
        }
        set.closeRing(box);
      }
    }
  }

  /**
   * Chains the given edges to lines that are as long as can be.
   *
   * @returns a RingSet of one class, whose rings are open; a closed line repeats its first vertex
   */
  lines(edges) {
    const { head, next, degree, isWalked, x, y } = this;
    const { start, end } = this.edges;
    const from = (half) => (half & 1 ? end : start)[half >> 1];
    const touched = [];
    for (const edge of edges) {
      for (let half = 2 * edge; half <= 2 * edge + 1; half++) {
        const vertex = from(half);
        if (degree[vertex]++ === 0) touched.push(vertex);
        next[half] = head[vertex];
        head[vertex] = half;
      }
    }
    const set = new RingSet(1);
    const walk = (origin) => {
      let vertex = origin;
      while (head[vertex] >= 0 && isWalked[head[vertex] >> 1]) head[vertex] = next[head[vertex]];
      if (head[vertex] < 0) return false;
      const box = new Box().add(x[vertex], y[vertex]);
      set.vertices.push(vertex);
      for (let half = head[vertex]; half >= 0; half = head[vertex]) {
        isWalked[half >> 1] = 1;
        vertex = from(half ^ 1);
        set.vertices.push(vertex);
        box.add(x[vertex], y[vertex]);
        if (degree[vertex] !== 2 || vertex === origin) break;
        while (head[vertex] >= 0 && isWalked[head[vertex] >> 1]) head[vertex] = next[head[vertex]];
      }
      set.closeRing(box);
      return true;
    };
    // Lines that end somewhere begin at an end; what is left are loops.
    for (const vertex of touched) if (degree[vertex] !== 2) while (walk(vertex));
    for (const vertex of touched) while (walk(vertex));
    for (const vertex of touched) {
      head[vertex] = -1;
      degree[vertex] = 0;
    }
    for (const edge of edges) isWalked[edge] = 0;
    set.classOffsets[1] = set.offsets.length - 1;
    return set;
  }

  /** The edges for which `isWanted(cell on the left, cell on the right)`; -1 is outside. */
  edgesWhere(isWanted) {
    const { left, right } = this.edges;
    const edges = [];
    for (let edge = 0; edge < this.edgeCount; edge++) {
      if (isWanted(left[edge], right[edge])) edges.push(edge);
    }
    return edges;
  }
}
