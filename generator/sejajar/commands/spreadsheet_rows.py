"""The rows of a reviewer's spreadsheet: columns, reading, and what programs make of texts on the way."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from sejajar import bounds
from sejajar.bounds import unbroken
from sejajar.formats import tables
from sejajar.formats.tables.separated import CODE_PAGE
from sejajar.model import Entry, Location, Problem, Severity, fingerprint

COLUMNS = (
    *("article", "key", "kind", "state", "indonesian", "english", "findings"),
    *("decision", "reason", "remark"),
)
NEEDED = tuple(name for name in COLUMNS if name not in ("kind", "findings", "reason"))
"""Without which a file cannot be read; one exported earlier has no findings and reasons."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a spreadsheet that somebody has been through."""

    line: int
    """1-based, in the file; where the row begins."""
    article: str
    anchor: str
    hash: str
    """Over both texts as they were exported."""
    indonesian: str
    english: str
    state: str
    decision: str
    reason: str
    """Why the English is right though the checks find an error in it."""
    remark: str
    narrow: bool = False
    """Saved in a code page, which may have changed letters."""

    @property
    def says_something(self) -> bool:
        """A row that came back as it went out does not."""
        as_exported = fingerprint(self.indonesian, self.english) == self.hash
        return bool(self.decision or self.reason or self.remark) or not as_exported


def loads(data: bytes, path: str, delimiter: str = "") -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows of a workbook, or of values with any separator and encoding; the columns in any order.

    Raises MissingLibraryError.
    """
    if len(data) > bounds.TABLE:
        message = f"the spreadsheet has {len(data):,} bytes, and {bounds.TABLE:,} are the most"
        return (), (problem(path, 0, "size", message, "export fewer articles at a time"),)
    table = tables.read(data, delimiter)
    if not table.wrong and (missing := [name for name in NEEDED if name not in table.columns]):
        message = f"there is no column {' and no column '.join(missing)}"
        hint = "export anew, and keep the first line as it is"
        return (), (problem(path, 1, "columns", message, hint),)
    if table.wrong:
        hint = "save the spreadsheet as CSV UTF-8 again"
        message = f"this is no {table.sort}: {table.wrong}"
        return (), (problem(path, table.wrong_at, "syntax", message, hint),)
    problems = [one for line in table.lines for one in _odd(line, path)]
    if table.narrow:
        message = "this is not UTF-8 and was read as Windows-1252, which lacks letters of many names"
        hint = "save the spreadsheet as CSV UTF-8 or .xlsx"
        problems.insert(0, problem(path, 1, "encoding", message, hint, severity=Severity.WARNING))
    read = (_row(line, table.narrow) for line in table.lines if not _odd(line, path))
    return tuple(read), tuple(problems)


def _odd(line: tables.Line, path: str) -> list[Problem]:
    """What a program has made of a text that somebody typed."""
    found = [(name, what) for name, what in line.odd.items() if name in COLUMNS]
    hint = "make the cell one of text, and type it anew"
    return [
        problem(path, line.number, "cell", f"the column {name} holds {what}", hint) for name, what in found
    ]


def _row(line: tables.Line, narrow: bool) -> Row:
    def cell(name: str) -> str:
        return line.cells.get(name, "")

    anchor, _, hash_ = cell("key").rpartition(" ")
    return Row(
        line=line.number,
        article=cell("article").strip("/"),
        anchor=anchor.strip(),
        hash=hash_,
        indonesian=cell("indonesian"),
        english=unbroken(cell("english")),
        state=cell("state"),
        decision=re.sub(r"[\s_]+", "-", cell("decision").lower()),
        reason=unbroken(cell("reason")),
        remark=unbroken(cell("remark")),
        narrow=narrow,
    )


def as_written(row: Row, entry: Entry) -> Row:
    """The row with the entry's own texts wherever a program has only spelt them otherwise."""

    def own(cell: str, text: str) -> str:
        return text if cell in _spellings(text, row.narrow) else cell

    return replace(row, indonesian=own(row.indonesian, entry.msgid), english=own(row.english, entry.msgstr))


def _spellings(text: str, narrow: bool) -> tuple[str, ...]:
    """A text in NFC; and as Windows writes it into a code page: with question marks, or without accents."""
    composed = unicodedata.normalize("NFC", text)
    if not narrow or fits(composed):
        return (composed,)
    bare = "".join(
        letter if fits(letter) else unicodedata.normalize("NFKD", letter)[0] for letter in composed
    )
    return (composed, *(one.encode(CODE_PAGE, "replace").decode(CODE_PAGE) for one in (composed, bare)))


def fits(text: str) -> bool:
    try:
        text.encode(CODE_PAGE)
    except UnicodeEncodeError:
        return False
    return True


def problem(
    path: str,
    line: int,
    code: str,
    message: str,
    hint: str,
    segment: str = "",
    severity: Severity = Severity.ERROR,
) -> Problem:
    return Problem(Location(path, line), severity, f"csv-{code}", message, hint, segment)
