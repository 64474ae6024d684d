"""Pages that face each other: Indonesian on the left, English on the right, passage beside passage.

Two books of one language are laid out and bound together page by page. Laid out for the first time, each on
one endless page an article, they tell how high each passage is in each language. What is shorter is given the
height of the other, and both begin a new page at the same passage. A longer passage flows on at its own
length; where one language needs more pages for it, the other waits on an empty page.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, zip_longest

from sejajar.model import EDITIONS, Edition
from sejajar.rendering.books.book import Book
from sejajar.rendering.books.chapter import Chapter, chapter
from sejajar.rendering.books.front import title_page
from sejajar.rendering.books.paper import document, in_language, inside
from sejajar.rendering.books.pdf import Laid, Press
from sejajar.rendering.books.xhtml import classes, el, having, without
from sejajar.site.addresses import other

HEIGHT = 210 - 16 - 18
"""Millimetres of text on a page."""
_ENDLESS = 100_000
"""Millimetres of the page on which passages are measured: 500 pages of an article."""
_MM = 96 / 25.4
"""Pixels of CSS in a millimetre."""
_MARGIN = 26
"""Pixels that what begins a page may keep free above itself."""
_PAGE = """
@page { size: A5; margin: 16mm 15mm 18mm; counter-increment: page 2; }
@page :first { @top-left { content: string(book); } @top-right { content: string(chapter); }
  @bottom-center { content: counter(page); } }
html { font-size: 9.5pt; }
.sj-figure img, .sj-figure svg { max-height: 95mm; }
.sj-book .sj-sides > * { padding-left: 0; border-left: 0; }
"""
_FIRST: dict[Edition, int] = {"id": 2, "en": 3}
"""The number of each language's first page; the title page is 1."""
_CLINGING = {"sj-heading", "sj-label", "sj-day"}
"""The classes of what does not stand alone at the foot of a page."""
_BLOCKS = {"p", "div", "li", "h1", "h2", "section", "dl"}
_WHOLE = {"sj-pair", "sj-head", "sj-figure", "sj-sources"}


@dataclass(frozen=True, slots=True)
class _Side:
    """One language's book."""

    book: Book
    content: tuple[ET.Element, ...]
    parts: tuple[tuple[ET.Element, ...], ...]
    """Of each section of the book the passages, in the order of reading."""


def facing(book: Book, press: Press) -> bytes:
    sides = {edition: _side(book, edition) for edition in EDITIONS}
    heights = {edition: _measured(side, press) for edition, side in sides.items()}
    begun = _begin_pages(sides, heights)
    laid = {edition: _laid(side, press) for edition, side in sides.items()}
    for edition, short in _missing(laid, begun).items():
        if short:
            _wait(sides[edition], short)
            laid[edition] = _laid(sides[edition], press)
    title = press.lay_out(document(book, [title_page(book)], _PAGE + _BARE))
    pairs = chain.from_iterable(zip_longest(laid["id"].pages, laid["en"].pages))
    pages = [*title.pages, *(page for page in pairs if page is not None)]
    return press.print(title, pages, book)


_BARE = """
@page :first { @top-left { content: none; } @top-right { content: none; } @bottom-center { content: none; } }
"""


def _side(book: Book, edition: Edition) -> _Side:
    own = in_language(book, edition)
    chapters = [chapter(own, view, number, f"{edition}-") for number, view in enumerate(own.views, 1)]
    for one in chapters:
        _in_one_language(one, edition)
    content = tuple(inside(own, chapters))
    parts = tuple(tuple(_passages(section)) for section in content)
    for number, passage in enumerate(chain.from_iterable(parts)):
        if not passage.get("id"):
            passage.set("id", f"{edition}-passage-{number}")
    return _Side(own, content, parts)


def _in_one_language(one: Chapter, edition: Edition) -> None:
    there = other(edition)
    for box in list(having(one.body, "sj-sides")):
        untold = any("sj-gap" in classes(part) for part in box.iter())
        if untold and any(part.tag == "h2" for part in box.iter()):
            continue  # a heading that is not translated is still one
        without(box, lambda part: part.get("data-side") == there)
    for head in having(one.body, "sj-head"):
        without(head, lambda part: part.get("data-side") == there)
        if edition == "id":
            without(head, lambda part: "sj-headline-state" in classes(part))


def _passages(root: ET.Element) -> Iterator[ET.Element]:
    """The smallest elements that are set on lines of their own, and what stays together as one."""
    for child in root:
        if _WHOLE & set(classes(child)) or not _holds_passages(child):
            yield child
        else:
            yield from _passages(child)


def _holds_passages(one: ET.Element) -> bool:
    return any(part is not one and part.tag in _BLOCKS for part in one.iter())


