"""Tables of a source: HTML's, and those that were pasted with tabs or pipes between their cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from sejajar import bounds
from sejajar.formats.article.lines import TABLE_LINE
from sejajar.formats.article.tables import cells_of
from sejajar.importing.sources.cleaning import clean

Rows = tuple[tuple[str, ...], ...]
_LONGEST = 200
"""Characters of a cell; what is longer is a page laid out in a table."""
_MARKER = re.compile(r"(?:[^\w\s]|\d{1,3}[.)]|)")
_SPAN = re.compile(r"[0-9]{1,3}")


class Found(NamedTuple):
    rows: Rows
    caption: str = ""


class Pasted(NamedTuple):
    start: int
    """The index of its first line."""
    end: int
    """One past its last."""
    rows: Rows


def html_table(table: Any) -> Found | None:
    """The rows of an lxml `table`; None where it lays out a page, or its rows are not alike.

    A cell that spans rows stands in each, one that spans columns in the first; a row of one cell above the
    others is the caption.
    """
    if (table.get("role") or "") == "presentation" or table.find(".//table") is not None:
        return None
    if next(table.iter("form", "input", "iframe", "script", "article", "h1", "h2"), None) is not None:
        return None
    rows = list(_rows(table))
    caption = next((_words(one) for one in table.iter("caption")), "")
    if len(rows) > 2 and len({*rows[0]} - {""}) == 1 and rows[0][0] and len(rows[0]) > 1:
        caption = " ".join(filter(None, (caption, rows[0][0])))
        rows = rows[1:]
    made = _alike(rows)
    return Found(made, caption) if made else None


def _rows(table: Any) -> Iterator[tuple[str, ...]]:
    below: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        mine = iter([one for one in row if one.tag in ("td", "th")])
        while len(cells) <= bounds.COLUMNS:
            if len(cells) in below:
                left, text = below.pop(len(cells))
                if left > 1:
                    below[len(cells)] = (left - 1, text)
                cells.append(text)
                continue
            cell = next(mine, None)
            if cell is None:
                break
            text = _words(cell)
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            for part in (text, *[""] * (min(across, bounds.COLUMNS) - 1)):
                if down > 1:
                    below[len(cells)] = (down - 1, part)
                cells.append(part)
        if any(cells):
            yield tuple(cells)


def _span(cell: Any, name: str) -> int:
    written = (cell.get(name) or "").strip()
    return max(int(written), 1) if _SPAN.fullmatch(written) else 1


def _words(element: Any) -> str:
    return clean(" ".join(element.itertext()))


def pasted_tables(lines: Sequence[str]) -> list[Pasted]:
    """Two lines or more that are parted alike: by tabs, or by pipes as Markdown has them."""
    found: list[Pasted] = []
    at = 0
    while at < len(lines):
        end, rows = _parted(lines, at)
        header = _header([row for _, row in rows])
        if header is None:
            at = end
        elif header:
            at = rows[header - 1][0] + 1
        else:
            found.append(Pasted(at, end, tuple(row for _, row in rows)))
            at = end
    return found


def _parted(lines: Sequence[str], start: int) -> tuple[int, list[tuple[int, tuple[str, ...]]]]:
    """One past the last line that is parted as the one at `start`, and their cells by their indexes.

    Without cells it is a line, or lines, that no table begins with.
    """
    first = lines[start]
    if "\t" in first.strip():
        end = _while(lines, start, lambda line: line.count("\t") == first.count("\t"))
        rows = [(at, tuple(map(clean, lines[at].split("\t")))) for at in range(start, end)]
        if all(_MARKER.fullmatch(row[0]) for _, row in rows):
            return end, []  # a list whose marks stand apart
    elif "|" in first and (first.strip().startswith("|") or _is_dashes(lines, start + 1)):
        width = len(cells_of(first.strip()))
        end = _while(lines, start, lambda line: "|" in line and len(cells_of(line.strip())) == width)
        rows = [(at, _between_pipes(lines[at])) for at in range(start, end) if not _is_dashes(lines, at)]
    else:
        return start + 1, []
    return end, rows


def _between_pipes(line: str) -> tuple[str, ...]:
    return tuple(clean(cell.replace("\\|", "|")) for cell in cells_of(line.strip()))


def _header(rows: Sequence[tuple[str, ...]]) -> int | None:
    """The first of some rows of one width that can be the header of those below it; None if none can.

    So that rows which make no table are not gone through again from each of them.
    """
    if not rows or not 2 <= len(rows[0]) <= bounds.COLUMNS:
        return None
    long = [at for at, row in enumerate(rows) if not _is_short(row)]
    first = max(long[-1] + 1 if long else 0, len(rows) - bounds.ROWS)
    named = (at for at in range(first, len(rows) - 1) if sum(map(bool, rows[at])) > 1)
    return next(named, None)


def _is_dashes(lines: Sequence[str], at: int) -> bool:
    return at < len(lines) and bool(TABLE_LINE.match(lines[at].strip()))


def _while(lines: Sequence[str], start: int, goes_on: Callable[[str], bool]) -> int:
    end = start
    while end < len(lines) and goes_on(lines[end]):
        end += 1
    return end


def _alike(rows: Sequence[tuple[str, ...]]) -> Rows:
    """The rows, if they can be a table: two or more of the same width, short cells, and a header."""
    if not 2 <= len(rows) <= bounds.ROWS or len({len(row) for row in rows}) != 1:
        return ()
    if not 2 <= len(rows[0]) <= bounds.COLUMNS or not any(rows[0]):
        return ()
    return tuple(rows) if all(map(_is_short, rows)) else ()


def _is_short(row: Sequence[str]) -> bool:
    return all(len(cell) <= _LONGEST for cell in row)
