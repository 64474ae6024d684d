"""Reads dates and times of day."""

from __future__ import annotations

import re

from sejajar.language.figures import DIGITS, SILENT, Figure, Token, Value, exact, parse_digits
from sejajar.language.lexicon import ENGLISH, INDONESIAN, Lexicon

Read = tuple[list[Figure], int]
"""The figures, and the index of the first token after them."""


def date_at(tokens: list[Token], index: int, lexicon: Lexicon) -> Read | None:
    """The date or dates that begin at `index`: `6 Maret`, `23-25 February`, `20/7/2025`, a month alone."""
    token = tokens[index]
    if token.text.isdecimal():
        return _in_digits(tokens, index, lexicon) or _days_then_month(tokens, index, lexicon)
    month = lexicon.months.get(token.low)
    if not month or not token.text[0].isupper():
        return None
    if lexicon is ENGLISH and (found := _month_then_days(tokens, index, month)):
        return found
    return _month_alone(tokens, index, month, lexicon)


def _day(token: Token) -> int:
    return (
        int(token.text) if token.text.isdecimal() and len(token.text) < 3 and 0 < int(token.text) < 32 else 0
    )


def _days_then_month(tokens: list[Token], index: int, lexicon: Lexicon) -> Read | None:
    days: list[int] = []
    at = index
    while _day(tokens[at]):
        days.append(at)
        at += 1
        if tokens[at].low in ("st", "nd", "rd", "th"):
            at += 1
        if tokens[at].low in ("of", "bulan"):
            at += 1
        if month := _month(tokens[at], lexicon):
            return [_dated(tokens, (day_at, at), int(tokens[day_at].text), month) for day_at in days], at + 1
        while tokens[at].low in lexicon.joins or tokens[at].low in (",", "tanggal", "the"):
            at += 1
        if at > index + 12:
            return None
    return None


def _month(token: Token, lexicon: Lexicon) -> int:
    return lexicon.months.get(token.low, 0) if token.text[:1].isupper() else 0


def _month_then_days(tokens: list[Token], index: int, month: int) -> Read | None:
    """English only; a second number is a day unless a word follows that it counts."""
    at = index + 1 + (tokens[index + 1].text in (".", "the"))
    figures: list[Figure] = []
    after = at
    while _day(tokens[at]) and (not figures or not _counts(tokens, at)):
        after = at + 1 + (tokens[at + 1].low in ("st", "nd", "rd", "th"))
        figures.append(_dated(tokens, (index, at), _day(tokens[at]), month))
        at = after + (tokens[after].low in ("-", "–", "—", "to", "and", "or", "until", "&", ","))
        at += tokens[at].low in ("and", "the", "or")
    return (figures, after) if figures else None


def _counts(tokens: list[Token], at: int) -> bool:
    """Whether the number is followed by what it counts: `January 30 and 31 people`."""
    ahead = tokens[at + 1]
    words = (
        "in",
        "at",
        "on",
        "for",
        "as",
        "to",
        "by",
        "and",
        "or",
        "of",
        "when",
        "during",
        "with",
        "after",
        "this",
    )
    return ahead.text[:1].isalpha() and ahead.text[:1].islower() and ahead.low not in words


def _dated(tokens: list[Token], span: tuple[int, int], day: int, month: int) -> Figure:
    first, last = span
    low, high = min(first, last), max(first, last)
    text = f"{tokens[first].text} {tokens[last].text}"
    year_at = high + 1 + (tokens[high + 1].text == ",")
    year = int(tokens[year_at].text) if re.fullmatch(r"[12]\d{3}", tokens[year_at].text) else 0
    return Figure(text, tokens[low].start, frozenset({("day", day, month)}), DIGITS, year=year)


def _month_alone(tokens: list[Token], index: int, month: int, lexicon: Lexicon) -> Read | None:
    token = tokens[index]
    beside_year = re.fullmatch(r"[12]\d{3}", tokens[index + 1].text)
    unsure = token.low in ("may", "march") if lexicon is ENGLISH else False
    named = index > 1 and tokens[index - 1].text.istitle() and tokens[index - 1].low not in lexicon.weekdays
    unsure = unsure or (named and lexicon is INDONESIAN)  # Kaisar Agustus
    sure = beside_year or not (unsure or (len(token.text) < 4 and token.low != "mei"))
    weight = DIGITS if sure else SILENT
    return [Figure(token.text, token.start, frozenset({("month", month)}), weight)], index + 1


