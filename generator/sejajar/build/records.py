"""What a build knows of one article: made from its files alone, and kept while nothing changes it.

A record has two parts. The *summary* is what all other pages and files need to know of the article; the
summaries of a site are one file. The *pages* are the article's own, and are read only where one is written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sejajar import rendering, storage
from sejajar.build import codec
from sejajar.build.article_data import Data, data_of
from sejajar.build.risks import Risky, risky
from sejajar.catalogs import Briefing, Pair
from sejajar.checking import Checked, check_counting
from sejajar.formats.glossary import Glossary
from sejajar.model import (
    EDITIONS,
    Article,
    Catalog,
    Edition,
    Entry,
    Metadata,
    Problem,
    Segment,
    Severity,
    State,
    Status,
    has_errors,
)
from sejajar.rendering import Card, Form, Place, Publication, View
from sejajar.rendering.article.body import article_tree
from sejajar.rendering.article.timeline import timeline
from sejajar.rendering.html.files import Heading, headings_of, with_header
from sejajar.rendering.lists.status import Tally, tally
from sejajar.rendering.machine.search_documents import Findable, findable
from sejajar.rendering.pages import Options, article_meta, article_view
from sejajar.site.cited import Outlets
from sejajar.site.connections import Linked, linked
from sejajar.site.lifecycle import as_shown, is_scheduled
from sejajar.site.missing_terms import Stated, stated
from sejajar.site.pictures import Named, find_pictures, named_pictures, published_pictures
from sejajar.site.publication import modified
from sejajar.site.readiness import Addressed, addressed
from sejajar.site.rights import licence_of
from sejajar.site.view import Extras, Size
from sejajar.site.workspace import parse


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
    risky_pairs: bytes = b""
    """These pairs: few are ever shown."""
    findings: tuple[Finding, ...] = ()
    headline: bytes = b""
    headline_digest: str = ""
    """Of what lists show of it, its address too."""
    pages: Mapping[str, PageSummary] | None = None
    """By the edition."""
    data: str = ""
    """A hash over its data; empty where it has none."""
    licence: str = ""
    """That lets its pairs into the corpus; empty where they may not."""

    @property
    def below(self) -> str:
        """Its address below an edition."""
        return self.addressed.below if self.addressed else ""

    @property
    def listed(self) -> bool:
        return self.shown and self.status is not Status.RETRACTED

    def risky(self) -> tuple[Risky, ...]:
        return codec.loads(Dangers, self.risky_pairs).pairs

    def briefing(self) -> Briefing:
        """Title and key points."""
        return codec.loads(Headline, self.headline).briefing(self.path)


_SEVERITIES = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.INFO}
"""What a build says of findings: a translation is not broken content, and an error would stop every build."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found in one pair."""

    problem: Problem
    """As severe as a build says it."""
    published: bool
    """Readers see this English even where they see only what is reviewed."""


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
    pictures: Named
    parts: Mapping[str, bytes]
    """`pages`, `found` and `data`, where there are any."""


def make_packed(source: storage.SourceFile, recipe: Recipe) -> Packed:
    record = make(source, recipe)
    parts = {"pages": record.pages, "found": record.found, "data": record.data}
    packed = {name: codec.pack(part) for name, part in parts.items() if part}
    summary = record.summary
    return Packed(summary.path, codec.dumps(summary), summary.pictures, packed)


def make(source: storage.SourceFile, recipe: Recipe) -> Record:
    """One article's record. Reads its pictures, and nothing else."""
    parsed = parse(source)
    if parsed.briefing is None:
        return Record(Summary(source.path, parsed.problems, broken=True), None)
    article = parsed.briefing.article
    shown = as_shown(parsed.briefing, recipe.now, drafts=recipe.drafts)
    pictures = named_pictures(article, source.files)
    moment = article.metadata.publish_at if is_scheduled(article.metadata, recipe.now) else None
    problems = parsed.problems
    if shown is None:
        problems = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
    common = Summary(
        source.path,
        problems,
        broken=False,
        pictures=pictures,
        addressed=addressed(article, source.text),
        changes_at=moment,
    )
    if shown is None or has_errors(parsed.problems):
        return Record(common, None)
    return _shown(common, shown, source, recipe)


