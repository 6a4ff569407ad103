"""Tries a page of `geotrack map` with data that wants to be more than data, and with hardly any.

    page_hostile.py PAGE.html OUTDIR [--browser PATH]

Takes a page that works, puts other data into it, and opens it in a real browser: every text is markup, script, a
mark of direction or very long; a theatre has no report, one place, one day, no ground. Prints and exits as `page.py`
does.
"""

import copy
import pathlib
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from playwright.sync_api import sync_playwright

from page_data import data_of, pack, page_with

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
    zeros = {"count": 0}
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


def use(page, day_count):
    """Everything a reader may do, in short."""
    page.evaluate("page.step(1)")
    page.evaluate("page.compareWith(0)")
    page.wait_for_timeout(100)
    page.evaluate("page.compareWith(null)")
    for name in ("changes",):
        page.evaluate(f"page.panels.open('{name}')")
    count = page.evaluate("page.theatre.placeCount")
    for place in range(0, count, max(1, count // 30)):
        page.evaluate(f"page.visit({place})")
        page.evaluate("[...document.querySelectorAll('#why details')].forEach((d) => { d.open = true; })")
    for text in ("<img", "script", "a", "\u0627", "W"):
        page.fill("#search", text)
        page.wait_for_timeout(40)
    page.keyboard.press("Escape")
    page.mouse.move(500, 300)
    page.wait_for_timeout(50)
    page.mouse.click(500, 300)
    page.evaluate("page.player.play()")
    page.wait_for_timeout(300)
    page.evaluate("page.player.pause(); page.goTo(0)")
    page.wait_for_timeout(600)


def check(browser, text, folder, out, name, faults):
    path = pathlib.Path(folder) / f"{name}.html"
    path.write_text(text, encoding="utf-8")
    page = browser.new_page(viewport={"width": 1100, "height": 760})
    page.on("dialog", lambda dialog: (faults.append(f"a dialog says {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda message: faults.append(f"console: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(f"error: {error.stack}"))
    page.on("request", lambda request: faults.append(f"asks for {request.url}")
            if not request.url.startswith(("file:", "blob:", "data:")) else None)
    page.goto(path.as_uri())
    page.wait_for_function("performance.getEntriesByName('first picture').length > 0", timeout=10000)
    scripts = page.evaluate("document.scripts.length")
    use(page, 1)
    found = page.evaluate("[...document.querySelectorAll('img, iframe, object, embed, link, form[action], a[href]')].length")
    if found:
        faults.append(f"{found} elements came from the data")
    if page.evaluate("document.scripts.length") != scripts:
        faults.append("a script came from the data")
    inline = page.evaluate("[...document.querySelectorAll('*')].filter((n) => [...n.attributes].some((a) => a.name.startsWith('on'))).length")
    if inline:
        faults.append("an attribute is a handler")
    for width in (1100, 360):
        page.set_viewport_size({"width": width, "height": 760})
        page.wait_for_timeout(120)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append(f"the page is wider than {width}")
    page.set_viewport_size({"width": 1100, "height": 760})
    ElementTree.fromstring(page.evaluate("new Picture(page, page.stage.view).svg()"))
    page.evaluate("page.saver.preparePrint()")
    if page.evaluate("document.querySelectorAll('#print svg').length") != 1:
        faults.append("the print has no picture")
    if page.evaluate("document.querySelectorAll('#print script, #print [onload], #print image, #print foreignObject').length"):
        faults.append("the picture holds more than a picture")
    page.screenshot(path=str(out / f"{name}.png"))
    result = page.inner_text("body")
    page.close()
    return result


def main():
    arguments = sys.argv[1:]
    executable = arguments[arguments.index("--browser") + 1] if "--browser" in arguments else "/usr/bin/chromium"
    source, out = arguments[0], pathlib.Path(arguments[1])
    out.mkdir(parents=True, exist_ok=True)
    data = data_of(source)
    one_day = empty(data, days=1)
    no_reports = empty(data)
    trials = [
        ("hostile", hostile(data), HOSTILE[0]), ("no-report", no_reports, "No report"), ("one-day", one_day, "1 January 2020"),
        ("no-ground", without_ground(data), "no ground"), ("nothing", nothing_at_all(data), "no ground"),
    ]
    failures = 0
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for name, changed, words in trials:
            faults = []
            try:
                text = check(browser, page_with(source, changed), folder, out, name, faults)
                if words not in text:
                    faults.append(f"it does not say {words!r}")
            except Exception as error:  # A trial that breaks down has failed; the others go on.
                faults.append(str(error).splitlines()[0])
            failures += bool(faults)
            print(f"FAIL {name}: {'; '.join(faults[:3])}" if faults else f"ok {name}", flush=True)
        browser.close()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
