"""What lists of briefings are made of: the newest first, a row each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from sejajar.importing.slugs import slug_of
from sejajar.language.inline import literal, plain
from sejajar.language.wording import say, short_date
from sejajar.model import Edition, Segment, Status
from sejajar.rendering.html.markup import Element, Link, Node, element, link, spaced, words
from sejajar.site.addresses import PLACES, other
from sejajar.site.view import View

LONGEST = 100
"""Rows on one page."""

T = TypeVar("T")


def by_year(views: Iterable[View]) -> Iterator[tuple[int, list[View]]]:
    """The views, newest first, a year at a time."""
    for year, of_year in groupby(views, key=lambda view: view.briefing.article.metadata.date.year):
        yield year, list(of_year)


def in_pages(items: Sequence[T], size: int = LONGEST) -> list[Sequence[T]]:
    """The items a page at a time: at least one page, and none but the last shorter than `size`."""
    return [items[start : start + size] for start in range(0, max(len(items), 1), size)]


def state_word(view: View, segment: Segment, shown: Edition, words: Edition) -> str:
    """What follows a text shown in one language: its state, said in another or the same, unless reviewed."""
    state = view.caveat(segment, shown)
    if not state:
        return ""
    return f' <span class="sj-state" data-state="{state}" lang="{words}">{literal(say(words, state))}</span>'


def own_link(view: View) -> Link:
    """The title as this edition has it, with its state, leading to the article in this edition."""
    title = view.briefing.article.title
    text, language = view.own(title)
    state = state_word(view, title, view.edition, view.edition)
    lang = None if language == view.edition else language
    return link(PLACES.article(view.briefing.article, view.edition), literal(plain(text)) + state, lang=lang)


def title_link(view: View, edition: Edition, page: str) -> Link:
    """The title in one language, leading to that edition; in Indonesian where it has no English."""
    title = View(view.briefing, edition, view.glossary, view.reviewed_only)
    text, language = title.own(view.briefing.article.title)
    words = literal(plain(text)) + state_word(view, view.briefing.article.title, edition, edition)
    target = PLACES.article(view.briefing.article, edition)
    return link(target, words, lang=language, hreflang=edition, target=leave(view, edition, page))


def leave(view: View, edition: Edition, page: str) -> str | None:
    """Material's instant navigation keeps the language of the page it leaves, so it must not follow."""
    return None if view.places.edition(page) == edition else "_self"


def other_title(view: View) -> str:
    """HTML of the title in the other language, with its state; empty where there is none beside it."""
    title, there = view.briefing.article.title, other(view.edition)
    text = view.text(title, there)
    if not text or view.own(title)[1] != view.edition:
        return ""
    return literal(plain(text)) + state_word(view, title, there, view.edition)


def counterpart_title(view: View) -> list[Node]:
    """The title in the other language, after a space."""
    title = other_title(view)
    return [" ", element("em", title, lang=other(view.edition))] if title else []


def rows(views: Iterable[View]) -> Element:
    """`20 Jul Title Judul`, a line each: below a heading that says the year."""
    return element("ul", *map(row, views))


def row(view: View, *more: Node) -> Element:
    day = short_date(view.briefing.article.metadata.date, view.edition)
    return element("li", f"{day} ", own_link(view), *counterpart_title(view), *draft_badge(view), *more)


def draft_badge(view: View) -> list[Node]:
    metadata = view.briefing.article.metadata
    if metadata.status is not Status.DRAFT:
        return []
    word = say(view.edition, "scheduled" if metadata.publish_at else "draft")
    return [" ", element("span", literal(word), class_="sj-badge")]


def main_heading(text: str, lang: str | None = None) -> Element:
    """`text` is HTML."""
    return element("h1", text, id=heading_id(text), lang=lang)


def heading_id(text: str) -> str:
    return slug_of(words(text)) or "page"


def counted(text: Node, many: str) -> list[Node]:
    return [text, " ", element("span", many, class_="sj-count")]


def nothing_yet(edition: Edition, key: str = "nothing-yet") -> Element:
    return element("p", literal(say(edition, key)))


def pager(edition: Edition, pages: Sequence[str], at: int) -> Element | None:
    """Links from one page of a list to the others: the one before, the one after. `at` counts from 0."""
    if len(pages) < 2:
        return None
    parts: list[Node] = [link(pages[at - 1], literal(say(edition, "page-before")))] if at else []
    parts.append(literal(say(edition, "page-of", page=at + 1, pages=len(pages))))
    if at + 1 < len(pages):
        parts.append(link(pages[at + 1], literal(say(edition, "page-after"))))
    return element("p", *spaced(parts), class_="sj-pager")
