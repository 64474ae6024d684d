"""Aligned pairs as a translation memory (TMX) or as lines of JSON, with their states.

A stale English stands beside the Indonesian that it was made for: a memory that paired it with the present
wording would teach a wrong translation. Everything is written article by article, so that a corpus of any
size is put together from what was written of each.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from sejajar import __version__
from sejajar.catalogs import Briefing, Pair
from sejajar.language.inline import pieces
from sejajar.model import Article, Edition, Key, Stamp
from sejajar.rendering.machine.xml_text import clean
from sejajar.site.publication import Publication
from sejajar.visible import visible_json


@dataclass(frozen=True, slots=True)
class Row:
    """One segment of the corpus."""

    article: Article
    pair: Pair
    url: str
    """Of the pair on the English page; empty where the site has no address."""
    terms: str = ""
    """On which the text is there."""
    withheld: bool = False
    """The English is not for readers yet."""
    signer: Callable[[str], str] = str
    """What a reviewer is called where this goes; empty for who is not to be named."""

    @property
    def id(self) -> str:
        """Of the site's segments this one: no edit of its wording changes it."""
        return f"{self.article.slug}#{self.pair.entry.anchor}"

    @property
    def english(self) -> str:
        return "" if self.withheld else self.pair.entry.msgstr

    @property
    def state(self) -> str:
        return "pending" if self.withheld else str(self.pair.entry.state)

    @property
    def approval(self) -> Stamp | None:
        """Who answers for this English, and since when."""
        return self.pair.entry.reviewed if self.pair.entry.signed and not self.withheld else None

    @property
    def reviewer(self) -> str:
        return self.signer(self.approval.who) if self.approval else ""

    @property
    def made(self) -> Stamp | None:
        """Which engine made this English, and when."""
        return self.pair.entry.machine if self.pair.entry.unchanged and not self.withheld else None


def rows_of(
    briefing: Briefing,
    told: Publication,
    terms: str = "",
    withheld: Collection[Key] = (),
    signer: Callable[[str], str] = str,
) -> Iterator[Row]:
    """All segments in the order of reading, those without English among them.

    `withheld`: the keys of those whose English is not for readers yet.
    """
    article = briefing.article
    page = told.address(told.places.article(article, "en")) if told.url else ""
    for key, pair in briefing.pairs.items():
        yield Row(
            article, pair, f"{page}#{pair.entry.anchor}" if page else "", terms, key in withheld, signer
        )


def lines(rows: Iterable[Row]) -> str:
    """JSON Lines: an object a segment, each with the same keys, texts as Markdown, dates as in ISO 8601."""
    return visible_json("".join(f"{json.dumps(_facts(row), ensure_ascii=False)}\n" for row in rows))


def pair_facts(row: Row) -> dict[str, str]:
    """Both texts, and who made and approved the English, of which Indonesian; empty where nothing tells."""
    entry = row.pair.entry
    return {
        "kind": str(row.pair.segment.kind),
        "state": row.state,
        "indonesian": row.pair.segment.text,
        "english": row.english,
        "made_for": entry.origin if row.english else "",
        "engine": row.made.who if row.made else "",
        "reviewer": row.reviewer,
        "reviewed": row.approval.date.isoformat() if row.approval else "",
    }


def _facts(row: Row) -> dict[str, str]:
    return {
        "article": row.article.path,
        "id": row.id,
        **pair_facts(row),
        "date": row.article.metadata.date.isoformat(),
        "anchor": row.pair.entry.anchor,
        "url": row.url,
        "license": row.terms,
    }


HEADER = {
    "creationtool": "Sejajar",
    "creationtoolversion": __version__,
    "segtype": "paragraph",
    "o-tmf": "PO",
    "adminlang": "en",
    "srclang": "id",
    "datatype": "plaintext",
}


def tmx_start() -> str:
    """All of a translation memory before its units: TMX 1.4b at its level 2.

    Emphasis and links are paired codes, whose content is the Markdown that they stand for, so that the whole
    content of a segment is its Markdown. See https://www.gala-global.org/tmx-14b.
    """
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    return f'{declaration}<tmx version="1.4">\n  <header{_attributes(HEADER)} />\n  <body>\n'


TMX_END = "  </body>\n</tmx>\n"


def tmx(units: str) -> str:
    """A whole translation memory of these units."""
    return f"{tmx_start()}{units}{TMX_END}"


def tmx_units(rows: Iterable[Row]) -> str:
    """A unit for each segment that has English."""
    return clean("".join(_unit(row) for row in rows if row.english))


class _Numbers:
    """Tells which code of one language is which of the other: the same sort, and of these the same turn."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, int], int] = {}

    def of(self, sort: str, turn: int) -> str:
        return str(self.known.setdefault((sort, turn), len(self.known) + 1))


def _unit(row: Row) -> str:
    """As text, since a tree of a whole article takes as long as its page."""
    numbers = _Numbers()
    facts = {
        "state": row.state,
        "article": row.article.path,
        "kind": str(row.pair.segment.kind),
        "date": row.article.metadata.date.isoformat(),
        "reviewer": row.reviewer,
        "url": row.url,
        "license": row.terms,
    }
    stamps: dict[str, str] = {}
    if row.made:
        stamps |= {"creationdate": _time(row.made.date), "creationid": row.made.who}
    if row.approval:
        stamps |= {"changedate": _time(row.approval.date)}
        stamps |= {"changeid": row.reviewer} if row.reviewer else {}
    props = (f'      <prop type="{name}">{escape(value)}</prop>\n' for name, value in facts.items() if value)
    return (
        f"    <tu{_attributes({'tuid': row.id, 'srclang': 'id'})}>\n{''.join(props)}"
        f"{_variant('id', row.pair.entry.origin, {}, numbers)}"
        f"{_variant('en', row.english, stamps, numbers)}    </tu>\n"
    )


def _variant(language: Edition, text: str, stamps: Mapping[str, str], numbers: _Numbers) -> str:
    """White space inside `seg` would be text."""
    attributes = _attributes({"xml:lang": language, **stamps})
    return f"      <tuv{attributes}>\n        <seg>{_codes(text, numbers)}</seg>\n      </tuv>\n"


def _element(name: str, attributes: Mapping[str, str], text: str) -> str:
    return f"<{name}{_attributes(attributes)}>{escape(text)}</{name}>"


_QUOTED = {'"': "&quot;", "\t": "&#09;", "\n": "&#10;", "\r": "&#13;"}


def _attributes(of: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value, _QUOTED)}"' for name, value in of.items())


_TYPES = {"em": "italic", "strong": "bold", "a": "link"}
"""As the specification recommends for the attribute `type`."""


def _codes(text: str, numbers: _Numbers) -> str:
    """A segment's words as text, its markup as codes."""
    turns: Counter[str] = Counter()
    open_: list[str] = []
    written = []
    for index, piece in enumerate(pieces(text), 1):
        if not piece.tag:
            written.append(escape(piece.text))
        elif piece.opens:
            turns[piece.tag] += 1
            open_.append(str(index))
            code = {"i": str(index), "x": numbers.of(piece.tag, turns[piece.tag]), "type": _TYPES[piece.tag]}
            written.append(_element("bpt", code, piece.text))
        else:
            written.append(_element("ept", {"i": open_.pop()}, piece.text))
    return "".join(written)


def _time(day: dt.date) -> str:
    """A day as TMX writes times: ISO 8601 in the basic form, in UTC."""
    return f"{day:%Y%m%d}T000000Z"
