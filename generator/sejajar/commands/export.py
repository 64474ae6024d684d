"""The aligned corpus: a site's pairs as a translation memory (TMX) or as lines of JSON, with their states.

What is retracted is not exported. A stale English stands beside the Indonesian that it was made for: a memory
that paired it with the present wording would teach a wrong translation.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sejajar import __version__
from sejajar.build.publishing import publication
from sejajar.catalogs import Pair
from sejajar.language.inline import pieces
from sejajar.model import Article, Stamp, Status
from sejajar.site.workspace import Site, Workspace
from sejajar.visible import visible_json


@dataclass(frozen=True, slots=True)
class Row:
    """One segment of the corpus."""

    article: Article
    pair: Pair
    url: str
    """Of the pair on the English page; empty where the site has no address."""

    @property
    def id(self) -> str:
        """Of the site's segments this one: no edit of its wording changes it."""
        return f"{self.article.slug}#{self.pair.entry.anchor}"

    @property
    def approval(self) -> Stamp | None:
        """Who answers for this English, and since when."""
        return self.pair.entry.reviewed if self.pair.entry.signed else None

    @property
    def made(self) -> Stamp | None:
        """Which engine made this English, and when."""
        return self.pair.entry.machine if self.pair.entry.unchanged else None


def rows(site: Site, workspace: Workspace) -> Iterator[Row]:
    """All segments in the order of articles and of reading, those without English among them."""
    told = publication(site)
    for briefing in workspace.briefings:
        article = briefing.article
        if article.metadata.status is Status.RETRACTED:
            continue
        page = told.address(told.places.article(article, "en")) if site.url else ""
        for pair in briefing.pairs.values():
            yield Row(article, pair, f"{page}#{pair.entry.anchor}" if page else "")


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
    """JSON Lines: an object a segment, each with the same keys, texts as Markdown, dates as in ISO 8601."""
    return "".join(
        f"{visible_json(json.dumps(_facts(row), ensure_ascii=False))}\n" for row in rows(site, workspace)
    )


def _facts(row: Row) -> dict[str, str]:
    entry = row.pair.entry
    return {
        "article": row.article.path,
        "id": row.id,
        "kind": str(row.pair.segment.kind),
        "state": str(entry.state),
        "indonesian": row.pair.segment.text,
        "english": entry.msgstr,
        "made_for": entry.origin if entry.msgstr else "",
        "engine": row.made.who if row.made else "",
        "reviewer": row.approval.who if row.approval else "",
        "reviewed": row.approval.date.isoformat() if row.approval else "",
        "date": row.article.metadata.date.isoformat(),
        "anchor": entry.anchor,
        "url": row.url,
    }


def tmx(site: Site, workspace: Workspace) -> str:
    """A translation memory: a unit for each segment that has English, TMX 1.4b at its level 2.

    Emphasis and links are paired codes, whose content is the Markdown that they stand for, so that the whole
    content of a segment is its Markdown. See https://www.gala-global.org/tmx-14b.
    """
    root = ET.Element("tmx", version="1.4")
    header = {
        "creationtool": "Sejajar",
        "creationtoolversion": __version__,
        "segtype": "paragraph",
        "o-tmf": "PO",
        "adminlang": "en",
        "srclang": "id",
        "datatype": "plaintext",
    }
    ET.SubElement(root, "header", header)
    body = ET.SubElement(root, "body")
    segments: list[tuple[ET.Element, str, _Numbers]] = []
    for row in rows(site, workspace):
        if row.pair.entry.msgstr:
            segments += _unit(body, row)
    ET.indent(root)
    for segment, text, numbers in segments:  # only now: white space inside a segment would be text
        _fill(segment, text, numbers)
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    return f"{declaration}{ET.tostring(root, encoding='unicode')}\n"


class _Numbers:
    """Tells which code of one language is which of the other: the same sort, and of these the same turn."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, int], int] = {}

    def of(self, sort: str, turn: int) -> str:
        return str(self.known.setdefault((sort, turn), len(self.known) + 1))


def _unit(body: ET.Element, row: Row) -> list[tuple[ET.Element, str, _Numbers]]:
    """Adds a unit; its segments are still to be filled with these texts."""
    entry, numbers = row.pair.entry, _Numbers()
    unit = ET.SubElement(body, "tu", tuid=_clean(row.id), srclang="id")
    facts = {
        "state": str(entry.state),
        "article": row.article.path,
        "kind": str(row.pair.segment.kind),
        "date": row.article.metadata.date.isoformat(),
        "reviewer": row.approval.who if row.approval else "",
        "url": row.url,
    }
    for name, value in facts.items():
        if value:
            ET.SubElement(unit, "prop", type=name).text = _clean(value)
    stamps: dict[str, str] = {}
    if row.made:
        stamps |= {"creationdate": _time(row.made.date), "creationid": _clean(row.made.who)}
    if row.approval:
        stamps |= {"changedate": _time(row.approval.date), "changeid": _clean(row.approval.who)}
    variants: tuple[tuple[str, str, dict[str, str]], ...] = (
        ("id", entry.origin, {}),
        ("en", entry.msgstr, stamps),
    )
    return [
        (ET.SubElement(ET.SubElement(unit, "tuv", {_LANG: language} | more), "seg"), text, numbers)
        for language, text, more in variants
    ]


_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TYPES = {"em": "italic", "strong": "bold", "a": "link"}
"""As the specification recommends for the attribute `type`."""


def _fill(segment: ET.Element, text: str, numbers: _Numbers) -> None:
    """The segment's words as text, its markup as codes."""
    turns: Counter[str] = Counter()
    open_: list[str] = []
    for index, piece in enumerate(pieces(text), 1):
        if not piece.tag:
            _append(segment, piece.text)
        elif piece.opens:
            turns[piece.tag] += 1
            open_.append(str(index))
            code = {"i": str(index), "x": numbers.of(piece.tag, turns[piece.tag]), "type": _TYPES[piece.tag]}
            ET.SubElement(segment, "bpt", code).text = _clean(piece.text)
        else:
            ET.SubElement(segment, "ept", i=open_.pop()).text = _clean(piece.text)


def _append(segment: ET.Element, text: str) -> None:
    text = _clean(text)
    if len(segment):
        segment[-1].tail = (segment[-1].tail or "") + text
    else:
        segment.text = (segment.text or "") + text


def _time(day: dt.date) -> str:
    """A day as TMX writes times: ISO 8601 in the basic form, in UTC."""
    return f"{day:%Y%m%d}T000000Z"


_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, not even as a reference."""


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
