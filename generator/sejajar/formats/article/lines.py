"""One line of the body: what begins with it, and consecutive lines as the text of a segment.

Which line begins, continues or interrupts what follows CommonMark, so that GitHub shows what we read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from sejajar import bounds
from sejajar.formats.article.inline import ends_in_backslash, flaws, normal_lines
from sejajar.formats.article.report import Report
from sejajar.model import Kind, Segment


class Line(NamedTuple):
    number: int
    """1-based, in the file."""
    indent: int
    """In columns."""
    text: str
    """Without white space around it."""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    lines: tuple[Line, ...]
    """The heading's text as it is written, without its marks; may be empty."""


_FENCE = re.compile(r"`{3,}[^`]*$|~~~")
_HTML = re.compile(r"<(?:[A-Za-z][A-Za-z0-9-]*(?=[\s/>]|$)|/[A-Za-z]|[!?])")
HEADING = re.compile(r"(#{1,6})(?:\s+(.*))?$")
HEADING_WITHOUT_SPACE = re.compile(r"(#{1,6})([^#\s].*)$")
UNDERLINE = re.compile(r"=+$|-+$")
_RULE = re.compile(r"([-*_])(?:\s*\1){2,}$")
_BULLET = re.compile(r"([-*+])(?:\s+|$)(.*)")
_NUMBER = re.compile(r"([0-9]{1,9})([.)])(?:\s+|$)(.*)")
TABLE_LINE = re.compile(r"(?=.*\|)\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$")
DEFINITION = re.compile(r"\[(\^?)[^\[\]]+\]:")
BULLET_SIGN = re.compile(r"[•▪●◦‣]\s")
"""What people type, or paste, for a list."""
DASH = re.compile(r"(?:—|–|--(?!-))\s*")
IMAGE = re.compile(
    r"!\[(?P<alt>(?:\\.|\[(?:\\.|[^\[\]\\])*\]|[^\[\]\\])*)\]"
    r"\(\s*(?P<src><[^<>]+>|(?:[^\s()\\<]|\([^\s()]*\))+)"
    r"""(?:\s+(?:"(?P<double>(?:\\.|[^"\\])*)"|'(?P<single>(?:\\.|[^'\\])*)'))?\s*\)$"""
)


def lines_of(texts: Sequence[str], first: int) -> list[Line]:
    """The lines of a text, numbered from `first`."""
    spread = (text.expandtabs(4) for text in texts)
    return [
        Line(number, len(text) - len(text.lstrip(" ")), text.strip())
        for number, text in enumerate(spread, first)
    ]


def without_closing_hashes(text: str) -> str:
    """The text of a heading; hashes at its end count where a space stands before them."""
    bare = text.rstrip("#")
    return bare.rstrip() if bare != text and (not bare or bare[-1].isspace()) else text


def segment(kind: Kind, lines: Sequence[Line], report: Report) -> Segment:
    """One segment from consecutive lines; what its text must not hold is reported with its own line."""
    texts = [line.text for line in lines]
    for index, text in enumerate(texts[:-1]):
        if ends_in_backslash(text):
            message = "line breaks inside a paragraph are not part of the article format"
            report.warning(lines[index].number, "line-break", message, "take the backslash away")
            texts[index] = text[:-1]
    parts = normal_lines(texts)
    joined = " ".join(filter(None, parts))
    if len(joined) > bounds.SEGMENT:
        message = f"the {kind} has {len(joined):,} characters, and {bounds.SEGMENT:,} are the most"
        report.error(lines[0].number, "too-long", message, "divide it, with an empty line between")
        joined = joined[: bounds.SEGMENT].rstrip("\\ ")
    ends = list(accumulate(len(part) + bool(part) for part in parts))
    for flaw in flaws(joined):
        index = min(bisect_right(ends, flaw.offset), len(lines) - 1)
        report.error(lines[index].number, flaw.code, flaw.message, flaw.hint)
    return Segment(kind, joined, line=lines[0].number, end=lines[-1].number)


def begins(line: Line) -> str:
    """The name of what begins with the line, which is not empty."""
    if line.indent >= 4:
        return "indented"
    text = line.text
    mark = text[0]
    if mark.isalpha() or mark in "“\"'(":
        return "paragraph"
    return next((name for name, pattern in _BEGINNINGS.items() if pattern.match(text)), "paragraph")


_BEGINNINGS = {
    "fence": _FENCE,
    "html": _HTML,
    "heading": HEADING,
    "heading-space": re.compile(r"#{2,6}[^#\s]"),
    "rule": _RULE,
    "quote": re.compile(">"),
    "list": re.compile(rf"{_BULLET.pattern}|{_NUMBER.pattern}"),
    "table": re.compile(r"\|"),
    "definition": DEFINITION,
    "image": IMAGE,
}


def interrupts(line: Line) -> bool:
    """Whether the line begins something although a paragraph's line stands above it."""
    match begins(line):
        case "paragraph" | "indented":
            return False
        case "list":
            item = item_of(line)
            return bool(item and item.text.text and item.number in (None, 1))
        case _:
            return True


class Item(NamedTuple):
    mark: str
    number: int | None
    text: Line


def item_of(line: Line) -> Item | None:
    if match := _BULLET.match(line.text):
        return Item(match[1], None, Line(line.number, 0, match[2]))
    if match := _NUMBER.match(line.text):
        return Item(match[2], int(match[1]), Line(line.number, 0, match[3]))
    return None
