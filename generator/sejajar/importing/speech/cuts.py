"""A paragraph parted between its sentences, its emphasis and links with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sejajar.formats.article import from_plain, normal
from sejajar.importing.blocks import Block
from sejajar.language.inline import plain

_SPACE = re.compile(r"\s+")


def parts_of(block: Block, cuts: Sequence[int]) -> list[Block] | None:
    """The parts of a block whose text is cut at `cuts`, positions behind white space; None where that
    would part a link or an emphasis."""
    if not cuts:
        return [block]
    bounds = [0, *cuts, len(block.text)]
    texts = [block.text[a:b].strip() for a, b in pairwise(bounds)]
    if not block.rich:
        return [replace(block, text=text) for text in texts]
    riches = _cut_rich(block.rich, texts)
    if riches is None:
        return None
    return [replace(block, text=text, rich=rich) for text, rich in zip(texts, riches, strict=True)]


def _cut_rich(rich: str, texts: Sequence[str]) -> list[str] | None:
    """Markdown cut after as many words as each text has: it has a text's words, and marks at them."""
    spaces = list(_SPACE.finditer(rich))
    found: list[str] = []
    start = count = 0
    for text in texts[:-1]:
        count += len(text.split())
        if count > len(spaces):
            return None
        space = spaces[count - 1]
        found.append(rich[start : space.start()])
        start = space.end()
    found.append(rich[start:])
    whole = all(
        " ".join(plain(normal(part)).split()) == " ".join(plain(from_plain(text)).split())
        for part, text in zip(found, texts, strict=True)
    )
    return found if whole else None
