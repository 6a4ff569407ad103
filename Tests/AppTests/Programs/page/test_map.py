"""What is drawn is what the page's data say: areas, colours at places, the front line, labels."""

import pytest

from page_actions import ground_pixels, look_at, pixel, point_in_map, settled, show_only_ground
from page_data import area_text, difference, mixed, rgb, unpack


@pytest.fixture(scope="module")
def days(theatre, is_large):
    return theatre.some_days(4 if is_large else 12)


def test_the_page_sums_the_same_area_for_each_holder_each_day(theatre, page, days):
    ids = [actor["id"] for actor in theatre.data["actors"]] + ["contested", "unknown"]
    for day in days:
        page.evaluate(f"page.goTo({day})")
        expected = theatre.board.sums(day)
        shown = page.evaluate("(() => { const t = page.tally.of(page.scene.board.codes); return "
                              "[...t.holders.map((h) => h.area), t.contested.area, t.unknown.area]; })()")
        for key, area in zip(ids, shown, strict=True):
            assert abs(area - expected[key]) < 0.01, f"{key} on {theatre.board.date(day)}"


def test_the_legend_writes_the_area_of_each_holder(theatre, page, days):
    for day in days:
        page.evaluate(f"page.goTo({day})")
        expected = theatre.board.sums(day)
        texts = page.evaluate("[...document.querySelectorAll('#legend-ground .area')].map((n) => n.textContent)")
        for index, actor in enumerate(theatre.data["actors"]):
            assert texts[index] == area_text(expected[actor["id"]]), f"{actor['id']} on {theatre.board.date(day)}"


def test_the_date_is_written_in_words(theatre, page, days):
    for day in days:
        page.evaluate(f"page.goTo({day})")
        assert page.inner_text("#date") == theatre.board.words(day)


def test_the_series_of_the_chart_agrees_with_the_cells(theatre):
    series, board = theatre.data["series"], theatre.board
    days = unpack(series["day"], series["count"])
    columns = {key: unpack(areas, series["count"]) for key, areas in series["areas"].items()}
    for index in range(0, len(days), max(1, len(days) // 5)):
        if not 0 <= days[index] < board.days:
            continue
        for key, area in board.sums(days[index]).items():
            if key in columns:
                assert abs(area - columns[key][index] / 10) < 0.2, f"{key} on {board.date(days[index])}"


def test_the_ground_at_each_place_has_its_holders_colour(theatre, place, page, measure):
    show_only_ground(page)
    style, board, checked = theatre.data["style"], theatre.board, 0
    for day in theatre.some_days(4):
        page.evaluate(f"page.goTo({day})")
        for place in theatre.some_places(25):
            position = theatre.positions[place]
            look_at(page, position, 15, digits=6)
            found = pixel(page, *point_in_map(page, position))
            state, inferred = theatre.state(place, day)
            holder = board.holder(state)
            color = style["unknown"] if holder < 0 else theatre.data["actors"][holder]["color"]
            pale = inferred and holder >= 0
            wanted = mixed(color, style["paper"], style["inferred_share"]) if pale else rgb(color)
            status = "unknown" if state is None else theatre.data["states"][state]["status"]
            what = f"{theatre.id(place)} on {board.date(day)} is {found}, {status}, expected {wanted}"
            if status in ("contested", "presumed"):
                # On a stroke of the pattern, or on its edge.
                stroke = rgb(style["hatch"]) if holder >= 0 else rgb("#5c6166")
                assert all(min(a, b) - 2 <= f <= max(a, b) + 2 for a, b, f in zip(wanted, stroke, found)), what
            else:
                assert max(abs(a - b) for a, b in zip(found, wanted)) <= 3, what
            checked += 1
    measure(f"places whose colour was looked at {checked}")


def test_the_front_is_every_edge_between_ground_of_two_sides_once_and_no_other(theatre, page):
    edges, board = theatre.data["edges"], theatre.board
    start, end, left, right = (unpack(edges[key], edges["count"]) for key in ("start", "end", "left", "right"))
    for day in theatre.some_days(4):
        page.evaluate(f"page.goTo({day})")
        found = page.evaluate(
            """(() => { page.scene.update(); return ['certain', 'uncertain'].flatMap((kind) => {
              const { vertices, offsets } = page.scene.front[kind], pairs = [];
              for (let line = 0; line + 1 < offsets.length; line++)
                for (let i = offsets[line]; i + 1 < offsets[line + 1]; i++) pairs.push([vertices[i], vertices[i + 1]]);
              return pairs; }); })()""")
        sides = [board.side(state) for state, _ in board.states(day)]
        wanted = sorted(
            sorted((start[i], end[i])) for i in range(edges["count"]) if left[i] >= 0 and right[i] >= 0
            and -1 not in (sides[left[i]], sides[right[i]]) and sides[left[i]] != sides[right[i]])
        is_right = sorted(map(sorted, found)) == wanted
        assert is_right, f"{len(found)} edges on {board.date(day)}, expected {len(wanted)}"


OVERLAPS = """(() => {
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
})()"""


@pytest.mark.parametrize("window", [
    pytest.param({}, id="desk"), pytest.param({"width": 360, "height": 740, "device_scale_factor": 3}, id="phone")])
def test_no_label_lies_on_another_or_on_a_dot_at_any_zoom(open_page, window):
    page = open_page(**window)
    for step in (0, 1, 1.5, 2, 1):
        page.evaluate(f"page.stage.zoom({step})")
        settled(page)
        assert page.evaluate(OVERLAPS) == []


def test_the_ghost_of_the_front_can_be_seen(theatre, changes, page):
    moved = "JSON.stringify(page.scene.ghost) !== JSON.stringify(page.scene.front)"
    day = next((day for day in changes or theatre.some_days(40) if day >= 7 and page.evaluate(
        f"(() => {{ page.goTo({day}); page.scene.update(); return {moved}; }})()")), None)
    if day is None:
        pytest.skip("the front never moves")
    settled(page)
    before = ground_pixels(page)
    page.evaluate("page.scene.filters.ghost = false; page.restyle()")
    settled(page)
    assert ground_pixels(page) != before


def test_how_well_the_colours_of_the_actors_can_be_told_apart_is_reported(theatre, measure):
    """Reported, not judged: the colours are the theatre's."""
    colors = [(actor["id"], rgb(actor["color"])) for actor in theatre.data["actors"]]
    for deficiency in (None, "protan", "deutan", "tritan"):
        pairs = sorted((difference(a, b, deficiency), x, y)
                       for i, (x, a) in enumerate(colors) for y, b in colors[i + 1:])
        if pairs:
            nearest, one, other = pairs[0]
            measure(f"closest actors, {deficiency or 'usual sight'}: {one} and {other}, CIEDE2000 {nearest:.1f}")
