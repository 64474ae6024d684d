"""An English text as somebody pasted it: title, key points, headings, paragraphs, as units to be aligned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sejajar.importing.aligning.aligned import Unit
from sejajar.importing.blocks import Block
from sejajar.importing.recognising.dateline import read_dateline
from sejajar.importing.recognising.outline import outline_of
from sejajar.importing.sources.text import lines_of
from sejajar.model import Kind

_HASHES = re.compile(r"#{1,6}\s+(?=\S)")
_QUOTED = re.compile(r">\s*(?=\S)")
_ENDED = (".", "!", "?", "…", ":", ";", "”", '"', "’", "'", ")")
_SHORT = 90


@dataclass(frozen=True, slots=True)
class EnglishText:
    units: tuple[Unit, ...]
    """In the order of the text."""
    dateline: str = ""
    """What was taken for the dateline, as it stands there: `JAKARTA, Antara - `."""


def read_english(text: str, path: str, *, dated: bool) -> EnglishText:
    """Sorts an English text's lines by their form, as an Indonesian text's are sorted. Never fails.

    Marks of Markdown before a line are taken off; what a line is stays open where its form does not tell.
    `dated`: the Indonesian had a dateline, so that one here is no part of the first paragraph.
    """
    lines: list[Block] = []
    headed: set[int] = set()
    for line in lines_of(text):
        if not re.search(r"\w", line.text):
            continue
        bare = _QUOTED.sub("", line.text, count=1) if _QUOTED.match(line.text) else line.text
        if lines and (match := _HASHES.match(bare)):
            headed.add(line.line)
            bare = bare[match.end() :]
        lines.append(Block(line.line, _HASHES.sub("", bare, count=1) if not lines else bare))
    if not lines:
        return EnglishText(())
    outline = outline_of(lines[1:], path, guess=False)
    units = [Unit(lines[0].text, lines[0].line, Kind.TITLE)]
    units += [Unit(line.text, line.line, Kind.POINT) for line in outline.points]
    lead = list(_units(outline.lead, headed))
    dateline = ""
    if dated and lead and (found := read_dateline(lead[0].text)):
        dateline = lead[0].text.removesuffix(found.rest)
        lead[:1] = [replace(lead[0], text=found.rest)] if found.rest else []
    units += lead
    for part in outline.parts:
        units.append(Unit(part.heading.text, part.heading.line, Kind.HEADING, part.number))
        units += _units(part.blocks, headed)
    return EnglishText(tuple(units), dateline)


def _units(lines: tuple[Block, ...], headed: set[int]) -> Iterator[Unit]:
    for line in lines:
        if line.line in headed:
            yield Unit(line.text, line.line, Kind.HEADING)
        else:
            label = len(line.text) <= _SHORT and not line.text.endswith(_ENDED)
            yield Unit(line.text, line.line, None if label else Kind.PARAGRAPH)
