"""Where articles have moved from: a page at each old address."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from sejajar import rendering
from sejajar.model import EDITIONS, Location, Problem, Severity
from sejajar.site.addresses import PLACES, Places
from sejajar.site.readiness import Addressed


@dataclass(frozen=True, slots=True)
class Redirects:
    pages: Mapping[str, str]
    """HTML by path below `site/`."""
    problems: tuple[Problem, ...] = ()


def redirects(
    articles: Iterable[Addressed],
    urls: Mapping[str, str],
    taken: Collection[str],
    *,
    site_url: str,
    directory_urls: bool,
    places: Places = PLACES,
) -> Redirects:
    """A page at each old address of the articles that are shown, in both editions.

    `urls` are the addresses of Markdown pages, both relative to the site's root; `taken` are the paths of all
    files that the build makes. Where one stands at an old address, that is a problem. What has no address is
    not built.
    """
    pages: dict[str, str] = {}
    problems = []
    there = {path.casefold() for path in taken}
    for article in articles:
        for (alias, _), edition in product(article.aliases, EDITIONS):
            path = _file(f"{places.root(edition)}/{alias}", directory_urls=directory_urls)
            if path.casefold() in there:
                message = f"the alias {alias} is the address of another page, {path}"
                hint = "delete it, or correct it"
                problems.append(Problem(Location(article.path), Severity.ERROR, "alias", message, hint))
                continue
            url = urls.get(f"{places.root(edition)}/{article.below}.md")
            if url is None:
                continue
            canonical = f"{site_url}{url}" if site_url else ""
            pages[path] = rendering.redirect(
                _relative(url, path), canonical, edition, _relative(rendering.MOVED, path)
            )
    return Redirects(pages, tuple(problems))


def _file(address: str, *, directory_urls: bool) -> str:
    """The file that a web server gives for an address."""
    if address.endswith(".html"):
        return address
    return f"{address}/index.html" if directory_urls else f"{address}.html"


def _relative(url: str, page: str) -> str:
    """The link from the file `page` to an address, both relative to the site's root."""
    ending = "/" if url.endswith("/") else ""
    return posixpath.relpath(url, posixpath.dirname(page)) + ending
