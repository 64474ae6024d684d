"""Spaces that no line may break at: between a figure and what it counts, a day and its month."""

from __future__ import annotations

import re
from collections.abc import Set

from sejajar.language.lexicon import ENGLISH, INDONESIAN
from sejajar.language.tables import words

NO_BREAK = "\u00a0"
_DIGIT = re.compile(r"[\d¹²³]")

_UNITS = words("after_figures")
_SIGNS = words("before_figures")
_SCALES = {word for lexicon in (INDONESIAN, ENGLISH) for word in lexicon.scales if len(word) > 1}
_MONTHS = {word for lexicon in (INDONESIAN, ENGLISH) for word in lexicon.months}


def _any(texts: Set[str]) -> str:
    return "|".join(map(re.escape, sorted(texts, key=lambda word: (-len(word), word))))


_CAPITAL_MONTHS = _any({month.capitalize() for month in _MONTHS})
_SPACE = re.compile(
    rf"(?<=[\d%]) (?=(?:{_any(_SCALES | _UNITS)})(?!\w))"  # 5.45 million, 27 persen
    rf"|(?<=\d) (?=(?:{_CAPITAL_MONTHS})(?!\w))"  # 27 July
    r"|(?<=\d) (?=per cent\b)|(?<=\bper) (?=cent\b)"
)
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:{_any(_SIGNS)}) (?=\d)"  # Rp 71, pukul 19.00
    rf"|(?:{_CAPITAL_MONTHS}) (?=\d\d?(?!\d)))"  # July 27
)


def bound(text: str) -> str:
    """The text with no-break spaces for such spaces, as long as it was: `Rp71 trillion` stays on one line."""
    if not _DIGIT.search(text):
        return text
    text = _BEFORE.sub(lambda found: found[0][:-1] + NO_BREAK, text)
    return _SPACE.sub(NO_BREAK, text)
