"""Where each page lies below `docs/`, with forward slashes; its counterpart's place follows from its own."""

from __future__ import annotations

import posixpath
from typing import Literal

from sejajar.model import Article, Edition

Facet = Literal["tag", "place", "outlet"]
"""What articles are gathered by, each with a page of its own."""
FACETS: tuple[Facet, Facet, Facet] = ("tag", "place", "outlet")

_FOLDERS: dict[str, tuple[str, str]] = {
    "archive": ("arsip", "archive"),
    "tag": ("topik", "topics"),
    "place": ("tempat", "places"),
    "outlet": ("media", "outlets"),
    "glossary": ("glosarium", "glossary"),
    "status": ("status", "status"),
}
"""The first part of an address below its edition, Indonesian and English; of an article's it is the year."""
_ENGLISH = dict(_FOLDERS.values())
_INDONESIAN = {english: indonesian for indonesian, english in _ENGLISH.items()}


def other(edition: Edition) -> Edition:
    return "en" if edition == "id" else "id"


def _folder(edition: Edition, name: str) -> str:
    return f"{edition}/{_FOLDERS[name][edition == 'en']}"


def home_path(edition: Edition) -> str:
    return f"{edition}/index.md"


def archive_path(edition: Edition, year: int | None = None, month: int | None = None, page: int = 1) -> str:
    """The archive's page of a year or of a month, or its first page, which lists the years."""
    folder = _folder(edition, "archive")
    if year is None:
        return f"{folder}/index.md"
    return _numbered(f"{folder}/{year}" + (f"/{month:02}" if month else ""), page)


def facet_path(edition: Edition, facet: Facet, slug: str = "index", page: int = 1) -> str:
    """The page of one tag, place or outlet, or the index of all of them.

    The slug is made of the Indonesian name in both editions: a better English name moves no page.
    """
    return _numbered(f"{_folder(edition, facet)}/{slug}", page)


def _numbered(stem: str, page: int) -> str:
    return f"{stem}/{page}.md" if page > 1 else f"{stem}.md"


def glossary_path(edition: Edition) -> str:
    return f"{_folder(edition, 'glossary')}.md"


def status_path(edition: Edition) -> str:
    return f"{_folder(edition, 'status')}.md"


def doors(edition: Edition) -> tuple[str, ...]:
    """The pages by which an edition is entered: its home, and the first page of each kind of list."""
    topics = facet_path(edition, "tag")
    return (home_path(edition), archive_path(edition), topics, glossary_path(edition))


def article_path(article: Article, edition: Edition) -> str:
    return f"{edition}/{article.metadata.date:%Y/%m}/{article.slug}.md"


def media_path(article: Article, name: str) -> str:
    """Where the image `name` of the article's folder is copied to; both editions share it."""
    return f"media/{article.slug}/{name}"


def counterpart(path: str) -> str:
    """The same generated page in the other edition."""
    edition, _, rest = path.partition("/")
    first, slash, below = rest.partition("/")
    name = first.removesuffix(".md")
    there: Edition = "en" if edition == "id" else "id"
    name_there = (_ENGLISH if there == "en" else _INDONESIAN).get(name, name)
    return f"{there}/{name_there}{first[len(name) :]}{slash}{below}"


def relative(target: str, page: str) -> str:
    """The link to `target` as a Markdown file at `page` writes it; both below `docs/`."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")
