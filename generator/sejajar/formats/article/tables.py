"""A table: its rows as cells, the line below it with its caption and its chart, and how both are written.

As GitHub reads it: a header, a line of dashes with as many cells, rows until an empty line. Below, after an
empty line, `Tabel: Keterangan. Sumber: Media {.chart-bar}`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sejajar import bounds
from sejajar.formats.article.cursor import Cursor
from sejajar.formats.article.inline import normal
from sejajar.formats.article.lines import TABLE_LINE, Line, begins, interrupts, segment
from sejajar.formats.article.report import Report
from sejajar.language.cells import amount, is_figure
from sejajar.model import Alignment, Block, Cell, Chart, Kind, Paragraph, Segment, Table

_CELL = re.compile(r"(?:\\.|[^|\\]|\\$)*")
CAPTION = re.compile(r"(?:Tabel|Table|):\s")
"""How a paragraph begins that is the caption of the table above it."""
ATTRIBUTE = re.compile(r"(?:^|(?<=\s))\{\s*(?P<inner>[^{}]*?)\s*\}$")
"""At the end of a caption, or a line of its own below the table."""
_SOURCE = re.compile(r"\b(?:Sumber|Source)\s*:\s*\w", re.IGNORECASE)
_CHARTS = {f".chart-{chart}": chart for chart in Chart}
_EXAMPLE = "a table is | Tahun | Ton |, below it |---|--:|, then a row a line"


def cells_of(text: str) -> list[str]:
    """What a row holds between its pipes, as it is written; `\\|` is a pipe of the text."""
    return [text[start:end].strip() for start, end in spans_of(text)]


def spans_of(text: str) -> list[tuple[int, int]]:
    """Where the cells of a row begin and end, the spaces around their texts included."""
    spans = [match.span() for match in _CELL.finditer(text)]
    spans = [span for at, span in enumerate(spans) if not at or span[0] > spans[at - 1][1]]
    if spans and not text[: spans[0][1]].strip():
        spans = spans[1:]
    if spans and not text[spans[-1][0] :].strip():
        spans = spans[:-1]
    return spans


def heads_table(line: Line, below: Line | None) -> bool:
    """Whether the line is a table's header by what stands below it."""
    is_below = below and "|" in below.text and below.indent < 4 and TABLE_LINE.match(below.text)
    return bool(is_below and line.text)


def alignment_of(text: str) -> tuple[Alignment | None, ...]:
    """By the colons of the line below the header; without any in the whole line nothing."""
    found: list[Alignment | None] = []
    for cell in cells_of(text):
        sides = cell[:1] == ":", cell[-1:] == ":"
        found.append(_SIDES[sides])
    return tuple(found) if any(found) else ()


_SIDES = {
    (True, True): Alignment.CENTER,
    (True, False): Alignment.LEFT,
    (False, True): Alignment.RIGHT,
    (False, False): None,
}
_DASHES = dict(zip(_SIDES.values(), (":-:", ":--", "--:", "---"), strict=True))


class Below(NamedTuple):
    """What the lines below a table's rows say of it."""

    caption: Segment | None = None
    chart: Chart | None = None
    line: int = 0
    """Of the attribute."""


def table_at(cursor: Cursor, report: Report) -> Table | None:
    """The table whose header is next, with its caption; a line of pipes that heads none is reported."""
    header = cursor.take()
    if not heads_table(header, cursor.peek()):
        report.error(header.number, "table", "this is not the beginning of a table", _EXAMPLE)
        cursor.skip_to_blank()
        return None
    rows = [header, cursor.take()]
    while (line := cursor.peek()) and line.text and not ATTRIBUTE.match(line.text):
        if "|" not in line.text and len(cells_of(header.text)) > 1 and not interrupts(line):
            message = "a line directly under a table would belong to the table"
            report.error(line.number, "table-end", message, "put an empty line above it")
            cursor.skip_to_blank()
        elif interrupts(line) and begins(line) != "table":
            break
        else:
            rows.append(cursor.take())
    return _table(rows, _below(cursor, report), report)


def _below(cursor: Cursor, report: Report) -> Below:
    """The caption and what draws a chart: in one paragraph, or each in its own."""
    told = Below()
    at = cursor.at
    cursor.skip_blank()
    while (line := cursor.peek()) and line.indent < 4:
        if ATTRIBUTE.match(line.text) and not told.line:
            lines = [cursor.take()]
        elif CAPTION.match(f"{line.text} ") and not told.caption:
            lines = [cursor.take()]
            while (line := cursor.peek()) and line.text and not interrupts(line):
                lines.append(cursor.take())
        else:
            break
        told = _with(told, lines, report)
        at = cursor.at
        cursor.skip_blank()
    cursor.at = at
    return told


def _with(told: Below, lines: Sequence[Line], report: Report) -> Below:
    """`lines`: a caption's, or an attribute's one."""
    last = lines[-1]
    if not told.line and (found := ATTRIBUTE.search(last.text)):
        told = told._replace(chart=_chart(found["inner"], last.number, report), line=last.number)
        lines = [*lines[:-1], last._replace(text=last.text[: found.start()].rstrip())]
    if begin := CAPTION.match(f"{lines[0].text} "):
        lines = [lines[0]._replace(text=lines[0].text[begin.end() :].strip()), *lines[1:]]
    written = [line for line in lines if line.text]
    return told._replace(caption=segment(Kind.CAPTION, written, report)) if written else told


