"""Figures as data, and what is the same in both languages: tokens and numbers written in digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import NamedTuple
from zlib import crc32

Value = int | Fraction | tuple[str, int] | tuple[str, int, int]
"""A number, exactly; else `("about", 1000)` for thousands, `("time", minutes)`, `("day", day, month)`,
`("month", month)`, `("digits", how many, their checksum)`."""

LONGEST = 40
"""Digits of a number that is still calculated with. Longer ones are compared digit by digit: Python turns no
more than 4,300 of them into a number, and its time grows with their square."""

SILENT, SMALL, WORDS, DIGITS = range(4)
"""How surely a mention is meant as a figure: one and half; two to ten in words; more in words; in digits."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One mention of a number, sum, date or time in a text."""

    text: str
    """As it stands there: `20 ribu`, `6 Maret`."""
    start: int
    values: frozenset[Value]
    """What it may mean: `third` is 3 or one third."""
    weight: int
    loose: frozenset[Value] = frozenset()
    """What it may answer without meaning it by itself: `1` in `1 sampai 2 miliar` is a thousand million."""
    currency: str = ""
    """ISO 4217; `$` for dollars of no named country."""
    unit: str = ""
    """`%`, `km`, … as in units.UNITS."""
    year: int = 0
    """The year that follows a day and a month."""

    @property
    def kind(self) -> str:
        value = next(iter(self.values), 0)
        return value[0] if isinstance(value, tuple) else "number"


class Token(NamedTuple):
    text: str
    low: str
    start: int
    end: int


_token: Callable[[tuple[str, str, int, int]], Token] = partial(tuple.__new__, Token)
"""As `Token`, in half the time: there are many."""
_GROUPED = r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)"
"""Thousands set apart as ISO 80000-1 has it, by a narrow or fixed space."""
_TOKEN = re.compile(rf"(?:{_GROUPED}|\d+)(?:[.,]\d+)*|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|[^\w\s]")
END = Token("", "", -1, -1)


def pieces(text: str) -> list[str]:
    """What `tokenise` makes tokens of, as it stands: numbers with their separators, words, marks."""
    return _TOKEN.findall(text)


def tokenise(text: str, written: Sequence[str], lows: Iterable[str]) -> list[Token]:
    """The tokens of a text; empty ones at the end make looking ahead safe.

    `written`: its `pieces`, and `lows` the same in lower case.
    """
    tokens = []
    end = 0
    for word, low in zip(written, lows, strict=True):
        start = text.index(word, end)  # only white space is between, with which none begins
        end = start + len(word)
        tokens.append(_number(word, start) if word[0].isdecimal() else _token((word, low, start, end)))
    return [*tokens, END, END, END]


def _number(written: str, start: int) -> Token:
    text = "".join(written.split())
    if len(text) > LONGEST:
        text = f"{LONG}{text}"  # so that nobody takes it for a number
    return Token(text, text.lower(), start, start + len(written))


LONG = "\0"
"""Begins the token of a figure longer than `LONGEST`; no text has the character."""


def long_figure(text: str) -> Value:
    """The value of such a token: the same for the same digits, wherever their marks stand."""
    digits = re.sub(r"\D", "", text)
    return ("digits", len(digits), crc32(digits.encode()))


def parse_digits(text: str, decimal: str) -> tuple[Value, ...]:
    """What `1.234,5` may mean where `decimal` marks the decimals; nothing where it is no number there.

    Indonesian print often has the other language's way (`US$ 1,870`), so there both readings count; in
    English `1.234` is a little more than one and `2,5` no number: what is left of an Indonesian one."""
    thousands = "." if decimal == "," else ","
    if text.isdecimal():
        return (int(text),)
    marks = {char for char in text if char in ".,"}
    if len(marks) == 2:
        last = max(text.rfind("."), text.rfind(","))
        whole, rest, mark = text[:last], text[last + 1 :], text[last]
        if mark in whole or (mark == thousands and decimal == "."):
            return ()
        return (_fraction(re.sub("[.,]", "", whole), rest),)
    groups = text.split(marks.pop())
    grouped = len(groups[0]) <= 3 and groups[0] != "0" and all(len(group) == 3 for group in groups[1:])
    if thousands in text:
        return _grouped_by_thousands(groups, grouped, decimal)
    if len(groups) > 2:
        return (int("".join(groups)),) if grouped and decimal == "," else ()
    if grouped and decimal == ",":
        return (_fraction(*groups), int("".join(groups)))
    return (_fraction(*groups),)


def _grouped_by_thousands(groups: list[str], grouped: bool, decimal: str) -> tuple[Value, ...]:
    if grouped or (decimal == "." and len(groups) > 2 and len(groups[-1]) == 3):  # 1,00,000 in South Asia
        return (int("".join(groups)),)
    return (_fraction(*groups),) if decimal == "," and len(groups) == 2 else ()


def _fraction(whole: str, decimals: str) -> Value:
    value = Fraction(int(whole + decimals), 10 ** len(decimals))
    return value.numerator if value.denominator == 1 else value


def exact(value: int | Fraction) -> int | Fraction:
    """Whole numbers as `int`: they compare and hash alike, and faster."""
    return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value
