"""Moving the map by mouse and by touch."""

import pytest

from page_actions import settled, share_of_map

UNDER_POINTER = "(() => { const v = page.stage.view; return [v.worldX(500), v.worldY(200), v.zoom]; })()"


@pytest.fixture
def pointer(page):
    """Where the mouse is put: at (500, 200) in the map."""
    box = page.locator("#map").bounding_box()
    x, y = box["x"] + 500, box["y"] + 200
    page.mouse.move(x, y)
    return x, y


class TestTheWheel:
    @pytest.fixture
    def turned(self, page, pointer):
        """What lay under the pointer and the zoom, before and after."""
        before = page.evaluate(UNDER_POINTER)
        page.mouse.wheel(0, -300)
        settled(page)
        return before, page.evaluate(UNDER_POINTER)

    def test_it_zooms_in(self, turned):
        before, after = turned
        assert after[2] > before[2]

    def test_what_is_under_the_pointer_stays_there(self, turned):
        before, after = turned
        assert abs(after[0] - before[0]) < 1e-9 + 1e-4 * abs(before[0])


class TestADrag:
    @pytest.fixture
    def dragged(self, page, pointer):
        """The view before and after a drag of 60 pixels to the right and 40 down, on a map that is zoomed in."""
        for turn in (-300, -600):
            page.mouse.wheel(0, turn)
            settled(page)
        x, y = pointer
        view = "[page.stage.view.x, page.stage.view.y, page.stage.view.scale]"
        before = page.evaluate(view)
        page.mouse.down()
        page.mouse.move(x + 60, y + 40, steps=4)
        page.mouse.up()
        return before, page.evaluate(view)

    def test_it_moves_the_map_by_as_much(self, dragged):
        before, after = dragged
        assert abs((before[0] - after[0]) * before[2] - 60) < 6

    def test_it_opens_no_explanation(self, page, dragged):
        assert not page.is_visible("#why")


class TestFingers:
    @pytest.fixture
    def phone(self, open_page):
        return open_page(width=360, height=740, has_touch=True, is_mobile=True)

    @pytest.fixture
    def touch(self, phone):
        """Sends touches at points of the map: `touch("touchMove", (200, 220))`."""
        client = phone.context.new_cdp_session(phone)
        box = phone.locator("#map").bounding_box()

        def touch(kind, *points):
            client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [
                {"x": box["x"] + x, "y": box["y"] + y, "id": i} for i, (x, y) in enumerate(points)]})

        return touch

    @pytest.fixture
    def zooms(self, phone, touch):
        """The zoom before and after two fingers go apart."""
        before = phone.evaluate("page.stage.view.zoom")
        touch("touchStart", (180, 220), (220, 220))
        for step in range(1, 9):
            touch("touchMove", (180 - 8 * step, 220), (220 + 8 * step, 220))
        touch("touchEnd")
        settled(phone)
        return before, phone.evaluate("page.stage.view.zoom")

    def test_two_fingers_zoom(self, zooms):
        before, after = zooms
        assert after > before + 1

    def test_one_finger_moves_a_map_that_is_zoomed_in(self, phone, touch, zooms):
        east = phone.evaluate("page.stage.view.x")
        touch("touchStart", (200, 220))
        for step in range(1, 7):
            touch("touchMove", (200 - 10 * step, 220))
        touch("touchEnd")
        settled(phone)
        assert phone.evaluate("page.stage.view.x") > east


def test_who_wants_no_motion_is_shown_a_place_at_once(theatre, place, open_page):
    page = open_page(reduced_motion="reduce")
    page.evaluate(f"page.visit({place})")
    assert all(0 < share < 1 for share in share_of_map(page, theatre.positions[place]))
