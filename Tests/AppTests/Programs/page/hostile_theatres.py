"""A theatre whose every text wants to be more than text, and theatres of hardly any data."""

import collections
import copy
import itertools

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
    "\u0600</script><img src=x onerror=alert(7)>",
    "<svg onload=alert(8)>",
    "<svg><script>alert(9)</script></svg>",
    "<iframe srcdoc='<script>alert(10)</script>'></iframe>",
    "<math><mtext><style><img src=x onerror=alert(11)>",
    "<base href=https://example.org/>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<form action=https://example.org><button>send</button></form>",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=https://example.org/a.css>",
    "<a href=javascript:alert(12)>here</a>",
    "data:text/html,<script>alert(13)</script>",
    "https://example.org/?a=1&b=2",
    "{actor}{0}{}{state}{day}",
    "$&$1$`$'$$",
    "\u001b[31mred\u001b[0m\u0007",
    "\u2069\u2066isolated\u2068",
    "\ufeff\u00ad\u200b",
    "<!DOCTYPE html><?xml version='1.0'?><![CDATA[x]]>",
]


def hostile(data):
    """The data with every text that a theatre may choose replaced: each column has each of the texts.

    Where a table has fewer rows than there are texts, it gets more: sides and actors who hold nothing, and incidents.
    """
    data = copy.deepcopy(data)
    columns = collections.defaultdict(lambda: itertools.cycle(HOSTILE))

    def text(column):
        return next(columns[column])

    data["theatre"].update(
        title="Theatre " + HOSTILE[0], name=HOSTILE[1], licence=HOSTILE[3], perspective=list(HOSTILE))
    data["generator"] = HOSTILE[0]
    data["attribution"] = [*HOSTILE, "W" * 800]
    lengthen(data)
    for actor in data["actors"]:
        actor["name"] = text("actors")
    data["sides"] = [text("sides") for _ in data["sides"]]
    places = data["places"]
    places["name"] = [text("name") for _ in places["name"]]
    places["other"] = ["|".join((text("other"), text("other"))) for _ in places["other"]]
    places["id"] = [f"{text('id')}{index}" for index in range(places["count"])]
    places["kinds"] = [text("kinds") for _ in places["kinds"]]
    reports = data["reports"]
    reports["id"] = [f"{text('report')}{index}" for index in range(reports["count"])]
    for key in ("when", "paragraph", "note"):
        reports[key] = {index: text(key) for index in map(str, range(0, reports["count"], 2))}
    for source in data["sources"]:
        for key in ("title", "publisher", "published", "licence"):
            source[key] = text(f"source {key}")
        source["favours"] = next(columns["favours"])
    for incident in data["incidents"]:
        for key in ("kind", "paragraph", "when", "note"):
            incident[key] = text(f"incident {key}")
    for barrier in data["barriers"]:
        barrier["name"] = text("barriers")
    return data


def lengthen(data):
    """Adds rows to the tables that have fewer than there are hostile texts."""
    actors, sides, incidents = data["actors"], data["sides"], data["incidents"]
    for side in range(len(sides), len(HOSTILE)):
        sides.append(f"side-{side}")
        # A side of one actor is called by the actor's name.
        actors += [{"id": f"actor-{side}-{i}", "name": "", "side": side, "color": "#777777"} for i in (1, 2)]
    incidents += [dict(incidents[i % len(incidents)]) for i in range(len(incidents), len(HOSTILE)) if incidents]


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
        **{key: data[key] for key in ("words", "sentences", "confidence", "ages")},
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
