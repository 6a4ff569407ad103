"use strict";

/** Adds rings or lines to the path of a surface, without the vertices that lie within half a pixel. */
function traceRings(surface, view, topology, set, first, last, isClosed) {
  const { x, y } = topology;
  const { vertices, offsets, boxes } = set;
  const { scale } = view;
  const dx = view.width / 2 - view.x * scale;
  const dy = view.height / 2 - view.y * scale;
  const least = surface.detail || 0.5;
  for (let ring = first; ring < last; ring++) {
    if (!view.shows(boxes[4 * ring], boxes[4 * ring + 1], boxes[4 * ring + 2], boxes[4 * ring + 3])) continue;
    const end = offsets[ring + 1];
    let lastX = x[vertices[offsets[ring]]] * scale + dx;
    let lastY = y[vertices[offsets[ring]]] * scale + dy;
    surface.moveTo(lastX, lastY);
    for (let i = offsets[ring] + 1; i < end; i++) {
      const px = x[vertices[i]] * scale + dx;
      const py = y[vertices[i]] * scale + dy;
      if (i + 1 < end && Math.abs(px - lastX) + Math.abs(py - lastY) < least) continue;
      surface.lineTo(px, py);
      lastX = px;
      lastY = py;
    }
    if (isClosed) surface.closePath();
  }
}

/**
 * Fills each class of ground. Each polygon is stroked with its own colour as well, which closes the
 * seams that smoothed edges leave between neighbours.
 */
function drawGround(surface, view, topology, rings, paints, palette) {
  surface.lineJoin = "round";
  surface.setLineDash([]);
  const originX = view.screenX(0) % PATTERN_SIZE;
  const originY = view.screenY(0) % PATTERN_SIZE;
  const trace = (index) => {
    surface.beginPath();
    traceRings(surface, view, topology, rings, rings.classOffsets[index], rings.classOffsets[index + 1], true);
  };
  paints.forEach((paint, index) => {
    if (!paint.color || rings.classOffsets[index] === rings.classOffsets[index + 1]) return;
    trace(index);
    surface.fillStyle = surface.strokeStyle = paint.color;
    surface.lineWidth = 1;
    surface.fill("evenodd");
    surface.stroke();
    if (paint.pattern) {
      surface.fillStyle = surface.pattern(paint.pattern, paint.hatch || palette.hatch, originX, originY);
      surface.fill("evenodd");
    }
  });
  paints.forEach((paint, index) => {
    if (!paint.outline) return;
    trace(index);
    surface.strokeStyle = paint.outline;
    surface.lineWidth = 1.2;
    surface.stroke();
  });
}
