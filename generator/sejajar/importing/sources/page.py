"""A saved or fetched web page as blocks: its article's body inside, all else marked as outside."""

from __future__ import annotations

from dataclasses import dataclass

from sejajar.importing.blocks import Material
from sejajar.importing.sources.body import marked
from sejajar.importing.sources.facts import read_facts
from sejajar.importing.sources.markup import parsed
from sejajar.importing.sources.parts import about_parts, parts_of
from sejajar.importing.sources.segments import segments_of
from sejajar.importing.sources.text import refused
from sejajar.importing.sources.verdict import no_article

LARGEST = 20_000_000
"""Characters of a page that is read at all."""


@dataclass(frozen=True, slots=True)
class Page:
    material: Material
    whole: str = ""
    """The address that has all parts on one page."""
    parts: tuple[str, ...] = ()
    """The addresses of its other parts, in order."""


def read_page(text: str, path: str, url: str = "") -> Page:
    """A page's blocks and what it says of itself; a page without an article is a problem. Never fails."""
    if len(text) > LARGEST:
        return Page(
            refused(path, "too-large", "the page is larger than 20 MB", "save the article as plain text")
        )
    tree = parsed(text)
    if tree is None:
        return Page(refused(path, "empty", "there is no text", "save the page again, or paste its article"))
    page = read_facts(tree, url)
    segments = segments_of(tree)
    blocks, problems = marked(segments, tree, text, page, path)
    whole, parts = parts_of(tree, page.facts.url or url)
    if whole or parts:
        problems = (*problems, about_parts(path, whole, parts))
    if reason := no_article(blocks, segments, page, path):
        return Page(Material(path, (), page.facts, (*problems, reason)))
    return Page(Material(path, blocks, page.facts, problems), whole, parts)
