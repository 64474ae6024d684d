"""What stands between quotation marks, and the sentences around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sejajar.language.sentence_ends import pieces
from sejajar.language.titles import PRONOUNS, REPORTING, SAYING

_CLOSING = {"“": '”“"', '"': '"”', "”": '”"', "„": "“”", "«": "»", "‘": "’'", "'": "'’"}
_MARK = re.compile("[“”„«»\"‘’']")
_SINGLE = "‘’'"
_LOST = re.compile(rf"(?P<said>[,?!])\s*(?:{SAYING})(?:nya\b|\s+(?:{PRONOUNS})\b|\s+[A-Z])[^.!?:;]*\.?$")
"""Who speaks, behind speech that has lost its closing mark: `“Kami siap, kata Ana.`"""
_TAIL = 200
_SHORT = 90
_SAID = re.compile(
    rf"(?:{SAYING})(?:nya)?\s(?!,)|(?:[A-Z][\w’'.-]*\s+){{1,4}}(?:{REPORTING})(?:nya)?[.,]", re.IGNORECASE
)
"""A sentence that says no more than who has spoken: `Ujar Ana.`, `Ana menegaskan.`"""


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    """Of the opening mark; 0 where the quotation was opened in an earlier paragraph."""
    end: int
    """Behind the closing mark; the text's end where it is closed in a later one."""
    said: str
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    text: str
    """Without the white space around it; `start` is its first character's."""
    spans: tuple[Span, ...]


def opens(text: str) -> bool:
    """Whether a text begins with a quotation."""
    return text[0] in _CLOSING


def spans_of(text: str, *, inside: bool = False) -> list[Span]:
    """The quotations from left to right; the last one may be open.

    `inside`: a quotation of the paragraph before goes on, so that the first mark closes it unless it
    opens the text.
    """
    found: list[Span] = []
    marks = [
        mark for mark in _MARK.finditer(text) if mark[0] not in _SINGLE or _is_single(text, mark.start())
    ]
    opening: tuple[int, str] | None = (0, "") if inside and not (marks and marks[0].start() == 0) else None
    for mark in marks:
        at, sign = mark.start(), mark[0]
        if opening is None:
            if sign in _CLOSING and _may_open(text, at, sign):
                opening = at, sign
        elif sign in _CLOSING.get(opening[1], '”"') and not _reopens(text, at, sign):
            begin = opening[0] + len(opening[1])
            found.append(Span(opening[0], at + 1, text[begin:at]))
            opening = None
        elif sign in '"“' and (opening[1] in _SINGLE or sign == opening[1]) and _reopens(text, at, sign):
            opening = at, sign  # the mark before was never closed
    if opening is not None:
        begin = opening[0] + len(opening[1])
        lost = _LOST.search(text, max(begin, len(text) - _TAIL)) if begin == 1 else None
        end = lost.end("said") if lost else len(text)
        found.append(Span(opening[0], end, text[begin:end], closed=bool(lost)))
    return found


def _is_single(text: str, at: int) -> bool:
    """Whether a single mark is a quotation's and no apostrophe."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not (before.isalnum() and after.isalnum())


def _may_open(text: str, at: int, sign: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if sign == "”" or sign in _SINGLE:
        return (not before or before.isspace()) and bool(after) and after.isalnum()
    if sign == '"':
        return bool(after) and not after.isspace() and not (before.isalnum() and after in ",.;")
    return True


def _reopens(text: str, at: int, sign: str) -> bool:
    """Whether a mark within a quotation rather opens one."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if sign in "”»’":
        return False
    if sign == "“" and before.isspace() and after.isalnum():
        return True
    return sign in "\"'‘" and before.isspace() and bool(after) and (after.isalnum() or after == "…")


def sentences_of(text: str, spans: list[Span]) -> Iterator[Sentence]:
    """The sentences; what is quoted is never parted, and belongs to the sentence that it begins in."""
    index = 0
    for start, end in _with_verbs(text, spans):
        own = []
        while index < len(spans) and spans[index].start < end:
            own.append(spans[index])
            index += 1
        body = text[start:end].strip()
        if body:
            first = start + (len(text[start:end]) - len(text[start:end].lstrip()))
            yield Sentence(first, end, body, tuple(own))


def _with_verbs(text: str, spans: list[Span]) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence; a short one that says who has spoken belongs to what was said."""
    ends = {span.end for span in spans}
    before: tuple[int, int] | None = None
    for start, end in pieces(text, [(span.start, span.end) for span in spans], quotations=False):
        said = before is not None and len(text[before[0] : before[1]].rstrip()) + before[0] in ends
        if before and said and end - start <= _SHORT and _SAID.match(text, start):
            before = before[0], end
            continue
        if before:
            yield before
        before = start, end
    if before:
        yield before
