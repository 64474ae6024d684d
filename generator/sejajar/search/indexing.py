"""Pagefind over the documents of one edition.

Each edition gets a bundle of its own, since one index has one stemmer. Making one takes seconds, so it is
kept by what went into it and made again only when a text has changed.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from sejajar import storage
from sejajar.model import Edition
from sejajar.rendering.machine.search_documents import Document
from sejajar.search import child_process
from sejajar.search.bundle import packed, read_bundle
from sejajar.search.forms import forms, known_roots

LEASH = child_process.__file__
"""Runs a program that ends with the process that began it."""


class SearchError(Exception):
    """Pagefind could not be run, or failed. The text says so to people."""


@dataclass(frozen=True, slots=True)
class Text:
    """All that one edition's search is to find."""

    edition: Edition
    documents: Sequence[Document]
    said: str = ""
    """A hash over the documents, where it is known without them."""

    @property
    def key(self) -> str:
        """The name of its bundle: the same for the same text, indexer and code of ours."""
        digest = sha256(f"{version('pagefind')} {_own_code()} {self.said}".encode())
        for document in () if self.said else self.documents:
            digest.update(f"\0{document.path}\0{document.html}".encode())
        return f"{self.edition}-{digest.hexdigest()}"


@cache
def _own_code() -> str:
    return storage.digest(Path(__file__).parent, "*.py")


class Indexing:
    """One edition's bundle in the making: Pagefind in a process of its own, so that both run at once."""

    def __init__(self, text: Text, root: Path) -> None:
        self.text = text
        self._scratch = storage.Scratch(root)
        self._made = self._scratch.path / "bundle"
        source = self._scratch.path / "documents"
        try:
            storage.write_new(source, {document.path: document.html for document in text.documents})
            # A session of its own: what ends all of a build's processes must not end the leash first.
            self._process = subprocess.Popen(
                (sys.executable, "-I", LEASH, *_command(source, self._made, text.edition)),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                encoding="utf-8",
                errors="replace",
                start_new_session=True,
            )
        except BaseException:
            self._scratch.cleanup()
            raise

    def finish(self) -> bytes:
        """Waits for it; returns the bundle, in one piece. Raises SearchError."""
        try:
            words = forms(self._words(), self.text.edition)
            said = self._process.stdout.read() if self._process.stdout else ""
            if self._process.wait() or not (self._made / "pagefind.js").is_file():
                raise SearchError(f"Pagefind failed: {said.strip() or f'exit {self._process.returncode}'}")
            extra = {"roots.txt": known_roots()} if self.text.edition == "id" else {}
            storage.write_new(self._made, {"forms.txt": words, **extra})
            return packed(read_bundle(self._made))
        except (ValueError, LookupError, OSError) as error:
            raise SearchError(f"Pagefind's index cannot be read: {error}") from error
        finally:
            self.kill()
            self._process.wait()
            if self._process.stdout:
                self._process.stdout.close()
            self._scratch.cleanup()

    def kill(self) -> None:
        """Ends Pagefind, from whatever thread; `finish` then raises and removes what was written."""
        if self._process.stdin and not self._process.stdin.closed:
            self._process.stdin.close()

    def _words(self) -> set[str]:
        return {word for document in self.text.documents for word in document.words()}


def _command(source: Path, target: Path, edition: Edition) -> Sequence[str]:
    options = ("--site", str(source), "--output-path", str(target), "--force-language", edition, "--quiet")
    return (sys.executable, "-m", "pagefind", *options)
