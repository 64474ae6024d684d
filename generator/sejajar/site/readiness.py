"""What has to be settled before an article is published: rights, credits, old addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from sejajar.model import Article, Image, Location, Problem, Severity, State, Status
from sejajar.site.addresses import Places, below_edition

_CREDIT = re.compile(r"\b(?:Foto|Photo|Ilustrasi|Infografik)\s*:\s*\w")


def unready(article: Article, text: str) -> tuple[Problem, ...]:
    """What keeps an article from being published: errors; warnings while it is a draft.

    A text that was taken from somebody needs their rights stated, a picture its credit. `text` is the
    article's file, for the line.
    """
    status = article.metadata.status
    problems = [*_too_early(article, text)]
    if status is Status.RETRACTED:
        return tuple(problems)
    severity = Severity.WARNING if status is Status.DRAFT else Severity.ERROR
    source = article.metadata.source
    if source and not source.rights:
        message = f"the text is that of {source.outlet}, and nothing says that it may be published"
        hint = "write rights: … into source; where only the facts are theirs, name them in references instead"
        location = Location(article.path, _line(text, r"source\s*:"))
        problems.append(Problem(location, severity, "rights", message, hint))
    for image in (block for block in article.blocks if isinstance(block, Image)):
        caption = image.caption.text if image.caption else ""
        if not _CREDIT.search(caption):
            message = f"nothing says whose picture {image.src} is"
            hint = "end its caption with “Foto: …”, “Ilustrasi: …” or “Infografik: …”"
            location = Location(article.path, image.line)
            problems.append(Problem(location, severity, "credit", message, hint, caption))
    return tuple(problems)


BEFORE_PUBLICATION = ("rights", "credit")
"""The codes of what only stops an article that is published: see `unready`."""


def as_published(problem: Problem) -> Problem:
    """What keeps a draft from being published, as severe as it will be then."""
    return replace(problem, severity=Severity.ERROR) if problem.code in BEFORE_PUBLICATION else problem


def _too_early(article: Article, text: str) -> Iterator[Problem]:
    """Nothing is revised or corrected before the day of the article."""
    metadata = article.metadata
    dated = [("updated", metadata.updated)] if metadata.updated else []
    dated += [("corrections", item.date) for item in metadata.corrections]
    for key, day in dated:
        if day and day < metadata.date:
            named = "updated" if key == "updated" else "a correction"
            message = f"{named}, {day}, is before the article's date, {metadata.date}"
            line = _line(text, rf".*\b{day}\b", _line(text, rf"{key}\s*:"))
            location = Location(article.path, line)
            yield Problem(location, Severity.ERROR, "updated", message, "correct the one that is wrong")


GAPS = {"ignore": Severity.INFO, "warn": Severity.WARNING, "error": Severity.ERROR}
"""How severe it is that something has no English, by what `on_incomplete` says."""


def gaps(articles: Iterable[tuple[str, Mapping[State, int]]], severity: Severity) -> tuple[Problem, ...]:
    """The articles with untranslated or stale segments: each by its catalog's path, with its counts."""
    problems = []
    for path, counts in articles:
        found = [f"{counts[state]} {state}" for state in (State.UNTRANSLATED, State.STALE) if counts[state]]
        if found:
            message = f"of {sum(counts.values())} segments, {' and '.join(found)}"
            hint = "translate them, or say `on_incomplete: ignore` in mkdocs.yml"
            problems.append(Problem(Location(path), severity, "incomplete", message, hint))
    return tuple(problems)


class Addressed(NamedTuple):
    """Where an article stands, and where it stood."""

    path: str
    below: str
    """Its address below an edition."""
    aliases: tuple[tuple[str, int], ...]
    """Each with its line."""


def addressed(article: Article, text: str) -> Addressed:
    """`text` is the article's file, for the lines."""
    aliases = ((alias, _line(text, rf".*{re.escape(alias)}")) for alias in article.metadata.aliases)
    return Addressed(article.path, below_edition(article), tuple(aliases))


def clashing_aliases(articles: Iterable[Addressed], places: Places) -> list[Problem]:
    """Aliases at which an article stands, or to which another has a claim too; those that name an edition.

    Case does not count, since on many disks it does not.
    """
    articles = tuple(articles)
    taken = {article.below.casefold(): f"the address of {article.path}" for article in articles}
    problems = []
    for article in articles:
        for alias, line in article.aliases:
            name = alias.removesuffix(".html").casefold()
            hint = "delete it, or correct it"
            if edition := places.edition(alias):
                rest = alias.removeprefix(f"{places.root(edition)}/")
                message = f"the alias {alias} begins with an edition"
                hint = f"write {rest or '2025/07/slug-lama'}, which is redirected in both"
            elif name in taken:
                message = f"the alias {alias} is {taken[name]}"
            else:
                taken[name] = f"an alias of {article.path} too"
                continue
            location = Location(article.path, line)
            problems.append(Problem(location, Severity.ERROR, "alias", message, hint))
    return problems


def _line(text: str, pattern: str, first: int = 0) -> int:
    """The first line from `first` on that begins so, 1-based; `first` where none does."""
    lines = enumerate(text.split("\n"), 1)
    return next((number for number, line in lines if number >= first and re.match(pattern, line)), first)
