"""Where each page lies below `docs/`, with forward slashes; its counterpart's place follows from its own."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sejajar.bounds import composed
from sejajar.model import EDITIONS, Article, Edition

Facet = Literal["tag", "place", "outlet"]
"""What articles are gathered by, each with a page of its own."""
FACETS: tuple[Facet, Facet, Facet] = ("tag", "place", "outlet")

_FOLDERS: dict[str, tuple[str, str]] = {
    "archive": ("arsip", "archive"),
    "tag": ("topik", "topics"),
    "place": ("tempat", "places"),
    "outlet": ("media", "outlets"),
    "person": ("orang", "people"),
    "glossary": ("glosarium", "glossary"),
    "status": ("status", "status"),
}
"""The first part of an address below its edition, Indonesian and English; of an article's it is the year."""
_ENGLISH = dict(_FOLDERS.values())
_INDONESIAN = {english: indonesian for indonesian, english in _ENGLISH.items()}


def other(edition: Edition) -> Edition:
    return "en" if edition == "id" else "id"


@dataclass(frozen=True, slots=True)
class Places:
    """Where each edition lies below `docs/`, and what lies where below it."""

    id: str = "id"
    en: str = "en"

    def root(self, edition: Edition) -> str:
        return self.en if edition == "en" else self.id

    def edition(self, path: str) -> Edition | None:
        """Whose folder a path is in; None for what is in neither."""
        return next((one for one in EDITIONS if path.startswith(f"{self.root(one)}/")), None)

    def said(self, path: str, meta: Mapping[str, Any]) -> Edition | None:
        """The edition that a page names in its front matter, or is generated for; None where it says none."""
        language = meta.get("lang")
        return next((one for one in EDITIONS if one == language), self.edition(path))

    def moved(self, path: str) -> str:
        """Where the page lies that is at `path` if the settings say nothing; other files stay."""
        edition = PLACES.edition(path)
        return f"{self.root(edition)}/{path.partition('/')[2]}" if edition else path

    def home(self, edition: Edition) -> str:
        return f"{self.root(edition)}/index.md"

    def archive(
        self, edition: Edition, year: int | None = None, month: int | None = None, page: int = 1
    ) -> str:
        """The archive's page of a year or of a month, or its first page, which lists the years."""
        folder = self._folder(edition, "archive")
        if year is None:
            return f"{folder}/index.md"
        return _numbered(f"{folder}/{year}" + (f"/{month:02}" if month else ""), page)

    def facet(self, edition: Edition, facet: Facet, slug: str = "index", page: int = 1) -> str:
        """The page of one tag, place or outlet, or the index of all of them.

        The slug is made of the Indonesian name in both editions: a better English name moves no page.
        """
        return _numbered(f"{self._folder(edition, facet)}/{slug}", page)

    def person(self, edition: Edition, slug: str = "index", page: int = 1) -> str:
        """The page of one person, or the index of all of them."""
        return _numbered(f"{self._folder(edition, 'person')}/{slug}", page)

    def glossary(self, edition: Edition) -> str:
        return f"{self._folder(edition, 'glossary')}.md"

    def status(self, edition: Edition) -> str:
        return f"{self._folder(edition, 'status')}.md"

    def article(self, article: Article, edition: Edition) -> str:
        return f"{self.root(edition)}/{below_edition(article)}.md"

    def doors(self, edition: Edition) -> tuple[str, ...]:
        """The pages by which an edition is entered: its home, and the first page of each kind of list."""
        topics = self.facet(edition, "tag")
        return (self.home(edition), self.archive(edition), topics, self.glossary(edition))

    def counterpart(self, path: str) -> str:
        """The same generated page in the other edition."""
        edition = self.edition(path)
        assert edition, path
        first, slash, below = path.removeprefix(f"{self.root(edition)}/").partition("/")
        name, there = first.removesuffix(".md"), other(edition)
        name_there = (_ENGLISH if there == "en" else _INDONESIAN).get(name, name)
        return f"{self.root(there)}/{name_there}{first[len(name) :]}{slash}{below}"

    def _folder(self, edition: Edition, name: str) -> str:
        return f"{self.root(edition)}/{_FOLDERS[name][edition == 'en']}"


MEANINGS = "meanings"
"""The anchor of what *reviewed* and *signed* mean, on the page of the translations' status."""
PLACES = Places()
"""Where the editions lie unless the settings say otherwise."""


def below_edition(article: Article) -> str:
    """An article's address below its edition, the same in both."""
    return f"{article.metadata.date:%Y/%m}/{article.slug}"


def _numbered(stem: str, page: int) -> str:
    return f"{stem}/{page}.md" if page > 1 else f"{stem}.md"


def media_path(article: Article, name: str) -> str:
    """Where the image `name` of the article's folder is copied to; both editions share it.

    Its letters are composed, since disks and hosts take the two ways of writing one letter for two names.
    """
    return media_path_of(article.slug, name)


def media_path_of(slug: str, name: str) -> str:
    """The same, by the article's slug."""
    return f"media/{slug}/{composed(name)}"


def relative(target: str, page: str) -> str:
    """The link to `target` as a Markdown file at `page` writes it; both below `docs/`."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def page_url(page: str, directory_urls: bool = True) -> str:
    """Where MkDocs puts a page, as the part of its address after the site's: `id/2025/07/slug/`."""
    folder, name = posixpath.split(page.removesuffix(".md"))
    inside = f"{folder}/" if folder else ""
    if name == "index":
        return inside if directory_urls else f"{inside}index.html"
    return f"{inside}{name}/" if directory_urls else f"{inside}{name}.html"


def address_from(target: str, page: str, directory_urls: bool) -> str:
    """The address of `target`, perhaps with an anchor, as the built `page` writes it; both below `docs/`."""
    path, mark, anchor = target.partition("#")
    url = page_url(path, directory_urls) if path.endswith(".md") else path
    here = page_url(page, directory_urls)
    wanted = [part for part in url.split("/") if part not in ("", ".")]
    start = [part for part in here.rpartition("/")[0].split("/") if part not in ("", ".")]
    common = 0
    for one, two in zip(start, wanted, strict=False):
        if one != two:
            break
        common += 1
    found = "/".join([".."] * (len(start) - common) + wanted[common:]) or "."
    return (f"{found}/" if url.endswith("/") and not found.endswith("/") else found) + mark + anchor
