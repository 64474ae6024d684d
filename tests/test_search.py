"""Search: what goes into the index, and what readers find, in a browser under a strict policy."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from searches import ABOUT, DRAFT, RETRACTED, SEARCHES, make_searchable_site
from searching import Site, reading, served
from sejajar import commands, search, storage
from sejajar.model import Edition
from sejajar.rendering.machine.search_documents import Document, text_document, with_parts
from sejajar.search import indexing
from sejajar.site import settings
from sites import add_article

HARVEST = "2025/03/panen-raya/"
FOG = "2024/11/kabut/"
DROUGHT = "2024/08/kemarau/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with served(make_searchable_site(tmp_path_factory.mktemp("search"))) as site:
        yield site


LANDED = """async address => {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html')
  return page.getElementById(decodeURIComponent(new URL(address).hash.slice(1)))?.textContent.trim() ?? ''
}"""


@pytest.mark.parametrize(
    ("text", "indexed"),
    [
        ("Rp1,5 triliun.", "Rp1,5 \u20611,5 triliun."),
        ("O’Neill  datang, ya", "O’Neill datang, ya"),
        ("(Jum’at) 10:30-11:00", "(Jum’at) 10:30-11:00 \u206110:30 \u206111:00"),
        ("tanpa apa-apa.", "tanpa apa-apa."),
    ],
)
def test_a_compound_is_indexed_with_the_parts_that_pagefind_tears(text: str, indexed: str) -> None:
    """A figure with its points and commas, beside the word that it stands in; other words as they are."""
    assert with_parts(text) == indexed


@pytest.mark.parametrize("edition", ["id", "en"])
def test_twenty_searches_lead_to_their_paragraphs(browser: Browser, site: Site, edition: Edition) -> None:
    """Any form of a word finds the paragraph, from either edition: own language first, the other below it."""
    with reading(browser, site, f"{edition}/") as reader:
        reader.page.keyboard.press("/")
        for wanted in SEARCHES:
            reader.type(wanted.typed)
            links = reader.links(wanted.language)
            assert len(links) == 1, (wanted, links, reader.status)
            first = reader.page.locator("[data-sj-of] li > a").first
            assert [mark.lower() for mark in first.locator("mark").all_inner_texts()] == [wanted.form], wanted
            landed = reader.page.evaluate(LANDED, site.url + links[0])
            text = landed.split("\n")
            assert any(line.strip().startswith(wanted.paragraph) for line in text), (wanted, links, landed)
            heading = reader.page.locator(f"[data-sj-of={wanted.language}] > h2").count()
            assert heading == (wanted.language != edition), wanted


def test_a_result_says_what_it_is(browser: Browser, site: Site) -> None:
    """Date in the reader's words, outlet, title, the paragraph with marks, the counterpart's title."""
    with reading(browser, site, "en/") as reader:
        reader.page.keyboard.press("s")
        reader.type("coffee")
        result = reader.page.locator("[data-sj-of=en] li")
        assert [line for line in result.inner_text().split("\n") if line] == [
            "6 March 2025 · Warta Uji",
            "Main harvest begins in West Java",
            "Indonesia now exports coffee to Japan.",
            "Panen raya dimulai di Jawa Barat",
        ]
        assert result.locator("mark").all_inner_texts() == ["coffee"]
        assert result.locator("[lang=id]").inner_text() == "Panen raya dimulai di Jawa Barat"
        assert reader.status == "1 result"


def test_nothing_is_found_through_the_other_language(browser: Browser, site: Site) -> None:
    """A word of a title finds the edition in whose language it is, not the one that only shows it."""
    with reading(browser, site, "id/") as reader:
        reader.page.keyboard.press("f")
        for indonesian, english in (("panen", "harvest"), ("kabut", "fog"), ("kemarau", "season")):
            reader.type(indonesian)
            assert (len(reader.links("id")), reader.links("en")) == (1, []), indonesian
            reader.type(english)
            assert (reader.links("id"), len(reader.links("en"))) == ([], 1), english
        reader.type("sawah")  # not translated: on the English page in Indonesian, but not English text
        assert (len(reader.links("id")), reader.links("en")) == (1, [])


def test_only_what_is_published_and_only_texts_are_found(browser: Browser, site: Site) -> None:
    """Neither drafts, nor what was retracted, nor lists; but pages by hand, marked as what they are."""
    with reading(browser, site, "id/") as reader:
        reader.page.keyboard.press("/")
        for words in (RETRACTED.split()[1], DRAFT.split()[0], "Arsip"):
            reader.type(words)
            assert (
                reader.status
                == f"Tidak ada hasil untuk “{words}”. Coba kata lain, atau buka arsip. Buka arsip"
            )
        archive = reader.page.locator("[data-sj-status] a").get_attribute("href")
        assert archive == f"{site.url}id/arsip/"
        for name, (language, _, words) in ABOUT.items():
            reader.type(words.split()[-2])
            assert reader.links(language) == [f"{name.removesuffix('.md')}/"]  # type: ignore[arg-type]
            assert "Halaman tentang situs ini" in reader.page.locator("[data-sj-of] li").inner_text()


def test_nothing_is_fetched_before_search_is_opened(browser: Browser, site: Site) -> None:
    """A page that is only read downloads no index; opening the search, not typing, starts it."""
    with reading(browser, site, f"id/{HARVEST}") as reader:
        reader.page.wait_for_load_state("networkidle")
        assert [url for url in reader.asked if "pagefind" in url or "search_index" in url] == []
        with reader.page.expect_request("**/pagefind/id/pagefind.js"):
            reader.page.keyboard.press("/")


def test_the_keys_are_those_of_material(browser: Browser, site: Site) -> None:
    """`/`, `s` and `f` open, arrows go through the results and round, Enter takes the first, Esc closes."""
    with reading(browser, site, "id/") as reader:
        page = reader.page
        for key in ("/", "s", "f"):
            page.keyboard.press(key)
            assert reader.opened()
            assert page.evaluate("document.activeElement.name") == "q"
            assert page.evaluate("document.activeElement.value") == ""
            page.keyboard.press("Escape")
            assert not reader.opened()
        page.keyboard.press("/")
        reader.type("di")
        links = page.locator("[data-sj-results] li > a")
        assert links.count() > 1
        focused = "document.activeElement"
        page.keyboard.press("ArrowDown")
        assert page.evaluate(f"{focused}.href") == links.first.get_attribute("href")
        page.keyboard.press("ArrowUp")
        assert page.evaluate(f"{focused}.name") == "q"
        page.keyboard.press("ArrowUp")
        assert page.evaluate(f"{focused}.href") == links.last.get_attribute("href")
        page.keyboard.press("ArrowDown")
        reader.type("menteri")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{site.url}id/{HARVEST}#*")
        assert not reader.opened()


IN_VIEW = """(({ top, bottom }) => 48 < top && bottom < innerHeight)(
  document.querySelector(":target").getBoundingClientRect()
)"""


@pytest.mark.parametrize(("width", "options"), [(1280, {}), (390, {"has_touch": True, "is_mobile": True})])
def test_a_chosen_result_is_lit_where_it_stands(
    browser: Browser, site: Site, width: int, options: dict[str, Any]
) -> None:
    """By mouse and by touch: in view, focused for screen readers, its words marked, without a page load."""
    with reading(browser, site, "id/", width, **options) as reader:
        page = reader.page
        page.evaluate("window.stayed = true")
        if width == 390:
            page.locator("label[for=__search]:visible").first.tap()
        else:
            page.locator("[data-sj-search] input").click()
        reader.type("menteri")
        link = page.locator("[data-sj-of=id] li > a")
        link.tap() if width == 390 else link.click()
        page.wait_for_url(f"{site.url}id/{HARVEST}#*")
        reader.until("CSS.highlights.has('sj-found')")
        pair = page.locator(":target")
        assert pair.inner_text().startswith("Kedua kementerian")
        reader.until("document.activeElement === document.querySelector(':target')")
        assert page.evaluate("[...CSS.highlights.get('sj-found')].map(String)") == ["kementerian"]
        assert page.evaluate("window.stayed")
        reader.until(IN_VIEW)
        assert not reader.opened()


def test_a_result_of_the_other_edition_is_shown_in_its_language(browser: Browser, site: Site) -> None:
    """It opens the other edition's page, and the paragraph is seen though its language is hidden there."""
    with reading(browser, site, f"id/{FOG}", 390) as reader:
        page = reader.page
        page.get_by_role("radio", name="Indonesia").check(force=True)
        page.locator("label[for=__search]:visible").first.click()
        reader.type("flights")
        page.locator("[data-sj-of=en] li > a").click()
        page.wait_for_url(f"{site.url}en/{FOG}#*")
        reader.until("CSS.highlights.has('sj-found')")
        expect(page.locator(":target [lang=en]").first).to_be_visible()
        assert page.evaluate("document.documentElement.lang") == "en"


