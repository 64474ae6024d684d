"""What the two languages say with figures: number words, months, days of the week, currencies, units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from sejajar.language.figures import Value, pieces
from sejajar.language.quantities import UNITS
from sejajar.language.tables import toml

ROMAN = {
    numeral: value
    for value, numeral in enumerate(
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split(), 1
    )
}
CAPITAL = frozenset(("A",))
"""Instead of the words of which one has to follow: a word that begins a figure where it has a capital."""
_BESIDE = ("scores", "noon", "midday", "midnight")
"""English words that begin a figure only beside others, or tell the time."""


@dataclass(frozen=True)
class Lexicon:
    """One language's words for figures; all in lower case."""

    decimal: str
    units: Mapping[str, int]
    """Added up: `dua`, `twelve`, `twenty`."""
    ordinals: Mapping[str, int]
    """Added up as well, and end there in English: `kedua` (puluh), (twenty-)`first`."""
    tens: Mapping[str, int]
    """Multiply the unit before them: `puluh`, `ratus`, `hundred`; `belas` adds ten."""
    scales: Mapping[str, int]
    """Multiply all since the last scale: `ribu`, `million`."""
    parts: Mapping[str, int]
    """Denominators after a number: (`dua`) `pertiga`, (`two`) `thirds`."""
    about: Mapping[str, int]
    """Round numbers in the plural: `puluhan`, `dozens`."""
    silent: Mapping[str, tuple[Value, ...]]
    """Words that may answer a figure but need not: `sebuah`, `twice`, `decade`."""
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    """Monday is 0, as in `datetime`."""
    joins: frozenset[str]
    """Between the two ends of a range or the days of a list: `sampai`, `to`."""
    percent: frozenset[str]
    idioms: re.Pattern[str]
    """Phrases whose number word counts nothing: `kaki lima`, `one another`."""
    idiom_signs: frozenset[str]
    """A word of each: a text without any of these has no such phrase."""
    after_currency: Mapping[str, int]
    """Scales only in sums: `Rp5 M` is a thousand million, `$5m` a million, but `5 m` are metres."""

    @cached_property
    def starts(self) -> frozenset[str]:
        """Every word with which a figure may begin."""
        return frozenset((*self._counting, *self.months))

    @cached_property
    def begins(self) -> Mapping[str, frozenset[str]]:
        """The words that may begin a figure: in capitals, or before certain words, or anywhere."""
        counted, anywhere = frozenset((*self.scales, *self.tens, *UNITS)), frozenset[str]()
        return (
            dict.fromkeys((*self.months, *(numeral.lower() for numeral in ROMAN)), CAPITAL)
            | dict.fromkeys(("a", "an"), counted)
            | dict.fromkeys((*_BESIDE, *self._counting), anywhere)
        )

    @cached_property
    def signs(self) -> frozenset[str]:
        """What every text with a figure has one of, if it has no digit."""
        return frozenset((*self.begins, *UNITS)) - {"a", "an"}

    @property
    def _counting(self) -> Iterator[str]:
        for group in (self.units, self.ordinals, self.tens, self.scales, self.about, self.silent):
            yield from group


def _load(language: str) -> Lexicon:
    """The lexicon in `data/{language}/figures.toml`."""
    data = toml(f"{language}/figures")
    sizes = ("units", "ordinals", "tens", "scales", "parts", "about", "months", "weekdays", "after_currency")
    silent = {
        word: tuple(map(_value, values.split(" or ")))
        for values, forms in data["silent"].items()
        for word in forms.split()
    }
    words = {size: _numbers(data[size]) for size in sizes}
    if language == "id":  # `sepertiganya`, `dua pertiganya`
        shares = {word: values for word, values in silent.items() if word.startswith(("seper", "per"))}
        silent |= {f"{word}nya": values for word, values in shares.items()}
        words["parts"] |= {f"{word}nya": value for word, value in words["parts"].items()}
    phrases = [idiom.strip() for idiom in data["idioms"].split(";")]
    idioms = "|".join(map(re.escape, phrases))
    return Lexicon(
        decimal=data["decimal"],
        silent=silent,
        idioms=re.compile(rf"\b(?:{idioms})\b", re.IGNORECASE),
        idiom_signs=frozenset(max(pieces(phrase.lower()), key=len) for phrase in phrases),
        joins=frozenset(data["joins"].split()),
        percent=frozenset(data["percent"].split()),
        **words,
    )


def _numbers(table: Mapping[str, str]) -> dict[str, int]:
    return {word: int(value) for value, forms in table.items() for word in forms.split()}


def _value(text: str) -> Value:
    if text.startswith("about "):
        return ("about", int(text.removeprefix("about ")))
    value = Fraction(text)
    return value.numerator if value.denominator == 1 else value


INDONESIAN = _load("id")
ENGLISH = _load("en")
