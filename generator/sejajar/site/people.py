"""Who stands behind the articles: those named in front matters, and those who have signed English."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal
from zlib import crc32

from sejajar.bounds import clean, short
from sejajar.catalogs import Briefing
from sejajar.formats.comments import signatures
from sejajar.importing.slugs import slug_of
from sejajar.site.facets import RESERVED
from sejajar.site.settings import PeopleSettings

Role = Literal["author", "translator", "editor"]
ROLES: tuple[Role, Role, Role] = ("author", "translator", "editor")
LONGEST_NAME = 80
"""Characters of a name as pages show it; what is longer is nobody's name."""

_ADDRESS = re.compile(r"[^\s<>()@]+@[^\s<>()@]+")
_IN_BRACKETS = re.compile(r"<[^<>]*@[^<>]*>|\([^()]*@[^()]*\)")
_ACCENTS = re.compile("[\u0300-\u036f]")
"""Those of Latin, Greek and Cyrillic; other scripts have vowels among their marks."""
_BETWEEN = re.compile(r"[._+-]+")


@dataclass(frozen=True, slots=True)
class Named:
    """A person as one place of the site names them."""

    slug: str
    """Of their page; the same for every spelling that is taken for the same person's."""
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """What one person did for one article."""

    who: Named
    roles: tuple[Role, ...] = ()
    """By the front matter."""
    signed: int = 0
    """Passages whose English they have signed, and that are still what they signed."""
    passages: int = 0
    """Of the whole article."""
    last: dt.date | None = None
    """When they signed last."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the whole site knows them."""

    who: Named
    parts: tuple[tuple[str, Part], ...]
    """By the articles' paths, in the order that the articles were given in."""

    @property
    def signed(self) -> int:
        return sum(part.signed for _, part in self.parts)

    @property
    def last(self) -> dt.date | None:
        return max((part.last for _, part in self.parts if part.last), default=None)


@dataclass(frozen=True, slots=True)
class Naming:
    """Which names are shown, and which of them are one person's."""

    pages: bool = True
    """Whether people have pages."""
    signatures: bool = True
    """Whether those count who have signed; else only those whom the front matter names."""
    spellings: Mapping[str, str] = field(default_factory=dict)
    """A person's one name, by how it is written elsewhere, folded."""
    hidden: tuple[str, ...] = ()
    """Folded names of those who are to have no page."""

    def named(self, text: str) -> Named | None:
        """Who is meant; None for nobody, and for who is hidden."""
        key, slug, name = _read(text)
        if key in self.spellings:
            key, slug, name = _read(self.spellings[key])
        return Named(slug, name) if self.pages and key and key not in self.hidden else None

    def signer(self, text: str) -> str:
        """What somebody who signed is called; empty for who is not to be named."""
        found = self.named(text) if self.signatures else None
        return found.name if found else ""


NOBODY = Naming(pages=False, signatures=False)


def naming(settings: PeopleSettings, *, has_repository: bool) -> Naming:
    """What the settings say. Signatures stand in the catalogs: where nothing is said, they are shown only if
    the site names its repository, in which everybody can read them."""
    if settings.pages == "none":
        return NOBODY
    spellings = {
        folded(spelling): name for name, others in settings.spellings.items() for spelling in (name, *others)
    }
    hidden = tuple(map(folded, settings.hidden))
    signatures = settings.pages == "all" or (settings.pages == "public" and has_repository)
    return Naming(True, signatures, spellings, hidden)


def folded(text: str) -> str:
    """What two spellings of one name have in common: letters, without accents, case and what is between."""
    return _read(text)[0]


@lru_cache(maxsize=10_000)  # few names sign many passages
def _read(text: str) -> tuple[str, str, str]:
    """A name's folded form, slug and clean form. An address in the place of a name is read as one.

    The address of a page tells names apart of which a slug keeps the same: in other scripts, or very long.
    It depends on the name alone, so that nobody's page moves when another person joins.
    """
    name = " ".join(clean(_IN_BRACKETS.sub(" ", text)).split())
    if not name:
        name = " ".join(clean(text).split()).strip("<>() ")
    if _ADDRESS.fullmatch(name):
        name = _BETWEEN.sub(" ", name.partition("@")[0]).strip()
    letters = unicodedata.normalize("NFKD", re.sub(r"['’‘`]", "", name)).casefold()
    kept = (one if unicodedata.category(one)[0] in "LMN" else " " for one in _ACCENTS.sub("", letters))
    key = "-".join("".join(kept).split())
    if not key:
        return "", "", ""
    slug = slug_of(key)
    if slug != key or slug in RESERVED:
        slug = f"{slug or 'x'}-{crc32(key.encode('utf-8', 'replace')):08x}"
    return key, slug, short(name, LONGEST_NAME)


def parts_of(briefing: Briefing, names: Naming) -> tuple[Part, ...]:
    """Who did what for an article: first those whom its front matter names, then those who signed most."""
    metadata, passages = briefing.article.metadata, len(briefing.pairs)
    roles: dict[str, dict[Role, None]] = {}
    who: dict[str, Named] = {}
    for role, said in zip(ROLES, (metadata.authors, metadata.translators, metadata.editors), strict=True):
        for found in filter(None, map(names.named, said)):
            who.setdefault(found.slug, found)
            roles.setdefault(found.slug, {})[role] = None
    signed: Counter[str] = Counter()
    last: dict[str, dt.date] = {}
    for pair in briefing.pairs.values() if names.signatures else ():
        stamps = ((names.named(stamp.who), stamp.date) for stamp in signatures(pair.entry))
        days = {found.slug: (found, day) for found, day in stamps if found}  # one person counts once
        for slug, (found, day) in days.items():
            who.setdefault(slug, found)
            signed[slug] += 1
            last[slug] = max(day, last.get(slug, day))
    order = sorted(who, key=lambda slug: (slug not in roles, -signed[slug]))
    return tuple(
        Part(who[slug], tuple(roles.get(slug, ())), signed[slug], passages, last.get(slug)) for slug in order
    )


def slugs_of(briefing: Briefing, names: Naming) -> dict[str, str]:
    """The people of an article's front matter by their names there: which page each has."""
    metadata = briefing.article.metadata
    said = (*metadata.authors, *metadata.translators, *metadata.editors)
    return {name: found.slug for name in said if (found := names.named(name))}


def people(articles: Iterable[tuple[str, tuple[Part, ...]]]) -> tuple[Person, ...]:
    """Everybody, in the order of names. Each is called as most articles have it, the first of equals."""
    parts: dict[str, list[tuple[str, Part]]] = {}
    for path, of_article in articles:
        for part in of_article:
            parts.setdefault(part.who.slug, []).append((path, part))
    found = (Person(Named(slug, _usual(of)), tuple(of)) for slug, of in parts.items())
    return tuple(sorted(found, key=lambda person: (person.who.name.casefold(), person.who.slug)))


def _usual(parts: Iterable[tuple[str, Part]]) -> str:
    return Counter(part.who.name for _, part in parts).most_common(1)[0][0]
