"""What several tests do on a page, and what they read from it."""

import re

# The marks that keep a name's direction to itself.
ISOLATES = re.compile("[\u2068\u2069]")


def day_of(page):
    return page.evaluate("page.day")


def settled(page):
    """Waits until the page has drawn what was done last."""
    page.wait_for_timeout(60)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def change_address(page, fragment):
    page.evaluate("(fragment) => { location.hash = fragment; }", fragment)
    settled(page)


def focused(page):
    return page.evaluate("document.activeElement.id")


def view_of(page):
    return page.evaluate("String(page.stage.view)")


# The canvas


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


def show_only_ground(page):
    page.evaluate(
        "(() => { for (const key of ['front', 'ghost', 'places', 'labels', 'river']) page.scene.filters[key] = false;"
        " page.restyle(); })()")


# Places on the map


def look_at(page, position, zoom, digits=5):
    longitude, latitude = position
    page.evaluate(f"page.stage.lookAt('{longitude:.{digits}f},{latitude:.{digits}f},{zoom}')")
    settled(page)


def point_in_map(page, position):
    """Where a position lies, in CSS pixels from the map's corner."""
    longitude, latitude = position
    return page.evaluate(
        f"[page.stage.view.screenX(eastingOf({longitude})), page.stage.view.screenY(northingOf({latitude}))]")


def share_of_map(page, position):
    """Where a position lies, in widths and heights of the map: 0 to 1 if it can be seen."""
    width, height = page.evaluate("[page.stage.view.width, page.stage.view.height]")
    x, y = point_in_map(page, position)
    return x / width, y / height


def point_on_screen(page, position):
    """Where a position lies, in CSS pixels from the window's corner."""
    box = page.locator("#map").bounding_box()
    x, y = point_in_map(page, position)
    return box["x"] + x, box["y"] + y


def click_on(page, position):
    """Brings a position to the middle of the map and clicks on it."""
    look_at(page, position, 13)
    page.mouse.click(*point_on_screen(page, position))
    settled(page)


def choose_by_name(page, name, place):
    """Types a name into the search, and chooses the place from what is found, by keyboard."""
    page.fill("#search", name)
    page.wait_for_timeout(60)
    assert page.get_attribute("#search", "aria-expanded") == "true", "no list opens"
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#search", "aria-activedescendant") == "result-0", "no result is active"
    found = page.evaluate("page.search.results.map((r) => r.place)")
    assert place in found, f"{name!r} does not find the place {place}"
    while page.evaluate("page.search.results[page.search.active].place") != place:
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_timeout(900)
    assert page.is_visible("#why"), "no explanation opens"
    assert page.evaluate("page.selected.place") == place, "another place opens"
