"""Rendering: what readers get, in both forms and both editions, and what no text can do to the page."""

from __future__ import annotations

import re
import string
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from sejajar import catalog, rendering
from sejajar.catalog import Briefing, Stamp, fingerprint
from sejajar.glossary import Glossary, Term
from sejajar.model import (
    EDITIONS,
    Article,
    Correction,
    Edition,
    Image,
    ItemList,
    Kind,
    Metadata,
    Paragraph,
    Quote,
    Reference,
    Section,
    Segment,
    Source,
    Status,
    numbered,
)
from sejajar.rendering import Form, Options, Page
from sejajar.rendering.inline import inline, link, literal, plain
from sejajar.rendering.wording import WORDING
from strategies import articles, texts

ASSETS = Path(rendering.__file__).parent.parent / "theme" / "assets"
TODAY = date(2025, 7, 21)


def say(kind: Kind, text: str) -> Segment:
    return Segment(kind, text)


HARVEST = numbered(
    Article(
        "content/2025/2025-07-20-panen-raya/article.id.md",
        Metadata(date(2025, 7, 20), place="Karawang", tags=("Pangan",)),
        say(Kind.TITLE, "Panen raya dimulai"),
        (say(Kind.POINT, "Petani memanen sawah."),),
        (Paragraph(say(Kind.PARAGRAPH, "Panen dimulai *kemarin*.")),),
        (
            Section(
                say(Kind.HEADING, "Harga gabah"),
                (
                    Paragraph(say(Kind.PARAGRAPH, "Harganya tetap.")),
                    Quote(
                        (say(Kind.QUOTE, "“Kami menunggu,” kata Siti."),),
                        say(Kind.SPEAKER, "Siti, petani"),
                        "Warta Uji",
                    ),
                ),
                1,
            ),
        ),
    )
)
ENGLISH = {
    "Panen raya dimulai": "Main harvest begins",
    "Petani memanen sawah.": "Farmers are harvesting.",
    "Panen dimulai *kemarin*.": "The harvest began *yesterday*.",
    "Harga gabah": "The price of paddy",
    "Harganya tetap.": "The price is unchanged.",
    "“Kami menunggu,” kata Siti.": "“We are waiting,” said Siti.",
    "Siti, petani": "Siti, a farmer",
}
GLOSSARY = Glossary((Term("Pangan", "Food"), Term("Korea Utara", "North Korea")))


def brief(article: Article, english: dict[str, str] | None = None) -> Briefing:
    """The article with this English, reviewed; ENGLISH by default."""
    words = ENGLISH if english is None else english
    made = catalog.briefing(article, catalog.empty("article.en.po"))
    entries = [replace(entry, msgstr=words.get(entry.msgid, "")) for entry in made.catalog.entries]
    return catalog.briefing(article, made.catalog.updated(entries))


def with_state(briefing: Briefing, text: str, state: str) -> Briefing:
    """The briefing with the segment `text` in another state."""
    entry = next(entry for entry in briefing.catalog.entries if entry.msgid == text)
    stamp = Stamp("google", TODAY, fingerprint(entry.msgid, entry.msgstr))
    changed = {
        "untranslated": replace(entry, msgstr=""),
        "machine": replace(entry, fuzzy=True, machine=stamp),
        "needs-work": replace(entry, fuzzy=True),
        "stale": replace(entry, fuzzy=True, previous="Dulu lain."),
    }[state]
    return catalog.briefing(briefing.article, briefing.catalog.updated([changed]))


def with_metadata(article: Article, **changes: object) -> Article:
    return replace(article, metadata=replace(article.metadata, **changes))  # type: ignore[arg-type]


def body(briefing: Briefing, edition: Edition, *, reviewed_only: bool = False) -> Tag:
    """The article's element, parsed."""
    text = rendering.article_body(briefing, edition, Form.HTML, GLOSSARY, reviewed_only=reviewed_only)
    found = BeautifulSoup(text, "html.parser").find("div", class_="sj-article")
    assert isinstance(found, Tag)
    return found


