"""All that a mouse can do, by keyboard."""

import pytest

from page_actions import look_at, view_of

IN_ORDER = {"skip", "search", "compare-button", "save-button", "link-button", "legend-button", "theme", "about-button",
            "help-button", "map", "zoom-in", "zoom-out", "zoom-all", "credit", "changes-button", "play", "speed", "slider"}


class TestTab:
    @pytest.fixture
    def reached(self, page):
        """The ids of the elements that 70 presses of Tab lead to, and whether the focus is seen on each."""
        reached = []
        for _ in range(70):
            page.keyboard.press("Tab")
            reached.append(page.evaluate(
                "(() => { const n = document.activeElement, c = getComputedStyle(n);"
                " return [n.id, c.outlineStyle !== 'none' && c.outlineWidth !== '0px']; })()"))
        return reached

    def test_it_reaches_everything(self, theatre, reached):
        wanted = IN_ORDER if theatre.board.days > 1 else IN_ORDER - {"play", "slider"}
        assert wanted - {name for name, _ in reached} == set()

    def test_the_focus_can_be_seen_everywhere(self, reached):
        assert {name for name, is_seen in reached if name and not is_seen} == set()


@pytest.fixture
def on_map(page):
    """The page with the focus on the map."""
    page.focus("#map")
    return page


@pytest.mark.parametrize("keys", ["+", "+ +", "+ + ArrowRight", "+ + ArrowRight ArrowUp"])
def test_the_last_of_these_keys_moves_the_map(on_map, keys):
    *before, last = keys.split()
    for key in before:
        on_map.keyboard.press(key)
    view = view_of(on_map)
    on_map.keyboard.press(last)
    assert view_of(on_map) != view


def test_0_shows_the_whole_map(on_map):
    for key in ("+", "+", "ArrowRight", "ArrowUp"):
        on_map.keyboard.press(key)
    view = view_of(on_map)
    on_map.keyboard.press("0")
    on_map.wait_for_timeout(700)
    assert view_of(on_map) != view


class TestHelp:
    @pytest.fixture
    def with_help(self, on_map):
        on_map.keyboard.press("?")
        return on_map

    def test_a_question_mark_opens_it(self, with_help, shot):
        shot(with_help, "help")
        assert with_help.is_visible("#help")

    def test_it_names_the_keys_for_steps(self, with_help):
        assert {"[", "]", ",", "."} <= set(with_help.locator("#help kbd").all_inner_texts())

    def test_escape_closes_it(self, with_help):
        with_help.keyboard.press("Escape")
        assert not with_help.is_visible("#help")


@pytest.mark.usefixtures("several_days")
def test_c_compares(on_map):
    on_map.keyboard.press("c")
    assert on_map.is_visible("#comparison")


@pytest.mark.usefixtures("several_days")
def test_escape_ends_the_comparison(on_map):
    on_map.keyboard.press("c")
    on_map.keyboard.press("Escape")
    assert not on_map.is_visible("#comparison")


def test_s_opens_the_dialog_to_save(on_map):
    on_map.keyboard.press("s")
    assert on_map.is_visible("#save")


def test_enter_explains_what_is_in_the_middle_of_the_map(theatre, place, on_map):
    look_at(on_map, theatre.positions[place], 12)
    on_map.focus("#map")
    on_map.keyboard.press("Enter")
    assert on_map.is_visible("#why")
