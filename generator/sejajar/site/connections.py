"""How the articles of a site hang together: the names that they share, what is related, and neighbours."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sejajar.catalogs import Briefing
from sejajar.formats.glossary import Glossary
from sejajar.site.cited import Outlets
from sejajar.site.facets import Name, Register, Said, name_slug, register, said_of
from sejajar.site.people import NOBODY, Naming, Part, Person, parts_of, people
from sejajar.site.related import Feature, features_of, related

Related = Callable[[Sequence[Collection[Feature]]], list[list[int]]]


@dataclass(frozen=True, slots=True)
class Linked:
    """What of an article connects it with others."""

    path: str
    said: Said
    features: frozenset[Feature]
    parts: tuple[Part, ...] = ()
    """What people did for it."""


@dataclass(frozen=True, slots=True)
class Around:
    """What there is around one article; others are named by their paths."""

    names: tuple[Name, ...] = ()
    related: tuple[str, ...] = ()
    newer: str = ""
    older: str = ""

    @property
    def others(self) -> tuple[str, ...]:
        """The articles that its page names."""
        return tuple(filter(None, (*self.related, self.newer, self.older)))


@dataclass(frozen=True, slots=True)
class Connections:
    """How the articles of a site hang together: made once, for both editions."""

    register: Register
    around: Mapping[str, Around] = field(default_factory=dict)
    """By the article's path."""
    people: tuple[Person, ...] | None = None
    """None where nobody is to have a page."""


def linked(briefing: Briefing, glossary: Glossary, outlets: Outlets, names: Naming = NOBODY) -> Linked:
    article = briefing.article
    features = features_of(article, glossary, name_slug)
    return Linked(article.path, said_of(article, outlets), features, parts_of(briefing, names))


def connect(listed: Sequence[Briefing], glossary: Glossary, named: Naming = NOBODY) -> Connections:
    """`listed`: the briefings that lists show, the newest first."""
    outlets = Outlets(glossary)
    return connected([linked(item, glossary, outlets, named) for item in listed], glossary, named)


def connected(
    listed: Sequence[Linked], glossary: Glossary, named: Naming = NOBODY, alike: Related = related
) -> Connections:
    """The same of what connects them. Linear in their number."""
    names = register(((item.path, item.said) for item in listed), glossary)
    neighbours = ["", *(item.path for item in listed), ""]
    found = alike([item.features for item in listed])
    around = {
        item.path: Around(
            names.of[item.path],
            tuple(listed[one].path for one in found[index]),
            neighbours[index],
            neighbours[index + 2],
        )
        for index, item in enumerate(listed)
    }
    everybody = people((item.path, item.parts) for item in listed) if named.pages else None
    return Connections(names, around, everybody)
