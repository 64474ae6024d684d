"""Which edition a page belongs to, and what follows: its navigation, its counterpart, its alternates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from sejajar.model import EDITIONS, Edition
from sejajar.rendering import Places


@dataclass(frozen=True, slots=True)
class Editions:
    """What a page's language is, and whether it is one of those that we generate."""

    places: Places
    language: str = "id"
    """The site's own, `theme: language`."""

    def generated(self, file: File) -> Edition | None:
        """The edition of a generated page; None for any other file."""
        return self.places.edition(file.src_uri) if file.is_documentation_page() else None

    def said(self, page: Page) -> Edition | None:
        """The edition that a page names in its front matter, or is generated for."""
        language = page.meta.get("lang")
        return next((one for one in EDITIONS if one == language), self.generated(page.file))

    def of(self, page: Page) -> Edition:
        """The edition that a page is shown in: where it says none, that of the site's language."""
        site: Edition = "en" if self.language == "en" else "id"
        return self.said(page) or site


def navigation(nav: Navigation, edition: Edition, editions: Editions) -> Navigation:
    """The site's navigation, less what belongs to the other edition."""
    items = [item for item in nav.items if _belongs(item, edition, editions)]
    pages = [page for page in nav.pages if _belongs(page, edition, editions)]
    own = Navigation(items, pages)
    home = editions.places.home(edition)
    own.homepage = next((page for page in pages if page.file.src_uri == home), nav.homepage)
    return own


def _belongs(item: StructureItem, edition: Edition, editions: Editions) -> bool:
    """What says no language, a link among them, belongs to both."""
    if isinstance(item, Page):
        return editions.said(item) in (edition, None)
    children = getattr(item, "children", None)
    return not children or any(_belongs(child, edition, editions) for child in children)


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as the sitemap and other pages name it."""

    path: str
    """Below `docs`."""
    address: str
    """Absolute; empty where the site has none."""
    edition: Edition
    is_indexed: bool
    counterpart: str
    """The path of the same page in the other edition; empty where there is none."""
    changed: object
    """The day that its front matter says."""


def sitemap(
    pages: Iterable[Listed], changed: Mapping[str, date], find: Callable[[str], Listed | None]
) -> list[dict[str, Any]]:
    """What the template `sitemap.xml` lists. `pages`: every page that may be indexed."""
    entries = []
    for page in pages:
        both = [one for one in (page, find(page.counterpart)) if one]
        day = changed.get(page.path) or page.changed
        entries.append({"address": page.address, "changed": day, "alternates": alternates(both)})
    return entries


def alternates(both: Sequence[Listed]) -> list[tuple[str, str]]:
    """(`hreflang`, absolute address) of a page and its counterpart, and `x-default`, the Indonesian one.

    Nothing where one of the two is not to be indexed: alternates must name each other, or none is believed.
    """
    pages = [one for one in both if one.address]
    if len(pages) < 2 or not all(one.is_indexed for one in pages):
        return []
    found = {one.edition: one.address for one in pages}
    return [*sorted(found.items(), reverse=True), ("x-default", found.get("id", pages[0].address))]
