"""Spaces that no line may break at: between a figure and what it counts, a day and its month."""

from __future__ import annotations

import re

from sejajar.language.lexicon import ENGLISH, INDONESIAN

NO_BREAK = "\u00a0"
_DIGIT = re.compile(r"[\d¹²³]")

_UNITS = """
    % persen prosen percent pct poin points
    ton tons tonne tonnes kg kilogram kilograms gram grams kuintal quintals
    km kilometer kilometers kilometre kilometres m meter meters metre metres cm mm
    hektare hektar hectare hectares ha liter liters litre litres
    MW GW kWh GHz MHz GB MB TB am pm a.m. p.m. WIB WITA WIT GMT UTC SM BC AD
"""
_SIGNS = "Rp IDR US$ USD S$ SGD A$ AUD EUR RM Rp. No No. Nomor pukul Pasal Article Ayat"
_SCALES = {word for lexicon in (INDONESIAN, ENGLISH) for word in lexicon.scales if len(word) > 1}
_MONTHS = {word for lexicon in (INDONESIAN, ENGLISH) for word in lexicon.months}


def _any(words: set[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


_CAPITAL_MONTHS = _any({month.capitalize() for month in _MONTHS})
_SPACE = re.compile(
    rf"(?<=[\d%]) (?=(?:{_any(_SCALES | set(_UNITS.split()))})(?!\w))"  # 5.45 million, 27 persen
    rf"|(?<=\d) (?=(?:{_CAPITAL_MONTHS})(?!\w))"  # 27 July
    r"|(?<=\d) (?=per cent\b)|(?<=\bper) (?=cent\b)"
)
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:{_any(set(_SIGNS.split()))}) (?=\d)"  # Rp 71, pukul 19.00
    rf"|(?:{_CAPITAL_MONTHS}) (?=\d\d?(?!\d)))"  # July 27
)


def bound(text: str) -> str:
    """The text with no-break spaces for such spaces, as long as it was: `Rp71 trillion` stays on one line."""
    if not _DIGIT.search(text):
        return text
    text = _BEFORE.sub(lambda found: found[0][:-1] + NO_BREAK, text)
    return _SPACE.sub(NO_BREAK, text)