def converted(text: str) -> str:
    return Markdown(extensions=["md_in_html", "attr_list"]).convert(text)


class Outline(HTMLParser):
    """A page's elements, attributes and words, less the white space that separates blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append((tag, sorted((name, value or "") for name, value in attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # `<img />` is `<img>`

    def handle_endtag(self, tag: str) -> None:
        self.events.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.events.append(re.sub(r"[ \n]+", " ", data))


def outline(html: str) -> list[object]:
    parser = Outline()
    parser.feed(html)
    parser.close()
    joined: list[object] = []
    for event in parser.events:
        if isinstance(event, str) and not event.startswith("/") and not event.strip(" "):
            continue
        joined.append(event.strip(" ") if isinstance(event, str) else event)
    return joined


def text_of(pages: tuple[Page, ...], path: str) -> str:
    return next(page.text for page in pages if page.path == path)


def front(page: Page) -> dict[str, object]:
    meta = yaml.safe_load(page.text.split("---\n")[1])
    assert isinstance(meta, dict)
    return meta


def test_every_string_has_both_languages() -> None:
    """Each word of the interface exists in Indonesian and in English, with the same places to fill."""
    fields = {key: [[*string.Formatter().parse(text)] for text in pair] for key, pair in WORDING.items()}
    for key, pair in WORDING.items():
        assert len(pair) == 2, key
        assert all(pair), key
        names = [{name for _, name, _, _ in parsed if name} for parsed in fields[key]]
        assert names[0] == names[1], key


def test_a_generated_file_is_known_by_its_own_path() -> None:
    """The header names path and source; under any other path the same text is somebody else's."""
    page = rendering.pages([brief(HARVEST)], GLOSSARY)[0]
    header = (
        "<!-- Made by sejajar from content/2025/2025-07-20-panen-raya/article.id.md"
        " as id/2025/07/panen-raya.md. Edit the source, not this file. -->\n"
    )
    assert header in page.text
    assert rendering.header(page.path, HARVEST.path) == header
    assert rendering.is_product(page.text, page.path)
    assert not rendering.is_product(page.text, "id/2025/07/lain.md")
    assert not rendering.is_product(f"# Catatan saya\n\n{header}", page.path)
    assert not rendering.is_product("", page.path)


def test_the_pages_of_a_site() -> None:
    """Both editions have every article, a home, an archive and a page a year; each knows its counterpart."""
    older = replace(HARVEST, path="content/2023/2023-01-05-lama/article.id.md")
    older = with_metadata(older, date=date(2023, 1, 5))
    pages = rendering.pages([brief(older), brief(HARVEST)], GLOSSARY)
    assert [page.path for page in pages] == [
        "id/2023/01/lama.md",
        "id/2025/07/panen-raya.md",
        "id/index.md",
        "id/arsip/index.md",
        "id/arsip/2025.md",
        "id/arsip/2023.md",
        "en/2023/01/lama.md",
        "en/2025/07/panen-raya.md",
        "en/index.md",
        "en/archive/index.md",
        "en/archive/2025.md",
        "en/archive/2023.md",
    ]
    paths = {page.path for page in pages}
    for page in pages:
        there = front(page)["counterpart"]
        assert there in paths
        assert rendering.counterpart(str(there)) == page.path
        assert front(page)["lang"] == page.path[:2]


