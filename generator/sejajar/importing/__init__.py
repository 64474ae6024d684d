"""Importing: a source becomes an article; what was unsure is a problem, what is no part of it is set aside.

- `sources`: bytes, pages and addresses become blocks; they know nothing of articles
- `recognising`: blocks become an article; it knows nothing of HTML
- `speech`: who says what in a text, for `recognising`
- `words`: the words of Indonesian news that all of these ask for, as data
- `outlets`: what is known of outlets and of what their pages say around articles, as data
- `aligning`: an English that exists already is laid beside an article

Each name is loaded when it is first used: pages ask for the table of outlets, and need nothing that imports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sejajar.lazy import loading

if TYPE_CHECKING:
    from sejajar.importing.blocks import Block, Facts, Form, Material
    from sejajar.importing.pasted import read_pasted
    from sejajar.importing.recognising.article import Given, Recognised, recognise
    from sejajar.importing.sources.text import decode, read_text

_PLACES = {
    "blocks": "Block Facts Form Material",
    "pasted": "read_pasted",
    "recognising.article": "Given Recognised recognise",
    "sources.text": "decode read_text",
}
__getattr__ = loading(__name__, {f"{__name__}.{room}": names for room, names in _PLACES.items()})


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
