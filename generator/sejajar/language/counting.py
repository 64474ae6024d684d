"""Reads one number, in digits or in words, with its scales, halves and fractions."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from sejajar.language.figures import (
    DIGITS,
    LONG,
    LONGEST,
    SILENT,
    SMALL,
    WORDS,
    Token,
    Value,
    exact,
    long_figure,
    parse_digits,
)
from sejajar.language.lexicon import INDONESIAN, ROMAN, Lexicon
from sejajar.language.quantities import UNITS

_ROUNDED = {
    "ratusan": 100,
    "ribuan": 10**3,
    "jutaan": 10**6,
    "miliaran": 10**9,
    "milyaran": 10**9,
    "triliunan": 10**12,
}
"""Scales after a number that is rounded: `tiga ratusan`, `230 jutaan`."""


_GREATEST_SCALE = 10**30
"""Scale words after it begin another number: `juta juta juta …` would grow without end."""


_PLURALS = {"millions": 10**6, "billions": 10**9, "trillions": 10**12}
"""What is written for the singular after digits: `Rp 220 millions`."""


class Number(NamedTuple):
    """A number as read, before what stands around it is looked at."""

    values: tuple[Value, ...]
    loose: tuple[Value, ...]
    weight: int
    after: int
    """The index of the first token that is not part of it."""
    scale: int = 1
    """The last scale word's, which may hold for the other end of a range."""


def number_at(tokens: list[Token], index: int, lexicon: Lexicon) -> Number | None:
    """The number that begins at `index`, scales, halves and fractions included."""
    low = tokens[index].low
    if tokens[index].text in ROMAN:
        weight = SMALL if len(low) > 1 else SILENT  # `I` is a word, `V` and `X` are letters
        return Number((ROMAN[tokens[index].text],), (), weight, index + 1)
    if low in lexicon.silent:
        return _silent(tokens, index, lexicon)
    if low in lexicon.about or (low == "scores" and tokens[index + 1].low == "of"):
        return _about(tokens, index, lexicon)
    if low[0] == LONG:
        return Number((long_figure(low),), (), DIGITS, index + 1)
    if low[0].isdecimal():
        return _digits(tokens, index, lexicon)
    if low in ("a", "an"):
        return _indefinite(tokens, index, lexicon)
    return _words(tokens, index, lexicon)


