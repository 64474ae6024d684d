"""Reads the figures of a text: numbers, sums, dates, times of day. One engine, two lexicons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from sejajar.language.counting import Number, number_at, times
from sejajar.language.dating import clock_at, date_at
from sejajar.language.figures import DIGITS, SILENT, SMALL, WORDS, Figure, Token, pieces, tokenise
from sejajar.language.lexicon import CAPITAL, Lexicon
from sejajar.language.quantities import UNITS, currency_after, currency_before


def read(text: str, lexicon: Lexicon) -> tuple[Figure, ...]:
    """All figures of a plain text, from left to right."""
    written = pieces(text)
    lows = [word.lower() for word in written]
    if not (beginnings := _beginnings(written, lows, lexicon)):
        return ()
    tokens = tokenise(text, written, lows)
    figures: list[Figure] = []
    spans: list[tuple[int, int, int]] = []
    after = 0
    for index in beginnings:
        if index < after:
            continue
        if found := date_at(tokens, index, lexicon) or clock_at(tokens, index, lexicon):
            dated, after = found
            figures.extend(dated)
            spans.extend([(index, after, 0)] * len(dated))
        elif number := number_at(tokens, index, lexicon):
            figures.append(_figure(text, tokens, index, number, lexicon))
            after = number.after
            spans.append((index, after, number.scale))
    return tuple(_muted(text, lows, _joined(figures, spans, tokens, lexicon), lexicon))


def _beginnings(written: Sequence[str], lows: Sequence[str], lexicon: Lexicon) -> list[int]:
    """Where a figure may begin, so that the rest of a text need not be looked at."""
    known = lexicon.begins
    there = known.keys() & lows
    found = []
    for at in [at for at, low in enumerate(lows) if low in there or low[0].isdecimal()]:
        needs = known.get(lows[at])
        if needs is CAPITAL:
            if written[at][0].isupper():
                found.append(at)
        elif not needs or (at + 1 < len(lows) and lows[at + 1] in needs):
            found.append(at)
    return found


def _muted(text: str, lows: Sequence[str], figures: list[Figure], lexicon: Lexicon) -> list[Figure]:
    """The figures, those in an idiom free to be missing: `pedagang kaki lima`."""
    if not any(figure.weight in (SMALL, WORDS) for figure in figures) or lexicon.idiom_signs.isdisjoint(lows):
        return figures
    idioms = {place for match in lexicon.idioms.finditer(text) for place in range(*match.span())}
    if not idioms:
        return figures
    return [
        replace(figure, weight=SILENT) if figure.weight < DIGITS and figure.start in idioms else figure
        for figure in figures
    ]


def _figure(text: str, tokens: list[Token], index: int, number: Number, lexicon: Lexicon) -> Figure:
    """The number with its currency or unit, its text running from the one to the other."""
    values, loose, weight, after, _ = number
    currency, first = currency_before(tokens, index)
    start = tokens[first].start
    if currency and tokens[after].low in lexicon.after_currency and weight == DIGITS:
        factor = lexicon.after_currency[tokens[after].low]
        values, after = tuple(times(value, factor) for value in values), after + 1
    end = tokens[after - 1].end
    unit, unit_end = _unit(tokens, after, lexicon)
    if unit:
        end = unit_end
    if not currency and unit in ("", "lb"):  # a pound is money or a weight
        ahead = after + (tokens[after].low == "of" and lexicon.decimal == ".")
        currency, currency_end = currency_after(tokens, ahead)
        end = currency_end if currency else end
    if unit == "%":
        weight = max(weight, WORDS)
        loose += tuple(times(value, Fraction(1, 100)) for value in values)  # `25 persen`, a quarter
    return Figure(text[start:end], start, frozenset(values), weight, frozenset(loose), currency, unit)


def _unit(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[str, int]:
    if tokens[index].text == "-":
        index += 1
    low = tokens[index].low
    if low in lexicon.percent:
        return "%", tokens[index].end
    if low == "per" and tokens[index + 1].low == "cent":
        return "%", tokens[index + 1].end
    for ahead in (index, index + 1):  # `30 derajat Celsius`
        if unit := UNITS.get(tokens[ahead].low):
            return unit, tokens[ahead].end
        if low not in ("derajat", "degrees", "degree", "°", "persegi", "square", "cubic"):
            break
    return "", -1


_YEAR = re.compile(r"[12]\d{3}\b")


def _joined(
    figures: list[Figure], spans: list[tuple[int, int, int]], tokens: list[Token], lexicon: Lexicon
) -> list[Figure]:
    """The figures with what both ends of a range share: scale, currency, unit, century (`2023-24`)."""
    for at in range(len(figures) - 2, -1, -1):
        here, there = figures[at], figures[at + 1]
        (_, after, own), (following, _, scale) = spans[at], spans[at + 1]
        between = [
            token.low for token in tokens[after:following] if token.low not in ("$", "rp", "us", "antara")
        ]
        if not between or any(low not in lexicon.joins and not _is_unit(low, lexicon) for low in between):
            continue
        if scale > 1 and own == 1:
            more = frozenset(times(value, scale) for value in here.values)
            here = replace(here, loose=here.loose | more)
        if here.kind == there.kind == "number" and not (here.currency or here.unit):
            here = replace(here, currency=there.currency, unit=there.unit)
        figures[at] = here
        if len(there.text) == 2 and there.text.isdecimal() and _YEAR.fullmatch(here.text):
            year = int(here.text) // 100 * 100 + int(there.text)
            figures[at + 1] = replace(there, loose=there.loose | {year})
    return figures


def _is_unit(low: str, lexicon: Lexicon) -> bool:
    return low in lexicon.percent or low in UNITS