def test_a_result_on_the_same_page_is_lit_too(browser: Browser, site: Site) -> None:
    """And choosing another one after it moves the light."""
    with reading(browser, site, f"id/{HARVEST}") as reader:
        for words, marked in (("kopi", "kopi"), ("Senin", "Senin")):
            reader.choose(words)
            reader.until(f"[...(CSS.highlights.get('sj-found') || [])].map(String).join() === '{marked}'")
            assert marked in reader.page.locator(":target").inner_text()


def test_instant_navigation_keeps_search_working(browser: Browser, site: Site) -> None:
    """Paths hold after the address has changed under the header, and the index is fetched once."""
    with reading(browser, site, "id/") as reader:
        for words, path in (("kopi", HARVEST), ("rupiah", FOG), ("sampah", DROUGHT)):
            reader.choose(words)
            reader.page.wait_for_url(f"{site.url}id/{path}#*")
            reader.until("CSS.highlights.has('sj-found')")
        assert sum("pagefind/id/pagefind.js" in url for url in reader.asked) == 1


def test_filters_hold_in_both_editions(browser: Browser, site: Site) -> None:
    """By topic, outlet and year; topics are named in the reader's language, and one choice serves both."""
    with reading(browser, site, "en/") as reader:
        page = reader.page
        page.keyboard.press("/")
        page.locator("[data-sj-filters] summary").click()
        reader.until("document.querySelector('[data-sj-filter]').length > 1")
        named = "all => all.map(one => [...one.options].map(option => option.text))"
        assert page.locator("[data-sj-filter]").evaluate_all(named) == [
            ["All", "Food", "Perhubungan"],
            ["All", "Kabar Contoh", "Warta Uji"],
            ["All", "2025", "2024"],
        ]
        reader.type("menunggu")
        assert len(reader.links("id")) == 2
        page.get_by_label("Year").select_option("2024")
        reader.settled()
        assert [link.partition("#")[0] for link in reader.links("id")] == [f"id/{DROUGHT}"]
        page.get_by_label("Year").select_option("")
        page.get_by_label("Topic").select_option(label="Food")
        reader.settled()
        assert len(reader.links("id")) == 2
        page.get_by_label("Outlet").select_option("Kabar Contoh")
        reader.settled()
        assert reader.status == "Nothing found for “menunggu” with these filters. Go to the archive"


