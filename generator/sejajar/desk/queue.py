"""The queue: what is left to do, the riskiest first, as somebody filters it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sejajar.commands.queue import Row
from sejajar.desk.answers import office_of, page, person_of
from sejajar.desk.language import language_of
from sejajar.i18n import N_
from sejajar.language.folding import folded
from sejajar.language.wording import month_name
from sejajar.model import Edition
from sejajar.rendering.lists.status import Tally

A_PAGE = 50
"""Rows."""

STATES: dict[str, tuple[str, Callable[[Row], bool]]] = {
    "": (N_("what waits for a person"), lambda row: row.left > 0 or row.broken > 0),
    "findings": (N_("with findings"), lambda row: row.tally.flagged > 0),
    "untranslated": (N_("untranslated"), lambda row: row.states.get("untranslated", 0) > 0),
    "machine": (N_("machine"), lambda row: row.states.get("machine", 0) > 0),
    "needs-work": (N_("needs-work"), lambda row: row.states.get("needs-work", 0) > 0),
    "stale": (N_("stale"), lambda row: row.states.get("stale", 0) > 0),
    "unsigned": (N_("reviewed, but not signed"), lambda row: row.tally.reviewed > row.tally.signed),
    "done": (N_("wholly signed"), lambda row: row.left == 0 and row.broken == 0),
    "broken": (N_("broken"), lambda row: row.broken > 0),
    "draft": (N_("drafts"), lambda row: row.status == "draft"),
    "all": (N_("all articles"), lambda _: True),
}
"""What a queue may show: its name in addresses, what people read, and which rows it has."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to see of the queue."""

    state: str = ""
    month: str = ""
    """`2025-07`"""
    tag: str = ""
    person: str = ""
    words: str = ""
    order: str = ""
    """`date`: the newest first; else the riskiest."""
    page: int = 1

    @staticmethod
    def of(query: Mapping[str, str]) -> Wanted:
        number = query.get("page", "1")
        return Wanted(
            query.get("state", "") if query.get("state", "") in STATES else "",
            query.get("month", "")[:7],
            query.get("tag", "")[:200],
            query.get("person", "")[:200],
            query.get("q", "")[:200],
            "date" if query.get("order") == "date" else "",
            int(number) if number.isdecimal() and len(number) < 6 and int(number) else 1,
        )

    def address(self, **changed: object) -> str:
        named = {
            "state": self.state,
            "month": self.month,
            "tag": self.tag,
            "person": self.person,
            "q": self.words,
            "order": self.order,
            "page": self.page,
        } | changed
        kept = {key: value for key, value in named.items() if value and (key, value) != ("page", 1)}
        return f"/?{urlencode(kept)}" if kept else "/"

    def fits(self, row: Row) -> bool:
        return (
            STATES[self.state][1](row)
            and (not self.month or row.date.startswith(self.month))
            and (not self.tag or self.tag in row.tags)
            and (not self.person or self.person in row.people)
            and all(word in _searched(row) for word in folded(self.words).split())
        )


def _searched(row: Row) -> str:
    return folded(" ".join((row.title, row.english, row.slug, row.place, row.date, *row.tags, *row.people)))


def sorted_rows(rows: Iterable[Row], order: str = "") -> list[Row]:
    """What cannot be read first, then by risk or by date; what is equal by date and path."""
    newest = sorted(sorted(rows, key=lambda row: row.path), key=lambda row: row.date, reverse=True)
    if order == "date":
        return newest
    return sorted(newest, key=lambda row: (-bool(row.broken), -row.risk, -row.left))


def queue(request: Request) -> Response:
    office = office_of(request)
    if not person_of(request).name:
        return RedirectResponse("/name", 303)  # who comes for the first time says first who they are
    wanted = Wanted.of(request.query_params)
    everything, reading = office.index.rows()
    found = sorted_rows(filter(wanted.fits, everything), wanted.order)
    pages = max(1, -(-len(found) // A_PAGE))
    at = min(wanted.page, pages)
    here = office.presence.others(person_of(request))
    names = office.index.names()
    return page(
        request,
        "queue.html",
        wanted=wanted,
        rows=found[(at - 1) * A_PAGE : at * A_PAGE],
        names=names,
        count=len(found),
        whole=reduce(Tally.__add__, (row.tally for row in found), Tally()),
        left=sum(row.left for row in found),
        at=at,
        pages=pages,
        reading=reading,
        choices=_choices(everything, language_of(request.headers)),
        states=[(name, words) for name, (words, _) in STATES.items()],
        people={
            path: _who(one.person.name for one in here if one.article == path)
            for path in {one.article for one in here}
        },
    )


def _who(names: Iterable[str]) -> str:
    return ", ".join(sorted({name for name in names if name}))


def _choices(rows: Sequence[Row], language: str) -> dict[str, list[tuple[str, str]]]:
    """What there is to filter by, with the words for it."""
    edition: Edition = "id" if language == "id" else "en"
    months = sorted({row.date[:7] for row in rows if row.date}, reverse=True)
    tags = sorted({tag for row in rows for tag in row.tags}, key=folded)
    people = sorted({person for row in rows for person in row.people}, key=folded)
    return {
        "months": [(month, f"{month_name(int(month[5:]), edition)} {month[:4]}") for month in months],
        "tags": [(tag, tag) for tag in tags],
        "people": [(person, person) for person in people],
    }


def waiting_after(rows: Iterable[Row], path: str) -> Row | None:
    """The article to go on with: the riskiest of those that wait, but for this one."""
    return next((row for row in sorted_rows(rows) if row.left and not row.broken and row.path != path), None)
