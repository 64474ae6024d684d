"""What each page of a built site is to have, by what it is."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from sejajar import rendering, storage
from sejajar.build import codec
from sejajar.build.built_pages import BuiltPage
from sejajar.build.context import page_context, text_head
from sejajar.build.publishing import offline
from sejajar.build.whole import Whole
from sejajar.model import Edition
from sejajar.rendering.dress.page import Dress, Own, dressed
from sejajar.rendering.dress.partials import THEME, Partials
from sejajar.rendering.machine.sitemap import Listed, alternates, listing
from sejajar.site.workspace import Site

_LANGUAGE = re.compile(r"<html\b[^>]*\blang=[\"']?([a-zA-Z-]+)", re.I)
_GENERATOR = re.compile(r'<meta name="generator" content="([^"]*)"')
_TITLE = re.compile(r'data-md-component="header-topic">\s*<span class="md-ellipsis">\s*(.*?)\s*</span>', re.S)
NOT_FOUND = "404.html"


class Dressing:
    """Of one run over a built site."""

    def __init__(self, site: Site, whole: Whole, found: Iterable[BuiltPage]) -> None:
        self.site, self._content = site, whole
        self.whole = site.settings.dress == "site"
        self._pages = {page.path: page for page in found if page.path}
        self._said = {page.url: page.said for page in found}
        self.partials = Partials(
            site.name,
            site.places,
            directory_urls=site.directory_urls,
            whole=self.whole,
            offline=offline(site, preview=False),
        )
        self._search = lru_cache(maxsize=256)(self._rendered_search)

    def key(self, page: BuiltPage, policy: str) -> str:
        """Of all that a page is to have; empty where that is to be found out each time."""
        if page.made is None:
            return ""
        told = (self._content.reading.index.recipe, page.made.digest, repr(page.meta), self._alternates(page))
        return codec.digest((*told, self._site, policy, str(page.meta["counterpart"]) in self._pages))

    @cached_property
    def _site(self) -> str:
        """What is the same for all pages of a run."""
        theme = storage.digest(THEME, "**/*.html")
        said = sorted((url, edition or "") for url, edition in self._said.items())
        return codec.digest((theme, repr(self.site.settings), self.site.name, self.site.has_logo, said))

    def covers(self, page: BuiltPage) -> bool:
        return self.whole or page.made is not None

    def edition(self, page: BuiltPage, html: str) -> Edition:
        """The edition that a page is shown in: where it says none, that of the language it is built in."""
        built = _LANGUAGE.search(html)
        return page.said or ("en" if built and built[1].startswith("en") else "id")

    def title(self, page: BuiltPage, html: str) -> str:
        built = _TITLE.search(html)
        said = unescape(re.sub(r"<[^>]*>", "", built[1])) if built else ""
        return str(page.meta.get("title") or said or self.site.name)

    def dressed(self, page: BuiltPage, html: str, policy: str) -> str:
        """The page as it is to be. Raises UnknownThemeError."""
        if page.file == NOT_FOUND:
            return dressed(html, self._of_not_found(html), policy)
        return dressed(html, self._of(page, html), policy)

    def _of(self, page: BuiltPage, html: str) -> Dress:
        edition, meta = self.edition(page, html), page.meta
        counterpart = self._pages.get(str(meta.get("counterpart", "")))
        made = page.made.make() if page.made else None
        latest = self._content.latest(edition, page.path) if rendering.LATEST in html else ""
        sejajar = page_context(
            self.site,
            edition,
            counterpart_url=self._link(counterpart.url, page) if counterpart else None,
            alternates=self._alternates(page),
            head=made.head if made else self._head(page, edition, html),
            status_url=self._status(page, edition),
        )
        meta = {**meta, "kind": "list"} if latest and "kind" not in meta else meta

        def render(name: str) -> str:
            return self.partials.render(name, page.base, meta, sejajar)

        home = self._pages.get(self.site.places.home(edition))
        own = None
        if page.made and made:
            title = str(meta["title"])
            named = f"{title} - {self.site.name}" if title != self.site.name else title
            own = Own(named, title, str(meta["description"]), made.html, made.headings)
        return Dress(
            edition=page.said,
            head="\n".join([render("sejajar-head"), *self._sheet(html, page.base)]),
            icons=render("sejajar-icons") if self.whole else "",
            header=self._header(page, sejajar),
            above=render("sejajar-above"),
            footer=_footer(sejajar),
            scripts=render("sejajar-scripts"),
            home=self._link(home.url, page) if home and page.said else "",
            logo="" if self.site.has_logo or not self.whole else render("sejajar-mark"),
            belongs=lambda href: self._belongs(href, page),
            latest=latest,
            own=own,
            words=rendering.strings(edition) if page.said else None,
        )

    def _of_not_found(self, html: str) -> Dress:
        """Of the page at any address of which nobody knows the language; the site's own has its own words."""
        base = urlsplit(self.site.url).path or "/"
        meta = {"robots": "noindex", "kind": "list"}

        def render(name: str) -> str:
            return self.partials.render(name, base, meta, None)

        own = None
        if not any((self.site.docs / name).exists() for name in (NOT_FOUND, "404.md")):
            heading = "Halaman tidak ada · No such page"
            own = Own(f"{heading} - {self.site.name}", heading, "", render("sejajar-404"))
        return Dress(
            edition=None,
            head="\n".join([render("sejajar-head"), *self._sheet(html, base)]),
            icons=render("sejajar-icons"),
            header=render("sejajar-header"),
            above="",
            footer="",
            scripts=render("sejajar-scripts"),
            home="",
            logo="" if self.site.has_logo else render("sejajar-mark"),
            belongs=lambda _: True,
            own=own,
        )

    def _sheet(self, html: str, base: str) -> list[str]:
        """What Zensical's own style sheets have no more of what ours build on."""
        built = _GENERATOR.search(html)
        if not built or not built[1].startswith("zensical"):
            return []
        return [f'<link rel="stylesheet" href="{base}assets/sejajar-zensical.css">']

    def _header(self, page: BuiltPage, sejajar: Mapping[str, Any]) -> str:
        switch = ""
        if sejajar["counterpart_url"]:
            switch = self.partials.render("alternate", page.base, page.meta, sejajar)
        return f"{switch}\n{self._search(page.base, sejajar['edition'])}".strip()

    def _rendered_search(self, base: str, edition: Edition) -> str:
        return self.partials.render("sejajar-header", base, {}, {"edition": edition})

    def _head(self, page: BuiltPage, edition: Edition, html: str) -> str:
        return text_head(
            self.site,
            page.path or page.file,
            edition,
            self.title(page, html),
            page.meta,
            url=self._address(page),
        )

    def _address(self, page: BuiltPage) -> str:
        return f"{self.site.url}{page.url}" if self.site.url else ""

    def _alternates(self, page: BuiltPage) -> list[tuple[str, str]]:
        pages = map(self.listed, (page.path, str(page.meta.get("counterpart", ""))))
        return alternates([one for one in pages if one])

    def listed(self, path: str) -> Listed | None:
        """A page of which there is a source, as the sitemap knows it."""
        page = self._pages.get(path)
        if page is None:
            return None
        return listing(path, self._address(page), page.said or "id", page.meta)

    def _status(self, page: BuiltPage, edition: Edition) -> str | None:
        status = self._pages.get(self.site.places.status(edition))
        return self._link(status.url, page) if status else None

    def _belongs(self, href: str, page: BuiltPage) -> bool:
        """Whether a link in a menu leads to a page of the same edition, or to what says none."""
        parts = urlsplit(href)
        if page.said is None or parts.scheme or parts.netloc:
            return True
        url = posixpath.normpath(posixpath.join("/", page.url.rpartition("/")[0], parts.path)).lstrip("/")
        said = self._said.get(f"{url}/" if url else "", self._said.get(url))
        return said in (page.said, None)

    def _link(self, url: str, page: BuiltPage) -> str:
        """As a page writes the address of another one."""
        folder = page.url.rpartition("/")[0]
        found = posixpath.relpath(url or ".", folder or ".")
        return f"{found}/" if url.endswith("/") or not url else found


def _footer(sejajar: Mapping[str, Any]) -> str:
    if not sejajar["status_url"]:
        return ""
    return f'<a class="sj-editors" href="{sejajar["status_url"]}">{sejajar["strings"]["status"]}</a>'
