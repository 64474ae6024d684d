"""What stands before and after the articles of a book: its title page, and what it says of itself."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable

from sejajar.language.wording import count, in_sentence, long_date, reviewed, say
from sejajar.model import Edition
from sejajar.rendering.article.pair import EXCEPTIONAL
from sejajar.rendering.books.book import Book, people, reviewers
from sejajar.rendering.books.xhtml import el
from sejajar.site.addresses import other

ABOUT = "about-this-book"
"""The `id` of its heading."""


def title_page(book: Book) -> ET.Element:
    own, there = book.edition, other(book.edition)
    second = book.title[there] if book.title[there] != book.title[own] else None
    return el(
        "section",
        el("h1", book.title[own], lang=own, id="title"),
        el("p", second, class_="sj-subtitle", lang=there) if second else None,
        *(el("p", lead(book, edition), class_="sj-about", lang=edition) for edition in (own, there)),
        el("p", book.told.name, class_="sj-site") if book.told.name != book.title[own] else None,
        el("p", el("a", book.told.url, href=book.told.url), class_="sj-address") if book.told.url else None,
        epub__type="titlepage",
        class_="sj-titlepage",
        aria_labelledby="title",
    )


def lead(book: Book, edition: Edition) -> str:
    """How many articles, of when, in which languages."""
    return say(
        edition, "book-lead", count=count(edition, len(book.views)), days=_days(*book.days, edition=edition)
    )


def _days(first: dt.date, last: dt.date, edition: Edition) -> str:
    """`3–20 Juli 2025`, with no more repeated than must be."""
    end = long_date(last, edition)
    if first == last:
        return end
    start = long_date(first, edition)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
    return f"{start} – {end}"


Place = Callable[[int], str]
"""Where in the book the article of this number begins, from 1."""


def colophon(book: Book, place: Place) -> ET.Element:
    """What was reviewed and by whom, whose texts they are, where they stand.

    In both languages, but where each has pages of its own.
    """
    own = book.edition
    return el(
        "section",
        *(
            part
            for edition in ((own,) if book.layout == "facing" else (own, other(own)))
            for part in _about(book, edition, place, first=edition == own)
        ),
        epub__type="colophon",
        role="doc-colophon",
        class_="sj-colophon",
        aria_labelledby=ABOUT,
    )


def _about(book: Book, edition: Edition, place: Place, *, first: bool) -> list[ET.Element]:
    name = "h1" if first else "h2"
    parts = [el(name, say(edition, "book-about"), lang=edition, id=ABOUT if first else f"{ABOUT}-{edition}")]
    said = [lead(book, edition), _states(book, edition), say(edition, "book-states")]
    said.append(say(edition, "book-changed", date=long_date(book.changed.date(), edition)))
    for role, key in (("authors", "by"), ("translators", "translated-by"), ("editors", "edited-by")):
        if names := people(book, role):  # type: ignore[arg-type]
            said.append(say(edition, key, names=", ".join(names)) + ".")
    if names := reviewers(book.views):
        said.append(say(edition, "book-reviewers", names=", ".join(names)))
    said += [book.rights, say(edition, "book-rights"), say(edition, "book-font")]
    parts += [el("p", text, lang=edition) for text in said if text]
    if first:
        parts.append(_articles(book, edition, place))
    return parts


def _states(book: Book, edition: Edition) -> str:
    states = Counter(view.state(segment) for view in book.views for segment in view.briefing.article.segments)
    rest = [f"{in_sentence(say(edition, state))} {states[state]}" for state in EXCEPTIONAL if states[state]]
    return reviewed(edition, states["reviewed"], states.total()) + (f"; {', '.join(rest)}." if rest else ".")


def _articles(book: Book, edition: Edition, place: Place) -> ET.Element:
    items = []
    for number, view in enumerate(book.views, 1):
        article = view.briefing.article
        day = long_date(article.metadata.date, edition)
        title, language = view.stated(article.title, edition), view.own(article.title)[1]
        name = el("a", title, href=place(number), lang=language)
        items.append(el("li", name, f", {day}"))
    return el("ol", *items, class_="sj-articles", lang=edition)
