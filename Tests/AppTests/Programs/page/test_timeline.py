"""Going through the days: the slider, the histogram, the steps and the chart."""

import pytest

from page_actions import day_of
from page_data import unpack

several_days = pytest.mark.usefixtures("several_days")


@several_days
@pytest.mark.parametrize("keys, leads_to", [
    ("ArrowRight", "second"), ("ArrowRight ArrowLeft", "first"), ("End", "last"), ("End Home", "first")])
def test_a_key_on_the_slider_leads_to_its_day(theatre, page, keys, leads_to):
    page.focus("#slider")
    for key in keys.split():
        page.keyboard.press(key)
    assert day_of(page) == {"first": 0, "second": 1, "last": theatre.last_day}[leads_to]


@several_days
def test_the_slider_says_the_date_in_words(theatre, page):
    assert page.get_attribute("#slider", "aria-valuetext").startswith(theatre.board.words(0) + ", ")


@several_days
def test_the_middle_of_the_slider_is_the_middle_of_the_war(theatre, page):
    box = page.locator("#slider").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert abs(day_of(page) - theatre.last_day / 2) <= 1 + theatre.board.days / box["width"]


@several_days
def test_a_click_on_the_end_of_the_histogram_leads_to_the_last_day(theatre, page):
    box = page.locator("#histogram").bounding_box()
    page.mouse.click(box["x"] + box["width"] - 8, box["y"] + 10)
    assert day_of(page) >= theatre.last_day - theatre.board.days / box["width"]


@pytest.fixture
def report_days(theatre):
    return unpack(theatre.data["reports"]["day"], theatre.data["reports"]["count"])


@pytest.fixture
def bars(page):
    return page.evaluate("[...page.timeline.counts.counts]")


def test_the_histogram_counts_all_reports(theatre, bars, report_days):
    assert sum(bars) == sum(0 <= day < theatre.board.days for day in report_days)


def test_the_histogram_has_each_days_reports(theatre, bars, report_days):
    for day in theatre.some_days(9):
        assert bars[day] == report_days.count(day), theatre.board.date(day)


@pytest.fixture
def steps(several_days, page):
    """The days that up to six clicks on the button for the next change lead to, one after the other."""
    days, at = [], day_of(page)
    for _ in range(6):
        page.click("#next")
        if day_of(page) == at:
            break
        at = day_of(page)
        days.append(at)
    return days


def test_next_leads_to_each_day_of_a_change_and_no_other(theatre, changes, steps):
    if changes is not None:
        assert steps == changes[:len(steps)]
        assert len(steps) == min(6, len(changes))
        return
    board = theatre.board
    for before, after in zip([0] + steps, steps):
        assert board.states(after) != board.states(after - 1), f"nothing changes on day {after}"
        for quiet in range(before + 1, after):
            assert board.states(quiet) == board.states(quiet - 1), f"day {quiet} is skipped"


def test_a_bracket_leads_back_through_the_same_days(page, steps):
    for day in reversed([0] + steps[:-1]):
        page.keyboard.press("[")
        assert day_of(page) == day


# Where brackets take AltGr, it comes with Ctrl and Alt on Windows; with those alone a key is the browser's.
@pytest.mark.parametrize("key, flags, leads_to_change", [
    ("]", "ctrlKey: true, altKey: true, modifierAltGraph: true", True),
    ("]", "modifierAltGraph: true", True), ("]", "ctrlKey: true", False), ("]", "altKey: true", False)],
    ids=["Ctrl+Alt+AltGr", "AltGr", "Ctrl", "Alt"])
def test_a_bracket_steps_with_altgr_but_not_with_ctrl_or_alt_alone(page, steps, key, flags, leads_to_change):
    if not steps:
        pytest.skip("nothing changes")
    page.evaluate("page.goTo(0)")
    press(page, key, flags)
    assert day_of(page) == (steps[0] if leads_to_change else 0)


def test_the_other_bracket_steps_back_with_altgr(page, steps):
    if not steps:
        pytest.skip("nothing changes")
    page.evaluate(f"page.goTo({steps[0]})")
    press(page, "[", "modifierAltGraph: true")
    assert day_of(page) == 0


def press(page, key, flags):
    page.evaluate(
        f"byId('map').dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, {flags} }}))")


@pytest.mark.parametrize("keys, leads_to_change", [(".", True), (". ,", False)])
def test_full_stop_and_comma_step_as_brackets_do(page, steps, keys, leads_to_change):
    if not steps:
        pytest.skip("nothing changes")
    page.evaluate("page.goTo(0)")
    for key in keys.split():
        page.keyboard.press(key)
    assert day_of(page) == (steps[0] if leads_to_change else 0)


@pytest.fixture
def page_after_click_on_chart(several_days, page):
    """The page after a click at three quarters of the chart."""
    box = page.locator("#chart").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.75, box["y"] + box["height"] / 2)
    return page


def test_a_click_on_the_chart_leads_to_its_day(theatre, page_after_click_on_chart):
    days = theatre.board.days
    assert abs(day_of(page_after_click_on_chart) / days - 0.75) < 0.02 + 1 / days


def test_the_chart_says_its_date_and_areas(theatre, page_after_click_on_chart):
    label = page_after_click_on_chart.get_attribute("#chart", "aria-label")
    assert theatre.board.words(day_of(page_after_click_on_chart)) in label
    assert "km²" in label


def test_the_values_of_the_chart_are_read_out(page_after_click_on_chart):
    assert page_after_click_on_chart.inner_text("#chart-readout") != ""
