"""Which elements of a page are around its article, by what they are called, and which are not shown."""

from __future__ import annotations

import re
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


def around_of(tree: Any) -> set[Any]:
    """The outermost elements of an lxml tree that are around its article."""
    sizes: dict[Any, int] = {}
    whole = 0
    found: set[Any] = set()
    stack = [tree]
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str):
            continue
        called = _words(element) & _CALLED
        if element.tag in _NAMES or called:
            whole = whole or _size(tree, sizes)
            sure = element.tag in _NAMES and element.tag != "form"
            share = _LONG_SHARE if called & _LONG else _SHARE
            small = _size(element, sizes) <= whole * share and next(element.iter("h1"), None) is None
            if sure or small:
                found.add(element)
                continue
        stack += element
    return found


def hidden_of(tree: Any) -> set[Any]:
    """The outermost elements that a page does not show, but for those that hold much of its text.

    Some sites show an article's rest only when a reader asks for it.
    """
    sizes: dict[Any, int] = {}
    found: set[Any] = set()
    stack = [tree]
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str):
            continue
        hidden = _HIDDEN.search(element.get("style") or "") or element.get("hidden") is not None
        if hidden and _size(element, sizes) <= _size(tree, sizes) * _HIDDEN_SHARE:
            found.add(element)
        else:
            stack += element
    return found


def _words(element: Any) -> set[str]:
    if element.tag in ("html", "body", "main", "article"):
        return set()
    told = f"{element.get('class') or ''} {element.get('id') or ''}"
    return {word.casefold() for word in _WORD.findall(told)}


def _size(element: Any, sizes: dict[Any, int]) -> int:
    """Characters of text, without scripts and styles."""
    if element not in sizes:
        texts = element.xpath(".//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]")
        sizes[element] = sum(len(" ".join(text.split())) for text in texts)
    return sizes[element]
