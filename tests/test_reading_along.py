"""Reading along: a sentence and its counterpart, and what a word of the Indonesian has to tell."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import build, opened, until
from sejajar.language.sentence_pairs import sentence_pairs
from served import served
from sites import make_site

ASSETS = Path(__file__).resolve().parents[1] / "generator/sejajar/theme/assets"

RICE = (
    "Harga beras naik 12 persen pada Maret.",
    "Petani di Karawang menunggu panen.",
    "Bulog membeli 3.000 ton gabah.",
)
RICE_EN = (
    "The price of rice rose 12 percent in March.",
    "Farmers in Karawang are waiting for the harvest.",
    "Bulog is buying 3,000 tons of paddy.",
)


def ended(indonesian: tuple[str, ...], english: tuple[str, ...]) -> list[tuple[str, str]]:
    """The pairs of sentences that are found, as texts."""
    one, two = " ".join(indonesian), " ".join(english)
    starts = first = 0
    found = []
    for ours, theirs in sentence_pairs(one, two):
        found.append((one[starts:ours].strip(), two[first:theirs].strip()))
        starts, first = ours, theirs
    return found


def test_each_sentence_finds_its_own() -> None:
    """In order, and the last pair ends where the texts end."""
    assert ended(RICE, RICE_EN) == list(zip(RICE, RICE_EN, strict=True))


@pytest.mark.parametrize("side", ["id", "en"])
def test_two_sentences_may_be_one_in_the_other_language(side: str) -> None:
    """Then the two are lit together."""
    if side == "id":
        joined = RICE[0][:-1] + ", sedangkan petani di Karawang menunggu panen."
        found = [(joined, " ".join(RICE_EN[:2])), (RICE[2], RICE_EN[2])]
        assert ended((joined, RICE[2]), RICE_EN) == found
    else:
        joined = RICE_EN[0][:-1] + ", while farmers in Karawang are waiting for the harvest."
        found = [(" ".join(RICE[:2]), joined), (RICE[2], RICE_EN[2])]
        assert ended(RICE, (joined, RICE_EN[2])) == found


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        (RICE[:1], RICE_EN[:1]),
        (RICE, RICE_EN[:2]),
        (RICE[1:], RICE_EN),
        (RICE, (*RICE_EN, "The minister of transport opened a railway to Bandung in Octobre.")),
        (RICE[:2], RICE_EN[1::-1]),
        (
            RICE,
            ("Ships left Tanjung Priok at night.", "Nobody knew why.", "The teacher sold his house in 1998."),
        ),
        (("A.",) * 40, ("A.",) * 40),
        ((), ()),
    ],
    ids=["one", "lost", "added before", "added", "crossed", "another text", "too many", "empty"],
)
def test_what_is_not_sure_stays_whole(indonesian: tuple[str, ...], english: tuple[str, ...]) -> None:
    """A sentence lost, added or moved makes the whole pair doubtful: nothing is said of it."""
    assert ended(indonesian, english) == []


# In a browser

LEAD = " ".join(RICE)
LINKED = (
    "Presiden [Prabowo](https://example.org/p) membuka *pasar* baru. Kata dia, KPK memeriksa 7 gudang 🌾. "
    "Ini selesai."
)
ARTICLE = f"""\
---
date: 2025-03-08
status: published
place: Bandung
source: {{outlet: Warta Uji, url: https://example.org/warta, rights: dengan izin}}
tags: [Pangan]
---

# Sawah di Karawang dipanen

- Petani memanen padi.

{LEAD}

{LINKED}

Satu kalimat saja tentang pertanian.

Kapal berlayar. Tidak ada yang tahu.
"""
ENGLISH = {
    "Sawah di Karawang dipanen": "Paddy fields in Karawang harvested",
    "Petani memanen padi.": "Farmers harvest paddy.",
    LEAD: " ".join(RICE_EN),
    LINKED: (
        "President [Prabowo](https://example.org/p) opened a new *market*. "
        "The KPK inspected 7 warehouses 🌾, he said. This is finished."
    ),
    "Satu kalimat saja tentang pertanian.": "Just one sentence on farming.",
    "Kapal berlayar. Tidak ada yang tahu.": "The rice is cheap. It rained in Bandung. We are not glad.",
}
OTHERS = (
    (
        "Pertanian &lt;b&gt;organik&lt;/b&gt; kita",
        "Pertanian itu maju.",
        "Organic &lt;b&gt;farming&lt;/b&gt; of ours",
    ),
    ("Seorang petani muda", "Petani muda itu bekerja.", "A young farmer"),
    ("Petani tua", "Petani tua itu bekerja.", "An old farmer"),
    ("Bertani di kota", "Mereka bertani.", "Farming in town"),
    ("Tani dan nelayan", "Tani itu hidup.", "Farming and fishing"),
    ("Hasil pertanian", "Hasil pertanian itu banyak.", "The yield of farming"),
    ("Kereta cepat", "Kereta itu cepat.", "A fast train"),
)


def other(day: int, title: str, text: str) -> str:
    head = f"date: 2025-02-0{day}\nstatus: published\nplace: Bandung\nauthors: [Uji]\ntags: [Pangan]\n"
    return f"---\n{head}---\n\n# {title}\n\n{text}\n"


NAMED = (("Pangan", "Food", "tag"), ("Bandung", "Bandung", "place"), ("Warta Uji", "Warta Uji", "outlet"))
LIT = """[...(CSS.highlights.get('sj-sentence') ?? [])].map(range => range.toString())"""
BOXES = """[...document.querySelectorAll('.sj-article *')].map(
  one => Object.values(one.getBoundingClientRect().toJSON()).join())"""
PAIR = ".sj-pair[data-sentences]"


class Site(NamedTuple):
    url: str
    root: Path

    def article(self, edition: str) -> str:
        return f"{self.url}{edition}/2025/03/sawah/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    others = [
        (f"content/2025/2025-02-0{day}-lain-{day}", other(day, title, text), {title: english, text: "It is."})
        for day, (title, text, english) in enumerate(OTHERS, 1)
    ]
    root = make_site(
        tmp_path_factory.mktemp("along"),
        articles=[("content/2025/2025-03-08-sawah", ARTICLE, ENGLISH), *others],
    )
    glossary = "indonesian,english,also,case,kind,note_id,note_en\nKPK,KPK,,exact,institution,Komisi.,It.\n"
    tags = "".join(f"{name},{english},,,{kind},,\n" for name, english, kind in NAMED)
    (root / "content" / "glossary.csv").write_text(glossary + tags, encoding="utf-8")
    build(root, root / "site")
    with served(root / "site") as url:
        yield Site(url, root)


def place_of(page: Page, words: str, side: str) -> tuple[float, float]:
    """Where some words of a pair stand on the screen."""
    x, y = page.evaluate(
        """([words, side]) => {
          const texts = [...document.querySelectorAll(`.sj-pair [data-side=${side}] p`)]
          const text = texts.find(one => one.textContent.includes(words))
          text.scrollIntoView({ block: "center", behavior: "instant" })
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
          while (!walker.currentNode.data?.includes(words)) walker.nextNode()
          const range = new Range()
          const at = walker.currentNode.data.indexOf(words)
          range.setStart(walker.currentNode, at)
          range.setEnd(walker.currentNode, at + words.length)
          const box = range.getClientRects()[0]
          return [box.x + box.width / 2, box.y + box.height / 2]
        }""",
        [words, side],
    )
    return x, y


def hover(page: Page, words: str, side: str) -> None:
    page.mouse.move(*place_of(page, words, side))


def tap(page: Page, words: str, side: str) -> None:
    page.touchscreen.tap(*place_of(page, words, side))


def lit(page: Page, *texts: str) -> None:
    """Waits until just these sentences are lit."""
    until(page, f"{LIT}.join('').replace(/\\s+/g, ' ') === {''.join(texts)!r}")


def test_under_the_mouse_a_sentence_and_its_counterpart_are_lit(browser: Browser, site: Site) -> None:
    """From either language; beside the text nothing is, nothing moves, and the document stays as it was."""
    with opened(browser, site.article("id"), 1280) as page:
        page.mouse.move(1, 1)
        hover(page, "Karawang menunggu", "id")
        lit(page, RICE[1], RICE_EN[1])
        page.mouse.move(1, 1)
        lit(page)
        before = page.evaluate(BOXES), page.locator(".sj-article").inner_html()
        hover(page, "buying 3,000", "en")
        lit(page, RICE[2], RICE_EN[2])
        hover(page, "price", "en")
        lit(page, RICE[0], RICE_EN[0])
        assert page.locator(".sj-article").inner_html() == before[1]
        page.mouse.move(1, 1)
        lit(page)
        hover(page, "menunggu", "id")
        page.mouse.move(1, 1)
        lit(page)
        assert page.evaluate(BOXES) == before[0]


def test_markup_and_astral_characters_shift_nothing(browser: Browser, site: Site) -> None:
    """Links, emphasis and emoji stand in the text; a sentence is lit through all of its elements."""
    with opened(browser, site.article("en"), 1280) as page:
        hover(page, "memeriksa", "id")
        lit(page, "Kata dia, KPK memeriksa 7 gudang 🌾.", "The KPK inspected 7 warehouses 🌾, he said.")
        page.get_by_role("link", name="Prabowo").first.focus()
        lit(page, "Presiden Prabowo membuka pasar baru.", "President Prabowo opened a new market.")
        page.mouse.move(1, 1)
        hover(page, "finished", "en")
        lit(page, "Ini selesai.", "This is finished.")


def test_doubtful_pairs_and_single_sentences_have_no_marks(browser: Browser, site: Site) -> None:
    """Of the six pairs two say where their sentences end."""
    with opened(browser, site.article("id"), 1280) as page:
        assert page.locator(PAIR).count() == 2
        hover(page, "Satu kalimat", "id")
        hover(page, "Kapal", "id")
        lit(page)


def test_by_keyboard_the_arrows_go_through_the_sentences(browser: Browser, site: Site) -> None:
    """Down and up from the pair's tools; after the last, and with Escape, nothing is lit."""
    with opened(browser, site.article("id"), 1280) as page:
        page.locator(PAIR).first.locator(".sj-tools :is(a, button):not([hidden])").first.focus()
        for at in (0, 1, 2):
            page.keyboard.press("ArrowDown")
            lit(page, RICE[at], RICE_EN[at])
        page.keyboard.press("ArrowUp")
        lit(page, RICE[1], RICE_EN[1])
        page.keyboard.press("Escape")
        lit(page)
        page.keyboard.press("ArrowUp")
        lit(page, RICE[2], RICE_EN[2])
        page.keyboard.press("ArrowDown")
        lit(page)
        page.keyboard.press("ArrowUp")
        page.locator("[data-sj-views] input:checked").focus()
        lit(page)


def test_on_a_phone_a_tap_opens_and_lights(browser: Browser, site: Site) -> None:
    """The first tap brings the counterpart; others light its sentences; a second on one closes it again."""
    with opened(browser, site.article("id"), 390, has_touch=True, is_mobile=True) as page:
        tap(page, "Karawang menunggu", "id")
        expect(page.locator(PAIR).first).to_have_class("sj-pair sj-active sj-open")
        lit(page, RICE[1], RICE_EN[1])
        tap(page, "Bulog", "id")
        lit(page, RICE[2], RICE_EN[2])
        assert page.locator(".sj-open").count() == 1
        tap(page, "rose 12", "en")
        lit(page, RICE[0], RICE_EN[0])
        assert page.locator(".sj-open").count() == 1
        tap(page, "rose 12", "en")
        lit(page)
        expect(page.locator(".sj-open")).to_have_count(0)


def test_one_language_alone_has_nothing_to_light(browser: Browser, site: Site) -> None:
    """A mouse over it does nothing while its counterpart is not to be seen."""
    with opened(browser, site.article("id"), 700) as page:
        hover(page, "Bulog", "id")
        page.locator(PAIR).first.locator(".sj-tools button").first.focus()
        page.keyboard.press("ArrowDown")
        lit(page)


def test_a_selection_stays_as_it_was(browser: Browser, site: Site) -> None:
    """Neither pointing nor tapping elsewhere undoes what the reader has marked."""
    with opened(browser, site.article("id"), 1280) as page:
        text = (
            page.locator(PAIR)
            .first.locator("p")
            .first.evaluate(
                "text => { getSelection().selectAllChildren(text); return String(getSelection()) }"
            )
        )
        hover(page, "market", "en")
        hover(page, "buying", "en")
        lit(page, RICE[2], RICE_EN[2])
        assert page.evaluate("String(getSelection())") == text


def test_without_highlights_the_words_are_wrapped_and_unwrapped(browser: Browser, site: Site) -> None:
    """In a browser that has none the sentence gets an element for as long as it is lit; nothing moves."""
    with opened(browser, site.article("id"), 1280) as page:
        page.evaluate("Object.defineProperty(CSS, 'highlights', { value: undefined })")
        page.mouse.move(1, 1)
        hover(page, "Karawang menunggu", "id")
        expect(page.locator("span.sj-sentence")).to_have_text([RICE[1], RICE_EN[1]])
        page.mouse.move(1, 1)
        expect(page.locator("span.sj-sentence")).to_have_count(0)
        before = (
            page.locator(PAIR).first.inner_html(),
            page.locator(PAIR)
            .first.locator("p")
            .evaluate_all("all => all.map(one => [one.offsetHeight, one.childNodes.length])"),
        )
        hover(page, "Karawang menunggu", "id")
        expect(page.locator("span.sj-sentence")).to_have_count(2)
        assert page.locator(PAIR).first.locator("p").evaluate_all(
            "all => all.map(one => one.offsetHeight)"
        ) == [height for height, _ in before[1]]
        page.mouse.move(1, 1)
        expect(page.locator("span.sj-sentence")).to_have_count(0)
        assert page.locator(PAIR).first.inner_html() == before[0]


# A word


def card(page: Page) -> Any:
    return page.get_by_role("dialog").and_(page.locator(".sj-word"))


def titles(page: Page) -> list[str]:
    """The articles that the card names, once it has looked."""
    card(page).get_by_text("Mencari…").or_(card(page).get_by_text("Searching…")).wait_for(state="hidden")
    return [str(title) for title in card(page).locator("li").all_text_contents()]


def test_a_double_click_says_what_a_word_is(browser: Browser, site: Site) -> None:
    """Its root, five other articles that have any form of it, and the dictionary, which is not asked."""
    with opened(browser, site.article("id"), 1280) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.mouse.dblclick(*place_of(page, "pertanian", "id"))
        card(page).get_by_text("Kata dasar: tani").wait_for()
        found = titles(page)
        assert len(found) == 5
        assert set(found) < {unescape(title) for title, _, _ in OTHERS[:6]}
        dictionary = card(page).get_by_role("link", name="Cari di KBBI")
        assert dictionary.get_attribute("href") == "https://kbbi.kemendikdasmen.go.id/entri/pertanian"
        assert dictionary.get_attribute("rel") == "noopener noreferrer"
        assert [url for url in asked if not url.startswith(site.url)] == []
        assert page.evaluate("String(getSelection()).trim()") == "pertanian"
        page.keyboard.press("Escape")
        card(page).wait_for(state="hidden")
        page.mouse.dblclick(*place_of(page, "Satu kalimat", "id"))
        card(page).wait_for()
        page.mouse.click(5, 300)
        card(page).wait_for(state="hidden")


def test_titles_are_text_and_lead_to_the_edition_that_is_read(browser: Browser, site: Site) -> None:
    """What looks like HTML in a title is shown as it stands; English titles lead to English pages."""
    with opened(browser, site.article("en"), 1280) as page:
        page.mouse.dblclick(*place_of(page, "pertanian", "id"))
        card(page).get_by_text("Root: tani").wait_for()
        found = titles(page)
        assert set(found) < {unescape(title) for _, _, title in OTHERS[:6]}
        assert card(page).locator("li b").count() == 0
        first = card(page).locator("li a").first
        assert str(first.get_attribute("href")).startswith(f"{site.url}en/2025/02/lain-")
        first.click()
        page.wait_for_url("**/en/2025/02/lain-*/")
        card(page).wait_for(state="hidden")
        page.get_by_role("heading", level=1, name=found[0]).wait_for()


def test_a_word_of_no_other_article_says_so(browser: Browser, site: Site) -> None:
    """An English word, a term with its own note and several words at once have no card."""
    with opened(browser, site.article("id"), 1280) as page:
        page.mouse.dblclick(*place_of(page, "gabah", "id"))
        card(page).get_by_text("Tidak ada artikel lain dengan kata ini.").wait_for()
        assert titles(page) == []
        page.keyboard.press("Escape")
        page.mouse.dblclick(*place_of(page, "farming", "en"))
        page.mouse.dblclick(*place_of(page, "KPK", "id"))
        page.locator("[data-side=id] p").first.evaluate("text => getSelection().selectAllChildren(text)")
        page.keyboard.press("k")
        assert card(page).count() == 0 or card(page).is_hidden()


def test_by_keyboard_k_begins_and_the_arrows_go_on(browser: Browser, site: Site) -> None:
    """From the pair's tools with the first word, each word selected in turn; Escape leads back."""
    with opened(browser, site.article("id"), 1280) as page:
        tools = page.locator(PAIR).first.locator(".sj-tools :is(a, button):not([hidden])").first
        tools.focus()
        page.keyboard.press("k")
        card(page).locator("strong", has_text="harga").wait_for()
        page.keyboard.press("ArrowRight")
        card(page).locator("strong", has_text="beras").wait_for()
        assert page.evaluate("String(getSelection())") == "beras"
        page.keyboard.press("ArrowLeft")
        card(page).locator("strong", has_text="harga").wait_for()
        page.keyboard.press("Escape")
        card(page).wait_for(state="hidden")
        assert tools.evaluate("tool => tool === document.activeElement")


def test_a_long_press_selects_a_word_and_asks(browser: Browser, site: Site) -> None:
    """The phone selects the word; the card keeps within the screen, and the counterpart stays closed."""
    with opened(browser, site.article("id"), 390, has_touch=True, is_mobile=True) as page:
        x, y = place_of(page, "pertanian", "id")
        touch = page.context.new_cdp_session(page)
        touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        page.evaluate(
            """([x, y]) => { // what a phone does of itself when it has been pressed long
              const { startContainer: node, startOffset: at } = document.caretRangeFromPoint(x, y)
              getSelection().collapse(node, at)
              getSelection().modify("move", "backward", "word")
              getSelection().modify("extend", "forward", "word")
            }""",
            [x, y],
        )
        touch.send("Input.dispatchTouchEvent", {"type": "touchCancel", "touchPoints": []})
        card(page).wait_for()
        assert page.evaluate("String(getSelection()).trim()") == "pertanian"
        assert titles(page)
        box = card(page).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        assert page.locator(".sj-open").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_failing_index_is_said(browser: Browser, site: Site) -> None:
    """The dictionary's link is there all the same."""
    with opened(browser, site.article("id"), 1280) as page:
        page.route(
            "**/pagefind.js", lambda route: route.fulfill(content_type="text/javascript", body="export {}")
        )
        page.mouse.dblclick(*place_of(page, "pertanian", "id"))
        card(page).get_by_text("Artikel lain sedang tidak dapat dicari.").wait_for()
        assert card(page).get_by_role("link").count() == 1


def test_words_are_off_by_setting(site: Site) -> None:
    """No page loads or says anything of them then; sentences and terms stay as they are."""
    config, page = site.root / "mkdocs.yml", "id/2025/03/sawah/index.html"
    before = config.read_text(encoding="utf-8")
    switched = before.replace("  - sejajar:\n", "  - sejajar:\n      words: false\n")
    config.write_text(switched, encoding="utf-8")
    build(site.root, site.root / "off")
    config.write_text(before, encoding="utf-8")
    on, off = ((site.root / folder / page).read_text(encoding="utf-8") for folder in ("site", "off"))
    assert ("sejajar-words.js" in on, "sejajar-words.js" in off) == (True, False)
    assert ("KBBI" in on, "KBBI" in off) == (True, False)
    assert "sejajar-sentences.js" in off


def light(colour: str) -> float:
    """Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_what_is_lit_can_be_read(browser: Browser, site: Site, scheme: str) -> None:
    """The words on their ground have the contrast of WCAG's level AA, by day and by night."""
    with opened(browser, site.article("id"), 1280) as page:
        page.evaluate(f"document.body.setAttribute('data-md-color-scheme', '{scheme}')")
        colours: list[Any] = page.locator("[data-side] p").first.evaluate(
            """text => {
              const mark = document.createElement('span')
              mark.className = 'sj-sentence'
              text.append(mark)
              const { color, backgroundColor } = getComputedStyle(mark)
              return [color, backgroundColor]
            }"""
        )
    dark, pale = sorted(map(light, colours))
    assert (pale + 0.05) / (dark + 0.05) >= 4.5


def test_the_scripts_are_small() -> None:
    """As a browser gets them."""
    sizes = {
        name: len(gzip.compress((ASSETS / name).read_bytes(), 9))
        for name in ("sejajar-sentences.js", "sejajar-words.js")
    }
    assert {name: size for name, size in sizes.items() if size > 2_400} == {}
