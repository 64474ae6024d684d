"""Where the sentences of an Indonesian news text end.

Engines drop the second of two sentences now and then (14 of 997 for OPUS-MT on FLORES), and the answer to one
sentence can be judged: so each is sent by itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, pairwise

from sejajar.language.tables import words

_END = re.compile(r"(?<![.!?…])(?P<mark>[.!?…]++)[”’\"'»)\]*_]*+\s++(?=[\[(*_“‘\"'«]*[A-Z0-9À-Þ])")
_WORD_BEFORE = re.compile(r"([^\s“‘\"'«(\[]+)$")
_ABBREVIATIONS = words("id/before_names")
"""Before a name, an address or a number; what often ends a sentence (`dll.`, `Tbk.`) is not here."""


def sentence_ends(
    text: str, whole: Iterable[tuple[int, int]] = (), *, quotations: bool = True
) -> tuple[int, ...]:
    """Where each sentence but the last ends and the next begins, as positions after the white space.

    With `quotations` quoted speech stays with its sentence; none ends within one of the spans in `whole`.
    """
    closed = sorted([*whole, *(_quotations(text) if quotations else ())])
    starts = [start for start, _ in closed]
    furthest = list(accumulate((end for _, end in closed), max))
    ends = []
    for found in _END.finditer(text):
        before = bisect_left(starts, found.end())  # the spans that begin before it
        if before and furthest[before - 1] > found.end():
            continue
        if found["mark"] == "." and _goes_on(text, found.start()):
            continue
        ends.append(found.end())
    return tuple(ends)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences, without the white space between them."""
    return tuple(text[start:end].strip() for start, end in pieces(text))


def pieces(
    text: str, whole: Iterable[tuple[int, int]] = (), *, quotations: bool = True
) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence; together they are the text."""
    marks = (0, *sentence_ends(text, whole, quotations=quotations), len(text))
    return tuple((start, end) for start, end in pairwise(marks) if start < end)


_LONGEST = 40
"""Characters of a word that may be an abbreviation, what marks it included."""


def _goes_on(text: str, stop: int) -> bool:
    """Whether the stop belongs to an abbreviation, an initial or a number in a list."""
    first = max(0, stop - _LONGEST)
    found = _WORD_BEFORE.search(text[first:stop])
    if not found:
        return False
    word = found[1].strip("*_,;")
    if word.isdigit():
        return first + found.start() == 0
    if len(word) == 1 or word.casefold() in _ABBREVIATIONS:
        return word.isalpha()
    parts = word.split(".")
    return len(parts) > 1 and all(0 < len(part) <= 3 and part.isalpha() for part in parts)


def _quotations(text: str) -> list[tuple[int, int]]:
    """Spans of quoted speech; a mark without its counterpart opens nothing."""
    return [found.span() for found in re.finditer(r"“[^“”]*”|«[^«»]*»|\"[^\"]*\"", text)]
