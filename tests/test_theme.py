"""The theme: colours, and what the page does in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from playwright.sync_api import Browser, Page

from browsing import build, opened, until
from sejajar import rendering
from sejajar.plugin.templates import list_visible
from served import served
from sites import make_site

HOME = "https://example.org/sejajar/"
ASSETS = Path(rendering.__file__).parent.parent / "theme" / "assets"


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_all_text_has_enough_contrast(scheme: str) -> None:
    """WCAG AA: 4.5 for each colour of text on each ground it stands on, 3 for the marks of states."""
    css = (ASSETS / "sejajar.css").read_text(encoding="utf-8")
    block = re.search(rf'^ *\[data-md-color-scheme="{scheme}"\] {{\n(.*?)^ *}}', css, re.M | re.S)
    assert block
    colours = dict(re.findall(r"--sj-(\w+): (#\w{6})", block[1]))

    def contrast(text: str, ground: str) -> float:
        light, dark = sorted((luminance(colours[text]), luminance(colours[ground])), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    grounds = ("paper", "panel", "lit", "target")
    wanted = {
        (text, ground): 4.5 for text in ("ink", "second", "muted", "link", "soga") for ground in grounds
    }
    wanted |= {("edge", ground): 3.0 for ground in grounds}
    assert {
        pair: round(contrast(*pair), 2) for pair, least in wanted.items() if contrast(*pair) < least
    } == {}


def test_nothing_is_fetched_from_elsewhere() -> None:
    """Style sheet, script and templates name no other host; the fonts they name are shipped."""
    theme = ASSETS.parent
    for path in (*theme.rglob("*.css"), *theme.rglob("*.js"), *theme.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        fetched = re.sub(r"<a\s[^>]*>|/\*.*?\*/", "", text, flags=re.S)  # followed by whoever wants to
        assert not re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]", fetched), path.name
        for name in re.findall(r'url\("([^"]+)"\)', text):
            assert (path.parent / name).is_file(), name


NAME = "Meja Berita Kedutaan Besar Republik Indonesia"


class Site(NamedTuple):
    url: str
    article: str


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A built site under /sejajar/, with one article, three of whose passages are untranslated."""
    root = make_site(tmp_path_factory.mktemp("theme"))
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    features = "  features: [navigation.instant]\n"
    settings = settings.replace("site_name: Meja Uji", f"site_name: {NAME}")
    (root / "mkdocs.yml").write_text(settings.replace("  font: false\n", f"  font: false\n{features}"))
    build(root, root / "www")
    with served(root / "www", HOME) as address:
        yield Site(address, "2025/03/panen-raya/")


def shown(page: Page, language: str) -> int:
    """How many passages the page shows in a language."""
    return page.locator(f".sj-pair > [data-side={language}]:visible").count()


def test_wide_pages_show_both_languages_aligned_at_their_first_line(browser: Browser, site: Site) -> None:
    """From 60em up the counterparts stand side by side, each pair's first lines on one height.

    Texts may be of unlike sizes, and are aligned by their baselines: their boxes begin within half a line.
    """
    with opened(browser, f"{site.url}id/{site.article}", 1280) as page:
        sides = page.locator(".sj-pair").evaluate_all(
            """pairs => pairs.map(pair => [...pair.querySelectorAll(":scope > [data-side] :is(p, h2)")]
                .map(side => [side.getBoundingClientRect(), parseFloat(getComputedStyle(side).lineHeight)])
                .map(([box, line]) => [box.left, box.right, box.top, line]))"""
        )
        assert len(sides) >= 6
        for (_, end, top, line), (start, _, beside, line_beside) in sides:
            assert start >= end
            assert abs(top - beside) < max(line, line_beside) / 2


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_the_header_shows_the_name_of_the_site_whole(browser: Browser, site: Site, width: int) -> None:
    """In as many lines as it takes, within the header and beside its buttons."""
    with opened(browser, f"{site.url}id/{site.article}", width) as page:
        name = page.locator(".md-header__topic:first-child .md-ellipsis")
        assert name.inner_text() == NAME
        cut = "name => [name.scrollHeight - name.clientHeight, name.scrollWidth - name.clientWidth]"
        assert max(name.evaluate(cut)) <= 1  # of rounding
        header, box = page.locator(".md-header").bounding_box(), name.bounding_box()
        assert header
        assert box
        assert header["y"] <= box["y"]
        assert box["y"] + box["height"] <= header["y"] + header["height"]


def test_the_logo_is_the_favicon(browser: Browser, site: Site) -> None:
    """The same mark, unless the site brings its own."""

    def shapes(svg: str) -> list[dict[str, str]]:
        return [
            {name: str(value) for name, value in each.attrs.items() if name != "class"}
            for each in BeautifulSoup(svg, "html.parser").find_all("rect")
        ]

    with opened(browser, f"{site.url}id/", 1280) as page:
        icon = page.locator("link[rel=icon][type='image/svg+xml']").evaluate("link => link.href")
        logo = page.locator(".md-header .md-logo svg").evaluate("svg => svg.outerHTML")
        assert shapes(logo) == shapes(page.request.get(icon).text())
        assert len(shapes(logo)) == 2


