"""What every source gives and the recogniser reads: blocks, and what the source says of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sejajar.model import Problem


class Form(StrEnum):
    """What the source knows a block to be."""

    TEXT = "text"
    """Not known: a line of pasted text."""
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    NUMBERED = "numbered"
    CAPTION = "caption"
    IMAGE = "image"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    line: int
    """1-based, in the source as it was given."""
    text: str
    """One line: single spaces, nothing invisible."""
    form: Form = Form.TEXT
    level: int = 0
    """A heading's: 1 is the title."""
    strong: bool = False
    """All of it is in bold letters."""
    quoted: bool = False
    """The source has it in a box of its own: a pull quote, if the words stand in a paragraph too."""
    outside: bool = False
    """The source takes it for a part of the page rather than of the article."""
    rich: str = ""
    """The same text with its emphasis and links, in Markdown; empty where it has none."""
    address: str = ""
    """An image's; `text` is then what it shows, in words."""
    caption: str = ""
    """An image's or a table's."""
    rows: tuple[tuple[str, ...], ...] = ()
    """A table's, the header first; `text` is then all that stands in them."""

    @property
    def is_figure(self) -> bool:
        """An image or a table: no line of text, whatever its words look like."""
        return self.form in (Form.IMAGE, Form.TABLE)

    @property
    def is_item(self) -> bool:
        return self.form in (Form.ITEM, Form.NUMBERED)


def words_of(rows: Iterable[Iterable[str]]) -> str:
    """All that stands in a table's cells, as one text."""
    return " ".join(cell for row in rows for cell in row if cell)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a source says about its text besides the text itself."""

    title: str = ""
    outlet: str = ""
    """As the site calls itself."""
    url: str = ""
    date: dt.date | None = None
    date_from: str = ""
    """Where the date stands: `JSON-LD`, `article:published_time`."""
    updated: dt.date | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """A source, read; without blocks, at least one problem is an error."""

    path: str
    """The source as the user typed it, for messages."""
    blocks: tuple[Block, ...] = ()
    facts: Facts = Facts()
    problems: tuple[Problem, ...] = ()
