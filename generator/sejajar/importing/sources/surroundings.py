"""Which elements of a page are around its article, by what they are called, and which are not shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from sejajar.language.tables import toml

_AROUND = toml("around")
_NAMES = frozenset("nav footer aside form button select dialog".split())
_LONG = frozenset(_AROUND["long"].split())
"""Words of classes and ids below which there may be more text than in the article."""
_CALLED = _LONG | frozenset(_AROUND["around"].split())
"""Words of classes and ids that sites give to what is no part of an article."""
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_SHARE = 0.25
_SHARE, _LONG_SHARE = 0.4, 0.75
"""Of a page's text: what holds more is the page's or the article's own container, whatever it is called."""


class Sizes(dict[Any, int]):
    """Characters of each element's text, without scripts and styles; counted when first asked for."""

    def __missing__(self, element: Any) -> int:
        texts = element.xpath(".//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]")
        self[element] = sum(len(" ".join(text.split())) for text in texts)
        return self[element]


def around_of(tree: Any, sizes: Sizes) -> set[Any]:
    """The outermost elements of an lxml tree that are around its article."""

    def is_around(element: Any) -> bool:
        if element.tag in _NAMES and element.tag != "form":
            return True
        called = _words(element) & _CALLED
        if not called and element.tag != "form":
            return False
        share = _LONG_SHARE if called & _LONG else _SHARE
        return sizes[element] <= sizes[tree] * share and next(element.iter("h1"), None) is None

    return _outermost(tree, is_around)


def hidden_of(tree: Any, sizes: Sizes) -> set[Any]:
    """The outermost elements that a page does not show, but for those that hold much of its text.

    Some sites show an article's rest only when a reader asks for it.
    """

    def is_hidden(element: Any) -> bool:
        hidden = _HIDDEN.search(element.get("style") or "") or element.get("hidden") is not None
        return bool(hidden) and sizes[element] <= sizes[tree] * _HIDDEN_SHARE

    return _outermost(tree, is_hidden)


def _outermost(tree: Any, fits: Callable[[Any], bool]) -> set[Any]:
    """The elements that fit and are in no other one that does."""
    found: set[Any] = set()
    stack = [tree]
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str):
            continue
        if fits(element):
            found.add(element)
        else:
            stack += element
    return found


def _words(element: Any) -> set[str]:
    if element.tag in ("html", "body", "main", "article"):
        return set()
    told = f"{element.get('class') or ''} {element.get('id') or ''}"
    return {word.casefold() for word in _WORD.findall(told)}
