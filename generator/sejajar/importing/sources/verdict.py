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
    body = [
        block
        for block in blocks
        if not block.outside and block.form is not Form.IMAGE and len(block.text) >= LONG
    ]
    said = (block for block in blocks if not block.outside and block.form is not Form.IMAGE)
    size = sum(len(block.text) for block in said if block.level != 1 and _SAID.search(block.text))
    url = page.facts.url
    everything = " ".join(segment.text for segment in segments)[:400_000]
    if (
        (not page.free or _PAYING.search(everything))
        and size < 5 * SHORTEST
        and (not page.free or size < 2 * SHORTEST)
    ):
        message = "the page shows only the beginning of an article that is for subscribers"
        hint = "open it as a subscriber, and save or paste the whole text"
        return Problem(Location(path), Severity.ERROR, "paywall", message, hint)
    teasers = sum(
        one.form is Form.HEADING and one.level > 1 and one.link_density > 0.8 and len(one.text) > 25
        for one in segments
    )
    within = [block for block in blocks if not block.outside]
    listed = teasers >= _TEASERS and not page.is_article
    hints = (
        listed,
        bool({"CollectionPage", "ItemList", "SearchResultsPage", "WebSite", "website"} & page.types)
        and not page.is_article,
        bool(_LISTS.search(urlsplit(url).path if url else ""))
        or (bool(url) and urlsplit(url).path in ("", "/")),
        size < SHORTEST,
        not page.facts.date,
    )
    pictures = sum(block.form is Form.IMAGE for block in within)
    if ("ImageGallery" in page.types or _PHOTOS.search(url or "") or pictures >= 4) and size < 2 * SHORTEST:
        message = "the page shows pictures and no article's text"
        hint = "import the page of an article"
        return Problem(Location(path), Severity.ERROR, "no-article", message, hint)
    if not body or sum(hints) >= 3 or (size < SHORTEST and not page.is_article):
        message = "the page is a list of articles or holds none"
        hint = "import the page of one article, or paste its text"
        return Problem(Location(path), Severity.ERROR, "no-article", message, hint)
    return None
