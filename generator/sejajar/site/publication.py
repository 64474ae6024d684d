"""What a site is to those outside it: its name, and the absolute address of each of its pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urljoin

from sejajar.model import Edition, Metadata
from sejajar.site.addresses import PLACES, Places, page_url

LOCALES: dict[Edition, str] = {"id": "id_ID", "en": "en_GB"}
"""As Open Graph names languages."""


@dataclass(frozen=True, slots=True)
class Publication:
    name: str
    url: str
    """Where the site will stand, such as `https://example.org/sejajar/`; empty where nobody has said."""
    description: str = ""
    directory_urls: bool = True
    """A page is addressed as `slug/` and not as `slug.html`: MkDocs's `use_directory_urls`."""

    places: Places = PLACES

    def absolute(self, path: str) -> str:
        """The address of a file of the built site, named as below the site's folder."""
        return _absolute(self.url, path)

    def address(self, page: str) -> str:
        """The address of a page, named by its Markdown file below `docs/`."""
        return self.absolute(page_url(page, self.directory_urls))


@lru_cache(maxsize=1_000)  # an article's page names its own address a dozen times
def _absolute(url: str, path: str) -> str:
    return urljoin(url.rstrip("/") + "/", quote(path))


def modified(metadata: Metadata) -> dt.date:
    """The day of the last change that readers were told of."""
    days = [metadata.date, *(item.date for item in metadata.corrections)]
    return max([*days, metadata.updated] if metadata.updated else days)
