"""What an editor should look at in a pasted line: reported, never taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sejajar.importing.blocks import Block
from sejajar.importing.recognising.headings import is_row
from sejajar.importing.recognising.lists import is_marked
from sejajar.model import Location, Problem, Severity

_FURNITURE = re.compile(
    r"^baca juga\b|^(?:simak|lihat|tonton) juga\b|^advertisement$|^scroll to (?:continue|resume)|^\[?gambas:"
    r"|^pilihan editor|^jangan lewatkan|^artikel ini telah tayang|^lanjutkan membaca|^copyright\b|^load more"
    r"|^(?:facebook|twitter|google\+|copy link|whatsapp|email|share|tweet)$|(?-i:\bBaca Juga\b)",
    re.IGNORECASE,
)
_GLUED = re.compile(r"\b(?P<before>[^\W\d_A-Z]{3,}[.!?][”\"]?)(?P<after>[“\"]?[A-Z][a-z]+)")
_DOMAIN = re.compile(r"\w+\.(?:com|co|id|net|org|go|tv)\b", re.IGNORECASE)
_DOUBLE_STOP = re.compile(r"(?<!\.)\.\.(?!\.)")
_SHORT = 80


def oddities_of(line: Block, path: str) -> Iterator[Problem]:
    """The warnings about one paragraph, most telling first."""
    at = Location(path, line.line)

    def warning(code: str, message: str, hint: str) -> Problem:
        return Problem(at, Severity.WARNING, code, message, hint)

    text = line.text
    if _FURNITURE.search(text):
        yield warning(
            "page-furniture",
            f"“{_shortened(text)}” seems to belong to the web page; it was kept as a paragraph",
            "delete the paragraph if it is no part of the article",
        )
    elif (
        not (line.is_item or is_marked(text) or is_row(text))
        and not text.endswith((".", "!", "?", "…", ":", ";", "”", '"', "’", "'", ")"))
        and len(text) <= _SHORT
    ):
        yield warning(
            "short-line",
            f"“{text}” is short and has no full stop; it was kept as a paragraph",
            "write `## ` before it if it is a heading, or delete it if it is no part of the article",
        )
    if glued := next((match for match in _GLUED.finditer(text) if not _DOMAIN.match(match[0])), None):
        yield warning(
            "glued-sentences",
            f"two sentences are stuck together at “{glued[0]}”; nothing was changed",
            "put a space between them, or a blank line if a new paragraph begins there",
        )
    if _DOUBLE_STOP.search(text):
        yield warning(
            "punctuation", "there are two full stops in a row; they were kept", "delete one of them"
        )
    if _unpaired(text):
        yield warning(
            "quotation-marks",
            "a quotation mark is opened and not closed, or closed and not opened",
            "add the missing mark, or delete the one that is too many",
        )


def _unpaired(text: str) -> bool:
    """“A" is a pair that a keyboard made; only a mark without any partner counts."""
    opened, closed, straight = text.count("“"), text.count("”"), text.count('"')
    return abs(opened - closed) > straight or (straight - abs(opened - closed)) % 2 == 1


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60].rpartition(' ')[0] or text[:60]}…"
