"""The verb that makes pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sejajar import rendering, storage
from sejajar.build.checks import CheckResults, by_pair
from sejajar.build.risks import Risky, riskiest, risky
from sejajar.checking import Checked
from sejajar.model import Image, Problem, Status
from sejajar.site.workspace import Site, Workspace


def generate(site: Site, workspace: Workspace, found: CheckResults | None = None) -> storage.Written:
    """Brings the Markdown pages and images below `docs` up to date, for people and for other builders.

    `found` is counted on the editors' page.
    """
    if linked := storage.linked(site.root, site.docs):
        return storage.Written(problems=linked)
    media = _media(site, workspace)
    name = storage.relative(site.docs, site.root)
    pages = {page.path: page.text for page in _pages(site, workspace, media, found, marked=False)}
    return storage.write_products(site.docs, name, site.folders, pages, media, rendering.is_product)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What one build is made from, whatever another generates meanwhile."""

    pages: Mapping[str, Path] = field(default_factory=dict)
    """By the path below `docs` at which the site has it: where the file is. Each is this run's own."""
    pictures: Mapping[str, Path] = field(default_factory=dict)
    """The same."""
    converted: Mapping[str, rendering.Converted] = field(default_factory=dict)
    """What MkDocs would make of each page, so that it need not."""
    problems: tuple[Problem, ...] = ()


def prepare(
    site: Site,
    workspace: Workspace,
    own: storage.RunFolder,
    found: CheckResults | None = None,
    *,
    marked: bool = False,
) -> Prepared:
    """As `generate`, for a build: pages into a folder of its own, so that those of no other run reach it.

    `docs` is only looked at: nobody else's files may stand where pages and pictures go. With `marked` each
    finding stands on its pair too.
    """
    media = _media(site, workspace)
    name = storage.relative(site.docs, site.root)
    if foreign := storage.foreign_files(site.docs, name, site.folders, media, rendering.is_product):
        return Prepared(problems=foreign)
    pages = _pages(site, workspace, media, found, marked=marked)
    texts = {page.path: page.text for page in pages}
    made = own.fill(texts, media)
    return Prepared(
        {page.path: made[page.path] for page in pages},
        {path: made[path] for path in media},
        {page.path: page.converted(texts[page.path], site.directory_urls) for page in pages},
    )


def _pages(
    site: Site,
    workspace: Workspace,
    media: Mapping[str, storage.Picture],
    found: CheckResults | None,
    *,
    marked: bool,
) -> tuple[rendering.Page, ...]:
    sizes = {path: picture.size for path, picture in media.items() if picture.size}
    options = rendering.Options(
        site.settings.content,
        site.settings.publish_english == "reviewed",
        findings=by_pair(workspace, found) if found and marked else {},
        flagged=found.counts if found else None,
        riskiest=riskiest(_risky(workspace, found)) if found else (),
        sizes=sizes,
        places=site.places,
        suggestions=rendering.suggestions(site.repo_url, site.edit_uri, site.settings.suggest),
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
    return {
        rendering.media_path(article, block.src): storage.find_picture(
            site.root, f"{article.folder}/{block.src}"
        )
        for article in (briefing.article for briefing in workspace.briefings)
        if article.metadata.status is not Status.RETRACTED
        for block in article.blocks
        if isinstance(block, Image)
    }
