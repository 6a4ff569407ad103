"""The page on a narrow phone."""

import pytest

from page_actions import look_at, point_on_screen, settled


def is_wider_than_screen(phone):
    return phone.evaluate("document.documentElement.scrollWidth") > 360


def test_the_page_is_no_wider_than_the_screen(phone):
    assert not is_wider_than_screen(phone)


def test_every_control_is_large_enough_for_a_finger(phone):
    small = phone.evaluate(
        """[...document.querySelectorAll('button, select, input:not([type=checkbox])')].filter((n) => n.checkVisibility() && n.id !== 'skip'
          && !n.classList.contains('link')).map((n) => [n.id || n.textContent, n.getBoundingClientRect()])
          .filter(([, b]) => b.width > 0 && (b.height < 43.5 || b.width < 43.5)).map(([id, b]) => `${id} ${b.width} x ${b.height}`)""")
    assert small == []


def test_the_map_has_more_than_half_of_the_screen(phone, shot):
    shot(phone, "phone")
    assert phone.evaluate("byId('map').clientHeight / innerHeight") > 0.5


@pytest.fixture
def legend_was_open(phone, shot):
    phone.tap("#legend-button")
    shot(phone, "phone-legend")
    phone.tap("#legend-close")


@pytest.fixture
def tools_were_open(phone, shot):
    phone.tap("#menu")
    shot(phone, "phone-tools")
    phone.tap("#menu")


@pytest.fixture
def tapped(theatre, place, phone, legend_was_open, tools_were_open):
    """The phone after a tap on a place."""
    position = theatre.positions[place]
    look_at(phone, position, 12)
    phone.touchscreen.tap(*point_on_screen(phone, position))
    settled(phone)
    return phone


def test_a_tap_explains_a_place(tapped, shot):
    shot(tapped, "phone-why")
    assert tapped.is_visible("#why")


def test_no_panel_is_wider_than_the_screen(tapped):
    assert not is_wider_than_screen(tapped)
