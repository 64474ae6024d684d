"""A book on paper: one HTML document with all of it, which is laid out as a PDF."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sejajar import __version__
from sejajar.language.wording import say
from sejajar.model import Edition
from sejajar.rendering.books.book import Book, people
from sejajar.rendering.books.chapter import Chapter, chapter
from sejajar.rendering.books.contents import titles
from sejajar.rendering.books.front import ABOUT, colophon, title_page
from sejajar.rendering.books.pdf import Press, Report, Resource
from sejajar.rendering.books.xhtml import el, serialized

LONGEST = 56
"""Characters of a running head."""
_FACES = {"roman.ttf": "normal", "italic.ttf": "italic"}


def pdf(book: Book, report: Report = lambda _: None) -> bytes:
    """The whole file. Raises NoLayoutError."""
    press = Press(resources(book), report)
    if book.layout == "facing":
        from sejajar.rendering.books.facing import facing

        return facing(book, press)
    chapters = [chapter(book, view, number) for number, view in enumerate(book.views, 1)]
    laid = press.lay_out(document(book, [title_page(book), *inside(book, chapters)]))
    return press.print(laid, laid.pages, book)


def resources(book: Book) -> dict[str, Resource]:
    found = {f"images/{one.name}": Resource(one.media_type, one.data) for one in book.pictures.values()}
    return found | {f"fonts/{name}": Resource("font/ttf", data) for name, data in book.fonts.items()}


def inside(book: Book, chapters: Sequence[Chapter]) -> list[ET.Element]:
    """All but the title page: the contents, the articles, and what the book says of itself."""
    for one in chapters:
        title = next(one.body.iter("h1"))
        title.set("data-running", _short(one.headings[0].text))
    about = colophon(book, lambda number: f"#{chapters[number - 1].body.get('id')}")
    heading = next(about.iter("h1"))
    heading.set("id", f"{ABOUT}-{book.edition}")
    heading.set("data-running", say(book.edition, "book-about"))
    return [_contents(book, chapters), *(one.body for one in chapters), about]


def _contents(book: Book, chapters: Sequence[Chapter]) -> ET.Element:
    items = []
    for one in chapters:
        words = titles(one)
        second = words[1:] if book.layout != "facing" else []
        link = el("a", *words[:1], *second, href=f"#{one.headings[0].id}")
        items.append(el("li", link))
    items.append(el("li", el("a", say(book.edition, "book-about"), href=f"#{ABOUT}-{book.edition}")))
    heading = el("h1", say(book.edition, "contents"), data_running=say(book.edition, "contents"))
    return el("section", heading, el("ol", *items), class_="sj-toc", lang=book.edition)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rpartition(" ")[0].rstrip(" ,;:–—") + "…"


def document(book: Book, content: Iterable[ET.Element], css: str = "") -> str:
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("title", book.title[book.edition]),
        el("meta", name="generator", content=f"Sejajar {__version__}"),
        el("meta", name="author", content=", ".join(people(book, "authors")) or book.told.name),
        el("meta", name="dcterms.created", content=book.changed.date().isoformat()),
        el("meta", name="dcterms.modified", content=book.changed.date().isoformat()),
        el("style", book.css + _faces() + css),
    )
    body = el("body", *content, class_=f"sj-book sj-{book.layout}")
    body.set("data-book", _short(book.title[book.edition]))
    root = el("html", head, body, lang=book.edition)
    for one in root.iter():
        for name in [name for name in one.attrib if name.startswith("epub:")]:
            del one.attrib[name]
    return _html(root)


def _html(root: ET.Element) -> str:
    """As HTML, whose style element holds what XML would escape."""
    style = next(root.iter("style"))
    css, style.text = style.text or "", ""
    return "<!DOCTYPE html>\n" + serialized(root).replace("<style></style>", f"<style>{css}</style>", 1)


def _faces() -> str:
    return "".join(
        f'@font-face {{ font-family: "Source Serif 4"; font-style: {style}; font-weight: 200 900; '
        f'src: url("fonts/{name}"); }}\n'
        for name, style in _FACES.items()
    )


def in_language(book: Book, edition: Edition) -> Book:
    """The same book in one edition's words."""
    return replace(book, edition=edition, views=tuple(replace(view, edition=edition) for view in book.views))
