"""Reads as much of a theatre folder as a map of each day needs."""
import csv
import json
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

UNKNOWN = "unknown"
CONTESTED = "contested"
DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass
class Theatre:
    folder: Path
    projection: str
    outline: dict          # a GeoJSON geometry, in degrees
    degrees: np.ndarray    # longitude and latitude of each site
    changes: list          # (date, [(site, holder)]), dates ascending, each a real change
    skipped: int           # reports on regions or with a vague date

    @property
    def dates(self):
        return [date for date, _ in self.changes]


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read(folder):
    folder = Path(folder)
    settings = json.loads((folder / "theatre.json").read_text(encoding="utf-8"))
    boundary = json.loads((folder / settings["boundary"]).read_text(encoding="utf-8"))
    numbers, degrees = {}, []
    spots = {}
    for place in table(folder / "places.csv"):
        spot = (float(place["longitude"]), float(place["latitude"]))
        if spot not in spots:
            spots[spot] = len(degrees)
            degrees.append(spot)
        numbers[place["id"]] = spots[spot]
    changes, skipped = changes_by_date(
        table(folder / "reports.csv"), numbers, len(degrees), settings["start"], settings["end"])
    return Theatre(
        folder, settings["projection"], boundary["features"][0]["geometry"], np.array(degrees),
        changes, skipped)


def changes_by_date(reports, numbers, count, start, end):
    """What each date changes; whatever is older than the theatre changes its first day."""
    plain = [r for r in reports if r["place"] in numbers and DATE.fullmatch(r["date"])]
    plain.sort(key=lambda report: report["date"])
    holders = [UNKNOWN] * count
    by_date = {start: {}}
    for report in plain:
        if report["date"] >= end or report["status"] not in ("control", "contested"):
            continue
        site = numbers[report["place"]]
        holder = CONTESTED if report["status"] == "contested" else report["actor"]
        if holders[site] != holder:
            holders[site] = holder
            by_date.setdefault(max(start, report["date"]), {})[site] = holder
    return (
        [(date, sorted(by_date[date].items())) for date in sorted(by_date)],
        len(reports) - len(plain))


def evenly(items, count):
    """At most so many items, evenly spread, the first among them."""
    if count is None or count >= len(items):
        return list(items)
    return [items[i * len(items) // count] for i in range(count)]
