"""A PO file as `catalog.dumps` writes it, read in a fraction of polib's time.

Only that spelling is known: a header, then entries with an empty line between them, each text on one line, of
the escapes those of a quote and a backslash, no plurals. Whatever is written otherwise is left to polib.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sejajar import bounds

_TEXT = r'"([^"\\\n]*+(?:\\["\\][^"\\\n]*+)*+)"\n'
_COMMENTS = r"((?:#(?: [^\n]*)?\n)*+)"
_HEADER = re.compile(rf'{_COMMENTS}msgid ""\nmsgstr ""\n((?:"[^"\\\n]*\\n"\n)++)')
_ENTRY = re.compile(
    rf"\n{_COMMENTS}(?:#, ([^\n]*)\n)?(?:#\| msgid {_TEXT})?"
    rf"(#~ |)(?:msgctxt {_TEXT}\4)?msgid {_TEXT}\4msgstr {_TEXT}"
)
_ESCAPE = re.compile(r'\\(["\\])')


class Item(NamedTuple):
    """An entry under polib's names."""

    msgctxt: str | None
    msgid: str
    msgstr: str
    tcomment: str
    flags: list[str]
    previous_msgid: str
    obsolete: bool
    linenum: int

    @property
    def fuzzy(self) -> bool:
        return "fuzzy" in self.flags


def items(text: str) -> list[Item] | None:
    """The entries, the header first; None for another spelling, and where something may be too long."""
    header = _HEADER.match(text)
    if not header or _may_be_too_long(header):
        return None
    lines = "".join(f"{line[1:-3]}\n" for line in header[2].split("\n")[:-1])
    found = [Item(None, "", lines, _comment(header[1]), [], "", False, 1)]
    at, line = header.end(), text.count("\n", 0, header.end()) + 2
    while entry := _ENTRY.match(text, at):
        item = _item(entry, line)
        if not item.msgid or _may_be_too_long(entry):
            return None
        found.append(item)
        line += text.count("\n", at, entry.end())
        at = entry.end()
    return found if at == len(text) else None


def _may_be_too_long(block: re.Match[str]) -> bool:
    return len(block[0]) > bounds.ENGLISH or block[1].count("\n") >= bounds.COMMENTS


def _item(entry: re.Match[str], line: int) -> Item:
    comments, flags, previous, obsolete, context, msgid, msgstr = entry.groups()
    return Item(
        None if context is None else _unescaped(context),
        _unescaped(msgid),
        _unescaped(msgstr),
        _comment(comments),
        [flag.strip() for flag in flags.split(",")] if flags else [],
        _unescaped(previous or ""),
        bool(obsolete),
        line,
    )


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def _comment(lines: str) -> str:
    """Comments without their marks; empty ones before the first that says something are lost, as in polib."""
    return "\n".join(line[2:].rstrip() for line in lines.split("\n")[:-1]).lstrip("\n")