def test_an_article_as_a_markdown_file() -> None:
    """The whole file, as a person who opens it reads it."""
    article = with_metadata(replace(HARVEST, points=(), sections=()), place="")
    assert text_of(rendering.pages([brief(article)], GLOSSARY), "en/2025/07/panen-raya.md") == (
        """\
---
title: Main harvest begins
description: The harvest began yesterday.
lang: en
counterpart: id/2025/07/panen-raya.md
kind: article
date: '2025-07-20'
hide:
- navigation
---

<!-- Made by sejajar from content/2025/2025-07-20-panen-raya/article.id.md as en/2025/07/panen-raya.md."""
        """ Edit the source, not this file. -->

<div class="sj-article" data-edition="en" markdown="1">
<div class="sj-head" markdown="1">
<p class="sj-dateline"><time datetime="2025-07-20">20 July 2025</time></p>

<h1 id="panen-raya-dimulai" lang="en" markdown="span">Main harvest begins</h1>

<div data-side="id" data-nosnippet=""><p class="sj-subtitle" lang="id">Panen raya dimulai</p></div>
<p class="sj-progress"><span class="sj-reviewed">All 2 passages reviewed by a person</span></p>
</div>
<div class="sj-pair" id="panen-dimulai-kemarin" data-state="reviewed" markdown="1">
<div lang="en" data-side="en" markdown="1">

The harvest began <em>yesterday</em>.

</div>
<div lang="id" data-side="id" data-nosnippet="" markdown="1">

Panen dimulai <em>kemarin</em>.

</div>
</div>
<dl class="sj-sources"><dt>Topics</dt><dd><span class="sj-tag">Food</span></dd></dl>
</div>
"""
    )


@settings(max_examples=40)
@given(articles(), st.data())
def test_markdown_converts_to_the_html_form(article: Article, data: st.DataObject) -> None:
    """Whatever the texts, Python-Markdown makes of the Markdown form what the HTML form says."""
    hostile = st.one_of(texts(), st.text(max_size=20), st.sampled_from(HOSTILE))
    english = {segment.text: data.draw(hostile) for segment in article.segments}
    briefing = brief(article, english)
    for edition in EDITIONS:
        markdown = rendering.article_body(briefing, edition, Form.MARKDOWN)
        html = rendering.article_body(briefing, edition, Form.HTML)
        assert outline(converted(markdown)) == outline(html)


HOSTILE = (
    "a < b & c > d",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</div></div><h1>x</h1>",
    "<!-- x",
    "<?php x ?>",
    "<![CDATA[x]]>",
    "&lt;b&gt; &amp; &amp;lt; &#60;i&#62;",
    "text {: .x onclick=alert(1) }",
    "{: #y }",
    "{{ page.title }} {% raw %}",
    "*[HTML]: x",
    "[^1]: note",
    "[x]: https://x.id",
    "1. satu",
    "12) dua",
    "- item",
    "# judul",
    "judul #",
    "> kutipan",
    "    code",
    "```",
    "--8<-- 'mkdocs.yml'",
    "!!! note",
    "??? x",
    ": definisi",
    "| a | b |",
    "===",
    "---",
    "two\n\nparagraphs\n# and more",
    "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03",
    "https://contoh.id/a_b_c <https://contoh.id>",
    "`x` ``y``",
    "a__b__c *d **e* f**",
    "![x](y.png) [a [b](c)](d)",
    "\\ \\\\ \\* \\",
    "++Ctrl++ ==x== ~~y~~ ^^z^^ :smile: $x$ $$y$$",
    "[x](javascript:alert(1)) [y](JAVASCRIPT:alert(1)) [z](data:text/html,x)",
    "[w](  java\tscript:alert(1)) [v](//evil.example) [u](vbscript:x)",
    '[t](https://a.id/"onmouseover="alert(1) "b" onclick="x")',
)
ALLOWED = {"em", "strong", "a"}


