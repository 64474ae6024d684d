"""What comes after the pages: feeds, cards, sitemap, search index. `mkdocs serve` shows the pages before."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable
from typing import Any

from mkdocs.commands.build import _build_template

from sejajar import commands, storage
from sejajar.build import codec
from sejajar.build.reading import Reading
from sejajar.commands import Finding
from sejajar.model import Problem
from sejajar.plugin.building import Build
from sejajar.plugin.reporting import log
from sejajar.rendering.machine.sitemap import SITEMAP
from sejajar.visible import visible

PAUSE = 0.5
"""Seconds in which the browser has the processor for itself: it loads the page that somebody waits for."""


def publish(build: Build) -> None:
    """Adds what stands beside the pages to the built site."""
    given = build.given
    commands.publish(given.site, given.whole, given.built, preview=given.serving, pool=given.pool)
    if build.env:
        _put_sitemap(build, build.env)
    else:
        storage.compress(given.built.folder, SITEMAP)  # MkDocs writes the day of building into it


def _put_sitemap(build: Build, env: Any) -> None:
    """As MkDocs makes it, where it was told to leave it out."""
    built, key, packed = build.given.built, codec.digest(build.sitemap()), f"{SITEMAP}.gz"
    if not (built.keep(SITEMAP, key) and built.keep(packed, key)):
        template = env.get_template(SITEMAP)
        text = _build_template(SITEMAP, template, build.files, build.config, build.nav).encode()
        built.put(SITEMAP, key, text)
        built.put(packed, key, gzip.compress(text, mtime=0))


def making_searchable(build: Build) -> Finding:
    """The search index in the making."""

    def address(path: str) -> str | None:
        file = build.files.get_file_from_path(path)
        return file.dest_uri if file else None

    given = build.given
    texts = commands.findable(given.whole, address, build.by_hand)
    return Finding(given.site, texts, given.built, meanwhile=given.serving)


class Afterwards:
    """The rest of a build, in a thread that ends with it or is stopped by the next."""

    def __init__(self, build: Build, reading: Reading, report: Callable[[tuple[Problem, ...]], None]) -> None:
        """`reading`: the content as it is, of which the build may show an earlier state.

        `report` is told what is wrong with the search index, from the thread.
        """
        self._build, self._reading, self._report = build, reading, report
        self._finding: Finding | None = None
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="sejajar-afterwards")
        self._thread.start()

    def _run(self) -> None:
        stopped = self._stopped.wait(PAUSE)
        if self._reading.unsaved:
            self._reading.save()
        if stopped:
            return
        try:
            publish(self._build)
            if self._stopped.is_set():
                return
            finding = making_searchable(self._build)
            with self._lock:
                self._finding = finding
                if self._stopped.is_set():
                    finding.stop()
            self._build.given.built.finish()
            problems = finding.finish()
            if not self._stopped.is_set():
                self._build.given.built.finish()
                self._report(problems)
        except OSError as error:
            log.error("What belongs beside the pages could not be written: %s", visible(str(error)))

    def stop(self) -> None:
        """Afterwards nothing writes into the site."""
        with self._lock:
            self._stopped.set()
            if self._finding:
                self._finding.stop()
        self._thread.join()
