"""Tries a page of `geotrack map` in a real browser.

    pytest Tests/AppTests/Programs/page --page PAGE.html [--pictures FOLDER] [--large] [--browser PATH]

What to expect is computed from the page's own JSON by `page_data.py`, without any of the page's code. `--large` is for
theatres of thousands of places: the page may have 8 MB instead of 500 kB, and fewer days are looked at. `-m "not timed"`
leaves out what measures time. Needs Playwright for Python, axe-playwright-python and a Chromium.
"""

import pathlib

import pytest
from playwright.sync_api import sync_playwright

pytest.register_assert_rewrite("page_actions")

from browsing import Browsing  # noqa: E402
from page_data import Board, data_of, unpack  # noqa: E402

MEASURED = pytest.StashKey[list]()


def pytest_addoption(parser):
    parser.addoption("--page", type=pathlib.Path, help="the page to try, as geotrack map wrote it")
    parser.addoption("--pictures", type=pathlib.Path, help="a folder for screenshots and saved files")
    parser.addoption("--large", action="store_true", help="the page is of thousands of places")
    parser.addoption("--browser", default="/usr/bin/chromium", help="the Chromium to use")


def pytest_configure(config):
    config.stash[MEASURED] = []


def pytest_collection(session):
    page = session.config.getoption("--page")
    if page is None or not page.is_file():
        raise pytest.UsageError("--page must name a page that geotrack map wrote")


def pytest_terminal_summary(terminalreporter, config):
    for text in config.stash[MEASURED]:
        terminalreporter.write_line(f"measured {text}")


class Theatre:
    """The theatre that the page shows, read from the page's JSON."""

    def __init__(self, path):
        self.path = path
        self.data = data_of(path)
        self.board = Board(self.data)
        self.positions = self.board.positions()

    @property
    def last_day(self):
        return self.board.days - 1

    @property
    def middle_day(self):
        return self.board.days // 2

    @property
    def day_between(self):
        """A day that is neither the first nor the last, where there is one."""
        return self.some_days(3)[-2] if self.board.days > 2 else 0

    def some_days(self, count=6):
        """Days at equal distances, the first and the last among them."""
        return sorted({round(self.last_day * i / max(1, count - 1)) for i in range(count)})

    def some_places(self, count):
        """Places with ground of their own: `count` of them or a few more."""
        places = sorted(self.board.cell_of_place)
        return places[:: max(1, len(places) // count)]

    def labelled_places(self):
        """The labelled places with ground, the most important first."""
        labelled = unpack(self.data["labelled"], self.data["labelled_count"])
        return [place for place in labelled if place in self.board.cell_of_place]

    def name(self, place):
        return self.data["places"]["name"][place]

    def id(self, place):
        return self.data["places"]["id"][place]

    def state(self, place, day):
        """The index of the state of a place's ground, or None, and whether it is inferred."""
        return self.board.state(self.board.cell_of_place[place], day)

    def holder(self, place, day):
        """The index of the actor that holds a place's ground, or -1."""
        return self.board.holder(self.state(place, day)[0])

    def changed_places(self, day):
        """The places whose ground has another state than on the day before."""
        return [place for place in self.board.cell_of_place
                if self.state(place, day)[0] != self.state(place, day - 1)[0]]


@pytest.fixture(scope="session")
def theatre(request):
    return Theatre(request.config.getoption("--page"))


@pytest.fixture(scope="session")
def is_large(request):
    return request.config.getoption("--large")


@pytest.fixture(scope="session")
def changes(theatre, is_large):
    """The days on which the map changes; None for a large theatre, where it takes too long to find them."""
    return None if is_large else theatre.board.change_days()


@pytest.fixture
def several_days(theatre):
    if theatre.board.days < 2:
        pytest.skip("the theatre has one day")


@pytest.fixture(scope="session")
def place(theatre):
    """The most important labelled place with ground."""
    places = theatre.labelled_places()
    if not places:
        pytest.skip("no place has ground")
    return places[0]


@pytest.fixture(scope="session")
def two_places(theatre):
    """The most important labelled places with ground of their own and different names."""
    found, cells = [], theatre.board.cell_of_place
    for place in theatre.labelled_places():
        if all(theatre.name(place) != theatre.name(other) and cells[place] != cells[other] for other in found):
            found.append(place)
        if len(found) == 2:
            return found
    pytest.skip("no two places have ground")


@pytest.fixture(scope="session")
def browser(request):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=request.config.getoption("--browser"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def browsing(browser):
    """Opens pages. When the test ends, none may have had a fault or asked for anything outside of its file."""
    browsing = Browsing(browser)
    yield browsing
    browsing.close()
    assert browsing.requests_outside() == []
    assert browsing.faults == []


@pytest.fixture
def open_page(browsing, theatre):
    """Opens the page anew: `open_page("#on=2016-11-04", width=360, color_scheme="dark")`."""
    return lambda fragment="", **options: browsing.open(theatre.path, fragment, **options)


@pytest.fixture
def page(open_page):
    """The page on a desk."""
    return open_page()


@pytest.fixture
def page_on_last_day(open_page, theatre):
    return open_page(f"#on={theatre.board.date(theatre.last_day)}")


@pytest.fixture
def page_on_middle_day(open_page, theatre):
    return open_page(f"#on={theatre.board.date(theatre.middle_day)}")


@pytest.fixture
def dark_page(open_page):
    return open_page(color_scheme="dark")


@pytest.fixture
def phone(open_page):
    """The page on a narrow phone."""
    return open_page(width=360, height=740, has_touch=True, is_mobile=True, device_scale_factor=2)


@pytest.fixture(scope="session")
def folder(request, tmp_path_factory):
    """Where screenshots and saved files go."""
    folder = request.config.getoption("--pictures") or tmp_path_factory.mktemp("pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def shot(folder):
    """Keeps a picture of a page, for those who want to look."""
    def shot(page, name):
        page.wait_for_timeout(150)
        page.screenshot(path=str(folder / f"{name}.png"))

    return shot


@pytest.fixture
def measure(request):
    """Reports a measured value at the end, whether or not the tests pass."""
    return request.config.stash[MEASURED].append
