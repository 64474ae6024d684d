"""Where sentences end, in either language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sejajar.language.tables import words

_END = re.compile(r"(?<=[^.A-Z][.!?])[\"”’')\]]*\s+(?=[\"“‘'(]?[A-Z0-9])")
_LAST_WORD = re.compile(r"(\w+)\.$")


def sentences(text: str) -> Sequence[str]:
    """The sentences of a text; an abbreviation such as `Dr.` ends none."""
    found: list[str] = []
    start = 0
    for gap in _END.finditer(text):
        last = _LAST_WORD.search(text, max(start, gap.start() - 12), gap.start())
        if not (last and last[1] in words("abbreviations")):
            found.append(text[start : gap.start()])
            start = gap.end()
    return [*found, text[start:]]
