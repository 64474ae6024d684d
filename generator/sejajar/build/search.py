"""The verb that makes a built site searchable."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from sejajar import search, storage
from sejajar.model import EDITIONS, Edition, Location, Problem, Severity
from sejajar.rendering import listed
from sejajar.rendering.machine.search_documents import Document, article_document
from sejajar.site.facets import register
from sejajar.site.view import View
from sejajar.site.workspace import Site, Workspace

PUBLISHED = "pagefind"
"""Below the built site: a bundle for each edition."""


def findable(
    site: Site,
    workspace: Workspace,
    address: Callable[[str], str | None],
    pages: Iterable[tuple[Edition, Document]],
) -> tuple[search.Text, ...]:
    """What each edition's search is to find: its articles, and `pages` that were written by hand.

    `address` gives for a page below `docs` its file below the built site; None for what is not built.
    """
    by_hand = tuple(pages)
    reviewed_only = site.settings.publish_english == "reviewed"
    names = register((briefing.article for briefing in listed(workspace.briefings)), workspace.glossary).of
    texts = []
    for edition in EDITIONS:
        documents = [document for language, document in by_hand if language == edition]
        for briefing in workspace.briefings:
            path = address(site.places.article(briefing.article, edition))
            view = View(briefing, edition, workspace.glossary, reviewed_only, places=site.places)
            if path and (document := article_document(view, path, names.get(briefing.article.path, ()))):
                documents.append(document)
        texts.append(search.Text(edition, tuple(documents)))
    return tuple(texts)


class Finding:
    """Brings the bundles below a built site up to date, at once or in the background."""

    def __init__(
        self, site: Site, texts: Iterable[search.Text], target: Path, *, meanwhile: bool = False
    ) -> None:
        """With `meanwhile` the bundle that was placed last stands until the new one is made."""
        self._site = site
        self._meanwhile = meanwhile
        self._cache = storage.cache(site.root, "search")
        self._target = target
        self._running: list[search.Indexing] = []
        self._thread: threading.Thread | None = None
        self._stopped = False
        for text in texts:
            if text.documents:  # Pagefind makes no bundle of nothing; the page says that there is none
                self._place_or_start(text)

    def _place_or_start(self, text: search.Text) -> None:
        bundle = self._cache.get(text.key)
        if not (bundle and self._place(text, bundle)):
            last = self._cache.get(_last(text)) if self._meanwhile else None
            if last and (before := self._cache.get(last.decode(errors="replace"))):
                self._place(text, before)
            self._running.append(search.Indexing(text, self._site.root))

    def _place(self, text: search.Text, bundle: bytes) -> bool:
        files = search.unpacked(bundle)
        if files:
            storage.fill_folder(self._target, f"{PUBLISHED}/{text.edition}", files)
        return bool(files)

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
                self._cache.put(indexing.text.key, bundle)
                self._cache.put(_last(indexing.text), indexing.text.key.encode())
                self._place(indexing.text, bundle)
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


def _last(text: search.Text) -> str:
    """The name under which the key of an edition's last bundle is kept."""
    return f"last-{text.edition}"


def _problem(message: str) -> Problem:
    fix = "pip install --force-reinstall 'pagefind[bin]'"
    hint = f"the site is built without search; install it anew with `{fix}`"
    return Problem(Location("mkdocs.yml"), Severity.WARNING, "search", message, hint)