@given(st.one_of(st.sampled_from(HOSTILE), st.text(), texts()))
def test_a_text_brings_no_element_but_emphasis_strong_and_links(text: str) -> None:
    """No text, however hostile, makes another element or attribute, leaves its paragraph, or loses words."""
    made = BeautifulSoup(
        converted(f'<div id="in" markdown="1">\n\n{inline(text)}\n\n</div>\n\n<p>after</p>'), "html.parser"
    )
    inside = made.find(id="in")
    assert isinstance(inside, Tag)
    assert [tag.name for tag in made.find_all(recursive=False)] == ["div", "p"]
    expected = plain(text)
    assert inside.get_text().strip("\n") == expected
    children = [child for child in inside.children if isinstance(child, Tag)]
    assert [child.name for child in children] == (["p"] if expected else [])
    for tag in children[0].find_all() if children else ():
        assert tag.name in ALLOWED
        assert set(tag.attrs) <= {"href", "rel"}
        assert re.match(r"(?i)https?://|mailto:", str(tag.get("href", "https://")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rusia mengekspor 2.000 ton.", "Rusia mengekspor 2.000 ton."),
        ("*miring* dan **tebal**", "<em>miring</em> dan <strong>tebal</strong>"),
        (
            "[taut](https://a.id/?b=1&c=2)",
            '<a href="https://a.id/?b&#61;1&amp;c&#61;2" rel="noopener">taut</a>',
        ),
        ("[klik](javascript:alert(1))", "&#91;klik&#93;(javascript:alert(1))"),
        ("[klik](berkas.md)", "klik"),
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("1. satu", "&#49;. satu"),
        ("- item", "&#45; item"),
        ("a &amp; b", "a &amp; b"),
        ("x {: .y }", "x &#123;: .y &#125;"),
    ],
)
def test_how_texts_are_written(text: str, expected: str) -> None:
    """Markup that we know becomes HTML; all the rest is text in both forms."""
    assert inline(text) == expected


def test_links_of_the_front_matter_lead_to_the_web_or_nowhere() -> None:
    """An outlet's name is a link only where its address is one."""
    assert link("https://unn.ua/x", "UNN") == '<a href="https://unn.ua/x" rel="noopener">UNN</a>'
    assert link("javascript:alert(1)", "UNN") == "UNN"
    assert link("", "UNN") == "UNN"
    assert link("http://[", "UNN") == "UNN"
    assert literal("<b>") == "&lt;b&gt;"


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_text_stands_in_its_own_language(edition: Edition) -> None:
    """Each side says its language, the edition's own first; only the counterpart is kept from snippets."""
    for pair in body(brief(HARVEST), edition).select(".sj-pair"):
        sides = pair.select(":scope > [data-side]")
        there = "en" if edition == "id" else "id"
        assert [side["lang"] for side in sides] == [edition, there]
        assert [side.has_attr("data-nosnippet") for side in sides] == [False, True]


def test_headings_are_of_one_language() -> None:
    """The outline is in the edition's own language; a heading's counterpart is a paragraph."""
    made = body(brief(HARVEST), "en")
    assert [(tag.name, tag.get_text()) for tag in made.find_all(["h1", "h2", "h3"])] == [
        ("h1", "Main harvest begins"),
        ("h2", "1. The price of paddy"),
    ]
    other = made.select_one(".sj-heading-other")
    assert other is not None
    assert (other.name, other.get_text()) == ("p", "1. Harga gabah")


def test_a_table_of_contents_knows_the_headings_and_their_anchors() -> None:
    """Python-Markdown's own table of contents lists our headings under the anchors of their pairs."""
    markdown = Markdown(extensions=["md_in_html", "attr_list", "toc"])
    markdown.convert(rendering.article_body(brief(HARVEST), "id", Form.MARKDOWN))
    title = markdown.toc_tokens[0]  # type: ignore[attr-defined]
    assert (title["id"], title["name"]) == ("panen-raya-dimulai", "Panen raya dimulai")
    assert [(each["id"], each["name"]) for each in title["children"]] == [("harga-gabah", "1. Harga gabah")]


def test_anchors_are_unique_and_the_same_in_both_editions() -> None:
    """One address for a pair, whichever language is read."""
    ids = [[tag["id"] for tag in body(brief(HARVEST), edition).find_all(id=True)] for edition in EDITIONS]
    assert ids[0] == ids[1]
    assert len(ids[0]) == len(set(ids[0])) == len([*HARVEST.segments])


