"""What the checks found in each article, kept from one build to the next: most articles have not changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from sejajar import storage
from sejajar.catalog import Briefing, State
from sejajar.checking import Checked, check_counting
from sejajar.model import Key, Location, Problem, Severity, Status
from sejajar.project.desk import Desk, Site

KEPT = "checks.json"
"""In the workshop, `.sejajar/`."""
PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Checkup:
    """The findings in a desk's articles."""

    of: Mapping[str, Checked] = field(default_factory=dict)
    """By the article's path."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """By the article's path: a hash over all that its findings depend on."""

    @property
    def counts(self) -> dict[str, int]:
        """How many errors and warnings each article has, by its path."""
        return {
            path: sum(problem.severity is not Severity.INFO for problem in checked.problems)
            for path, checked in self.of.items()
        }


def checkup(site: Site, desk: Desk, before: Checkup | None = None) -> Checkup:
    """Checks the articles that have changed since `before`, or since the last build on this machine.

    What it found is kept below the site's root; where nothing can be written, it is found anew next time.
    """
    code = storage.digest(PACKAGE, "*.py"), storage.digest(PACKAGE / "language" / "data", "*.*")
    rules = sha256(f"{code}{desk.glossary}".encode()).hexdigest()
    known = before or _loads(storage.read_kept(site.root, KEPT))
    of: dict[str, Checked] = {}
    keys: dict[str, str] = {}
    for path, parsed in desk.parsed.items():
        if parsed.briefing is None:
            continue
        source = parsed.source
        key = sha256(f"{rules}\0{source.text}\0{source.catalog_text}".encode()).hexdigest()[:32]
        same = known.keys.get(path) == key
        of[path] = known.of[path] if same else check_counting(parsed.briefing, desk.glossary)
        keys[path] = key
    found = Checkup(of, keys)
    if found != known:
        storage.write_kept(site.root, KEPT, _dumps(found))
    return found


def published_findings(site: Site, desk: Desk, found: Checkup) -> tuple[Problem, ...]:
    """What a build says of the texts that it publishes: an error is a warning, a warning a remark.

    A warning fails a strict build; an error would stop every build, and a translation is not broken content.
    What is retracted or held back as unreviewed is not published.
    """
    severities = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.INFO}
    reviewed_only = site.settings.publish_english == "reviewed"
    problems = []
    for briefing in desk.briefings:
        if briefing.article.metadata.status is Status.RETRACTED:
            continue
        for key, problem in _placed(briefing, found):
            shown = not reviewed_only or briefing.pairs[key].entry.state is State.REVIEWED
            if shown and (severity := severities.get(problem.severity)):
                problems.append(replace(problem, severity=severity))
    return tuple(problems)


def by_pair(desk: Desk, found: Checkup) -> dict[str, dict[Key, tuple[Problem, ...]]]:
    """The findings by article and pair, to be shown on them."""
    placed: dict[str, dict[Key, tuple[Problem, ...]]] = {}
    for briefing in desk.briefings:
        pairs: dict[Key, tuple[Problem, ...]] = {}
        for key, problem in _placed(briefing, found):
            pairs[key] = (*pairs.get(key, ()), problem)
        if pairs:
            placed[briefing.article.path] = pairs
    return placed


def _placed(briefing: Briefing, found: Checkup) -> Iterator[tuple[Key, Problem]]:
    """Each finding with the key of its pair: its text and its line are those of one pair only."""
    checked = found.of.get(briefing.article.path)
    if checked is None or not checked.problems:
        return
    keys = {
        (pair.segment.text, pair.entry.line or pair.segment.line): key for key, pair in briefing.pairs.items()
    }
    for problem in checked.problems:
        yield keys[problem.segment, problem.location.line], problem


def _dumps(found: Checkup) -> str:
    return json.dumps(
        {
            path: [found.keys[path], checked.silenced, [astuple(problem) for problem in checked.problems]]
            for path, checked in found.of.items()
        },
        ensure_ascii=False,
    )


def _loads(text: str | None) -> Checkup:
    """Nothing where the file is missing or is none of ours: it is a help and no record."""
    try:
        read = {path: (key, _checked(*rest)) for path, (key, *rest) in json.loads(text or "{}").items()}
    except (ValueError, TypeError, AttributeError):
        return Checkup()
    return Checkup({path: it[1] for path, it in read.items()}, {path: it[0] for path, it in read.items()})


def _checked(silenced: int, problems: list[list[object]]) -> Checked:
    return Checked(tuple(_problem(*problem) for problem in problems), silenced)  # type: ignore[arg-type]


def _problem(location: list[object], severity: str, *rest: str) -> Problem:
    return Problem(Location(*location), Severity(severity), *rest)  # type: ignore[arg-type]