def _in_digits(tokens: list[Token], index: int, lexicon: Lexicon) -> Read | None:
    """`20/7/2025`, `(6/11)`, `20-07-2025`, `20.7.2025`, `2025-07-20`. The year is left for the numbers."""
    mark, second = tokens[index + 1].text, tokens[index + 2]
    if mark not in ("/", "-") or not second.text.isdecimal():
        return None
    first, last = int(tokens[index].text), int(second.text)
    mark_after, third = tokens[index + 3].text, tokens[index + 4] if len(tokens) > index + 4 else tokens[-1]
    if mark_after == mark and third.text.isdecimal():
        if first > 1000 and last < 13 and 0 < int(third.text) < 32 and mark == "-":
            figure = _numeric(tokens, index, (int(third.text), last), lexicon)
            return [
                figure,
                Figure(tokens[index].text, tokens[index].start, frozenset({first}), DIGITS),
            ], index + 5
        if len(third.text) not in (2, 4) or (len(third.text) == 2 and mark == "-"):
            return None
        year = int(third.text) + (2000 if len(third.text) == 2 else 0)
        if not _is_day_and_month(first, last, lexicon):
            return None
        figure = _numeric(tokens, index, (first, last), lexicon, year)
        return [figure, Figure(third.text, third.start, frozenset({year}), DIGITS)], index + 5
    in_brackets = index and tokens[index - 1].text == "(" and mark_after == ")"
    after_weekday = index and tokens[index - 1].low in lexicon.weekdays
    if mark == "/" and (in_brackets or after_weekday) and _is_day_and_month(first, last, lexicon):
        return [_numeric(tokens, index, (first, last), lexicon)], index + 3
    return None


def _is_day_and_month(first: int, second: int, lexicon: Lexicon) -> bool:
    day_first = 0 < first < 32 and 0 < second < 13
    return day_first or (lexicon is ENGLISH and 0 < first < 13 and 0 < second < 32)


def _numeric(
    tokens: list[Token], index: int, pair: tuple[int, int], lexicon: Lexicon, year: int = 0
) -> Figure:
    """In Indonesian the day comes first; in English nobody can know, so either order will do."""
    day, month = pair
    values: set[Value] = {("day", day, month)} if month < 13 else set()
    if lexicon is ENGLISH and day < 13:
        values.add(("day", month, day))
    text = f"{tokens[index].text}{tokens[index + 1].text}{tokens[index + 2].text}"
    return Figure(text, tokens[index].start, frozenset(values), DIGITS, year=year if len(values) == 1 else 0)


_CLOCK = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)")
_ZONES = frozenset(("wib", "wita", "wit", "utc", "gmt"))
_TOLD = frozenset(("pukul", "jam"))
_HOUR_SHIFTS = {"pagi": 0, "dini": 0, "subuh": 0, "siang": 12, "sore": 12, "petang": 12, "malam": 12}


def clock_at(tokens: list[Token], index: int, lexicon: Lexicon) -> Read | None:
    """The time of day that begins at `index`: `pukul 22.00`, `10 p.m.`, `17:50`, `0230 UTC`, noon."""
    token = tokens[index]
    if token.low in ("noon", "midday", "midnight"):
        minutes = 0 if token.low == "midnight" else 720
        values: frozenset[Value] = frozenset({("time", minutes), ("time", 1440 - minutes)})
        return [Figure(token.text, token.start, values, SILENT)], index + 1
    if not token.text[0].isdecimal():
        return None
    text, after = token.text, index + 1
    if tokens[after].text == ":" and len(tokens[after + 1].text) == 2 and tokens[after + 2].text != ":":
        text, after = f"{text}:{tokens[after + 1].text}", after + 2
    match = _CLOCK.fullmatch(text)
    hour, minute = (int(match[1]), int(match[2])) if match else (int(text) if text.isdecimal() else 99, 0)
    if len(text) == 4 and text.isdecimal() and tokens[after].low in _ZONES:
        hour, minute = int(text[:2]), int(text[2:])
        match = match or _CLOCK.fullmatch(f"{text[:2]}:{text[2:]}")
    if hour > 24 or minute > 59:
        return None
    clock = _indonesian_clock if lexicon is INDONESIAN else _english_clock
    if not (
        read := clock(tokens, index, after, hour * 60 + minute, ":" in text or text[0] == "0" or bool(match))
    ):
        return None
    values, loose, after = read
    return [
        Figure(
            _between(tokens, index, after), token.start, values, DIGITS, loose | _plain(text, hour, minute)
        )
    ], after


