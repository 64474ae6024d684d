"""A secret of this user for one site, by which the program knows again what it has given out."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from sejajar.storage.cache import cache_folder
from sejajar.storage.folder import opened

LENGTH = 32
"""Bytes."""


def secret(root: Path, name: str) -> bytes:
    """The same at every call on this machine for this user; of this call alone where no place is safe."""
    place = cache_folder(root)
    made = secrets.token_bytes(LENGTH)
    if place is None:
        return made
    with contextlib.suppress(OSError), opened(place, "secrets", make=True) as here:
        with contextlib.suppress(FileExistsError):
            handle = here.create(name)
            with os.fdopen(handle, "wb") as file:
                if hasattr(os, "fchmod"):
                    os.fchmod(handle, 0o600)
                file.write(made)
        kept = here.read(name, LENGTH)
        return kept if len(kept) == LENGTH else made
    return made
