"use strict";

/**
 * Reads a packed column: base64 of variable-length integers, seven bits a byte with the lowest first,
 * each the zigzag of the difference to the value before it.
 *
 * Arithmetic is on doubles, since areas and their differences may pass 32 bits.
 *
 * @param {string} text the column
 * @param {number} count how many values it holds
 * @param {Function} [Values] the typed array to make
 */
function unpack(text, count, Values = Int32Array) {
  const bytes = atob(text);
  const values = new Values(count);
  let at = 0;
  let value = 0;
  for (let i = 0; i < count; i++) {
    let byte = bytes.charCodeAt(at++);
    let zigzag = byte & 127;
    for (let factor = 128; byte > 127; factor *= 128) {
      byte = bytes.charCodeAt(at++);
      zigzag += (byte & 127) * factor;
    }
    value += zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
    values[i] = value;
  }
  if (at > bytes.length) throw new Error(`A packed column ends before its ${count} values.`);
  return values;
}

/** Where each group of a concatenated column begins; one more at the end. */
function offsetsOf(counts) {
  const offsets = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) offsets[i + 1] = offsets[i] + counts[i];
  return offsets;
}

/** The index of the last of `values[from..<to]`, which ascend, that is at most `limit`; `from - 1` if none is. */
function lastAtMost(values, limit, from, to) {
  while (from < to) {
    const middle = (from + to) >> 1;
    if (values[middle] <= limit) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
