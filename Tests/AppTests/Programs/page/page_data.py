"""What a page of `geotrack map` carries, read and reckoned without any of the page's own code."""

import base64
import bisect
import datetime
import json
import math
import pathlib
import re


def unpack(text, count):
    """A packed column: base64 of zigzag varints, each the difference to the value before."""
    data = base64.b64decode(text + "=" * (-len(text) % 4))
    values, value, at = [], 0, 0
    for _ in range(count):
        zigzag, shift = 0, 0
        while True:
            byte = data[at]
            at += 1
            zigzag |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                break
        value += (zigzag >> 1) ^ -(zigzag & 1)
        values.append(value)
    assert at == len(data), "a packed column has bytes left"
    return values


def pack(values):
    """The inverse of `unpack`."""
    out, before = bytearray(), 0
    for value in values:
        difference = value - before
        before = value
        zigzag = difference * 2 if difference >= 0 else -difference * 2 - 1
        while zigzag > 127:
            out.append(zigzag & 127 | 128)
            zigzag >>= 7
        out.append(zigzag)
    return base64.b64encode(bytes(out)).decode()


DATA = re.compile(r'(<script type="application/json" id="map-data">)(.*?)(</script>)', re.S)


def data_of(page):
    """The JSON value in a page's file."""
    return json.loads(DATA.search(pathlib.Path(page).read_text(encoding="utf-8"))[2])


def page_with(page, data):
    """The text of a page that carries other data. `<` is written as an escape, so no text can end the script."""
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    whole = pathlib.Path(page).read_text(encoding="utf-8")
    return DATA.sub(lambda found: found[1] + text + found[3], whole)


class Board:
    """States of cells by day."""

    def __init__(self, data):
        self.data = data
        theatre, cells, runs, grounds, entries = (
            data[key] for key in ("theatre", "cells", "runs", "grounds", "entries"))
        self.start = datetime.date.fromisoformat(theatre["start"])
        self.days = max(1, (datetime.date.fromisoformat(theatre["end"]) - self.start).days)
        count = cells["count"]
        self.cells = count
        self.ground = unpack(cells["ground"], count)
        self.holds = unpack(cells["holds"], count)
        self.area = [area / 10000 for area in unpack(cells["area"], count)]
        run_counts = unpack(runs["counts"], count)
        total = sum(run_counts)
        columns = {key: unpack(runs[key], total) for key in ("day", "source", "uncertain")}
        self.runs = []
        at = 0
        for length in run_counts:
            part = slice(at, at + length)
            self.runs.append((columns["day"][part], columns["source"][part], columns["uncertain"][part]))
            at += length
        place_counts = unpack(grounds["counts"], grounds["count"])
        places = iter(unpack(grounds["places"], sum(place_counts)))
        self.ground_places = [[next(places) for _ in range(length)] for length in place_counts]
        entry_counts = unpack(entries["counts"], grounds["count"])
        day = unpack(entries["day"], sum(entry_counts))
        state = unpack(entries["state"], sum(entry_counts))
        self.entries = []
        at = 0
        for length in entry_counts:
            self.entries.append((day[at:at + length], state[at:at + length]))
            at += length
        self.site_cell = {self.ground[cell]: cell for cell in range(count) if self.holds[cell]}
        self.cell_of_place = {
            place: self.site_cell[ground] for ground, found in enumerate(self.ground_places)
            for place in found if ground in self.site_cell}

    def date(self, day):
        return (self.start + datetime.timedelta(days=day)).isoformat()

    def words(self, day):
        date = self.start + datetime.timedelta(days=day)
        return f"{date.day} {date:%B} {date.year}"

    def state(self, cell, day):
        """The index of the state, or None, and whether it is inferred."""
        days, sources, _ = self.runs[cell]
        run = bisect.bisect_right(days, day) - 1
        if run < 0 or sources[run] < 0:
            return None, False
        source = sources[run]
        entry_days, states = self.entries[source]
        entry = bisect.bisect_right(entry_days, day) - 1
        return (None, False) if entry < 0 else (states[entry], source != self.ground[cell])

    def states(self, day):
        return [self.state(cell, day) for cell in range(self.cells)]

    def holder(self, state):
        return -1 if state is None else self.data["states"][state]["holder"]

    def side(self, state):
        holder = self.holder(state)
        return -1 if holder < 0 else self.data["actors"][holder]["side"]

    def sums(self, day):
        """Square kilometres held unfought by actor id, contested and unknown."""
        sums = {actor["id"]: 0.0 for actor in self.data["actors"]}
        sums.update(contested=0.0, unknown=0.0)
        for cell, (state, _) in enumerate(self.states(day)):
            if state is not None and self.data["states"][state]["status"] == "contested":
                sums["contested"] += self.area[cell]
            elif self.holder(state) < 0:
                sums["unknown"] += self.area[cell]
            else:
                sums[self.data["actors"][self.holder(state)]["id"]] += self.area[cell]
        return sums

    def change_days(self):
        """The days after the first on which any cell is drawn otherwise."""
        days = set()
        for cell in range(self.cells):
            run_days, sources, _ = self.runs[cell]
            for index, day in enumerate(run_days):
                until = run_days[index + 1] if index + 1 < len(run_days) else self.days
                found = {day} | {
                    entry for entry in (self.entries[sources[index]][0] if sources[index] >= 0 else [])
                    if day < entry < until}
                days |= {at for at in found if 0 < at < self.days and self.code(cell, at) != self.code(cell, at - 1)}
        return sorted(days)

    def code(self, cell, day):
        state, inferred = self.state(cell, day)
        if state is None:
            return None
        days, _, uncertain = self.runs[cell]
        return state, inferred, uncertain[bisect.bisect_right(days, day) - 1]

    def won(self, before, after):
        """Square kilometres won and lost by side."""
        won = [0.0 for _ in self.data["sides"]]
        lost = list(won)
        for cell in range(self.cells):
            old = self.side(self.state(cell, before)[0])
            now = self.side(self.state(cell, after)[0])
            if old == now:
                continue
            if now >= 0:
                won[now] += self.area[cell]
            if old >= 0:
                lost[old] += self.area[cell]
        return won, lost

    def positions(self):
        places, scale = self.data["places"], self.data["scale"]
        return list(zip(
            (x / scale for x in unpack(places["x"], places["count"])),
            (y / scale for y in unpack(places["y"], places["count"]))))


