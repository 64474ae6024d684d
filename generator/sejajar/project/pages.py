"""The verb that makes pages."""

from __future__ import annotations

from pathlib import Path

from sejajar import rendering, storage
from sejajar.model import Image, Status
from sejajar.project.desk import Desk, Site
from sejajar.project.fidelity import Checkup, by_pair


def generate(
    site: Site, desk: Desk, found: Checkup | None = None, *, marked: bool = False
) -> storage.Written:
    """Brings the Markdown pages and images below `docs` up to date.

    `found` is counted on the editors' page; `marked`: each finding stands on its pair too.
    """
    media = _media(site, desk)
    sizes = {path: size for path, file in media.items() if (size := storage.image_size(file))}
    options = rendering.Options(
        site.settings.content,
        site.settings.publish_english == "reviewed",
        findings=by_pair(desk, found) if found and marked else {},
        flagged=found.counts if found else None,
        sizes=sizes,
        repository=rendering.files_at(site.repo_url),
    )
    made = rendering.pages(desk.briefings, desk.glossary, options)
    pages = {page.path: page.text for page in made}
    name = storage.relative(site.docs, site.root)
    return storage.write_products(site.docs, name, pages, media, rendering.is_product)


def _media(site: Site, desk: Desk) -> dict[str, Path]:
    return {
        rendering.media_path(article, block.src): site.root / article.folder / block.src
        for article in (briefing.article for briefing in desk.briefings)
        if article.metadata.status is not Status.RETRACTED
        for block in article.blocks
        if isinstance(block, Image)
    }
