"""The contents of an EPUB: articles in both languages and their sections, its pages, its parts."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence

from sejajar.language.wording import say
from sejajar.rendering.books.book import Book
from sejajar.rendering.books.chapter import Chapter
from sejajar.rendering.books.page_list import PageBreak
from sejajar.rendering.books.xhtml import el
from sejajar.site.addresses import other


def contents_page(
    book: Book, chapters: Sequence[Chapter], breaks: Sequence[PageBreak], file: Callable[[int], str]
) -> list[ET.Element]:
    own = book.edition
    entries = [_article(one, file(number)) for number, one in enumerate(chapters, 1)]
    entries.append(_entry("colophon.xhtml", say(own, "book-about")))
    toc = el(
        "nav",
        el("h1", say(own, "contents"), id="contents"),
        el("ol", *entries),
        epub__type="toc",
        role="doc-toc",
        aria_labelledby="contents",
        id="toc",
    )
    pages = [_entry(f"{file(one.chapter)}#{one.id}", str(one.number)) for one in breaks]
    page_list = el(
        "nav",
        el("h2", say(own, "book-pages")),
        el("ol", *pages),
        epub__type="page-list",
        role="doc-pagelist",
        hidden="hidden",
        id="page-list",
    )
    return [toc, page_list, _landmarks(book, file(1))]


def titles(one: Chapter) -> list[ET.Element]:
    """An article's title in the book's first language, and in the other, each with its state."""
    view = one.view
    segment = view.briefing.article.title
    own = view.own(segment)[1]
    found = [el("span", view.stated(segment, view.edition), lang=own)]
    there = other(own)
    if view.text(segment, there):
        found.append(el("span", view.stated(segment, there), lang=there, class_="sj-second"))
    return found


def _article(one: Chapter, file: str) -> ET.Element:
    words = titles(one)
    link = el("a", words[0], *(part for more in words[1:] for part in (" · ", more)), href=file)
    sections = [_entry(f"{file}#{found.id}", found.text, found.lang) for found in one.headings[1:]]
    return el("li", link, el("ol", *sections) if sections else None)


def _entry(href: str, text: str, lang: str | None = None) -> ET.Element:
    return el("li", el("a", text, href=href, lang=lang))


def _landmarks(book: Book, first: str) -> ET.Element:
    own = book.edition
    parts = (
        ("titlepage", "title.xhtml", book.title[own]),
        ("toc", "nav.xhtml#toc", say(own, "contents")),
        ("bodymatter", first, say(own, "book-articles")),
        ("colophon", "colophon.xhtml", say(own, "book-about")),
    )
    items = [el("li", el("a", text, href=href, epub__type=kind)) for kind, href, text in parts]
    return el(
        "nav",
        el("h2", say(own, "book-parts")),
        el("ol", *items),
        epub__type="landmarks",
        hidden="hidden",
        id="landmarks",
    )
