"""Where paragraphs were joined by mistake: at the seams they are parted again, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sejajar.importing.words import news

_GLUED = re.compile(
    # from a word's or a number's beginning only, so that a long one is gone through once
    r"(?P<before>(?<![^\W\d_])(?<![^\W\d_]-)[^\W\d_]++(?:-[^\W\d_]++)*+|(?<!\d)\d++|[)\]%\"”’])"
    r"(?P<stop>[.!?]{1,2})(?P<marks>[\"”’“']{0,2})(?P<after>[A-Z][^\W\d_]*+)(?=[\s,’'-])"
)
_DOMAINS = news("domains")
_ABBREVIATIONS = news("abbreviations")
_WIDE = re.compile(r"(?<=\S)[^\S\n]{2,}(?=\S)")
_SENTENCE_END = re.compile(r"[^\W\d_][.!?][”\"’)]?[^\S\n]+(?=[A-Z“\"])")
_DOUBLED_END = re.compile(r"[^\W\d_][.!?][”\"’)]?[^\S\n]{2,}(?=[A-Z“\"])")
_NEARBY = 2000
"""Characters before a seam in which an address that it may belong to begins: what is longer is none."""
_TYPIST = 0.7
"""Of sentence ends with two spaces: who writes so means a sentence by it and no paragraph."""


def is_typists(lines: Sequence[str]) -> bool:
    """Whether two spaces after a full stop are a habit of whoever wrote this."""
    ends = sum(len(_SENTENCE_END.findall(line)) for line in lines)
    doubled = sum(len(_DOUBLED_END.findall(line)) for line in lines)
    return ends >= 5 and doubled > ends * _TYPIST


def at_wide_spaces(line: str, *, typists: bool) -> list[str]:
    """The parts of a line between wide spaces that follow a sentence or stand before a new beginning."""
    parts: list[str] = []
    start = 0
    for match in _WIDE.finditer(line):
        left, right = line[max(0, match.start() - 2) : match.start()].strip(), line[match.end()]
        if not (right.isupper() or right.isdigit() or right in "“\"‘'•@"):
            continue
        ended = bool(re.search(r"[.!?…][”\"’)]?$|[.,!?][”\"]$", left))
        wide = match.end() - match.start() >= 3 and left[-1] not in "-–—,:;(/&+"
        if (ended and (wide or not typists)) or (wide and match.start() > 1):
            parts.append(line[start : match.start()])
            start = match.end()
    return [*parts, line[start:]]


def at_stops(text: str) -> list[str]:
    """The parts of a paragraph where one sentence's end touches another's beginning."""
    cuts = list(_cuts(text))
    return [text[a:b].strip() for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _cuts(text: str) -> Iterator[int]:
    counted = quotes = 0
    for match in _GLUED.finditer(text):
        if not _is_seam(text, match):
            continue
        marks = match["marks"]
        at = match.start("marks")
        if marks in ("", "“"):
            yield at
        elif marks == '"':
            # Straight marks do not say whether they open or close; how many stood before does.
            quotes += text.count('"', counted, at)
            counted = at
            yield at + quotes % 2
        elif len(marks) == 2:
            yield at + 1
        else:
            yield at + 1


def _is_seam(text: str, match: re.Match[str]) -> bool:
    before, after = match["before"], match["after"]
    if after.casefold() in _DOMAINS or before.casefold() in _ABBREVIATIONS or len(text) - match.end() < 8:
        return False
    nearby = text[max(0, match.start() - _NEARBY) : match.start()]
    if any(mark in nearby.rpartition(" ")[2] for mark in ("://", "www.", "@")):
        return False
    ordinary = len(after) >= 2 and after[1:].islower()
    if before[-1].isalpha():
        if before.isupper():
            return len(before) >= 3 and ordinary and match.start() > 25
        return len(before) >= 3 and before[-1].islower() and (ordinary or len(after) >= 2)
    numbers_something = len(before) < 3 and before.isdigit() and nearby.rstrip()[-1:] in ("", *".!?:")
    return ordinary and len(after) >= 3 and not numbers_something
