"""Lists: which lines are the items of one, by their source's word or by the marks that they begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sejajar.importing.blocks import Block, Form

_BULLET = re.compile(r"(?:(?P<typed>[-–*])\s+|(?P<sign>[•·●▪■‣◦○∙‧►➢✓✔])\s*)(?=\S)")
_NUMBER = re.compile(r"(?P<number>\d{1,3})\s?[.)]\s+(?=\S)")
_LETTER = re.compile(r"[a-z][.)]\s")
_SPEECH = ("“", '"', "„", "«")


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: str
    """The bullet itself, `number`, or `item` where the source says that it is one."""
    number: int
    length: int
    """Characters of the text that are the mark."""


def listed(blocks: Sequence[Block], headings: set[int]) -> list[Block]:
    """The same blocks; those that are items of a list have its form, and not their marks.

    A list is a run of at least two lines with one mark, or with the numbers from 1 on, or what the source
    calls one. Lines of speech that begin with a dash, and numbers that begin elsewhere, keep their marks.
    """
    result = [replace(block, form=Form.TEXT) if block.is_item else block for block in blocks]
    for start, end in _runs(blocks, headings):
        marks = [_mark(block) for block in blocks[start:end]]
        for index, mark in enumerate(marks, start):
            assert mark
            form = Form.NUMBERED if mark.number else Form.ITEM
            result[index] = without(replace(blocks[index], form=form), mark.length)
    return result


def is_marked(text: str) -> bool:
    """Whether a line begins as an item does."""
    return bool(_BULLET.match(text) or _NUMBER.match(text) or _LETTER.match(text))


def without(block: Block, length: int) -> Block:
    """A block without its first characters, which hold a mark or a dateline."""
    rich = block.rich[length:] if block.rich[:length] == block.text[:length] else ""
    return replace(block, text=block.text[length:], rich=rich)


def _runs(blocks: Sequence[Block], headings: set[int]) -> Iterator[tuple[int, int]]:
    index = 0
    while index < len(blocks):
        end = index + 1
        mark = None if index in headings else _mark(blocks[index])
        while mark and end < len(blocks) and end not in headings and _follows(mark, _mark(blocks[end])):
            mark = _mark(blocks[end])
            end += 1
        if mark and _is_list(blocks[index:end], mark) and index:
            yield index, end
        index = end


def _mark(block: Block) -> _Mark | None:
    if block.is_item:
        match = _BULLET.match(block.text)
        return _Mark("item", int(block.form is Form.NUMBERED), match.end() if match else 0)
    if match := _BULLET.match(block.text):
        return _Mark(match["typed"] or match["sign"], 0, match.end())
    if match := _NUMBER.match(block.text):
        return _Mark("number", int(match["number"]), match.end())
    return None


def _follows(mark: _Mark, other: _Mark | None) -> bool:
    if other is None or other.kind != mark.kind:
        return False
    return other.number == mark.number + (mark.kind == "number")


def _is_list(blocks: Sequence[Block], last: _Mark) -> bool:
    """Right after a headline a list would be its key points, so none begins there."""
    texts = (without(block, mark.length).text for block in blocks if (mark := _mark(block)))
    spoken = any(text.startswith(_SPEECH) for text in texts)
    counted = last.kind != "number" or last.number == len(blocks)
    return counted and not spoken and (len(blocks) > 1 or last.kind == "item")
