"""Images with their captions, where there are images; else both are set aside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sejajar.importing.blocks import Block, Form
from sejajar.importing.recognising.noise import Aside, is_caption

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


def _is_caption(block: Block) -> bool:
    return block.form is Form.CAPTION or is_caption(block)
