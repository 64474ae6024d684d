"""Page numbers for a book without pages, so that a reader can cite one whatever the size of the type."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import NamedTuple

from sejajar.rendering.books.chapter import Chapter
from sejajar.rendering.books.xhtml import el, having, put_first

PAGE = 1800
"""Characters of the book's first language to a page: the standard page of 30 lines by 60."""


class PageBreak(NamedTuple):
    number: int
    chapter: int
    """From 1."""
    id: str


def paginated(chapters: Sequence[Chapter]) -> tuple[PageBreak, ...]:
    """Marks where pages begin: at each chapter, and at the first passage after a page is full."""
    breaks: list[PageBreak] = []
    for number, one in enumerate(chapters, 1):
        _mark(breaks, number, one.body)
        filled = 0
        for pair in having(one.body, "sj-pair"):
            side = next(
                (child for child in pair.iter("div") if child.get("lang") and child is not pair), pair
            )
            length = len("".join(side.itertext()))
            if filled and filled + length / 2 > PAGE:
                _mark(breaks, number, side)
                filled = 0
            filled += length
    return tuple(breaks)


def _mark(breaks: list[PageBreak], chapter: int, place: ET.Element) -> None:
    number = len(breaks) + 1
    made = PageBreak(number, chapter, f"page-{number}")
    mark = el("span", epub__type="pagebreak", role="doc-pagebreak", id=made.id, aria_label=str(number))
    put_first(place, mark)
    breaks.append(made)