def _shown(common: Summary, briefing: Briefing, source: storage.SourceFile, recipe: Recipe) -> Record:
    """The record of what readers see."""
    glossary, article = recipe.glossary, briefing.article
    try:
        found = find_pictures(recipe.root, article.path, published_pictures(article))
    except OSError:  # `flawed_pictures` says what is wrong, at each build
        return Record(common, None)
    sizes = {path: picture.size for path, picture in found.items() if picture.size}
    checked = check_counting(briefing, glossary, recipe.codes)
    pages = {edition: _page(briefing, edition, checked, sizes, recipe) for edition in EDITIONS}
    headline = codec.dumps(_headline(briefing))
    data = data_of(briefing, recipe.glossary, recipe.options, recipe.publication)
    pairs, dangers = briefing.pairs, risky(briefing, checked)
    summary = Summary(
        common.path,
        common.problems,
        broken=False,
        shown=True,
        pictures=common.pictures,
        published_pictures=published_pictures(article),
        addressed=common.addressed,
        changes_at=common.changes_at,
        status=article.metadata.status,
        date=article.metadata.date,
        modified=modified(article.metadata),
        states=tuple(briefing.counts.items()),
        stated=stated(article, source.text),
        linked=linked(briefing, glossary, Outlets(glossary), recipe.options.people),
        tally=tally(briefing, checked.flagged),
        risk_points=tuple(one.risk.points for one in dangers),
        risky_pairs=codec.dumps(Dangers(dangers)),
        findings=tuple(
            Finding(replace(problem, severity=severity), pairs[key].entry.state is State.REVIEWED)
            for key, problem in checked.found
            if (severity := _SEVERITIES.get(problem.severity))
        ),
        headline=headline,
        headline_digest=codec.digest((article.path, headline)),
        pages={edition: summary for edition, (summary, _, _) in pages.items()},
        data=codec.digest(data) if data else "",
        licence=licence_of(article.metadata, recipe.options.licence) if data else "",
    )
    texts = Found({edition: found for edition, (_, _, found) in pages.items() if found})
    return Record(summary, Pages({edition: parts for edition, (_, parts, _) in pages.items()}), texts, data)


def _page(
    briefing: Briefing,
    edition: Edition,
    checked: Checked,
    sizes: Mapping[str, Size],
    recipe: Recipe,
) -> tuple[PageSummary, PageParts, Findable | None]:
    article, publication = briefing.article, recipe.publication
    findings = {article.path: checked.by_pair} if recipe.drafts else {}
    options = replace(recipe.options, findings=findings, sizes=sizes)
    view = article_view(briefing, edition, recipe.glossary, options)
    path = view.places.article(article, edition)
    place = Place(path, publication.directory_urls, view.places)
    tree, meta = article_tree(view), article_meta(view)
    headings = headings_of((tree,))
    dates = timeline(view) if article.metadata.status is not Status.RETRACTED else None
    described = rendering.Described(
        path, edition, str(meta["title"] or publication.name), str(meta["description"]), has_counterpart=True
    )
    named = Extras(people=view.extras.people, signers=view.extras.signers)
    plain = View(briefing, edition, recipe.glossary, options.reviewed_only, named, places=view.places)
    parts = PageParts(
        with_header(path, article.path, rendering.write(tree, Form.HTML, place)),
        rendering.write(dates, Form.HTML, place) if dates else "",
        headings,
        rendering.page_head(
            described,
            publication,
            plain,
            cards=not recipe.drafts,
            data=options.data and not article.metadata.confidential,
            licence=options.licence,
        ),
    )
    found = findable(plain)
    published = article.metadata.status is Status.PUBLISHED
    card = rendering.card_of(plain, publication.name) if published else None
    said = codec.digest(found) if found else ""
    digest = codec.digest((parts.html, parts.dates, headings, parts.head))
    levels = tuple(heading.level for heading in headings)
    return PageSummary(meta, levels, digest, said, card), parts, found


def _headline(briefing: Briefing) -> Headline:
    article = briefing.article
    segments = (article.title, *article.points)
    return Headline(
        article.metadata, article.title, article.points, tuple(briefing[one].entry for one in segments)
    )