def _chart(inner: str, line: int, report: Report) -> Chart | None:
    if inner and inner not in _CHARTS:
        message = f"“{bounds.short(inner)}” in braces says nothing about a table"
        report.error(line, "table-chart", message, "write {.chart-bar} or {.chart-line}, or delete it")
    return _CHARTS.get(inner)


def _table(rows: Sequence[Line], below: Below, report: Report) -> Table | None:
    """The table of a header, a line of dashes and rows; None where there is none to be shown."""
    header, dashes, *body = rows
    width = len(cells_of(header.text))
    wide = [row for row in (dashes, *body) if len(cells_of(row.text)) != width]
    for row in wide:
        count = len(cells_of(row.text))
        message = f"cells in the table's header: {width}; in this row: {count}"
        report.error(
            row.number, "table-cells", message, "put | between cells, and write \\| for one in a text"
        )
    if not body:
        message = "the table has a header and no rows"
        report.error(header.number, "table-empty", message, "write them below it, one a line")
    if not any(cells_of(header.text)):
        report.error(header.number, "table-header", "the table's header is empty", "say what its columns are")
    body = [row for row in body if row not in wide]
    if _too_large(header.number, width, len(body), report) or dashes in wide or not body:
        return None
    table = Table(
        _row(Kind.HEADER, header, report),
        tuple(_row(Kind.CELL, row, report) for row in body),
        alignment_of(dashes.text),
        below.caption,
        below.chart,
        header.number,
    )
    if below.chart and not charted(table):
        message = "there is no column of figures that a chart could show"
        hint = "write figures as Indonesian does, such as 1.234,5, one a cell, or delete the braces"
        report.error(below.line, "table-chart", message, hint)
    if below.caption is None:
        message = "nothing says what the table shows"
        hint = "write below it, after an empty line: Tabel: Keterangan. Sumber: …"
        report.warning(header.number, "table-caption", message, hint)
    elif not _SOURCE.search(below.caption.text):
        message = "nothing says where the figures of the table come from"
        hint = "end its caption with “Sumber: …”"
        report.warning(below.caption.line, "table-source", message, hint, below.caption.text)
    return table


def _too_large(line: int, width: int, rows: int, report: Report) -> bool:
    hint = "divide it into several tables"
    if width > bounds.COLUMNS:
        message = f"the table has {width:,} columns, and {bounds.COLUMNS:,} are the most"
        report.error(line, "too-long", message, hint)
    if rows > bounds.ROWS:
        message = f"the table has {rows:,} rows, and {bounds.ROWS:,} are the most"
        report.error(line, "too-long", message, hint)
    return width > bounds.COLUMNS or rows > bounds.ROWS


def _row(kind: Kind, row: Line, report: Report) -> tuple[Cell, ...]:
    return tuple(_cell(kind, row._replace(text=text), report) for text in cells_of(row.text))


def _cell(kind: Kind, cell: Line, report: Report) -> Cell:
    if not cell.text:
        return ""
    read = segment(kind, [cell], report)
    return read.text if is_figure(read.text) else read


def charted(table: Table) -> tuple[int, ...]:
    """The columns that a chart shows: those that measure something in the first one's unit.

    A column is one of figures if each of its cells is one, and at least one of them a single number. What
    stands in the first column names the rows.
    """
    units: dict[int, str] = {}
    for column in range(1, len(table.header)):
        cells = [row[column] for row in table.rows]
        found = [amount(cell) for cell in cells if isinstance(cell, str)]
        measured = {one.unit for one in found if one}
        if len(found) == len(cells) and len(measured) == 1:
            units[column] = f"{measured.pop()} {_in_brackets(table.header[column])}".strip()
    first = next(iter(units.values()), "")
    return tuple(column for column, unit in units.items() if unit == first)


def _in_brackets(header: Cell) -> str:
    """The unit that a header says of its column: `Produksi (juta ton)`."""
    text = header if isinstance(header, str) else header.text
    found = re.search(r"\(([^()]*)\)$", text)
    return found[1] if found else ""


def written_table(table: Table, below: Block | None = None) -> str:
    """`below`: the block after it, lest what it begins with be taken for what is said of the table."""
    alignment = table.alignment or (None,) * len(table.header)
    dashes = f"|{'|'.join(_DASHES[one] for one in alignment)}|"
    header, *rows = (_written_row(row) for row in table.all_rows)
    caption = normal(table.caption.text) if table.caption else ""
    follows = isinstance(below, Paragraph) and ATTRIBUTE.match(normal(below.text.text))
    chart = (
        f"{{.chart-{table.chart}}}" if table.chart else "{}" if follows or ATTRIBUTE.search(caption) else ""
    )
    said = " ".join(filter(None, ("Tabel:" if caption else "", caption, chart)))
    return "\n".join([header, dashes, *rows, *(("", said) if said else ())])


def apart(line: str) -> str:
    """A paragraph's line right below a table, so that it is not taken for its caption."""
    begin = CAPTION.match(f"{line} ")
    return f"{line[: begin.end() - 2]}\\{line[begin.end() - 2 :]}" if begin else line


def _written_row(row: tuple[Cell, ...]) -> str:
    return f"|{'|'.join(f' {written_cell(cell)} ' if cell else ' ' for cell in row)}|"


def written_cell(cell: Cell) -> str:
    """Within its pipes."""
    text = normal(cell if isinstance(cell, str) else cell.text)
    return re.sub(r"\\.|\|", lambda match: match[0] if len(match[0]) == 2 else r"\|", text)
