"""Pages that were dressed before, and are as they were left: they are not looked at again."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from sejajar import storage
from sejajar.build import codec


@dataclass(frozen=True, slots=True)
class Left:
    """By the page's file: the digest of what it was to have, and that of its bytes."""

    of: Mapping[str, tuple[str, str]] = field(default_factory=dict)


class Known:
    """Of one built site."""

    def __init__(self, cache: storage.Cache, folder: Path) -> None:
        self._cache = cache
        self._name = f"dressed-{sha256(os.fsencode(folder.resolve())).hexdigest()}"
        self._before = (codec.unpack(Left, cache.get(self._name)) or Left()).of
        self._now: dict[str, tuple[str, str]] = {}

    def has(self, file: str, key: str, html: str) -> bool:
        """Whether a page has all that it is to have by `key`; then it stays known."""
        wanted = (key, _digest(html))
        if not key or self._before.get(file) != wanted:
            return False
        self._now[file] = wanted
        return True

    def put(self, file: str, key: str, html: str) -> None:
        if key:
            self._now[file] = (key, _digest(html))

    def save(self) -> None:
        if self._now != self._before:
            self._cache.put(self._name, codec.pack(Left(self._now)))


def _digest(html: str) -> str:
    return sha256(html.encode("utf-8", errors="surrogateescape")).hexdigest()[:32]
