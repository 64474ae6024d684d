"""What the text of one segment may be, and the escapes that keep it apart from the blocks around it.

A segment's text is one line of inline Markdown: emphasis, strong, links. It is kept in one normal form, so
that a text has one catalog key wherever it stands:

- any run of white space, also no-break spaces, tabs and Unicode's line separators, is one space;
- an escape at its beginning that only keeps a line from opening a block (`1\\. x`, `\\# x`) is the file's,
  not the text's: `dumps` writes it and `loads` takes it away;
- of the backslash escapes only those remain that CommonMark and Python-Markdown both know; Python-Markdown
  would print the backslash of `\\"` and let the HTML of `\\<b>` through, so these become `"` and `&lt;`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sejajar.bounds import composed

_ESCAPE = re.compile(r"\\(.)")
_NEEDLESS = frozenset("\"$%',/:=?@|")
_ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;", "^": "&#94;", ";": "&#59;"}

_RULE = r"([-*_])(?: ?\1){2,}$"
_START = re.compile(
    r"[0-9]{1,9}(?=[.)](?: |$))"
    rf"|(?=[-+*](?: |$)|--(?!-)|[#>|]|~~~|\[(?!\^)[^\[\]]+\]:|{_RULE})"
)
"""Texts that would open a block at the start of a line; the match ends where the backslash goes."""
_ESCAPED_START = re.compile(r"([0-9]{1,9})?\\")
_ESCAPED_HASHES = re.compile(r"(?<= )\\(#+)$")
_VIA_TAIL = r"\(via\b(?P<outlet>(?:[^()]|\([^()]*\))*)\)$"
VIA = re.compile(rf"(?:^|(?<=\s)){_VIA_TAIL}", re.IGNORECASE)
"""The end of an attribution that names the outlet."""
_ESCAPED_VIA = re.compile(rf"(?:^|(?<=\s))\\(?={_VIA_TAIL})", re.IGNORECASE)
_DASHES = {"&mdash;": "—", "&ndash;": "–"}


def normal(text: str) -> str:
    """The text in normal form; what `loads` returns is in it."""
    text = " ".join(composed(text).split())
    for entity, dash in _DASHES.items():
        if text.startswith(entity):
            return dash + _rewritten(text.removeprefix(entity))
    return _rewritten(_without_start_escape(text))


def normal_lines(lines: list[str]) -> list[str]:
    """Consecutive lines, in normal form once they are joined by spaces: as GitHub shows them."""
    first, *others = lines
    return [normal(first), *(_rewritten(" ".join(line.split())) for line in others)]


def from_plain(plain: str) -> str:
    """Plain text as a segment's text, in normal form, that shows it as it is: for importers and engines."""
    escaped = re.sub(r"[\\`*\[\]]|(?<!\w)_|_(?!\w)", r"\\\g<0>", plain)
    escaped = re.sub(r"<(?=[A-Za-z/!?])|&(?=#?\w+;)|~(?=~)", lambda match: _ENTITIES[match[0]], escaped)
    return normal(escaped)


def with_start_escape(text: str) -> str:
    """The text as a line that opens no block."""
    match = _START.match(text)
    return f"{text[: match.end()]}\\{text[match.end() :]}" if match else text


def ends_in_backslash(text: str) -> bool:
    """Whether its last backslash escapes nothing: at the end of a line that is a line break."""
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1


def _without_start_escape(text: str) -> str:
    match = _ESCAPED_START.match(text)
    if not match:
        return text
    bare = text[: match.end() - 1] + text[match.end() :]
    start = _START.match(bare)
    return bare if start and start.end() == match.end() - 1 else text


def _rewritten(text: str) -> str:
    if "\\" not in text:
        return text
    text = _ESCAPE.sub(_one_escape, text)
    text = _ESCAPED_VIA.sub("", _ESCAPED_HASHES.sub(r"\1", text))
    return text + "\\" if ends_in_backslash(text) else text


def _one_escape(match: re.Match[str]) -> str:
    mark = match[1]
    return mark if mark in _NEEDLESS else _ENTITIES.get(mark, match[0])


class Flaw(NamedTuple):
    """Something inside a text that the article format lacks."""

    offset: int
    code: str
    message: str
    hint: str


_SUSPICIOUS = re.compile(r"[<`\]~]")
_FORBIDDEN = (
    (
        re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)"),
        "code",
        "code is not part of the article format",
        "take the backticks away, or write \\` for a plain one",
    ),
    (
        re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>"),
        "autolink",
        "addresses in angle brackets are not part of the article format",
        "write [text](address)",
    ),
    (
        re.compile(r"<(?=[A-Za-z/!?])"),
        "html",
        "HTML is not part of the article format",
        "write it in Markdown; a plain < before a letter is written &lt;",
    ),
    (
        re.compile(r"!\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]\([^)]*\)?"),
        "image-syntax",
        "this is not an image on a line of its own",
        'write ![alternative text](file.jpg "Caption") and nothing else; a " in the caption is written \\"',
    ),
    (
        re.compile(r"\[\^[^\[\]\s]+\]"),
        "footnote",
        "footnotes are not part of the article format",
        "put the note into the text",
    ),
    (
        re.compile(r"\](?=\[[^\[\]]*\])"),
        "reference-link",
        "links by reference are not part of the article format",
        "write [text](address), or \\[ and \\] for plain brackets",
    ),
    (
        re.compile(r"~~+"),
        "strikethrough",
        "struck-out text is not part of the article format",
        "leave the text out, or write &#126; for a plain tilde",
    ),
)
_LINK = re.compile(r"\]\(\s*((?:[^\s()]|\([^\s()]*\))*)")
_ADDRESS = re.compile(r"(?:https?://[^\s/]|mailto:[^\s@]+@|#.)", re.IGNORECASE)


def flaws(text: str) -> Iterator[Flaw]:
    """What the article format lacks in an inline text, at most one for each kind."""
    if not _SUSPICIOUS.search(text):
        return
    rest = _ESCAPE.sub("  ", text)
    for pattern, code, message, hint in _FORBIDDEN:
        for match in pattern.finditer(rest):
            yield Flaw(match.start(), code, message, hint)
        rest = pattern.sub(lambda found: " " * len(found[0]), rest)
    for match in _LINK.finditer(rest):
        address = text[match.start(1) : match.end(1)]
        if not _ADDRESS.match(address):
            message = f"a link cannot lead to “{address}”" if address else "a link leads nowhere"
            yield Flaw(
                match.start(), "link", message, "write an address that begins with https://, mailto: or #"
            )
