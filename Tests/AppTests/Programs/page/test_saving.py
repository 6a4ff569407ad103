"""Saving what is seen as SVG and PNG, and printing it."""

import re
import xml.etree.ElementTree as ElementTree

import pytest


def save(page, kind, path):
    page.keyboard.press("s")
    with page.expect_download() as download:
        page.click(f"#save-{kind}")
    download.value.save_as(path)
    return path


def test_a_png_is_saved(page_on_middle_day, folder):
    path = save(page_on_middle_day, "png", folder / "saved.png")
    assert path.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


class TestTheSVG:
    @pytest.fixture
    def svg(self, page_on_middle_day, folder):
        """The elements of the saved picture."""
        return ElementTree.parse(save(page_on_middle_day, "svg", folder / "saved.svg")).getroot()

    def test_it_holds_a_picture_and_nothing_else(self, svg):
        tags = {element.tag.split("}")[1] for element in svg.iter()}
        assert tags <= {"svg", "defs", "pattern", "path", "circle", "clipPath", "g", "text"}

    def test_it_names_the_date(self, theatre, svg):
        assert theatre.board.words(theatre.middle_day) in "".join(svg.itertext())

    def test_it_has_a_scale_and_a_legend(self, theatre, svg):
        text, actors = "".join(svg.itertext()), theatre.data["actors"]
        assert "km" in text
        assert not actors or actors[0]["name"][:10] in text

    def test_it_has_each_holders_colour(self, theatre, svg):
        board, colors = theatre.board, {element.get("fill") for element in svg.iter()}
        states = board.states(theatre.middle_day)
        holders = {board.holder(state) for state, is_inferred in states if not is_inferred} - {-1}
        assert {theatre.data["actors"][holder]["color"] for holder in holders} <= colors

    def test_a_browser_shows_it(self, svg, folder, browser, measure):
        measure(f"bytes of the SVG {(folder / 'saved.svg').stat().st_size}")
        picture = browser.new_page(viewport={"width": 1320, "height": 900})
        picture.goto((folder / "saved.svg").resolve().as_uri())
        picture.screenshot(path=str(folder / "saved-svg.png"))
        picture.close()


class TestAPictureOfTooManyPixels:
    """A browser gives null for a canvas that is too large for it."""

    @pytest.fixture
    def limited(self, page):
        """The page in a browser whose canvas may be no wider than `most`; `widths` are those that were tried."""
        page.evaluate(
            """(() => {
              const toBlob = HTMLCanvasElement.prototype.toBlob;
              window.widths = [];
              window.most = 1500;
              HTMLCanvasElement.prototype.toBlob = function (done, ...rest) {
                widths.push(this.width);
                if (this.width > most) setTimeout(() => done(null));
                else toBlob.call(this, done, ...rest);
              };
            })()""")
        return page

    @pytest.fixture
    def download(self, limited):
        limited.click("#save-button")
        with limited.expect_download() as download:
            limited.click("#save-png")
        return download.value

    @pytest.fixture
    def refused(self, limited):
        """The page after no size has worked."""
        limited.evaluate("most = 10")
        limited.click("#save-button")
        limited.click("#save-png")
        limited.wait_for_timeout(500)
        return limited

    def test_a_png_is_saved_all_the_same(self, download):
        assert download.suggested_filename.endswith(".png")

    def test_it_has_half_the_width(self, limited, download):
        widths = limited.evaluate("widths")
        assert len(widths) == 2
        assert abs(widths[0] - 2 * widths[1]) <= 2

    def test_where_no_size_works_the_svg_is_offered(self, refused):
        assert "SVG" in refused.inner_text("#toast")

    def test_where_no_size_works_no_dialog_lies_on_the_message(self, refused):
        assert not refused.is_visible("#save")


class TestThePrint:
    @pytest.fixture(params=[("light", 1280, 800), ("dark", 360, 740)], ids=lambda window: window[0])
    def pdf(self, request, theatre, open_page, folder):
        scheme, width, height = request.param
        page = open_page(f"#on={theatre.board.date(theatre.middle_day)}", width=width, height=height, color_scheme=scheme)
        path = folder / f"print-{scheme}.pdf"
        page.pdf(path=str(path), prefer_css_page_size=True, print_background=True)
        return path.read_bytes()

    def test_it_takes_one_page(self, pdf):
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1

    def test_it_is_not_empty(self, pdf):
        assert len(pdf) > 8000
