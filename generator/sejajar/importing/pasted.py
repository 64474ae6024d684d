"""Pasted text becomes an article."""

from __future__ import annotations

import datetime as dt

from sejajar.importing.recognising.article import Given, Recognised, recognise
from sejajar.importing.sources.text import read_text

NOTHING = Given()


def read_pasted(
    text: str, *, path: str, today: dt.date, content: str = "content", given: Given = NOTHING
) -> Recognised:
    """An article from pasted text. `path` is the source as the user typed it, for messages."""
    return recognise(read_text(text, path), given, today=today, content=content)
