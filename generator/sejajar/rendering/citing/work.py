"""One edition of an article as a work that is cited: what every style and format is made of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sejajar.language.inline import plain
from sejajar.language.titles import DEGREES_BEHIND, RANKS
from sejajar.language.wording import say
from sejajar.model import Edition, Metadata, Status
from sejajar.site.addresses import other
from sejajar.site.agents import Kinds
from sejajar.site.publication import Publication
from sejajar.site.view import View


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts, or an organisation's in one."""

    family: str = ""
    given: str = ""
    literal: str = ""
    """An organisation's; then the parts are empty."""

    @property
    def inverted(self) -> str:
        """`Aminah, Siti`; a name of one word and an organisation's stay as they are."""
        return self.literal or (f"{self.family}, {self.given}" if self.given else self.family)

    @property
    def natural(self) -> str:
        return self.literal or f"{self.given} {self.family}".strip()

    @property
    def initials(self) -> str:
        """`S. R.` of `Siti Rahma`, `A.-B.` of `Ahmad-Budi`."""
        return " ".join(
            "-".join(f"{part[0].upper()}." for part in word.split("-") if part) for word in self.given.split()
        )


@dataclass(frozen=True, slots=True)
class Work:
    key: str
    """For bibliographies: the same for as long as the address is."""
    title: str
    authors: tuple[Name, ...]
    """Empty where the text is the site's own and nobody is named."""
    translators: tuple[Name, ...]
    date: dt.date
    site: str
    url: str
    language: Edition
    """Of the title."""
    edition: Edition
    """Whose page is cited."""
    state: str = ""
    """Of an English that no person has reviewed, in the edition's words: `Machine translation`."""


def works(view: View, publication: Publication) -> tuple[Work, ...]:
    """The article as each edition that can be cited has it, the view's own first; none of what is not out."""
    article = view.briefing.article
    if article.metadata.status is not Status.PUBLISHED or not publication.url:
        return ()
    views = [view]
    if view.english(article.title):
        views.append(replace(view, edition=other(view.edition)))
    return tuple(own_work(one, publication) for one in views)


def own_work(view: View, publication: Publication) -> Work:
    """The edition of the view alone."""
    article, metadata, edition = view.briefing.article, view.briefing.article.metadata, view.edition
    title, language = view.own(article.title)
    kinds = Kinds.of(metadata, publication.name, view.glossary)
    caveat = view.caveat(article.title, language)
    return Work(
        f"{_key(article.slug)}-{metadata.date:%Y%m%d}-{edition}",
        plain(title),
        _authors(view, metadata, kinds),
        names(metadata.translators if language == "en" else (), kinds),
        metadata.date,
        publication.name,
        publication.address(view.places.article(article, edition)),
        language,
        edition,
        say(edition, caveat) if caveat else "",
    )


def _authors(view: View, metadata: Metadata, kinds: Kinds) -> tuple[Name, ...]:
    if written_by := credited(metadata):
        return names(written_by, kinds)
    return (Name(literal=view.outlet(metadata.source.outlet)),) if metadata.source else ()


def credited(metadata: Metadata) -> tuple[str, ...]:
    """Whose words they are: those named; else the author of the text that this one was taken from.

    Empty where only the outlet of that text is known, or nothing.
    """
    source = metadata.source
    return metadata.authors or ((source.author,) if source and source.author else ())


def names(those: Iterable[str], kinds: Kinds) -> tuple[Name, ...]:
    return tuple(
        Name(literal=" ".join(name.split())) if kinds.is_organisation(name) else person(name)
        for name in those
    )


def person(name: str) -> Name:
    """A person's name in the parts that bibliographies have, without ranks and degrees.

    Most Indonesians have no family name; libraries and journals enter them under the last word. A name that
    is written `Aminah, Siti` says its parts itself.
    """
    first, *more = (" ".join(part.split()) for part in name.split(","))
    given = " ".join(part for part in more if part and not _is_degree(part))
    if given and first:
        return Name(first, given)
    words = first.split() or [given or name.strip()]
    while len(words) > 1 and words[0].casefold().rstrip(".") in RANKS:
        del words[0]
    return Name(words[-1], " ".join(words[:-1]))


def _is_degree(part: str) -> bool:
    """Whether it stands after a comma and is no name: `Budi Wibowo, S.H., M.H.`"""
    return "." in part or all(word in DEGREES_BEHIND for word in part.split())


_UNFIT = re.compile(r"[^A-Za-z0-9-]+")


def _key(slug: str) -> str:
    """What BibTeX takes for a key, whatever letters the folder's name has."""
    return _UNFIT.sub("", slug).strip("-") or "article"
