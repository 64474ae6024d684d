"""A book's pages laid out by WeasyPrint, the only file that knows it; it comes with the extra `pdf`.

Nothing is fetched: what a page asks for is in the book or is not there.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from sejajar.rendering.books.book import Book

Report = Callable[[int], None]
"""Hears how many pages are laid out."""
BASE = "https://book.invalid/"
"""What a page's own addresses begin with (RFC 2606): no host bears it."""
_VARIANT = "pdf/ua-1"
_LAID_OUT = re.compile(r"Creating layout - Page (\d+)")


class NoLayoutError(Exception):
    """What lays pages out is not there."""

    def __init__(self, missing: Literal["weasyprint", "pango"]) -> None:
        super().__init__(missing)
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Resource:
    media_type: str
    data: bytes


Laid = Any
"""WeasyPrint's document: pages, each with the places of its anchors."""


class Press:
    """Lays pages out with one set of fonts and pictures. Raises NoLayoutError where WeasyPrint is missing."""

    def __init__(self, resources: Mapping[str, Resource], report: Report = lambda _: None) -> None:
        try:
            with contextlib.redirect_stdout(io.StringIO()):  # where it prints a page of its own advice
                import weasyprint
                from weasyprint.text.fonts import FontConfiguration
                from weasyprint.urls import URLFetcher, URLFetcherResponse
        except ImportError as error:
            raise NoLayoutError("weasyprint") from error
        except OSError as error:  # the library is there, and what it loads is not
            raise NoLayoutError("pango") from error

        class Fetcher(URLFetcher):  # type: ignore[misc, unused-ignore]
            def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ARG002
                found = resources.get(url.removeprefix(BASE))
                if found is None:
                    raise ValueError(f"{url} is not in the book")
                return URLFetcherResponse(url, found.data, {"Content-Type": found.media_type})

        self._weasyprint = weasyprint
        self._fetcher = Fetcher()
        self._fonts = FontConfiguration()
        self._report = report
        self._before = 0

    def lay_out(self, html: str) -> Laid:
        """The pages of an HTML document, which holds its style sheet."""
        document = self._weasyprint.HTML(string=html, base_url=BASE, url_fetcher=self._fetcher)
        with _listening(self._laid_out):
            laid = document.render(font_config=self._fonts, pdf_variant=_VARIANT)
        self._before += len(laid.pages)
        return laid

    def _laid_out(self, page: int) -> None:
        self._report(self._before + page)

    @staticmethod
    def print(laid: Laid, pages: Iterable[Any], book: Book) -> bytes:
        """The pages as a tagged PDF (PDF/UA-1)."""

        def finish(_: object, pdf: Any) -> None:
            pdf.catalog["PageLayout"] = "/TwoPageRight" if book.layout == "facing" else "/OneColumn"

        number = sha256(book.identifier.encode()).digest()[:16]
        with _dated(book.changed):
            data: bytes = laid.copy(list(pages)).write_pdf(
                finisher=finish, pdf_variant=_VARIANT, pdf_identifier=number
            )
        return data


@contextlib.contextmanager
def _dated(moment: dt.datetime) -> Iterator[None]:
    """Fonts are cut to what is used of them by fontTools, which else writes the clock's time into each."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


@contextlib.contextmanager
def _listening(report: Report) -> Iterator[None]:
    """WeasyPrint says in its log which page it is at."""

    class Heard(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if found := _LAID_OUT.search(record.getMessage()):
                report(int(found[1]))

    log, heard = logging.getLogger("weasyprint.progress"), Heard()
    level = log.level
    log.addHandler(heard)
    log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.removeHandler(heard)
        log.setLevel(level)
