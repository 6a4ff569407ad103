"use strict";

/** The words for a quarter that stand before its name. */
const QUARTER_WORDS = new Set(["hay", "hai", "حي"]);

/** The Arabic article as it is written before the letters that change its sound. */
const ARTICLES = new Set(["al", "el", "ul", "ad", "adh", "an", "ar", "as", "ash", "at", "ath", "az"]);

/** Arabic letters that are one letter to a reader, and the stretching stroke. */
const ARABIC_LETTERS = new Map(Object.entries({
  "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه",
  "ک": "ك", "گ": "ك", "چ": "ج", "پ": "ب", "ڤ": "ف", "\u0640": "",
}));

/** Latin letters that do not decompose. */
const LATIN_LETTERS = new Map(Object.entries({
  "æ": "ae", "ø": "o", "đ": "d", "ħ": "h", "ł": "l", "ŧ": "t", "ƀ": "b", "ɨ": "i", "ı": "i", "ƶ": "z",
}));

/**
 * What a letter becomes in a folded name: letters, "" if it is dropped, " " if it parts words. The
 * rules are those of the program, which finds places by the same names.
 */
function foldedLetter(letter) {
  if (letter >= "a" && letter <= "z") return letter;
  if (letter < "\u0080") {
    if (/[A-Z]/.test(letter)) return letter.toLowerCase();
    if (/[0-9]/.test(letter)) return letter;
    return /['`.]/.test(letter) ? "" : " ";
  }
  if (ARABIC_LETTERS.has(letter)) return ARABIC_LETTERS.get(letter);
  if (letter >= "\u0620" && letter <= "\u064a") return letter;
  if (/[\p{M}\p{Lm}\p{Sk}\p{Cf}\p{Pi}\p{Pf}]/u.test(letter)) return "";
  if (/\p{Nd}/u.test(letter)) return digitOf(letter);
  if (/\p{L}/u.test(letter)) {
    const lower = letter.toLowerCase();
    if (LATIN_LETTERS.has(lower)) return LATIN_LETTERS.get(lower);
    return /\p{Script=Latin}/u.test(letter) ? lower.normalize("NFD").replace(/\p{M}/gu, "") : lower;
  }
  return " ";
}

/** The digits of every script stand in tens in Unicode, the zero first. */
function digitOf(letter) {
  const code = letter.codePointAt(0);
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** The words of a name without what people write differently. */
function foldedWords(name) {
  let words = "";
  for (const letter of name) words += foldedLetter(letter);
  words = words.split(" ").filter(Boolean);
  if (words.length > 1 && QUARTER_WORDS.has(words[0])) words.shift();
  return words
    .filter((word, index) => index === words.length - 1 || !ARTICLES.has(word))
    .map((word) => (word.startsWith("ال") && word.length > 3 ? word.slice(2) : word));
}

/** `folded("Hay al-Karāma") === folded("karama")` */
function folded(name) {
  return foldedWords(name).join("");
}
