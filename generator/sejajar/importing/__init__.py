"""Importing: a text becomes an article, and what was unsure becomes problems with their lines.

- `sources`: bytes to text, text to clean lines
- `recognising`: lines to an article: title, date, dateline, key points, sections, who says what
- `aligning`: an English that exists already is laid beside it
"""

from sejajar.importing.recognising.article import Recognised, read_pasted
from sejajar.importing.sources.text import decode

__all__ = ["Recognised", "decode", "read_pasted"]
