"use strict";

/** Draws places as dots in the colour of their holder; contested ones are hollow, encircled ones have a ring. */
function drawDots(surface, dots, codeOfPlace, theatre, palette, showsRings) {
  surface.setLineDash([]);
  for (const { place, x, y, radius } of dots) {
    const code = codeOfPlace(place);
    const state = theatre.states[CellHistory.stateOf(code)];
    const color = palette.ground(state ? state.holder : -1);
    const isContested = state !== undefined && state.status === "contested";
    if (showsRings && state && state.encirclers.length > 0 && !CellHistory.isInferred(code)) {
      drawCircle(surface, x, y, radius + 3.2, null, palette.paper, 3.4);
      drawCircle(surface, x, y, radius + 3.2, null, palette.ink, 1.5);
    }
    drawCircle(surface, x, y, radius + 0.6, palette.paper, palette.paper, 1.6);
    drawCircle(surface, x, y, radius, isContested ? palette.hatch : color, palette.isDark ? palette.paper : palette.ink, 1);
    if (isContested) drawCircle(surface, x, y, radius * 0.62, null, color, radius * 0.55);
  }
}

function drawCircle(surface, x, y, radius, fill, stroke, width) {
  surface.beginPath();
  surface.arc(x, y, radius, 0, 2 * Math.PI);
  if (fill) {
    surface.fillStyle = fill;
    surface.fill();
  }
  if (stroke) {
    surface.strokeStyle = stroke;
    surface.lineWidth = width;
    surface.stroke();
  }
}

/** Marks the places at which something happened to people, as a plain square beside the dot or the name. */
function drawIncidents(surface, view, incidents, theatre, palette) {
  const marked = new Set(incidents.map(({ place }) => place));
  for (const place of marked) {
    if (place < 0) continue;
    const x = view.screenX(theatre.placeX[place]) - 10;
    const y = view.screenY(theatre.placeY[place]) - (theatre.placeIsRegion[place] ? 20 : 10);
    surface.beginPath();
    surface.moveTo(x - 4.5, y - 4.5);
    surface.lineTo(x + 4.5, y - 4.5);
    surface.lineTo(x + 4.5, y + 4.5);
    surface.lineTo(x - 4.5, y + 4.5);
    surface.closePath();
    surface.fillStyle = palette.paper;
    surface.fill();
    surface.strokeStyle = palette.ink;
    surface.lineWidth = 2;
    surface.stroke();
  }
}

/** Marks the place that is explained. */
function drawMark(surface, x, y, palette) {
  drawCircle(surface, x, y, 9, null, palette.paper, 4.4);
  drawCircle(surface, x, y, 9, null, palette.ink, 2.2);
}