@pytest.mark.parametrize(
    ("state", "indonesian", "english"),
    [
        (
            "machine",
            "Terjemahan mesin, belum diperiksa manusia",
            "Machine translation, not yet reviewed by a person",
        ),
        ("needs-work", "Terjemahan ini masih dikerjakan", "This translation is still being worked on"),
        (
            "stale",
            "Teks Indonesianya berubah setelah bagian ini diterjemahkan",
            "The Indonesian text has changed since this passage was translated",
        ),
        (
            "untranslated",
            "Bagian ini belum diterjemahkan; teks Indonesianya tetap ditampilkan",
            "This passage has not been translated yet; its Indonesian text stands in its place",
        ),
    ],
)
def test_a_state_is_marked_in_the_language_of_the_page(state: str, indonesian: str, english: str) -> None:
    """A mark, a tooltip and words for a screen reader; the other pairs stay unmarked."""
    briefing = with_state(brief(HARVEST), "Harganya tetap.", state)
    for edition, words in zip(EDITIONS, (indonesian, english), strict=True):
        made = body(briefing, edition)
        marks = made.select(".sj-mark")
        assert [(mark["title"], mark.get_text()) for mark in marks] == [(words, words)]
        assert marks[0].parent is not None
        assert marks[0].parent["data-state"] == state


def test_the_head_says_how_much_a_person_has_reviewed() -> None:
    """In numbers, with a legend of the states that occur."""
    briefing = with_state(brief(HARVEST), "Harganya tetap.", "machine")
    said = [body(briefing, edition).select_one(".sj-progress") for edition in EDITIONS]
    assert [each and each.get_text() for each in said] == [
        "6 dari 7 bagian teks telah diperiksa manusia Terjemahan mesin 1",
        "6 of 7 passages reviewed by a person Machine translation 1",
    ]
    untouched = body(brief(HARVEST, {}), "en").select_one(".sj-reviewed")
    assert untouched is not None
    assert untouched.get_text() == "No passage has been reviewed by a person yet"


def test_what_is_untranslated_stands_in_indonesian_on_the_english_page() -> None:
    """Nothing is missing: a placeholder in English, and the Indonesian text marked as such."""
    made = body(with_state(brief(HARVEST), "Harganya tetap.", "untranslated"), "en")
    pair = made.select_one('.sj-pair[data-state="untranslated"]')
    assert pair is not None
    sides = [(side["lang"], side["data-side"], side.get_text()) for side in pair.select("[data-side]")]
    assert sides == [("en", "en", "Not yet translated"), ("id", "id", "Harganya tetap.")]


def test_an_untranslated_heading_and_title_keep_the_outline_whole() -> None:
    """They stand in Indonesian, marked as Indonesian, where the page has no English."""
    briefing = with_state(brief(HARVEST), "Harga gabah", "untranslated")
    made = body(with_state(briefing, "Panen raya dimulai", "untranslated"), "en")
    headings = made.select("h1[lang=id], [lang=id] > h2")
    assert [tag.get_text() for tag in headings] == ["Panen raya dimulai", "1. Harga gabah"]
    assert [gap.get_text() for gap in made.select(".sj-gap")] == ["Not yet translated"] * 2


def test_english_may_be_held_back_until_a_person_has_reviewed_it() -> None:
    """With `reviewed_only` the unreviewed English is nowhere, and the page says what it waits for."""
    briefing = with_state(brief(HARVEST), "Harganya tetap.", "machine")
    pages = rendering.pages([briefing], GLOSSARY, Options(reviewed_only=True))
    assert not [page.path for page in pages if "The price is unchanged." in page.text]
    made = body(briefing, "en", reviewed_only=True)
    assert [gap.get_text() for gap in made.select(".sj-gap")] == ["Awaiting review"]
    title = with_state(brief(HARVEST), "Panen raya dimulai", "machine")
    assert "Main harvest" not in rendering.latest([title], "id", reviewed_only=True)


def test_a_quote_names_speaker_and_outlet_in_both_languages() -> None:
    """A quotation is set as one, and its attribution follows it."""
    figure = body(brief(HARVEST), "id").select_one("figure.sj-quote")
    assert figure is not None
    assert figure.blockquote is not None
    assert figure.figcaption is not None
    assert "“Kami menunggu,” kata Siti." in figure.blockquote.get_text()
    assert [side.get_text() for side in figure.figcaption.select("[data-side]")] == [
        "Siti, petani, melalui Warta Uji",
        "Siti, a farmer, via Warta Uji",
    ]


