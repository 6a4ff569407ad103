"""Why a place is drawn as it is: the explanation that a click opens."""

import copy
import re

import pytest

from page_actions import click_on, look_at, point_on_screen, settled
from page_data import page_with, unpack


@pytest.fixture
def day(theatre):
    return theatre.day_between


@pytest.fixture
def page_near_place(theatre, place, day, page):
    """The page with the place in the middle of the map and nothing over it."""
    page.evaluate(f"page.goTo({day}); page.legend.toggle(false)")
    look_at(page, theatre.positions[place], 13)
    return page


def test_hovering_over_a_place_shows_its_name(theatre, place, page_near_place):
    page_near_place.mouse.move(*point_on_screen(page_near_place, theatre.positions[place]))
    settled(page_near_place)
    assert theatre.name(place)[:20] in page_near_place.inner_text("#tip")


class TestTheExplanationOfAPlace:
    @pytest.fixture
    def explained(self, theatre, place, page_near_place):
        """The page after a click on the place."""
        click_on(page_near_place, theatre.positions[place])
        assert page_near_place.is_visible("#why"), "no explanation opens"
        return page_near_place

    @pytest.fixture
    def held(self, theatre, place, day):
        holder = theatre.holder(place, day)
        if holder < 0:
            pytest.skip("nobody holds the place")
        return theatre.data["actors"][holder]["name"]

    def test_it_names_the_place(self, theatre, place, explained, shot):
        shot(explained, "why")
        assert theatre.name(place)[:20] in explained.inner_text("#why-title")

    def test_it_says_who_holds_it(self, held, explained):
        assert f"held by {held[:20]}" in explained.inner_text("#why-body")

    def test_it_says_how_sure_that_is_and_from_which_reports(self, held, explained):
        text = explained.inner_text("#why-body")
        assert "Confidence" in text
        assert "report" in text

    def test_it_shows_grades(self, held, explained):
        assert re.search(r"\b[A-F][1-6]\b", explained.inner_text("#why-body"))

    def test_it_says_what_is_inferred(self, theatre, place, day, explained):
        _, is_inferred = theatre.state(place, day)
        assert not is_inferred or "Inferred" in explained.inner_text("#why-body")

    def test_escape_closes_it(self, explained):
        explained.keyboard.press("Escape")
        assert not explained.is_visible("#why")


