"""The articles by their rows: in memory, in the build's cache, and up to date by the files' stamps."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from sejajar import storage
from sejajar.commands import Site, release
from sejajar.commands.queue import Row, rows
from sejajar.formats import glossary as glossary_format
from sejajar.formats.glossary import Glossary
from sejajar.model.articles import slug_of
from sejajar.rendering.lists.status import Tally

BATCH = 24
"""Articles that are read and checked at a time; requests are answered between."""
_PATIENCE = 1.0
"""Seconds that the first look at the queue waits for the first rows."""
_FEW = 4
"""Articles that have changed since the last look, up to which whoever asks waits for them."""


@dataclass(frozen=True, slots=True)
class Kept:
    stamped: storage.Stamped
    row: Row


class Index:
    """All rows of a site."""

    def __init__(self, site: Site, fits: Callable[[str], bool] = lambda _: True) -> None:
        """`fits`: which article files there are for this desk, by their paths."""
        self._site, self._fits = site, fits
        self._kept: dict[str, Kept] = {}
        self._known: dict[str, str] = {}
        """Articles by what they are called in addresses."""
        self._rules = ""
        self._glossary = Glossary()
        self._glossary_text = ""
        self._lock = threading.Lock()
        self._working = threading.Lock()
        self._left = 0
        self._begun = threading.Event()
        """Some rows are there, or there is nothing to read."""

    @property
    def glossary(self) -> Glossary:
        """As it is on the disk now."""
        path, text, _ = storage.read_glossary(self._site.root, self._site.settings.content)
        with self._lock:
            if text != self._glossary_text:
                self._glossary_text = text
                self._glossary, _ = glossary_format.loads(text, path)
            return self._glossary

    def rows(self) -> tuple[tuple[Row, ...], int]:
        """The rows as the files stand now, and how many articles are still being read."""
        self.refresh()
        self._begun.wait(_PATIENCE)
        with self._lock:
            return tuple(kept.row for kept in self._kept.values()), self._left

    def seen(self) -> tuple[Row, ...]:
        """The rows as the files stood at the last look: for one article all are not looked at again."""
        with self._lock:
            return tuple(kept.row for kept in self._kept.values())

    def path_of(self, name: str) -> str | None:
        """The article file of what an address calls so; never a file that is no article of the site."""
        with self._lock:
            found = self._known.get(name)
        if found is None:
            self._look()
            with self._lock:
                found = self._known.get(name)
        return found

    def names(self) -> dict[str, str]:
        """By the article file's path: what addresses call it."""
        with self._lock:
            return {path: name for name, path in self._known.items()}

    def path_of_slug(self, slug: str) -> str | None:
        """The same by what the site's own addresses call it."""
        if not self._known:
            self._look()
        with self._lock:
            paths = list(self._known.values())
        return next((path for path in paths if slug_of(path.rpartition("/")[0]) == slug), None)

    def refresh(self) -> None:
        """Reads a few changed articles at once, and begins to read many."""
        changed = self._changed()
        if not changed:
            self._begun.set()
            return
        if len(changed) > _FEW and self._working.locked():
            return  # they are being read
        if len(changed) > _FEW:
            threading.Thread(
                target=self._read, args=(changed,), name="sejajar-desk-index", daemon=True
            ).start()
        else:
            self._read(changed)

    def fill(self) -> None:
        """All of them, before this returns; for a start in the background."""
        self._restore()
        self._read(self._changed())

    def _look(self) -> dict[str, storage.Stamped]:
        """The articles that there are, whose names are known from then on."""
        found = {
            path: stamped
            for path, stamped in storage.stamps(self._site.root, self._site.settings.content).items()
            if self._fits(path)
        }
        known: dict[str, str] = {}
        for path in found:
            name = path.split("/")[-2]
            known[name if name not in known else f"{name}~{len(known)}"] = path
        with self._lock:
            self._known = known
        return found

    def _changed(self) -> dict[str, storage.Stamped]:
        found = self._look()
        rules = self._rules_now()
        with self._lock:
            if rules != self._rules:
                self._rules = rules
                self._kept = {}
            for path in self._kept.keys() - found.keys():
                del self._kept[path]
            known = {path: kept.stamped for path, kept in self._kept.items()}
            changed = {path: stamped for path, stamped in found.items() if known.get(path) != stamped}
            self._left = len(changed)
        return changed

    def _rules_now(self) -> str:
        """A hash over what a row depends on besides its two files."""
        return sha256(
            f"{release()}{sorted(self._site.settings.checks.items())}{self.glossary}".encode()
        ).hexdigest()

    def _read(self, changed: dict[str, storage.Stamped]) -> None:
        with self._working:  # one after the other: two would read the same
            todo = [path for path in changed if self._stamp_of(path) != changed[path]]
            for batch in _batches(todo, BATCH):
                made = {row.path: row for row in rows(self._site, batch, self.glossary)}
                with self._lock:
                    for path in batch:
                        self._kept[path] = Kept(changed[path], made[path])
                    self._left = max(0, self._left - len(batch))
                self._begun.set()
                if len(todo) > BATCH:
                    time.sleep(0.002)  # whoever waits for an answer goes first
            with self._lock:
                self._left = 0
            if len(todo) > _FEW:
                self.keep()

    def _stamp_of(self, path: str) -> storage.Stamped | None:
        with self._lock:
            kept = self._kept.get(path)
        return kept.stamped if kept else None

    def keep(self) -> None:
        """Puts the rows into the build's cache, for the next start."""
        with self._lock:
            told = [[kept.stamped, asdict(kept.row)] for kept in self._kept.values()]
            key = f"index {self._rules}"
        storage.cache(self._site.root, "desk").put(key, json.dumps(told, ensure_ascii=False).encode())

    def _restore(self) -> None:
        rules = self._rules_now()
        data = storage.cache(self._site.root, "desk").get(f"index {rules}")
        if data is None:
            return
        try:
            kept = {row.path: Kept(stamped, row) for stamped, row in map(_restored, json.loads(data))}
        except (ValueError, TypeError, LookupError):
            return
        with self._lock:
            self._begun.set()
            self._rules, self._kept = rules, {path: one for path, one in kept.items() if self._fits(path)}


def _restored(told: Any) -> tuple[storage.Stamped, Row]:
    (article, catalog), row = told
    row["tally"] = Tally(**row["tally"])
    row["tags"], row["people"] = tuple(row["tags"]), tuple(row["people"])
    return storage.Stamped(tuple(article), tuple(catalog)), Row(**row)


def _batches(items: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for at in range(0, len(items), size):
        yield items[at : at + size]
