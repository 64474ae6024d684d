"""An article’s page: two languages in pairs, and what readers are told about them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from markdown import Markdown

from briefings import (
    ENGLISH,
    GLOSSARY,
    HARVEST,
    body,
    brief,
    say,
    with_metadata,
    with_state,
)
from sejajar import rendering
from sejajar.model import (
    EDITIONS,
    Correction,
    Edition,
    Image,
    ItemList,
    Kind,
    Reference,
    Source,
    numbered,
)
from sejajar.rendering import Form, Options


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
    sides = [
        (side["lang"], side["data-side"], side.get_text(strip=True)) for side in pair.select("[data-side]")
    ]
    assert sides == [("en", "en", "Not yet translated"), ("id", "id", "Harganya tetap.")]


def test_an_untranslated_heading_and_title_keep_the_outline_whole() -> None:
    """They stand in Indonesian, marked as Indonesian, where the page has no English."""
    briefing = with_state(brief(HARVEST), "Harga gabah", "untranslated")
    made = body(with_state(briefing, "Panen raya dimulai", "untranslated"), "en")
    headings = made.select("h1[lang=id], [lang=id] > h2")
    assert [tag.get_text() for tag in headings] == ["Panen raya dimulai", "1. Harga gabah"]
    assert [gap.get_text(strip=True) for gap in made.select(".sj-gap")] == ["Not yet translated"] * 2


def test_english_may_be_held_back_until_a_person_has_reviewed_it() -> None:
    """With `reviewed_only` the unreviewed English is nowhere, and the page says what it waits for."""
    briefing = with_state(brief(HARVEST), "Harganya tetap.", "machine")
    pages = rendering.pages([briefing], GLOSSARY, Options(reviewed_only=True))
    assert not [page.path for page in pages if "The price is unchanged." in page.text]
    made = body(briefing, "en", reviewed_only=True)
    assert [gap.get_text(strip=True) for gap in made.select(".sj-gap")] == ["Awaiting review"]
    title = with_state(brief(HARVEST), "Panen raya dimulai", "machine")
    assert "Main harvest" not in rendering.latest([title], "id", reviewed_only=True)


def test_a_quote_names_speaker_and_outlet_in_both_languages() -> None:
    """A quotation is set as one, and its attribution follows it."""
    figure = body(brief(HARVEST), "id").select_one("figure.sj-quote")
    assert figure is not None
    assert figure.blockquote is not None
    assert figure.figcaption is not None
    assert "“Kami menunggu,” kata Siti." in figure.blockquote.get_text()
    assert [side.get_text(strip=True) for side in figure.figcaption.select("[data-side]")] == [
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
        "src": "../../../../media/panen-raya/Foto%201%20%282%29.jpg",
    }
    assert [side.get_text(strip=True) for side in made.select("[data-side]")] == [
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


def test_names_are_in_the_language_of_the_page() -> None:
    """The glossary gives the English of a place or a tag; dates are the language's own."""
    article = with_metadata(HARVEST, place="Korea Utara")
    lines = [body(brief(article), edition).select_one(".sj-dateline") for edition in EDITIONS]
    assert [line and line.get_text() for line in lines] == [
        "Korea Utara 20 Juli 2025",
        "North Korea 20 July 2025",
    ]


def test_lists_are_numbered_where_the_article_numbers_them() -> None:
    """Each item is a pair."""
    items = tuple(say(Kind.ITEM, text) for text in ("satu", "dua"))
    article = numbered(replace(HARVEST, lead=(ItemList(items, ordered=True), ItemList(items[:1]))))
    made = body(brief(article), "id")
    assert [(tag.name, len(tag.find_all("li"))) for tag in made.select("section ~ .sj-list")] == [
        ("ol", 2),
        ("ul", 1),
    ]
