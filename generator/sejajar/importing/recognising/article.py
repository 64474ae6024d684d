"""Blocks → a draft article, what was recognised and set aside, and what an editor should look at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from urllib.parse import urlsplit

from sejajar.formats.article import from_plain, normal
from sejajar.importing.blocks import Block, Facts, Form, Material
from sejajar.importing.recognising import report
from sejajar.importing.recognising.bylines import Bylines, credited, read_bylines, signed_outlet
from sejajar.importing.recognising.dateline import read_head
from sejajar.importing.recognising.dates import Dated
from sejajar.importing.recognising.headline import read_headline
from sejajar.importing.recognising.imprint import (
    beside,
    completed,
    date_of,
    head_length,
    publication_lines,
    without_labels,
)
from sejajar.importing.recognising.noise import Aside, sift
from sejajar.importing.recognising.outline import outline_of
from sejajar.importing.recognising.page import narrowed
from sejajar.importing.recognising.pictures import with_pictures, without_captions_above
from sejajar.importing.recognising.report import Reading
from sejajar.importing.slugs import slug_of
from sejajar.importing.speech.quotes import Piece, Speech, speeches
from sejajar.importing.speech.sources import own_outlet, sources_in
from sejajar.language.cells import is_figure
from sejajar.model import (
    Article,
    Cell,
    Image,
    ItemList,
    Kind,
    Location,
    Metadata,
    Paragraph,
    Problem,
    Quote,
    Reference,
    Section,
    Segment,
    Severity,
    Source,
    Status,
    Table,
    numbered,
)
from sejajar.model import Block as ArticleBlock

NO_SLUG = "artikel"


@dataclass(frozen=True, slots=True)
class Given:
    """What the editor says about a text; it goes before what the text says."""

    date: dt.date | None = None
    title: str = ""
    outlet: str = ""
    url: str = ""
    place: str = ""
    tags: tuple[str, ...] = ()
    keep_noise: bool = False
    pictures: Mapping[str, str] = field(default_factory=dict)
    """File names of images, by their addresses in the source; all others are set aside."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What came out of a source; without an article, at least one problem is an error."""

    article: Article | None
    problems: tuple[Problem, ...]
    """In the order of their lines."""
    summary: tuple[str, ...] = ()
    """Lines for the editor that say what was recognised, and where."""
    aside: tuple[Aside, ...] = ()
    """What is not in the article, in the order of the lines."""


def recognise(material: Material, given: Given, *, today: dt.date, content: str = "content") -> Recognised:
    """Reads an article from a source's blocks.

    `today` bounds the dates that are believed; `content` is the folder that holds the articles. Every word
    of the blocks is in the article, in its text or front matter, or in what is set aside, but for the marks
    of lists.
    """
    path = material.path
    if not material.blocks:
        return Recognised(None, material.problems or (_empty(path),))
    parted = _parted(material, given)
    outline = outline_of(parted.kept, path)
    facts = completed(material.facts, given.url, parted.dates, parted.bylines)
    head = read_head(outline.lead, given.place, given.outlet)
    aside = (*parted.aside, *outline.aside, *head.aside)
    ordered = tuple(sorted(aside, key=lambda one: one.line))
    if not (head.lead or outline.parts):
        return Recognised(None, (*material.problems, _no_text(path, material.blocks[0].line)), aside=ordered)
    body = (*head.lead, *(block for part in outline.parts for block in part.blocks))
    dated, problems = date_of(
        given.date, facts, (*_titles(parted.title), *outline.points, *body), aside, path, today
    )
    outlet = given.outlet or head.outlet or facts.outlet or own_outlet(body) or signed_outlet(aside)
    reading = Reading(
        path,
        parted.title,
        outline,
        head,
        body,
        dated,
        facts,
        outlet,
        speeches(body),
        _sources(body, outlet),
        ordered,
    )
    problems = (*material.problems, *problems, *report.problems_of(reading))
    article = None
    if dated.day and parted.title:
        article = _article(reading, dated.day, content, given)
    by_line = tuple(sorted(problems, key=lambda problem: problem.location.line))
    return Recognised(article, by_line, report.summary_of(reading), ordered)


@dataclass(frozen=True, slots=True)
class _Parted:
    """A source's blocks: the article's own, and what was taken out above, below and between them."""

    title: Block | None
    kept: tuple[Block, ...]
    aside: tuple[Aside, ...]
    dates: tuple[tuple[Dated, bool], ...]
    bylines: Bylines


def _parted(material: Material, given: Given) -> _Parted:
    blocks, page, found = narrowed(material.blocks)
    blocks, pictures = with_pictures(blocks, given.pictures)
    headline = read_headline(blocks, _told(material.facts, given), found)
    dates, undated = publication_lines(headline.rest)
    bylines = read_bylines(undated, head_length(undated), beside(headline.rest, dates))
    sifted = sift(bylines.kept, max((one.line for one in bylines.aside), default=0))
    kept, captions = without_captions_above(sifted.kept)
    kept, labels = without_labels(kept, labelled=bool(dates or bylines.aside))
    around = (*page, *pictures, *headline.aside, *dates.values(), *bylines.aside)
    aside = (*around, *sifted.aside, *captions, *labels)
    if given.keep_noise:
        kept, aside = headline.rest, headline.aside
    bylines = replace(bylines, authors=bylines.authors or credited(sifted.aside))
    return _Parted(headline.title, kept, aside, tuple(dates), bylines)


