"""Reading comfort, in a real browser: letters and lines as readers set them, a bar that covers nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browsing import build, opened, until
from sejajar.rendering.html.minifying import minified
from served import served
from sites import ARTICLE, ENGLISH, FOLDER, make_site

SECTIONS = "".join(
    f"\n## {number}. Bagian {number}\n" + "\nPetani menanam padi di sawah yang luas setiap musim hujan.\n" * 9
    for number in range(2, 7)
)
ASSETS = Path(__file__).parent.parent / "generator" / "sejajar" / "theme" / "assets"
PLACE = "id/2025/03/panen-raya/"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The Indonesian page of a long article."""
    root = make_site(
        tmp_path_factory.mktemp("comfort"), articles=[(FOLDER, _unique(ARTICLE + SECTIONS), ENGLISH)]
    )
    build(root, root / "built")
    with served(Path(root / "built"), "https://example.org/sejajar/") as home:
        yield home + PLACE


def _unique(text: str) -> str:
    parts = text.split("Petani menanam padi")
    return parts[0] + "".join(f"Petani {number} menanam padi{part}" for number, part in enumerate(parts[1:]))


def size(page: Page) -> float:
    text = "document.querySelector('.sj-section > .sj-pair > [data-side]')"
    return float(page.evaluate(f"parseFloat(getComputedStyle({text}).fontSize)"))


@pytest.mark.parametrize("width", [1280, 390])
def test_the_size_of_letters_is_remembered_before_the_first_paint(
    browser: Browser, address: str, width: int
) -> None:
    """By keyboard, in five steps; the next page has it before any of its deferred scripts has run."""
    with opened(browser, address, width) as page:
        before = size(page)
        page.get_by_label("Ukuran huruf dan panjang baris").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.documentElement.dataset.sjSize") == "4"
        assert size(page) == pytest.approx(before * 1.25, rel=0.01)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.localName") == "summary"
        page.route(
            "**/assets/sejajar.js", lambda route: route.fulfill(body="", content_type="text/javascript")
        )
        page.goto(address, wait_until="domcontentloaded")
        assert page.evaluate("document.documentElement.dataset.sjSize") == "4"
        page.unroute_all()
        page.goto(address)
        assert page.locator("input[name=sj-size]:checked").get_attribute("value") == "4"


def test_lines_are_as_long_as_the_reader_has_them(browser: Browser, address: str) -> None:
    """Short and long in one language; on a phone, where all are short, there is no such choice."""
    with opened(browser, address, 1280) as page:
        page.get_by_label("Indonesia", exact=True).check(force=True)
        widths = []
        for line in ("narrow", "normal", "wide"):
            page.locator("[data-sj-comfort]").evaluate("one => { one.open = true }")
            page.locator(f"input[name=sj-line][value={line}]").check(force=True)
            widths.append(page.evaluate("document.querySelector('.sj-article').offsetWidth"))
        assert widths == sorted(set(widths))
    with opened(browser, address, 390) as page:
        page.get_by_label("Ukuran huruf dan panjang baris").click()
        assert page.get_by_text("Ukuran huruf", exact=True).is_visible()
        assert not page.get_by_text("Panjang baris", exact=True).is_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_bar_stays_and_covers_nothing_that_one_is_led_to(
    browser: Browser, address: str, width: int
) -> None:
    """The language can be changed anywhere; a heading that a link leads to stands below the bar."""
    with opened(browser, address, width) as page:
        headings = page.evaluate("[...document.querySelectorAll('.sj-heading h2')].map(one => one.id)")
        assert not page.locator(".sj-controls.sj-stuck").count()
        for name in headings[1:4]:
            page.evaluate(f"location.hash = {name!r}")
            until(page, "document.querySelector('.sj-controls.sj-stuck')")
            words = f"document.getElementById({name!r}).querySelector('.sj-number')"
            until(page, f"{words}.getBoundingClientRect().top < innerHeight / 2")
            bar = page.evaluate("document.querySelector('.sj-views').getBoundingClientRect().bottom")
            assert page.evaluate(f"{words}.getBoundingClientRect().top") >= bar
        until(page, "document.querySelector('.sj-controls.sj-long-read .sj-read')")
        assert page.locator(".sj-read").get_attribute("aria-hidden") == "true"
        assert page.get_by_label("Inggris", exact=True).is_visible()


