"""What a page says of itself: JSON-LD first, then its meta elements."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from sejajar.importing.blocks import Facts
from sejajar.importing.outlets import hours_at
from sejajar.importing.sources.cleaning import clean

_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|Report)$")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "content_publisheddate",
    "dtk:publishdate", "publishdate", "pubdate", "publish-date", "publish_date", "date", "dc.date",
    "dc.date.issued", "parsely-pub-date",
    "cxenseparse:recs:publishtime", "sailthru.date", "originalpublicationdate",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified")
_AUTHORS = (
    "content_author",
    "dtk:author",
    "author",
    "parsely-author",
    "article:author",
    "dc.creator",
    "cxenseparse:author",
)
_EDITORS = ("content_editor", "dtk:editor", "editor")
_MOMENT = re.compile(
    r"(?P<y>(?:19|20)\d\d)[-/.]?(?P<m>\d\d)[-/.]?(?P<d>\d\d)"
    r"(?:[T ]*(?P<h>\d\d):(?P<min>\d\d)(?::\d\d(?:\.\d+)?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
_INDONESIA = (420, 480, 540)
"""Minutes ahead of UTC: WIB, WITA, WIT."""
_LARGEST = 2_000_000
_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class PageFacts:
    facts: Facts
    types: frozenset[str] = frozenset()
    """All that JSON-LD and Open Graph say the page is."""
    free: bool = True
    """Not said to be for subscribers only."""
    body: str = ""
    """The article's text, where JSON-LD has it."""

    @property
    def is_article(self) -> bool:
        return any(_ARTICLE.search(kind) or kind == "article" for kind in self.types)


def read_facts(tree: Any, url: str) -> PageFacts:
    metas = _metas(tree)
    nodes = list(_linked(tree))
    types = {kind for node in nodes for kind in _types(node)} | (
        {metas["og:type"].casefold()} if "og:type" in metas else set()
    )
    article = next((node for node in nodes if any(map(_ARTICLE.search, _types(node)))), {})
    url = _canonical(tree, article, metas, url)
    hours = hours_at(url)
    date, origin = _date(article, metas, tree, hours)
    updated = _day(_text(article.get("dateModified")), hours) or _first_day(metas, _MODIFIED, hours)
    facts = Facts(
        title=_text(article.get("headline")) or metas.get("og:title", "") or _title(tree),
        outlet=metas.get("og:site_name", "") or next(iter(_names(article.get("publisher"))), ""),
        url=url,
        date=date,
        date_from=origin,
        updated=updated,
        authors=_names(article.get("author")) or _metas_of(metas, _AUTHORS),
        editors=_names(article.get("editor")) or _metas_of(metas, _EDITORS),
    )
    free = all(str(node.get("isAccessibleForFree", "true")).casefold() != "false" for node in nodes)
    return PageFacts(facts, frozenset(types), free, _long_text(article.get("articleBody")))


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = clean(html.unescape(element.get("content") or ""))
        if name and content:
            found.setdefault(name.strip().casefold(), content)
    return found


def _metas_of(metas: Mapping[str, str], names: tuple[str, ...]) -> tuple[str, ...]:
    return next(((metas[name],) for name in names if name in metas), ())


def _linked(tree: Any) -> Iterator[Mapping[str, Any]]:
    """The nodes of all JSON-LD of the page, graphs and lists unfolded."""
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "").casefold():
            continue
        text = (element.text or "").strip().removeprefix("<!--").removesuffix("-->").strip()
        if len(text) > _LARGEST:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            try:
                data = json.loads(re.sub(r",\s*([}\]])", r"\1", text).rstrip("; \n"), strict=False)
            except (ValueError, RecursionError):
                continue
        yield from _nodes(data)


def _nodes(data: Any) -> Iterator[Mapping[str, Any]]:
    stack: list[tuple[Any, int]] = [(data, 0)]
    while stack:
        value, depth = stack.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(value, dict):
            if "@type" in value:
                yield value
            inner = [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]
            stack += [(item, depth + 1) for item in reversed(inner)]
        elif isinstance(value, list):
            stack += [(item, depth + 1) for item in reversed(value)]


def _types(node: Mapping[str, Any]) -> list[str]:
    kinds = node.get("@type", "")
    return [str(kind) for kind in kinds] if isinstance(kinds, list) else [str(kinds)]


def _text(value: Any) -> str:
    return clean(html.unescape(html.unescape(value))) if isinstance(value, str) else ""


def _long_text(value: Any) -> str:
    return html.unescape(value) if isinstance(value, str) else ""


def _names(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    names = [_text(item.get("name")) if isinstance(item, dict) else _text(item) for item in items]
    return tuple(dict.fromkeys(filter(None, names)))


def _title(tree: Any) -> str:
    element = next(iter(tree.iter("title")), None)
    return clean(element.text_content()) if element is not None else ""


def _date(
    article: Mapping[str, Any], metas: Mapping[str, str], tree: Any, hours: int
) -> tuple[dt.date | None, str]:
    if day := _day(_text(article.get("datePublished")), hours):
        return day, "JSON-LD"
    for name in _PUBLISHED:
        if name in metas and (day := _day(metas[name], hours)):
            return day, name
    for element in tree.iter("time"):
        if (
            (moment := element.get("datetime"))
            and "update" not in (element.get("class") or "")
            and (day := _day(moment, hours))
        ):
            return day, "<time>"
    return None, ""


def _first_day(metas: Mapping[str, str], names: tuple[str, ...], hours: int) -> dt.date | None:
    return next((day for name in names if name in metas and (day := _day(metas[name], hours))), None)


def _day(moment: str, hours: int) -> dt.date | None:
    """The day of a moment as it is counted in Indonesia; one of another zone as the outlet's clocks have it,
    which are so many `hours` ahead of UTC.
    """
    match = _MOMENT.search(moment)
    if not match:
        return None
    try:
        day = dt.datetime(
            int(match["y"]), int(match["m"]), int(match["d"]), int(match["h"] or 0), int(match["min"] or 0)
        )
    except ValueError:
        return None
    zone = _minutes(match["zone"] or "")
    if not match["h"] or zone is None or zone in _INDONESIA:
        return day.date()
    return (day + dt.timedelta(hours=hours, minutes=-zone)).date()


def _minutes(zone: str) -> int | None:
    """What a zone is ahead of UTC; None where none is said."""
    if not zone or zone in ("Z", "UTC", "GMT"):
        return 0 if zone else None
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    return (60 * hours + minutes) * (-1 if zone[0] == "-" else 1)


def _canonical(tree: Any, article: Mapping[str, Any], metas: Mapping[str, str], url: str) -> str:
    links = [
        link.get("href") for link in tree.iter("link") if (link.get("rel") or "").casefold() == "canonical"
    ]
    about = article.get("mainEntityOfPage")
    told = about.get("@id") if isinstance(about, dict) else about
    for candidate in (*links, metas.get("og:url"), told, article.get("url")):
        if isinstance(candidate, str) and candidate.strip():
            try:
                absolute = urljoin(url, candidate.strip())
                parts = urlsplit(absolute)
            except ValueError:
                continue
            if parts.scheme in ("http", "https") and parts.hostname and parts.path not in ("", "/"):
                return absolute
    return url
