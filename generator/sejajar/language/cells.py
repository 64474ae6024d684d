"""A table's cell that is a figure: nobody translates it, each language writes it by its own rules.

Read as Indonesian writes it (`1.234,5`, `Rp1,2 triliun`, `3 Februari 2025`); what may be read in two ways
stays as it is (`7.30` is a time or somebody's decimals), and what holds any other word is translated.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from sejajar.language.inline import converted, plain
from sejajar.language.lexicon import INDONESIAN
from sejajar.language.phrases import longest_first
from sejajar.language.tables import rows
from sejajar.model import Edition

_LETTER = re.compile(r"[^\W\d_]")
_ABSENT = frozenset(("n.a.", "n/a", "N/A", "NA", "t.a.", "t.t."))
"""What stands for a figure that there is none of."""
_MARKS = r"(?P<marks>(?:\s?\*+\)|\s?[¹²³⁴-⁹⁰]+\)?|\s?[*†‡§]+|\s[a-e]\))*)"
"""Footnote marks, as `31,10*` and `31,10 *)`."""
_GROUPED = r"[1-9]\d{0,2}(?:[.\u00a0\u2009\u202f ]\d{3})+(?!\d)(?:,\d+)?"
_ENGLISH = r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}(?!\d)|\d+\.\d+"
_NUMBER = rf"(?:{_GROUPED}|{_ENGLISH}|\d+(?:,\d+)?)"
_CURRENCY = r"(?:Rp\.?|IDR|US\$|S\$|A\$|HK\$|\$|USD|EUR|JPY|CNY|€|£|¥)"
_UNTIL = r"s\.d\.|s/d|sampai|hingga"
_TO = rf"(?:[-–—]|{_UNTIL})"
_MINUS = "-−–"
_CLOCK = re.compile(
    r"(?:pukul (?P<named>[0-2]?\d)[.:](?P<past>[0-5]\d)(?: (?P<zone>WIB|WITA|WIT))?"
    r"|(?P<hour>[0-2]?\d)[.:](?P<minute>[0-5]\d) (?P<of>WIB|WITA|WIT))"
)
_ORDINAL = re.compile(r"ke-(\d{1,4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NUMERIC_DAY = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")


@dataclass(frozen=True, slots=True)
class Amount:
    """What a cell measures, for a chart."""

    value: Decimal
    unit: str
    """In English; `%`, `Rp`, `tonnes`; empty for a mere number."""


def is_figure(text: str) -> bool:
    """Whether a cell, in Markdown, holds no word that somebody would have to translate."""
    words = plain(text)
    return not _LETTER.search(words) or words in _ABSENT or _english(words) is not None


def written(words: str, edition: Edition) -> str:
    """A figure without markup as a language writes it; what is none, as it is."""
    if edition == "id":
        day = _iso_day(words)
        return _long_date(day, edition) if day else words
    english = _english(words)
    return words if english is None else english


def figure_html(text: str, edition: Edition) -> str:
    """A figure, in Markdown, as HTML, by the language's rules also where it is emphasised or a link."""
    return converted(text, lambda words: written(words, edition))


def amount(text: str) -> Amount | None:
    """The one number of a cell, in Markdown; None of a range, a date or a dash."""
    found = _pattern().fullmatch(plain(text))
    if not found or found["last"]:
        return None
    value = _value(found["first"]) * INDONESIAN.scales.get(found["scale"] or "", 1)
    is_negative = bool(found["minus"] or found["sign"] or found["open"])
    currency = (found["currency"] or "").rstrip(".")
    unit = " ".join(filter(None, (currency, _unit(found["unit"], Decimal(2)) if found["unit"] else "")))
    return Amount(-value if is_negative else value, unit)


def grouped(value: Decimal, edition: Edition) -> str:
    """A number that no file has written, for the axis of a chart: `1.500`, `1,500`."""
    english = f"{value.normalize():,f}".replace("-", "−")
    return english.translate(_INDONESIAN_MARKS) if edition == "id" else english


_INDONESIAN_MARKS = str.maketrans(",.", ".,")


@lru_cache(maxsize=5_000)
def _long_date(day: dt.date, edition: Edition) -> str:
    from sejajar.language.wording import long_date  # with Babel, which most commands do not need

    return long_date(day, edition)


def _english(words: str) -> str | None:
    """None for what is neither a figure nor a date."""
    if day := _iso_day(words) or _day_of(words):
        return _long_date(day, "en")
    if clock := _CLOCK.fullmatch(words):
        hour, minute = clock["named"] or clock["hour"], clock["past"] or clock["minute"]
        return " ".join(filter(None, (f"{hour}:{minute}", clock["zone"] or clock["of"])))
    if ordinal := _ORDINAL.fullmatch(words):
        return _nth(int(ordinal[1]))
    if found := _pattern().fullmatch(words):
        return _measure(found)
    return _with_months(words)