SHIFTS = """() => {
  const moved = shift => shift.sources.map(({ node }) => node?.className ?? String(node))
  const others = shifts => shifts.flatMap(moved).filter(name => !/^md-search__(form|output)$/.test(name))
  const seen = []
  const observer = new PerformanceObserver(list => seen.push(...others(list.getEntries())))
  observer.observe({ type: "layout-shift" })
  const frame = () => new Promise(requestAnimationFrame)
  window.shifted = () => frame().then(frame).then(() => [...seen, ...others(observer.takeRecords())])
}"""


def test_opening_search_moves_nothing(browser: Browser, site: Site) -> None:
    """From the key that opens it to the last result nothing shifts but the field itself, which grows."""
    for width in (390, 768, 1280):
        with reading(browser, site, f"id/{HARVEST}", width) as reader:
            reader.page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
            reader.page.evaluate(SHIFTS)
            reader.page.keyboard.press("/")
            reader.type("menteri")
            assert reader.page.evaluate("shifted()") == [], width
            # Material's overlay, a circle that grows, is wider than the page while it grows.
            reader.until(f"document.documentElement.scrollWidth <= {width}")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("id/", "Pencarian sedang tidak tersedia. Semua artikel ada di arsip. Buka arsip"),
        ("en/", "Search is not available at the moment. The archive has all briefings. Go to the archive"),
    ],
)
def test_a_missing_index_is_said(browser: Browser, site: Site, path: str, words: str) -> None:
    """In plain words, with a way on; and the next search tries again."""
    with reading(browser, site, path, faults="Failed to load") as reader:
        reader.page.route("**/pagefind/**", lambda route: route.fulfill(status=404))
        reader.page.keyboard.press("/")
        reader.type("menteri")
        assert reader.status == words
        reader.page.unroute("**/pagefind/**")


@pytest.mark.parametrize(
    ("width", "path", "words"),
    [
        (1280, "en/", "Search needs JavaScript. The archive has all briefings. Go to the archive"),
        (390, "id/", "Pencarian memerlukan JavaScript. Semua artikel ada di arsip. Buka arsip"),
    ],
)
def test_without_javascript_search_leads_to_the_archive(
    browser: Browser, site: Site, width: int, path: str, words: str
) -> None:
    """Where the field or the button is, it says so; the link and Enter lead to the archive."""
    archive = {"en/": "en/archive/", "id/": "id/arsip/"}[path]
    with reading(browser, site, path, width, java_script_enabled=False) as reader:
        if width == 390:
            reader.page.locator("label[for=__search]:visible").first.click()
        else:
            reader.page.locator("[data-sj-search] input").click()
        note = reader.page.locator(".sj-search__note")
        assert note.inner_text() == words
        note.locator("a").click()
        reader.page.wait_for_url(site.url + archive)


