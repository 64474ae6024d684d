"""Tables as Excel workbooks. The one file that knows openpyxl, which comes with the extra `xlsx`."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import ParseError

from sejajar.formats.tables.cells import guarded

LONGEST_CELL = 32_767
"""Characters; a limit of the format, beyond which Excel cuts."""
MOST_ROWS = 1_048_576
"""As many as a sheet can have."""
MOST_COLUMNS = 64
MOST_BYTES = 500_000_000
"""Unpacked: a workbook of a few kilobytes can claim to hold more than any machine."""

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How the format writes a character that XML cannot hold: ECMA-376, part 1, 22.9.2.19."""


class MissingLibraryError(Exception):
    """openpyxl is not installed."""


class TooLongError(Exception):
    """A text is longer than a cell can hold."""


class Odd(str):
    """What a cell shows that is no text; the string says what it is."""

    __slots__ = ()


def is_workbook(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04")


def dumps(rows: Iterable[Sequence[str]], widths: Sequence[int]) -> bytes:
    """A workbook with one sheet of texts; `widths` are those of its columns, in characters.

    Every cell is text to Excel, whatever is typed into it later, and guarded as well: the file may be saved
    as separated values.
    """
    openpyxl = _library()
    texts = [[_cell_text(text) for text in row] for row in rows]  # openpyxl cannot stop half-way
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Sejajar")
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(number)].width = width
    for row in texts:
        sheet.append([_cell(openpyxl, sheet, text) for text in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell_text(text: str) -> str:
    text = _ILLEGAL.sub("", _ESCAPED.sub(r"_x005F_x\1_", guarded(text)))
    if len(text) > LONGEST_CELL:
        raise TooLongError(text[:60])
    return text


def _cell(openpyxl: Any, sheet: Any, text: str) -> Any:
    cell = openpyxl.cell.WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = text.startswith("'")
    cell.alignment = openpyxl.styles.Alignment(wrap_text=True, vertical="top")
    return cell


def loads(data: bytes) -> tuple[list[tuple[int, list[str]]], str]:
    """The rows of the first sheet with their numbers; and why it cannot be read, where it cannot."""
    openpyxl = _library()
    try:
        if _unpacked(data) > MOST_BYTES:
            return [], "it is too large"
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, rich_text=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a file says of its own size is not to be relied on
        return list(_rows(sheet)), ""
    except (zipfile.BadZipFile, zlib.error, ParseError, openpyxl.utils.exceptions.InvalidFileException):
        return [], "it is damaged"
    except (KeyError, IndexError, ValueError, TypeError, AttributeError, EOFError, OverflowError):
        return [], "it is no Excel workbook"  # an OpenDocument file, for one


def _unpacked(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return sum(item.file_size for item in archive.infolist())


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        if number > MOST_ROWS:
            raise ValueError("more rows than a sheet has")
        texts = [_text(cell) for cell in cells]
        if any(texts):
            yield number, texts


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return Odd("a formula")
    if cell.data_type == "e":
        return Odd("an error of Excel's")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return Odd("a date or a time" if cell.is_date else "no text")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return _ILLEGAL.sub("", _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value)))


def _library() -> Any:
    try:
        import openpyxl
        import openpyxl.cell
        import openpyxl.styles
        import openpyxl.utils
        import openpyxl.utils.exceptions
    except ImportError as error:
        raise MissingLibraryError from error
    return openpyxl
