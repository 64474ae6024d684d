"""The aligned corpus as one file: a site's pairs as a translation memory (TMX) or as lines of JSON.

What is retracted is not exported.
"""

from __future__ import annotations

from collections.abc import Iterator

from sejajar.model import Status
from sejajar.rendering.machine import corpus
from sejajar.rendering.machine.corpus import Row
from sejajar.site.rights import terms_of
from sejajar.site.workspace import Site, Workspace


def rows(site: Site, workspace: Workspace) -> Iterator[Row]:
    """All segments in the order of articles and of reading, those without English among them."""
    for briefing in workspace.briefings:
        metadata = briefing.article.metadata
        if metadata.status is not Status.RETRACTED:
            yield from corpus.rows_of(briefing, site.publication, terms_of(metadata, site.settings.license))


def size(workspace: Workspace, sort: str) -> tuple[int, int]:
    """How many pairs of how many articles a file holds; a translation memory holds only what has English."""
    found = [
        (briefing.article.path, pair)
        for briefing in workspace.briefings
        if sort not in ("tmx", "jsonl") or briefing.article.metadata.status is not Status.RETRACTED
        for pair in briefing.pairs.values()
        if sort != "tmx" or pair.entry.msgstr
    ]
    return len(found), len({path for path, _ in found})


def jsonl(site: Site, workspace: Workspace) -> str:
    """An object a segment."""
    return corpus.lines(rows(site, workspace))


def tmx(site: Site, workspace: Workspace) -> str:
    """A translation memory: a unit for each segment that has English."""
    return corpus.tmx(corpus.tmx_units(rows(site, workspace)))