@cache
def _pattern() -> re.Pattern[str]:
    """A number or a range of numbers, with all that may stand around it."""
    units = longest_first(map(re.escape, _units()))
    scales = longest_first(INDONESIAN.scales)
    return re.compile(
        rf"(?P<about>[±~≈<>≤≥]\s?)?(?P<open>\()?(?P<plus>\+)?(?P<minus>[{_MINUS}]\s?)?"
        rf"(?:(?P<currency>{_CURRENCY})(?P<gap>\s?))?(?P<sign>[{_MINUS}])?(?P<first>{_NUMBER})"
        rf"(?:\s?{_TO}\s?(?:{_CURRENCY}\s?)?(?P<last>{_NUMBER}))?(?P<even>,[-–—])?"
        rf"(?:\s?(?P<scale>{scales}))?"
        rf"(?:\s?(?P<unit>{units})(?:(?P<per>/| per )(?P<each>{units}))?"
        rf"|(?P<by>/| per )(?P<only>{units}))?(?P<close>\))?{_MARKS}"
    )


@cache
def _units() -> dict[str, tuple[str, str]]:
    """By the Indonesian form: the English of one and of more."""
    return {form: (one, many) for forms, one, many in rows("cell_units") for form in forms.split("|")}


_SCALES = {10**3: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}


def _measure(found: re.Match[str]) -> str | None:
    first, last, unit = found["first"], found["last"], found["unit"]
    if bool(found["open"]) != bool(found["close"]) or re.match(r"0\d", first):
        return None
    number = _number(first) + (f"–{_number(last)}" if last else "")
    currency = (found["currency"] or "").rstrip(".")
    if currency.isalpha() and currency != "Rp":
        currency += "\u00a0"
    sign = "−" if found["minus"] or found["sign"] else found["plus"] or ""
    counted = Decimal(2) if last or found["scale"] else _value(first)
    text = f"{(found['about'] or '').strip()}{found['open'] or ''}{sign}{currency}{number}"
    if found["scale"]:
        text += f" {_SCALES[INDONESIAN.scales[found['scale']]]}"
    if unit:
        named = _unit(unit, counted)
        text += named if named in "%‰" else f" {named}"
    if each := found["each"] or found["only"]:
        text += f"{found['per'] or found['by']}{_unit(each, Decimal(1))}"
    return f"{text}{found['close'] or ''}{found['marks']}"


def _unit(form: str, number: Decimal) -> str:
    one, many = _units()[form]
    return one if number == 1 else many


def _number(text: str) -> str:
    """As English writes it; digits without marks stay, for they may be a year or a code."""
    return text if text.isdecimal() or _is_english(text) else f"{_value(text):,f}"


def _is_english(text: str) -> bool:
    """Whether a number is written as English does already: `1,234.5`."""
    return bool(re.fullmatch(_ENGLISH, text)) and not re.fullmatch(_GROUPED, text)


def _value(text: str) -> Decimal:
    if _is_english(text):
        return Decimal(text.replace(",", ""))
    whole, _, decimals = text.partition(",")
    return Decimal(re.sub(r"\D", "", whole) + (f".{decimals}" if decimals else ""))


def _nth(number: int) -> str:
    teens = 10 < number % 100 < 14
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _iso_day(words: str) -> dt.date | None:
    found = _ISO.fullmatch(words)
    return _date(*found.groups()) if found else None


def _day_of(words: str) -> dt.date | None:
    found = _NUMERIC_DAY.fullmatch(words)
    return _date(found[4], found[3], found[1]) if found else None


def _date(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


_DAY = r"(?:[0-3]?\d)"
_MONTH = r"[A-Z][a-z]{2,8}\.?"
_DATED = re.compile(
    rf"(?:(?P<weekday>[A-Z][a-z']+), (?=\d))?"
    rf"(?:(?:{_DAY}\s?[-–]\s?)?{_DAY} )?{_MONTH}(?: \d{{4}})?"
    rf"(?:\s?{_TO}\s?(?:{_DAY} )?{_MONTH}(?: \d{{4}})?)?"
)


def _with_months(words: str) -> str | None:
    """A date, month, or a stretch of them, with the names of months and of the day in English."""
    found = _DATED.fullmatch(words)
    if not found:
        return None
    rest = words
    if weekday := found["weekday"]:
        number = INDONESIAN.weekdays.get(weekday.lower())
        if number is None:
            return None
        from babel.dates import get_day_names  # not at start, as below: most commands write no table

        rest = str(get_day_names("wide", locale="en_GB")[number]) + words[len(weekday) :]
    names = re.findall(_MONTH, words[len(found["weekday"] or "") :])
    months = [INDONESIAN.months.get(name.rstrip(".").lower(), 0) for name in names]
    if not all(months):
        return None
    from sejajar.language.wording import month_name, short_month

    for name, month in zip(names, months, strict=True):
        is_short = len(name.rstrip(".")) < 4 and name != "Mei"
        rest = rest.replace(name, (short_month if is_short else month_name)(month, "en"), 1)
    return re.sub(rf"\s?(?:{_UNTIL})\s?", "–", rest)
