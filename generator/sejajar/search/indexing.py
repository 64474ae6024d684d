"""Pagefind over the documents of one edition.

Each edition gets a bundle of its own, since one index has one stemmer. Making one takes seconds, so it is
kept by what went into it and made again only when a text has changed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from sejajar import storage
from sejajar.model import Edition
from sejajar.rendering.machine.search_documents import Document
from sejajar.search.bundle import packed, read_bundle
from sejajar.search.forms import forms, known_roots
from sejajar.search.leashed import Leashed

_SOURCE, _MADE = "documents", "bundle"
"""The folders that Pagefind reads and writes."""


class SearchError(Exception):
    """Pagefind could not be run, or failed. The text says so to people."""


@dataclass(frozen=True, slots=True)
class Text:
    """All that one edition's search is to find."""

    edition: Edition
    documents: Sequence[Document]
    said: str = ""
    """A hash over the documents and what makes the bundle of them, where it is known without them."""

    @property
    def key(self) -> str:
        """The name of its bundle: the same for the same text and indexer."""
        digest = sha256(f"{version('pagefind')} {self.said}".encode())
        for document in () if self.said else self.documents:
            digest.update(f"\0{document.path}\0{document.html}".encode())
        return f"{self.edition}-{digest.hexdigest()}"


class Indexing:
    """One edition's bundle in the making: Pagefind in a process of its own, so that both run at once."""

    def __init__(self, text: Text, root: Path) -> None:
        self.text = text
        self._words: set[str] = set()
        self._pagefind = Leashed(root, self._documents(), lambda folder: _command(folder, text.edition))

    def finish(self) -> bytes:
        """Waits for it; returns the bundle, in one piece. Raises SearchError."""
        made = self._pagefind.folder / _MADE
        try:
            words = forms(self._words, self.text.edition)
            code, said = self._pagefind.wait()
            if code or not (made / "pagefind.js").is_file():
                raise SearchError(f"Pagefind failed: {said.strip() or f'exit {code}'}")
            extra = {"roots.txt": known_roots()} if self.text.edition == "id" else {}
            storage.write_new(made, {"forms.txt": words, **extra}.items())
            return packed(read_bundle(made))
        except (ValueError, LookupError, OSError) as error:
            raise SearchError(f"Pagefind's index cannot be read: {error}") from error
        finally:
            self._pagefind.end()

    def kill(self) -> None:
        """Ends Pagefind, from whatever thread; `finish` then raises and removes what was written."""
        self._pagefind.kill()

    def _documents(self) -> Iterator[tuple[str, str]]:
        """What Pagefind is to read; none is held once it is written."""
        for document in self.text.documents:
            self._words.update(document.words())
            yield f"{_SOURCE}/{document.path}", document.html


def _command(folder: Path, edition: Edition) -> Sequence[str]:
    source, target = str(folder / _SOURCE), str(folder / _MADE)
    options = ("--site", source, "--output-path", target, "--force-language", edition, "--quiet")
    return (sys.executable, "-m", "pagefind", *options)
