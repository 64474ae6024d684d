"""The tags, places and outlets of a site: which articles bear each, and what each edition calls it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from zlib import crc32

from sejajar.formats.glossary import Glossary, Term
from sejajar.importing.slugs import slug_of
from sejajar.model import Article, Edition, Quote
from sejajar.site.addresses import FACETS, Facet

if TYPE_CHECKING:
    from sejajar.site.cited import Outlets

RESERVED = frozenset({"index", "readme"})
"""What MkDocs takes for a folder's own page."""


@dataclass(frozen=True, slots=True)
class Name:
    """A tag, place or outlet as the whole site knows it."""

    facet: Facet
    slug: str
    indonesian: str
    """As the glossary spells it, or else as the first article does."""
    term: Term | None = None
    """None where the glossary does not know it."""

    def in_edition(self, edition: Edition) -> tuple[str, Edition]:
        """The name, and the language it is in."""
        return (self.term.english, "en") if edition == "en" and self.term else (self.indonesian, "id")

    def note(self, edition: Edition) -> str:
        if not self.term:
            return ""
        return self.term.note_en if edition == "en" else self.term.note_id


@dataclass(frozen=True)
class Register:
    """Every name with its articles: made once for a site, for both editions."""

    of: Mapping[str, tuple[Name, ...]]
    """An article's names by its path: tags, then the place, then outlets, each in the article's order."""
    articles: Mapping[Name, tuple[str, ...]]
    """The paths of each name's articles, in the order that the articles were given in."""

    @cached_property
    def by_facet(self) -> Mapping[Facet, tuple[Name, ...]]:
        """Each facet's names by their slugs."""
        names = sorted(self.articles, key=lambda name: name.slug)
        return {facet: tuple(name for name in names if name.facet == facet) for facet in FACETS}


Said = tuple[tuple[Facet, str], ...]
"""The names that an article bears, as it writes them: tags, then the place, then outlets."""


def said_of(article: Article, outlets: Outlets) -> Said:
    """What one article says, whatever the rest of the site calls it."""
    metadata = article.metadata
    tags: list[tuple[Facet, str]] = [("tag", tag) for tag in metadata.tags]
    places: list[tuple[Facet, str]] = [("place", metadata.place)] if metadata.place else []
    return (*tags, *places, *(("outlet", outlet) for outlet in outlets.of(article)))


def register(articles: Iterable[tuple[str, Said]], glossary: Glossary) -> Register:
    """Names whose slugs agree are one: `Korea Utara` and `korea utara`. `articles`: each by its path."""
    known: dict[tuple[Facet, str], Name] = {}
    by_slug: dict[tuple[Facet, str], Name] = {}
    of: dict[str, tuple[Name, ...]] = {}
    bearing: dict[Name, list[str]] = {}

    def name(facet: Facet, text: str) -> Name:
        if (facet, text) not in known:
            term = glossary.term_of(text)
            indonesian = term.indonesian if term else text
            made = Name(facet, name_slug(indonesian), indonesian, term)
            known[facet, text] = by_slug.setdefault((facet, made.slug), made)
        return known[facet, text]

    for path, texts in articles:
        of[path] = tuple(dict.fromkeys(name(*item) for item in texts))
        for one in of[path]:
            bearing.setdefault(one, []).append(path)
    return Register(of, {one: tuple(found) for one, found in bearing.items()})


def name_slug(name: str) -> str:
    """An address of a name; never empty, never that of an index."""
    slug = slug_of(name) or f"x-{crc32(name.encode()):08x}"
    return f"{slug}-" if slug in RESERVED else slug


def declared(article: Article) -> list[tuple[Facet, str, int]]:
    """The names that an article's file states as such, with their lines; 0 is in the front matter."""
    metadata = article.metadata
    names: list[tuple[Facet, str, int]] = [("tag", tag, 0) for tag in metadata.tags]
    names += [("place", metadata.place, 0)] if metadata.place else []
    names += [("outlet", metadata.source.outlet, 0)] if metadata.source else []
    names += [("outlet", reference.outlet, 0) for reference in metadata.references]
    for block in article.blocks:
        if isinstance(block, Quote) and block.outlet:
            last = block.speaker or block.paragraphs[-1]
            names.append(("outlet", block.outlet, last.line))
    return names
