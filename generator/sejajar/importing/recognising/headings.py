"""Headings that no mark shows: short lines between paragraphs, and numbered ones that run into their text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sejajar.importing.blocks import Block, Form
from sejajar.importing.recognising.noise import is_prose
from sejajar.importing.recognising.titles import capitals, run_in
from sejajar.importing.words import news

HEADING_LENGTH = 160
NUMBERED = re.compile(r"(?P<number>\d{1,2})\s?[.)](?:\s+|(?=[^\W\d_]|[“\"]))(?P<text>\S.*)")
SENTENCES = re.compile(r"[a-z]{4,}\.\s+[A-Z]")
_UNNUMBERED_LENGTH = 80
_ALONE_LENGTH, _ALONE_WORDS = 50, 7
_TAKEN_UP = 300
"""Characters of a paragraph in which it takes up a word of its heading."""
_MARKED = re.compile(r"[.:;,…@©|\\]$|https?:|@\w|pic\.twitter|^[\[(“\"‘'#@*•-]|:\s|©")
_ENDED = re.compile(r"[.!?…:”\"’)]$")
_CLOSING = news("headings")
_PICTURED = news("pictured")
_QUOTED = re.compile(r"['‘][^'‘’]{4,60}['’]")
_ROW = re.compile(r"[A-Z][\w /()+.'’-]{1,30}\s?:\s?[^\s“\"].{0,70}(?<![.!?])")
_WORD = re.compile(r"[^\W\d_]{4,}")
_MARK = re.compile(r"(?P<heading>[^:.?!]{4,90}[:.?!])\s+(?=[A-Z“\"\d])")


def unnumbered(body: Sequence[Block], known: set[int]) -> set[int]:
    """The indexes of short lines that stand between paragraphs as headings do.

    One such line alone may be a caption or another article's title: there have to be two, unless it is a few
    words that the paragraph below takes up, or a word says what it is.
    """
    found = [index for index in range(1, len(body) - 1) if index not in known and _may_be(body, index, known)]
    if len(found) >= 2 and len(known) < 2:
        return set(found)
    return {index for index in found if _is_sure(body[index].text, body[index + 1].text)}


def _is_sure(text: str, following: str) -> bool:
    if text.casefold().replace(" ", "-").strip("?") in _CLOSING:
        return True
    few = len(text) <= _ALONE_LENGTH and len(text.split()) <= _ALONE_WORDS
    # Other articles' titles are written with capitals where they stand among paragraphs; a few words that
    # are not begin what follows.
    words = text.split()
    plain = len(words) > 1 and capitals(words[1:]) < 0.5
    return few and (plain or _shares(text, following[:_TAKEN_UP]))


def _may_be(body: Sequence[Block], index: int, known: set[int]) -> bool:
    block, before, after = body[index], body[index - 1], body[index + 1]
    text = block.text
    if (
        not 4 <= len(text) <= _UNNUMBERED_LENGTH
        or (_MARKED.search(text) and not _QUOTED.fullmatch(text))
        or block.is_item
        or block.form is Form.CAPTION
        or block.is_figure
    ):
        return False
    if text.partition(" ")[0].casefold() in _PICTURED:
        return False
    if not text.lstrip("'‘")[:1].isupper() and not text[0].isdigit():
        return False
    ended = is_prose(before) and _ENDED.search(before.text)
    between = ended or _is_paragraph(before.text) or index - 1 in known or is_row(before.text)
    if between and not is_row(text) and all(is_row(row.text) for row in body[index + 1 : index + 3]):
        return index + 2 < len(body)
    follows = is_prose(after) or (_is_paragraph(after.text) and len(after.text) >= len(text))
    if not between or not follows or not (after.text[0].isupper() or not after.text[0].isalpha()):
        return False
    return len(text) <= 32 or _shares(text, after.text)


def _is_paragraph(text: str) -> bool:
    """A sentence at least, with its end."""
    words = len(text.split())
    return bool(_ENDED.search(text)) and words >= (8 if text.endswith(":") else 4)


def is_row(text: str) -> bool:
    """A line of a table that became text: `Imsak: 04.09 WIB`, `Memori : RAM 2 GB`."""
    return bool(_ROW.fullmatch(text))


def _shares(text: str, following: str) -> bool:
    """Whether a heading and the paragraph below it have a word in common, by its first letters."""
    own = {word.casefold()[:5] for word in _WORD.findall(text)}
    theirs = following.casefold()
    return any(re.search(rf"(?:\b|[^\W\d_]{{2,4}}){re.escape(stem)}", theirs) for stem in own)


def apart(body: Sequence[Block]) -> list[Block]:
    """Numbered headings that run into their text, parted from it; at least two have to follow each other."""
    cuts = {index: cut for index, block in enumerate(body) if (cut := _cut(block))}
    numbers = [(index, int(NUMBERED.fullmatch(body[index].text)["number"])) for index in cuts]  # type: ignore[index]
    run = {index for (index, a), (_, b) in pairwise(numbers) if b == a + 1}
    run |= {index for (_, a), (index, b) in pairwise(numbers) if b == a + 1}
    result: list[Block] = []
    for index, block in enumerate(body):
        if index in run:
            text = block.text
            heading = (
                text[: cuts[index]].strip().rstrip(":" if text[: cuts[index]].rstrip().endswith(":") else "")
            )
            result += [
                replace(block, text=heading, rich=""),
                replace(block, text=text[cuts[index] :].strip(), rich=""),
            ]
        else:
            result.append(block)
    return result


def _cut(block: Block) -> int:
    """Where the heading of a numbered paragraph ends; 0 where there is none to see."""
    match = NUMBERED.fullmatch(block.text)
    if not match or block.is_item or len(block.text) < 60:
        return 0
    text, start = match["text"], match.start("text")
    if marked := _MARK.match(text):
        heading = marked["heading"].rstrip(":.")
        return (
            start + marked.end("heading")
            if capitals(heading.split()) >= 0.7 and len(heading.split()) <= 10
            else 0
        )
    cut = run_in(text)
    return start + cut if 0 < cut <= 90 and len(text) - cut >= 40 else 0
