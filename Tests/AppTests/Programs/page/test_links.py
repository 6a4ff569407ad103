"""The address says what is seen, and leads there again."""

import pytest

from page_actions import change_address, day_of


@pytest.fixture
def position(theatre, place):
    return theatre.positions[place]


class TestALink:
    @pytest.fixture
    def linked(self, theatre, position, open_page):
        """The page opened by a link to a date and a view."""
        longitude, latitude = position
        date = theatre.board.date(theatre.day_between)
        return open_page(f"#on={date}&at={longitude:.3f},{latitude:.3f},11")

    @pytest.fixture
    def changed(self, theatre, linked):
        """The page after its address has been changed to the last day, compared with the day of the link."""
        board = theatre.board
        change_address(linked, f"#on={board.date(theatre.last_day)}&with={board.date(theatre.day_between)}")
        return linked

    def test_it_leads_to_its_date(self, theatre, linked):
        assert linked.inner_text("#date") == theatre.board.words(theatre.day_between)

    def test_it_leads_to_its_view(self, position, linked):
        longitude, latitude, zoom = linked.evaluate(
            "[longitudeOf(page.stage.view.x), latitudeOf(page.stage.view.y), page.stage.view.zoom]")
        assert abs(longitude - position[0]) < 0.002
        assert abs(latitude - position[1]) < 0.002
        assert abs(zoom - 11) < 0.01

    def test_a_changed_address_leads_to_its_date(self, theatre, changed):
        assert day_of(changed) == theatre.last_day

    @pytest.mark.usefixtures("several_days")
    def test_a_changed_address_leads_to_its_comparison(self, theatre, changed):
        assert changed.evaluate("page.other") == theatre.day_between

    def test_the_address_follows_what_is_seen(self, theatre, changed):
        changed.wait_for_timeout(500)
        address = changed.evaluate("location.hash")
        board = theatre.board
        for part in (f"on={board.date(theatre.last_day)}", "at=", f"with={board.date(theatre.day_between)}"):
            assert part in address

    @pytest.mark.parametrize("odd", [
        "#on=2020-13-45&at=1,2", "#at=nan,3,4&with=", "#%E0%A4%A", "#place=%3Cimg%3E&on=0000-00-00"])
    def test_nonsense_causes_no_fault(self, changed, odd, shot):
        """That the page has no fault is checked when the test ends."""
        change_address(changed, odd)
        shot(changed, "link")


@pytest.mark.usefixtures("several_days")
class TestALinkWithFaults:
    """What does not name a date, a view or a place changes nothing; a date outside the theatre is told."""

    SEEN = "[page.day, page.other, String(page.stage.view), page.selected]"

    @pytest.fixture
    def linked(self, theatre, position, open_page):
        """The page opened by a link to the day in the middle."""
        longitude, latitude = position
        return open_page(f"#on={theatre.board.date(theatre.middle_day)}&at={longitude:.3f},{latitude:.3f},11")

    ODD = ["on=2017-02-30", "on=2016-11-31", "on=2016-13-01", "on=", "on=soon", "with=2017-02-29", "at=,,", "at=1,,2",
           "at=, ,", "at=0x10,1,2", "at=1,2", "at=1,2,3,4", "at=200,1,2", "at=1,2,Infinity", "at=", "place=", "place=null"]

    def test_it_changes_nothing(self, linked):
        before = linked.evaluate(self.SEEN)
        for odd in self.ODD:
            change_address(linked, odd)
            assert linked.evaluate(self.SEEN) == before, odd

    def test_it_says_nothing(self, linked):
        for odd in self.ODD:
            change_address(linked, odd)
            assert not linked.is_visible("#toast"), f"{odd}: {linked.inner_text('#toast')}"

    def test_the_address_goes_back_to_what_is_seen(self, theatre, linked):
        for odd in self.ODD:
            change_address(linked, odd)
        linked.wait_for_timeout(500)
        assert f"on={theatre.board.date(theatre.middle_day)}" in linked.evaluate("location.hash")

    def test_what_a_link_leaves_out_stays(self, theatre, linked):
        change_address(linked, f"with={theatre.board.date(0)}")
        change_address(linked, f"on={theatre.board.date(theatre.last_day)}")
        assert linked.evaluate("[page.day, page.other]") == [theatre.last_day, 0]


OUTSIDE = pytest.mark.parametrize("date, words, is_before", [
    ("1900-01-31", "31 January 1900", True), ("2199-12-31", "31 December 2199", False)], ids=["before", "after"])


@pytest.mark.usefixtures("several_days")
class TestALinkToADateOutsideOfTheTheatre:
    @pytest.fixture
    def last_opened(self, open_page):
        """The page opened by a link to a date long after the theatre."""
        page = open_page("#on=2199-12-31")
        page.wait_for_timeout(50)
        return page

    @OUTSIDE
    def test_it_leads_to_the_nearest_day(self, theatre, page_on_middle_day, date, words, is_before):
        change_address(page_on_middle_day, f"on={date}")
        assert day_of(page_on_middle_day) == (0 if is_before else theatre.last_day)

    @OUTSIDE
    def test_it_says_what_the_theatre_has(self, theatre, page_on_middle_day, date, words, is_before):
        change_address(page_on_middle_day, f"on={date}")
        assert page_on_middle_day.is_visible("#toast")
        told = page_on_middle_day.inner_text("#toast")
        for part in (words, theatre.board.words(0), theatre.board.words(theatre.last_day)):
            assert part in told

    def test_a_page_opened_so_shows_the_nearest_day(self, theatre, last_opened):
        assert day_of(last_opened) == theatre.last_day

    def test_a_page_opened_so_says_so(self, last_opened, shot):
        told = last_opened.inner_text("#toast")
        shot(last_opened, "link-outside")
        assert "31 December 2199" in told

    def test_a_page_opened_so_is_heard_to_say_so(self, last_opened):
        assert "31 December 2199" in last_opened.text_content("#announcements")
