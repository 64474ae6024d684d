"""An article's page in a browser: each of its controls, by mouse, keyboard and touch, on any screen."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import axe_playwright_python  # type: ignore[import-untyped]
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from browsing import build, fresh, opened, until
from sejajar import catalogs as catalog_format
from served import served
from sites import add_article, make_site

HOME = "https://example.org/sejajar/"
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
SENTENCES = 6
FOLDER = "content/2025/2025-03-08-sawah"
LONG = "Pengadaan pangan berkelanjutan dipertanggungjawabkan penyelenggara pada laporan ke-{n}."
TEXT = """\
---
date: 2025-03-08
status: published
place: Bandung
updated: 2025-03-09
source: {{outlet: Warta Uji, url: https://example.org/warta, rights: dengan izin}}
tags: [Pangan]
corrections:
- {{date: 2025-03-09, text: Angkanya semula keliru.}}
---

# Sawah di Karawang dipanen

- KPK memeriksa gudang.

Bulog membeli gabah dari petani, kata KPK.

![Petani di sawah](sawah.png "Sawah di Karawang. Foto: Warta Uji")

## 1. Harga gabah

{first}

## 2. Gudang pangan

> “Kami menunggu,” kata Siti.
>
> — Siti, petani (via Warta Uji)

{second}
"""
ENGLISH = {
    "Sawah di Karawang dipanen": "Paddy fields in Karawang harvested",
    "KPK memeriksa gudang.": "The KPK is inspecting a warehouse.",
    "Bulog membeli gabah dari petani, kata KPK.": "Bulog is buying paddy from farmers, the KPK said.",
    "Petani di sawah": "Farmers in a field",
    "Sawah di Karawang. Foto: Warta Uji": "Paddy in Karawang. Photo: Warta Uji",
    "Harga gabah": "The price of paddy",
    "Gudang pangan": "The food warehouse",
    "“Kami menunggu,” kata Siti.": "“We are waiting,” said Siti.",
    "Siti, petani": "Siti, a farmer",
    "Angkanya semula keliru.": "The figure was wrong at first.",
}
BY_MACHINE = "Bulog membeli gabah dari petani, kata KPK."
GLOSSARY = """\
indonesian,english,also,case,kind,note_id,note_en
KPK,Corruption Eradication Commission,KPK,exact,institution,Komisi Pemberantasan Korupsi.,The graft-fighters.
Bulog,Bulog,,,institution,Badan urusan logistik.,The state logistics agency.
Pangan,Food,,,tag,,
Bandung,Bandung,,,place,,
Warta Uji,Warta Uji,,,outlet,,
"""
BULOG = "bulog-membeli-gabah-dari-petani"


SETTLED = """async () => {
  const frame = () => new Promise(requestAnimationFrame)
  for (let calm = 0; calm < 10; calm++) {
    const fading = document.getAnimations().filter(one => one instanceof CSSTransition)
    if (fading.length) calm = 0
    await Promise.all(fading.map(one => one.finished.catch(() => {})))
    await frame()
  }
}"""
"""A header that shows the title once the page has scrolled fades it in: half faded, it lacks contrast."""


class Site(NamedTuple):
    url: str
    folder: Path
    """Of mkdocs.yml."""
    most: int = 110_000
    """Bytes that a first visit may weigh."""

    def article(self, edition: str) -> str:
        return f"{self.url}{edition}/2025/03/sawah/"


def numbered_sentences(first: int) -> list[str]:
    return [LONG.format(n=number) for number in range(first, first + SENTENCES)]


def long_article() -> tuple[str, dict[str, str]]:
    groups = numbered_sentences(1), numbered_sentences(100)
    english = {
        text: f"The organisers account for sustainable food in report {text.rpartition('-')[2]}"
        for group in groups
        for text in group
    }
    return TEXT.format(first="\n\n".join(groups[0]), second="\n\n".join(groups[1])), {**ENGLISH, **english}


def make_pages(root: Path) -> Path:
    """A site with two articles, one of them long, with a picture and terms; to be built into `www`."""
    make_site(root)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    features = (
        "  variant: classic\n  features: [navigation.instant, toc.follow, navigation.top]\n  palette:\n"
    )
    for scheme, media in (("default", "light"), ("slate", "dark")):
        features += f'    - {{media: "(prefers-color-scheme: {media})", scheme: {scheme}, primary: custom}}\n'
    settings = settings.replace("  font: false\n", f"  font: false\n{features}")
    settings += "repo_url: https://github.com/example/meja-uji\nrepo_name: meja-uji\nedit_uri: ''\n"
    (root / "mkdocs.yml").write_text(f"{settings}site_dir: www\n", encoding="utf-8")
    (root / "content" / "glossary.csv").write_text(GLOSSARY, encoding="utf-8")
    text, english = long_article()
    (root / FOLDER).mkdir(parents=True)
    Image.new("RGB", (640, 360), "green").save(root / FOLDER / "sawah.png")
    add_article(root, FOLDER, text, english)
    by_machine(root / FOLDER / "article.en.po", BY_MACHINE, ENGLISH[BY_MACHINE])
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """That site, built by MkDocs under /sejajar/; `test_zensical.py` has these tests over Zensical’s."""
    root = make_pages(tmp_path_factory.mktemp("page"))
    build(root, root / "www")
    with served(root / "www", HOME) as address:
        yield Site(address, root)


def by_machine(path: Path, indonesian: str, english: str) -> None:
    """Makes an entry of the catalog a machine's."""
    catalog, problems = catalog_format.loads(path.read_text(encoding="utf-8"), path.name)
    assert catalog is not None, problems
    entry = next(entry for entry in catalog.entries if entry.msgid == indonesian)
    made = catalog_format.filled(entry, english, "google", dt.date(2025, 3, 8))
    path.write_text(catalog_format.dumps(catalog.updated([made])), encoding="utf-8")


def pair(page: Page, anchor: str = BULOG) -> Any:
    return page.locator(f".sj-pair#{anchor}")


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


OPACITY = "element => getComputedStyle(element).opacity"  # hidden from the eye alone: Tab must get there
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


# The tools of a pair


def test_a_link_to_a_pair_is_copied_by_one_click(browser: Browser, site: Site) -> None:
    """By mouse: the tools come on hover, the page says that the link is copied, and the link leads there."""
    with opened(browser, site.article("id"), 1280, **CLIPBOARD) as page:
        bar = pair(page).locator(".sj-actions")
        assert bar.evaluate(OPACITY) == "0"
        pair(page).hover()
        link = bar.get_by_role("link", name="Salin tautan")
        link.click()
        page.locator(".sj-toast", has_text="Tautan ke bagian ini telah disalin.").wait_for()
        assert page.locator(".sj-toast").get_attribute("role") == "status"
        assert page.locator(".sj-toast").get_attribute("lang") == "id"
        assert clipboard(page) == page.url == f"{site.article('id')}#{BULOG}"
        page.reload()
        until(page, "document.querySelector('.sj-reveal')")
        until(page, f"document.querySelector(':target')?.id === '{BULOG}'")


def citation_of(edition: str, address: str) -> str:
    today = dt.datetime.now().astimezone().date()
    months = {"id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"}
    months["en"] = "January February March April May June July August September October November December"
    said = f"{today.day} {months[edition].split()[today.month - 1]} {today.year}"
    if edition == "id":
        return (
            "Indonesia: Bulog membeli gabah dari petani, kata KPK.\n"
            "Inggris (terjemahan mesin, belum diperiksa manusia): "
            "Bulog is buying paddy from farmers, the KPK said.\n"
            f"“Sawah di Karawang dipanen”, Warta Uji, Meja Uji, 8 Maret 2025, {address} (diakses pada {said})"
        )
    return (
        "English (machine translation, not yet reviewed by a person): "
        "Bulog is buying paddy from farmers, the KPK said.\n"
        "Indonesian: Bulog membeli gabah dari petani, kata KPK.\n"
        "“Paddy fields in Karawang harvested”, Warta Uji, Meja Uji, 8 March 2025, "
        f"{address} (accessed {said})"
    )


def test_a_citation_by_keyboard(browser: Browser, site: Site) -> None:
    """Each pair is one stop of Tab, its tools are reached by arrows; focus lights both texts."""
    with opened(browser, site.article("en"), 1280, **CLIPBOARD) as page:
        stops = pair(page).locator(".sj-tools").locator("a, button")
        assert [stop.get_attribute("tabindex") for stop in stops.all()] == ["0", "-1", "-1", "-1"]
        ground = "pair => getComputedStyle(pair).backgroundColor"
        dark = pair(page).evaluate(ground)
        stops.first.focus()
        expect(pair(page)).not_to_have_css("background-color", dark)  # the light comes on gently
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Copy citation"
        page.keyboard.press("Enter")
        page.locator(".sj-toast", has_text="The citation in both languages has been copied.").wait_for()
        assert clipboard(page) == citation_of("en", f"{site.article('en')}#{BULOG}")
        page.keyboard.press("End")
        assert page.evaluate("document.activeElement.textContent") == "Suggest"
        page.locator(".sj-view input").nth(1).check(force=True)
        page.locator(".sj-view input").first.check(force=True)  # chosen: there is nothing to reveal
        pair(page).locator(".sj-link").focus()
        assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Copy link"
    with opened(browser, site.article("en"), 1280) as page:
        pair(page).locator(".sj-reveal").focus()
        page.keyboard.press("End")
        page.keyboard.press("Home")
        assert page.evaluate("document.activeElement.classList.contains('sj-reveal')")


@pytest.mark.parametrize("scripted", [True, False])
def test_the_article_is_cited(browser: Browser, site: Site, scripted: bool) -> None:
    """By keyboard alone; the day of reading and the button need the script, all else and the files do not."""
    address = site.article("en")
    with opened(browser, address, 390, java_script_enabled=scripted, **CLIPBOARD) as page:
        page.locator(".sj-citing summary").press("Enter")
        entry = page.locator(".sj-cited").first
        expect(entry).to_be_visible()
        with page.expect_download() as found:
            page.get_by_role("link", name="RIS").first.press("Enter")
        assert found.value.suggested_filename == "sawah-20250308-en.ris"
        assert found.value.path().read_bytes().startswith(b"TY  - NEWS\r\nAU  - Warta Uji\r\n")
        before = "Warta Uji. (2025, March 8). Paddy fields in Karawang harvested. Meja Uji."
        if not scripted:
            assert entry.locator("span").first.inner_text() == f"{before} {address}"
            return
        page.get_by_role("button", name="Copy: APA").first.press("Enter")
        page.locator(".sj-toast", has_text="The citation has been copied.").wait_for()
        today = f"{dt.datetime.now().astimezone():%B %d, %Y}".replace(" 0", " ")
        assert clipboard(page) == f"{before} Retrieved {today}, from {address}"


def test_a_citation_by_touch_where_the_clipboard_is_closed(browser: Browser, site: Site) -> None:
    """A tap on a paragraph brings its tools; without the newer way the older one copies."""
    with opened(browser, site.article("id"), 390, has_touch=True, **CLIPBOARD) as page:
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('closed')) }")
        pair(page).locator("[data-side=id] p").tap(position={"x": 120, "y": 8})  # beside the term
        pair(page).get_by_role("button", name="Salin kutipan").tap()
        page.locator(".sj-toast", has_text="Kutipan dalam dua bahasa telah disalin.").wait_for()
        assert clipboard(page) == citation_of("id", f"{site.article('id')}#{BULOG}")


