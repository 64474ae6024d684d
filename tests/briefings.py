"""Briefings for tests: one article with its English, and what varies of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import yaml
from bs4 import BeautifulSoup, Tag
from markdown import Markdown

from sejajar import catalogs as catalog
from sejajar import rendering
from sejajar.catalogs import Briefing
from sejajar.formats.glossary import Glossary, Term
from sejajar.model import (
    Article,
    Edition,
    Kind,
    Metadata,
    Paragraph,
    Quote,
    Section,
    Segment,
    Stamp,
    fingerprint,
    numbered,
)
from sejajar.rendering import Form, Page

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


def converted(text: str) -> str:
    return Markdown(extensions=["md_in_html", "attr_list"]).convert(text)


def body(briefing: Briefing, edition: Edition, *, reviewed_only: bool = False) -> Tag:
    """The article's element, parsed."""
    text = rendering.article_body(briefing, edition, Form.HTML, GLOSSARY, reviewed_only=reviewed_only)
    found = BeautifulSoup(text, "html.parser").find("div", class_="sj-article")
    assert isinstance(found, Tag)
    return found


def text_of(pages: tuple[Page, ...], path: str) -> str:
    return next(page.text for page in pages if page.path == path)


def front(page: Page) -> dict[str, object]:
    meta = yaml.safe_load(page.text.split("---\n")[1])
    assert isinstance(meta, dict)
    return meta
