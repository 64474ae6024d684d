"""Which pages a built site has, whoever built it, and what each says of itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sejajar import rendering, storage
from sejajar.build.whole import SitePage
from sejajar.model import Edition
from sejajar.site.workspace import Site

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page as a file of the built site."""

    file: str
    """Below the built site, with forward slashes."""
    path: str
    """The Markdown file below `docs` that it is built from; empty where there is none."""
    url: str
    """Below the site's address."""
    meta: Mapping[str, Any]
    said: Edition | None
    """The edition that it names; None where it says none."""
    made: SitePage | None = None
    """Of those that we generate."""

    @property
    def base(self) -> str:
        """From its address to the site's root: empty, or with a slash at the end."""
        return "../" * self.url.count("/")

    @property
    def is_text(self) -> bool:
        """Whether somebody has written it by hand."""
        return bool(self.path) and str(self.meta.get("kind", "text")) == "text"


def built_pages(site: Site, made: Iterable[SitePage], folder: Path) -> tuple[BuiltPage, ...]:
    """The pages of the built site in `folder`, in the order of their files; what is not built is left out."""
    known = {one.file: one for one in _known(site, made)}
    return tuple(known.get(file) or _unknown(site, file) for file in sorted(html_files(folder)))


def expected(site: Site, made: Iterable[SitePage]) -> dict[str, SitePage]:
    """The file of each page that we generate, below the built site."""
    return {file_of(site, page.path): page for page in made}


def file_of(site: Site, path: str) -> str:
    """Where a builder puts the page of a Markdown file."""
    url = _url(site, path)
    return f"{url}index.html" if not url or url.endswith("/") else url


def _url(site: Site, path: str) -> str:
    folder, _, name = path.rpartition("/")
    if name == "README.md":
        path = f"{folder}/index.md".lstrip("/")
    return rendering.page_url(path, site.directory_urls)


def _known(site: Site, made: Iterable[SitePage]) -> Iterator[BuiltPage]:
    for page in made:
        yield BuiltPage(
            file_of(site, page.path), page.path, _url(site, page.path), page.meta, page.edition, page
        )
    is_generated = storage.is_generated(site.docs, site.folders)
    for place in sorted(site.docs.rglob("*.md")):
        path = place.relative_to(site.docs).as_posix()
        if is_generated(path):
            continue
        meta = front_matter(storage.read_text(site.docs, path) or "")
        said = site.places.said(path, meta)
        yield BuiltPage(file_of(site, path), path, _url(site, path), meta, said)


def _unknown(site: Site, file: str) -> BuiltPage:
    url = file.removesuffix("index.html") if site.directory_urls else file
    return BuiltPage(file, "", url, {}, site.places.edition(file))


def html_files(folder: Path) -> Iterator[str]:
    """Every page below a built site but those of the search index; links are not followed."""
    for place, folders, files in os.walk(folder):
        if Path(place) == folder:
            folders[:] = [name for name in folders if name != "pagefind" and not name.startswith(".")]
        for name in files:
            path = Path(place, name)
            if name.endswith(".html") and not path.is_symlink():
                yield path.relative_to(folder).as_posix()


def front_matter(text: str) -> dict[str, Any]:
    """What a page says of itself above its text; nothing where that cannot be read."""
    head, mark, _ = text.removeprefix("---\n").partition("\n---")
    if not text.startswith("---\n") or not mark:
        return {}
    try:
        found = yaml.load(head, Loader=_LOADER)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return {str(key): value for key, value in found.items()} if isinstance(found, dict) else {}