def test_side_by_side_a_tap_brings_the_tools(browser: Browser, site: Site) -> None:
    """Where nothing hovers, and there is nothing to open."""
    with opened(browser, site.article("id"), 1280, has_touch=True, is_mobile=True) as page:
        assert pair(page).locator(".sj-actions").evaluate(OPACITY) == "0"
        pair(page).locator("[data-side=en]").tap(position={"x": 5, "y": 5})
        assert pair(page).locator(".sj-actions").evaluate(OPACITY) == "1"


def test_a_better_translation_is_suggested_at_the_entry(browser: Browser, site: Site) -> None:
    """The link leads to the edit form of the repository's host, at the line of the entry in the catalog."""
    with opened(browser, site.article("id"), 1280) as page:
        address, _, line = str(pair(page).locator(".sj-suggest").get_attribute("href")).partition("#L")
        below = page.get_by_role("link", name="Usulkan terjemahan yang lebih baik").last
        assert below.get_attribute("href") == address
    assert address == f"https://github.com/example/meja-uji/edit/main/{FOLDER}/article.en.po"
    lines = (site.folder / FOLDER / "article.en.po").read_text(encoding="utf-8").splitlines()
    assert "".join(lines[int(line) - 1 : int(line) + 8]).count(BY_MACHINE) == 1


