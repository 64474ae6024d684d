"""Files that stand beside a built site's pages: written where they are missing."""

from __future__ import annotations

from hashlib import sha256

from sejajar import storage
from sejajar.site.workspace import Site


def missing(built: storage.Built, site: Site, path: str, key: str) -> bool:
    """Whether a file has still to be made of `key`. One that `docs` brings itself stays."""
    return not (site.docs / path).exists() and not built.keep(path, key)


def add(built: storage.Built, site: Site, path: str, data: bytes) -> None:
    """Adds a file to the built site."""
    key = sha256(data).hexdigest()
    if missing(built, site, path, key):
        built.put(path, key, data)