def test_a_picture_has_the_alternative_text_of_the_edition_and_both_captions() -> None:
    """Lazily loaded from where both editions share it."""
    picture = Image(
        "Foto 1 (2).jpg", say(Kind.ALT, "Petani di sawah"), say(Kind.CAPTION, "Sawah di Karawang")
    )
    article = numbered(replace(HARVEST, lead=(picture,)))
    english = {"Petani di sawah": "Farmers in a field", "Sawah di Karawang": "Paddy in Karawang"}
    made = body(brief(article, english), "en").select_one("figure.sj-figure")
    assert made is not None
    assert made.img is not None
    assert made.img.attrs == {
        "alt": "Farmers in a field",
        "lang": "en",
        "loading": "lazy",
        "src": "../../../media/panen-raya/Foto%201%20%282%29.jpg",
    }
    assert [side.get_text() for side in made.select("[data-side]")] == [
        "Paddy in Karawang",
        "Sawah di Karawang",
    ]
    assert rendering.media_path(article, picture.src) == "media/panen-raya/Foto 1 (2).jpg"


def test_whose_text_it_is_stands_apart_from_whose_facts_they_are() -> None:
    """Source and references are named and linked under headings of their own."""
    source = Source("Warta Uji", "https://warta.example/1", "Budi", "© Warta Uji")
    references = (Reference("UNN", "https://unn.example/2", "Report"), Reference("Kabar"))
    article = with_metadata(HARVEST, source=source, references=references)
    made = body(brief(article), "id").select_one(".sj-sources")
    assert made is not None
    assert [(row.name, row.get_text()) for row in made.find_all(["dt", "dd"])] == [
        ("dt", "Teks asli"),
        ("dd", "Warta Uji, Budi © Warta Uji"),
        ("dt", "Fakta dari"),
        ("dd", "UNN, Report"),
        ("dd", "Kabar"),
        ("dt", "Topik"),
        ("dd", "Pangan"),
    ]
    assert [tag["href"] for tag in made.find_all("a")] == ["https://warta.example/1", "https://unn.example/2"]


def test_updates_and_corrections_are_shown_in_both_editions() -> None:
    """A correction is a pair like any other, under its date."""
    correction = Correction(date(2025, 7, 22), say(Kind.CORRECTION, "Angkanya keliru."))
    article = numbered(with_metadata(HARVEST, updated=date(2025, 7, 22), corrections=(correction,)))
    english = {**ENGLISH, "Angkanya keliru.": "The figure was wrong."}
    for edition, updated in zip(EDITIONS, ("Diperbarui 22 Juli 2025", "Updated 22 July 2025"), strict=True):
        made = body(brief(article, english), edition)
        assert updated in made.get_text()
        shown = made.select_one(".sj-corrections")
        assert shown is not None
        assert "Angkanya keliru." in shown.get_text()
        assert "The figure was wrong." in shown.get_text()


def test_a_retracted_article_keeps_its_address_and_loses_its_text() -> None:
    """A notice stands there; its words are on no page, in no list and in no search index."""
    pages = rendering.pages([brief(with_metadata(HARVEST, status=Status.RETRACTED))], GLOSSARY)
    said = [*ENGLISH, *ENGLISH.values()]
    assert not [page.path for page in pages for text in said if plain(text) in page.text or text in page.text]
    page = next(page for page in pages if page.path == "en/2025/07/panen-raya.md")
    assert "has been retracted" in page.text
    meta = front(page)
    assert (meta["title"], meta["robots"], meta["search"]) == (
        "Briefing retracted",
        "noindex",
        {"exclude": True},
    )
    assert "There are no briefings yet." in text_of(pages, "en/index.md")


def test_a_draft_says_so() -> None:
    """On its page and in the lists, and it is not for search engines."""
    pages = rendering.pages([brief(with_metadata(HARVEST, status=Status.DRAFT))], GLOSSARY)
    page = next(page for page in pages if page.path == "id/2025/07/panen-raya.md")
    assert "Artikel ini masih draf dan belum diterbitkan." in page.text
    assert front(page)["robots"] == "noindex"
    assert "Draf" in text_of(pages, "id/index.md")


