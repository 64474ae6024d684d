"""*quotes*: how much is quoted."""

from __future__ import annotations

import re

from sejajar.checking.finding import Finding, warning
from sejajar.checking.pair import Pair

_DOUBLE = re.compile(r"[\"“”„«»]")
_SINGLE = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[(]))['‘][^'’‘]{2,}?['’](?!\w)")


def check_quotes(pair: Pair) -> list[Finding]:
    """The same number of quoted spans, give or take one that was joined or parted; none left open."""
    if (
        "â€" in pair.source
    ):  # UTF-8 read as Windows text: what looks like a quotation mark there may be a dash
        return []
    there, here = len(_DOUBLE.findall(pair.source)), len(_DOUBLE.findall(pair.target))
    if here % 2 and not there % 2:
        return [warning("quotes", "the English has a quotation mark without its other half")]
    if there % 2:
        return []
    if there and not here and not _SINGLE.search(pair.target):
        return [warning("quotes", f"the source quotes {_spans(there)}, the English nothing")]
    if here and not there and not _SINGLE.search(pair.source):
        return [warning("quotes", f"the English quotes {_spans(here)}, the source nothing")]
    return []


def _spans(marks: int) -> str:
    return "one passage" if marks == 2 else f"{marks // 2} passages"
