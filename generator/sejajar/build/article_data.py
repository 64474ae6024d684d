"""One article as data, as its record keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from sejajar.catalogs import Briefing
from sejajar.formats.glossary import Glossary
from sejajar.model import Status
from sejajar.rendering import Options, Publication, View
from sejajar.rendering.machine.article_data import article_json
from sejajar.rendering.machine.corpus import lines, rows_of, tmx_units
from sejajar.site.rights import terms_of


@dataclass(frozen=True, slots=True)
class Data:
    """An article as data: what lies beside its page, and what a corpus is put together from."""

    json: str
    units: str
    """Of a translation memory."""
    lines: str
    """JSON Lines."""


def data_of(
    briefing: Briefing, glossary: Glossary, options: Options, publication: Publication
) -> Data | None:
    """None for what is not out, for what its editors trust to few, and where the site has no address."""
    metadata = briefing.article.metadata
    if (
        not options.data
        or not publication.url
        or metadata.status is not Status.PUBLISHED
        or metadata.confidential
    ):
        return None
    view = View(briefing, "id", glossary, options.reviewed_only, places=options.places)
    withheld = {pair.segment.key for pair in briefing.pairs.values() if view.state(pair.segment) == "pending"}
    terms = terms_of(metadata, options.licence)
    rows = tuple(rows_of(briefing, publication, terms, withheld, options.people.signer))
    return Data(article_json(view, rows, publication, terms), tmx_units(rows), lines(rows))
