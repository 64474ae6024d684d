"""Images with their captions, where there are images; else both are set aside."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sejajar.importing.blocks import Block, Form
from sejajar.importing.recognising.dateline import read_dateline
from sejajar.importing.recognising.noise import Aside, is_caption

_HEAD = 12
_CREDIT = 60
_CREDITED = re.compile(r"[.!?]\s*\([^\W\d_][^()]{1,40}\)$")
_FAR = 2
"""Blocks below an image among which its caption may stand."""


def with_pictures(
    blocks: Sequence[Block], pictures: Mapping[str, str]
) -> tuple[tuple[Block, ...], tuple[Aside, ...]]:
    """Images whose files are there get their captions; those that are not there go, their words set aside.

    `pictures`: file names by the addresses that the images have in the source.
    """
    kept: list[Block] = []
    aside: list[Aside] = []
    taken: set[int] = set()
    for index, block in enumerate(blocks):
        if index in taken:
            continue
        if block.form is not Form.IMAGE:
            kept.append(block)
        elif block.address not in pictures:
            aside += [Aside(block.line, block.text, "image")] if block.text else []
        else:
            below = range(index + 1, min(len(blocks), index + 1 + _FAR))
            caption = next((at for at in below if _is_caption(blocks[at])), None)
            taken |= {caption} if caption is not None else set()
            kept.append(replace(block, caption=blocks[caption].text if caption is not None else ""))
    return tuple(kept), tuple(aside)


def without_captions_above(
    blocks: Sequence[Block],
) -> tuple[tuple[Block, ...], tuple[Aside, ...]]:
    """Takes out what stands above the dateline and ends with whose picture it is: `… (Nama)`."""
    datelines = ((index, read_dateline(block.text)) for index, block in enumerate(blocks[:_HEAD]))
    first = next(
        (index for index, found in datelines if found and (found.sure or (found.place and found.outlet))), 0
    )
    captions = {
        index
        for index in range(first)
        if blocks[index].form is not Form.IMAGE and _CREDITED.search(blocks[index].text[-_CREDIT:])
    }
    aside = tuple(Aside(blocks[index].line, blocks[index].text, "caption") for index in sorted(captions))
    return tuple(block for index, block in enumerate(blocks) if index not in captions), aside


def _is_caption(block: Block) -> bool:
    return block.form is Form.CAPTION or is_caption(block)
