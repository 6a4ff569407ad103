"use strict";

/** `#2166ac` as three numbers from 0 to 255; anything else as a middle grey. */
function rgbOf(color) {
  const match = /^#([0-9a-f]{6})$/i.exec(color);
  const value = match ? parseInt(match[1], 16) : 0x808080;
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function hexOf(rgb) {
  return "#" + rgb.map((part) => Math.round(Math.min(255, Math.max(0, part))).toString(16).padStart(2, "0")).join("");
}

/** A colour of which a share is kept over another. */
function mixed(color, under, share) {
  const below = rgbOf(under);
  return hexOf(rgbOf(color).map((part, i) => below[i] + (part - below[i]) * share));
}

function linear(part) {
  const value = part / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function encoded(value) {
  return 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
}

/** Ottosson's OKLab: lightness from 0 to 1, and two axes of hue. */
function oklabOf(color) {
  const [r, g, b] = rgbOf(color).map(linear);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function colorOfOklab([lightness, a, b]) {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return hexOf([
    encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]);
}

/** How far two colours lie apart in OKLab, from 0 to about 1. */
function colorDistance(first, second) {
  const a = oklabOf(first);
  const b = oklabOf(second);
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** The colour with another lightness. */
function withLightness(color, lightness) {
  const [, a, b] = oklabOf(color);
  return colorOfOklab([lightness, a, b]);
}

/**
 * The colours of the map in a theme.
 *
 * In the dark an actor's colour that would sink into the paper is raised, so that ground of which
 * nothing is known stays the darkest.
 */
class Palette {
  constructor(theatre, isDark) {
    const { style } = theatre;
    this.isDark = isDark;
    this.paper = isDark ? "#14171a" : style.paper;
    this.ink = isDark ? "#f2f2ef" : style.ink;
    this.muted = isDark ? "#9aa1a8" : "#5c6166";
    this.unknown = isDark ? "#2a2f34" : style.unknown;
    this.hatch = isDark ? "#f4f4f1" : style.hatch;
    this.barrier = isDark ? "#5f9fcb" : style.barrier;
    this.boundary = isDark ? "#8b9299" : style.boundary;
    this.inferredShare = style.inferred_share;
    this.holders = theatre.actors.map(({ color }) => (isDark ? Palette.raised(color) : color));
    const isTaken = this.holders.some((color) => colorDistance(color, style.front) < 0.12);
    this.front = isTaken ? this.ink : isDark ? "#ff5a4f" : style.front;
  }

  static raised(color) {
    const [lightness] = oklabOf(color);
    return lightness < 0.56 ? withLightness(color, 0.56 + lightness / 20) : color;
  }

  /** @param {number} holder the actor's index, -1 for nobody */
  ground(holder, isInferred = false) {
    if (holder < 0) return this.unknown;
    return isInferred ? mixed(this.holders[holder], this.paper, this.inferredShare) : this.holders[holder];
  }

  pale(holder) {
    return mixed(this.ground(holder), this.paper, 0.22);
  }
}