def test_a_short_window_keeps_its_lines_for_the_text(browser: Browser, address: str) -> None:
    """Where the window is lower than thirty lines the bar goes with the text."""
    with opened(browser, address, 1280) as page:
        assert page.evaluate("getComputedStyle(document.querySelector('.sj-controls')).position") == "sticky"
        page.set_viewport_size({"width": 740, "height": 360})
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.sj-controls')).position") == "relative"
        )


@pytest.mark.parametrize("width", [1280, 390])
def test_figures_with_bars_stand_in_their_rows(browser: Browser, address: str, width: int) -> None:
    """On the status page each cell is where its row is: no style of another part of the site moves it."""
    with opened(browser, address.replace(PLACE, "id/status/"), width) as page:
        assert page.locator(".sj-figures td.sj-bar").count()
        moved = """[...document.querySelectorAll(".sj-figures tr")].filter(row =>
          [...row.cells].some(cell => cell.offsetTop !== row.cells[0].offsetTop))"""
        assert page.evaluate(f"{moved}.length") == 0
        page.emulate_media(media="print")
        hidden = "getComputedStyle(document.querySelector('.sj-figures td.sj-bar')).display"
        assert page.evaluate(hidden) == "table-cell"


def test_the_contents_come_first_on_a_phone(browser: Browser, address: str) -> None:
    """Above the key points, closed, a line that a finger opens; each entry as high as a finger needs."""
    with opened(browser, address, 390) as page:
        contents, points = page.locator(".sj-contents"), page.locator(".sj-points")
        assert contents.bounding_box()["y"] < points.bounding_box()["y"]  # type: ignore[index]
        contents.locator("summary").click()
        heights = contents.locator("a").evaluate_all("all => all.map(one => one.offsetHeight)")
        assert len(heights) == 6
        assert min(heights) >= 24  # WCAG 2.2, 2.5.8


def test_who_said_it_stands_right_below_the_quote(browser: Browser, address: str) -> None:
    """In both columns the rule beside the quote goes on without a gap to its speaker."""
    with opened(browser, address, 1280) as page:
        gaps = page.evaluate(
            """[0, 1].map(at => {
              const side = pair => pair.querySelectorAll(':scope > [data-side]')[at].getBoundingClientRect()
              const quote = document.querySelector('.sj-quote')
              const words = [...quote.querySelectorAll('blockquote .sj-pair')].pop()
              return side(quote.querySelector('figcaption .sj-pair')).top - side(words).bottom
            })"""
        )
        assert [abs(gap) < 1 for gap in gaps] == [True, True], gaps


def test_the_interface_has_a_face_of_its_own(browser: Browser, address: str) -> None:
    """The same letters everywhere: at most 30 KB, with its licence beside it."""
    fonts = Path(__file__).parent.parent / "generator" / "sejajar" / "theme" / "assets" / "fonts"
    assert (fonts / "sejajar-sans.woff2").stat().st_size <= 30_000
    assert "SIL OPEN FONT LICENSE" in (fonts / "OFL-sejajar-sans.txt").read_text("utf-8").upper()
    with opened(browser, address, 1280) as page:
        until(page, "document.fonts.check('16px \"Sejajar Sans\"')")


@pytest.mark.parametrize("sheet", sorted(path.name for path in ASSETS.glob("*.css")))
def test_a_sheet_means_the_same_without_its_comments(browser: Browser, address: str, sheet: str) -> None:
    """A browser reads the same rules of what is published as of what we write."""
    text = (ASSETS / sheet).read_text(encoding="utf-8")
    short = minified(text, sheet)
    assert len(short) < len(text)
    rules = """text => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      return [...sheet.cssRules].map(rule => rule.cssText.replace(/([,:])\\s+/g, "$1"))
    }"""
    with opened(browser, address, 390) as page:
        assert page.evaluate(rules, short) == page.evaluate(rules, text)
