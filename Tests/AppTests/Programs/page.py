"""Tries a page of `geotrack map` in a real browser.

    page.py PAGE.html OUTDIR [--large] [--untimed] [--only NAME,NAME] [--browser PATH]

Prints `ok NAME` or `FAIL NAME: why` for every trial, and what it measured; exits with 1 if any failed. What to
expect is reckoned from the page's own JSON by `page_data.py`. Needs Playwright for Python and a Chromium;
with `axe-playwright-python` the page is held against axe's rules too. `--large` is for theatres of thousands
of places: the page may have 8 MB in place of 500 KB, and playback is measured where most happens. `--untimed`
leaves out what is measured in time.
"""

import pathlib
import re
import sys
import traceback
import unicodedata
import xml.etree.ElementTree as ElementTree

from playwright.sync_api import sync_playwright

from page_data import Board, area_text, data_of, difference, mixed, rgb, unpack

TRIALS = []
ISOLATES = re.compile("[\u2068\u2069]")


def trial(function):
    TRIALS.append(function)
    return function


def expect(condition, why):
    if not condition:
        raise AssertionError(why)


class Session:
    """A browser with the page, and what is expected of it."""

    def __init__(self, browser, path, out, is_large):
        self.browser, self.path, self.out, self.is_large = browser, path, out, is_large
        self.url = path.resolve().as_uri()
        self.data = data_of(path)
        self.board = Board(self.data)
        self.positions = self.board.positions()
        self.changes = None if is_large else self.board.change_days()
        self.faults, self.requests, self.measures = [], [], []
        self.contexts = []

    def open(self, fragment="", width=1280, height=800, **options):
        context = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        self.contexts.append(context)
        page = context.new_page()
        # These trials read the canvas back, which the browser warns of.
        page.on("console", lambda message: self.faults.append(f"console {message.type}: {message.text}")
                if message.type in ("error", "warning") and "willReadFrequently" not in message.text else None)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(self.url + fragment)
        page.wait_for_function("performance.getEntriesByName('first picture').length > 0")
        return page

    def close_all(self):
        for context in self.contexts:
            context.close()
        self.contexts = []

    def shot(self, page, name):
        page.wait_for_timeout(150)
        page.screenshot(path=str(self.out / f"{name}.png"))

    def measure(self, text):
        self.measures.append(text)
        print(f"measured {text}", flush=True)

    def some_days(self, count=6):
        last = self.board.days - 1
        return sorted({round(last * i / max(1, count - 1)) for i in range(count)})

    def plain_place(self):
        """A labelled place with ground, the most important."""
        for place in unpack(self.data["labelled"], self.data["labelled_count"]):
            if place in self.board.cell_of_place:
                return place
        return None

    def two_places(self):
        """The most important labelled places with ground of their own and different names."""
        names, found = self.data["places"]["name"], []
        for place in unpack(self.data["labelled"], self.data["labelled_count"]):
            if place in self.board.cell_of_place and all(
                    names[place] != names[other] and self.board.cell_of_place[place] != self.board.cell_of_place[other]
                    for other in found):
                found.append(place)
            if len(found) == 2:
                return found
        raise Skip("no two places have ground")

    def need_place(self):
        place = self.plain_place()
        if place is None:
            raise Skip("no place has ground")
        return place

    def need_days(self):
        if self.board.days < 2:
            raise Skip("the theatre has one day")


class Skip(Exception):
    pass


def day_of(page):
    return page.evaluate("page.day")


def settled(page):
    page.wait_for_timeout(60)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def pixel(page, x, y):
    """What the canvas of the ground shows at a CSS pixel of the map."""
    return tuple(page.evaluate(
        "([x, y]) => { const r = devicePixelRatio; return [...byId('ground').getContext('2d')"
        ".getImageData(Math.floor(x * r), Math.floor(y * r), 1, 1).data].slice(0, 3); }", [x, y]))


def ground_pixels(page):
    """A number for the whole picture of the ground, to see whether it changed."""
    return page.evaluate(
        "(() => { const c = byId('ground'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        " let h = 0; for (let i = 0; i < d.length; i += 4) h = (h * 31 + d[i] + d[i + 1] * 3 + d[i + 2] * 7) | 0; return h; })()")


def only_ground(page):
    page.evaluate(
        "(() => { for (const key of ['front', 'ghost', 'places', 'labels', 'river']) page.scene.filters[key] = false;"
        " page.restyle(); })()")


# Size and speed


@trial
def size(s):
    size = s.path.stat().st_size
    s.measure(f"bytes {size}")
    most = 8_000_000 if s.is_large else 500_000
    expect(size < most, f"{size} bytes, of {most} at most")


@trial
def first_picture(s):
    times = []
    for _ in range(3):
        page = s.open()
        times.append(page.evaluate("performance.getEntriesByName('first picture')[0].startTime"))
        s.close_all()
    s.measure(f"first picture ms {', '.join(f'{time:.0f}' for time in times)}")
    expect(sorted(times)[1] < 2000, f"the first picture takes {times} ms")


@trial
def playback(s):
    s.need_days()
    page = s.open()
    result = page.evaluate(
        """async () => {
          const seen = new Set(), gaps = [], costs = [];
          const draw = page.stage.drawNow.bind(page.stage);
          page.stage.drawNow = () => {
            const begin = performance.now();
            draw();
            page.stage.ground.getImageData(0, 0, 1, 1);
            costs.push(performance.now() - begin);
            seen.add(page.day);
          };
          byId('speed').value = '60';
          page.goTo(0);
          page.player.play();
          const begin = performance.now();
          let before = begin;
          await new Promise((done) => {
            const tick = (now) => {
              gaps.push(now - before);
              before = now;
              if (performance.now() - begin > 6000 || !page.player.isPlaying) done();
              else requestAnimationFrame(tick);
            };
            requestAnimationFrame(tick);
          });
          const seconds = (performance.now() - begin) / 1000;
          page.player.pause();
          costs.sort((a, b) => a - b);
          gaps.sort((a, b) => a - b);
          return { seconds, frames: gaps.length, draws: costs.length, days: seen.size,
            median: costs[costs.length >> 1] || 0, slow: costs[Math.floor(costs.length * 0.95)] || 0,
            gap: gaps[Math.floor(gaps.length * 0.95)] || 0 };
        }""")
    frames, draws = result["frames"] / result["seconds"], result["draws"] / result["seconds"]
    s.measure(f"playback frames/s {frames:.1f}, pictures/s {draws:.1f}, different days {result['days']} in {result['seconds']:.1f} s, "
              f"a picture ms median {result['median']:.1f}, 95 % {result['slow']:.1f}, between frames 95 % {result['gap']:.1f}")
    expect(frames >= 30, f"{frames:.1f} frames a second")
    expect(draws >= 30 or result["seconds"] < 2, f"{draws:.1f} pictures a second")


