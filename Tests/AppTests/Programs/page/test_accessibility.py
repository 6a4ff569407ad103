"""The page held against axe's rules, with everything that can be open."""

import pathlib

import axe_playwright_python
import pytest

AXE = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()

# What is opened, one after the other. `PLACE` stands for a place with ground.
STEPS = [
    ("the map", "0"),
    ("the list of changes", "page.panels.open('changes')"),
    ("an explanation", "page.select(PLACE)"),
    ("a comparison", "page.compareWith(0)"),
    ("the help", "byId('help').showModal()"),
    ("the credits", "byId('help').close(); byId('about').showModal()"),
    ("the dialog to save", "byId('about').close(); byId('save').showModal()"),
    ("the search", "byId('save').close(); byId('search').value = 'a'; page.search.update()"),
]


def violations(page):
    # Through the debugger, which the page's policy does not bind.
    page.evaluate(AXE + "\n;0")
    result = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [f"{found['id']}: {found['nodes'][0]['html'][:90]} {found['nodes'][0].get('failureSummary', '')[:160]}"
            for found in result["violations"]]


@pytest.mark.parametrize("window", [
    pytest.param({}, id="light"), pytest.param({"color_scheme": "dark"}, id="dark"),
    pytest.param({"width": 360, "height": 740}, id="phone")])
def test_axe_finds_no_fault_in_anything_that_opens(theatre, open_page, window, subtests):
    page = open_page(f"#on={theatre.board.date(theatre.middle_day)}", **window)
    places = theatre.labelled_places()
    for name, script in STEPS:
        if "PLACE" in script and not places:
            continue
        page.evaluate(f"(() => {{ {script.replace('PLACE', str(places[0]) if places else '')}; }})()")
        page.wait_for_timeout(200)
        with subtests.test(name):
            assert violations(page) == []