def test_the_precision_of_a_position_is_told(theatre, page_on_last_day):
    places = theatre.data["places"]
    precision = unpack(places["precision"], places["count"])
    region = unpack(places["region"], places["count"])
    known = sorted(place for place in theatre.board.cell_of_place if precision[place] > 0 and not region[place])
    for place in known[:: max(1, len(known) // 8)]:
        page_on_last_day.evaluate(f"page.select({place})")
        kilometers = precision[place] / 10
        text = f"about {kilometers:.0f} km" if kilometers == int(kilometers) else f"about {kilometers:.1f} km"
        assert f"Position known to {text}" in page_on_last_day.inner_text("#why-body"), theatre.id(place)


class TestTheCardOfAReport:
    @pytest.fixture(params=[True, False], ids=["of a source close to a side", "of another source"])
    def report(self, request, theatre):
        """The index of a report, its source, and whether that is close to a side."""
        reports, sources = theatre.data["reports"], theatre.data["sources"]
        for report, source in enumerate(unpack(reports["source"], reports["count"])):
            if bool(sources[source]["favours"]) is request.param:
                return report, sources[source], request.param
        pytest.skip("no report is of such a source")

    @pytest.fixture
    def card(self, report, page_on_last_day):
        return page_on_last_day.evaluate(f"page.why.card({report[0]}).textContent")

    def test_it_tells_whom_a_source_is_close_to(self, report, card):
        _, source, is_close = report
        assert ("close to " in card) is is_close, source["id"]

    def test_it_tells_the_licence_of_the_source(self, report, card):
        _, source, _ = report
        assert source["licence"] in card


class Evidence:
    """What decided the state of a place's ground on a day, read from the page's data."""

    def __init__(self, theatre):
        self.theatre, self.board = theatre, theatre.board
        entries, runs = theatre.data["entries"], theatre.data["runs"]
        counts = unpack(entries["counts"], theatre.data["grounds"]["count"])
        total = sum(counts)
        self.first = sums_before(counts)
        decided_counts = unpack(entries["decided_counts"], total)
        self.decided = unpack(entries["decided"], sum(decided_counts))
        self.decided_first = sums_before(decided_counts)
        self.belief, self.last = unpack(entries["belief"], total), unpack(entries["last"], total)
        run_counts = unpack(runs["counts"], self.board.cells)
        self.nearness = unpack(runs["nearness"], sum(run_counts))
        self.run_first = sums_before(run_counts)

    def rows(self, place, day):
        """The entry and the run that say in which state a place is; None where there is no evidence."""
        cell = self.board.cell_of_place[place]
        run_days, sources, _ = self.board.runs[cell]
        run = max(i for i, at in enumerate(run_days) if at <= day)
        source = sources[run]
        found = [i for i, at in enumerate(self.board.entries[source][0]) if at <= day] if source >= 0 else []
        if not found:
            return None
        return self.first[source] + found[-1], self.run_first[cell] + run

    def of(self, place, day):
        """The ids of the reports that decided and the confidence, or None where there is no evidence."""
        rows = self.rows(place, day)
        if rows is None:
            return None
        entry, run = rows
        reports = self.decided[self.decided_first[entry]:self.decided_first[entry + 1]]
        age, half_life = max(0, day - self.last[entry]), self.theatre.data["theatre"]["half_life_days"]
        nearness = self.nearness[run] / 1000
        confidence = self.belief[entry] / 1000 * 0.5 ** (age / half_life) * nearness
        return [self.theatre.data["reports"]["id"][report] for report in reports], confidence


def sums_before(counts):
    sums = [0]
    for count in counts:
        sums.append(sums[-1] + count)
    return sums


class TestTheExplanationMatchesTheEvidence:
    @pytest.fixture
    def explanations(self, theatre, place, page):
        """For some places and days: the text, the ids of the reports that decided, and the confidence."""
        if theatre.data["reports"]["count"] == 0:
            pytest.skip("no reports")
        evidence = Evidence(theatre)

        def explanations():
            for place in theatre.some_places(12):
                for day in theatre.some_days(3):
                    found = evidence.of(place, day)
                    if found is not None:
                        page.evaluate(f"page.goTo({day}); page.select({place})")
                        yield theatre.id(place), page.inner_text("#why-body"), *found

        return explanations()

    def test_it_names_the_reports_that_decided(self, explanations):
        for place, text, reports, _ in explanations:
            for report in reports:
                assert report in text, f"{report} is not named for {place}"

    def test_it_tells_the_confidence(self, explanations):
        for place, text, _, confidence in explanations:
            told = float(re.search(r"Confidence (\d\.\d\d)", text)[1])
            assert abs(told - confidence) <= 0.0051, f"{place}: {told}, expected {confidence:.3f}"


class TestThePageHasNoWordsAndNoFormulaOfItsOwn:
    @pytest.fixture
    def told_otherwise(self, theatre, place, day, browsing, tmp_path):
        """The explanation of a place by a page of other sentences, and of a confidence that is half of its first factor."""
        data = copy.deepcopy(theatre.data)
        data["sentences"] = {name: f"§{text}" for name, text in data["sentences"].items()}
        first = data["confidence"]["product"][0]
        data["confidence"]["product"] = [{**first, "one": 2 * first["one"], "words": "half {value}"}]
        path = tmp_path / "otherwise.html"
        path.write_text(page_with(theatre.path, data), encoding="utf-8")
        page = browsing.open(path)
        page.evaluate(f"page.goTo({day}); page.select({place})")
        return page

    def test_the_confidence_is_what_the_data_declare(self, theatre, place, day, told_otherwise):
        evidence = Evidence(theatre)
        entry, _ = evidence.rows(place, day)
        half = f"{evidence.belief[entry] / 2000:.2f}"
        assert told_otherwise.inner_text("#why-body .confidence p") == f"§§Confidence {half} = half {half}"

    def test_the_headings_are_what_the_data_say(self, told_otherwise):
        headings = told_otherwise.evaluate("[...document.querySelectorAll('#why-body h3')].map((n) => n.textContent)")
        assert headings
        assert all(heading.startswith("§") for heading in headings)
