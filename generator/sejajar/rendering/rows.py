"""What lists of briefings are made of: the newest first, a row each, a page's frame.

A list's cost is Python-Markdown's, and that is counted in inline elements: a row is a list item with plain
text, one link and one emphasis, which converts in a third of the time of the same in raw HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from sejajar.catalog import Briefing
from sejajar.model import Edition, Segment, Status
from sejajar.rendering.addresses import other, relative
from sejajar.rendering.inline import literal, plain
from sejajar.rendering.view import View
from sejajar.rendering.wording import say, short_date

LONGEST = 100
"""Rows on one page."""

T = TypeVar("T")


def listed(briefings: Iterable[Briefing]) -> list[Briefing]:
    """Those that lists show, newest first. A retracted article keeps its address and leaves the lists."""
    shown = (item for item in briefings if item.article.metadata.status is not Status.RETRACTED)
    return sorted(shown, key=lambda item: (-item.article.metadata.date.toordinal(), item.article.path))


def by_year(views: Iterable[View]) -> Iterator[tuple[int, list[View]]]:
    """The views, newest first, a year at a time."""
    for year, of_year in groupby(views, key=lambda view: view.briefing.article.metadata.date.year):
        yield year, list(of_year)


def in_pages(items: Sequence[T], size: int = LONGEST) -> list[Sequence[T]]:
    """The items a page at a time: at least one page, and none but the last shorter than `size`."""
    return [items[start : start + size] for start in range(0, max(len(items), 1), size)]


def wrapped(name: str, parts: Iterable[str]) -> str:
    return f'<div class="{name}" markdown="1">\n\n' + "\n\n".join(parts) + "\n\n</div>"


def state_word(view: View, segment: Segment, shown: Edition, words: Edition) -> str:
    """What follows a text shown in one language: its state, said in another or the same, unless reviewed."""
    state = view.caveat(segment, shown)
    if not state:
        return ""
    return f' <span class="sj-state" data-state="{state}" lang="{words}">{literal(say(words, state))}</span>'


def own_link(view: View, page: str) -> str:
    """The title as this edition has it, with its state, leading to the article in this edition."""
    text, language = view.own(view.briefing.article.title)
    target = relative(view.places.article(view.briefing.article, view.edition), page)
    attributes = "" if language == view.edition else f'{{ lang="{language}" }}'
    state = state_word(view, view.briefing.article.title, view.edition, view.edition)
    return f"[{literal(plain(text))}{state}]({target}){attributes}"


def title_link(view: View, edition: Edition, page: str) -> str:
    """The title in one language, leading to that edition; in Indonesian where it has no English."""
    title = View(view.briefing, edition, view.glossary, view.reviewed_only, places=view.places)
    text, language = title.own(view.briefing.article.title)
    target = relative(view.places.article(view.briefing.article, edition), page)
    attributes = f'lang="{language}" hreflang="{edition}"{leave(view, edition, page)}'
    state = state_word(view, view.briefing.article.title, edition, edition)
    return f"[{literal(plain(text))}{state}]({target}){{ {attributes} }}"


def leave(view: View, edition: Edition, page: str) -> str:
    """Material's instant navigation keeps the language of the page it leaves, so it must not follow."""
    return "" if view.places.edition(page) == edition else ' target="_self"'


def other_title(view: View) -> str:
    """HTML of the title in the other language, with its state; empty where there is none beside it."""
    title, there = view.briefing.article.title, other(view.edition)
    text = view.text(title, there)
    if not text or view.own(title)[1] != view.edition:
        return ""
    return literal(plain(text)) + state_word(view, title, there, view.edition)


def row(view: View, page: str) -> str:
    """`- 20 Jul [Title](…) *Judul*`: below a heading that says the year."""
    day = short_date(view.briefing.article.metadata.date, view.edition)
    title = other_title(view)
    counterpart = f' *{title}*{{ lang="{other(view.edition)}" }}' if title else ""
    return f"- {day} {own_link(view, page)}{counterpart}{draft_badge(view)}"


def draft_badge(view: View) -> str:
    metadata = view.briefing.article.metadata
    if metadata.status is not Status.DRAFT:
        return ""
    word = say(view.edition, "scheduled" if metadata.publish_at else "draft")
    return f' <span class="sj-badge">{word}</span>'


def pager(edition: Edition, path: str, pages: Sequence[str], at: int) -> str:
    """Links from one page of a list to the others: the one before, the one after. `at` counts from 0."""
    if len(pages) < 2:
        return ""
    words = say(edition, "page-of", page=at + 1, pages=len(pages))
    parts = [f"[{say(edition, 'page-before')}]({relative(pages[at - 1], path)})"] if at else []
    parts.append(words)
    if at + 1 < len(pages):
        parts.append(f"[{say(edition, 'page-after')}]({relative(pages[at + 1], path)})")
    return f'<p class="sj-pager" markdown="span">{" ".join(parts)}</p>'
