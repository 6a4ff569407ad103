"""Light, dark and forced colours."""

import re

from page_actions import pixel, settled
from page_data import difference, rgb


def test_in_the_dark_the_page_is_dark(dark_page, shot):
    settled(dark_page)
    shot(dark_page, "dark")
    background = dark_page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert sum(map(int, re.findall(r"\d+", background)[:3])) < 200, background


def test_in_the_dark_the_paper_is_dark(dark_page):
    settled(dark_page)
    assert sum(pixel(dark_page, 2, 2)) < 200


def test_in_the_dark_each_holder_can_be_told_from_unknown_ground(dark_page):
    *holders, unknown = dark_page.evaluate("[...page.scene.palette.holders, page.scene.palette.unknown]")
    for holder in holders:
        assert difference(rgb(holder), rgb(unknown)) > 12, holder


def test_the_light_theme_can_be_chosen_in_the_dark(dark_page):
    settled(dark_page)
    dark_page.click("#theme")
    settled(dark_page)
    assert sum(pixel(dark_page, 2, 2)) > 600


def test_the_page_opens_in_forced_colours(open_page, shot):
    """That the page has no fault is checked when the test ends."""
    shot(open_page(forced_colors="active"), "forced-colors")
