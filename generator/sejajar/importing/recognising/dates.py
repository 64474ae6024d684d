"""Dates in Indonesian prose and above it, and which of them is the article's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sejajar.importing.blocks import Block
from sejajar.importing.outlets import outlet_named
from sejajar.importing.words import SAID, news
from sejajar.language.titles import REPORTING
from sejajar.model import Location, Problem, Severity

_WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_WEEKDAY_NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7, "agu": 8,
    "agt": 8, "ags": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11, "des": 12, "dec": 12,
}  # fmt: skip
_MONTH = (
    r"(?:jan(?:uar[iy])?|[fp]eb(?:ruar[iy])?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|agu(?:stus)?|agt|ags|aug(?:ust)?"
    r"|sept?(?:ember)?|o[kc]t(?:ober)?|no[vp](?:ember)?|de[sc](?:ember)?)"
)
_DAY_NAME = (
    r"(?P<weekday>senin|selasa|rabu|kamis|jum[’'`]?at|sabtu|minggu|ahad|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday)"
)
_PARTS_OF_DAY = r"(?:\s+(?:pagi|siang|sore|petang|malam|dini\s+hari|waktu\s+setempat|lalu|kemarin|ini))*"
_DATE = re.compile(
    rf"(?:\b{_DAY_NAME}{_PARTS_OF_DAY}\s?,?\s*(?:tanggal\s+)?\(?\s*)?"
    r"(?<![\d/.-])(?P<day>\d{1,2})"
    rf"(?:(?P<separator>[/.-])(?P<month>\d{{1,2}})(?P=separator)|\s*[-/]?\s*(?P<name>{_MONTH})\.?,?\s*[-/]?\s*)"
    r"(?P<year>(?:19|20)\d{2})(?![\d/])\)?",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf"\b{_DAY_NAME}{_PARTS_OF_DAY}\s?,?\s*(?:tanggal\s+)?"
    rf"(?:\(\s*(?P<day>\d{{1,2}})\s*[/.-]\s*(?P<month>\d{{1,2}})(?:[/.-]\d{{3}})?\s*\)|\(?(?P<day2>\d{{1,2}})\s+(?P<name>{_MONTH})\b(?!\.?\s*(?:19|20)\d\d)\)?)",
    re.IGNORECASE,
)
# A year of three figures is a slip of the pen, and as good as none.
_SHORT_YEAR = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\s+(?P<name>{_MONTH})\s+(?P<year>[0-3]\d)(?!\d)(?=\s*[|,])", re.IGNORECASE
)
"""Only in a line that has a time too."""
_ISO = re.compile(r"(?<![\d-])(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\b|\b(?:a|p)m\b|\b(?:wib|wita|wit|gmt|utc)\b(?:\s*[+-]\d+)?",
    re.IGNORECASE,
)
_AROUND = news("published")
_UPDATED = re.compile(r"\b(?:diperbarui|updated?|pembaruan|perbarui)\b", re.IGNORECASE)
_SAID = re.compile(rf"\b(?:{SAID}|menyebut\w*|mengungkap\w*)(?:nya)?\b", re.IGNORECASE)
_SAYS = re.compile(rf"\b(?:{REPORTING})\b", re.IGNORECASE)
_AHEAD = re.compile(r"\s*(?:mendatang|nanti|besok|depan|yang akan datang)\b", re.IGNORECASE)
_BEHIND = re.compile(r"\s*(?:lalu|silam|kemarin)\b", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:sejak|hingga|sampai|sebelumnya|mulai|setelah|lahir|berakhir|paling lambat|dijadwalkan|akan"
    r"|rencananya|sebelum|usai|pernah)\b"
    r"[^,.“\"]{0,60}$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,/])20[012]\d(?![\d.,/]\d)")
_LEAD = 3
_LONG = 80
_ADDRESS = re.compile(
    r"[/-](?P<year>20[012]\d)[/-]?(?P<month>0[1-9]|1[0-2])[/-]?(?P<day>0[1-9]|[12]\d|3[01])(?=\D|\d{6}\b)"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as a text has it."""

    words: str
    line: int
    day: dt.date | None
    """None: no such day in the calendar."""
    weekday: int | None
    """As `date.weekday` counts; None where the text names none."""
    weight: int = 0
    """How much its place speaks for its being the day of the article."""
    guessed: bool = False
    """The text names no year."""
    beside: str = ""
    """What else the line says, where the date has one for itself."""

    @property
    def fits(self) -> bool:
        return self.day is not None and self.weekday is not None and self.day.weekday() == self.weekday


