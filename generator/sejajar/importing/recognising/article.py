"""Pasted text → a draft article, what was recognised in it, and what an editor should look at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from sejajar.article import from_plain
from sejajar.importing.recognising import report
from sejajar.importing.recognising.dateline import read_head
from sejajar.importing.recognising.dates import article_date
from sejajar.importing.recognising.outline import outline_of
from sejajar.importing.recognising.people import Earlier
from sejajar.importing.recognising.quotes import Speech, read_speech, sources_in
from sejajar.importing.recognising.report import Reading
from sejajar.importing.sources.text import Line, is_binary, lines_of, slug_of
from sejajar.model import (
    Article,
    Block,
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
    numbered,
)

NO_SLUG = "artikel"


@dataclass(frozen=True, slots=True)
class Recognised:
    """What came out of a pasted text; without an article, at least one problem is an error."""

    article: Article | None
    problems: tuple[Problem, ...]
    """In the order of their lines."""
    summary: tuple[str, ...]
    """Lines for the editor that say what was recognised, and where."""


def read_pasted(
    text: str,
    *,
    path: str,
    today: dt.date,
    content: str = "content",
    date: dt.date | None = None,
    outlet: str = "",
    url: str = "",
    place: str = "",
    tags: Sequence[str] = (),
) -> Recognised:
    """Reads an article pasted as plain text: a title, key points, a dateline, paragraphs, numbered headings.

    `path` is the source as the user typed it, for messages; `content` the folder that holds the articles.
    What is given (`date`, `outlet`, `url`, `place`, `tags`) goes before what the text says. Every word of the
    text is in the article, in its text or front matter: only list markers and
    rules between paragraphs are not.
    """
    if is_binary(text):
        return _refused(path, "binary", "this is not text", "save the article as plain text, in UTF-8")
    lines = lines_of(text)
    if not lines:
        return _refused(path, "empty", "there is no text", "paste the title and, below it, the article")
    outline = outline_of(lines, path)
    head = read_head(outline.lead, place, outlet)
    if not (head.lead or outline.parts):
        hint = "paste the whole article below its title, a paragraph a line"
        return _refused(path, "no-text", "there is a title, but no paragraph below it", hint, lines[0].number)
    body = (*head.lead, *(line for part in outline.parts for line in part.lines))
    dated, problems = (None, ()) if date else article_date(head.dated, path, today)
    reading = Reading(
        path, text, outline, head, body, date, dated, _speeches(body), _sources(body, head.outlet)
    )
    problems = (*problems, *report.problems_of(reading))
    summary = report.summary_of(reading)
    day = date or (dated.day if dated else None)
    ordered = tuple(sorted(problems, key=lambda problem: problem.location.line))
    return Recognised(_article(reading, day, content, url, tags) if day else None, ordered, summary)


def _refused(path: str, code: str, message: str, hint: str, line: int = 0) -> Recognised:
    return Recognised(None, (Problem(Location(path, line), Severity.ERROR, code, message, hint),), ())


def _speeches(body: Sequence[Line]) -> dict[Line, Speech]:
    speeches: dict[Line, Speech] = {}
    earlier = Earlier()
    for line in body:
        if speech := read_speech(line, earlier):
            speeches[line] = speech
        earlier = earlier.after(line)
    return speeches


def _sources(body: Sequence[Line], outlet: str) -> dict[str, int]:
    """The outlets that the text draws on, each with the line that first names it."""
    sources: dict[str, int] = {}
    for line in body:
        for name in sources_in(line.text):
            if name.casefold() not in {outlet.casefold(), *map(str.casefold, sources)}:
                sources[name] = line.number
    return sources


def _article(reading: Reading, day: dt.date, content: str, url: str, tags: Sequence[str]) -> Article:
    outline, head = reading.outline, reading.head
    slug = slug_of(outline.title.text) or NO_SLUG
    metadata = Metadata(
        date=day,
        status=Status.DRAFT,
        place=head.place,
        source=_source(head.outlet, url),
        references=tuple(map(Reference, reading.sources)),
        tags=tuple(tags),
    )
    article = Article(
        path=f"{content}/{day.year:04}/{day.isoformat()}-{slug}/article.id.md",
        metadata=metadata,
        title=_segment(Kind.TITLE, outline.title),
        points=tuple(_segment(Kind.POINT, line) for line in outline.points),
        lead=_blocks(head.lead, reading.speeches),
        sections=tuple(
            Section(_segment(Kind.HEADING, part.heading), _blocks(part.lines, reading.speeches), part.number)
            for part in outline.parts
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


def _segment(kind: Kind, line: Line) -> Segment:
    return Segment(kind, from_plain(line.text), line=line.number)


def _blocks(lines: Sequence[Line], speeches: Mapping[Line, Speech]) -> tuple[Block, ...]:
    return tuple(_block(line, speeches.get(line)) for line in lines)


def _block(line: Line, speech: Speech | None) -> Block:
    if not speech:
        return Paragraph(_segment(Kind.PARAGRAPH, line))
    name = speech.speaker.name
    speaker = _segment(Kind.SPEAKER, Line(line.number, name)) if name else None
    return Quote((_segment(Kind.QUOTE, line),), speaker, speech.outlet)
