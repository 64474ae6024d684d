"""Tags, places and outlets that the glossary does not know: the English edition has no name for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sejajar.glossary import Glossary
from sejajar.model import Article, Location, Problem, Severity, Status
from sejajar.rendering import Facet, declared

_KEYS: dict[Facet, str] = {"tag": "tags", "place": "place", "outlet": "outlet"}


def unnamed(articles: Iterable[Article], texts: Mapping[str, str], glossary: Glossary) -> list[Problem]:
    """A warning for each such name, once an article; what only its sentences mention is not counted.

    `texts` are the article files by path, for the line.
    """
    known: dict[str, bool] = {}
    problems = []
    for article in articles:
        if article.metadata.status is Status.RETRACTED:
            continue
        for facet, name, line in _once(declared(article)):
            if name not in known:
                known[name] = glossary.term_of(name) is not None
            if not known[name]:
                location = Location(article.path, line or _line(texts[article.path], facet, name))
                message = f"the glossary does not know the {facet} “{name}”"
                cell = f'"{name}"' if "," in name else name
                hint = f"add it to {glossary.path}, with its English: {cell},…,,,{facet}"
                problems.append(Problem(location, Severity.WARNING, facet, message, hint))
    return problems


def _once(names: Iterable[tuple[Facet, str, int]]) -> list[tuple[Facet, str, int]]:
    first: dict[tuple[Facet, str], int] = {}
    for facet, name, line in names:
        first.setdefault((facet, name), line)
    return [(facet, name, line) for (facet, name), line in first.items()]


def _line(text: str, facet: Facet, name: str) -> int:
    """Where the front matter has the name, at or after its key; else where it has the key."""
    lines = text.split("\n")
    key = re.compile(rf"(?:.*[\s{{,-])?{_KEYS[facet]}\s*:")
    starts = [number for number, line in enumerate(lines, 1) if key.match(line)]
    begin = starts[0] if starts else 1
    after = enumerate(lines[begin - 1 :], begin)
    return next((number for number, line in after if name in line), begin)