def test_narrow_pages_show_their_own_language_and_the_other_on_a_tap(browser: Browser, site: Site) -> None:
    """Below 60em a tap on a paragraph, or its button by keyboard, shows the other language below it."""
    with opened(browser, f"{site.url}id/{site.article}", 390, has_touch=True) as page:
        assert shown(page, "en") == 0
        pair = page.locator(".sj-pair:has(> .sj-tools > .sj-reveal)").nth(1)
        pair.locator("[data-side=id]").tap()
        assert shown(page, "en") == 1
        assert pair.locator(".sj-reveal").get_attribute("aria-expanded") == "true"
        below = pair.locator("[data-side=en]").bounding_box()
        above = pair.locator("[data-side=id]").bounding_box()
        assert below
        assert above
        assert below["y"] >= above["y"] + above["height"]
        pair.locator(".sj-reveal").press("Enter")
        assert shown(page, "en") == 0
        pair.locator(".sj-reveal").press("Space")
        assert shown(page, "en") == 1
        assert pair.locator(".sj-reveal").get_attribute("aria-label") == "EN: Tampilkan teks Inggris"
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_choice_of_language_is_remembered(browser: Browser, site: Site) -> None:
    """Made by keyboard, it holds on the next page, and after a reload even before our script has come."""
    with opened(browser, f"{site.url}id/{site.article}", 1280) as page:
        both = page.get_by_role("radio", name="Berdampingan")
        assert both.is_checked()
        both.focus()
        page.keyboard.press("ArrowRight")
        assert page.get_by_role("radio", name="Indonesia").is_checked()
        assert shown(page, "en") == 0
        page.get_by_role("link", name="English").click()
        page.wait_for_url(f"{site.url}en/{site.article}")
        until(page, "document.querySelector('.sj-reveal')")
        assert page.get_by_role("radio", name="Indonesian").is_checked()
        assert shown(page, "en") == 1  # the heading, out of sight: the page's outline stays whole
        page.route("**/sejajar.js", lambda route: route.fulfill(body=""))
        page.reload()
        assert page.evaluate("document.documentElement.getAttribute('data-sj-view')") == "id"
        assert shown(page, "en") == 1


def test_nothing_is_missing_from_english_alone(browser: Browser, site: Site) -> None:
    """What is untranslated stands in Indonesian where English alone is shown."""
    with opened(browser, f"{site.url}en/{site.article}", 390) as page:
        untranslated = page.locator(".sj-pair[data-state=untranslated]")
        assert untranslated.count() == 3
        assert shown(page, "id") == 3
        assert untranslated.locator("[data-side=id]:visible").count() == 3


def test_without_javascript_everything_is_shown(browser: Browser, site: Site) -> None:
    """Both languages, at any width, and no control that would do nothing."""
    for width in (390, 1280):
        with opened(browser, f"{site.url}id/{site.article}", width, java_script_enabled=False) as page:
            assert shown(page, "en") == shown(page, "id") == page.locator(".sj-pair").count()
            assert page.locator(".sj-views").is_hidden()


def test_instant_navigation_prepares_the_next_page(browser: Browser, site: Site) -> None:
    """From the home page to an article without a page load: the control works, and so does the way across."""
    with opened(browser, f"{site.url}id/", 390) as page:
        page.evaluate("window.stayed = true")
        page.locator(".sj-home h2 a").first.click()
        until(page, "document.querySelector('.sj-reveal')")
        assert page.get_by_role("radio", name="Indonesia").is_checked()
        page.locator(".sj-reveal:visible").first.click()
        assert shown(page, "en") == 1
        page.get_by_role("link", name="English").click()
        page.wait_for_url(f"{site.url}en/{site.article}")
        assert page.evaluate("document.documentElement.lang") == "en"
        assert page.evaluate("window.stayed") is None


def test_paper_gets_both_languages_and_no_controls(browser: Browser, site: Site) -> None:
    """Printed, each pair is two columns, whatever was chosen on the screen."""
    with opened(browser, f"{site.url}id/{site.article}", 390) as page:
        page.emulate_media(media="print")
        assert shown(page, "en") == shown(page, "id") == page.locator(".sj-pair").count()
        assert page.locator(".sj-views").is_hidden()
        assert page.locator(".sj-reveal:visible").count() == 0


def test_a_theme_is_listed_without_what_mkdocs_passes_over() -> None:
    """What MkDocs takes from a theme besides templates is the same with hidden folders left out."""
    taken = []
    for visible in (False, True):
        config = load_config(config_file=str(Path(__file__).parents[1] / "mkdocs.yml"), plugins=[])
        if visible:
            list_visible(config.theme)
        found = Files([])
        found.add_files_from_theme(config.theme.get_env(), config)
        taken.append([file.src_uri for file in found])
    assert taken[0] == taken[1] != []
