"""Segment text to HTML that means the same in a Markdown file and in an HTML page.

This is a boundary: segments come from articles, machines and PO files. Only emphasis, strong and links are
markup (CommonMark's rules, by markdown-it-py); everything else is text. What Python-Markdown or one of its
extensions could take for markup is a character reference here, which all of them leave alone, so that the
Markdown and the HTML form of a text are one string.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from html import escape
from typing import NamedTuple
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sejajar.language.unbreakable import bound

_PARSER = MarkdownIt("zero").enable(["emphasis", "link", "escape", "entity"])
_SCHEMES = frozenset({"http", "https", "mailto"})
_TAGS = {"em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>"}

_SPACES = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_ACTIVE = re.compile(r"[\\`*_{}\[\]~^=$|#+!<>\"]|:(?=\S*:)|&")
_ACTIVE_FIRST = re.compile(r"^(?:[-:?/%.@;,')(]|\d+(?=[.)]))")
_PLAIN = re.compile(
    r"[^\W\d_][^\\`*_{}\[\]~^=$|#+!<>&:\"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]*"
)

_UNMARKED = re.compile(r"[^\\*_\[\]&]*")
"""What holds nothing that the parser looks for."""
_WORD = re.compile(r"(?:[A-Za-z0-9/.-]++(?: [A-Za-z0-9/.-]++)*+)?")
"""What is an attribute as it stands: a class, a language, an anchor."""


@lru_cache(maxsize=5_000)  # both editions and the lists show the same texts
def inline(text: str) -> str:
    """HTML of one segment. Contains no element but `em`, `strong` and `a`; never a line break."""
    if _PLAIN.fullmatch(text):
        return bound(text.strip())
    return _first("".join(_html(_tokens(text))))


Marker = Callable[[str], Iterable[tuple[int, int, str]]]
"""Which parts of a run of text become links within the page: start, end, the target's `id`."""


def marked(text: str, marker: Marker) -> str:
    """As `inline`, with what `marker` finds as links within the page, none of them inside another link."""
    return _first("".join(_html(_tokens(text), marker)))


def converted(text: str, change: Callable[[str], str]) -> str:
    """As `inline`, with each run of words as `change` gives it, which knows no markup.

    For cells of tables, which are no lines of their own in either form: nothing in them can begin a block."""
    merged: list[Token] = []
    for token in _tokens(text):
        if token.type == "text" and merged and merged[-1].type == "text":
            merged[-1] = merged[-1].copy(content=merged[-1].content + token.content)
        else:
            merged.append(token)
    changed = (
        token.copy(content=change(token.content)) if token.type == "text" else token for token in merged
    )
    return "".join(_html(list(changed)))


@lru_cache(maxsize=5_000)  # a page asks for a text's words eight times
def plain(text: str) -> str:
    """The segment's words without any markup, not escaped."""
    if _PLAIN.fullmatch(text):
        return text.strip()
    return _clean("".join(token.content for token in _tokens(text)))


def literal(text: str) -> str:
    """Text that holds no markup (a name, a place), escaped for both forms."""
    return _clean(text) if _PLAIN.fullmatch(text) else _first(_escape(_clean(text)))


def attribute(text: str) -> str:
    """Text for a double-quoted attribute, escaped for both forms."""
    if _WORD.fullmatch(text):
        return text
    return _escape(_clean(text)).replace("'", "&#39;")


def safe_url(url: str) -> str:
    """The address if it leads to the web or to a mailbox, else nothing."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme.lower() in _SCHEMES and (parts.netloc or parts.scheme == "mailto") else ""


def link(url: str, content: str, class_: str = "") -> str:
    """`content` (HTML) as a link where the address is safe, else as it stands."""
    safe = safe_url(url)
    named = f' class="{class_}"' if class_ else ""
    return f'<a{named} href="{attribute(safe)}" rel="noopener">{content}</a>' if safe else content


class Piece(NamedTuple):
    """A stretch of words, or a mark that begins or ends emphasis or a link."""

    text: str
    """Of a mark the Markdown that it is written as."""
    tag: str = ""
    """Of a mark: `em`, `strong`, `a`."""
    opens: bool = False


def pieces(text: str) -> Iterator[Piece]:
    """A segment's words and marks in their order, for formats that are neither Markdown nor HTML."""
    targets: list[str] = []
    for token in _tokens(text):
        if token.type == "link_open":
            title = f' "{token.attrs["title"]}"' if "title" in token.attrs else ""
            targets.append(f"]({token.attrs.get('href', '')}{title})")
            yield Piece("[", "a", opens=True)
        elif token.type == "link_close":
            yield Piece(targets.pop(), "a")
        elif token.nesting:
            yield Piece(token.markup, token.tag, opens=token.nesting > 0)
        else:
            yield Piece(token.content)


def _tokens(text: str) -> Sequence[Token]:
    cleaned = _clean(text)
    if cleaned and _UNMARKED.fullmatch(cleaned):  # the parser would find the same, a hundred times slower
        return (Token("text", "", 0, content=cleaned),)
    parsed = _PARSER.parseInline(cleaned)
    return parsed[0].children or ()


def _clean(text: str) -> str:
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACES.sub(" ", _CONTROLS.sub("", text)).strip()


def _escape(text: str) -> str:
    return _ACTIVE.sub(lambda found: escape(found[0]) if found[0] in "&<>" else f"&#{ord(found[0])};", text)


def _first(html: str) -> str:
    """Encodes what at the beginning of a line would begin a block: a list, a definition, a directive."""
    return _ACTIVE_FIRST.sub(lambda found: "".join(f"&#{ord(char)};" for char in found[0]), html)


def _html(tokens: Sequence[Token], marker: Marker | None = None) -> Iterator[str]:
    linked: list[bool] = []
    for token in tokens:
        if token.type == "link_open":
            url = safe_url(str(token.attrs.get("href", "")))
            linked.append(bool(url))
            if url:
                yield f'<a href="{attribute(url)}" rel="noopener">'
        elif token.type == "link_close":
            if linked.pop():
                yield "</a>"
        elif token.type in _TAGS:
            yield _TAGS[token.type]
        elif marker and not linked:
            yield from _marked(token.content, marker)
        else:
            yield _escape(bound(token.content))


def _marked(text: str, marker: Marker) -> Iterator[str]:
    done = 0
    found = list(marker(text))
    text = bound(text)  # as long as it was
    for start, end, target in found:
        yield _escape(text[done:start])
        yield f'<a class="sj-term" href="#{target}">{_escape(text[start:end])}</a>'
        done = end
    yield _escape(text[done:])
