"""A table from the bytes of a file, whichever program saved it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from sejajar.formats.tables import separated, workbook
from sejajar.formats.tables.cells import unguarded


@dataclass(frozen=True, slots=True)
class Line:
    """One row below the names of the columns."""

    number: int
    """1-based: the line of the file, or the row of the sheet, where it begins."""
    cells: Mapping[str, str]
    """By the names of their columns: stripped, in NFC, without what guarded them."""
    odd: Mapping[str, str]
    """Cells that hold no text, by their columns: `a formula`, `a date or a time`."""


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[str, ...] = ()
    """Their names in small letters."""
    lines: tuple[Line, ...] = ()
    narrow: bool = False
    """It comes from a code page that lacks most of the world's letters: some may have become others."""
    wrong: str = ""
    """Why it could not be read, or not to its end."""
    wrong_at: int = 0
    sort: str = "CSV"
    """What it was taken for, as people call it."""


def read(data: bytes, delimiter: str = "") -> Table:
    """The table in a file's bytes. Raises MissingLibraryError for a workbook without the extra `xlsx`."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return Table(wrong="it is a workbook of the old kind (.xls)", sort="Excel workbook")
    if workbook.is_workbook(data):
        rows, wrong = workbook.loads(data)
        return _table(rows, Table(wrong=wrong, sort="Excel workbook"))
    text, narrow = separated.decode(data)
    if text is None:
        return Table(wrong="its letters are in no encoding that is known")
    rows, ended = separated.loads(text, delimiter)
    line, wrong = ended or (0, "")
    return _table(rows, Table(narrow=narrow, wrong=wrong, wrong_at=line))


def _table(rows: list[tuple[int, list[str]]], about: Table) -> Table:
    if not rows:
        return about
    names = tuple(name.strip().lower() for name in rows[0][1])
    lines = tuple(_line(names, number, cells) for number, cells in rows[1:] if any(map(str.strip, cells)))
    return Table(names, lines, about.narrow, about.wrong, about.wrong_at, about.sort)


def _line(names: tuple[str, ...], number: int, cells: list[str]) -> Line:
    named = dict(zip(names, cells, strict=False))
    odd = {name: str(cell) for name, cell in named.items() if isinstance(cell, workbook.Odd)}
    texts = {name: text(cell) for name, cell in named.items() if name and name not in odd}
    return Line(number, texts, odd)


def text(cell: str) -> str:
    """A cell as our files have it: macOS saves letters and their accents apart (NFD), which look the same."""
    return unguarded(unicodedata.normalize("NFC", cell.strip()))
