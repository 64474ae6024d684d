"""The pages of one build as its sitemap and other pages name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs.structure.files import Files

from sejajar.commands import SitePage
from sejajar.plugin.editions import Editions
from sejajar.plugin.generated import is_published
from sejajar.plugin.splicing import canonical_of
from sejajar.rendering.machine.sitemap import Listed, alternates, listing


class ListedPages:
    """Asked once all pages are read; each page is looked up once."""

    def __init__(
        self, files: Files, pages: Mapping[str, SitePage], editions: Editions, site_url: str
    ) -> None:
        """`pages`: those that we generate, by their paths."""
        self._files, self._pages, self._editions, self._site_url = files, pages, editions, site_url
        self._known: dict[str, Listed | None] = {}

    def alternates(self, path: str, counterpart: str) -> list[tuple[str, str]]:
        """What a page names as itself in both languages."""
        return alternates([one for one in map(self.get, (path, counterpart)) if one])

    def get(self, path: str) -> Listed | None:
        """A page by its path below `docs`; None where there is none."""
        if path not in self._known:
            self._known[path] = self._looked_up(path)
        return self._known[path]

    def generated(self) -> Iterator[Listed]:
        return (listed for path in self._pages if (listed := self.get(path)))

    def indexed(self) -> Iterator[Listed]:
        """Every page that search engines may show."""
        for file in self._files:
            if file.is_documentation_page() and is_published(file):
                listed = self.get(file.src_uri)
                if listed and listed.address and listed.is_indexed:
                    yield listed

    def _looked_up(self, path: str) -> Listed | None:
        file = self._files.get_file_from_path(path) if path else None
        if file is None:
            return None
        meta: Mapping[str, Any]
        if file.page and file.page.meta:
            meta, address, edition = file.page.meta, file.page.canonical_url, self._editions.of(file.page)
        elif path in self._pages:
            page = self._pages[path]
            meta, address, edition = page.meta, canonical_of(file, self._site_url), page.edition
        else:
            return None
        return listing(path, str(address or ""), edition, meta)