def _measured(side: _Side, press: Press) -> dict[str, float]:
    """How far below each passage the next begins, or it ends itself, in pixels; by its `id`."""
    endless = f"@page {{ size: 148mm {_ENDLESS}mm; }}"
    laid = press.lay_out(document(side.book, side.content, _PAGE + endless))
    places = {name: place for page in laid.pages for name, place in page.anchors.items()}
    found: dict[str, float] = {}
    for part in side.parts:
        known = [(one.get("id", ""), places[one.get("id", "")]) for one in part if one.get("id") in places]
        for (name, place), (_, following) in pairwise(known):
            found[name] = following[1] - place[1]
        if known:
            name, place = known[-1]
            found[name] = place[3] - place[1]
    return found


def _begin_pages(
    sides: Mapping[Edition, _Side], heights: Mapping[Edition, Mapping[str, float]]
) -> dict[Edition, list[str]]:
    """Gives passages their common heights and has both languages begin pages alike; says which begin one."""
    begun: dict[Edition, list[str]] = {edition: [] for edition in EDITIONS}
    for parts in zip(sides["id"].parts, sides["en"].parts, strict=True):
        rows = _rows(parts, heights)
        starts, padded = _pages_of(rows)
        for edition, part in zip(EDITIONS, parts, strict=True):
            if part:
                begun[edition].append(part[0].get("id", ""))
            for index in range(len(rows)) if len(parts[0]) == len(parts[1]) else ():
                one = part[index]
                styles = []
                if index in starts and index:
                    styles.append("break-before: page")
                    begun[edition].append(one.get("id", ""))
                missing = max(rows[index]) - heights[edition].get(one.get("id", ""), 0)
                if index in padded and missing > 0.5 and one.tag != "table":
                    styles.append(f"padding-bottom: {missing:.2f}px")
                if styles:
                    one.set("style", "; ".join(styles))
    return begun


def _rows(
    parts: Sequence[tuple[ET.Element, ...]], heights: Mapping[Edition, Mapping[str, float]]
) -> list[tuple[float, float, bool]]:
    """Of each passage its heights in both languages, and whether the next must stand with it."""
    return [
        (
            heights["id"].get(one.get("id", ""), 0),
            heights["en"].get(two.get("id", ""), 0),
            bool(_CLINGING & set(classes(one))),
        )
        for one, two in zip(*parts, strict=False)
    ]


def _pages_of(rows: Sequence[tuple[float, float, bool]]) -> tuple[set[int], set[int]]:
    """The passages that begin a page, and those that are given the height of their counterparts."""
    room = HEIGHT * _MM - _MARGIN
    starts: set[int] = {0}
    padded: set[int] = set()
    filled, last = 0.0, 0
    for index, (one, two, _) in enumerate(rows):
        height = max(one, two)
        flows = height > room and filled < room / 2
        if filled + height > room and filled and not flows:
            first = index
            while first - 1 > last and rows[first - 1][2]:
                first -= 1
            starts.add(first)
            last, filled = first, sum(max(row[:2]) for row in rows[first:index])
        filled += height
        if filled <= room:
            padded.add(index)
    return starts, padded


def _laid(side: _Side, press: Press) -> Laid:
    first = f"@page :first {{ counter-increment: page {_FIRST[side.book.edition]}; }}"
    return press.lay_out(document(side.book, side.content, _PAGE + first))


def _missing(
    laid: Mapping[Edition, Laid], begun: Mapping[Edition, list[str]]
) -> dict[Edition, dict[str, int]]:
    """Before which passages, and at the end (""), each language has to wait, and for how many pages."""
    counts = {edition: _lengths(laid[edition], begun[edition]) for edition in EDITIONS}
    found: dict[Edition, dict[str, int]] = {edition: {} for edition in EDITIONS}
    for index, (one, two) in enumerate(zip(counts["id"], counts["en"], strict=False)):
        edition: Edition = "id" if one < two else "en"
        if one != two:
            following = begun[edition][index + 1] if index + 1 < len(begun[edition]) else ""
            found[edition][following] = abs(one - two)
    return found


def _lengths(laid: Laid, begun: Sequence[str]) -> list[int]:
    """How many pages lie between one beginning and the next."""
    page_of = {name: number for number, page in enumerate(laid.pages) for name in page.anchors}
    starts = [page_of[name] for name in begun if name in page_of] + [len(laid.pages)]
    return [after - before for before, after in pairwise(starts)]


def _wait(side: _Side, pages: Mapping[str, int]) -> None:
    """Lays empty pages before the passages that are named, or at the end of the section before."""
    for number, (section, part) in enumerate(zip(side.content, side.parts, strict=True)):
        parents = {child: parent for parent in section.iter() for child in parent}
        for passage in part:
            box, empty = passage, [_empty_page() for _ in range(pages.get(passage.get("id", ""), 0))]
            while box in parents and list(parents[box]).index(box) == 0:
                box = parents[box]
            if box in parents:
                place = list(parents[box]).index(box)
                parents[box][place:place] = empty
            elif number:
                side.content[number - 1].extend(empty)
    side.content[-1].extend(_empty_page() for _ in range(pages.get("", 0)))


def _empty_page() -> ET.Element:
    return el("div", style="break-before: page")