# What is shown, and what is heard


def heard(page: Page) -> str:
    """What Chromium's accessibility tree gives a screen reader."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return " ".join(
        str(node["name"]["value"])
        for node in nodes
        if not node.get("ignored") and node.get("role", {}).get("value") == "StaticText"
    )


INDONESIAN, TRANSLATED = "membeli gabah dari petani", "is buying paddy from farmers"


@pytest.mark.parametrize(("edition", "own", "other"), [("id", 0, 1), ("en", 1, 0)])
def test_a_screen_reader_hears_one_language_unless_it_asks(
    browser: Browser, site: Site, edition: str, own: int, other: int
) -> None:
    """At any width, until a pair is opened, or both languages are chosen; then it is remembered."""
    texts = (INDONESIAN, TRANSLATED)
    for width in (390, 1280):
        with opened(browser, site.article(edition), width) as page:
            said = heard(page)
            assert texts[own] in said
            assert texts[other] not in said
            pair(page).locator(".sj-reveal").press("Enter")
            assert texts[other] in heard(page)
            pair(page).locator(".sj-reveal").press("Enter")
            assert texts[other] not in heard(page)
            page.locator(".sj-view input").first.check(force=True)
            if width == 1280:  # it was shown already; choosing it is asking for it
                page.locator(".sj-view input").nth(1).check(force=True)
                page.locator(".sj-view input").first.check(force=True)
            assert texts[other] in heard(page)
            page.reload()
            until(page, "document.querySelector('.sj-reveal')")
            said = heard(page)
            assert texts[own] in said
            assert texts[other] in said


def test_only_exceptional_states_are_announced(browser: Browser, site: Site) -> None:
    """A pair that a person has reviewed says nothing of its state; a machine's says so, once."""
    with opened(browser, site.article("en"), 1280) as page:
        said = heard(page)
        assert said.count("Machine translation, not yet reviewed by a person") == 1
        assert page.locator(".sj-pair .sj-mark").count() == 1
        assert "reviewed by a person" in str(page.locator(".sj-progress").text_content())