def _silent(tokens: list[Token], index: int, lexicon: Lexicon) -> Number:
    values, after = lexicon.silent[tokens[index].low], index + 1
    if tokens[index].low in ("setengah", "half"):
        while tokens[after].low in ("a", "-"):
            after += 1
        if scale := lexicon.scales.get(tokens[after].low):
            return Number((scale // 2,), (), WORDS, after + 1, scale)
        after = index + 1
    loose: tuple[Value, ...] = ()
    if index > 3 and [token.low for token in tokens[index - 2 : index]] == ["and", "a"]:
        whole = lexicon.units.get(tokens[index - 4].low, 1)  # `a year and a half`
        loose = (Fraction(2 * whole + 1, 2),)
    return Number(values, loose, SILENT, after)


def _about(tokens: list[Token], index: int, lexicon: Lexicon) -> Number:
    """`puluhan juta`, `tens of millions`, `beratus-ratus`."""
    value, after = lexicon.about.get(tokens[index].low, 10), index + 1
    if tokens[after].text == "-" and _multiplies(tokens[after + 1], lexicon):
        after += 2
    skip = after + (tokens[after].low == "of")
    while factor := lexicon.scales.get(tokens[skip].low) or (
        skip > after and lexicon.about.get(tokens[skip].low)
    ):
        value, after = value * factor, skip + 1
        if value > _GREATEST_SCALE:
            break
        skip = after + (tokens[after].low == "of")
    loose = (value,) if tokens[index].low == "belasan" else ()  # `more than ten thousand`
    return Number((("about", value),), loose, WORDS, after)


def _multiplies(token: Token, lexicon: Lexicon) -> bool:
    return token.low in lexicon.tens or token.low in lexicon.scales


def _digits(tokens: list[Token], index: int, lexicon: Lexicon) -> Number:
    values: tuple[Value, ...] = parse_digits(tokens[index].text, lexicon.decimal)
    loose: tuple[Value, ...] = ()
    after, scale = index + 1, 1
    values, after, scale = _scaled(values, tokens, after, lexicon)
    if (
        scale > 1
        and tokens[after].low[:1].isdecimal()
        and 1 < lexicon.scales.get(tokens[after + 1].low, 1) < scale
    ):
        rest = parse_digits(tokens[after].text, lexicon.decimal)  # `2 juta 500 ribu`
        factor = lexicon.scales[tokens[after + 1].low]
        if len(values) == len(rest) == 1:
            values, after = (_plus(values[0], times(rest[0], factor)),), after + 2
    if tokens[after].text == "/" and tokens[after + 1].text[:1].isdecimal():
        loose = _slashed(tokens[index].text, tokens[after + 1].text, lexicon)
    elif index > 1 and tokens[index - 1].text == "/" and tokens[index - 2].text[:1].isdecimal():
        loose = _slashed(tokens[index - 2].text, tokens[index].text, lexicon)
    if tokens[after].text == "-" and tokens[after + 1].low == "an":
        values, after, scale = _scaled(values, tokens, after + 2, lexicon)  # `Rp300-an triliun`
        loose += tuple(value % 100 for value in values if isinstance(value, int) and value > 100)
        loose += tuple(1900 + value for value in values if isinstance(value, int) and value < 100)
    elif (
        tokens[after].low in ("s", "an")
        and tokens[after].start == tokens[after - 1].end
        and tokens[index].text.isdecimal()
    ):
        number = int(tokens[index].text)
        loose += (1900 + number if number < 100 else number % 100,)
    values, after = _halved(values, tokens, after, lexicon)
    return Number(values, loose, SILENT if _is_degree(tokens, index) else DIGITS, after, scale)


def _is_degree(tokens: list[Token], index: int) -> bool:
    """`S1`, `S2`, `D3`, Indonesian for bachelor, master and diploma; the power of `km2`."""
    before = tokens[index - 1]
    if index and before.low in UNITS and before.end == tokens[index].start:
        return tokens[index].text in "23"
    glued = index > 0 and before.text in ("S", "D") and before.end == tokens[index].start
    return glued and tokens[index].text in "1234" and (index < 2 or tokens[index - 2].text != "-")


def _slashed(numerator: str, denominator: str, lexicon: Lexicon) -> tuple[Value, ...]:
    """What `3/4`, `5.000/2` or `1/1.000` may mean; nothing where the one or the other is no number."""
    return tuple(
        exact(Fraction(above) / below)
        for above in parse_digits(numerator, lexicon.decimal)
        for below in parse_digits(denominator, lexicon.decimal)
        if below and not isinstance(above, tuple) and not isinstance(below, tuple)
    )


def _scaled(
    values: tuple[Value, ...], tokens: list[Token], after: int, lexicon: Lexicon
) -> tuple[tuple[Value, ...], int, int]:
    """The scale words that follow a number in digits: `1,5 triliun`, `12-million`, `100 ribu`."""
    scale = 1
    while True:
        ahead = after + (tokens[after].text == "-")
        low = tokens[ahead].low
        factor = lexicon.scales.get(low) or lexicon.tens.get(low) or _ROUNDED.get(low) or _PLURALS.get(low)
        if (
            not factor
            or scale > _GREATEST_SCALE
            or low == "belas"
            or (low == "k" and tokens[ahead].start != tokens[ahead - 1].end)
        ):
            return values, after, scale
        scale *= factor
        values, after = tuple(times(value, factor) for value in values), ahead + 1


def times(value: Value, factor: int | Fraction) -> Value:
    return value if isinstance(value, tuple) else exact(value * factor)


def _plus(value: Value, more: Value) -> Value:
    return value if isinstance(value, tuple) or isinstance(more, tuple) else exact(value + more)


_HALVES = frozenset(("setengah", "and", "-"))


def _halved(
    values: tuple[Value, ...], tokens: list[Token], after: int, lexicon: Lexicon
) -> tuple[tuple[Value, ...], int]:
    """`dua setengah`, `two and a half`."""
    if tokens[after].low not in _HALVES:
        return values, after
    words = [token.low for token in tokens[after : after + 7] if token.text != "-"]
    half = ["setengah"] if lexicon is INDONESIAN else ["and", "a", "half"]
    if words[: len(half)] != half:
        return values, after
    while tokens[after].low != half[-1]:
        after += 1
    return tuple(_plus(value, Fraction(1, 2)) for value in values), after + 1


def _indefinite(tokens: list[Token], index: int, lexicon: Lexicon) -> Number | None:
    """`a million`, `a third`: the article counts as one, but only before such a word."""
    low = tokens[index + 1].low
    if low in lexicon.scales or low in lexicon.tens:
        number = _words(tokens, index + 1, lexicon)
        about: tuple[Value, ...] = (("about", 10),) if low == "dozen" else ()
        return number and number._replace(
            values=number.loose or number.values, loose=number.values + about, weight=WORDS
        )
    if low in UNITS:
        return Number((1,), (), SILENT, index + 1)
    return None


def _words(tokens: list[Token], index: int, lexicon: Lexicon) -> Number | None:
    total = group = pending = 0
    ordinal, bare, scale = False, True, 1
    at = index
    while low := tokens[at].low:
        value = lexicon.units.get(low)
        if value is None:
            value = lexicon.ordinals.get(low)
            ordinal = ordinal or value is not None
        if value is not None:
            if pending and not (pending >= 20 and pending % 10 == 0 and 0 < value < 10):
                break
            bare = False
            total, group, pending = _added(total, group, pending, value)
        elif low == "belas":
            pending += 10
        elif factor := lexicon.tens.get(low):
            group, pending = group + (pending or 1) * factor, 0
        elif factor := lexicon.scales.get(low) or ((group or pending) and _ROUNDED.get(low)) or 0:
            if len(low) < 3 and at == index:
                break  # `RB` is a ministry when no number stands before it
            total, group, pending, scale = total + (group + pending or 1) * factor, 0, 0, factor
        else:
            break
        at += 1
        at += _connected(tokens, at, lexicon, pending)
        if ordinal and lexicon.decimal == ".":
            break
    if at == index:
        return None
    return _number_of_words(tokens, (index, at), (total + group + pending, bare, ordinal, scale), lexicon)


def _added(total: int, group: int, pending: int, value: int) -> tuple[int, int, int]:
    if value >= 1000:
        return total + value, group, pending
    return (total, group + value, pending) if value >= 100 else (total, group, pending + value)


def _connected(tokens: list[Token], at: int, lexicon: Lexicon, pending: int) -> int:
    """How many tokens to skip inside a number: the hyphen in `twenty-five`, `and` in `hundred and five`."""
    low, following = tokens[at].low, tokens[at + 1].low
    more = following in lexicon.units or following in lexicon.ordinals
    if low == "-" and ((pending >= 20 and more) or following in lexicon.scales or following in lexicon.tens):
        return 1
    return 1 if low == "and" and more and tokens[at - 1].low in ("hundred", "thousand") else 0


def _number_of_words(
    tokens: list[Token], span: tuple[int, int], read_as: tuple[int, bool, bool, int], lexicon: Lexicon
) -> Number:
    (index, after), (value, bare, ordinal, scale) = span, read_as
    if tokens[after].text == "-" and tokens[after + 1].low == f"{tokens[index].low}nya":
        return Number((value,), (), SILENT, after + 2)  # `dua-duanya`: both
    values: tuple[Value, ...] = (value,)
    loose: tuple[Value, ...] = ()
    weight = SILENT if value < 2 or (ordinal and value == 2) else SMALL if value <= 10 else WORDS
    if bare and lexicon.ordinals.get(tokens[index].low) is None:
        return Number((("about", value),), (value,), SMALL, after, scale)
    point = after + (tokens[after].text == "-")
    if tokens[point].low in ("koma", "point"):
        decimals, end = _spoken_decimals(tokens, point + 1, lexicon)
        if decimals:
            scaled, end, scale = _scaled((_fraction_of(value, decimals),), tokens, end, lexicon)
            return Number(scaled, (), WORDS, end, scale)
    ahead = after + (tokens[after].text == "-")
    if not ordinal and (divisor := lexicon.parts.get(tokens[ahead].low)) and value < divisor:
        return Number((exact(Fraction(value, divisor)),), (), SMALL, ahead + 1)
    if tokens[after].low == "per" and (divisor := lexicon.units.get(tokens[after + 1].low, 0)) > value:
        return Number((exact(Fraction(value, divisor)),), (), SMALL, after + 2)  # `dua per tiga`
    if tokens[after].low == "puluhan" and value < 10:  # `usia dua puluhan`
        return Number((value * 10, 1900 + value * 10), (), SILENT, after + 1)
    if ordinal and lexicon.decimal == "." and value > 2:
        values = (value, Fraction(1, value))
    halved, after = _halved(values, tokens, after, lexicon)
    if halved != values:
        if factor := lexicon.scales.get(tokens[after].low):
            halved, after = tuple(times(item, factor) for item in halved), after + 1
        return Number(halved, (), WORDS, after)
    return Number(values, loose, weight, after, scale)


def _spoken_decimals(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[list[int], int]:
    """The digits after the point, `koma dua lima` or `point-two-five`, and the index of what follows."""
    decimals: list[int] = []
    while len(decimals) < LONGEST:
        ahead = at + (tokens[at].text == "-")
        digit = lexicon.units.get(tokens[ahead].low)
        if digit is None or digit > 9:
            break
        decimals.append(digit)
        at = ahead + 1
    return decimals, at


def _fraction_of(whole: int, decimals: list[int]) -> Value:
    return exact(Fraction(int(f"{whole}{''.join(map(str, decimals))}"), 10 ** len(decimals)))
