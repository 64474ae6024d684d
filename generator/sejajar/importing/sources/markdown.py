"""Pasted text that is Markdown already: headings are headings, emphasis and links stay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from sejajar.formats.article import flaws, normal
from sejajar.importing.blocks import Block, Form

_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<text>\S.*?)(?:[ \t]+#+)?")
_SECTION = re.compile(r"#{2,4}[ \t]+\S")
_BOLD = re.compile(r"(\*\*|__)(?P<text>(?:(?!\1).){2,160})\1:?")
_LINK = re.compile(r"!?\[(?P<text>[^\[\]]{1,300})\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(?P<text>(?:(?!\1).){1,300}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])(?P<text>[^*_]{1,300}?)(?<=\S)\1(?![\w*])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def is_markdown(lines: Iterable[str]) -> bool:
    """Whether a text has Markdown's headings: a title on its first line, or sections."""
    first = True
    for line in lines:
        if _SECTION.match(line) or (first and _HEADING.fullmatch(line) and line.startswith("# ")):
            return True
        first = False
    return False


def as_markdown(block: Block, *, whole: bool) -> Block:
    """A block with its marks read: in a text that is Markdown as a whole all of them, else a line in bold."""
    text = block.text
    if whole and (heading := _HEADING.fullmatch(text)):
        level = len(heading["marks"])
        return _read(replace(block, text=heading["text"], form=Form.HEADING, level=level))
    if bold := _BOLD.fullmatch(text):
        return replace(block, text=bold["text"].strip(), strong=True)
    return _read(block) if whole else block


def _read(block: Block) -> Block:
    text = plain_of(block.text)
    if text == block.text or not text.strip():
        return block
    # What the article format lacks stays as it was typed, shown as it is.
    rich = normal(block.text)
    return replace(block, text=text, rich=rich) if not list(flaws(rich)) else block


def plain_of(text: str) -> str:
    """The words of inline Markdown."""
    text = _LINK.sub(lambda match: match["text"], text)
    text = _STRONG.sub(lambda match: match["text"], text)
    text = _EMPHASIS.sub(lambda match: match["text"], text)
    return _ESCAPE.sub(r"\1", text)
