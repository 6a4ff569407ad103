"""Finding a place by any of its names, in any script."""

import unicodedata

import pytest

from page_actions import choose_by_name, focused, share_of_map


def test_a_slash_leads_to_the_search(place, page):
    page.keyboard.press("/")
    assert focused(page) == "search"


def test_a_place_is_found_by_its_name_and_chosen_by_keyboard(theatre, place, page):
    choose_by_name(page, theatre.name(place), place)


def test_a_place_that_is_chosen_comes_into_view(theatre, place, page):
    choose_by_name(page, theatre.name(place), place)
    assert all(0 < share < 1 for share in share_of_map(page, theatre.positions[place]))


def test_an_unknown_name_is_told(place, page):
    page.fill("#search", "zzqqxxyy")
    assert "No place" in page.inner_text("#search-results")


def is_arabic(name):
    return any("ARABIC" in unicodedata.name(letter, "") for letter in name)


@pytest.fixture
def arabic(theatre):
    """A place and its Arabic name."""
    places = theatre.data["places"]
    for place in range(places["count"]):
        names = [name for name in places["other"][place].split("|") if is_arabic(name)]
        if names and place in theatre.board.cell_of_place:
            return place, names[0]
    pytest.skip("no place has an Arabic name")


def test_a_place_is_found_by_its_arabic_name(page, arabic):
    place, name = arabic
    choose_by_name(page, name, place)


def test_a_place_is_found_by_its_arabic_name_without_what_is_written_differently(page, arabic, shot):
    place, name = arabic
    # The forms of alef, the end of the feminine, marks and strokes.
    loose = name.replace("أ", "ا").replace("إ", "ا").replace("ة", "ه").replace("ي", "ى")
    choose_by_name(page, loose + "\u0640", place)
    shot(page, "search")


@pytest.mark.parametrize("one, other", [
    ("Hay al-Karāma", "karama"), ("حيّ الكرامة", "كرامه"), ("Tal Afar", "tal-afar"), ("Ar-Rutba", "rutba"), ("Al", "al"),
    ("١٧ تموز", "17 تموز"), ("Łódź", "lodz"), ("Київ", "київ"), ("Za'faran", "zafaran")])
def test_two_spellings_of_a_name_are_one(page, one, other):
    first, second = page.evaluate("([a, b]) => [folded(a), folded(b)]", [one, other])
    assert first == second