def _between(tokens: list[Token], index: int, after: int) -> str:
    """The text of some tokens, with a space wherever there was one."""
    text = tokens[index].text
    for before, token in zip(tokens[index:after], tokens[index + 1 : after], strict=False):
        text += " " * (token.start > before.end) + token.text
    return text


Clock = tuple[frozenset[Value], frozenset[Value], int]


def _plain(text: str, hour: int, minute: int) -> frozenset[Value]:
    """Plain numbers that a time may be written as in the other language."""
    plain: set[Value] = {hour, hour % 12 or 12} if not minute else {hour * 100 + minute}
    if "." in text or ":" in text:
        plain.update(
            map(exact, (n for n in parse_digits(text.replace(":", "."), ".") if not isinstance(n, tuple)))
        )
    return frozenset(plain)


def _indonesian_clock(
    tokens: list[Token], index: int, after: int, minutes: int, clocklike: bool
) -> Clock | None:
    before = tokens[index - 1].low if index else ""
    told = before in _TOLD and not (index > 1 and tokens[index - 2].text[:1].isdecimal())
    zoned = tokens[after].low in _ZONES
    ranged = (before in ("-", "–", "hingga", "sampai") and zoned) or _ends_range(tokens, index)
    if not (told or (clocklike and (zoned or ranged or (":" in tokens[index + 1].text)))):
        return None
    shift = _HOUR_SHIFTS.get(tokens[after].low)
    if shift is None:
        other: frozenset[Value] = (
            frozenset({("time", minutes + 720)}) if minutes < 780 and not zoned else frozenset()
        )
        return frozenset({("time", minutes)}), other, after
    if shift and minutes < 720 and not (tokens[after].low == "siang" and minutes >= 600):
        minutes += shift * 60
    if tokens[after].low == "malam" and minutes >= 1440 - 60 * 12 and minutes // 60 == 24:
        minutes = 0
    return frozenset({("time", minutes)}), frozenset(), after + 1


_UNTIL = frozenset(("-", "–", "—", "/", ".", "s", "d", "hingga", "sampai", "dengan", "dan"))


def _ends_range(tokens: list[Token], index: int) -> bool:
    """Whether what is told stands before: `pukul 08.00-16.00`, `pukul 08.00 s.d. 16.00`."""
    at = index - 1
    while at > 0 and tokens[at].low in _UNTIL:
        at -= 1
    return 0 < at < index - 1 and bool(_CLOCK.fullmatch(tokens[at].text)) and tokens[at - 1].low in _TOLD


def _english_clock(
    tokens: list[Token], index: int, after: int, minutes: int, clocklike: bool
) -> Clock | None:
    low = tokens[after].low
    half = low if low in ("am", "pm") else ""
    if low in ("a", "p") and tokens[after + 1].text == "." and tokens[after + 2].low == "m":
        half, after = f"{low}m", after + 2
        after += len(tokens) > after + 1 and tokens[after + 1].text == "."
    if half and minutes < 780:
        minutes = minutes % 720 + (720 if half == "pm" else 0)
        return frozenset({("time", minutes)}), frozenset(), after + 1
    if half:
        return frozenset({("time", minutes)}), frozenset(), after + 1
    if low in ("o'clock", "o’clock") or (clocklike and (":" in tokens[index + 1].text or low in _ZONES)):
        other: frozenset[Value] = frozenset({("time", minutes + 720)}) if minutes < 780 else frozenset()
        return frozenset({("time", minutes)}), other, after
    return None