def dates_in(block: Block, today: dt.date, year: int = 0) -> Iterator[Dated]:
    """The full dates of a block, and those with a weekday whose year can be told from it.

    `year`: the latest that the text names, if any; it goes before later ones that fit too.
    """
    text = block.text
    for match in _DATE.finditer(text):
        month = int(match["month"]) if match["month"] else _MONTHS[match["name"][:3].casefold()]
        day = _day(int(match["year"]), month, int(match["day"]))
        yield Dated(match[0].strip(), block.line, day, _weekday(match["weekday"]), 2 + _weight(text, match))
    for match in _SHORT.finditer(text):
        month = int(match["month"]) if match["month"] else _MONTHS[match["name"][:3].casefold()]
        number, weekday = int(match["day"] or match["day2"]), _weekday(match["weekday"])
        years = (
            (year, *(today.year - ago for ago in range(12)))
            if year
            else [today.year - ago for ago in range(12)]
        )
        days = (_day(one, month, number) for one in years)
        fitting = next((day for day in days if day and day <= today and day.weekday() == weekday), None)
        if fitting:
            yield Dated(match[0].strip(), block.line, fitting, weekday, _weight(text, match), guessed=True)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _weekday(name: str | None) -> int | None:
    if not name:
        return None
    plain = re.sub("[’'`]", "", name.casefold()).replace("ahad", "minggu")
    return _ENGLISH.index(plain) if plain in _ENGLISH else _WEEKDAYS.index(plain)


def _weight(text: str, match: re.Match[str]) -> int:
    start = max(text.rfind(". ", 0, match.start()), 0)
    before, after = (
        text[max(start, match.start() - 300) : match.start()],
        text[match.end() : match.end() + 40],
    )
    # `Pada Minggu (7/12/2025) Ana mengatakan …` is a day of saying as `…, kata Ana, Minggu (7/12/2025)` is.
    clause = text[match.end() : match.end() + 120].partition(". ")[0]
    said = 3 if _SAID.search(before) or _SAYS.search(clause) else 0
    away = 4 if _AHEAD.match(after) or _BEHIND.match(after) else 0
    return said - away - (2 if _SINCE.search(before) and not said else 0)


def publication_in(block: Block) -> tuple[Dated, bool] | None:
    """The day in a line that says when the article appeared ; True if it says when it was changed."""
    text = block.text
    if len(text) > 120:
        return None
    match = _DATE.search(text) or _ISO.search(text) or (_TIME.search(text) and _SHORT_YEAR.search(text))
    if not match:
        return None
    rest = _TIME.sub(" ", text[: match.start()] + " | " + text[match.end() :])
    while second := _DATE.search(rest):
        rest = rest[: second.start()] + " " + rest[second.end() :]
    pieces = [piece.strip(" .,;:-–—") for piece in re.split(r"[|•·]|\s[-–—]\s", rest)]
    words = [w for piece in pieces if not outlet_named(piece) for w in re.findall(r"[^\W\d_][\w.']*", piece)]
    strange = [word for word in words if word.casefold().strip(".") not in _AROUND and not outlet_named(word)]
    timed = bool(_TIME.search(text))
    if len(strange) > (4 if timed else 1) or any(word.islower() and len(word) > 3 for word in strange):
        return None
    if strange and text.rstrip().endswith("."):
        return None
    groups = match.groupdict()
    name = groups.get("name")
    month = _MONTHS[name[:3].casefold()] if name else int(groups["month"])
    year = int(groups["year"]) + (2000 if len(groups["year"]) == 2 else 0)
    day = _day(year, month, int(groups["day"]))
    weekday = _weekday(groups.get("weekday"))
    dated = Dated(match[0].strip(" ()"), block.line, day, weekday, beside=rest)
    return dated, bool(_UPDATED.search(text[: match.start()]))


