"""How the articles of a site hang together: the names that they share, what is related, and neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sejajar.catalogs import Briefing
from sejajar.formats.glossary import Glossary
from sejajar.site.facets import Name, Register, name_slug, register
from sejajar.site.related import features_of, related


@dataclass(frozen=True, slots=True)
class Around:
    """What there is around one article."""

    names: tuple[Name, ...] = ()
    related: tuple[Briefing, ...] = ()
    newer: Briefing | None = None
    older: Briefing | None = None


@dataclass(frozen=True, slots=True)
class Connections:
    """How the articles of a site hang together: made once, for both editions."""

    register: Register
    around: Mapping[str, Around] = field(default_factory=dict)
    """By the article's path."""


def connect(listed: Sequence[Briefing], glossary: Glossary) -> Connections:
    """`listed`: the briefings that lists show, the newest first. Linear in their number."""
    articles = [briefing.article for briefing in listed]
    names = register(articles, glossary)
    alike = related([features_of(article, glossary, name_slug) for article in articles])
    neighbours: list[Briefing | None] = [None, *listed, None]
    around = {
        article.path: Around(
            names.of[article.path],
            tuple(listed[one] for one in alike[index]),
            neighbours[index],
            neighbours[index + 2],
        )
        for index, article in enumerate(articles)
    }
    return Connections(names, around)
