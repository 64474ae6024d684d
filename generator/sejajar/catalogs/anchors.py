"""Names for pairs in addresses: `#ekspor-pangan-ke-rusia-naik`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from sejajar.model import Segment, fingerprint

_LINK_TARGET = re.compile(r"\]\([^)]*\)")


def anchor_for(segment: Segment, taken: Container[str]) -> str:
    """An `id` from the text's first five words, in ASCII, that begins with a letter and is not taken yet.

    A repeated text gets its ordinal, another text that begins alike four digits of its hash: neither depends
    on what else the article says, so that an anchor not yet saved is the same in the next build.
    """
    base = _slug(segment)
    if segment.ordinal > 1:
        base = f"{base}-{segment.ordinal}"
    if base not in taken:
        return base
    base = candidate = f"{base}-{fingerprint(segment.text, '')[:4]}"
    count = 1
    while candidate in taken:
        count += 1
        candidate = f"{base}-{count}"
    return candidate


def _slug(segment: Segment) -> str:
    plain = unicodedata.normalize("NFKD", _LINK_TARGET.sub("", segment.text))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    slug = "-".join(words[:5])[:48].rstrip("-")
    if slug and slug[0].isalpha():
        return slug
    return f"{segment.kind}-{slug}".rstrip("-")
