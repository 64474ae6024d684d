"""What the partials of our theme are told of a page: the same whether MkDocs or another builder made it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sejajar import rendering
from sejajar.model import Edition
from sejajar.site.workspace import Site


def page_context(
    site: Site,
    edition: Edition,
    *,
    counterpart_url: str | None,
    alternates: Sequence[tuple[str, str]],
    head: str,
    status_url: str | None,
) -> dict[str, Any]:
    """The variable `sejajar` of the templates. Both addresses are as the page writes them."""
    return {
        "edition": edition,
        "counterpart_url": counterpart_url,
        "alternates": alternates,
        "head": head,
        "strings": rendering.strings(edition),
        "words": site.settings.words,
        "status_url": status_url,
    }


def text_head(
    site: Site,
    path: str,
    edition: Edition,
    title: str,
    meta: Mapping[str, Any],
    *,
    url: str,
    cards: bool = True,
) -> str:
    """What a page written by hand says to those who share, follow and index it.

    `url`: its absolute address; empty where the site has none.
    """
    described = rendering.Described(
        path,
        edition,
        title,
        str(meta.get("description") or site.description),
        has_counterpart="counterpart" in meta,
        url=url,
    )
    return rendering.page_head(described, site.publication, cards=cards)
