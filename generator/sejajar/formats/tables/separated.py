"""Tables as separated values, read in whatever encoding and with whatever separator they were saved."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from sejajar.formats.tables.cells import guarded

DELIMITERS: Mapping[str, str] = MappingProxyType(
    {
        ",": ",",
        "comma": ",",
        "koma": ",",
        ";": ";",
        "semicolon": ";",
        "titik-koma": ";",
        "\t": "\t",
        "tab": "\t",
        "|": "|",
    }
)
"""What separates cells, by what people call it."""
CODE_PAGE = "cp1252"
"""In which Excel saves plain “CSV” in Indonesia and in the West."""

_BOM = "\ufeff"
"""Without it Excel takes the file for one in that code page."""
_SEPARATED_BY = re.compile(r'\s*"?sep=(.)"?\s*', re.IGNORECASE)
"""The first line by which a file tells Excel its separator."""


def dumps(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    """Rows as Excel and LibreOffice open them: quoted, with Windows line ends, and without formulas."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return _BOM + out.getvalue()


def decode(data: bytes) -> tuple[str | None, bool]:
    """The text, and whether it comes from the code page; None where it is in neither that nor Unicode."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\0" in data[:200]:  # UTF-16 without its mark: half of the bytes of Latin letters are nothing
        encoding = "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
    else:
        encoding = "utf-8-sig"
    for name in (encoding, CODE_PAGE):
        try:
            return data.decode(name), name == CODE_PAGE
        except UnicodeDecodeError:
            continue
    return None, False


def loads(text: str, delimiter: str = "") -> tuple[list[tuple[int, list[str]]], tuple[int, str] | None]:
    """Rows with the lines in which they begin, and where and why the reading ended before the file did."""
    first, _, rest = text.removeprefix(_BOM).partition("\n")
    skipped = 0
    if found := _SEPARATED_BY.fullmatch(first):
        delimiter, text, skipped = delimiter or found[1], rest, 1
    else:
        text = text.removeprefix(_BOM)
    delimiter = delimiter or _likeliest(text.partition("\n")[0])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    line = skipped + 1
    try:
        for cells in reader:
            rows.append((line, cells))
            line = skipped + reader.line_num + 1
    except csv.Error as error:
        return rows, (line, str(error))
    return rows, None


def _likeliest(head: str) -> str:
    """What separates the names of columns, quoted ones left out."""
    bare = re.sub(r'"[^"]*"', "", head)
    return max(",;\t|", key=bare.count)
