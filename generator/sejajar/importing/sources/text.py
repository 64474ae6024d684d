"""From bytes to text, from text to clean lines; and the address that a title gives."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sejajar.model import Location, Problem, Severity

SLUG_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    """1-based, in the text as it was pasted."""
    text: str
    """Without invisible characters, its white space made single spaces; empty for a blank line."""


def decode(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of pasted bytes: UTF-8, UTF-16 by its mark, else Windows-1252 with a warning. Never fails."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text = data.decode("cp1252", errors="replace")
        if "\0" in text:
            return text, ()
        message = "the text is not UTF-8; it was read as Windows-1252"
        hint = (
            "look at quotation marks and letters with accents, or save the text as UTF-8 and import it again"
        )
        return text, (Problem(Location(path, line), Severity.WARNING, "encoding", message, hint),)


def is_binary(text: str) -> bool:
    return "\0" in text or len(_CONTROL.findall(text)) * 20 > len(text) > 0


_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
    # Joiners hold emoji and Arabic or Indic letters together; beside Latin letters they are litter.
    "|[\u200c\u200d](?=[\0-\u024f]|$)|(?<=[\0-\u024f])[\u200c\u200d]"
)
_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("[\v\f\x85\u2028\u2029]")
_MARKER_ONLY = re.compile(r"(?:[-•*·●▪‣◦○–—]|\d{1,2}[.)])")


def clean(text: str) -> str:
    """One line's words with single spaces and without what cannot be seen."""
    return " ".join(_CONTROL.sub(" ", _INVISIBLE.sub("", text)).split())


def has_control(text: str) -> bool:
    return bool(_CONTROL.search(text))


def lines_of(text: str) -> tuple[Line, ...]:
    """The text's lines, numbered as an editor numbers them; hard-wrapped paragraphs are one line each."""
    raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines = [Line(number, clean(part)) for number, line in enumerate(raw, 1) for part in _BREAKS.split(line)]
    return tuple(line for line in _unwrapped(_with_markers(lines)) if line.text)


def _with_markers(lines: Sequence[Line]) -> list[Line]:
    """Browsers paste a list's marker and its text as two lines; here they become one again."""
    result: list[Line] = []
    marker: Line | None = None
    for line in lines:
        if marker and line.text:
            result.append(Line(marker.number, f"{marker.text} {line.text}"))
            marker = None
        elif not marker and _MARKER_ONLY.fullmatch(line.text):
            marker = line
        else:
            result.append(line)
    return [*result, marker] if marker else result


def _unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Paragraphs that a mail program or terminal broke into short lines, put together again.

    A line was broken there when the next line's first word would not have fit into the longest line's width.
    """
    width = max((len(line.text) for line in lines), default=0)
    pairs = [(a.text, b.text) for a, b in pairwise(lines) if a.text and b.text]
    broken = [a for a, b in pairs if _goes_on(a, b, width)]
    open_ended = [a for a in broken if a[-1] not in ".!?:;”\"'’)"]
    if not 40 <= width <= 100 or len(open_ended) < 3 or len(open_ended) * 2 < len(pairs):
        return list(lines)
    result: list[Line] = []
    before = ""
    for line in lines:
        if result and before and line.text and _goes_on(before, line.text, width):
            result[-1] = Line(result[-1].number, f"{result[-1].text} {line.text}")
        else:
            result.append(line)
        before = line.text
    return result


def _goes_on(line: str, following: str, width: int) -> bool:
    starts_anew = re.match(r"(?:[-•*]|\d{1,2}[.)])\s", following)
    return not starts_anew and len(line) + 1 + len(following.split()[0]) > width


def slug_of(title: str) -> str:
    """An address made of a title: ASCII, lower case, hyphens, cut at a word; empty if no letter is left."""
    plain = (
        unicodedata.normalize("NFKD", re.sub(r"['’‘`]", "", title)).encode("ascii", "ignore").decode().lower()
    )
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) <= SLUG_LENGTH:
        return slug
    return slug[: SLUG_LENGTH + 1].rpartition("-")[0] or slug[:SLUG_LENGTH]
