"""The blocks below a headline sorted into key points, lead and sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sejajar.importing.blocks import Block, Form
from sejajar.importing.recognising.dateline import read_dateline
from sejajar.importing.recognising.headings import HEADING_LENGTH, NUMBERED, SENTENCES, apart, unnumbered
from sejajar.importing.recognising.lists import is_marked, listed, without
from sejajar.importing.recognising.noise import Aside
from sejajar.model import Location, Problem, Severity

_POINT = re.compile(r"(?:[-*–—](?:\s+|(?=[^\W\d_]))|[•·●▪‣◦○∙‧]\s*)(?=\S)")
_LABEL = re.compile(
    r"(?:ringkasan(?: berita| artikel)?|poin[- ]?poin(?: penting| utama)?|poin (?:penting|utama|kunci)"
    r"|intinya(?: sih)?|inti (?:berita|artikel)"
    r"|key (?:points|takeaways)|highlights?|sekilas(?: berita)?|rangkuman|hal penting"
    r"|fakta penting)\s*(?:\.{3}|…|:)?",
    re.IGNORECASE,
)
LABEL_LENGTH = 60
_POINT_LENGTH = 320
_LONE_POINT = 90
"""Characters; a longer line that alone begins with a dash is a lead whose dateline lost its words."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its heading, without the number, and the blocks below."""

    number: int | None
    heading: Block
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    points: tuple[Block, ...]
    """Without their markers."""
    lead: tuple[Block, ...]
    parts: tuple[Part, ...]
    aside: tuple[Aside, ...]
    """Labels such as *Ringkasan*, which say what the key points are."""
    problems: tuple[Problem, ...]


def outline_of(blocks: Sequence[Block], path: str, *, guess: bool = True) -> Outline:
    """`guess`: headings that no mark shows count too."""
    points, body, aside = _points(list(blocks), labelled=guess)
    body = apart(body) if guess else body
    numbered, empty = _numbered(body)
    named = {index for index, block in enumerate(body) if _is_named(block, index, body)} - empty
    plain = unnumbered(body, numbered | named) if guess else set()
    bare = {index for index in named if index + 1 == len(body) or index + 1 in numbered | named}
    headings, empty = (numbered | named | plain) - bare, empty | bare
    body = listed(body, headings | empty)
    starts = sorted(headings)
    lead = tuple(body[: starts[0]] if starts else body)
    parts = [_part(body, start, end, numbered) for start, end in pairwise([*starts, len(body)])]
    apart_from = headings | empty
    problems = (
        *_about_headings([body[index] for index in sorted(empty)], parts, path),
        *_about_lists([block for index, block in enumerate(body) if index not in apart_from], path),
    )
    return Outline(points, lead, tuple(parts), aside, problems)


def _part(body: Sequence[Block], start: int, end: int, numbered: set[int]) -> Part:
    heading, number = body[start], None
    match = NUMBERED.fullmatch(heading.text)
    if match and (start in numbered or heading.form is Form.HEADING or heading.strong):
        heading = without(heading, match.start("text"))
        number = int(match["number"])
    return Part(number, heading, tuple(body[start + 1 : end]))


def _is_named(block: Block, index: int, body: Sequence[Block]) -> bool:
    """A heading by its source's word, with something below it."""
    is_heading = block.form is Form.HEADING or (block.strong and len(block.text) <= HEADING_LENGTH)
    sentences = block.strong and (
        SENTENCES.search(block.text) or block.text.endswith((".", ",", ":", "”", '"'))
    )
    return is_heading and not sentences and index + 1 < len(body)


def _points(
    blocks: list[Block], *, labelled: bool
) -> tuple[tuple[Block, ...], list[Block], tuple[Aside, ...]]:
    """The key points, all other blocks, and the label above the points.

    Up to two short lines (label, byline) may stand before them.
    """
    start = 0
    while (
        start < min(2, len(blocks))
        and len(blocks[start].text) <= LABEL_LENGTH
        and not _is_point(blocks[start])
    ):
        start += 1
    labels = [index for index in range(start) if labelled and _LABEL.fullmatch(blocks[index].text)]
    if not (start < len(blocks) and _is_point(blocks[start])):
        if not labels:
            start = 0
        else:
            return _under_label(blocks, labels[-1])
    end = start
    while end < len(blocks) and _is_point(blocks[end]):
        end += 1
    if end == start + 1 and _is_lead(blocks, start):
        blocks[start] = _bare(blocks[start])
        return (), blocks, ()
    points = tuple(_bare(block) for block in blocks[start:end])
    aside = (
        tuple(Aside(blocks[index].line, blocks[index].text, "points-label") for index in labels)
        if points
        else ()
    )
    rest = [block for index, block in enumerate(blocks[:start]) if not (points and index in labels)]
    return points, [*rest, *blocks[end:]], aside


