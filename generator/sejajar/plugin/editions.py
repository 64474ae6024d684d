"""Which edition a page belongs to, and what follows: its navigation."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs.structure import StructureItem
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from sejajar.model import Edition
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
        return self.places.said(page.file.src_uri, page.meta) if page.file.is_documentation_page() else None

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
