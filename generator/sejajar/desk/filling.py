"""Having a machine fill an article, in the background: the page hears how far it is."""

from __future__ import annotations

import datetime as dt
import os
import threading
from dataclasses import dataclass, field
from typing import Any

from sejajar import commands, storage
from sejajar.commands.journal import noted
from sejajar.commands.translate import Order, at_work, prepare, translate
from sejajar.i18n import gettext, in_words, translated
from sejajar.model import has_errors
from sejajar.site.workspace import Site, select
from sejajar.storage import BusyError
from sejajar.translating import EngineError, Progress, Summary


@dataclass
class Fill:
    """One article's, while it runs and until somebody has heard how it ended."""

    engine: str
    done: int = 0
    total: int = 0
    running: bool = True
    summary: Summary | None = None
    failed: str = ""

    def told(self) -> dict[str, Any]:
        """For the page, in the language that is spoken."""
        return {
            "running": self.running,
            "said": self._progress() if self.running else self._ended(),
            "problems": [str(in_words(one)) for one in self.summary.problems] if self.summary else [],
        }

    def _progress(self) -> str:
        return gettext("Being translated by {0}: {1} of {2}").format(self.engine, self.done, self.total)

    def _ended(self) -> str:
        if self.summary is None:
            return translated(self.failed)
        words = gettext("Translated by {0}: {1}; from memory: {2}; not translated: {3}")
        refused = sum(problem.code == "not-translated" for problem in self.summary.problems)
        numbers = (self.summary.filled, self.summary.from_memory, refused + self.summary.left)
        return words.format(self.engine, *numbers)


@dataclass
class Fills:
    """Of all articles, one at a time: two would share one engine's patience."""

    site: Site
    _of: dict[str, Fill] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, path: str, engine: str, name: str) -> Fill:
        """Starts it, unless it runs already; `name` is who wanted it."""
        with self._lock:
            running = self._of.get(path)
            if running and running.running:
                return running
            fill = self._of[path] = Fill(engine or self.site.settings.translate.engine)

        def run() -> None:
            try:
                catalog = f"{path.rpartition('/')[0]}/{storage.CATALOG}"
                noted(self.site, catalog, name, "translated", lambda: self._run(path, engine, fill))
            except (BusyError, EngineError, OSError) as error:
                fill.failed = str(error)
            finally:
                fill.running = False

        threading.Thread(target=run, name="sejajar-desk-fill", daemon=True).start()
        return fill

    def of(self, path: str) -> Fill | None:
        with self._lock:
            return self._of.get(path)

    def _run(self, path: str, engine: str, fill: Fill) -> None:
        def report(progress: Progress) -> None:
            fill.done, fill.total = progress.done, progress.total

        with at_work(self.site):
            whole = commands.load(self.site)
            selected = select(self.site, whole, [self.site.root / path]).workspace
            if path not in selected.parsed or has_errors(selected.parsed[path].problems):
                fill.failed = "the article's files have errors; mend them first"
                return
            job = prepare(self.site, whole, selected, Order(engine), os.environ)
            fill.summary = translate(self.site, job, _today(), report)


def _today() -> dt.date:
    return dt.date.today()
