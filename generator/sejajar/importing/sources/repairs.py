"""Text that was damaged on its way: misread encodings, entities, controls, line ends written out."""

from __future__ import annotations

import html
import re

_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_MISREAD = re.compile(
    "[ÂÃ][\u0080-\u00bf\u0152-\u2122]|â[\u0080-\u20ac\u2122‚„]|ï»¿|ðŸ|â€|Å[\u0080-\u00bf\u2018-\u201d]"
)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|[A-Za-z][A-Za-z\d]{1,30});")
_WRITTEN_BREAK = re.compile(
    r"(?<=[.!?:”\"’'\s)])(?:\\r)?\\n(?:\s*(?:\\r)?\\n)*\s*(?=[A-Z“\"‘'\d•-]|$)|(?:(?:\\r)?\\n\s*){2,}"
)


def without_written_breaks(text: str) -> str:
    """Line ends that a program wrote out as a backslash and a letter become line ends."""
    if "\\n" not in text:
        return text
    return _WRITTEN_BREAK.sub("\n", text)


def repaired(line: str) -> tuple[str, str]:
    """A line put right, and what was wrong with it: `entities`, `encoding`, or nothing."""
    what = ""
    if "&" in line and _ENTITY.search(line):
        unescaped = _ENTITY.sub(lambda match: html.unescape(match[0]), line)
        what, line = ("entities", unescaped) if unescaped != line else (what, line)
    if _MISREAD.search(line) and (fixed := _reread(line)) != line:
        what, line = "encoding", fixed
    if _C1.search(line):
        fixed = _C1.sub(lambda match: match[0].encode("latin-1").decode("cp1252", "replace"), line)
        what, line = ("encoding", fixed.replace("\ufffd", " ")) if "\ufffd" not in fixed else (what, line)
    return line, what


def _reread(line: str) -> str:
    import ftfy

    return str(ftfy.fix_encoding(line))
