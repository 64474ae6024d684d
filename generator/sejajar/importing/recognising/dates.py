"""Full dates in Indonesian prose, and which of them is the article's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sejajar.importing.sources.text import Line
from sejajar.model import Location, Problem, Severity

_WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_MONTHS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "jun": 6, "jul": 7, "agu": 8, "agt": 8,
    "ags": 8, "sep": 9, "okt": 10, "nov": 11, "nop": 11, "des": 12,
}  # fmt: skip
_MONTH = (
    r"(?:jan(?:uari)?|[fp]eb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu(?:stus)?|agt|ags|sept?(?:ember)?"
    r"|okt(?:ober)?|no[vp](?:ember)?|des(?:ember)?)"
)
_DATE = re.compile(
    r"(?:\b(?P<weekday>senin|selasa|rabu|kamis|jum[’']?at|sabtu|minggu|ahad)"
    r"(?:\s+(?:pagi|siang|sore|petang|malam|dini\s+hari|waktu\s+setempat|lalu))*"
    r",?\s*(?:tanggal\s+)?\(?\s*)?"
    r"(?<![\d/.-])(?P<day>\d{1,2})"
    rf"(?:(?P<separator>[/.-])(?P<month>\d{{1,2}})(?P=separator)|\s+(?P<name>{_MONTH})\.?\s+)"
    r"(?P<year>\d{4})(?![\d/])\)?",
    re.IGNORECASE,
)
_WEEKDAY_NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@dataclass(frozen=True, slots=True)
class Dated:
    """A full date as a text has it."""

    words: str
    line: int
    day: dt.date | None
    """None: no such day in the calendar."""
    weekday: int | None
    """As `date.weekday` counts; None where the text names none."""

    @property
    def fits(self) -> bool:
        return self.day is not None and self.day.weekday() == self.weekday


def dates_in(line: Line) -> Iterator[Dated]:
    for match in _DATE.finditer(line.text):
        month = int(match["month"]) if match["month"] else _MONTHS[match["name"][:3].casefold()]
        try:
            day = dt.date(int(match["year"]), month, int(match["day"]))
        except ValueError:
            day = None
        weekday = None
        if match["weekday"]:
            name = re.sub("[’']", "", match["weekday"].casefold()).replace("ahad", "minggu")
            weekday = _WEEKDAYS.index(name)
        yield Dated(match[0].strip(), line.number, day, weekday)


def article_date(lead: Iterable[Line], path: str, today: dt.date) -> tuple[Dated | None, tuple[Problem, ...]]:
    """The first date that names its weekday, fits it and is not in the future, and what was unsure."""
    found = [dated for line in lead for dated in dates_in(line)]
    problems = [problem for dated in found if (problem := _doubt(dated, path, today))]
    taken = [dated for dated in found if dated.day and dated.day <= today and dated.fits]
    if not taken:
        return None, (*problems, _no_date(found, path))
    first = taken[0]
    for other in taken[1:]:
        if other.day != first.day:
            message = f"the lead has another date, “{other.words}”; {first.day} was taken"
            hint = f"if the article is of that day, import it with --date {other.day}"
            problems.append(Problem(Location(path, other.line), Severity.WARNING, "date", message, hint))
    return first, tuple(problems)


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


def _no_date(found: Iterable[Dated], path: str) -> Problem:
    message = "the article's date is not known: its lead has no full date that fits its weekday"
    hint = "give the day it was published with --date YYYY-MM-DD"
    if bare := next((dated for dated in found if dated.day and dated.weekday is None), None):
        hint += f" (line {bare.line} has “{bare.words}”, without a weekday)"
    return Problem(Location(path), Severity.ERROR, "date", message, hint)
