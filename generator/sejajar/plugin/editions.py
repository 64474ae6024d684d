"""Which edition a page belongs to, and what follows: its navigation, its counterpart, its alternates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, cast

from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from sejajar import rendering
from sejajar.model import EDITIONS, Edition


def edition_of(page: Page) -> Edition:
    """A page says its language in its front matter; what says none is Indonesian, or below `en/`."""
    if (language := page.meta.get("lang")) in EDITIONS:
        return cast(Edition, language)
    return "en" if page.file.src_uri.startswith("en/") else "id"


def navigation(nav: Navigation, edition: Edition) -> Navigation:
    """The site's navigation, less what belongs to the other edition."""
    items = [item for item in nav.items if _belongs(item, edition)]
    pages = [page for page in nav.pages if edition_of(page) == edition]
    own = Navigation(items, pages)
    own.homepage = next((page for page in pages if page.file.src_uri == f"{edition}/index.md"), nav.homepage)
    return own


def _belongs(item: StructureItem, edition: Edition) -> bool:
    if isinstance(item, Page):
        return edition_of(item) == edition
    children = getattr(item, "children", None)  # a section; else a link, which belongs to both
    return not children or any(_belongs(child, edition) for child in children)


def page_context(page: Page, files: Files) -> dict[str, Any]:
    """What the templates know as `sejajar`."""
    counterpart = files.get_file_from_path(str(page.meta.get("counterpart", "")))
    status = files.get_file_from_path(rendering.status_path(edition_of(page)))
    return {
        "edition": edition_of(page),
        "counterpart_url": counterpart.url_relative_to(page.file) if counterpart else None,
        "alternates": _alternates(page, counterpart.page if counterpart else None),
        "strings": rendering.strings(edition_of(page)),
        "status_url": status.url_relative_to(page.file) if status else None,
    }


def sitemap(pages: Iterable[Page], changed: Mapping[str, date], files: Files) -> list[dict[str, Any]]:
    """What the template `sitemap.xml` lists: every page that may be indexed."""
    entries = []
    for page in pages:
        if not page.canonical_url or "noindex" in str(page.meta.get("robots", "")):
            continue
        counterpart = files.get_file_from_path(str(page.meta.get("counterpart", "")))
        day = changed.get(page.file.src_uri) or page.meta.get("updated") or page.meta.get("date")
        alternates = _alternates(page, counterpart.page if counterpart else None)
        entries.append({"address": page.canonical_url, "changed": day, "alternates": alternates})
    return entries


def _alternates(page: Page, counterpart: Page | None) -> list[tuple[str, str]]:
    """(`hreflang`, absolute address) of each edition's page, and `x-default`, the Indonesian one.

    Nothing where one of the two is not to be indexed: alternates must name each other, or none is believed.
    """
    pages = [one for one in (page, counterpart) if one and one.canonical_url]
    if len(pages) < 2 or any("noindex" in str(one.meta.get("robots", "")) for one in pages):
        return []
    found = {edition_of(one): str(one.canonical_url) for one in pages}
    return [*sorted(found.items(), reverse=True), ("x-default", found.get("id", str(page.canonical_url)))]
