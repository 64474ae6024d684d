"""The verb that says what is left to do, an article a row, without keeping the articles themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sejajar import storage
from sejajar.build.checks import check_results
from sejajar.catalogs import Briefing
from sejajar.commands.review import REMARK, Place, waiting
from sejajar.formats.glossary import Glossary
from sejajar.language.inline import plain
from sejajar.model import Entry, Problem, Severity, errors
from sejajar.rendering.lists.status import Tally, tally
from sejajar.site.workspace import Parsed, Site, Workspace, parse


@dataclass(frozen=True, slots=True)
class Row:
    """One article, as far as a queue shows it."""

    path: str
    """The article file's."""
    slug: str
    title: str
    english: str = ""
    """Of the title; empty where there is none."""
    date: str = ""
    """`2025-07-20`"""
    status: str = ""
    place: str = ""
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Who wrote, translated, edited or signed it, or said that something is wrong."""
    tally: Tally = field(default_factory=Tally)
    states: Mapping[str, int] = field(default_factory=dict)
    """How many pairs there are in each state."""
    left: int = 0
    """Pairs that wait for a person: see `review.waiting`."""
    errors: int = 0
    risk: float = 0.0
    """Of its riskiest pair."""
    broken: int = 0
    """Errors in its files: it has to be mended first."""


class Read(NamedTuple):
    """An article's folder as it was found."""

    parsed: Parsed | None
    problems: tuple[Problem, ...]


def read_one(site: Site, path: str) -> Read:
    """The article of that file, read and synced in memory, and all that is wrong with its files."""
    problems: list[Problem] = []
    source = storage.read_source(site.root, path.rpartition("/")[0], problems)
    if source is None:
        return Read(None, tuple(problems))
    parsed = parse(source)
    return Read(parsed, (*problems, *parsed.problems))


def rows(site: Site, paths: Iterable[str], glossary: Glossary) -> tuple[Row, ...]:
    """A row for each article file that can be read at all; what the checks found comes from the cache."""
    read = {path: read_one(site, path) for path in paths}
    parsed = {path: found.parsed for path, found in read.items() if found.parsed and found.parsed.briefing}
    workspace = Workspace(parsed, glossary, ())
    found = check_results(site, workspace)
    places: dict[str, list[Place]] = defaultdict(list)
    for place in waiting(workspace, found):
        places[place.article].append(place)
    made = []
    for path, (one, problems) in read.items():
        if one is None or one.briefing is None:
            made.append(_unreadable(path, problems))
            continue
        severities = [problem.severity for problem in found.of[path].problems]
        made.append(
            replace(
                _row(one.briefing, tally(one.briefing, found.counts[path])),
                left=len(places[path]),
                errors=severities.count(Severity.ERROR),
                risk=round(max((place.risk.points for place in places[path]), default=0.0), 1),
                broken=len(errors(problems)),
            )
        )
    return tuple(made)


def _row(briefing: Briefing, one: Tally) -> Row:
    article = briefing.article
    metadata = article.metadata
    credited = (*metadata.authors, *metadata.translators, *metadata.editors)
    return Row(
        article.path,
        article.slug,
        plain(article.title.text),
        plain(briefing[article.title].entry.msgstr),
        metadata.date.isoformat(),
        str(metadata.status),
        metadata.place,
        metadata.tags,
        tuple(dict.fromkeys((*credited, *_reviewers(pair.entry for pair in briefing.pairs.values())))),
        one,
        {str(state): count for state, count in briefing.counts.items()},
    )


def _reviewers(entries: Iterable[Entry]) -> Iterable[str]:
    """Who signed, and who said that something is wrong."""
    for entry in entries:
        if entry.reviewed:
            yield entry.reviewed.who
        for comment in entry.comments:
            if comment.startswith(REMARK):
                # `remark: Ana Putri 2026-11-24: …`
                yield comment.removeprefix(REMARK).partition(": ")[0].rpartition(" ")[0]


def _unreadable(path: str, problems: tuple[Problem, ...]) -> Row:
    """What can be said of an article that cannot be read: where it is, and how much is wrong with it."""
    name = path.split("/")[-2]
    return Row(path, name, name, broken=max(1, len(errors(problems))))