def test_links_in_the_other_language_are_reached_by_keyboard(browser: Browser, site: Site) -> None:
    """Side by side, unasked: Tab stops at each link that is seen, while the text around them is not heard."""
    with opened(browser, site.article("en"), 1280) as page:
        links = page.locator(".sj-pair [data-side=id] a:visible")
        assert links.all_text_contents() == ["KPK", "Bulog"]
        stops = page.locator(".sj-tools").count() + page.locator("a:visible, input, button").count()
        reached = set()
        page.locator("h1").evaluate("title => { title.tabIndex = -1; title.focus() }")
        for _ in range(stops):
            page.keyboard.press("Tab")
            reached.add(
                page.evaluate(
                    "document.activeElement.closest('[data-side=id]') && document.activeElement.text"
                )
            )
            if {"KPK", "Bulog"} <= reached:
                break
        assert {"KPK", "Bulog"} <= reached
        said = heard(page)
        assert INDONESIAN not in said
        assert TRANSLATED in said


def test_a_tap_says_the_state_in_words(browser: Browser, site: Site) -> None:
    """On a phone, where no mouse reads titles: at the mark, and the head leads to the first of its kind."""
    for view, note in (
        ("id", "Terjemahan mesin, belum diperiksa manusia"),
        ("en", "Machine translation, not yet reviewed by a person"),
    ):
        with opened(browser, site.article(view), 390, has_touch=True, is_mobile=True) as page:
            assert page.locator(".sj-noted:visible").count() == 0
            pair(page).locator(".sj-mark").tap()
            assert pair(page).locator(".sj-noted").inner_text() == note
            word = pair(page).locator("[data-side=en] .sj-state")
            assert word.inner_text() == {"id": "mesin", "en": "machine"}[view]
            page.locator(".sj-key[data-state=machine]").tap()
            page.wait_for_url(f"**/#{BULOG}")
            until(page, "document.querySelector(':target')?.dataset.state === 'machine'")


