"""What any text that comes in may hold: how much, and which characters.

The bounds are no settings: they lie far above what people write, and keep what nobody wrote by hand from
taking the memory or the time of a machine. The guide names them.
"""

from __future__ import annotations

import re
import unicodedata

ARTICLE = 300_000
"""Characters of an article's file; a long report has 100,000."""
CATALOG = 5_000_000
"""Characters of a catalog: both texts of every pair, and all that has become obsolete."""
TABLE = 20_000_000
"""Characters of a glossary, bytes of a reviewer's spreadsheet."""
SEGMENT = 10_000
"""Characters of one segment: a paragraph of four pages."""
ENGLISH = 2 * SEGMENT
"""Characters of one segment's English; 1.25 times the Indonesian is the most that prose needs."""
FRONT_MATTER = 100_000
"""Characters of the front matter, corrections included."""
COLUMNS = 20
"""Of a table in an article."""
ROWS = 500
NODES = 5_000
"""Keys, values and items of the front matter."""
DEPTH = 6
"""Lists and groups within each other there; the format needs three."""
COMMENTS = 1_000
"""Lines of comment above one entry of a catalog."""
NAME = 500
"""Characters of a name or another short text: an author, a topic, the rights; a term of the glossary."""
FILE_NAME = 150
"""Bytes of one part of an address or file name. Disks take 255, and ours grow by endings and by what the name
of a temporary file adds."""
URL = 2_000
"""Characters of a web address; what some browsers take."""
ADDRESS = 500
"""Characters of a whole old address."""

CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Characters that no text needs: XML and YAML refuse most; those for direction can hide what is written."""
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def composed(text: str) -> str:
    """The text in NFC: what looks alike is one text, however it was typed. Half the world's disks say NFD."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """The text composed and without the characters that no text needs."""
    return CONTROL.sub("", composed(text))


def one_line(text: str) -> str:
    """A segment's text: line breaks, C0 and C1 become a space, the other control characters go."""
    return clean(unbroken(text)).strip()


def unbroken(text: str) -> str:
    """The text with a space for each run of line breaks, tabs and what else lies in C0 and C1."""
    if _BREAKS.search(text):
        text = " ".join(filter(None, (part.strip() for part in _BREAKS.split(text))))
    return text.strip()


def named(character: str) -> str:
    """As messages write what cannot be seen: `U+202E`."""
    return f"U+{ord(character):04X}"


def short(text: str, most: int = 60) -> str:
    """For a message: one line, cut where it is long."""
    text = " ".join(text[: 2 * most].split())
    return text if len(text) <= most else f"{text[: most - 1]}…"


def unfit_name(name: str) -> str:
    """Why no file should have this name, which has to do on every system and in addresses; else empty."""
    if len(name.encode("utf-8", "surrogatepass")) > FILE_NAME:
        return f"is longer than {FILE_NAME} bytes"
    if found := CONTROL.search(name) or _BREAKS.search(name):
        return f"has an invisible control character, {named(found[0])}"
    if name.startswith("."):
        return "begins with a dot, and such files are left out of the site"
    if name.endswith((".", " ")):
        return "ends in a dot or a space, which Windows takes away"
    return "is reserved on Windows" if _RESERVED.fullmatch(name) else ""
