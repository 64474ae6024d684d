"""From Markdown to what a reader sees of it."""

from __future__ import annotations

import re
from html import unescape

_LINK = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)|<(https?://[^<>]+)>"
)
_EMPHASIS = re.compile(
    r"(?<!\\)(\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=[\w.,!?])_{1,3}(?!\w))|\\(?=[!-/:-@\[-`{-~])"
)


def plain(markdown: str) -> str:
    """The text that a reader sees: links by their words, no emphasis marks or backslashes."""
    if "&" in markdown:
        markdown = unescape(markdown)
    if not any(mark in markdown for mark in "[*_<\\"):
        return markdown
    return _EMPHASIS.sub("", _LINK.sub(lambda match: match[1] or match[2] or "", markdown))
