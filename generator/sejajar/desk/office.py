"""What a running desk knows between two requests; all of it can be lost but for what stands in the files."""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
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
    revision: str = ""
    """Of its files before they were read: what is written meanwhile is news to whoever knows this one."""

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
    _deciding: defaultdict[str, threading.Lock] = field(default_factory=lambda: defaultdict(threading.Lock))
    """By article, whose file and what is known of it change together."""
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
        before = self.revision(path) if path else ""
        return Opened(path, read_one(self.site, path), before) if path and before else None

    def open_slug(self, slug: str) -> Opened | None:
        path = self.index.path_of_slug(slug)
        return Opened(path, read_one(self.site, path)) if path else None

    @contextlib.contextmanager
    def deciding(self, article: str) -> Iterator[None]:
        """Until a decision is both in the article's file and known here; one after the other.

        Else `stand` would take one that is in the file and not known yet (an undo, an English typed again)
        for the work of a program that had read an older file.
        """
        with self._lock:
            mine = self._deciding[article]
        with mine:
            yield

    def decided(self, steps: Sequence[Step]) -> None:
        """Stands by what was just saved; within `deciding`."""
        with self._lock:
            for step in steps:
                known = self.standing(step.place.article)
                self._standing[step.place.article] = known.decided(step.place, step.before, step.after)

    def can_take_back(self, person: Person, steps: Sequence[Step]) -> None:
        """Remembers what somebody did at once."""
        if not steps:
            return
        with self._lock:
            done = self._steps.setdefault((person.key, steps[0].place.article), [])
            done.append(tuple(steps))
            del done[:-MOST_STEPS]

    def last_steps(self, person: Person, article: str) -> tuple[Step, ...]:
        """What somebody did last in an article; empty for nothing."""
        with self._lock:
            done = self._steps.get((person.key, article))
            return done[-1] if done else ()

    def forget(self, person: Person, article: str, steps: Sequence[Step]) -> None:
        """They were taken back, or cannot be any more."""
        with self._lock:
            done = self._steps[person.key, article]
            done[:] = [one for one in done if one is not steps]

    def taken_back(self, steps: Sequence[Step], places: Sequence[Place]) -> None:
        """Stands by what these pairs were before; within `deciding`."""
        back = (replace(step, before=step.after, after=step.before) for step in reversed(steps))
        self.decided([step for step in back if step.place in places])

    def standing(self, article: str) -> Standing:
        with self._lock:
            return self._standing.get(article, Standing())

    def stand(self, article: str, name: str) -> int:
        """Saves decisions again that a program took back which had read the file before; returns how many.

        As `sejajar review` does for the length of its session; here that ends when nobody has it open. While
        somebody decides it waits for the next time.
        """
        if not self.presence.somebody_in(article):
            with self._lock:
                self._standing.pop(article, None)
            return 0
        with self._lock:
            deciding = self._deciding[article]
        if not deciding.acquire(blocking=False):
            return 0
        try:
            standing = self.standing(article)
            if not standing.states:
                return 0
            catalog = f"{article.rpartition('/')[0]}/{storage.CATALOG}"
            return len(noted(self.site, catalog, name, "reviewed", lambda: stand(self.site, standing)))
        finally:
            deciding.release()

    def revision(self, path: str) -> str:
        """Changes with either file of an article."""
        folder = path.rpartition("/")[0]
        found = storage.stamps(self.root, folder).get(path)
        return "" if found is None else "-".join(f"{number:x}" for stamp in found for number in stamp)
