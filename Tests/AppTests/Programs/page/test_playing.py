"""Playing the days, pausing, and choosing something while they play."""

import pytest

from page_actions import ISOLATES, click_on, day_of, settled

pytestmark = pytest.mark.usefixtures("several_days")

LISTEN = """(() => { window.said = []; new MutationObserver(() => said.push(byId('announcements').textContent))
  .observe(byId('announcements'), { childList: true, characterData: true, subtree: true }); })()"""


@pytest.fixture
def playing(page):
    """The page after 1.5 seconds at 20 days a second."""
    page.focus("#map")
    page.evaluate(LISTEN)
    page.select_option("#speed", "20")
    page.keyboard.press(" ")
    page.wait_for_timeout(1500)
    return page


def test_the_days_go_by_while_it_plays(theatre, playing):
    assert day_of(playing) > 5 or day_of(playing) == theatre.last_day


def test_it_is_silent_while_it_plays(playing):
    said = playing.evaluate("said")
    assert len(said) <= 2, said


def test_the_space_bar_pauses(playing):
    playing.keyboard.press(" ")
    day = day_of(playing)
    playing.wait_for_timeout(700)
    assert day_of(playing) == day


def test_the_date_is_said_after_the_pause(theatre, playing):
    playing.keyboard.press(" ")
    playing.wait_for_timeout(700)
    assert theatre.board.words(day_of(playing)) in playing.inner_text("#announcements")


def test_quiet_days_can_be_skipped(theatre, changes, page):
    page.select_option("#speed", "20")
    page.check("#skip-quiet")
    page.evaluate("page.goTo(0)")
    page.click("#play")
    page.wait_for_timeout(400)
    page.click("#play")
    if changes:
        assert day_of(page) in changes + [theatre.last_day]


@pytest.fixture
def announced(page):
    """What is said after a step to the next change."""
    page.click("#next")
    page.wait_for_timeout(700)
    if day_of(page) == 0:
        pytest.skip("nothing changes")
    return ISOLATES.sub("", page.text_content("#announcements"))


def test_a_step_says_the_date(theatre, page, announced):
    assert announced.startswith(theatre.board.words(day_of(page)))


def test_a_step_says_how_many_places_changed(theatre, page, announced):
    changed = theatre.changed_places(day_of(page))
    if changed:
        assert f"{len(changed):,} place" in announced


def test_what_is_said_interrupts_nobody(page, announced):
    assert page.get_attribute("#announcements", "aria-live") == "polite"


class TestChoosingWhileItPlays:
    """A place that is clicked, and a panel that is opened, tell of what is on the map."""

    @pytest.fixture
    def slow(self, theatre, two_places, page):
        """The page as it plays a day a second, with an explanation of the first of the two places open."""
        page.evaluate("page.legend.toggle(false)")
        page.select_option("#speed", "1")
        click_on(page, theatre.positions[two_places[0]])
        assert theatre.name(two_places[0])[:20] in page.inner_text("#why-title")
        page.focus("#map")
        page.keyboard.press(" ")
        assert page.evaluate("page.player.isPlaying"), "it does not play"
        return page

    @pytest.fixture
    def clicked(self, theatre, two_places, slow):
        """The page after a click on the second place."""
        click_on(slow, theatre.positions[two_places[1]])
        return slow

    def test_a_click_selects_the_place(self, two_places, clicked):
        assert clicked.evaluate("page.selected.place") == two_places[1]

    def test_a_click_explains_the_place(self, theatre, two_places, clicked):
        assert theatre.name(two_places[1])[:20] in clicked.inner_text("#why-title")

    def test_a_click_pauses(self, clicked):
        assert not clicked.evaluate("page.player.isPlaying")
        assert clicked.get_attribute("#play", "aria-label") == "Play"

    @pytest.fixture
    def with_changes(self, clicked):
        """The page as it plays on, with the list of changes open."""
        clicked.focus("#map")
        for key in ("Escape", " ", "d"):
            clicked.keyboard.press(key)
        settled(clicked)
        return clicked

    def test_the_list_of_changes_is_not_empty(self, with_changes):
        assert with_changes.locator("#changes-list li").count() > 0

    def test_the_list_of_changes_is_that_of_the_day_on_the_map(self, with_changes):
        assert with_changes.inner_text("#changes-title") == f"Changed on {with_changes.inner_text('#date')}"

    def test_c_pauses_and_compares(self, with_changes):
        for key in ("Escape", " ", "c"):
            with_changes.keyboard.press(key)
        settled(with_changes)
        assert not with_changes.evaluate("page.player.isPlaying")
        assert with_changes.is_visible("#comparison")
