"""Which articles there are and when each was changed last, without reading any."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sejajar.storage.content import ARTICLE, CATALOG, joined

Stamp = tuple[int, int, int]
"""When a file was changed, in nanoseconds, its bytes, and its number on the disk; zeros for none."""
_NONE = (0, 0, 0)


class Stamped(NamedTuple):
    """An article's folder, by its two files."""

    article: Stamp
    catalog: Stamp


def stamps(root: Path, content: str) -> dict[str, Stamped]:
    """By the article file's path, in the order of paths. As in `read_content`, no link is followed."""
    return dict(sorted(_below(str(root / content), content)))


def _below(place: str, folder: str) -> Iterator[tuple[str, Stamped]]:
    """`place` is where the folder lies; text, for there are thousands."""
    try:
        with os.scandir(place) as found:
            inside = list(found)
    except OSError:
        return
    files = {entry.name: entry for entry in inside if entry.name in (ARTICLE, CATALOG)}
    if ARTICLE in files:
        yield f"{folder}/{ARTICLE}", Stamped(_stamp(files[ARTICLE]), _stamp(files.get(CATALOG)))
    for entry in inside:
        if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False) and not joined(entry):
            yield from _below(entry.path, f"{folder}/{entry.name}")


def _stamp(entry: os.DirEntry[str] | None) -> Stamp:
    if entry is None:
        return _NONE
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return _NONE
    return (found.st_mtime_ns, found.st_size, found.st_ino) if stat.S_ISREG(found.st_mode) else _NONE