def is_points_label(text: str) -> bool:
    """Whether a line says that the key points follow: `Ringkasan berita:`, `Poin penting`."""
    return bool(_LABEL.fullmatch(text))


def _is_point(block: Block) -> bool:
    return block.is_item or bool(_POINT.match(block.text))


def _bare(block: Block) -> Block:
    match = _POINT.match(block.text)
    return replace(without(block, match.end()) if match else block, form=Form.TEXT)


def _is_lead(blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at]
    following = blocks[at + 1].text if at + 1 < len(blocks) else ""
    return block.text[0] in "-–—" and len(block.text) >= _LONE_POINT and not read_dateline(following)


def _under_label(blocks: list[Block], label: int) -> tuple[tuple[Block, ...], list[Block], tuple[Aside, ...]]:
    """Points without markers: the lines between their label and the paragraph with the dateline."""
    end = label + 1
    while (
        end < len(blocks) and len(blocks[end].text) <= _POINT_LENGTH and not read_dateline(blocks[end].text)
    ):
        end += 1
    if not (end < len(blocks) and read_dateline(blocks[end].text)) or not 1 <= end - label - 1 <= 7:
        return (), blocks, ()
    aside = (Aside(blocks[label].line, blocks[label].text, "points-label"),)
    return tuple(blocks[label + 1 : end]), [*blocks[:label], *blocks[end:]], aside


def _number(block: Block) -> int | None:
    """A heading's number; None for a line that is none, or too much text for a heading."""
    match = NUMBERED.fullmatch(block.text)
    if not match or len(block.text) > HEADING_LENGTH or SENTENCES.search(block.text) or block.is_item:
        return None
    return int(match["number"])


def _numbered(body: Sequence[Block]) -> tuple[set[int], set[int]]:
    """The indexes of numbered headings, and of those that have no text below.

    Numbered lines that follow each other are a list, unless they go on from the headings around them.
    """
    numbers = [_number(block) for block in body]
    for index in _beside_sentences(body, numbers):
        numbers[index] = None
    nexts: list[int | None] = [None] * (len(body) + 1)
    for index in range(len(body) - 1, -1, -1):
        nexts[index] = numbers[index] if numbers[index] is not None else nexts[index + 1]
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
        if len(run) == 1 or _goes_on(before, run, nexts[end]):
            with_text = {end - 1} if end < len(body) else set()
            headings |= with_text
            empty |= set(range(index, end)) - with_text
            before = run[-1]
        index = end
    return headings, empty


def _beside_sentences(body: Sequence[Block], numbers: Sequence[int | None]) -> Iterator[int]:
    """Lines that would be headings, but are items of a list whose next or last item is a paragraph."""
    marks = [match and int(match["number"]) for match in (NUMBERED.match(block.text) for block in body)]
    for index, number in enumerate(numbers):
        for other in (index - 1, index + 1):
            paragraph = 0 <= other < len(body) and numbers[other] is None
            if number is not None and paragraph and marks[other] == number + other - index:
                yield index


def _goes_on(before: int | None, run: Sequence[int], after: int | None) -> bool:
    in_order = all(b == a + 1 for a, b in pairwise(run))
    return in_order and (run[0] == before + 1 if before is not None else after == run[-1] + 1)


def _about_headings(empty: Sequence[Block], parts: Sequence[Part], path: str) -> Iterator[Problem]:
    for block in empty:
        message = f"the heading “{block.text}” has no text below; it was kept as a paragraph"
        hint = "write the section's text, or delete the paragraph"
        yield Problem(Location(path, block.line), Severity.WARNING, "empty-section", message, hint)
    counted = [(part.number, part) for part in parts if part.number is not None]
    for expected, (number, part) in zip([1, *(number + 1 for number, _ in counted)], counted, strict=False):
        if number != expected:
            message = f"section {number} stands where section {expected} would be; the number was kept"
            hint = "check whether a section is missing, or number the sections anew"
            yield Problem(Location(path, part.heading.line), Severity.WARNING, "numbering", message, hint)


def _about_lists(blocks: Sequence[Block], path: str) -> Iterator[Problem]:
    """One warning for each run of lines that may be a list."""
    previous = False
    for block in blocks:
        item = not block.is_item and is_marked(block.text)
        if item and not previous:
            message = "a list begins here; its lines were kept as paragraphs"
            hint = "write `- ` or `1. ` at the beginning of each item, without a backslash, to make it a list"
            yield Problem(Location(path, block.line), Severity.WARNING, "list", message, hint)
        previous = item
