"""A page that was copied whole: where its article begins and ends among menus and other articles' titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sejajar.importing.blocks import Block, Form
from sejajar.importing.recognising.bylines import is_label
from sejajar.importing.recognising.dates import publication_in
from sejajar.importing.recognising.headings import is_row
from sejajar.importing.recognising.lists import is_marked
from sejajar.importing.recognising.noise import Aside, is_prose
from sejajar.importing.recognising.titles import is_titled

MANY = 25
"""Short lines in a text that is a page rather than an article."""
_SHARE = 0.6
_MENU = 10
_LIST = 15
"""Lines above an article's first paragraph, and below its last, that make them a page's."""
_HEAD = 30
"""Blocks above the first paragraph among which the headline is looked for."""
_ABOVE = 4
_FOOT = 14
_CLOSING = re.compile(
    r"[\[(][\w/,;.+&*-]{1,40}[\])]$|:\s*[A-Z]|(?:editor|penulis|pewarta|reporter|author|redaktur|uploader|rep|red)\b",
    re.IGNORECASE,
)
_PARAGRAPH = 80
_ENDED = re.compile(r"[.!?…”\"’)]\s*$")
_WORD = re.compile(r"[^\W\d_]{4,}")
PAGE = "page"


def narrowed(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Aside, ...], Block | None]:
    """The article's own blocks, the page around them, and the headline if the text is a page.

    What the source says is outside the article goes, but for the date above its headline and the
    bylines below it.
    """
    own = [index for index, block in enumerate(blocks) if not block.outside]
    title: int | None = None
    inside = set(own)
    if own and len(own) < len(blocks):
        inside |= _near(blocks, own[0], own[-1] + 1)
    elif _is_page(blocks):
        first, last = _body(blocks)
        head = _short_above(blocks) >= _MENU
        title = _title(blocks, first, last) if head else None
        start = title if title is not None else first if head else 0
        inside = {*range(start, last), *_near(blocks, start, last)}
    kept = tuple(replace(block, outside=False) for index, block in enumerate(blocks) if index in inside)
    aside = tuple(
        Aside(block.line, block.text, PAGE) for index, block in enumerate(blocks) if index not in inside
    )
    return kept, aside, blocks[title] if title is not None else None


def _near(blocks: Sequence[Block], first: int, end: int) -> set[int]:
    """The lines right above a headline that date it, and the bylines and initials right below an article."""
    above = range(max(0, first - _ABOVE), first)
    below = range(end, min(len(blocks), end + _FOOT))
    closing = {
        index for index in below if _CLOSING.match(blocks[index].text) and len(blocks[index].text) < 120
    }
    labels = [index for index in closing if is_label(blocks[index].text)]
    # A portrait may stand between a label and the name.
    named = {index + 1 + _is_image(blocks, index + 1) for index in labels} & set(below)
    return {index for index in above if publication_in(blocks[index])} | closing | named


def _is_image(blocks: Sequence[Block], index: int) -> bool:
    return index < len(blocks) and blocks[index].form is Form.IMAGE


def _is_page(blocks: Sequence[Block]) -> bool:
    """Whether there is a page around the article, rather than an article of many short lines."""
    short = sum(not is_prose(block) and not _is_listed(block) for block in blocks)
    if not (short > MANY and short > len(blocks) * _SHARE and short < len(blocks)):
        return False
    paragraphs = [index for index, block in enumerate(blocks) if _weight(block) > 0]
    below = sum(not _is_listed(block) for block in blocks[paragraphs[-1] + 1 :]) if paragraphs else 0
    return bool(paragraphs) and (paragraphs[0] >= _MENU or below > _LIST)


def _is_listed(block: Block) -> bool:
    """A line of a table or list, which articles have as well as pages."""
    return is_row(block.text) or is_marked(block.text) or block.is_item or block.is_figure


def _short_above(blocks: Sequence[Block]) -> int:
    return next((index for index, block in enumerate(blocks) if _weight(block) > 0), 0)


def _weight(block: Block) -> float:
    """How much a block speaks for being within the article; negative for a menu's or list's line."""
    text = block.text
    if len(text) >= _PARAGRAPH and (_ENDED.search(text) or len(text) > 2 * _PARAGRAPH):
        return 1 + min(len(text), 400) / 100
    return -0.3 if block.form in (Form.HEADING, Form.CAPTION) or block.is_figure else -0.8


def _body(blocks: Sequence[Block]) -> tuple[int, int]:
    """The run of blocks that weighs most: (first, one past the last), both of paragraphs."""
    best, found = 0.0, (0, len(blocks))
    total, start = 0.0, 0
    for index, block in enumerate(blocks):
        if total <= 0:
            total, start = 0.0, index
        total += _weight(block)
        if total > best:
            best, found = total, (start, index + 1)
    return found


def _title(blocks: Sequence[Block], first: int, last: int) -> int | None:
    body = " ".join(block.text for block in blocks[first:last][:6]).casefold()
    words = set(_WORD.findall(body))
    repeated = Counter(block.text.casefold() for block in blocks)
    scores: dict[int, float] = {}
    for index in range(max(0, first - _HEAD), min(first + 3, last)):
        block = blocks[index]
        own = _WORD.findall(block.text.casefold())
        if not 15 <= len(block.text) <= 200 or len(own) < 2 or publication_in(block):
            continue
        near = [other for other in (index - 1, index + 1, index + 2, index + 3) if 0 <= other < len(blocks)]
        scores[index] = (
            3 * sum(word in words for word in own) / len(own)
            + (2 if block.form is Form.HEADING and block.level == 1 else 0)
            + (1.5 if any(publication_in(blocks[other]) for other in near) else 0)
            + (0.7 if repeated[block.text.casefold()] > 1 else 0)
            + (1.5 if is_titled(block.text) else 0)
            - (1 if len(own) < 4 else 0)
            - (2 if _ENDED.search(block.text) and not block.text.endswith(("!", "?", '"', "”")) else 0)
            - (first - index) * 0.04
        )
    best = max(scores, key=lambda index: scores[index], default=None)
    return best if best is not None and scores[best] >= 2 else None