def test_mostly_unreviewed_english_is_not_for_search_engines() -> None:
    """The English page says noindex where less than half is reviewed; the Indonesian page never."""
    robots = [
        [
            front(page).get("robots")
            for page in rendering.pages([briefing], GLOSSARY)
            if "panen-raya" in page.path
        ]
        for briefing in (brief(HARVEST), brief(HARVEST, {}))
    ]
    assert robots == [[None, None], [None, "noindex"]]


def test_names_are_in_the_language_of_the_page() -> None:
    """The glossary gives the English of a place or a tag; dates are the language's own."""
    article = with_metadata(HARVEST, place="Korea Utara")
    lines = [body(brief(article), edition).select_one(".sj-dateline") for edition in EDITIONS]
    assert [line and line.get_text() for line in lines] == [
        "Korea Utara 20 Juli 2025",
        "North Korea 20 July 2025",
    ]


def test_the_archive_stays_light() -> None:
    """Its first page holds counts, so that ten times the articles change nothing but digits."""

    def archive(many: int) -> str:
        made = [
            replace(HARVEST, path=f"content/2025/2025-07-20-panen-{n}/article.id.md") for n in range(many)
        ]
        return text_of(rendering.pages([brief(article) for article in made]), "id/arsip/index.md")

    assert "[2025](2025.md)" in archive(30)
    assert "30 artikel" in archive(30)
    assert len(archive(30)) - len(archive(3)) <= 4


def test_one_briefing_is_counted_as_one() -> None:
    """English has a singular."""
    pages = rendering.pages([brief(HARVEST)], GLOSSARY)
    assert "1 briefing<" in text_of(pages, "en/archive/index.md")
    assert "1 artikel<" in text_of(pages, "id/arsip/index.md")


def test_the_newest_for_a_page_written_by_hand() -> None:
    """Both titles, each leading into its edition by a full page load."""
    made = rendering.latest([brief(HARVEST)], "id", "mula/index.md")
    assert (
        '[Panen raya dimulai](../id/2025/07/panen-raya.md){ lang="id" hreflang="id" target="_self" }' in made
    )
    assert (
        '[Main harvest begins](../en/2025/07/panen-raya.md){ lang="en" hreflang="en" target="_self" }' in made
    )
    assert rendering.latest([], "en") == "*There are no briefings yet.*"


@settings(max_examples=30)
@given(articles())
def test_the_pages_around_an_article_hold_whatever_its_title_is(article: Article) -> None:
    """A hostile title is one link in a list: it makes no other element and leads nowhere else."""
    article = with_metadata(article, status=Status.PUBLISHED)
    briefing = brief(article, {segment.text: segment.text for segment in article.segments})
    made = BeautifulSoup(converted(rendering.latest([briefing], "id")), "html.parser")
    address = f"{article.metadata.date:%Y/%m}/{article.slug}.md"
    assert [tag["href"] for tag in made.find_all("a")] == [f"id/{address}", f"en/{address}"]
    assert [tag.get_text() for tag in made.find_all("a")] == [plain(article.title.text)] * 2
    assert {tag.name for tag in made.find_all()} <= {"a", "div", "p", "span", "time"}


def test_lists_are_numbered_where_the_article_numbers_them() -> None:
    """Each item is a pair."""
    items = tuple(say(Kind.ITEM, text) for text in ("satu", "dua"))
    article = numbered(replace(HARVEST, lead=(ItemList(items, ordered=True), ItemList(items[:1]))))
    made = body(brief(article), "id")
    assert [(tag.name, len(tag.find_all("li"))) for tag in made.select("section ~ .sj-list")] == [
        ("ol", 2),
        ("ul", 1),
    ]


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
    block = re.search(rf'^\[data-md-color-scheme="{scheme}"\] {{\n(.*?)^}}', css, re.M | re.S)
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
        assert not re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]", text), path.name
        for name in re.findall(r'url\("([^"]+)"\)', text):
            assert (path.parent / name).is_file(), name
