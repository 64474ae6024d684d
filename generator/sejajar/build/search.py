"""The verb that makes a built site searchable.

One index an edition, made again where any of its texts has changed. In eight parts an edit would make an
eighth of it again, and a reader's first search of 2,000 articles would fetch 2.2 to 3.4 times the bytes, in
2.3 to 3.1 times the requests (`tests/bench/shards.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, overload

from sejajar import search, storage
from sejajar.build import codec
from sejajar.build.indexer import IndexingApart, Order, Ordered
from sejajar.build.records import Summary
from sejajar.build.release import release
from sejajar.build.whole import Whole
from sejajar.model import EDITIONS, Edition, Location, Problem, Severity
from sejajar.rendering.machine.search_documents import Document
from sejajar.site.facets import Name
from sejajar.site.workspace import Site

PUBLISHED = "pagefind"
"""Below the built site: a bundle for each edition."""


def findable(
    whole: Whole, address: Callable[[str], str | None], pages: Iterable[tuple[Edition, Document]]
) -> tuple[search.Text, ...]:
    """What each edition's search is to find: its articles, and `pages` that were written by hand.

    `address` gives for a page below `docs` its file below the built site; None for what is not built.
    """
    by_hand = tuple(pages)
    names = whole.connections.register.of
    texts = []
    for edition in EDITIONS:
        written = [document for language, document in by_hand if language == edition]
        articles = [
            _Article(one, path, names.get(one.path, ()))
            for one in whole.shown
            if one.pages and one.pages[edition].found and (path := address(whole.path_of(one, edition)))
        ]
        said = [
            (one.summary.pages[edition].found, one.path, one.names) for one in articles if one.summary.pages
        ]
        key = codec.digest((release(), written, said))  # of its words go into the index too
        texts.append(search.Text(edition, _Documents(whole, edition, written, articles), key))
    return tuple(texts)


class _Article(NamedTuple):
    summary: Summary
    path: str
    """Its page's file below the built site."""
    names: tuple[Name, ...]


class _Documents(Sequence[Document]):
    """An edition's documents, read when an index is made of them."""

    def __init__(
        self, whole: Whole, edition: Edition, written: Sequence[Document], articles: Sequence[_Article]
    ) -> None:
        self._whole, self._edition = whole, edition
        self._written, self._articles = written, articles

    def order(self, key: str) -> Order:
        """The same by what it is made of, for another process."""
        name = self._whole.reading.found_name
        articles = (Ordered(name(one.summary.path), one.path, one.names) for one in self._articles)
        return Order(self._edition, key, tuple(self._written), tuple(articles))

    def __len__(self) -> int:
        return len(self._written) + len(self._articles)

    @overload
    def __getitem__(self, at: int) -> Document: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Document]: ...
    def __getitem__(self, at: int | slice) -> Document | Sequence[Document]:
        return tuple(self)[at]

    def __iter__(self) -> Iterator[Document]:
        """Each is read when it is asked for."""
        yield from self._written
        for article in self._articles:
            known = self._whole.reading.found(article.summary.path).of.get(self._edition)
            if known:
                yield known.document(article.path, article.names)


class Finding:
    """Brings the bundles below a built site up to date, at once or in the background."""

    def __init__(
        self, site: Site, texts: Iterable[search.Text], target: storage.Built, *, meanwhile: bool = False
    ) -> None:
        """`target`: the built site. With `meanwhile` the last bundle stands until the new one is made."""
        self._site = site
        self._meanwhile = meanwhile
        self._cache = storage.cache(site.root, "search")
        self._target = target
        self._waiting: list[search.Text] = []
        self._running: list[search.Indexing | IndexingApart] = []
        self._stopped = False
        for text in texts:
            if len(text.documents):  # Pagefind makes no bundle of nothing; the page says that there is none
                self._place_or_wait(text)
        if not meanwhile:
            self._start()

    def _place_or_wait(self, text: search.Text) -> None:
        folder = f"{PUBLISHED}/{text.edition}"
        if self._target.keep_all(folder, text.key):
            return
        bundle = self._cache.get(text.key)
        if bundle and self._place(text.edition, text.key, bundle):
            return
        key = (self._cache.get(_last(text)) or b"").decode(errors="replace") if self._meanwhile else ""
        if key and not self._target.keep_all(folder, key) and (before := self._cache.get(key)):
            self._place(text.edition, key, before)
        self._waiting.append(text)

    def _start(self) -> None:
        """Begins what has to be made: the editions beside each other."""
        while self._waiting and not self._stopped:
            self._running.append(self._indexing(self._waiting.pop()))
        if self._stopped:
            for indexing in self._running:
                indexing.kill()

    def _indexing(self, text: search.Text) -> search.Indexing | IndexingApart:
        if self._meanwhile and isinstance(text.documents, _Documents):
            return IndexingApart(text, text.documents.order(text.said), self._site.root)
        return search.Indexing(text, self._site.root)

    def _place(self, edition: Edition, key: str, bundle: bytes) -> bool:
        files = search.unpacked(bundle)
        if files:
            self._target.put_all(f"{PUBLISHED}/{edition}", key, files)
        return bool(files)

    def finish(self) -> tuple[Problem, ...]:
        """Waits for what is being made. Where Pagefind fails, the site is whole but for its search."""
        problems = []
        self._start()
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
                self._place(indexing.text.edition, indexing.text.key, bundle)
        return tuple(problems)

    def stop(self) -> None:
        """From whatever thread: ends what is being made, and `finish` places nothing more."""
        self._stopped = True
        for indexing in tuple(self._running):
            indexing.kill()


def _last(text: search.Text) -> str:
    """The name under which the key of an edition's last bundle is kept."""
    return f"last-{text.edition}"


def _problem(message: str) -> Problem:
    fix = "pip install --force-reinstall 'pagefind[bin]'"
    hint = f"the site is built without search; install it anew with `{fix}`"
    return Problem(Location("mkdocs.yml"), Severity.WARNING, "search", message, hint)
