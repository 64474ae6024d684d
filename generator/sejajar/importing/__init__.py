"""Importing: a source becomes an article; what was unsure is a problem, what is no part of it is set aside.

- `sources`: bytes, pages and addresses become blocks; they know nothing of articles
- `recognising`: blocks become an article; it knows nothing of HTML
- `outlets`: what is known of outlets and of what their pages say around articles, as data
- `aligning`: an English that exists already is laid beside an article
"""

from __future__ import annotations

import datetime as dt

from sejajar.importing.blocks import Block, Facts, Form, Material
from sejajar.importing.recognising.article import Given, Recognised, recognise
from sejajar.importing.sources.text import decode, read_text

__all__ = [
    "Block",
    "Facts",
    "Form",
    "Given",
    "Material",
    "Recognised",
    "decode",
    "read_pasted",
    "read_text",
    "recognise",
]

NOTHING = Given()


def read_pasted(
    text: str, *, path: str, today: dt.date, content: str = "content", given: Given = NOTHING
) -> Recognised:
    """An article from pasted text. `path` is the source as the user typed it, for messages."""
    return recognise(read_text(text, path), given, today=today, content=content)
