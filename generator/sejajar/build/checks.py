"""What the checks found in each article, kept from one build to the next: most articles have not changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import astuple, dataclass, field
from hashlib import sha256
from itertools import repeat

from sejajar import storage
from sejajar.build.release import release
from sejajar.catalogs import Briefing
from sejajar.checking import Checked, check_counting, switched
from sejajar.formats.glossary import Glossary
from sejajar.model import Location, Problem, Severity
from sejajar.site.workspace import Site, Workspace

CHUNK = 24
"""Articles that a worker is given at once."""


@dataclass(frozen=True, slots=True)
class CheckResults:
    """The findings in a desk's articles."""

    of: Mapping[str, Checked] = field(default_factory=dict)
    """By the article's path."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """By the article's path: a hash over all that its findings depend on."""

    @property
    def counts(self) -> dict[str, int]:
        """How many errors and warnings each article has, by its path."""
        return {path: checked.flagged for path, checked in self.of.items()}


def check_results(
    site: Site, workspace: Workspace, before: CheckResults | None = None, pool: Executor | None = None
) -> CheckResults:
    """Checks the articles that have changed since `before`, or since the last build on this machine.

    What it found is kept in the user's cache; where there is none, it is found anew next time. `pool` checks
    where many have to be.
    """
    code = release()
    codes = switched(site.settings.checks)
    rules = sha256(f"{code}{sorted(codes)}{workspace.glossary}".encode()).hexdigest()
    known, kept = before or CheckResults(), storage.cache(site.root, "checks")
    of: dict[str, Checked] = {}
    keys: dict[str, str] = {}
    missing: dict[str, Briefing] = {}
    for path, parsed in workspace.parsed.items():
        if parsed.briefing is None:
            continue
        source = parsed.source
        key = sha256(f"{rules}\0{path}\0{source.text}\0{source.catalog_text}".encode()).hexdigest()
        same = known.of[path] if known.keys.get(path) == key else _loads(kept.get(key), parsed.briefing)
        keys[path] = key
        if same is None:
            missing[path] = parsed.briefing
        else:
            of[path] = same
    found = checked_all(tuple(missing.values()), workspace.glossary, codes, pool)
    for path, checked in zip(missing, found, strict=True):
        kept.put(keys[path], _dumps(checked))
        of[path] = checked
    return CheckResults({path: of[path] for path in keys}, keys)


def checked_all(
    briefings: Sequence[Briefing], glossary: Glossary, codes: frozenset[str], pool: Executor | None
) -> Iterator[Checked]:
    """What the rules find in each briefing, in their order."""
    work = pool.map if pool else map
    options = {"chunksize": CHUNK} if pool else {}
    return iter(work(check_counting, briefings, repeat(glossary), repeat(codes), **options))


def _dumps(checked: Checked) -> bytes:
    found = [[key, astuple(problem)] for key, problem in checked.found]
    return json.dumps([checked.silenced, found], ensure_ascii=False).encode()


def _loads(data: bytes | None, briefing: Briefing) -> Checked | None:
    """What was kept of one article; None where there is nothing, or nothing that its pairs bear out."""
    if data is None:
        return None
    try:
        silenced, found = json.loads(data)
        read = tuple(((str(key[0]), str(key[1])), _problem(*problem)) for key, problem in found)
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
    return Checked(read, silenced) if all(key in briefing.pairs for key, _ in read) else None


def _problem(location: list[object], severity: str, *rest: str) -> Problem:
    return Problem(Location(*location), Severity(severity), *rest)  # type: ignore[arg-type]
