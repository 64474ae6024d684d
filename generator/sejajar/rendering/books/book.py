"""What a book is, whatever it is written as."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sejajar.language.inline import plain
from sejajar.model import Edition, Image
from sejajar.site.people import people as everybody
from sejajar.site.publication import Publication, modified
from sejajar.site.view import View

Layout = Literal["columns", "interleaved", "facing"]
"""The two languages side by side, one below the other, or on pages that face each other."""


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture as a book carries it."""

    name: str
    """In the book: `0001.png`."""
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Book:
    title: Mapping[Edition, str]
    """Plain text, in both languages."""
    edition: Edition
    """Whose language comes first."""
    views: tuple[View, ...]
    """The articles in the order of reading, each as the edition shows it."""
    told: Publication
    """The site that they are from."""
    identifier: str
    """A UUID: the same for the same selection of the same site."""
    changed: dt.datetime
    """When the book was last changed: no clock's time unless it was told so."""
    layout: Layout = "columns"
    rights: str = ""
    """What the publisher says of the rights in the whole."""
    pictures: Mapping[str, Illustration] = field(default_factory=dict)
    """By where the site has them, below its own address: `media/slug/name.jpg`."""
    fonts: Mapping[str, bytes] = field(default_factory=dict)
    """The files to embed, by name; an EPUB's alone."""
    css: str = ""

    @property
    def descriptions(self) -> tuple[str, ...]:
        """The text of each picture that is shown, empty where there is none."""
        return tuple(
            plain(block.alt.text) if block.alt else ""
            for view in self.views
            for block in view.briefing.article.blocks
            if isinstance(block, Image)
        )

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """Of its first and its last article."""
        dates = [view.briefing.article.metadata.date for view in self.views]
        return min(dates), max(dates)

    def address(self, view: View) -> str:
        """Where the article is on the site; empty where the site has no address."""
        if not self.told.url:
            return ""
        return self.told.address(self.told.places.article(view.briefing.article, view.edition))


def last_change(views: tuple[View, ...]) -> dt.datetime:
    """The last day that readers were told of, as a moment."""
    day = max(modified(view.briefing.article.metadata) for view in views)
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def people(book: Book, role: Literal["authors", "translators", "editors"]) -> tuple[str, ...]:
    """Who is named in the heads of the articles, each once."""
    found = (name for view in book.views for name in getattr(view.briefing.article.metadata, role))
    return tuple(dict.fromkeys(found))


def reviewers(views: Iterable[View]) -> tuple[str, ...]:
    """Who has signed a passage, in the order of names: those alone whom the site names, as it calls them."""
    signers = ((view.briefing.article.path, view.extras.signers) for view in views)
    return tuple(person.who.name for person in everybody(signers))
