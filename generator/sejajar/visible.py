"""Text from elsewhere as a terminal or a log may show it: what cannot be seen is written out, in one line.

A terminal obeys control characters (OSC 52 fills the clipboard, CSI hides and moves text), direction
overrides show words in an order that nobody wrote, and a runner of GitHub Actions obeys lines that begin
with `::`. What is shown passes here, whether it came from a file, its name, a server or a command line.
"""

from __future__ import annotations

import re

_CLASS = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
)
"""Controls, what Unicode lets a program ignore (Default_Ignorable_Code_Point), separators of lines and of
paragraphs, halves of surrogate pairs, noncharacters; without the line feed. The selectors of text or emoji
may stay."""
_UNSEEN, _UNSEEN_IN_LINES = re.compile(f"[\n{_CLASS}]"), re.compile(f"[{_CLASS}]")
_RARE = re.compile("[^\n\x20-\x7e\xa0-\xac\xae-\u034e\u2010-\u2027\u2030-\u205f]")
"""All that is unseen, and more: most texts have nothing of it, and this is told in a twelfth of the time."""


def visible(text: str) -> str:
    """The text in one line: controls as their pictures (`␛`), what else is unseen as escapes (`\\u202e`)."""
    return _UNSEEN.sub(_picture, text)


def visible_lines(text: str) -> str:
    """As `visible`, for a text that may have several lines: its line feeds stay."""
    return "\n".join(inert(visible(line)) for line in text.split("\n"))


def visible_json(text: str) -> str:
    """A JSON text that means the same, with JSON's own escapes for what is unseen; line feeds stay."""
    escaped = _UNSEEN_IN_LINES.sub(_json_escape, text) if _RARE.search(text) else text
    return escaped.replace("##[", "#\\u0023[")


def inert(line: str) -> str:
    """A line that no runner of GitHub Actions takes for a command.

    It obeys lines that begin with `::`, and, in its older form, `##[` wherever it stands; see
    `ActionCommand.cs` in actions/runner.
    """
    line = line.replace("##[", "#\\x23[")
    start = len(line) - len(line.lstrip())
    return f"{line[:start]}\\x3a{line[start + 1 :]}" if line.startswith("::", start) else line


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _json_escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
