"""What an import would write, kept for the look that somebody takes at it."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass, field

from sejajar.commands.previews import Preview

MOST = 20
"""Previews that are kept; the oldest goes first."""
LARGEST = 100_000_000
"""Bytes of all their pictures."""


@dataclass
class Previews:
    """What is shown to somebody and not written yet."""

    _all: OrderedDict[str, Preview] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def keep(self, shown: Preview) -> str:
        name = secrets.token_urlsafe(9)
        with self._lock:
            self._all[name] = shown
            while len(self._all) > MOST or (len(self._all) > 1 and self._size() > LARGEST):
                self._all.popitem(last=False)
        return name

    def _size(self) -> int:
        return sum(len(data) for shown in self._all.values() for data in shown.pictures.values())

    def get(self, name: str) -> Preview | None:
        with self._lock:
            return self._all.get(name)

    def drop(self, name: str) -> None:
        with self._lock:
            self._all.pop(name, None)
