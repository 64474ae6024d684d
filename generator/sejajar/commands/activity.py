"""The verb that tells who did what and when: English signed, gone stale, changed after that; corrections.

The files say what stands now: a signature with its day, a stale entry, a correction. Since when an entry is
stale, or has another English than was signed, only git's history tells; else the day is not known.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sejajar.catalogs import Briefing
from sejajar.commands.entry_days import Introduced, introduced
from sejajar.formats.comments import signatures
from sejajar.model import Entry, State
from sejajar.site.people import Naming, naming
from sejajar.site.settings import PeopleSettings
from sejajar.site.workspace import Site, Workspace

Deed = Literal["signed", "stale", "changed", "corrected"]
DEEDS: tuple[Deed, ...] = ("signed", "stale", "changed", "corrected")
Grouping = Literal["person", "month", "article"]
GROUPINGS: tuple[Grouping, ...] = ("person", "month", "article")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to one passage."""

    deed: Deed
    article: str
    """The article file's path."""
    who: str = ""
    """Who signed, or whose signature has lapsed; empty where nobody's name stands there."""
    day: dt.date | None = None
    """None where nothing tells."""


@dataclass(frozen=True, slots=True)
class Row:
    """The events of one person, month or article, or of all."""

    keys: tuple[str, ...]
    """What they have in common: a name, a month as in ISO 8601, a path; empty where it is not known."""
    counts: Mapping[Deed, int]
    articles: int
    last: dt.date | None
    """Of the signatures."""


@dataclass(frozen=True, slots=True)
class Activity:
    events: tuple[Event, ...]
    has_history: bool
    """Whether git was asked and answered."""

    def by(self, *groupings: Grouping) -> tuple[Row, ...]:
        """A row for each, months and what is not known last; of people and articles the busiest first."""
        groups: dict[tuple[str, ...], list[Event]] = {}
        for event in self.events:
            groups.setdefault(tuple(_key(event, one) for one in groupings), []).append(event)
        rows = [_row(keys, events) for keys, events in groups.items()]
        if groupings == ("month",):
            return tuple(sorted(rows, key=lambda row: (row.keys == ("",), row.keys)))
        return tuple(sorted(rows, key=lambda row: (not row.keys[0], -sum(row.counts.values()), row.keys)))

    @property
    def total(self) -> Row:
        return _row((), self.events)


def _key(event: Event, grouping: Grouping) -> str:
    if grouping == "person":
        return event.who
    if grouping == "month":
        return f"{event.day:%Y-%m}" if event.day else ""
    return event.article


def _row(keys: tuple[str, ...], events: Sequence[Event]) -> Row:
    counts: dict[Deed, int] = {deed: sum(event.deed == deed for event in events) for deed in DEEDS}
    last = max((event.day for event in events if event.day and event.deed == "signed"), default=None)
    return Row(keys, counts, len({event.article for event in events}), last)


def activity(
    site: Site, workspace: Workspace, since: dt.date | None = None, until: dt.date | None = None
) -> Activity:
    """What happened from `since` to `until`, both included. What has no day is told whatever these say.

    Git is asked once at most, about the catalogs in which something has lapsed.
    """
    names = naming(PeopleSettings("all", site.settings.people.spellings), has_repository=True)
    lapsed = [
        (briefing, entry, deed)
        for briefing in workspace.briefings
        for pair in briefing.pairs.values()
        if (deed := _lapsed(entry := pair.entry))
    ]
    found: Introduced | None = {}
    if lapsed:
        found = introduced(site.root, site.settings.content, {each[0].catalog.path for each in lapsed})
    days = found or {}
    events = [
        *(event for briefing in workspace.briefings for event in _told(briefing)),
        *(_gone(briefing, entry, deed, days) for briefing, entry, deed in lapsed),
    ]
    called = _called_alike(events, names)
    kept = tuple(event for event in called if event.day is None or _within(event.day, since, until))
    return Activity(kept, found is not None)


def _within(day: dt.date, since: dt.date | None, until: dt.date | None) -> bool:
    return (since is None or since <= day) and (until is None or day <= until)


def _called_alike(events: Sequence[Event], names: Naming) -> Iterator[Event]:
    """Each person by one name, that which stands there most often."""
    read = {event.who: names.named(event.who) for event in events}
    spelt = Counter(event.who for event in events)
    usual: dict[str, str] = {}
    for who, _ in spelt.most_common():
        if found := read[who]:
            usual.setdefault(found.slug, found.name)
    called = {who: usual[found.slug] if found else "" for who, found in read.items()}
    return (replace(event, who=called[event.who]) for event in events)


def _told(briefing: Briefing) -> Iterator[Event]:
    """What the files tell with its day."""
    path = briefing.article.path
    for pair in briefing.pairs.values():
        for stamp in signatures(pair.entry):
            yield Event("signed", path, stamp.who, stamp.date)
    for correction in briefing.article.metadata.corrections:
        yield Event("corrected", path, day=correction.date)


def _lapsed(entry: Entry) -> Deed | None:
    if entry.state is State.STALE:
        return "stale"
    return "changed" if entry.reviewed and entry.msgstr and not entry.signed else None


def _gone(briefing: Briefing, entry: Entry, deed: Deed, days: Mapping[tuple[str, str], dt.date]) -> Event:
    """An entry whose signature, where it had one, holds no longer."""
    wanted = f'#| msgid "{entry.previous}"' if deed == "stale" else f'msgstr "{entry.msgstr}"'
    day = days.get((briefing.catalog.path, wanted))
    who = entry.reviewed.who if entry.reviewed else ""
    return Event(deed, briefing.article.path, who, day)
