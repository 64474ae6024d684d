"""Where each page lies below `docs/`, with forward slashes; its counterpart's place follows from its own."""

from __future__ import annotations

import posixpath
import re

from sejajar.model import Article, Edition

_ARCHIVE: dict[Edition, str] = {"id": "arsip", "en": "archive"}


def other(edition: Edition) -> Edition:
    return "en" if edition == "id" else "id"


def home_path(edition: Edition) -> str:
    return f"{edition}/index.md"


def archive_path(edition: Edition, year: int | None = None) -> str:
    """The archive's page of one year, or its first page, which lists the years."""
    return f"{edition}/{_ARCHIVE[edition]}/{year or 'index'}.md"


def article_path(article: Article, edition: Edition) -> str:
    return f"{edition}/{article.metadata.date:%Y/%m}/{article.slug}.md"


def media_path(article: Article, name: str) -> str:
    """Where the image `name` of the article's folder is copied to; both editions share it."""
    return f"media/{article.slug}/{name}"


def counterpart(path: str) -> str:
    """The same generated page in the other edition."""
    edition: Edition = "id" if path.startswith("id/") else "en"
    there = other(edition)
    return re.sub(rf"^{edition}/({_ARCHIVE[edition]}(?=/))?", lambda found: _into(found, there), path)


def _into(found: re.Match[str], edition: Edition) -> str:
    return f"{edition}/{_ARCHIVE[edition] if found[1] else ''}"


def relative(target: str, page: str) -> str:
    """The link to `target` as a Markdown file at `page` writes it; both below `docs/`."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")
