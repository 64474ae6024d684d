"""Pictures: what of them is known without drawing them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import imagesize  # type: ignore[import-untyped]


def image_size(path: Path) -> tuple[int, int] | None:
    """Width and height in pixels, turned as the camera was; None for what is no image or not there."""
    try:
        stamp = path.stat()
    except OSError:
        return None
    return _image_size(path, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=100_000)
def _image_size(path: Path, changed: int, length: int) -> tuple[int, int] | None:  # noqa: ARG001
    try:
        width, height = imagesize.get(path)
    except (OSError, ValueError):
        return None
    return (width, height) if width > 0 and height > 0 else None
