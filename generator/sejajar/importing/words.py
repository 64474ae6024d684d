"""Words of Indonesian news that importing asks for; they stand in the language's `data/id/news.toml`."""

from __future__ import annotations

from sejajar.language.phrases import longest_first
from sejajar.language.tables import toml

_NEWS = toml("id/news")


def news(name: str) -> frozenset[str]:
    """The words below one key of the file."""
    return frozenset(_NEWS[name].split())


def _names(name: str) -> frozenset[str]:
    return frozenset(" ".join(one.split()) for one in _NEWS[name].split(";"))


PLACES = _names("places")
DATELINES = PLACES | _names("datelines")
ACRONYMS = news("acronyms")
OPENERS = news("openers")
"""Capitalised only because a sentence begins with them."""
CALENDAR = news("calendar")
SAID = longest_first(_names("said"))
"""An alternation: words of telling."""
