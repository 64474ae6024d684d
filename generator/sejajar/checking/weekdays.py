"""*dates*, the other half: days of the week, and whether they fit the dates beside them; time zones."""

from __future__ import annotations

import re
from datetime import date

from sejajar.checking.finding import Finding, error, warning
from sejajar.checking.pair import Pair
from sejajar.language.figures import Figure
from sejajar.language.lexicon import ENGLISH, INDONESIAN, Lexicon

_INDONESIAN_DAY = re.compile(
    r"(?P<eve>[Mm]alam )?\b(?P<day>Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)\b(?! "
    r"(?:Agung|Abu|Hitam|Legi|Wage))"
)
_ENGLISH_DAY = re.compile(r"\b(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\b")
_STEMS = ("Senin", "Selasa", "Rabu", "Kamis", "Jum", "Sabtu", "Minggu", "Ahad")
_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def check_weekdays(pair: Pair) -> list[Finding]:
    """The same days of the week on both sides; none that the date beside it contradicts."""
    there = _days(pair.source, _INDONESIAN_DAY, INDONESIAN) if _named(pair.source) else {}
    here = _days(pair.target, _ENGLISH_DAY, ENGLISH) if "day" in pair.target else {}
    if not there and not here:
        return []
    findings = _differing(there, here)
    for figure, text, day in _contradicted(pair.target, pair.target_figures, _ENGLISH_DAY, ENGLISH):
        message = f"the English says “{text}”, but {_date(figure)} is a {_NAMES[day]}"
        findings.append(error("dates", message))
    for figure, text, day in _contradicted(pair.source, pair.source_figures, _INDONESIAN_DAY, INDONESIAN):
        message = f"the source says “{text}”, but {_date(figure)} is a {_NAMES[day]}"
        findings.append(warning("dates", message))
    return findings


def _named(text: str) -> bool:
    """Whether a day may be named: quicker than the pattern, which few texts need."""
    return any(map(text.__contains__, _STEMS))


def _days(text: str, pattern: re.Pattern[str], lexicon: Lexicon) -> dict[int, tuple[str, frozenset[int]]]:
    """The days named: each with its word, and the days that English may say for it (`malam Minggu`)."""
    days: dict[int, tuple[str, frozenset[int]]] = {}
    for match in pattern.finditer(text):
        day = lexicon.weekdays[match["day"].lower()]
        if match["day"] == "Minggu" and (
            re.search(r"(?:^|[.!?:]\s+|[\"“])$", text[: match.start()])
            or re.match(r" (?:depan|lalu|ini)", text[match.end() :])
        ):
            continue  # it may as well be a week
        eve = lexicon is INDONESIAN and match["eve"]
        days[day] = (match["day"], frozenset((day, (day - 1) % 7) if eve else (day,)))
    return days


def _differing(
    there: dict[int, tuple[str, frozenset[int]]], here: dict[int, tuple[str, frozenset[int]]]
) -> list[Finding]:
    missing = [word for word, may_be in there.values() if may_be.isdisjoint(here)]
    allowed = {day for _, may_be in there.values() for day in may_be}
    added = [word for day, (word, _) in here.items() if day not in allowed]
    if missing and added:
        return [error("dates", f"the source says “{missing[0]}”, the English “{added[0]}”")]
    if missing:
        return [warning("dates", f"the source says “{missing[0]}”, the English has no such day")]
    return []


def _contradicted(
    text: str, figures: tuple[Figure, ...], pattern: re.Pattern[str], lexicon: Lexicon
) -> list[tuple[Figure, str, int]]:
    found: list[tuple[Figure, str, int]] = []
    for figure in figures:
        if not figure.year or figure.kind != "day":
            continue
        *_, (_, day, month) = (
            value for value in figure.values if isinstance(value, tuple) and len(value) == 3
        )
        before = list(pattern.finditer(text, max(0, figure.start - 24), figure.start))
        try:
            weekday = date(figure.year, int(month), int(day)).weekday()
        except ValueError:
            continue
        if len(before) == 1 and not re.search(r"[.;]|\d", text[before[-1].end() : figure.start]):
            said = lexicon.weekdays[before[-1]["day"].lower()]
            if said != weekday and not (lexicon is INDONESIAN and before[-1]["eve"]):
                found.append((figure, before[-1]["day"], weekday))
    return found


def _date(figure: Figure) -> str:
    *_, (_, day, month) = (value for value in figure.values if isinstance(value, tuple) and len(value) == 3)
    return date(figure.year, int(month), int(day)).strftime(f"{day} %B %Y")


_ZONE = re.compile(
    r"\b(?:(WIB|[Ww]estern Indonesian? (?:[Ss]tandard )?[Tt]ime)|(WITA|Wita|[Cc]entral Indonesian? "
    r"(?:[Ss]tandard )?[Tt]ime)"
    r"|(WIT|[Ee]astern Indonesian? (?:[Ss]tandard )?[Tt]ime))\b"
)
_ZONES = ("WIB", "WITA", "WIT")


def check_zones(pair: Pair) -> list[Finding]:
    """Indonesia's three time zones, by letters or in words; English may leave the zone out."""
    there, here = _zones(pair.source), _zones(pair.target)
    if there and (wrong := [zone for zone in here if zone not in there]):
        said = f"the source gives the time in {_ZONES[there[0]]}, the English in {_ZONES[wrong[0]]}"
        return [error("numbers", said)]
    return []


def _zones(text: str) -> list[int]:
    if not any(map(text.__contains__, ("WI", "Wita", "Indonesia"))):
        return []
    return [match.lastindex - 1 for match in _ZONE.finditer(text) if match.lastindex]
