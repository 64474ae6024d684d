"""The lines of a pasted text sorted, by their form alone, into title, key points, lead and sections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sejajar.importing.recognising.oddities import is_item
from sejajar.importing.sources.text import Line
from sejajar.model import Location, Problem, Severity

_POINT = re.compile(r"(?:[-*–—](?:\s+|(?=[^\W\d_]))|[•·●▪‣◦○]\s*)(?=\S)")
_NUMBERED = re.compile(r"(?P<number>\d{1,2})\s?[.)](?:\s+|(?=[^\W\d_]|[“\"]))(?P<text>\S.*)")
_SENTENCES = re.compile(r"[a-z]{4,}\.\s+[A-Z]")
_RULE = re.compile(r"[-–—=*_~#.·• ]{3,}")
HEADING_LENGTH = 160
LABEL_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its heading's line, without the number, and the lines below."""

    number: int
    heading: Line
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    title: Line
    points: tuple[Line, ...]
    """Without their markers."""
    lead: tuple[Line, ...]
    parts: tuple[Part, ...]
    problems: tuple[Problem, ...]


def outline_of(lines: Sequence[Line], path: str) -> Outline:
    """Sorts lines, of which there is at least one and none is blank."""
    title, rest = lines[0], [line for line in lines[1:] if not _RULE.fullmatch(line.text)]
    points, body = _points(rest)
    headings, empty = _headings(body)
    starts = [index for index in range(len(body)) if index in headings]
    lead = tuple(body[: starts[0]] if starts else body)
    parts = []
    for start, end in pairwise([*starts, len(body)]):
        match = _NUMBERED.fullmatch(body[start].text)
        assert match
        heading = Line(body[start].number, match["text"])
        parts.append(Part(int(match["number"]), heading, tuple(body[start + 1 : end])))
    apart = headings | empty
    problems = (
        *_about_headings([body[index] for index in sorted(empty)], parts, path),
        *_about_lists([line for index, line in enumerate(body) if index not in apart], path),
    )
    return Outline(title, points, lead, tuple(parts), problems)


def _points(lines: list[Line]) -> tuple[tuple[Line, ...], list[Line]]:
    """The key points and all other lines; up to two short lines (label, byline) may stand before them."""
    start = 0
    while (
        start < min(2, len(lines))
        and len(lines[start].text) <= LABEL_LENGTH
        and not is_item(lines[start].text)
    ):
        start += 1
    if not (start < len(lines) and _POINT.match(lines[start].text)):
        start = 0
    end = start
    while end < len(lines) and _POINT.match(lines[end].text):
        end += 1
    points = tuple(Line(line.number, _POINT.sub("", line.text, count=1)) for line in lines[start:end])
    return points, [*lines[:start], *lines[end:]]


def _number(line: Line) -> int | None:
    """A heading's number; None for a line that is none, or too much text for a heading."""
    match = _NUMBERED.fullmatch(line.text)
    if not match or len(line.text) > HEADING_LENGTH or _SENTENCES.search(line.text):
        return None
    return int(match["number"])


def _headings(body: Sequence[Line]) -> tuple[set[int], set[int]]:
    """The indexes of headings, and of headings that have no text below.

    Numbered lines that follow each other are a list, unless they go on from the headings around them.
    """
    numbers = [_number(line) for line in body]
    headings: set[int] = set()
    empty: set[int] = set()
    before: int | None = None
    index = 0
    while index < len(body):
        end = index
        while end < len(body) and numbers[end] is not None:
            end += 1
        if end == index:
            index += 1
            continue
        run = [number for number in numbers[index:end] if number is not None]
        after = next((number for number in numbers[end:] if number is not None), None)
        if len(run) == 1 or _goes_on(before, run, after):
            with_text = {end - 1} if end < len(body) else set()
            headings |= with_text
            empty |= set(range(index, end)) - with_text
            before = run[-1]
        index = end
    return headings, empty


def _goes_on(before: int | None, run: Sequence[int], after: int | None) -> bool:
    in_order = all(b == a + 1 for a, b in pairwise(run))
    return in_order and (run[0] == before + 1 if before is not None else after == run[-1] + 1)


def _about_headings(empty: Sequence[Line], parts: Sequence[Part], path: str) -> list[Problem]:
    problems = []
    for line in empty:
        message = f"the heading “{line.text}” has no text below; it was kept as a paragraph"
        hint = "write the section's text, or delete the paragraph"
        problems.append(
            Problem(Location(path, line.number), Severity.WARNING, "empty-section", message, hint)
        )
    for expected, part in zip([1, *(part.number + 1 for part in parts)], parts, strict=False):
        if part.number != expected:
            message = f"section {part.number} stands where section {expected} would be; the number was kept"
            hint = "check whether a section is missing, or number the sections anew"
            problems.append(
                Problem(Location(path, part.heading.number), Severity.WARNING, "numbering", message, hint)
            )
    return problems


def _about_lists(lines: Sequence[Line], path: str) -> list[Problem]:
    """One warning for each run of list items."""
    problems = []
    previous = False
    for line in lines:
        item = is_item(line.text)
        if item and not previous:
            message = "a list begins here; its lines were kept as paragraphs"
            hint = "write `- ` or `1. ` at the beginning of each item, without a backslash, to make it a list"
            problems.append(Problem(Location(path, line.number), Severity.WARNING, "list", message, hint))
        previous = item
    return problems