def test_the_page_of_no_address_can_be_searched(site: Site) -> None:
    """The 404 page, in whose address no base can be found, has a search that works."""
    html = (site.root / "www" / "sejajar" / "404.html").read_text(encoding="utf-8")
    assert html.count("data-sj-search") == 1
    assert 'data-sj-edition="id"' in html


# What goes into the index.


def loaded(root: Path) -> tuple[commands.Site, tuple[search.Text, ...]]:
    here = commands.Site(root, root / "docs", settings.Settings(on_incomplete="ignore"))
    now = commands.now(here, dt.datetime(2026, 11, 26, tzinfo=dt.UTC), drafts=False)
    return here, commands.findable(now.whole, lambda path: path.replace(".md", "/index.html"), [])


def target(folder: Path) -> storage.Built:
    """A built site of which nothing is known."""
    return storage.Built(folder, storage.cache(folder, "records"))


def test_an_edition_holds_its_own_language_alone(tmp_path: Path) -> None:
    """Each document is text of one language; the counterpart's title is shown data, no text."""
    _, (indonesian, english) = loaded(make_searchable_site(tmp_path))
    assert [document.path for document in english.documents] == [
        "en/2024/08/kemarau/index.html",
        "en/2024/11/kabut/index.html",
        "en/2025/03/panen-raya/index.html",
    ]
    words = set(english.documents[0].words())
    assert {"children", "studies"} <= words
    assert words.isdisjoint({"sawah", "pemakaian", "kemarau"})
    assert set(indonesian.documents[0].words()).isdisjoint({"children", "season"})


def test_every_outlet_that_an_article_draws_on_can_be_chosen(tmp_path: Path) -> None:
    """Whose text it is, whose facts, whom its quotes cite; each by its names in both editions."""
    root = make_searchable_site(tmp_path)
    glossary = root / "content" / "glossary.csv"
    glossary.write_text("indonesian,english\nBadan Cuaca,Weather Agency\n", encoding="utf-8")
    text = (
        "---\ndate: 2025-05-05\nreferences: [{outlet: Badan Cuaca, url: 'https://example.org/'}]\n---\n\n"
        "# Hujan\n\n> “Awan tebal,” kata Siti.\n>\n> — Siti, peramal (via Kabar Contoh)\n"
    )
    add_article(root, "content/2025/2025-05-05-hujan", text, {"Hujan": "Rain"})
    _, texts = loaded(root)
    for one in texts:
        (document,) = (document for document in one.documents if "hujan" in document.path)
        chosen = re.findall(
            r'data-pagefind-filter="outlet\[data-value\]" data-value="([^"]*)"', document.html
        )
        assert [unescape(name) for name in chosen] == [
            "Badan Cuaca|Weather Agency",
            "Kabar Contoh|Kabar Contoh",
        ]


def test_forms_are_what_the_stemmer_misses() -> None:
    """Indonesian words that the stemmer cuts wrongly, one stem a line, and what their roots may be."""
    words = "kementerian menteri penguatan menguatkan kuat pertanian tani sawah dan".split()
    assert search.forms(words, "id") == "kementerian\nkuat\nmenguatkan penguatan\nmenteri\n"
    assert search.forms(["said", "rice", "children"], "en") == "child children\nsay said\n"
    assert search.forms([], "id") == ""


