"use strict";

const RELIABILITY = {
  A: "a completely reliable source", B: "a usually reliable source", C: "a fairly reliable source",
  D: "a source that is not usually reliable", E: "an unreliable source", F: "a source whose reliability cannot be judged",
};

const CREDIBILITY = {
  1: "a statement confirmed by others", 2: "a probably true statement", 3: "a possibly true statement",
  4: "a doubtful statement", 5: "an improbable statement", 6: "a statement whose truth cannot be judged",
};

const VERDICTS = {
  decided: "decided",
  agrees: "says the same",
  joined: "is true as well",
  marked: "adds its mark",
  disputed: "contradicts an equal",
  earlier: "a later report decides",
  less_specific: "a more specific place decides",
  weaker_grade: "a better grade decides",
  tie: "an equal report on an ally decides, the first by id",
  silent: "says nothing about who holds this place",
};

const REPORT_VERBS = {
  control: "held by", contested: "contested by", entered: "entered by", withdrew: "left by", encircled: "encircled by",
};

/** A name between marks that keep its direction to itself, for text that is no element. */
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

/** States, changes and reports in the words of the program. */
class Words {
  constructor(theatre) {
    this.theatre = theatre;
  }

  actors(indices) {
    return indices.map((index) => isolated(this.theatre.actors[index].name)).join(" and ");
  }

  /** `held by Islamic State, contested by Iraqi security forces` */
  state(code) {
    const state = this.theatre.states[CellHistory.stateOf(code)];
    if (!state) return "holder unknown";
    const parts = [state.holder < 0
      ? "holder unknown"
      : `${state.status === "presumed" ? "presumed held" : "held"} by ${this.actors([state.holder])}`];
    if (state.status === "contested") {
      parts.push(state.attackers.length > 0 ? `contested by ${this.actors(state.attackers)}` : "contested");
    }
    if (state.encirclers.length > 0 && !CellHistory.isInferred(code)) {
      parts.push(`encircled by ${this.actors(state.encirclers)}`);
    }
    return parts.join(", ");
  }

  /** What is new in a state: `taken by Iraqi security forces` */
  change(before, after) {
    const { theatre } = this;
    const old = theatre.states[CellHistory.stateOf(before)];
    const now = theatre.states[CellHistory.stateOf(after)];
    if (!old || !now || now.holder < 0) return this.state(after);
    if (old.holder !== now.holder) {
      const isTaken = old.holder >= 0 && theatre.sideOf(old.holder) !== theatre.sideOf(now.holder);
      return isTaken && now.status === "held" ? `taken by ${this.actors([now.holder])}` : this.state(after);
    }
    if (old.status === "contested" && now.status === "held") {
      return `no longer contested, ${this.state(after)}`;
    }
    if (old.encirclers.length > 0 && now.encirclers.length === 0) return `no longer encircled, ${this.state(after)}`;
    return this.state(after);
  }

  /** `entered by Iraqi security forces` */
  report(index) {
    const { reports, data, actors } = this.theatre;
    const status = data.reports.statuses[reports.status[index]];
    return `${REPORT_VERBS[status] || status} ${isolated(actors[reports.actor[index]].name)}`;
  }

  /** `C3` */
  grade(index) {
    const { reports, sources } = this.theatre;
    const source = sources[reports.source[index]];
    return `${source ? source.reliability : "F"}${reports.credibility[index]}`;
  }

  gradeMeaning(index) {
    const grade = this.grade(index);
    return `${RELIABILITY[grade[0]] || ""}, ${CREDIBILITY[grade[1]] || ""}`;
  }

  /** The date a report gives, which may be no plain day. */
  reportDate(index) {
    const { reports, data, calendar } = this.theatre;
    const when = (data.reports.when || {})[index];
    return when === undefined ? calendar.words(reports.day[index]) : when;
  }
}
