"""Tables as files: cells of text, as spreadsheets and their programs save them."""

from sejajar.formats.tables.cells import guarded, unguarded
from sejajar.formats.tables.reading import Line, Table, read
from sejajar.formats.tables.separated import DELIMITERS
from sejajar.formats.tables.separated import dumps as as_csv
from sejajar.formats.tables.workbook import MissingLibraryError, TooLongError
from sejajar.formats.tables.workbook import dumps as as_workbook

__all__ = [
    "DELIMITERS",
    "Line",
    "MissingLibraryError",
    "Table",
    "TooLongError",
    "as_csv",
    "as_workbook",
    "guarded",
    "read",
    "unguarded",
]