def test_a_bundle_is_made_once_for_one_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unchanged text is copied from the last build; a changed word makes one edition's bundle anew."""
    root = make_searchable_site(tmp_path)
    here, texts = loaded(root)
    assert commands.Finding(here, texts, target(root / "site")).finish() == ()
    made: list[str] = []
    start = search.Indexing.__init__

    def counted(self: search.Indexing, text: search.Text, bundles: Path) -> None:
        made.append(text.edition)
        start(self, text, bundles)

    monkeypatch.setattr(search.Indexing, "__init__", counted)
    commands.Finding(here, texts, target(root / "again")).finish()
    assert made == []
    assert files(root / "again") == files(root / "site")
    changed = search.Text(
        "en", (*texts[1].documents, text_document("More", "<p>words</p>", "en", "more.html"))
    )
    commands.Finding(here, (texts[0], changed), target(root / "again")).finish()
    assert made == ["en"]
    assert not [name for name in files(root / "site") if "ui" in Path(name).name]


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_in_the_background_the_last_bundle_stands_until_the_new_one_is_made(tmp_path: Path) -> None:
    """Under `serve` pages come first; a rebuild ends the indexing of the last, and nothing is said of it."""
    root = make_searchable_site(tmp_path)
    here, texts = loaded(root)
    commands.Finding(here, texts, target(root / "site")).finish()
    before = files(root / "site")
    new = text_document("More", "<p>words</p>", "en", "more.html")
    changed = (texts[0], search.Text("en", (*texts[1].documents, new)))
    finding = commands.Finding(here, changed, target(root / "next"), meanwhile=True)
    assert files(root / "next") == before
    assert finding.finish() == ()
    assert files(root / "next") != before
    again = search.Text(
        "en", (*changed[1].documents, text_document("Third", "<p>text</p>", "en", "third.html"))
    )
    stopped = commands.Finding(here, (texts[0], again), target(root / "last"))
    stopped.stop()
    assert stopped.finish() == ()
    assert not (root / "last" / "pagefind" / "en").exists()
    scratch = storage.cache_folder(root)
    assert scratch
    assert list((scratch / "scratch").iterdir()) == []


def test_another_process_makes_the_same_index(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under `serve` it is made elsewhere, of what was kept of each article, and by us where that has gone."""
    root = make_searchable_site(tmp_path)
    here, texts = loaded(root)
    commands.Finding(here, texts, target(root / "site")).finish()
    monkeypatch.setenv("SEJAJAR_CACHE", str(tmp_path_factory.mktemp("another")))
    here, texts = loaded(root)
    assert commands.Finding(here, texts, target(root / "apart"), meanwhile=True).finish() == ()
    assert files(root / "apart") == files(root / "site")
    kept = storage.cache_folder(root)
    assert kept
    shutil.rmtree(kept)
    assert commands.Finding(here, texts, target(root / "again"), meanwhile=True).finish() == ()
    assert files(root / "again") == files(root / "site")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["-c", "print('no room'); raise SystemExit(3)"], "no room"),
        (["-c", "raise SystemExit(3)"], "exit 3"),
    ],
)
def test_where_pagefind_fails_the_rest_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], said: str
) -> None:
    """A warning with what Pagefind has said; nothing half-made is left behind."""
    monkeypatch.setattr(indexing, "_command", lambda *_: [sys.executable, *command])
    here = commands.Site(tmp_path, tmp_path / "docs")
    text = search.Text("id", (Document("a/index.html", "<p>teks</p>"),))
    (problem,) = commands.Finding(here, [text], target(tmp_path / "site")).finish()
    assert str(problem) == (
        f"mkdocs.yml: warning search: Pagefind failed: {said}; the site is built without "
        "search; install it anew with `pip install --force-reinstall 'pagefind[bin]'`"
    )
    assert files(tmp_path) == {}


def test_roots_are_found_under_their_affixes(browser: Browser, site: Site) -> None:
    """Lost first sounds are put back, one affix is cut after another; and what is no kin stays out."""
    with reading(browser, site, "id/") as reader:
        address = f"{site.url}assets/sejajar-kin.js"
        roots = reader.page.evaluate(
            "async ([address, words]) => { const kin = await import(address); "
            "return Object.fromEntries(words.map(word => [word, [...kin.roots(word)]])) }",
            [address, [word for word, _ in ROOTS]],
        )
        assert [word for word, root in ROOTS if root not in roots[word]] == []
        strangers = (
            ("menteri", "diterima"),
            ("tani", "pertanyaan"),
            ("kuat", "kecuali"),
        )
        related = reader.page.evaluate(
            "async ([address, pairs]) => { const kin = await import(address); "
            "return pairs.filter(([typed, word]) => kin.related('id', typed, word)) }",
            [address, strangers],
        )
        assert related == []


ROOTS = [
    tuple(pair.split(">"))
    for pair in (
        "kementerian>menteri penguatan>kuat memperkuat>kuat penerbangan>terbang penulis>tulis menyusun>susun "
        "penyusunan>susun memakai>pakai pemukiman>mukim mengambil>ambil pengiriman>kirim mengebom>bom "
        "pengecekan>cek pembelajaran>ajar pelajar>ajar bekerja>kerja pekerjaannya>kerja keberhasilan>hasil "
        "diperbaikinya>baik menyanyi>nyanyi merusak>rusak perusakan>rusak mengkhawatirkan>khawatir "
        "ketidakpastian>tidakpasti pemberdayaan>daya mempertanyakan>tanya pertanggungjawaban>tanggungjawab "
        "dilaporkannya>lapor seadanya>ada terbesar>besar"
    ).split()
]
