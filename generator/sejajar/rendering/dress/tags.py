"""Where the elements of a page stand, so that it can be changed at places and stay as it is elsewhere.

No tree is made: a page has a thousand elements, of which we ask for twenty. What a browser would repair (an
end tag that is missing) ends with the element around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from html import unescape

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|textarea|title)\b(?P<raw_attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"(?P<text>.*?)</(?P=raw)\s*>"
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.S | re.I,
)
_ATTRIBUTE = re.compile(r"([^\s=\"'>/]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SHAPES = frozenset("path circle rect line polyline polygon ellipse".split())
"""Of SVG: their tags may end in `/>`, and nothing of ours is in them."""


@dataclass(frozen=True)
class Found:
    """An element of a page, by its places in it."""

    html: str
    name: str
    start: int
    """Of its start tag."""
    inside: int
    """Where its content begins."""
    after: int
    """Where its content ends."""
    end: int
    """Behind its end tag."""

    @cached_property
    def attributes(self) -> dict[str, str]:
        """Names in lower case; values without their quotes and character references."""
        tag = self.html[self.start + 1 + len(self.name) : self.inside].rstrip(">").rstrip("/")
        found: dict[str, str] = {}
        for name, value in _ATTRIBUTE.findall(tag):
            bare = value[1:-1] if value[:1] in ('"', "'") else value
            found.setdefault(name.lower(), unescape(bare))
        return found

    @property
    def content(self) -> str:
        return self.html[self.inside : self.after]

    @cached_property
    def classes(self) -> tuple[str, ...]:
        return tuple(self.attributes.get("class", "").split())

    def has(self, class_name: str) -> bool:
        return class_name in self.classes

    def holds(self, other: Found) -> bool:
        return self.inside <= other.start and other.end <= self.after

    def with_attribute(self, name: str, value: str) -> Edit:
        """Its start tag with another value of one attribute, all others as they stand."""
        tag = self.html[self.start : self.inside]
        said = f'{name}="{_quoted(value)}"'
        if name not in self.attributes:
            new = f"<{self.name} {said}{tag[1 + len(self.name) :]}"
        elif self.attributes[name] == value:
            new = tag
        else:
            new = _named(name).sub(lambda _: said, tag, count=1)
        return Edit(self.start, self.inside, new)


@dataclass(frozen=True, slots=True)
class Edit:
    """What comes in the place of a part of a page."""

    start: int
    end: int
    text: str


def elements(html: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """All elements of a page, or of a part of it, in the order of their ends."""
    end = len(html) if end is None else end
    opened: list[tuple[str, int, int]] = []
    for match in _TAG.finditer(html, start, end):
        if raw := match["raw"]:
            inside = match.start("text")
            yield Found(html, raw.lower(), match.start(), inside, match.end("text"), match.end())
            continue
        if not match["name"]:
            continue
        name = match["name"].lower()
        if match["end"]:
            yield from _ended(html, opened, name, match.start(), match.end())
        elif name in _VOID or (name in _SHAPES and match["attributes"].endswith("/")):
            yield Found(html, name, match.start(), match.end(), match.end(), match.end())
        else:
            opened.append((name, match.start(), match.end()))
    for name, begun, inside in reversed(opened):
        yield Found(html, name, begun, inside, end, end)


def _ended(html: str, opened: list[tuple[str, int, int]], name: str, start: int, end: int) -> Iterator[Found]:
    """The element that an end tag closes, and those within it that were left open."""
    if all(name != one for one, _, _ in opened):
        return
    while opened:
        one, begun, inside = opened.pop()
        if one == name:
            yield Found(html, one, begun, inside, start, end)
            return
        yield Found(html, one, begun, inside, start, start)


def edited(html: str, edits: Iterable[Edit]) -> str:
    """The page with its edits; one within the place of another is lost with what was there."""
    pieces = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.start != edit.end, -edit.end)):
        if edit.start >= at:
            pieces += [html[at : edit.start], edit.text]
            at = edit.end
    return "".join([*pieces, html[at:]])


@cache
def _named(name: str) -> re.Pattern[str]:
    """An attribute with its value, in a start tag."""
    value = r"(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?"
    return re.compile(rf"(?<=\s){re.escape(name)}{value}(?=[\s/>])", re.I)


def _quoted(value: str) -> str:
    return value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
