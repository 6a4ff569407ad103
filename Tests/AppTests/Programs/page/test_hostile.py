"""Names that are markup or script stay names, and theatres of hardly any data have a page.

Other data are put into a page that works: every text is markup, script, a mark of direction or very long; a theatre has
no report, one day, no ground, nothing at all.
"""

import re
import string
import xml.etree.ElementTree as ElementTree
from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from browsing import Browsing
from hostile_theatres import HOSTILE, empty, hostile, nothing_at_all, without_ground
from page_data import page_with

# By name: how the data are made of a page's data, and what the page must then say.
THEATRES = {
    "hostile": (hostile, HOSTILE[0]),
    "no-report": (empty, "No report"),
    "one-day": (lambda data: empty(data, days=1), "1 January 2020"),
    "no-ground": (without_ground, "no ground"),
    "nothing": (nothing_at_all, "no ground"),
}


def use(page):
    """Everything a reader may do, in short."""
    page.evaluate("page.step(1)")
    page.evaluate("page.compareWith(0)")
    page.wait_for_timeout(100)
    page.evaluate("page.compareWith(null)")
    page.evaluate("page.panels.open('changes')")
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


def count(page, selector):
    return page.evaluate("(selector) => document.querySelectorAll(selector).length", selector)


class Used(NamedTuple):
    """A page of other data after a reader has done everything with it."""

    name: str
    page: Page
    browsing: Browsing
    scripts_before: int


@pytest.fixture(scope="module", params=THEATRES)
def used(request, theatre, browser, tmp_path_factory, folder):
    name = request.param
    path = tmp_path_factory.mktemp("pages") / f"{name}.html"
    path.write_text(page_with(theatre.path, THEATRES[name][0](theatre.data)), encoding="utf-8")
    browsing = Browsing(browser)
    page = browsing.open(path, width=1100, height=760)
    scripts = count(page, "script")
    use(page)
    page.screenshot(path=str(folder / f"{name}.png"))
    yield Used(name, page, browsing, scripts)
    browsing.close()


def test_the_page_says_what_there_is(used):
    assert THEATRES[used.name][1] in used.page.inner_text("body")


def test_no_element_comes_from_the_data(used):
    assert count(used.page, "img, iframe, object, embed, link, base, math, form[action], a[href], [srcdoc]") == 0
    assert count(used.page, "style, meta[http-equiv]") == 2


def test_no_script_comes_from_the_data(used):
    assert count(used.page, "script") == used.scripts_before


def test_no_attribute_is_a_handler(used):
    assert used.page.evaluate("[...document.querySelectorAll('*')].filter((n) => "
                              "[...n.attributes].some((a) => a.name.startsWith('on'))).length") == 0


def plain(name, most):
    """A name on one line, without what would turn its direction, as the page writes it."""
    line = re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+", " ", name)
    line = line.strip(string.whitespace + "\ufeff")
    return line if len(line) <= most else line[:most - 1].rstrip() + "…"


def test_every_name_of_a_place_is_shown_as_it_is(used):
    names = used.page.evaluate("page.theatre.placeName")
    for name, place in {name: place for place, name in enumerate(names)}.items():
        used.page.evaluate(f"page.visit({place})")
        assert used.page.evaluate("byId('why-title').textContent") == plain(name, 120)


def test_the_card_of_a_report_has_its_texts_and_no_markup(used):
    reports = used.page.evaluate("page.theatre.data.reports")
    for report in range(min(reports["count"], 4 * len(HOSTILE))):
        text, tags = used.page.evaluate(
            f"((card) => [card.textContent, [...card.querySelectorAll('*')].map((n) => n.localName)])"
            f"(page.why.card({report}))")
        assert set(tags) <= {"p", "span", "bdi"}
        assert reports["note"].get(str(report), "") in text


def test_every_incident_has_its_texts_and_no_markup(used):
    for index, incident in enumerate(used.page.evaluate("page.theatre.incidents")):
        text, tags = used.page.evaluate(
            f"((card) => [card.textContent, [...card.querySelectorAll('*')].map((n) => n.localName)])"
            f"(page.why.incident(page.theatre.incidents[{index}]))")
        assert set(tags) <= {"p", "span", "bdi"}
        assert incident["note"] in text


@pytest.mark.parametrize("width", [360, 1100])
def test_the_page_fits_into_the_window(used, width):
    used.page.set_viewport_size({"width": width, "height": 760})
    used.page.wait_for_timeout(120)
    assert used.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_picture_is_well_formed(used):
    ElementTree.fromstring(used.page.evaluate("new Picture(page, page.stage.view).svg()"))


def test_the_print_is_one_picture(used):
    used.page.evaluate("page.saver.preparePrint()")
    assert count(used.page, "#print svg") == 1


def test_the_print_holds_nothing_but_a_picture(used):
    used.page.evaluate("page.saver.preparePrint()")
    assert count(used.page, "#print script, #print [onload], #print image, #print foreignObject") == 0


# These two stand last, since they look at what was done before.


def test_the_page_asks_for_nothing(used):
    assert used.browsing.requests_outside() == []


def test_the_page_has_no_fault_and_opens_no_dialog(used):
    assert used.browsing.faults == []
