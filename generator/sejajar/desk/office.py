"""What a running desk knows between two requests; all of it can be lost but for what stands in the files."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sejajar import storage
from sejajar.catalogs import Briefing
from sejajar.checking import switched
from sejajar.commands import Site
from sejajar.commands.deciding import Step, name_of
from sejajar.commands.journal import noted
from sejajar.commands.queue import Read, read_one
from sejajar.commands.review import Place
from sejajar.commands.standing import Standing, stand
from sejajar.desk.filling import Fills
from sejajar.desk.guard import Entrance
from sejajar.desk.index import Index
from sejajar.desk.people import Person, Presence
from sejajar.desk.previews import Previews
from sejajar.formats.glossary import Glossary
from sejajar.site.workspace import Parsed

MOST_STEPS = 200
"""Decisions that one person can take back in one article."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An article as it is on the disk at the moment."""

    path: str
    read: Read

    @property
    def parsed(self) -> Parsed | None:
        return self.read.parsed

    @property
    def briefing(self) -> Briefing | None:
        return self.read.parsed.briefing if self.read.parsed else None

    def place(self, name: str) -> Place | None:
        """The pair of that name."""
        if self.briefing is None:
            return None
        key = next((key for key in self.briefing.pairs if name_of(key) == name), None)
        return Place(self.path, self.briefing.catalog.path, key) if key else None


@dataclass
class Office:
    """One site's desk."""

    site: Site
    entrance: Entrance
    paths: Sequence[str] = ()
    """Folders or files that this desk is for; empty: all."""
    often: int = 2_500
    """Milliseconds after which a page gives a sign of life."""
    today: Callable[[], dt.date] = dt.date.today
    presence: Presence = field(default_factory=Presence)
    index: Index = field(init=False)
    fills: Fills = field(init=False)
    previews: Previews = field(default_factory=Previews)
    _standing: dict[str, Standing] = field(default_factory=dict)
    """By article: what was decided here while somebody has it open."""
    _steps: dict[tuple[str, str], list[tuple[Step, ...]]] = field(default_factory=dict)
    """By person and article, what can be taken back."""
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def __post_init__(self) -> None:
        self.index = Index(self.site, self._fits)
        self.fills = Fills(self.site)

    def _fits(self, path: str) -> bool:
        folder = path.rpartition("/")[0]
        return not self.paths or any(
            one in (".", path, folder) or path.startswith(f"{one}/") for one in self.paths
        )

    @property
    def root(self) -> Path:
        return self.site.root

    @property
    def glossary(self) -> Glossary:
        return self.index.glossary

    @property
    def codes(self) -> frozenset[str]:
        return switched(self.site.settings.checks)

    def open(self, name: str) -> Opened | None:
        """The article that an address calls so."""
        path = self.index.path_of(name)
        return Opened(path, read_one(self.site, path)) if path and self.revision(path) else None

    def open_slug(self, slug: str) -> Opened | None:
        path = self.index.path_of_slug(slug)
        return Opened(path, read_one(self.site, path)) if path else None

    def decided(self, person: Person, steps: Sequence[Step]) -> None:
        """Remembers what somebody did, to stand by it and to take it back."""
        if not steps:
            return
        article = steps[0].place.article
        with self._lock:
            standing = self._standing.get(article, Standing())
            for step in steps:
                standing = standing.decided(step.place, step.before, step.after)
            self._standing[article] = standing
            done = self._steps.setdefault((person.key, article), [])
            done.append(tuple(steps))
            del done[:-MOST_STEPS]

    def last_steps(self, person: Person, article: str) -> tuple[Step, ...]:
        """What somebody did last in an article; empty for nothing. It is forgotten then."""
        with self._lock:
            done = self._steps.get((person.key, article))
            return done.pop() if done else ()

    def taken_back(self, steps: Sequence[Step], places: Sequence[Place]) -> None:
        article = steps[0].place.article
        with self._lock:
            standing = self._standing.get(article, Standing())
            for step in reversed(steps):
                if step.place in places:
                    standing = standing.decided(step.place, step.after, step.before)
            self._standing[article] = standing

    def standing(self, article: str) -> Standing:
        with self._lock:
            return self._standing.get(article, Standing())

    def stand(self, article: str, name: str) -> int:
        """Saves decisions again that a program took back which had read the file before; returns how many.

        As `sejajar review` does for the length of its session; here that ends when nobody has it open.
        """
        if not self.presence.somebody_in(article):
            with self._lock:
                self._standing.pop(article, None)
            return 0
        standing = self.standing(article)
        if not standing.states:
            return 0
        catalog = f"{article.rpartition('/')[0]}/{storage.CATALOG}"
        return len(noted(self.site, catalog, name, "reviewed", lambda: stand(self.site, standing)))

    def revision(self, path: str) -> str:
        """Changes with either file of an article."""
        folder = path.rpartition("/")[0]
        found = storage.stamps(self.root, folder).get(path)
        return "" if found is None else "-".join(f"{number:x}" for stamp in found for number in stamp)
