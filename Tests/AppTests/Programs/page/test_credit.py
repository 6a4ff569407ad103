"""Whose work the map is: it stands first in a line on the map, all of it is behind that line, and the line hides nothing."""

import pytest

from page_actions import focused, settled

WHAT_IT_LIES_ON = """(() => { const box = (n) => n.getBoundingClientRect(), line = box(byId('credit'));
  return [...document.querySelectorAll('.zoom, .scale, .panel:not([hidden]), #map .tip')].filter((n) => {
    const b = box(n);
    return b.width > 0 && b.left < line.right && b.right > line.left && b.top < line.bottom && b.bottom > line.top;
  }).map((n) => n.id || n.className); })()"""


@pytest.fixture
def lines(theatre):
    lines = theatre.data["attribution"]
    if not lines:
        pytest.skip("nothing is to be credited")
    return lines


@pytest.fixture(params=[(1280, 800), (900, 700), (390, 844)], ids=lambda size: f"{size[0]} wide")
def page(request, open_page, lines):
    width, height = request.param
    return open_page(width=width, height=height)


def width_of(page):
    return page.viewport_size["width"]


def test_the_line_begins_with_whose_work_the_map_is(page, lines):
    assert page.inner_text("#credit-text").startswith((lines[1:] or lines)[0][:40])


def test_the_line_lies_on_nothing(page, shot):
    shot(page, f"credit-{width_of(page)}-plain")
    assert page.evaluate(WHAT_IT_LIES_ON) == []


def test_beside_an_explanation_the_line_lies_on_nothing(page, place, shot):
    page.evaluate(f"page.select({place})")
    settled(page)
    shot(page, f"credit-{width_of(page)}-explained")
    if width_of(page) > 760:  # On a phone the explanation takes the place of the map.
        assert page.evaluate(WHAT_IT_LIES_ON) == []


def test_the_line_is_large_enough_for_a_finger(page):
    box = page.locator("#credit").bounding_box()
    assert box["height"] >= 24
    assert box["width"] > 60


def test_after_an_explanation_the_line_is_large_enough_for_a_finger(page, place):
    page.evaluate(f"page.select({place})")
    settled(page)
    page.evaluate("page.panels.close()")
    box = page.locator("#credit").bounding_box()
    assert box["height"] >= 24
    assert box["width"] > 60


class TestTheCredits:
    @pytest.fixture
    def opened(self, page):
        """The page after the line has been opened by keyboard."""
        page.focus("#credit")
        page.keyboard.press("Enter")
        return page

    def test_the_line_leads_to_them(self, opened, shot):
        shot(opened, f"about-{width_of(opened)}")
        assert opened.is_visible("#about")

    def test_they_are_all_there(self, opened, lines):
        told = opened.inner_text("#attribution")
        assert [line for line in lines if line not in told] == []

    def test_when_they_close_the_focus_comes_back(self, opened):
        opened.keyboard.press("Escape")
        assert focused(opened) == "credit"
