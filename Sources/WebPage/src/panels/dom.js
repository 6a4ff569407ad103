"use strict";

/**
 * Makes an element. Children are elements or text; text never becomes markup.
 *
 * @param {string} tag
 * @param {object} [attributes] a function under a name such as `click` becomes a listener; null leaves out
 */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/** A paragraph of a class, or of none. */
function paragraph(kind, ...children) {
  return element("p", { class: kind }, ...children);
}

/** A part that can be unfolded. */
function folder(title, ...children) {
  return element("details", {}, element("summary", {}, title), ...children);
}

/** A name from the data, which keeps its own direction. */
function nameElement(name, attributes = {}) {
  return element("bdi", { dir: "auto", ...attributes }, String(name));
}

/** Names with dots between them; what is empty is left out. */
function joined(names) {
  return names.filter(Boolean).flatMap((name, index) => [index > 0 ? " · " : "", nameElement(plainName(name, 300))]);
}

function byId(id) {
  return document.getElementById(id);
}

/** Sets text only if it differs, so that nothing is laid out again for no reason. */
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** A text with marks of direction around names, as elements. */
function withNames(text) {
  return text.split(/(\u2068[^\u2069]*\u2069)/).filter(Boolean).map((part) =>
    part.startsWith("\u2068") ? nameElement(part.slice(1, -1)) : part);
}

/** A square in the colour of a holder. */
function swatch(color, pattern) {
  const made = element("span", { class: `swatch${pattern ? ` ${pattern}` : ""}`, "aria-hidden": "true" });
  made.style.setProperty("--color", color);
  return made;
}
