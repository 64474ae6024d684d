"""The verb that makes a built site searchable."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from sejajar import search, storage
from sejajar.model import EDITIONS, Edition, Location, Problem, Severity
from sejajar.project.desk import Desk, Site
from sejajar.rendering import listed
from sejajar.rendering.findable import Document, article_document
from sejajar.rendering.naming import register
from sejajar.rendering.view import View

BUNDLES = ".sejajar/search"
"""Below the site's root: the bundles made so far. Not part of the repository."""
PUBLISHED = "pagefind"
"""Below the built site: a bundle for each edition."""


def findable(
    site: Site, desk: Desk, address: Callable[[str], str | None], pages: Iterable[tuple[Edition, Document]]
) -> tuple[search.Text, ...]:
    """What each edition's search is to find: its articles, and `pages` that were written by hand.

    `address` gives for a page below `docs` its file below the built site; None for what is not built.
    """
    by_hand = tuple(pages)
    reviewed_only = site.settings.publish_english == "reviewed"
    names = register((briefing.article for briefing in listed(desk.briefings)), desk.glossary).of
    texts = []
    for edition in EDITIONS:
        documents = [document for language, document in by_hand if language == edition]
        for briefing in desk.briefings:
            path = address(site.places.article(briefing.article, edition))
            view = View(briefing, edition, desk.glossary, reviewed_only, places=site.places)
            if path and (document := article_document(view, path, names.get(briefing.article.path, ()))):
                documents.append(document)
        texts.append(search.Text(edition, tuple(documents)))
    return tuple(texts)


class Finding:
    """Brings the bundles below a built site up to date, at once or in the background."""

    def __init__(self, site: Site, texts: Iterable[search.Text], target: Path) -> None:
        kept = site.root / BUNDLES
        self._target = target / PUBLISHED
        self._running: list[search.Indexing] = []
        self._thread: threading.Thread | None = None
        self._stopped = False
        for text in texts:
            if text.documents:  # Pagefind makes no bundle of nothing; the page says that there is none
                self._place_or_start(text, kept)

    def _place_or_start(self, text: search.Text, kept: Path) -> None:
        before = storage.bundles(kept, text.edition)
        same = kept / text.key
        if same in before:
            storage.place_bundle(same, self._target / text.edition)
            return
        if before:  # while the new one is being made under `serve`: yesterday's is better than none
            storage.place_bundle(before[0], self._target / text.edition)
        self._running.append(search.Indexing(text, kept))

    def finish(self) -> tuple[Problem, ...]:
        """Waits for what is being made. Where Pagefind fails, the site is whole but for its search."""
        problems = []
        for indexing in self._running:
            try:
                bundle = indexing.finish()
            except search.SearchError as error:
                if not self._stopped:
                    problems.append(_problem(str(error)))
                continue
            if not self._stopped:
                storage.place_bundle(bundle, self._target / indexing.text.edition)
        return tuple(problems)

    def finish_later(self, report: Callable[[tuple[Problem, ...]], None]) -> None:
        """As `finish`, in a thread; `report` is called from there."""
        if self._running:
            self._thread = threading.Thread(target=lambda: report(self.finish()), name="sejajar-search")
            self._thread.start()

    def stop(self) -> None:
        """Ends what is running in the background; afterwards nothing writes into the site."""
        self._stopped = True
        for indexing in self._running:
            indexing.kill()
        if self._thread:
            self._thread.join()


def _problem(message: str) -> Problem:
    mend = "pip install --force-reinstall 'pagefind[bin]'"
    hint = f"the site is built without search; install it anew with `{mend}`"
    return Problem(Location("mkdocs.yml"), Severity.WARNING, "search", message, hint)