# What is drawn


@trial
def states_and_areas(s):
    page = s.open()
    for day in s.some_days(4 if s.is_large else 12):
        page.evaluate(f"page.goTo({day})")
        expected = s.board.sums(day)
        shown = page.evaluate("(() => { const t = page.tally.of(page.scene.board.codes); return "
                              "[...t.holders.map((h) => h.area), t.contested.area, t.unknown.area]; })()")
        ids = [actor["id"] for actor in s.data["actors"]] + ["contested", "unknown"]
        for key, area in zip(ids, shown):
            expect(abs(area - expected[key]) < 0.01, f"{key} on {s.board.date(day)}: {area}, expected {expected[key]}")
        texts = page.evaluate("[...document.querySelectorAll('#legend-ground .area')].map((n) => n.textContent)")
        for index, actor in enumerate(s.data["actors"]):
            expect(texts[index] == area_text(expected[actor["id"]]), f"the legend says {texts[index]} of {actor['id']}")
        expect(page.inner_text("#date") == s.board.words(day), f"the date is {page.inner_text('#date')}")


@trial
def series_agrees(s):
    series = s.data["series"]
    days = unpack(series["day"], series["count"])
    columns = {key: unpack(areas, series["count"]) for key, areas in series["areas"].items()}
    for index in range(0, len(days), max(1, len(days) // 5)):
        if not 0 <= days[index] < s.board.days:
            continue
        for key, area in s.board.sums(days[index]).items():
            if key in columns:
                expect(abs(area - columns[key][index] / 10) < 0.2, f"{key} on {s.board.date(days[index])}")


@trial
def colours_at_places(s):
    """The ground at each of many places has its holder's colour, on several dates."""
    s.need_place()
    page = s.open()
    only_ground(page)
    style, checked = s.data["style"], 0
    places = sorted(s.board.cell_of_place)
    places = places[:: max(1, len(places) // 25)]
    for day in s.some_days(4):
        page.evaluate(f"page.goTo({day})")
        for place in places:
            longitude, latitude = s.positions[place]
            page.evaluate(f"page.stage.lookAt('{longitude:.6f},{latitude:.6f},15')")
            settled(page)
            middle = page.evaluate("[page.stage.view.screenX(%s), page.stage.view.screenY(northingOf(%s))]"
                                   % (f"eastingOf({longitude})", latitude))
            found = pixel(page, *middle)
            state, inferred = s.board.state(s.board.cell_of_place[place], day)
            holder = s.board.holder(state)
            color = style["unknown"] if holder < 0 else s.data["actors"][holder]["color"]
            wanted = [mixed(color, style["paper"], style["inferred_share"]) if inferred and holder >= 0 else rgb(color)]
            status = "unknown" if state is None else s.data["states"][state]["status"]
            if status in ("contested", "presumed"):
                # On a stroke of the pattern, or on its edge.
                between = rgb(style["hatch"]) if holder >= 0 else rgb("#5c6166")
                on = all(min(a, b) - 2 <= f <= max(a, b) + 2 for a, b, f in zip(wanted[0], between, found))
                expect(on, f"{s.data['places']['id'][place]} on {s.board.date(day)} is {found}, {status}")
            else:
                close = any(max(abs(a - b) for a, b in zip(found, color)) <= 3 for color in wanted)
                expect(close, f"{s.data['places']['id'][place]} on {s.board.date(day)} is {found}, expected {wanted}")
            checked += 1
    s.measure(f"places whose colour was looked at {checked}")


@trial
def front_line(s):
    """Every edge between ground of two sides is in the front once, and no other is."""
    edges = s.data["edges"]
    start, end, left, right = (unpack(edges[key], edges["count"]) for key in ("start", "end", "left", "right"))
    page = s.open()
    for day in s.some_days(4):
        page.evaluate(f"page.goTo({day})")
        found = page.evaluate(
            """(() => { page.scene.update(); return ['certain', 'uncertain'].flatMap((kind) => {
              const { vertices, offsets } = page.scene.front[kind], pairs = [];
              for (let line = 0; line + 1 < offsets.length; line++)
                for (let i = offsets[line]; i + 1 < offsets[line + 1]; i++) pairs.push([vertices[i], vertices[i + 1]]);
              return pairs; }); })()""")
        sides = [s.board.side(state) for state, _ in s.board.states(day)]
        wanted = sorted(sorted((start[i], end[i])) for i in range(edges["count"]) if left[i] >= 0 and right[i] >= 0
                        and -1 not in (sides[left[i]], sides[right[i]]) and sides[left[i]] != sides[right[i]])
        expect(sorted(map(sorted, found)) == wanted, f"{len(found)} edges on {s.board.date(day)}, expected {len(wanted)}")


@trial
def labels_keep_apart(s):
    for width, height, ratio in ((1280, 800, 1), (360, 740, 3)):
        page = s.open(width=width, height=height, device_scale_factor=ratio)
        for delta in (0, 1, 1.5, 2, 1):
            page.evaluate(f"page.stage.zoom({delta})")
            settled(page)
            overlaps = page.evaluate(
                """(() => {
                  const { labels, dots } = page.stage.placed;
                  const pen = document.createElement('canvas').getContext('2d');
                  const boxes = labels.map((l) => { pen.font = page.scene.labels.font(l.rank);
                    return [l.x, l.y - 5, l.x + pen.measureText(l.text).width, l.y + 5, l.text]; });
                  const found = [];
                  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
                    if (a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]) found.push(a[4] + ' / ' + b[4]); }));
                  boxes.forEach((a) => dots.forEach((d) => {
                    if (d.x > a[0] && d.x < a[2] && d.y > a[1] && d.y < a[3]) found.push(a[4] + ' / dot'); }));
                  return found;
                })()""")
            expect(not overlaps, f"at {width} x {height}: {overlaps[:3]}")
        s.close_all()


@trial
def colours_for_all_readers(s):
    """Reported, not judged: the colours are the theatre's."""
    colors = [(actor["id"], rgb(actor["color"])) for actor in s.data["actors"]]
    for deficiency in (None, "protan", "deutan", "tritan"):
        pairs = sorted((difference(a, b, deficiency), x, y)
                       for i, (x, a) in enumerate(colors) for y, b in colors[i + 1:])
        if pairs:
            s.measure(f"closest actors, {deficiency or 'usual sight'}: {pairs[0][1]} and {pairs[0][2]}, CIEDE2000 {pairs[0][0]:.1f}")


# Time


@trial
def slider(s):
    s.need_days()
    page = s.open()
    page.focus("#slider")
    for key, day in (("ArrowRight", 1), ("ArrowLeft", 0), ("End", s.board.days - 1), ("Home", 0)):
        page.keyboard.press(key)
        expect(day_of(page) == day, f"{key} leads to day {day_of(page)}, not {day}")
    text = page.get_attribute("#slider", "aria-valuetext")
    expect(text.startswith(s.board.words(0) + ", "), f"aria-valuetext is {text!r}")
    box = page.locator("#slider").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(abs(day_of(page) - (s.board.days - 1) / 2) <= 1 + s.board.days / box["width"], "the middle is not the middle")
    box = page.locator("#histogram").bounding_box()
    page.mouse.click(box["x"] + box["width"] - 8, box["y"] + 10)
    expect(day_of(page) >= s.board.days - 1 - s.board.days / box["width"], "the histogram's end is not the last day")


@trial
def histogram(s):
    """Each day's reports are counted, and there are bars."""
    page = s.open()
    days = unpack(s.data["reports"]["day"], s.data["reports"]["count"])
    counts = page.evaluate("[...page.timeline.counts.counts]")
    expect(sum(counts) == sum(0 <= day < s.board.days for day in days), "reports are missing")
    for day in s.some_days(9):
        expect(counts[day] == days.count(day), f"{counts[day]} reports on {s.board.date(day)}, not {days.count(day)}")


@trial
def steps(s):
    s.need_days()
    page = s.open()
    at, days = 0, []
    for _ in range(6):
        page.click("#next")
        if day_of(page) == at:
            break
        at = day_of(page)
        days.append(at)
    if s.changes is not None:
        expect(days == s.changes[:len(days)] and (len(days) == 6 or len(days) == len(s.changes)), f"steps to {days}, expected {s.changes[:6]}")
    else:
        for before, after in zip([0] + days, days):
            expect(s.board.states(after) != s.board.states(after - 1), f"nothing changes on day {after}")
            for quiet in range(before + 1, after):
                expect(s.board.states(quiet) == s.board.states(quiet - 1), f"day {quiet} is skipped")
    for day in reversed([0] + days[:-1]):
        page.keyboard.press("[")
        expect(day_of(page) == day, f"[ leads to {day_of(page)}, not {day}")
    if not days:
        return
    # Where brackets take AltGr, it comes with Ctrl and Alt on Windows; with those alone a key is the browser's.
    for key, flags, day in (("]", "ctrlKey: true, altKey: true, modifierAltGraph: true", days[0]),
                            ("[", "modifierAltGraph: true", 0), ("]", "ctrlKey: true", 0), ("]", "altKey: true", 0)):
        page.evaluate(f"byId('map').dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, {flags} }}))")
        expect(day_of(page) == day, f"{key} with {flags} leads to {day_of(page)}, not {day}")
    for key, day in ((".", days[0]), (",", 0)):
        page.keyboard.press(key)
        expect(day_of(page) == day, f"{key} leads to {day_of(page)}, not {day}")


@trial
def play_and_pause(s):
    s.need_days()
    page = s.open()
    page.focus("#map")
    page.evaluate(
        "(() => { window.said = []; new MutationObserver(() => said.push(byId('announcements').textContent))"
        ".observe(byId('announcements'), { childList: true, characterData: true, subtree: true }); })()")
    page.select_option("#speed", "20")
    page.keyboard.press(" ")
    page.wait_for_timeout(1500)
    middle = day_of(page)
    expect(middle > 5 or middle == s.board.days - 1, f"after 1.5 s at 20 days a second it is day {middle}")
    expect(page.evaluate("said.length") <= 2, f"while it plays it says {page.evaluate('said')}")
    page.keyboard.press(" ")
    at = day_of(page)
    page.wait_for_timeout(700)
    expect(day_of(page) == at, "it goes on after the pause")
    expect(s.board.words(at) in page.inner_text("#announcements"), "the date is not said after the pause")
    page.check("#skip-quiet")
    page.evaluate("page.goTo(0)")
    page.click("#play")
    page.wait_for_timeout(400)
    page.click("#play")
    if s.changes:
        expect(day_of(page) in s.changes or day_of(page) == s.board.days - 1, f"day {day_of(page)} is quiet")


@trial
def announcements(s):
    s.need_days()
    page = s.open()
    page.click("#next")
    page.wait_for_timeout(700)
    day, text = day_of(page), ISOLATES.sub("", page.text_content("#announcements"))
    if day == 0:
        raise Skip("nothing changes")
    expect(text.startswith(s.board.words(day)), f"it says {text!r}")
    changed = [place for place, cell in s.board.cell_of_place.items() if s.board.state(cell, day)[0] != s.board.state(cell, day - 1)[0]]
    if changed:
        expect(f"{len(changed):,} place" in text, f"it says {text!r}, and {len(changed)} places changed")
    expect(page.get_attribute("#announcements", "aria-live") == "polite", "the region is not polite")


@trial
def chart(s):
    s.need_days()
    page = s.open()
    box = page.locator("#chart").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.75, box["y"] + box["height"] / 2)
    expect(abs(day_of(page) / s.board.days - 0.75) < 0.02 + 1 / s.board.days, f"a click at three quarters leads to day {day_of(page)}")
    label = page.get_attribute("#chart", "aria-label")
    expect(s.board.words(day_of(page)) in label and ("km²" in label), f"its label is {label!r}")
    expect(page.inner_text("#chart-readout") != "", "no values are read out")


# Places


@trial
def click_a_place(s):
    place = s.need_place()
    page = s.open()
    longitude, latitude = s.positions[place]
    day = s.some_days(3)[-2] if s.board.days > 2 else 0
    page.evaluate(f"page.goTo({day}); page.stage.lookAt('{longitude:.5f},{latitude:.5f},13'); page.legend.toggle(false)")
    settled(page)
    box = page.locator("#map").bounding_box()
    point = page.evaluate(f"[page.stage.view.screenX(eastingOf({longitude})), page.stage.view.screenY(northingOf({latitude}))]")
    page.mouse.move(box["x"] + point[0], box["y"] + point[1])
    settled(page)
    name = s.data["places"]["name"][place]
    expect(name[:20] in page.inner_text("#tip"), f"hovering shows {page.inner_text('#tip')!r}, not {name!r}")
    page.mouse.click(box["x"] + point[0], box["y"] + point[1])
    settled(page)
    expect(page.is_visible("#why"), "no explanation opens")
    expect(name[:20] in page.inner_text("#why-title"), f"it explains {page.inner_text('#why-title')!r}")
    text = page.inner_text("#why-body")
    state, inferred = s.board.state(s.board.cell_of_place[place], day)
    holder = s.board.holder(state)
    if holder >= 0:
        expect(f"held by {s.data['actors'][holder]['name'][:20]}" in text, "it does not say who holds it")
        expect("Confidence" in text and "report" in text, "it does not say why")
        expect(re.search(r"\b[A-F][1-6]\b", text), "it shows no grade")
    expect(not inferred or "Inferred" in text, "it does not say that it is inferred")
    s.shot(page, "why")
    page.keyboard.press("Escape")
    expect(not page.is_visible("#why"), "Escape does not close it")


def click_on(s, page, place):
    """Brings a place to the middle of the map and clicks on it."""
    longitude, latitude = s.positions[place]
    page.evaluate(f"page.stage.lookAt('{longitude:.5f},{latitude:.5f},13')")
    settled(page)
    box = page.locator("#map").bounding_box()
    point = page.evaluate(f"[page.stage.view.screenX(eastingOf({longitude})), page.stage.view.screenY(northingOf({latitude}))]")
    page.mouse.click(box["x"] + point[0], box["y"] + point[1])
    settled(page)


@trial
def choosing_while_it_plays(s):
    """A place that is clicked, and a panel that is opened, tell of what is on the map."""
    s.need_days()
    first, second = s.two_places()
    names = s.data["places"]["name"]
    page = s.open()
    page.evaluate("page.legend.toggle(false)")
    page.select_option("#speed", "1")
    click_on(s, page, first)
    expect(names[first][:20] in page.inner_text("#why-title"), f"it explains {page.inner_text('#why-title')!r}")
    page.focus("#map")
    page.keyboard.press(" ")
    expect(page.evaluate("page.player.isPlaying"), "it does not play")
    click_on(s, page, second)
    expect(page.evaluate("page.selected.place") == second, "another place is selected")
    expect(names[second][:20] in page.inner_text("#why-title"),
           f"{names[second]} is clicked while it plays, and {page.inner_text('#why-title')!r} explained")
    expect(not page.evaluate("page.player.isPlaying") and page.get_attribute("#play", "aria-label") == "Play", "it plays on")
    page.focus("#map")
    page.keyboard.press("Escape")
    page.keyboard.press(" ")
    page.keyboard.press("d")
    settled(page)
    expect(page.locator("#changes-list li").count() > 0, "the list of changes is empty while it plays")
    expect(page.inner_text("#changes-title") == f"Changed on {page.inner_text('#date')}", page.inner_text("#changes-title"))
    page.keyboard.press("Escape")
    page.keyboard.press(" ")
    page.keyboard.press("c")
    settled(page)
    expect(not page.evaluate("page.player.isPlaying") and page.is_visible("#comparison"), "c does not compare while it plays")


@trial
def card_of_a_place(s):
    """The precision of a position, whom a source is close to, and its licence."""
    places, sources, reports = s.data["places"], s.data["sources"], s.data["reports"]
    precision = unpack(places["precision"], places["count"])
    region = unpack(places["region"], places["count"])
    page = s.open(f"#on={s.board.date(s.board.days - 1)}")
    known = sorted(place for place in s.board.cell_of_place if precision[place] > 0 and not region[place])
    for place in known[:: max(1, len(known) // 8)]:
        page.evaluate(f"page.select({place})")
        kilometers = precision[place] / 10
        text = f"about {kilometers:.0f} km" if kilometers == int(kilometers) else f"about {kilometers:.1f} km"
        expect(f"Position known to {text}" in page.inner_text("#why-body"), f"{places['id'][place]}: no {text}")
    source_of = unpack(reports["source"], reports["count"])
    favours = [next((i for i in range(reports["count"]) if bool(sources[source_of[i]]["favours"]) is wanted), None)
               for wanted in (True, False)]
    for report, wanted in zip(favours, (True, False)):
        if report is None:
            continue
        text = page.evaluate(f"page.why.card({report}).textContent")
        expect(("close to " in text) is wanted, f"of {sources[source_of[report]]['id']} it says {text!r}")
        expect(sources[source_of[report]]["licence"] in text, "the licence of the source is missing")


@trial
def why_matches_the_evidence(s):
    """Deciding reports and confidence, reckoned again for some places."""
    s.need_place()
    if s.data["reports"]["count"] == 0:
        raise Skip("no reports")
    entries, reports = s.data["entries"], s.data["reports"]
    counts = unpack(entries["counts"], s.data["grounds"]["count"])
    total = sum(counts)
    first = [0]
    for count in counts:
        first.append(first[-1] + count)
    decided_counts = unpack(entries["decided_counts"], total)
    decided = unpack(entries["decided"], sum(decided_counts))
    decided_first = [0]
    for count in decided_counts:
        decided_first.append(decided_first[-1] + count)
    belief, last = unpack(entries["belief"], total), unpack(entries["last"], total)
    run_counts = unpack(s.data["runs"]["counts"], s.board.cells)
    nearness = unpack(s.data["runs"]["nearness"], sum(run_counts))
    run_first = [0]
    for count in run_counts:
        run_first.append(run_first[-1] + count)
    page = s.open()
    places = sorted(s.board.cell_of_place)
    for place in places[:: max(1, len(places) // 12)]:
        for day in s.some_days(3):
            cell = s.board.cell_of_place[place]
            run_days, sources, _ = s.board.runs[cell]
            run = max(i for i, at in enumerate(run_days) if at <= day)
            source = sources[run]
            if source < 0:
                continue
            found = [i for i, at in enumerate(s.board.entries[source][0]) if at <= day]
            if not found:
                continue
            entry = first[source] + found[-1]
            page.evaluate(f"page.goTo({day}); page.select({place})")
            text = page.inner_text("#why-body")
            for index in decided[decided_first[entry]:decided_first[entry + 1]]:
                expect(reports["id"][index] in text, f"{reports['id'][index]} is not named for {s.data['places']['id'][place]}")
            value = (belief[entry] / 1000 * 0.5 ** (max(0, day - last[entry]) / s.data["theatre"]["half_life_days"])
                     * nearness[run_first[cell] + run] / 1000)
            said = float(re.search(r"Confidence (\d\.\d\d)", text)[1])
            expect(abs(said - value) <= 0.0051, f"confidence {said}, expected {value:.3f}")


def choose_by_name(s, page, name, place):
    page.fill("#search", name)
    page.wait_for_timeout(60)
    expect(page.get_attribute("#search", "aria-expanded") == "true", "no list opens")
    page.keyboard.press("ArrowDown")
    expect(page.get_attribute("#search", "aria-activedescendant") == "result-0", "no result is active")
    titles = page.evaluate("page.search.results.map((r) => r.place)")
    expect(place in titles, f"{name!r} does not find {s.data['places']['id'][place]}")
    while page.evaluate("page.search.results[page.search.active].place") != place:
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_timeout(900)
    expect(page.is_visible("#why"), "no explanation opens")
    expect(page.evaluate("page.selected.place") == place, "another place opens")


@trial
def search_by_any_name(s):
    place = s.need_place()
    page = s.open()
    page.keyboard.press("/")
    expect(page.evaluate("document.activeElement.id") == "search", "/ does not lead to the search")
    choose_by_name(s, page, s.data["places"]["name"][place], place)
    longitude, latitude = s.positions[place]
    seen = page.evaluate(f"(() => {{ const v = page.stage.view; return [v.screenX(eastingOf({longitude})) / v.width, v.screenY(northingOf({latitude})) / v.height]; }})()")
    expect(all(0 < part < 1 for part in seen), f"the place is at {seen}")
    page.fill("#search", "zzqqxxyy")
    expect("No place" in page.inner_text("#search-results"), "nothing is said of an unknown name")


@trial
def search_in_arabic(s):
    places = s.data["places"]
    for place in range(places["count"]):
        names = [name for name in places["other"][place].split("|") if any("ARABIC" in unicodedata.name(c, "") for c in name)]
        if names and place in s.board.cell_of_place:
            break
    else:
        raise Skip("no place has an Arabic name")
    page = s.open()
    choose_by_name(s, page, names[0], place)
    page.fill("#search", "")
    # Without what is written differently: the forms of alef, the end of the feminine, marks and strokes.
    loose = names[0].replace("أ", "ا").replace("إ", "ا").replace("ة", "ه").replace("ي", "ى")
    choose_by_name(s, page, loose + "\u0640", place)
    s.shot(page, "search")


@trial
def folding(s):
    page = s.open()
    for one, other in (("Hay al-Karāma", "karama"), ("حيّ الكرامة", "كرامه"), ("Tal Afar", "tal-afar"), ("Ar-Rutba", "rutba"),
                       ("Al", "al"), ("١٧ تموز", "17 تموز"), ("Łódź", "lodz"), ("Київ", "київ"), ("Za'faran", "zafaran")):
        folded = page.evaluate("([a, b]) => [folded(a), folded(b)]", [one, other])
        expect(folded[0] == folded[1], f"{one} folds to {folded[0]!r}, {other} to {folded[1]!r}")


@trial
def list_of_changes(s):
    s.need_days()
    page = s.open()
    day = next((d for d in range(1, s.board.days) if any(
        s.board.state(c, d)[0] != s.board.state(c, d - 1)[0] for c in s.board.cell_of_place.values())), None)
    if day is None:
        raise Skip("no place changes")
    page.evaluate(f"page.goTo({day})")
    page.click("#changes-button")
    changed = {place for place, cell in s.board.cell_of_place.items()
               if s.board.state(cell, day)[0] != s.board.state(cell, day - 1)[0]}
    names = page.evaluate("[...document.querySelectorAll('#changes-list button > bdi')].map((n) => n.textContent)")
    expect(len(names) == min(300, len(changed)), f"{len(names)} are listed, {len(changed)} changed")
    if len(changed) <= 300:
        expect({s.data["places"]["name"][p][:30] for p in changed} == {n[:30] for n in names}, "others are listed")
    s.shot(page, "changes")
    page.focus("#changes-list button")
    page.keyboard.press("Enter")
    page.wait_for_timeout(700)
    expect(page.is_visible("#why"), "a place of the list does not open")


# The view


@trial
def mouse_moves_the_map(s):
    page = s.open()
    box = page.locator("#map").bounding_box()
    x, y = box["x"] + 500, box["y"] + 200
    page.mouse.move(x, y)
    under = "(() => { const v = page.stage.view; return [v.worldX(500), v.worldY(200), v.zoom]; })()"
    before = page.evaluate(under)
    page.mouse.wheel(0, -300)
    settled(page)
    after = page.evaluate(under)
    expect(after[2] > before[2], "the wheel does not zoom in")
    expect(abs(after[0] - before[0]) < 1e-9 + 1e-4 * abs(before[0]), "what is under the pointer moves away")
    page.mouse.wheel(0, -600)
    settled(page)
    place = page.evaluate("[page.stage.view.x, page.stage.view.y, page.stage.view.scale]")
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=4)
    page.mouse.up()
    moved = page.evaluate("[page.stage.view.x, page.stage.view.y]")
    expect(abs((place[0] - moved[0]) * place[2] - 60) < 6, f"a drag of 60 pixels moves {(place[0] - moved[0]) * place[2]:.1f}")
    expect(not page.is_visible("#why"), "a drag opens an explanation")


@trial
def touch_moves_the_map(s):
    page = s.open(width=360, height=740, has_touch=True, is_mobile=True)
    client = page.context.new_cdp_session(page)
    box = page.locator("#map").bounding_box()
    x, y = box["x"] + 200, box["y"] + 220

    def touch(kind, *points):
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": px, "y": py, "id": i} for i, (px, py) in enumerate(points)]})

    zoom = page.evaluate("page.stage.view.zoom")
    touch("touchStart", (x - 20, y), (x + 20, y))
    for step in range(1, 9):
        touch("touchMove", (x - 20 - 8 * step, y), (x + 20 + 8 * step, y))
    touch("touchEnd")
    settled(page)
    expect(page.evaluate("page.stage.view.zoom") > zoom + 1, "two fingers do not zoom")
    east = page.evaluate("page.stage.view.x")
    touch("touchStart", (x, y))
    for step in range(1, 7):
        touch("touchMove", (x - 10 * step, y))
    touch("touchEnd")
    settled(page)
    expect(page.evaluate("page.stage.view.x") > east, "a finger does not move the map")


@trial
def link_to_a_date(s):
    place = s.need_place()
    longitude, latitude = s.positions[place]
    day = s.some_days(3)[-2] if s.board.days > 2 else 0
    other = s.board.days - 1
    page = s.open(f"#on={s.board.date(day)}&at={longitude:.3f},{latitude:.3f},11")
    expect(page.inner_text("#date") == s.board.words(day), f"the link leads to {page.inner_text('#date')}")
    view = page.evaluate("[longitudeOf(page.stage.view.x), latitudeOf(page.stage.view.y), page.stage.view.zoom]")
    expect(abs(view[0] - longitude) < 0.002 and abs(view[1] - latitude) < 0.002 and abs(view[2] - 11) < 0.01, f"the view is {view}")
    page.evaluate(f"location.hash = '#on={s.board.date(other)}&with={s.board.date(day)}'")
    settled(page)
    expect(day_of(page) == other, "a changed address is not followed")
    expect(s.board.days < 2 or page.evaluate("page.other") == day, "the comparison of the address is not followed")
    page.wait_for_timeout(500)
    address = page.evaluate("location.hash")
    expect(f"on={s.board.date(other)}" in address and "at=" in address and f"with={s.board.date(day)}" in address, f"the address is {address}")
    for odd in ("#on=2020-13-45&at=1,2", "#at=nan,3,4&with=", "#%E0%A4%A", "#place=%3Cimg%3E&on=0000-00-00"):
        page.evaluate("(hash) => { location.hash = hash; }", odd)
        settled(page)
    s.shot(page, "link")


@trial
def links_with_faults(s):
    """What is no date, view or place changes nothing; a date outside the theatre is told."""
    s.need_days()
    place = s.need_place()
    day, last = s.board.days // 2, s.board.days - 1
    longitude, latitude = s.positions[place]
    good = f"#on={s.board.date(day)}&at={longitude:.3f},{latitude:.3f},11"
    page = s.open(good)
    seen = "[page.day, page.other, String(page.stage.view), page.selected]"
    before = page.evaluate(seen)
    for odd in ("on=2017-02-30", "on=2016-11-31", "on=2016-13-01", "on=", "on=soon", "with=2017-02-29", "at=,,", "at=1,,2",
                "at=, ,", "at=0x10,1,2", "at=1,2", "at=1,2,3,4", "at=200,1,2", "at=1,2,Infinity", "at=", "place=", "place=null"):
        page.evaluate("(hash) => { location.hash = hash; }", odd)
        settled(page)
        expect(page.evaluate(seen) == before, f"#{odd} leads to {page.evaluate(seen)}, from {before}")
        expect(not page.is_visible("#toast"), f"#{odd}: {page.inner_text('#toast')}")
    page.wait_for_timeout(500)
    expect(f"on={s.board.date(day)}" in page.evaluate("location.hash"), "the address does not follow what is seen")
    # Each part may be left out: what it would name stays.
    page.evaluate(f"location.hash = 'with={s.board.date(0)}'")
    settled(page)
    page.evaluate(f"location.hash = 'on={s.board.date(last)}'")
    settled(page)
    expect(page.evaluate("[page.day, page.other]") == [last, 0], "a link without `with` ends the comparison")
    for text, words, shown in (("1900-01-31", "31 January 1900", 0), ("2199-12-31", "31 December 2199", last)):
        page.evaluate(f"location.hash = 'on={text}'")
        settled(page)
        told = page.inner_text("#toast") if page.is_visible("#toast") else ""
        expect(day_of(page) == shown, f"{text} leads to day {day_of(page)}")
        expect(words in told and s.board.words(0) in told and s.board.words(last) in told, f"of {text} it says {told!r}")
    page = s.open("#on=2199-12-31")
    page.wait_for_timeout(50)
    expect(day_of(page) == last and "31 December 2199" in page.inner_text("#toast"), "a page opened so says nothing of it")
    expect("31 December 2199" in page.text_content("#announcements"), "nothing is heard of it")
    s.shot(page, "link-outside")


@trial
def comparison(s):
    s.need_days()
    first, last = 0, s.board.days - 1
    page = s.open(f"#on={s.board.date(last)}")
    page.click("#compare-button")
    page.fill("#other-date", s.board.date(first))
    settled(page)
    won, lost = s.board.won(first, last)
    rows = page.evaluate("[...document.querySelectorAll('#comparison-rows tr')].map((r) => [...r.children].map((c) => c.textContent))")
    for side, row in enumerate(rows):
        expect(row[1] == area_text(won[side]) and row[2] == area_text(lost[side]), f"{row}, expected {area_text(won[side])}, {area_text(lost[side])}")
    s.shot(page, "compare")
    page.click("#compare-button")
    expect(not page.is_visible("#comparison") and page.evaluate("page.other") is None, "the comparison does not end")


# Legend, themes, saving


@trial
def legend_filters(s):
    place = s.need_place()
    day = s.board.days - 1
    holder = s.board.holder(s.board.state(s.board.cell_of_place[place], day)[0])
    if holder < 0:
        raise Skip("nobody holds the place")
    page = s.open(f"#on={s.board.date(day)}")
    before = ground_pixels(page)
    boxes = page.locator("#legend-ground input")
    boxes.nth(holder).uncheck()
    settled(page)
    expect(ground_pixels(page) != before, "unticking a holder changes nothing")
    boxes.nth(holder).check()
    settled(page)
    expect(ground_pixels(page) == before, "ticking it again does not bring it back")
    for box in page.locator("#legend-marks input").all():
        box.set_checked(not box.is_checked())
        settled(page)
    expect(ground_pixels(page) != before, "front, ghost and places cannot be left out")


@trial
def ghost_of_the_front(s):
    page = s.open()
    day = next((d for d in ((s.changes or s.some_days(40))) if d >= 7 and page.evaluate(
        f"(() => {{ page.goTo({d}); page.scene.update(); return JSON.stringify(page.scene.ghost) !== JSON.stringify(page.scene.front); }})()")), None)
    if day is None:
        raise Skip("the front never moves")
    settled(page)
    before = ground_pixels(page)
    page.evaluate("page.scene.filters.ghost = false; page.restyle()")
    settled(page)
    expect(ground_pixels(page) != before, "the ghost cannot be seen")


@trial
def themes(s):
    page = s.open(color_scheme="dark")
    settled(page)
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    expect(sum(map(int, re.findall(r"\d+", background)[:3])) < 200, f"in the dark the page is {background}")
    expect(sum(pixel(page, 2, 2)) < 200, f"in the dark the paper is {pixel(page, 2, 2)}")
    colors = page.evaluate("[...page.scene.palette.holders, page.scene.palette.unknown]")
    for i, one in enumerate(colors[:-1]):
        expect(difference(rgb(one), rgb(colors[-1])) > 12, f"{one} can hardly be told from unknown in the dark")
    s.shot(page, "dark")
    page.click("#theme")
    settled(page)
    expect(sum(pixel(page, 2, 2)) > 600, "the light theme cannot be chosen")
    forced = s.open(forced_colors="active")
    s.shot(forced, "forced-colors")


@trial
def stillness(s):
    place = s.need_place()
    page = s.open(reduced_motion="reduce")
    page.evaluate(f"page.visit({place})")
    longitude, latitude = s.positions[place]
    where = page.evaluate(f"(() => {{ const v = page.stage.view; return [v.screenX(eastingOf({longitude})), v.screenY(northingOf({latitude})), v.width, v.height]; }})()")
    expect(0 < where[0] < where[2] and 0 < where[1] < where[3], "the view does not jump")


@trial
def save_svg_and_png(s):
    page = s.open(f"#on={s.board.date(s.board.days // 2)}")
    for kind in ("svg", "png"):
        page.keyboard.press("s")
        with page.expect_download() as download:
            page.click(f"#save-{kind}")
        path = s.out / f"saved.{kind}"
        download.value.save_as(path)
        if kind == "png":
            expect(path.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n", "it is no PNG")
            continue
        tree = ElementTree.parse(path)
        texts = "".join(tree.getroot().itertext())
        tags = {element.tag.split("}")[1] for element in tree.iter()}
        expect(tags <= {"svg", "defs", "pattern", "path", "circle", "clipPath", "g", "text"}, f"it holds {tags}")
        expect(s.board.words(s.board.days // 2) in texts, "it does not name the date")
        for part in ("km", s.data["actors"][0]["name"][:10] if s.data["actors"] else "km"):
            expect(part in texts, f"it does not say {part!r}")
        colors = {element.get("fill") for element in tree.iter()}
        states = [s.board.state(cell, s.board.days // 2) for cell in range(s.board.cells)]
        for holder in {s.board.holder(state) for state, inferred in states if not inferred and s.board.holder(state) >= 0}:
            expect(s.data["actors"][holder]["color"] in colors, "a holder's colour is missing")
        s.measure(f"bytes of the SVG {path.stat().st_size}")
        picture = s.browser.new_page(viewport={"width": 1320, "height": 900})
        picture.goto(path.resolve().as_uri())
        picture.screenshot(path=str(s.out / "saved-svg.png"))
        picture.close()


@trial
def png_of_too_many_pixels(s):
    """A browser gives null for a canvas that is too large for it."""
    page = s.open()
    page.evaluate(
        """(() => {
          const toBlob = HTMLCanvasElement.prototype.toBlob;
          window.widths = [];
          window.most = 1500;
          HTMLCanvasElement.prototype.toBlob = function (done, ...rest) {
            widths.push(this.width);
            if (this.width > most) setTimeout(() => done(null));
            else toBlob.call(this, done, ...rest);
          };
        })()""")
    page.click("#save-button")
    with page.expect_download() as download:
        page.click("#save-png")
    expect(download.value.suggested_filename.endswith(".png"), "no PNG is saved")
    widths = page.evaluate("widths")
    expect(len(widths) == 2 and abs(widths[0] - 2 * widths[1]) <= 2, f"the widths tried are {widths}")
    page.evaluate("most = 10")
    page.click("#save-button")
    page.click("#save-png")
    page.wait_for_timeout(500)
    expect("SVG" in page.inner_text("#toast"), f"where no size works it says {page.inner_text('#toast')!r}")
    expect(not page.is_visible("#save"), "the message is behind the dialog")


@trial
def print_on_one_page(s):
    for scheme, width, height in (("light", 1280, 800), ("dark", 360, 740)):
        page = s.open(f"#on={s.board.date(s.board.days // 2)}", width=width, height=height, color_scheme=scheme)
        path = s.out / f"print-{scheme}.pdf"
        page.pdf(path=str(path), prefer_css_page_size=True, print_background=True)
        pages = len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))
        expect(pages == 1, f"it takes {pages} pages")
        expect(path.stat().st_size > 8000, "the page is empty")
        page.close()


# Keyboard, screen readers, phones


@trial
def keyboard_only(s):
    page = s.open()
    wanted = {"skip", "search", "compare-button", "save-button", "link-button", "legend-button", "theme", "about-button",
              "help-button", "map", "zoom-in", "zoom-out", "zoom-all", "credit", "changes-button", "play", "speed", "slider"}
    if s.board.days < 2:
        wanted -= {"play", "slider"}
    reached, unseen = set(), []
    for _ in range(70):
        page.keyboard.press("Tab")
        found = page.evaluate("(() => { const n = document.activeElement, c = getComputedStyle(n); return [n.id, c.outlineStyle !== 'none' && c.outlineWidth !== '0px']; })()")
        reached.add(found[0])
        if not found[1]:
            unseen.append(found[0])
    expect(wanted <= reached, f"Tab does not reach {sorted(wanted - reached)}")
    expect(not [name for name in unseen if name], f"focus cannot be seen on {sorted(set(unseen))}")
    page.focus("#map")
    view = page.evaluate("String(page.stage.view)")
    for key in ("+", "+", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
        now = page.evaluate("String(page.stage.view)")
        expect(now != view, f"{key} does nothing on the map")
        view = now
    page.keyboard.press("0")
    page.wait_for_timeout(700)
    expect(page.evaluate("String(page.stage.view)") != view, "0 does not show the whole map")
    page.keyboard.press("?")
    expect(page.is_visible("#help"), "? opens no help")
    told = page.locator("#help kbd").all_inner_texts()
    expect({"[", "]", ",", "."} <= set(told), f"the help names {told}")
    s.shot(page, "help")
    page.keyboard.press("Escape")
    expect(not page.is_visible("#help"), "Escape does not close the help")
    page.focus("#map")
    if s.board.days > 1:
        page.keyboard.press("c")
        expect(page.is_visible("#comparison"), "c does not compare")
        page.keyboard.press("Escape")
        expect(not page.is_visible("#comparison"), "Escape does not end the comparison")
    page.keyboard.press("s")
    expect(page.is_visible("#save"), "s does not save")
    page.keyboard.press("Escape")
    if s.plain_place() is not None:
        longitude, latitude = s.positions[s.plain_place()]
        page.evaluate(f"page.stage.lookAt('{longitude:.5f},{latitude:.5f},12')")
        page.focus("#map")
        settled(page)
        page.keyboard.press("Enter")
        expect(page.is_visible("#why"), "Enter explains nothing")


@trial
def credit_line(s):
    """Whose work it is stands first in the line, all of it behind it, and the line lies on nothing."""
    lines = s.data["attribution"]
    if not lines:
        raise Skip("nothing is to be credited")
    place = s.plain_place()
    for width, height in ((1280, 800), (900, 700), (390, 844)):
        page = s.open(width=width, height=height)
        text = page.inner_text("#credit-text")
        expect(text.startswith((lines[1:] or lines)[0][:40]), f"the line begins with {text[:60]!r}")
        for name in ("plain", "explained") if place is not None else ("plain",):
            if name == "explained":
                page.evaluate(f"page.select({place})")
                settled(page)
            if name == "plain" or width > 760:
                over = page.evaluate(
                    """(() => { const box = (n) => n.getBoundingClientRect(), line = box(byId('credit'));
                      return [...document.querySelectorAll('.zoom, .scale, .panel:not([hidden]), #map .tip')].filter((n) => {
                        const b = box(n);
                        return b.width > 0 && b.left < line.right && b.right > line.left && b.top < line.bottom && b.bottom > line.top;
                      }).map((n) => n.id || n.className); })()""")
                expect(not over, f"at {width}, {name}, it lies on {over}")
            s.shot(page, f"credit-{width}-{name}")
        page.evaluate("page.panels.close()")
        box = page.locator("#credit").bounding_box()
        expect(box["height"] >= 24 and box["width"] > 60, f"at {width} it is {box['width']:.0f} x {box['height']:.0f}")
        page.focus("#credit")
        page.keyboard.press("Enter")
        expect(page.is_visible("#about"), "it does not lead to the credits")
        told = page.inner_text("#attribution")
        expect(all(line in told for line in lines), "credits are missing")
        s.shot(page, f"about-{width}")
        page.keyboard.press("Escape")
        expect(page.evaluate("document.activeElement.id") == "credit", "the focus does not come back")


@trial
def narrow_phone(s):
    page = s.open(width=360, height=740, has_touch=True, is_mobile=True, device_scale_factor=2)
    expect(page.evaluate("document.documentElement.scrollWidth") <= 360, "the page is wider than the screen")
    small = page.evaluate(
        """[...document.querySelectorAll('button, select, input:not([type=checkbox])')].filter((n) => n.checkVisibility() && n.id !== 'skip'
          && !n.classList.contains('link')).map((n) => [n.id || n.textContent, n.getBoundingClientRect()])
          .filter(([, b]) => b.width > 0 && (b.height < 43.5 || b.width < 43.5)).map(([id, b]) => `${id} ${b.width} x ${b.height}`)""")
    expect(not small, f"too small for a finger: {small}")
    share = page.evaluate("byId('map').clientHeight / innerHeight")
    expect(share > 0.5, f"the map has {share:.0%} of the screen")
    s.shot(page, "phone")
    page.tap("#legend-button")
    s.shot(page, "phone-legend")
    page.tap("#legend-close")
    page.tap("#menu")
    s.shot(page, "phone-tools")
    page.tap("#menu")
    if s.plain_place() is not None:
        longitude, latitude = s.positions[s.plain_place()]
        page.evaluate(f"page.stage.lookAt('{longitude:.5f},{latitude:.5f},12')")
        settled(page)
        box = page.locator("#map").bounding_box()
        point = page.evaluate(f"[page.stage.view.screenX(eastingOf({longitude})), page.stage.view.screenY(northingOf({latitude}))]")
        page.touchscreen.tap(box["x"] + point[0], box["y"] + point[1])
        settled(page)
        expect(page.is_visible("#why"), "a tap explains nothing")
        s.shot(page, "phone-why")
    expect(page.evaluate("document.documentElement.scrollWidth") <= 360, "a panel is wider than the screen")


def axe_of(page):
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        raise Skip("axe-playwright-python is not installed")
    # Through the debugger, which the page's policy does not bind.
    import axe_playwright_python
    script = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()
    page.evaluate(script + "\n;0")
    result = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [f"{found['id']}: {found['nodes'][0]['html'][:90]} {found['nodes'][0].get('failureSummary', '')[:160]}" for found in result["violations"]]


@trial
def axe(s):
    place = s.plain_place()
    middle = s.board.date(s.board.days // 2)
    for name, options in (("light", {}), ("dark", {"color_scheme": "dark"}), ("phone", {"width": 360, "height": 740})):
        page = s.open(f"#on={middle}", **options)
        steps = [("map", "0"), ("changes", "page.panels.open('changes')"), ("compare", "page.compareWith(0)"),
                 ("help", "byId('help').showModal()"), ("about", "byId('help').close(); byId('about').showModal()"),
                 ("save", "byId('about').close(); byId('save').showModal()"),
                 ("search", "byId('save').close(); byId('search').value = 'a'; page.search.update()")]
        if place is not None:
            steps.insert(2, ("why", f"page.select({place})"))
        for step, script in steps:
            page.evaluate(f"(() => {{ {script}; }})()")
            page.wait_for_timeout(200)
            found = axe_of(page)
            expect(not found, f"{name}, {step}: {'; '.join(found)}")
        s.close_all()


@trial
def no_network_and_no_faults(s):
    """Last, since it looks at what all others did."""
    outside = [url for url in s.requests if not url.startswith(("file:", "blob:", "data:"))]
    expect(not outside, f"it asks for {outside[:3]}")
    expect(not s.faults, "; ".join(s.faults[:4]))


# What a machine with other work to do may fail.
TIMED = {"first_picture", "playback"}


def main():
    arguments = sys.argv[1:]
    is_large = "--large" in arguments
    executable = arguments[arguments.index("--browser") + 1] if "--browser" in arguments else "/usr/bin/chromium"
    only = arguments[arguments.index("--only") + 1].split(",") if "--only" in arguments else None
    untimed = "--untimed" in arguments
    path, out = pathlib.Path(arguments[0]), pathlib.Path(arguments[1])
    out.mkdir(parents=True, exist_ok=True)
    failures = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        session = Session(browser, path, out, is_large)
        for run in TRIALS:
            name = run.__name__.replace("_", " ")
            if (only and run.__name__ not in only) or (untimed and run.__name__ in TIMED):
                continue
            try:
                run(session)
                print(f"ok {name}", flush=True)
            except Skip as reason:
                print(f"ok {name} # skipped: {reason}", flush=True)
            except Exception as error:  # A trial that breaks down has failed; the others go on.
                failures += 1
                why = str(error).strip().splitlines() or [type(error).__name__]
                print(f"FAIL {name}: {why[0]}", flush=True)
                if not isinstance(error, AssertionError):
                    traceback.print_exc(limit=3)
            session.close_all()
        browser.close()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
