"""Which edition a page belongs to, and what follows: its navigation, its counterpart, its alternates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from sejajar import rendering
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


def page_context(page: Page, files: Files, editions: Editions) -> dict[str, Any]:
    """What the templates know as `sejajar`."""
    edition = editions.of(page)
    counterpart = files.get_file_from_path(str(page.meta.get("counterpart", "")))
    status = files.get_file_from_path(editions.places.status(edition))
    return {
        "edition": edition,
        "counterpart_url": counterpart.url_relative_to(page.file) if counterpart else None,
        "alternates": _alternates(page, counterpart.page if counterpart else None, editions),
        "strings": rendering.strings(edition),
        "status_url": status.url_relative_to(page.file) if status else None,
    }


def sitemap(
    pages: Iterable[Page], changed: Mapping[str, date], files: Files, editions: Editions
) -> list[dict[str, Any]]:
    """What the template `sitemap.xml` lists: every page that may be indexed."""
    entries = []
    for page in pages:
        if not page.canonical_url or "noindex" in str(page.meta.get("robots", "")):
            continue
        counterpart = files.get_file_from_path(str(page.meta.get("counterpart", "")))
        day = changed.get(page.file.src_uri) or page.meta.get("updated") or page.meta.get("date")
        alternates = _alternates(page, counterpart.page if counterpart else None, editions)
        entries.append({"address": page.canonical_url, "changed": day, "alternates": alternates})
    return entries


def _alternates(page: Page, counterpart: Page | None, editions: Editions) -> list[tuple[str, str]]:
    """(`hreflang`, absolute address) of each edition's page, and `x-default`, the Indonesian one.

    Nothing where one of the two is not to be indexed: alternates must name each other, or none is believed.
    """
    pages = [one for one in (page, counterpart) if one and one.canonical_url]
    if len(pages) < 2 or any("noindex" in str(one.meta.get("robots", "")) for one in pages):
        return []
    found = {editions.of(one): str(one.canonical_url) for one in pages}
    return [*sorted(found.items(), reverse=True), ("x-default", found.get("id", str(page.canonical_url)))]