def rgb(color):
    return tuple(int(color[at:at + 2], 16) for at in (1, 3, 5))


def mixed(color, under, share):
    return tuple(round(b + (a - b) * share) for a, b in zip(rgb(color), rgb(under)))


def area_text(area):
    """An area as the page writes it, rounded half up as JavaScript does."""
    digits = 1 if 0 < area < 9.95 else 0
    factor = 10 ** digits
    return f"{math.floor(area * factor + 0.5) / factor:,.{digits}f} km²"


# Machado, Oliveira and Fernandes (2009), severity 1, on linear light.
DEFICIENCIES = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(part):
    part /= 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def lab(color, deficiency=None):
    """CIE L*a*b* (D65), as a reader with a deficiency sees it."""
    light = [linear(part) for part in color]
    if deficiency:
        light = [min(1, max(0, sum(m * c for m, c in zip(row, light)))) for row in DEFICIENCIES[deficiency]]
    r, g, b = light
    xyz = (
        (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
        0.2126729 * r + 0.7151522 * g + 0.0721750 * b,
        (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883)
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(first, second, deficiency=None):
    """CIEDE2000 between two colours."""
    l1, a1, b1 = lab(first, deficiency)
    l2, a2, b2 = lab(second, deficiency)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    mean = (c1 + c2) / 2
    g = 0.5 * (1 - math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)))
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    dl, dc = l2 - l1, c2 - c1
    dh = 0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    dH = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(dh / 2))
    lm, cm = (l1 + l2) / 2, (c1 + c2) / 2
    hm = h1 + h2 if c1 * c2 == 0 else (h1 + dh / 2) % 360
    t = (1 - 0.17 * math.cos(math.radians(hm - 30)) + 0.24 * math.cos(math.radians(2 * hm))
         + 0.32 * math.cos(math.radians(3 * hm + 6)) - 0.2 * math.cos(math.radians(4 * hm - 63)))
    sl = 1 + 0.015 * (lm - 50) ** 2 / math.sqrt(20 + (lm - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * t
    rt = (-2 * math.sqrt(cm ** 7 / (cm ** 7 + 25 ** 7))
          * math.sin(math.radians(60 * math.exp(-((hm - 275) / 25) ** 2))))
    return math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dH / sh) ** 2 + rt * dc / sc * dH / sh)