def date_of_address(url: str) -> dt.date | None:
    """The day that an address holds: `/2025/07/20/`, `20250720101500`."""
    match = _ADDRESS.search(url)
    return _day(int(match["year"]), int(match["month"]), int(match["day"])) if match else None


def article_date(
    blocks: Sequence[Block], path: str, today: dt.date
) -> tuple[Dated | None, tuple[Problem, ...]]:
    """The date that speaks most for being the article's, if it fits its weekday and is not in the future."""
    found: list[tuple[int, Dated]] = []
    named = (int(match[0]) for block in blocks for match in _YEAR.finditer(block.text))
    year = max((year for year in named if year <= today.year), default=0)
    long = 0
    for block in blocks:
        lead = 2 if long < _LEAD else 0
        found += ((dated.weight + lead, dated) for dated in dates_in(block, today, year))
        long += len(block.text) > _LONG
    leading = [dated for weight, dated in found[:40]]
    problems = [problem for dated in leading if (problem := _doubt(dated, path, today))]
    taken = [(weight, dated) for weight, dated in found if dated.day and dated.day <= today and dated.fits]
    if not taken:
        return None, (*problems, _no_date(leading, path))
    best = max(weight for weight, _ in taken)
    near = [dated for weight, dated in taken if weight == best]
    # Among equals the latest is of the day of writing; what lies ahead of it weighs less already.
    first = max(near, key=lambda dated: (not dated.guessed, dated.day or dt.date.min))
    rivals = [dated for weight, dated in taken if dated.line == first.line or weight == best]
    problems += _about_others(first, [dated for dated in rivals if dated.guessed == first.guessed], path)
    if first.guessed:
        problems.append(_about_year(first, path))
    return first, tuple(problems)


def _about_others(first: Dated, near: Sequence[Dated], path: str) -> Iterator[Problem]:
    seen = {first.day}
    for other in near:
        if other.day not in seen:
            seen.add(other.day)
            message = f"the text has another date, “{other.words}”; {first.day} was taken"
            hint = f"if the article is of that day, import it with --date {other.day}"
            yield Problem(Location(path, other.line), Severity.WARNING, "date", message, hint)


def _about_year(dated: Dated, path: str) -> Problem:
    message = f"“{dated.words}” names no year; {dated.day} is the latest that fits its weekday, and unsure"
    hint = "check it, and give the article's date with --date YYYY-MM-DD if it is another"
    return Problem(Location(path, dated.line), Severity.WARNING, "date", message, hint)


def _doubt(dated: Dated, path: str, today: dt.date) -> Problem | None:
    if dated.day is None:
        message = f"“{dated.words}” is no day of the calendar, so it was not taken"
    elif dated.weekday is None:
        return None
    elif not dated.fits:
        day = _WEEKDAY_NAMES[dated.day.weekday()]
        message = f"“{dated.words}” was a {day}, so the date was not taken"
    elif dated.day > today:
        message = f"“{dated.words}” lies in the future, so it was not taken"
    else:
        return None
    hint = "check the day, and give the article's date with --date YYYY-MM-DD"
    return Problem(Location(path, dated.line), Severity.WARNING, "date", message, hint)


def _no_date(found: Sequence[Dated], path: str) -> Problem:
    message = "the article's date is not known: the text has no date that fits its weekday"
    hint = "give the day it was published with --date YYYY-MM-DD"
    if bare := next((dated for dated in found if dated.day and dated.weekday is None), None):
        hint += f" (line {bare.line} has “{bare.words}”, without a weekday)"
    return Problem(Location(path), Severity.ERROR, "date", message, hint)
