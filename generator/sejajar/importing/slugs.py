"""The address that a title gives."""

from __future__ import annotations

import re
import unicodedata

SLUG_LENGTH = 60


def slug_of(title: str) -> str:
    """An address made of a title: ASCII, lower case, hyphens, cut at a word; empty if no letter is left."""
    plain = (
        unicodedata.normalize("NFKD", re.sub(r"['’‘`]", "", title)).encode("ascii", "ignore").decode().lower()
    )
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) <= SLUG_LENGTH:
        return slug
    return slug[: SLUG_LENGTH + 1].rpartition("-")[0] or slug[:SLUG_LENGTH]
