"""What changed on a day, and between two days."""

import pytest

from page_data import area_text
from page_actions import settled

pytestmark = pytest.mark.usefixtures("several_days")


class TestTheListOfChanges:
    @pytest.fixture
    def day(self, theatre):
        """The first day on which a place changes."""
        for day in range(1, theatre.board.days):
            if theatre.changed_places(day):
                return day
        pytest.skip("no place changes")

    @pytest.fixture
    def with_list(self, day, page):
        """The page with the list of the day's changes."""
        page.evaluate(f"page.goTo({day})")
        page.click("#changes-button")
        return page

    @pytest.fixture
    def names(self, with_list):
        return with_list.evaluate(
            "[...document.querySelectorAll('#changes-list button > bdi')].map((n) => n.textContent)")

    def test_it_is_as_long_as_there_are_changes_but_for_very_many(self, theatre, day, names):
        assert len(names) == min(300, len(theatre.changed_places(day)))

    def test_it_names_the_places_that_changed(self, theatre, day, names, with_list, shot):
        shot(with_list, "changes")
        changed = theatre.changed_places(day)
        if len(changed) <= 300:
            assert {theatre.name(place)[:30] for place in changed} == {name[:30] for name in names}

    def test_a_place_of_it_is_opened_by_keyboard(self, with_list):
        with_list.focus("#changes-list button")
        with_list.keyboard.press("Enter")
        with_list.wait_for_timeout(700)
        assert with_list.is_visible("#why")


class TestTheComparisonOfTwoDays:
    @pytest.fixture
    def compared(self, theatre, page_on_last_day):
        """The page with the last day compared to the first."""
        page_on_last_day.click("#compare-button")
        page_on_last_day.fill("#other-date", theatre.board.date(0))
        settled(page_on_last_day)
        return page_on_last_day

    def test_it_tells_what_each_side_won_and_lost(self, theatre, compared, shot):
        shot(compared, "compare")
        won, lost = theatre.board.won(0, theatre.last_day)
        rows = compared.evaluate(
            "[...document.querySelectorAll('#comparison-rows tr')].map((r) => [...r.children].map((c) => c.textContent))")
        for side, row in enumerate(rows):
            assert row[1:3] == [area_text(won[side]), area_text(lost[side])], row

    def test_it_ends_by_the_button_that_began_it(self, compared):
        compared.click("#compare-button")
        assert not compared.is_visible("#comparison")
        assert compared.evaluate("page.other") is None
