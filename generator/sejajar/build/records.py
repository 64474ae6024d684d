"""What a build knows of one article: made from its files alone, and kept while nothing changes it.

A record has two parts. The *summary* is what all other pages and files need to know of the article; the
summaries of a site are one file. The *pages* are the article's own, and are read only where one is written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sejajar.build import codec
from sejajar.build.article_data import Data
from sejajar.build.risks import Risky
from sejajar.catalogs import Briefing, Pair
from sejajar.formats.glossary import Glossary
from sejajar.model import (
    Article,
    Catalog,
    Entry,
    Metadata,
    Problem,
    Segment,
    State,
    Status,
)
from sejajar.rendering import Card, Publication
from sejajar.rendering.html.files import Heading
from sejajar.rendering.lists.status import Tally
from sejajar.rendering.machine.search_documents import Findable
from sejajar.rendering.pages import Options
from sejajar.site.connections import Linked
from sejajar.site.missing_terms import Stated
from sejajar.site.pictures import Named
from sejajar.site.readiness import Addressed


@dataclass(frozen=True, slots=True)
class Recipe:
    """What records depend on besides their articles, the same for all of a build. Can be sent to a worker."""

    root: Path
    options: Options
    """Without findings and sizes, which are each article's own."""
    publication: Publication
    codes: frozenset[str]
    """Of the rules that are run."""
    glossary: Glossary
    now: dt.datetime
    drafts: bool = False
    """They are shown, with what the checks found: under `mkdocs serve`."""


@dataclass(frozen=True, slots=True)
class PageSummary:
    """An article's page in one edition, but for what stands on it."""

    meta: Mapping[str, Any]
    """The front matter."""
    levels: tuple[int, ...]
    """Of its headings."""
    digest: str
    """Of the page's own parts."""
    found: str
    """A hash over what search finds in it; empty where it finds nothing."""
    card: Card | None


@dataclass(frozen=True, slots=True)
class Headline:
    """What lists need to show an article, to be decoded when one is made."""

    metadata: Metadata
    title: Segment
    points: tuple[Segment, ...]
    entries: tuple[Entry, ...]
    """Of the title and the points."""

    def briefing(self, path: str) -> Briefing:
        """A briefing that ends after the key points."""
        article = Article(path, self.metadata, self.title, self.points)
        segments = (self.title, *self.points)
        pairs = {
            segment.key: Pair(segment, entry) for segment, entry in zip(segments, self.entries, strict=True)
        }
        return Briefing(article, Catalog(path, self.entries), pairs)


@dataclass(frozen=True, slots=True)
class Dangers:
    pairs: tuple[Risky, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """What of a summary is seldom looked at, and larger than all the rest: as bytes, decoded when it is."""

    headline: bytes = b""
    risky_pairs: bytes = b""
    """Packed: few are ever shown."""
    findings: bytes = b""
    """What a build says of its pairs, packed: a build says them once. Empty where it says nothing."""


NOTHING = Aside()


@dataclass(frozen=True, slots=True)
class Summary:
    path: str
    problems: tuple[Problem, ...]
    """Of its own files; of what is not shown only the errors."""
    broken: bool
    """Nothing could be made of it."""
    shown: bool = False
    pictures: Named = ()
    published_pictures: tuple[str, ...] = ()
    """The files that its pages show, each once."""
    addressed: Addressed | None = None
    changes_at: dt.datetime | None = None
    """When it comes out by itself: from then on this record is another's."""
    status: Status = Status.PUBLISHED
    date: dt.date = dt.date.min
    modified: dt.date = dt.date.min
    states: tuple[tuple[State, int], ...] = ()
    stated: Stated = ()
    linked: Linked | None = None
    tally: Tally | None = None
    risk_points: tuple[float, ...] = ()
    """Of its riskiest pairs, the highest first."""
    headline_digest: str = ""
    """Of what lists show of it, its address too."""
    pages: Mapping[str, PageSummary] | None = None
    """By the edition."""
    data: str = ""
    """A hash over its data; empty where it has none."""
    licence: str = ""
    """That lets its pairs into the corpus; empty where they may not."""
    aside: Aside = NOTHING

    @property
    def below(self) -> str:
        """Its address below an edition."""
        return self.addressed.below if self.addressed else ""

    @property
    def listed(self) -> bool:
        return self.shown and self.status is not Status.RETRACTED

    def risky(self) -> tuple[Risky, ...]:
        found = codec.unpack(Dangers, self.aside.risky_pairs)
        return found.pairs if found else ()

    def found(self) -> tuple[Problem, ...]:
        return unpacked(self.aside.findings)

    def briefing(self) -> Briefing:
        """Title and key points."""
        return codec.loads(Headline, self.aside.headline).briefing(self.path)


@dataclass(frozen=True, slots=True)
class Findings:
    problems: tuple[Problem, ...]
    """As severe as a build says them."""


def unpacked(findings: bytes) -> tuple[Problem, ...]:
    """`Aside.findings` as problems."""
    found = codec.unpack(Findings, findings) if findings else None
    return found.problems if found else ()


@dataclass(frozen=True, slots=True)
class PageParts:
    """What stands on an article's page in one edition, as HTML."""

    html: str
    """All but the footer."""
    dates: str
    """The footer's dates; empty where it has none."""
    headings: tuple[Heading, ...]
    head: str
    """What its `<head>` says to those who share, follow and index it."""


@dataclass(frozen=True, slots=True)
class Pages:
    of: Mapping[str, PageParts]
    """By the edition."""


@dataclass(frozen=True, slots=True)
class Found:
    """What search finds in an article."""

    of: Mapping[str, Findable]
    """By the edition; without those in which it finds nothing."""


@dataclass(frozen=True, slots=True)
class Record:
    summary: Summary
    pages: Pages | None
    """None for what has no pages."""
    found: Found | None = None
    data: Data | None = None


@dataclass(frozen=True, slots=True)
class Packed:
    """A record as it is kept. Packed where it is made, so that a worker has only bytes to send."""

    path: str
    summary: bytes
    """Without what is aside."""
    aside: Aside
    pictures: Named
    parts: Mapping[str, bytes]
    """`pages`, `found` and `data`, where there are any."""
