"""Tags, places and outlets that the glossary does not know: the English edition has no name for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sejajar.formats.glossary import Glossary
from sejajar.model import Article, Location, Problem, Severity, Status
from sejajar.site.addresses import Facet
from sejajar.site.facets import declared

_KEYS: dict[Facet, str] = {"tag": "tags", "place": "place", "outlet": "outlet"}
CODES = frozenset(_KEYS)
MOST = 20
"""Names told in one message."""


Stated = tuple[tuple[Facet, str, int], ...]
"""The names that an article's file states as such, each with its line."""


def stated(article: Article, text: str) -> Stated:
    """What only an article's sentences mention is not counted. `text`: its file, for the lines."""
    if article.metadata.status is Status.RETRACTED:
        return ()
    return tuple((facet, name, line or _line(text, facet, name)) for facet, name, line in declared(article))


def missing_terms(articles: Iterable[tuple[str, Stated]], glossary: Glossary) -> list[Problem]:
    """A warning for all such tags, one for the places, one for the outlets, where the first of them stands.

    `articles`: each by its path.
    """
    known: dict[str, bool] = {}
    first: dict[Facet, dict[str, Location]] = {}
    for path, names in articles:
        for facet, name, line in names:
            if name not in known:
                known[name] = glossary.term_of(name) is not None
            if not known[name] and name not in first.setdefault(facet, {}):
                first[facet][name] = Location(path, line)
    return [_problem(facet, places, glossary) for facet, places in first.items() if places]


def _problem(facet: Facet, places: Mapping[str, Location], glossary: Glossary) -> Problem:
    """The names in the order in which they come, each but the first with its place."""
    (name, location), *others = places.items()
    told = [f"“{name}”", *(f"“{other}” ({where})" for other, where in others)]
    rest = [f"{len(told) - MOST} more"] if len(told) > MOST else []
    several = f"{len(told)} {facet}s: {', '.join([*told[:MOST], *rest])}"
    cell = f'"{name}"' if "," in name else name
    what, each = ("them", "each with its English") if others else ("it", "with its English")
    return Problem(
        location,
        Severity.WARNING,
        facet,
        f"the glossary does not know {several if others else f'the {facet} {told[0]}'}",
        f"add {what} to {glossary.path}, {each}: {cell},…,,,{facet}",
    )


def _line(text: str, facet: Facet, name: str) -> int:
    """Where the front matter has the name, at or after its key; else where it has the key."""
    lines = text.split("\n")
    key = re.compile(rf"(?:.*[\s{{,-])?{_KEYS[facet]}\s*:")
    starts = [number for number, line in enumerate(lines, 1) if key.match(line)]
    begin = starts[0] if starts else 1
    after = enumerate(lines[begin - 1 :], begin)
    return next((number for number, line in after if name in line), begin)
