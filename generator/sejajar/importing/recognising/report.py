"""What the editor is told about an import: what was recognised, and what was unsure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sejajar.importing.blocks import Block, Facts
from sejajar.importing.recognising.dateline import Head
from sejajar.importing.recognising.noise import Aside
from sejajar.importing.recognising.oddities import oddities_of
from sejajar.importing.recognising.outline import Outline
from sejajar.importing.slugs import slug_of
from sejajar.importing.speech.people import Found
from sejajar.importing.speech.quotes import Piece
from sejajar.importing.speech.spans import opens
from sejajar.model import Location, Problem, Severity


@dataclass(frozen=True, slots=True)
class Day:
    """The article's date, and where it was found, for people."""

    day: dt.date | None
    origin: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A source and all that was recognised in it."""

    path: str
    title: Block | None
    outline: Outline
    head: Head
    body: tuple[Block, ...]
    """The paragraphs, without title, key points and headings."""
    day: Day
    facts: Facts
    outlet: str
    speeches: Mapping[Block, tuple[Piece, ...]]
    """The paragraphs in which somebody speaks, in pieces."""
    sources: Mapping[str, int]
    """Outlets that the text draws on, and the lines that name them."""
    aside: tuple[Aside, ...]

    def problem(
        self, line: int, code: str, message: str, hint: str, severity: Severity = Severity.WARNING
    ) -> Problem:
        return Problem(Location(self.path, line), severity, code, message, hint)


def problems_of(reading: Reading) -> Iterator[Problem]:
    """All but what the date gave cause for."""
    yield from _about_title(reading)
    yield from reading.outline.problems
    yield from _about_shape(reading)
    yield from _about_dateline(reading)
    for line in reading.body:
        for piece in reading.speeches.get(line, (Piece(line),)):
            yield from _about_speech(reading, piece)
        yield from oddities_of(line, reading.path) if not line.is_figure else ()


def _about_title(reading: Reading) -> Iterator[Problem]:
    title = reading.title
    if title is None:
        first = min((block.line for block in (*reading.outline.points, *reading.body)), default=0)
        message = "the text has no headline: it begins with a paragraph, a key point or a label"
        hint = "give the headline with --title, or put it on the first line and import the text again"
        yield reading.problem(first, "title", message, hint, Severity.ERROR)
        return
    for line in reading.body:
        if line.text.casefold() == title.text.casefold():
            message = "this paragraph repeats the title; it was kept"
            yield reading.problem(line.line, "repeated-title", message, "delete the paragraph")
    if not slug_of(title.text):
        message = (
            "the title has no letters that an address could be made of; the folder's name says “artikel”"
        )
        yield reading.problem(
            title.line, "slug", message, "rename the folder to say what the article is about"
        )


def _about_shape(reading: Reading) -> Iterator[Problem]:
    outline = reading.outline
    if not outline.points:
        message = "no key points were found: no lines that begin with `- ` or `• ` after the title"
        yield reading.problem(0, "no-points", message, "write them below the title in the article file")
    if not outline.parts:
        message = "no sections were found: no headings such as `1. …`"
        yield reading.problem(
            0, "no-sections", message, "write `## ` and a heading before each section's first paragraph"
        )
    if len(reading.body) == 1:
        message = "the whole text is one paragraph"
        hint = "put a blank line wherever a new paragraph begins"
        yield reading.problem(reading.body[0].line, "one-paragraph", message, hint)


def _about_dateline(reading: Reading) -> Iterator[Problem]:
    head = reading.head
    if not head.dateline:
        return
    if not head.cut:
        said = " and ".join(f"“{words}”" for words in (head.dateline.place, head.dateline.outlet) if words)
        message = f"the dateline says {said}, which is not what was given; it was left in its paragraph"
        yield reading.problem(
            head.line, "dateline", message, "check place and outlet, and delete it from the paragraph"
        )
    elif not head.dateline.sure:
        taken = [("place", head.dateline.place), ("outlet", head.dateline.outlet)]
        said = " and ".join(f"“{words}” for the {role}" for role, words in taken if words)
        message = f"the words before the lead look like a dateline: {said} was taken out of the paragraph"
        yield reading.problem(
            head.line, "dateline", message, "check place and outlet in the article's front matter"
        )


def _about_speech(reading: Reading, piece: Piece) -> Iterator[Problem]:
    hint = "check who speaks, and fix the line `> — …` below the quote"
    line, speech = piece.block, piece.speech
    if not speech:
        if opens(line.text) and re.search('[”"’»]\\.?$', line.text):
            message = "direct speech without a word on who says it; it was kept as a paragraph"
            instead = "if it is a quote, write `> ` before it and `> — Name` below"
            yield reading.problem(line.line, "no-speaker", message, instead)
        return
    if piece.continues:
        return
    speaker = speech.speaker
    match speaker.found:
        case Found.NOBODY:
            yield reading.problem(line.line, "no-speaker", "it was not found who says this quote", hint)
        case Found.UNSURE:
            message = f"it is unsure who says this quote: {' / '.join(speaker.others)}; nobody was taken"
            yield reading.problem(line.line, "no-speaker", message, hint)
        case Found.BEFORE:
            message = f"the quote names no speaker; {speaker.name}, named in line {speaker.line}, was taken"
            yield reading.problem(line.line, "unsure", message, hint)
        case Found.COMPLETED:
            message = f"the speaker's full name, {speaker.name}, was taken from line {speaker.line}"
            yield reading.problem(line.line, "unsure", message, hint, Severity.INFO)
        case Found.NAMED:
            pass
    if speech.narrates:
        message = "the paragraph says more than its quote; all of it was kept in the quote"
        yield reading.problem(
            line.line, "unsure", message, "move what is not said by the speaker to a paragraph of its own"
        )


def summary_of(reading: Reading) -> tuple[str, ...]:
    """What was recognised, a line each, with the lines of the pasted text."""
    outline, head = reading.outline, reading.head
    lines = [
        f"title: {reading.title.text if reading.title else 'not found'}",
        f"key points: {len(outline.points)}",
    ]
    if reading.day.day:
        lines.append(f"date: {reading.day.day} ({reading.day.origin})")
    else:
        lines.append("date: not found")
    in_dateline = (head.dateline.place, head.dateline.outlet) if head.dateline else ("", "")
    for name, value, said in (
        ("place", head.place, in_dateline[0]),
        ("outlet", reading.outlet, in_dateline[1]),
    ):
        if value:
            lines.append(f"{name}: {value} ({_origin(reading, value, said)})")
    for name, people in (("authors", reading.facts.authors), ("editors", reading.facts.editors)):
        if people:
            lines.append(f"{name}: {', '.join(people)}")
    lines.append(f"lead: {_counted(head.lead, 'paragraph')}")
    lines.append(f"sections: {len(outline.parts)}")
    for part in outline.parts:
        number = "" if part.number is None else f"{part.number}. "
        blocks = _counted(part.blocks, "block")
        lines.append(f"  {number}{part.heading.text} ({blocks}, line {part.heading.line})")
    spoken = [
        (piece.block.line, piece.speech)
        for pieces in reading.speeches.values()
        for piece in pieces
        if piece.speech and not piece.continues
    ]
    lines.append(f"quotes: {len(spoken)}")
    for place, speech in spoken:
        via = f" via {speech.outlet}" if speech.outlet else ""
        lines.append(f"  {speech.speaker.name or 'speaker not found'}{via} (line {place})")
    if reading.sources:
        named = ", ".join(f"{name} (line {line})" for name, line in reading.sources.items())
        lines.append(f"references: {named}")
    return tuple(lines)


def _origin(reading: Reading, value: str, said: str) -> str:
    """Where a place or outlet was found; `said`: what the dateline has."""
    if value == said:
        return f"dateline, line {reading.head.line}"
    if value in (reading.head.place, reading.head.outlet):
        return "as given"
    return "as the source says" if value == reading.facts.outlet else "as the lines around the text say"


def _counted(things: Sequence[object], noun: str) -> str:
    return f"{len(things)} {noun}{'' if len(things) == 1 else 's'}"
