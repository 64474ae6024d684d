"""Makes the record of one article, of its files and a recipe alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sejajar import rendering, storage
from sejajar.build import codec
from sejajar.build.article_data import data_of
from sejajar.build.records import (
    NOTHING,
    Aside,
    Dangers,
    Findings,
    Found,
    Headline,
    Packed,
    PageParts,
    Pages,
    PageSummary,
    Recipe,
    Record,
    Summary,
)
from sejajar.build.risks import risky
from sejajar.catalogs import Briefing
from sejajar.checking import Checked, check_counting
from sejajar.model import (
    EDITIONS,
    Edition,
    Problem,
    Severity,
    State,
    Status,
    has_errors,
)
from sejajar.rendering import Form, Place, View
from sejajar.rendering.article.body import article_tree
from sejajar.rendering.article.timeline import timeline
from sejajar.rendering.html.files import headings_of, with_header
from sejajar.rendering.lists.status import tally
from sejajar.rendering.machine.search_documents import Findable, findable
from sejajar.rendering.pages import article_meta, article_view
from sejajar.site.cited import Outlets
from sejajar.site.connections import linked
from sejajar.site.lifecycle import as_shown, is_scheduled
from sejajar.site.missing_terms import stated
from sejajar.site.pictures import find_pictures, named_pictures, published_pictures
from sejajar.site.publication import modified
from sejajar.site.readiness import addressed
from sejajar.site.rights import licence_of
from sejajar.site.view import Extras, Size
from sejajar.site.workspace import parse

_SEVERITIES = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.INFO}
"""How severe a build says findings are: a translation is not broken content, and a warning fails a strict
build."""


def make_packed(source: storage.SourceFile, recipe: Recipe) -> Packed:
    record = make(source, recipe)
    parts = {"pages": record.pages, "found": record.found, "data": record.data}
    packed = {name: codec.pack(part) for name, part in parts.items() if part}
    summary = record.summary
    light = codec.dumps(replace(summary, aside=NOTHING))
    return Packed(summary.path, light, summary.aside, summary.pictures, packed)


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
    dangers, said = risky(briefing, checked), _said(briefing, checked, recipe)
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
        headline_digest=codec.digest((article.path, headline)),
        pages={edition: summary for edition, (summary, _, _) in pages.items()},
        data=codec.digest(data) if data else "",
        licence=licence_of(article.metadata, recipe.options.licence) if data else "",
        aside=Aside(
            headline,
            codec.pack(Dangers(dangers)) if dangers else b"",
            codec.pack(Findings(said)) if said else b"",
        ),
    )
    texts = Found({edition: found for edition, (_, _, found) in pages.items() if found})
    return Record(summary, Pages({edition: parts for edition, (_, parts, _) in pages.items()}), texts, data)


def _said(briefing: Briefing, checked: Checked, recipe: Recipe) -> tuple[Problem, ...]:
    """What a build says of the texts that are published, not of what is retracted or held back."""
    if briefing.article.metadata.status is Status.RETRACTED:
        return ()
    return tuple(
        replace(problem, severity=_SEVERITIES[problem.severity])
        for key, problem in checked.found
        if problem.severity in _SEVERITIES
        and (not recipe.options.reviewed_only or briefing.pairs[key].entry.state is State.REVIEWED)
    )


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
