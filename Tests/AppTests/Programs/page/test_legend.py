"""What the legend's boxes hide and show."""

import pytest

from page_actions import ground_pixels, settled


@pytest.fixture
def holder(theatre, place):
    """The holder of the place on the last day."""
    holder = theatre.holder(place, theatre.last_day)
    if holder < 0:
        pytest.skip("nobody holds the place")
    return holder


@pytest.fixture
def holders_box(page_on_last_day, holder):
    return page_on_last_day.locator("#legend-ground input").nth(holder)


def test_unticking_a_holder_hides_its_ground(page_on_last_day, holders_box):
    before = ground_pixels(page_on_last_day)
    holders_box.uncheck()
    settled(page_on_last_day)
    assert ground_pixels(page_on_last_day) != before


def test_ticking_a_holder_again_brings_its_ground_back(page_on_last_day, holders_box):
    before = ground_pixels(page_on_last_day)
    holders_box.uncheck()
    settled(page_on_last_day)
    holders_box.check()
    settled(page_on_last_day)
    assert ground_pixels(page_on_last_day) == before


def test_front_ghost_and_places_can_be_left_out(page_on_last_day, holder):
    before = ground_pixels(page_on_last_day)
    for box in page_on_last_day.locator("#legend-marks input").all():
        box.set_checked(not box.is_checked())
        settled(page_on_last_day)
    assert ground_pixels(page_on_last_day) != before
