"""Pages without an article to import: lists, galleries, and what only subscribers see whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from sejajar.importing.blocks import Block, Form
from sejajar.importing.sources.body import LONG, SHORTEST
from sejajar.importing.sources.facts import PageFacts
from sejajar.importing.sources.segments import Segment
from sejajar.model import Location, Problem, Severity

_TEASERS = 5
_GALLERY = 4
"""Pictures within what a page shows that make it a gallery, if it says little."""
_READ = 400_000
"""Characters of a page in which its words for subscribers are looked for."""
_COLLECTIONS = frozenset({"CollectionPage", "ItemList", "SearchResultsPage", "WebSite", "website"})
"""What JSON-LD and Open Graph call pages of many articles."""
_SAID = re.compile(r"[.!?…:;”\"’)]$|.{60}")
"""A sentence, or a line as long as one."""
_LISTS = re.compile(
    r"/(?:indeks|index|tag|tags|topik|topic|search|kategori|category|author|penulis|terpopuler|rubrik)(?:/|$|\?)"
)
_PHOTOS = re.compile(
    r"/(?:foto|photo|gallery|galeri|fotostop|infografis|infographic|multimedia)s?(?:news|kita)?/",
    re.IGNORECASE,
)
_PAYING = re.compile(
    r"(?:khusus|eksklusif) (?:untuk )?pelanggan|berlangganan untuk (?:membaca|melanjutkan)"
    r"|lanjutkan membaca dengan berlangganan"
    r"|konten (?:premium|berbayar)|sudah berlangganan|subscribe to (?:read|continue)"
    r"|baca selengkapnya dengan berlangganan",
    re.IGNORECASE,
)


def no_article(
    blocks: Sequence[Block], segments: Sequence[Segment], page: PageFacts, path: str
) -> Problem | None:
    """Why there is no article to import here; None where there is one."""
    own = [block for block in blocks if not block.outside]
    texts = [block for block in own if block.form is not Form.IMAGE]
    size = sum(len(block.text) for block in texts if block.level != 1 and _SAID.search(block.text))
    if _is_cut_off(segments, page, size):
        message = "the page shows only the beginning of an article that is for subscribers"
        hint = "open it as a subscriber, and save or paste the whole text"
        return Problem(Location(path), Severity.ERROR, "paywall", message, hint)
    pictures = len(own) - len(texts)
    if size < 2 * SHORTEST and (
        pictures >= _GALLERY or "ImageGallery" in page.types or _PHOTOS.search(page.facts.url)
    ):
        message = "the page shows pictures and no article's text"
        hint = "import the page of an article"
        return Problem(Location(path), Severity.ERROR, "no-article", message, hint)
    paragraph = any(len(block.text) >= LONG for block in texts)
    if not paragraph or (size < SHORTEST and not page.is_article) or _is_list(segments, page, size):
        message = "the page is a list of articles or holds none"
        hint = "import the page of one article, or paste its text"
        return Problem(Location(path), Severity.ERROR, "no-article", message, hint)
    return None


def _is_cut_off(segments: Sequence[Segment], page: PageFacts, size: int) -> bool:
    """Whether a page for subscribers shows less than an article, `size` characters."""
    if not page.free:
        return size < 5 * SHORTEST
    # What only its words say may be said of other pages.
    if size >= 2 * SHORTEST:
        return False
    return bool(_PAYING.search(" ".join(segment.text for segment in segments)[:_READ]))


def _is_list(segments: Sequence[Segment], page: PageFacts, size: int) -> bool:
    """Whether most of what lists of articles show is there."""
    teasers = sum(
        one.form is Form.HEADING and one.level > 1 and one.link_density > 0.8 and len(one.text) > 25
        for one in segments
    )
    url = page.facts.url
    place = urlsplit(url).path if url else ""
    signs = (
        teasers >= _TEASERS and not page.is_article,
        not _COLLECTIONS.isdisjoint(page.types) and not page.is_article,
        bool(_LISTS.search(place)) or (bool(url) and place in ("", "/")),
        size < SHORTEST,
        not page.facts.date,
    )
    return sum(signs) >= 3
