"use strict";

/** A name between marks that isolate its direction, for text that is not an element. */
function isolated(name) {
  return `\u2068${plainName(name, 80)}\u2069`;
}

/** `5,743 km²`; below ten with a decimal */
function areaText(area) {
  return `${numberText(area, area > 0 && area < 9.95 ? 1 : 0)} km²`;
}

function numberText(value, digits = 0) {
  const [whole, rest] = value.toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return rest ? `${grouped}.${rest}` : grouped;
}

function countText(count, one, many = `${one}s`) {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}

/**
 * The parts of a sentence in which `{name}` is a slot: its own texts, and what the slots are filled with. What
 * is filled in is never looked through for slots.
 */
function filled(sentence, slots) {
  return sentence.split(/\{(\w+)\}/).map((part, index) => {
    if (index % 2 === 0) return part;
    if (!Object.hasOwn(slots, part)) throw new Error(`Nothing is given for ${part} in "${sentence}".`);
    return slots[part];
  });
}

/** The program's words for states, changes, reports and all else that is said of the map; the data carry them. */
class Words {
  constructor(theatre) {
    this.theatre = theatre;
    const { unknown = "", reports = {}, verdicts = [], reliability = {}, credibility = {} } = theatre.data.words || {};
    Object.assign(this, { unknown, reports, verdicts, reliability, credibility });
    this.sentences = theatre.data.sentences || {};
  }

  /** A sentence as parts, some of which may be elements. */
  parts(name, slots = {}) {
    if (!Object.hasOwn(this.sentences, name)) throw new Error(`The data have no sentence ${name}.`);
    return filled(this.sentences[name], slots);
  }

  /** A sentence as text. */
  sentence(name, slots) {
    return this.parts(name, slots).join("");
  }

  /** A phrase with the names of actors in it; they stand there by index. */
  named(phrase) {
    return phrase.replace(/\{(\d+)\}/g, (_, index) => this.actor(Number(index)));
  }

  actor(index) {
    return isolated(this.theatre.actors[index].name);
  }

  /** `held by Islamic State, contested by Iraqi security forces` */
  state(code) {
    const state = this.theatre.states[CellHistory.stateOf(code)];
    if (!state) return this.unknown;
    return this.named((CellHistory.isInferred(code) && state.inferred_words) || state.words);
  }

  /** What is new in a state: `taken by Iraqi security forces` */
  change(before, after) {
    const { theatre } = this;
    const old = theatre.states[CellHistory.stateOf(before)];
    const now = theatre.states[CellHistory.stateOf(after)];
    if (!old || !now || now.holder < 0) return this.state(after);
    if (old.holder !== now.holder) {
      const isTaken = old.holder >= 0 && theatre.sideOf(old.holder) !== theatre.sideOf(now.holder);
      return isTaken && now.status === "held" ? this.sentence("taken", { actor: this.actor(now.holder) }) : this.state(after);
    }
    if (old.status === "contested" && now.status === "held") {
      return this.sentence("no_longer_contested", { state: this.state(after) });
    }
    if (old.encirclers.length > 0 && now.encirclers.length === 0) {
      return this.sentence("no_longer_encircled", { state: this.state(after) });
    }
    return this.state(after);
  }

  /** `entered by Iraqi security forces` */
  report(index) {
    const { reports, data, actors } = this.theatre;
    const status = data.reports.statuses[reports.status[index]];
    return (this.reports[status] || `${status} {}`).replace("{}", () => isolated(actors[reports.actor[index]].name));
  }

  /** `C3` */
  grade(index) {
    const { reports, sources } = this.theatre;
    const source = sources[reports.source[index]];
    return `${source ? source.reliability : "F"}${reports.credibility[index]}`;
  }

  gradeMeaning(index) {
    const grade = this.grade(index);
    return `${this.reliability[grade[0]] || ""}, ${this.credibility[grade[1]] || ""}`;
  }

  /** The date a report gives, which may be more than a plain day. */
  reportDate(index) {
    const { reports, data, calendar } = this.theatre;
    const when = (data.reports.when || {})[index];
    return when === undefined ? calendar.words(reports.day[index]) : when;
  }
}
