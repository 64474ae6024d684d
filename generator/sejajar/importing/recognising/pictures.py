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
        if not block.is_figure:
            kept.append(block)
        elif block.form is Form.TABLE:
            kept, table, said = _captioned(kept, block, blocks[index + 1 : index + 1 + _FAR])
            taken |= {index + 1 + at for at in said}
            kept.append(table)
        elif block.address not in pictures:
            aside += [Aside(block.line, block.text, "image")] if block.text else []
        else:
            below = range(index + 1, min(len(blocks), index + 1 + _FAR))
            caption = next((at for at in below if _is_caption(blocks[at])), None)
            taken |= {caption} if caption is not None else set()
            kept.append(replace(block, caption=blocks[caption].text if caption is not None else ""))
    return tuple(kept), tuple(aside)


_TABLE = re.compile(r"tabel\b", re.IGNORECASE)
_SOURCE = re.compile(r"sumber(?: data)?\s*:", re.IGNORECASE)
_NAME = re.compile(r"(?:tabel|table)\s*:\s*", re.IGNORECASE)


def _captioned(
    above: list[Block], table: Block, below: Sequence[Block]
) -> tuple[list[Block], Block, list[int]]:
    """A table with what names it, above or below it, and whose figures it has; the indexes taken below."""
    said = [table.caption] if table.caption else []
    if not said and above and _TABLE.match(above[-1].text) and len(above[-1].text) < _CREDIT * 3:
        said.append(above[-1].text)
        above = above[:-1]
    taken: list[int] = []
    for at, block in enumerate(below):
        is_source = _SOURCE.match(block.text) and len(block.text) < _CREDIT * 3
        if is_source or _NAME.match(block.text) or (not said and block.form is Form.CAPTION):
            said.append(block.text)
            taken.append(at)
        else:
            break
    words = [_NAME.sub("", text) for text in said]
    caption = " ".join(
        f"{text}." if text[-1:].isalnum() and text is not words[-1] else text for text in words
    )
    return above, replace(table, caption=caption), taken


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
        if not blocks[index].is_figure and _CREDITED.search(blocks[index].text[-_CREDIT:])
    }
    aside = tuple(Aside(blocks[index].line, blocks[index].text, "caption") for index in sorted(captions))
    return tuple(block for index, block in enumerate(blocks) if index not in captions), aside


def _is_caption(block: Block) -> bool:
    return block.form is Form.CAPTION or is_caption(block)