def test_the_order_is_swapped_and_remembered(browser: Browser, site: Site) -> None:
    """By keyboard; the other language then stands first, on every page, from the first paint on."""
    left = (
        "pair => [...pair.querySelectorAll(':scope > [data-side]')].map(s => s.getBoundingClientRect().left)"
    )
    with opened(browser, site.article("id"), 1280) as page:
        own, other = pair(page).evaluate(left)
        assert own < other
        swap = page.get_by_role("button", name="Tukar urutan kedua bahasa")
        swap.press("Space")
        assert swap.get_attribute("aria-pressed") == "true"
        assert pair(page).evaluate(left) == [other, own]
        page.route("**/sejajar.js", lambda route: route.fulfill(body=""))
        page.goto(site.article("en"))
        assert pair(page).evaluate(left) == [other, own]


def test_the_table_of_contents_follows_in_the_language_of_the_page(browser: Browser, site: Site) -> None:
    """It has the headings of the edition, under the anchors of their pairs, and marks the one being read."""
    for edition, titles in (
        ("id", ["1. Harga gabah", "2. Gudang pangan"]),
        ("en", ["1. The price of paddy", "2. The food warehouse"]),
    ):
        with opened(browser, site.article(edition), 1280) as page:
            links = page.locator(".md-sidebar--secondary .md-nav__link[href*='#']:visible")
            assert [" ".join(text.split()) for text in links.all_text_contents()] == titles
            assert str(links.last.get_attribute("href")).endswith("#gudang-pangan")
            page.set_viewport_size({"width": 1280, "height": 500})
            page.locator("h2#gudang-pangan").evaluate("heading => heading.scrollIntoView()")
            page.locator(".md-nav__link--active:visible", has_text=titles[1]).wait_for()
        ids = page_ids(browser, site.article(edition))
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("width", [390, 800, 1100])
def test_below_a_column_for_them_the_contents_open_in_the_page(
    browser: Browser, site: Site, width: int
) -> None:
    """They press no text together, and lead to their headings; a wide window has its column instead."""
    with opened(browser, site.article("en"), width) as page:
        assert page.locator(".md-sidebar--secondary").is_hidden()
        article, main = (page.locator(name).bounding_box() for name in (".sj-article", ".md-content"))
        assert article
        assert main
        assert width < 960 or article["width"] > 0.9 * main["width"]
        page.locator(".sj-contents summary").click()
        page.locator(".sj-contents").get_by_role("link", name="2. The food warehouse").click()
        page.wait_for_url("**/#gudang-pangan")
        page.set_viewport_size({"width": 1280, "height": 900})
        page.locator(".md-sidebar--secondary").wait_for()
        assert page.locator(".sj-contents").is_hidden()