def _empty(path: str) -> Problem:
    message, hint = "there is no text", "paste the title and, below it, the article"
    return Problem(Location(path), Severity.ERROR, "empty", message, hint)


def _no_text(path: str, line: int) -> Problem:
    message = "there is a title, but no paragraph below it"
    hint = "paste the whole article below its title, a paragraph a line"
    return Problem(Location(path, line), Severity.ERROR, "no-text", message, hint)


def _titles(title: Block | None) -> tuple[Block, ...]:
    return (title,) if title else ()


def _told(facts: Facts, given: Given) -> Facts:
    return replace(facts, title=given.title) if given.title else facts


def _sources(body: Sequence[Block], outlet: str) -> dict[str, int]:
    """The outlets that the text draws on, each with the line that first names it."""
    sources: dict[str, int] = {}
    known = {outlet.casefold()}
    for block in body:
        for name in sources_in(block.text):
            if name.casefold() not in known:
                known.add(name.casefold())
                sources[name] = block.line
    return sources


def _article(reading: Reading, day: dt.date, content: str, given: Given) -> Article:
    title, facts = reading.title, reading.facts
    assert title
    slug = slug_of(title.text) or NO_SLUG
    metadata = Metadata(
        date=day,
        status=Status.DRAFT,
        updated=facts.updated if facts.updated and facts.updated > day else None,
        place=reading.head.place,
        authors=facts.authors,
        editors=facts.editors,
        source=_source(reading.outlet, facts.url),
        references=tuple(map(Reference, reading.sources)),
        tags=given.tags,
    )
    article = Article(
        path=f"{content}/{day.year:04}/{day.isoformat()}-{slug}/article.id.md",
        metadata=metadata,
        title=_segment(Kind.TITLE, title),
        points=tuple(_segment(Kind.POINT, block) for block in reading.outline.points),
        lead=_blocks(reading.head.lead, reading.speeches, given.pictures),
        sections=tuple(
            Section(
                _segment(Kind.HEADING, part.heading),
                _blocks(part.blocks, reading.speeches, given.pictures),
                part.number,
            )
            for part in reading.outline.parts
        ),
    )
    return numbered(article)


def _source(outlet: str, url: str) -> Source | None:
    if not outlet and url:
        try:
            outlet = (urlsplit(url).hostname or url).removeprefix("www.")
        except ValueError:
            outlet = url
    return Source(outlet, url) if outlet else None


def _segment(kind: Kind, block: Block) -> Segment:
    return Segment(kind, normal(block.rich) if block.rich else from_plain(block.text), line=block.line)


def _blocks(
    blocks: Sequence[Block], speeches: Mapping[Block, tuple[Piece, ...]], pictures: Mapping[str, str]
) -> tuple[ArticleBlock, ...]:
    found: list[ArticleBlock] = []
    for form, run in groupby(blocks, key=lambda block: block.form):
        if form in (Form.ITEM, Form.NUMBERED):
            items = tuple(_segment(Kind.ITEM, block) for block in run)
            found.append(ItemList(items, ordered=form is Form.NUMBERED))
        elif form is Form.IMAGE:
            found += (_image(block, pictures) for block in run)
        elif form is Form.TABLE:
            found += map(_table, run)
        else:
            for block in run:
                _add(found, speeches.get(block, (Piece(block),)))
    return tuple(found)


def _add(found: list[ArticleBlock], pieces: Sequence[Piece]) -> None:
    """Adds a paragraph in its pieces; a quotation that goes on over paragraphs is one quote."""
    for piece in pieces:
        quote = found[-1] if found else None
        if not piece.speech:
            found.append(Paragraph(_segment(Kind.PARAGRAPH, piece.block)))
        elif piece.continues and isinstance(quote, Quote):
            found[-1] = replace(quote, paragraphs=(*quote.paragraphs, _segment(Kind.QUOTE, piece.block)))
        else:
            found.append(_quote(piece.block, piece.speech))


def _image(block: Block, pictures: Mapping[str, str]) -> Image:
    alt = _segment(Kind.ALT, block) if block.text else None
    caption = _segment(Kind.CAPTION, Block(block.line, block.caption)) if block.caption else None
    return Image(pictures[block.address], alt, caption, block.line)


def _table(block: Block) -> Table:
    head, *rows = block.rows
    caption = _segment(Kind.CAPTION, Block(block.line, block.caption)) if block.caption else None
    header = tuple(_cell(Kind.HEADER, text, block.line) for text in head)
    body = tuple(tuple(_cell(Kind.CELL, text, block.line) for text in row) for row in rows)
    return Table(header, body, caption=caption, line=block.line)


def _cell(kind: Kind, text: str, line: int) -> Cell:
    written = from_plain(text)
    return written if is_figure(written) else Segment(kind, written, line=line)


def _quote(block: Block, speech: Speech) -> Quote:
    who = ", ".join(filter(None, (speech.speaker.name, speech.speaker.role))) if speech.speaker.name else ""
    speaker = _segment(Kind.SPEAKER, Block(block.line, who)) if who else None
    return Quote((_segment(Kind.QUOTE, block),), speaker, speech.outlet)
