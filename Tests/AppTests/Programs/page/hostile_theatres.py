"""A theatre whose every text wants to be more than text, and theatres of hardly any data."""

import copy

from page_data import pack

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "<!--<script>alert(3)//",
    "\"' onmouseover=alert(4) x='",
    "\u202egnorw si sihT",
    "two\nlines\u2028and three",
    "javascript:alert(5)",
    "&lt;b&gt;&amp;&#x3c;",
    "المدينة القديمة",
    "W" * 500,
    "nothing\u0000here\ufffe",
    "${alert(6)}`",
    "]]>",
    "__proto__",
    "constructor",
]


def hostile(data):
    """The data with every text that a theatre may choose replaced."""
    data = copy.deepcopy(data)
    count = 0

    def text():
        nonlocal count
        count += 1
        return HOSTILE[count % len(HOSTILE)]

    data["theatre"].update(title="Theatre " + HOSTILE[0], name=HOSTILE[1], licence=HOSTILE[3])
    data["generator"] = HOSTILE[0]
    data["attribution"] = [HOSTILE[0], HOSTILE[1], "W" * 800]
    for actor in data["actors"]:
        actor["name"] = text()
    data["sides"] = [text() for _ in data["sides"]]
    places = data["places"]
    places["name"] = [text() for _ in places["name"]]
    places["other"] = ["|".join((text(), text())) for _ in places["other"]]
    places["id"] = [f"{text()}{index}" for index in range(places["count"])]
    places["kinds"] = [text() for _ in places["kinds"]]
    reports = data["reports"]
    reports["id"] = [f"{text()}{index}" for index in range(reports["count"])]
    for key in ("when", "paragraph", "note"):
        reports[key] = {index: text() for index in map(str, range(0, reports["count"], 2))}
    for source in data["sources"]:
        source.update(title=text(), publisher=text(), licence=text(), favours=data["sides"][0])
    for incident in data["incidents"]:
        incident.update(kind=text(), when=text(), note=text())
    for barrier in data["barriers"]:
        barrier["name"] = text()
    return data


def empty(data, *, days=10):
    """A theatre of one place and no report."""
    square = [(43000000, 36000000), (43000000, 37000000), (44000000, 36000000), (44000000, 37000000)]
    style = data["style"]
    return {
        "format": 1, "generator": data["generator"],
        "theatre": {**data["theatre"], "title": "A small theatre", "name": "small", "start": "2020-01-01",
                    "end": f"2020-01-{days + 1:02d}"},
        "attribution": [], "actors": [{"id": "a", "name": "Alpha", "side": 0, "color": "#2166ac"}], "sides": ["a"],
        "style": style, "scale": 1000000,
        "vertices": {"count": 4, "x": pack([x for x, _ in square]), "y": pack([y for _, y in square])},
        "edges": {"count": 4, "start": pack([0, 2, 3, 1]), "end": pack([2, 3, 1, 0]),
                  "left": pack([0] * 4), "right": pack([-1] * 4)},
        "cells": {"count": 1, "ground": pack([0]), "holds": pack([1]), "area": pack([99_000_000])},
        "runs": {"counts": pack([1]), "day": pack([0]), "source": pack([-1]), "km": pack([0]),
                 "nearness": pack([0]), "uncertain": pack([0])},
        "grounds": {"count": 1, "counts": pack([1]), "places": pack([0])},
        "entries": {key: pack([0]) if key == "counts" else "" for key in (
            "counts", "day", "state", "disputed", "belief", "last", "holder_report", "decided_counts", "decided",
            "considered_counts", "considered", "verdict")},
        "states": [], "verdicts": data["verdicts"],
        "places": {"count": 1, "id": ["p"], "name": ["Only"], "other": [""], "kinds": ["village"], "kind": pack([0]),
                   "x": pack([43500000]), "y": pack([36500000]), "parent": pack([-1]), "region": pack([0]),
                   "rank": pack([4]), "precision": pack([-1])},
        "labelled": pack([0]), "labelled_count": 1,
        "reports": {"count": 0, "id": [], "day": "", "known": "", "when": {}, "place": "", "actor": "", "statuses": [],
                    "status": "", "source": "", "credibility": "", "paragraph": {}, "note": {}},
        "sources": [], "incidents": [],
        "series": {"count": 1, "day": pack([0]), "areas": {"a": pack([0]), "contested": pack([0]), "unknown": pack([99000])}},
        "barriers": [],
    }


def without_ground(data):
    small = empty(data)
    for key in ("vertices", "edges", "cells", "grounds"):
        small[key] = {name: 0 if name == "count" else "" for name in small[key]}
    small["runs"] = {name: "" for name in small["runs"]}
    small["entries"] = {name: "" for name in small["entries"]}
    small["series"] = {"count": 0, "day": "", "areas": {}}
    return small


def nothing_at_all(data):
    bare = without_ground(data)
    bare["actors"], bare["sides"] = [], []
    bare["places"] = {name: 0 if name == "count" else [] if name in ("id", "name", "other", "kinds") else ""
                      for name in bare["places"]}
    bare["labelled"], bare["labelled_count"] = "", 0
    return bare