def page_ids(browser: Browser, address: str) -> list[str]:
    with opened(browser, address, 1280) as page:
        return [str(name) for name in page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")]


# Terms


def test_a_note_on_a_term_by_mouse_keyboard_and_touch(browser: Browser, site: Site) -> None:
    """In the language of the page, at its first occurrence alone; Esc puts it away."""
    with opened(browser, site.article("id"), 1280) as page:
        terms = page.locator(".sj-article .sj-term")
        assert terms.all_text_contents() == ["KPK", "Bulog"]
        note = page.get_by_role("tooltip")
        terms.first.hover()
        note.get_by_text("Komisi Pemberantasan Korupsi.").wait_for()
        page.keyboard.press("Escape")
        note.wait_for(state="hidden")
        terms.last.focus()
        note.get_by_text("Badan urusan logistik.").wait_for()
        page.keyboard.press("Enter")
        assert page.url == site.article("id")
        described = page.evaluate(
            "document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent"
        )
        assert "Badan urusan logistik." in described
        page.keyboard.press("Escape")
        note.wait_for(state="hidden")
    with opened(browser, site.article("en"), 390, has_touch=True) as page:
        term = page.locator(".sj-term:visible").first
        assert term.text_content() == "KPK"  # it stands in the English too
        term.tap()
        page.get_by_role("tooltip").get_by_text("The graft-fighters.").wait_for()
        assert page.locator(".sj-open").count() == 0
        page.locator("h1").tap()
        page.get_by_role("tooltip").wait_for(state="hidden")


def test_without_javascript_a_term_leads_to_its_note(browser: Browser, site: Site) -> None:
    """Below the article, which opens for it; no tool stands there that would do nothing."""
    with opened(browser, site.article("id"), 390, java_script_enabled=False) as page:
        page.locator(".sj-term").first.click()
        page.get_by_text("Komisi Pemberantasan Korupsi.").wait_for()
        assert page.locator(".sj-tools, .sj-reveal").count() == 0
        assert page.locator(".sj-views").is_hidden()
        assert page.locator(".sj-pair > [data-side]:visible").count() == 2 * page.locator(".sj-pair").count()


# The page on any screen


def test_a_picture_comes_lazily_and_moves_nothing(browser: Browser, site: Site) -> None:
    """Its width and height are the file's, so that its place is kept; both captions stand below."""
    with opened(browser, site.article("en"), 1280) as page:
        picture = page.get_by_role("img", name="Farmers in a field")
        got = [picture.get_attribute(name) for name in ("width", "height", "loading", "lang")]
        assert got == ["640", "360", "lazy", "en"]
        captions = page.locator(".sj-figure figcaption [data-side]").all_text_contents()
        assert [text.strip() for text in captions] == [
            "Paddy in Karawang. Photo: Warta Uji",
            "Sawah di Karawang. Foto: Warta Uji",
        ]


def test_both_languages_ask_the_browser_for_hyphens(browser: Browser, site: Site) -> None:
    """Each text says its language and may be hyphenated, where the browser has a dictionary for it."""
    with opened(browser, site.article("id"), 1280) as page:
        sides = pair(page).locator("[data-side]")
        assert sides.evaluate_all("all => all.map(s => [s.lang, getComputedStyle(s).hyphens])") == [
            ["id", "auto"],
            ["en", "auto"],
        ]


@pytest.mark.parametrize("width", [320, 390, 640, 768, 1280])
def test_nothing_needs_scrolling_sideways(browser: Browser, site: Site, width: int) -> None:
    """In each view; 640 is what a window of 1280 has at 200 %, and 320 at 400 % (WCAG 2.2, 1.4.10)."""
    with opened(browser, site.article("id"), width) as page:
        for view in ("both", "id", "en"):
            page.locator(f".sj-view input[value={view}]").check(force=True)
            pair(page).locator("[data-side]:visible").first.click(position={"x": 2, "y": 2})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, view


def test_wishes_of_the_reader_are_respected(browser: Browser, site: Site) -> None:
    """Less motion, more contrast, forced colours."""
    with opened(browser, site.article("id"), 1280, reduced_motion="reduce") as page:
        assert pair(page).evaluate("p => getComputedStyle(p).transitionDuration") == "0s"
    muted = "getComputedStyle(document.querySelector('.sj-progress')).color"
    with opened(browser, site.article("id"), 1280) as page:
        usual, ink = page.evaluate(muted), page.locator("h1").evaluate("h => getComputedStyle(h).color")
        assert usual != ink
        page.emulate_media(contrast="more")
        assert page.evaluate(muted) == ink
    with opened(browser, site.article("id"), 1280, forced_colors="active") as page:
        pair(page).hover()
        assert pair(page).evaluate("p => getComputedStyle(p).outlineStyle") == "solid"
        # The ground that a forced letter is given ends with its button, and covers no other.
        assert pair(page).locator(".sj-cite").evaluate("t => getComputedStyle(t).overflow") == "clip"


def test_paper_gets_two_columns_and_nothing_else(browser: Browser, site: Site) -> None:
    """Whatever was chosen on the screen; neither header nor footer nor table of contents."""
    with opened(browser, site.article("en"), 390) as page:
        page.locator(".sj-view input[value=id]").check(force=True)
        page.emulate_media(media="print")
        boxes = (
            pair(page)
            .locator("> [data-side]")
            .evaluate_all(
                "all => all.map(s => { const r = s.getBoundingClientRect(); "
                "return [r.left, r.top, parseFloat(getComputedStyle(s).lineHeight)] })"
            )
        )
        assert boxes[0][0] < boxes[1][0]
        assert abs(boxes[0][1] - boxes[1][1]) < boxes[0][2] / 2
        chrome = ".md-header, .md-footer, .md-sidebar, .sj-views, .sj-tools, .sj-toast"
        assert page.locator(chrome).locator("visible=true").count() == 0


RATIO = """(element, ground) => {
  const channels = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
  const light = colour => {
    const [r, g, b] = channels(colour).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    return .2126 * r + .7152 * g + .0722 * b
  }
  const under = ground || getComputedStyle(element.closest("[class*=md-nav__source]")).backgroundColor
  const [dark, bright] = [getComputedStyle(element).color, under].map(light).sort((a, b) => a - b)
  return (bright + .05) / (dark + .05)
}"""


def test_dark_pages_print_dark_on_white(browser: Browser, site: Site) -> None:
    """Every text has the contrast of print (WCAG's 4.5) against white paper, and no ground is dark."""
    with opened(browser, site.article("en"), 1280, color_scheme="dark") as page:
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        page.emulate_media(media="print", color_scheme="dark")
        texts = page.locator(
            ".sj-article :is(h1, h2, p, li, dt, dd, a, .sj-place, .sj-outlet, .sj-state, .sj-number)"
        )
        assert texts.count() > 30
        for text in texts.all():
            if text.is_visible():
                assert text.evaluate(RATIO, "rgb(255, 255, 255)") >= 4.5, text.inner_html()
        points = page.locator(".sj-points").evaluate("p => getComputedStyle(p).backgroundColor")
        assert min(int(part) for part in points.strip("rgb()").split(",")) > 230


def test_print_keeps_dashes_and_sizes_and_leaves_out_what_is_for_screens(
    browser: Browser, site: Site
) -> None:
    """Each text of a list has its dash, attributions are smaller than what is said, no link asks for help."""
    with opened(browser, site.article("en"), 1280) as page:
        page.emulate_media(media="print")
        sides = page.locator(".sj-points .sj-pair").first.locator("> [data-side]")
        size = "side => [getComputedStyle(side, '::before').content, getComputedStyle(side).position]"
        assert [side.evaluate(size) for side in sides.all()] == [['"–"', "relative"]] * 2
        font = "element => parseFloat(getComputedStyle(element).fontSize)"
        speaker = page.locator(".sj-speaker [data-side]").first.evaluate(font)
        assert speaker < page.locator(".sj-quote blockquote [data-side] p").first.evaluate(font)
        assert speaker < page.locator(".sj-section > .sj-pair p").first.evaluate(font)
        assert page.locator(".sj-suggestion").is_hidden()
        assert page.locator(".sj-contents").is_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_drawer_is_legible(browser: Browser, site: Site, scheme: Any) -> None:
    """The repository's name in it, which Material sets on its own indigo."""
    with opened(browser, site.article("id"), 390, color_scheme=scheme) as page:
        page.locator("label[for=__drawer].md-header__button").click()
        name = page.locator(".md-nav__source .md-source__repository")
        name.wait_for()
        assert name.evaluate(RATIO, None) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_the_control_by_mouse_keyboard_and_touch(
    browser: Browser, site: Site, width: int, scheme: Any
) -> None:
    """At each width, light and dark, in both editions; the view is there, and no fault is reported."""
    with opened(browser, site.article("en"), width, color_scheme=scheme, has_touch=True) as page:
        shown = "document.documentElement.dataset.sjView"
        views = page.locator(".sj-view")
        views.nth(1).click()
        assert page.evaluate(shown) == "id"
        page.keyboard.press("ArrowRight")
        assert page.evaluate(shown) == "en"
        views.nth(0).tap()
        assert page.evaluate(shown) == "both"
        assert page.locator("body").get_attribute("data-md-color-scheme") == (
            "default" if scheme == "light" else "slate"
        )


def test_from_article_to_article_and_across(browser: Browser, site: Site) -> None:
    """Instant navigation leads to another article; from there the switcher to its other edition."""
    with opened(browser, site.article("id"), 1280) as page:
        page.evaluate("window.stayed = true")
        page.locator(".md-header .md-logo").click()
        page.locator(".sj-home a[href*='panen-raya']").first.click()
        page.wait_for_url("**/id/2025/03/panen-raya/")
        page.locator(".sj-tools").first.wait_for(state="attached")
        assert page.evaluate("window.stayed")
        page.get_by_role("link", name="English", exact=True).click()
        page.wait_for_url("**/en/2025/03/panen-raya/")
        assert page.evaluate("document.documentElement.lang") == "en"


def test_a_first_visit_weighs_little(browser: Browser, site: Site) -> None:
    """At most 110 KB over the wire with search unopened, fonts and images of the article aside.

    The scripts of another builder may weigh more.
    """
    context = fresh(browser)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    kinds: dict[str, str] = {}
    weights: dict[str, float] = {}
    session.on("Network.responseReceived", lambda e: kinds.update({e["requestId"]: e["type"]}))
    session.on("Network.loadingFinished", lambda e: weights.update({e["requestId"]: e["encodedDataLength"]}))
    page.goto(site.article("id"), wait_until="networkidle")
    context.close()
    counted = sum(size for name, size in weights.items() if kinds.get(name) not in ("Font", "Image"))
    assert 20_000 < counted <= site.most


@pytest.mark.parametrize(
    "place",
    [
        "id/2025/03/sawah/",
        "en/2025/03/sawah/",
        "id/",
        "en/archive/",
        "id/arsip/2025/",
        "en/topics/",
        "id/glosarium/",
        "en/status/",
        "404.html",
    ],
)
def test_axe_finds_nothing(browser: Browser, site: Site, place: str) -> None:
    """No violation, light and dark, wide and narrow, with a note and a pair open."""
    for width, scheme in ((1280, "light"), (390, "dark")):
        with opened(browser, site.url + place, width, color_scheme=scheme) as page:
            if "sawah" in place:
                page.locator(".sj-reveal").nth(1).press("Enter")
                page.locator(".sj-term:visible").first.focus()
                page.get_by_role("tooltip").wait_for()
                page.locator(".sj-citing summary").press("Enter")
            page.evaluate(AXE.read_text(encoding="utf-8"))
            page.evaluate(SETTLED)
            found = page.evaluate("axe.run().then(r => r.violations)")
            said = [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
            assert json.dumps(said, indent=1) == "[]", f"{place} at {width}"
