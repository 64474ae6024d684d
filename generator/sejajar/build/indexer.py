"""An edition's index, made by a process of its own: under `mkdocs serve` somebody waits for a page meanwhile.

Run as `python -m sejajar.build.indexer ORDER SITE`; writes the bundle beside the order.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sejajar import search, storage
from sejajar.build import codec
from sejajar.build.records import Found
from sejajar.model import Edition
from sejajar.rendering.machine.search_documents import Document
from sejajar.site.facets import Name

_ORDER, _BUNDLE = "order", "bundle"
"""The files by which both processes speak with each other."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """An article's document, by what it is made of."""

    record: str
    """What search finds in the article is kept under this name, in the room of records."""
    path: str
    """Its page's file below the built site."""
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """An edition's documents."""

    edition: Edition
    key: str
    """A hash over them."""
    written: tuple[Document, ...]
    """Of pages written by hand."""
    articles: tuple[Ordered, ...]

    def documents(self, cache: storage.Cache) -> Iterator[Document]:
        """All of them. Raises LookupError where a record is not there any more."""
        yield from self.written
        for one in self.articles:
            found = codec.unpack(Found, cache.get(one.record))
            if found is None:
                raise LookupError(one.record)
            if known := found.of.get(self.edition):
                yield known.document(one.path, one.names)


class IndexingApart:
    """As `search.Indexing`, with all of the work done elsewhere."""

    def __init__(self, text: search.Text, order: Order, root: Path) -> None:
        self.text, self._root = text, root
        self._indexer = search.Leashed(
            root, [(_ORDER, codec.dumps(order))], lambda folder: _command(folder, root)
        )

    def finish(self) -> bytes:
        """Waits for it; returns the bundle, made here where the other process fails. Raises SearchError."""
        try:
            code, _ = self._indexer.wait()
            if code == 0:
                return (self._indexer.folder / _BUNDLE).read_bytes()
        except OSError:  # somebody has emptied the cache
            pass
        finally:
            self._indexer.end()
        if self._indexer.killed:
            raise search.SearchError("stopped")
        return search.Indexing(self.text, self._root).finish()

    def kill(self) -> None:
        """Ends it, from whatever thread; `finish` then raises and removes what was written."""
        self._indexer.kill()


def _command(folder: Path, root: Path) -> Sequence[str]:
    return (sys.executable, "-m", __name__, str(folder / _ORDER), str(root))


def main(order_file: str, root: str) -> None:
    place, site = Path(order_file), Path(root)
    order = codec.loads(Order, place.read_bytes())
    documents = tuple(order.documents(storage.cache(site, "records")))
    bundle = search.Indexing(search.Text(order.edition, documents, order.key), site).finish()
    storage.write_new(place.parent, [(_BUNDLE, bundle)])


if __name__ == "__main__":
    main(*sys.argv[1:])
