"""A rendered page as a shell: all that it shares with others of its kind, and the places of what is its own.

The theme's template is rendered once for each kind of page, with marks where a page's own texts go. A page is
then its shell with its texts in the places of the marks.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from html import escape

from sejajar.rendering.html.files import Heading

TITLE, DESCRIPTION, CANONICAL = "sjxtitlex", "sjxdescriptionx", "sjxcanonicalx"
HEAD, CONTENT, COUNTERPART = "sjxheadx", "sjxcontentx", "sjxcounterpartx"
TITLED = "<h1>"
"""Every page of ours has one; to a page that has none Material would give one."""
ALTERNATES = ("sjxalternateax", "sjxalternatebx", "sjxalternatecx")
CONTENTS = "sjxcontentsx"
STEP = "sjxstep{}x"
"""A part of a page's address that no other page shares."""


class UnfitError(Exception):
    """The theme makes of a page what cannot be told from its parts."""


@dataclass(frozen=True, slots=True)
class Own:
    """What is a page's own."""

    title: str
    description: str
    canonical: str
    counterpart: str
    """The address of the same page in the other edition, as this page writes it."""
    alternates: tuple[str, ...]
    head: str
    content: str
    headings: tuple[Heading, ...]


@dataclass(frozen=True)
class Shell:
    """Texts and, between them, the marks of what comes there."""

    parts: tuple[str, ...]
    entry: tuple[str, str] = ("", "")
    """In a table of contents: what stands between an address and its words, and before the next address."""
    flat: bool = False
    """It fits any number of sections."""

    @cached_property
    def digest(self) -> str:
        return sha256(repr((self.parts, self.entry, self.flat)).encode()).hexdigest()[:32]

    def filled(self, own: Own) -> str:
        """The whole page. Raises UnfitError."""
        values = {
            TITLE: _escaped(own.title),
            DESCRIPTION: _escaped(own.description),
            CANONICAL: _escaped(own.canonical),
            COUNTERPART: own.counterpart,
            HEAD: own.head,
            CONTENT: own.content,
            **dict(zip(ALTERNATES, own.alternates, strict=False)),
        }
        for at, heading in enumerate(own.headings[:1] if self.flat else own.headings):
            values[_words(at)], values[_address(at)] = heading.title, heading.id
        if "<h1" not in own.content:
            raise UnfitError("a page has no title")
        if self.flat:
            values[CONTENTS] = self._contents(own.headings[1:])
        pieces = list(self.parts)
        for at in range(1, len(pieces), 2):
            pieces[at] = values[pieces[at]]
        return "".join(pieces)

    def _contents(self, headings: Sequence[Heading]) -> str:
        between, after = self.entry
        return after.join(f"{heading.id}{between}{heading.title}" for heading in headings)


def _escaped(text: str) -> str:
    """As Jinja's filter `e` does it."""
    return escape(text).replace("&quot;", "&#34;").replace("&#x27;", "&#39;")


Levels = Sequence[int]
"""Of a page's headings."""


def is_flat(levels: Levels) -> bool:
    """One title and, right below it, any number of sections: what nearly every page has."""
    return len(levels) > 1 and list(levels) == [1] + [2] * (len(levels) - 1)


def shape(levels: Levels) -> object:
    """What of a table of contents a shell depends on."""
    return "flat" if is_flat(levels) else tuple(levels)


def marks(levels: Levels) -> Own:
    """What is rendered in the place of a page with such headings."""
    levels = (1, 2, 2) if is_flat(levels) else levels
    marked = tuple(Heading(level, _address(at), _words(at)) for at, level in enumerate(levels))
    return Own(TITLE, DESCRIPTION, CANONICAL, COUNTERPART, ALTERNATES, HEAD, TITLED + CONTENT, marked)


def cut(html: str, levels: Levels) -> Shell:
    """The shell of a page that was rendered with `marks`. Raises UnfitError."""
    entry = ("", "")
    if is_flat(levels):
        html, entry = _without_entries(html)
    html = html.replace(TITLED + CONTENT, CONTENT)
    parts = re.split(r"(sjx(?:[a-z]+|word\d+|address\d+)x)(?![a-z0-9])", html)
    known = {TITLE, DESCRIPTION, CANONICAL, COUNTERPART, HEAD, CONTENT, CONTENTS, *ALTERNATES}
    known |= {mark(at) for at in range(len(levels)) for mark in (_words, _address)}
    if strange := [mark for mark in parts[1::2] if mark not in known]:
        raise UnfitError(f"the theme shows {strange[0]}")
    if any("sjx" in text for text in parts[::2]):
        raise UnfitError("the theme shows a part of a page's address, or changes a text")
    return Shell(tuple(parts), entry, is_flat(levels))


def _without_entries(html: str) -> tuple[str, tuple[str, str]]:
    """A mark for each table of contents of two entries, and how entries are written."""
    first, words, second, last = _address(1), _words(1), _address(2), _words(2)
    found = re.findall(f"{first}(.*?){words}(.*?){second}(.*?){last}", html, re.S)
    entries = {(between, after) for between, after, again in found if between == again}
    if len(entries) > 1 or len(found) != html.count(first):
        raise UnfitError("the theme writes tables of contents in more than one way")
    html = re.sub(f"{first}.*?{words}.*?{second}.*?{last}", CONTENTS, html, flags=re.S)
    return html, next(iter(entries), ("", ""))


def _words(at: int) -> str:
    return f"sjxword{at}x"


def _address(at: int) -> str:
    return f"sjxaddress{at}x"


def strange(levels: Levels) -> Own:
    """A page like none: what a shell makes of it must be what the theme makes of it.

    It has headings of the same shape; flat ones are one more than those of `marks`.
    """
    levels = (1, 2, 2, 2) if is_flat(levels) else levels
    return Own(
        "Harga & \"beras\" <naik> 'lagi'",
        "“Dua” & 'tiga' <b>",
        "https://example.org/a?b=1&c=2",
        "../../sana/",
        ("https://example.org/x", "https://example.org/y", "https://example.org/z"),
        '<meta name="a" content="b">',
        f"{TITLED}c</h1>",
        tuple(Heading(level, f"di-{at}", f"Bab {at} &amp; lain") for at, level in enumerate(levels)),
    )


def shared(steps: tuple[str, ...], folders: Container[tuple[str, ...]]) -> int:
    """How many first steps of a page's address others begin with: links to them are shorter by these."""
    return next((size for size in range(len(steps), 0, -1) if steps[:size] in folders), 0)
