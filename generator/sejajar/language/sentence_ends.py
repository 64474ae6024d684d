"""Where the sentences of a news text end, in either language.

Engines drop the second of two sentences now and then (14 of 997 for OPUS-MT on FLORES), and the answer to one
sentence can be judged: so each is sent by itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, pairwise

from sejajar.language.tables import words

_END = re.compile(r"(?<![.!?…])(?P<mark>[.!?…]++)[”’\"'»)\]*_]*+\s++(?=[\[(*_“‘\"'«]*[A-Z0-9À-Þ$€£])")
_WORD_BEFORE = re.compile(r"([^\s“‘\"'«(\[]+)$")
_OPENING = re.compile(r"\w+")
_ABBREVIATIONS = words("id/before_names")
"""Before a name or an address; what often ends a sentence (`dll.`, `Tbk.`) is not here."""
_ENGLISH_ABBREVIATIONS = words("en/before_names")
"""By their case: `5 sen.` is money, `Sen. Cruz` a senator."""
_BEFORE_NUMBERS = words("before_numbers")
"""Before a number alone: `No. 5`, but “No. We stay.”"""
_MAY_END = words("en/after_names")
"""They end a sentence where the next word could not be the rest of a name."""
_OPENERS = {
    word
    for word in words("id/little") | words("en/little")
    if len(word) > 1 and word not in words("id/names")
}
"""Little words that are no part of a name; one letter is an initial."""


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
        if found["mark"] == "." and _goes_on(text, found):
            continue
        ends.append(found.end())
    return tuple(ends)


def sentences(text: str, *, quotations: bool = True) -> tuple[str, ...]:
    """The sentences, without the white space between them."""
    return tuple(text[start:end].strip() for start, end in pieces(text, quotations=quotations))


def pieces(
    text: str, whole: Iterable[tuple[int, int]] = (), *, quotations: bool = True
) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence; together they are the text."""
    marks = (0, *sentence_ends(text, whole, quotations=quotations), len(text))
    return tuple((start, end) for start, end in pairwise(marks) if start < end)


_LONGEST = 40
"""Characters of a word that may be an abbreviation, what marks it included."""


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """Whether the stop belongs to an abbreviation, an initial or a number in a list."""
    stop = found.start()
    first = max(0, stop - _LONGEST)
    before = _WORD_BEFORE.search(text[first:stop])
    if not before:
        return False
    word = before[1].strip("*_,;")
    if (word.isdigit() and len(word) < 3) or (len(word) == 1 and word.islower()):
        place = text[: first + before.start()].rstrip()
        if not place or place[-1] in ".!?:;":  # it counts: `2. Kedua`
            return True
    if word.isdigit():
        return False
    following = _OPENING.match(text, found.end())
    low = word.casefold()
    if low in _BEFORE_NUMBERS:
        return bool(following and (following[0][0].isdigit() or following[0].isupper()))
    if low in _ABBREVIATIONS or word in _ENGLISH_ABBREVIATIONS:
        return True
    parts = word.split(".")
    dotted = len(parts) > 1 and all(0 < len(part) <= 3 and part.isalpha() for part in parts)
    may_end = dotted or (len(word) == 1 and word.isalpha()) or word in _MAY_END
    return may_end and not (following and following[0].casefold() in _OPENERS)


def _quotations(text: str) -> list[tuple[int, int]]:
    """Spans of quoted speech; a mark without its counterpart opens nothing."""
    return [found.span() for found in re.finditer(r"“[^“”]*”|«[^«»]*»|\"[^\"]*\"", text)]
