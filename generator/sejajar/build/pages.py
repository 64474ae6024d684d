"""The verb that makes pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sejajar import rendering, storage
from sejajar.build.checks import CheckResults
from sejajar.build.risks import Risky, riskiest, risky
from sejajar.checking import Checked
from sejajar.site.people import naming
from sejajar.site.pictures import find_pictures, published_pictures
from sejajar.site.workspace import Site, Workspace


def generate(site: Site, workspace: Workspace, found: CheckResults | None = None) -> storage.Written:
    """Brings the Markdown pages and images below `docs` up to date, for people and for other builders.

    `found` is counted on the editors' page.
    """
    if linked := storage.linked(site.root, site.docs):
        return storage.Written(problems=linked)
    media = _media(site, workspace)
    name = storage.relative(site.docs, site.root)
    # What lies beside built pages is nothing that another builder would find.
    options = replace(options_of(site), data=False)
    pages = {page.path: page.text for page in _pages(workspace, media, found, options, marked=False)}
    return storage.write_products(site.docs, name, site.folders, pages, media, rendering.is_product)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What one build is made from, whatever another generates meanwhile."""

    pages: Mapping[str, Path]
    """By the path below `docs` at which the site has it: where the file is. Each is this run's own."""
    pictures: Mapping[str, Path]
    """The same."""


def prepare(
    site: Site,
    workspace: Workspace,
    own: storage.RunFolder,
    found: CheckResults | None = None,
    *,
    marked: bool = False,
) -> Prepared:
    """As `generate`, for a build: pages into a folder of its own, so that those of no other run reach it.

    `docs` is neither read nor written. With `marked` each finding stands on its pair too.
    """
    media = _media(site, workspace)
    pages = _pages(workspace, media, found, options_of(site), marked=marked)
    texts = {page.path: page.text for page in pages}
    made = own.fill(texts, media)
    return Prepared({path: made[path] for path in texts}, {path: made[path] for path in media})


def options_of(site: Site) -> rendering.Options:
    """What `mkdocs.yml` says of pages."""
    return rendering.Options(
        site.settings.content,
        site.settings.publish_english == "reviewed",
        places=site.places,
        data=site.settings.data and bool(site.url),
        licence=site.settings.license,
        cited_as=site.publication if site.settings.cite and site.url else None,
        people=naming(site.settings.people, has_repository=bool(site.repo_url)),
        suggestions=rendering.suggestions(site.repo_url, site.edit_uri, site.settings.suggest),
    )


def _pages(
    workspace: Workspace,
    media: Mapping[str, storage.Picture],
    found: CheckResults | None,
    options: rendering.Options,
    *,
    marked: bool,
) -> tuple[rendering.Page, ...]:
    sizes = {path: picture.size for path, picture in media.items() if picture.size}
    options = replace(
        options,
        findings={path: one.by_pair for path, one in found.of.items()} if found and marked else {},
        flagged=found.counts if found else None,
        riskiest=riskiest(_risky(workspace, found)) if found else (),
        sizes=sizes,
    )
    return rendering.pages(workspace.briefings, workspace.glossary, options)


def _risky(
    workspace: Workspace, found: CheckResults
) -> Iterator[tuple[str, list[float], Callable[[], tuple[Risky, ...]]]]:
    for briefing in workspace.briefings:
        path = briefing.article.path
        pairs = risky(briefing, found.of.get(path, Checked()))
        yield path, [one.risk.points for one in pairs], partial(tuple, pairs)


def _media(site: Site, workspace: Workspace) -> dict[str, storage.Picture]:
    """Raises PictureError where one is no picture any more, since the desk was loaded."""
    found: dict[str, storage.Picture] = {}
    for article in (briefing.article for briefing in workspace.briefings):
        found |= find_pictures(site.root, article.path, published_pictures(article))
    return found
