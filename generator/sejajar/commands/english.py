"""The verb that brings in an English that exists already, beside the Indonesian that is being imported."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from sejajar.formats.article import from_plain
from sejajar.importing import decode
from sejajar.importing.aligning.aligned import Alignment, Match, Unit, align
from sejajar.importing.aligning.english import EnglishText, read_english
from sejajar.language.lexicon import ENGLISH, INDONESIAN
from sejajar.language.markdown import plain
from sejajar.language.reading import read
from sejajar.model import Article, Catalog, Edition, Kind, Location, Problem, Segment, Severity


@dataclass(frozen=True, slots=True)
class Paired:
    catalog: Catalog
    """With the English that was found, all of it needs-work until a person signs it."""
    problems: tuple[Problem, ...]
    summary: tuple[str, ...]


def with_english(catalog: Catalog, article: Article, source: str, data: bytes, name: str) -> Paired:
    """Lays an English text beside an article just imported from `source`; `name` is the English file.

    What is doubtful stays untranslated, and what is left of the English is never dropped in silence: both are
    problems with their lines, for the Indonesian in `source`, for the English in `name`.
    """
    text, problems = decode(data, name)
    english = read_english(text, name, dated=bool(article.metadata.place or article.metadata.source))
    segments = [segment for segment in article.segments if segment.kind not in _NOT_IN_ENGLISH]
    alignment = align(_units(article, segments), english.units, read_figures)
    found = {segments[match.source].key: match for match in alignment.matches}
    changed = [
        replace(entry, msgstr=from_plain(found[entry.key].english), fuzzy=True)
        for entry in catalog.entries
        if entry.key in found
    ]
    problems += (*_about(alignment, segments, english, source, name),)
    summary = _summary(alignment, len(segments), english, name)
    return Paired(catalog.updated(changed), problems, summary)


_NOT_IN_ENGLISH = (Kind.SPEAKER, Kind.CORRECTION)
"""Segments that a pasted Indonesian text has no line of its own for."""


def _units(article: Article, segments: Sequence[Segment]) -> list[Unit]:
    numbers = {section.heading.key: section.number for section in article.sections}
    return [
        Unit(plain(segment.text), segment.line, segment.kind, numbers.get(segment.key))
        for segment in segments
    ]


def read_figures(text: str, language: Edition) -> Sequence[frozenset[Hashable]]:
    """The figures of a text by their values, as the checks read them, but for what only may be one."""
    lexicon = INDONESIAN if language == "id" else ENGLISH
    return [frozenset(figure.values) for figure in read(plain(text), lexicon) if figure.weight > 0]


def _about(
    alignment: Alignment, segments: Sequence[Segment], english: EnglishText, source: str, name: str
) -> Iterator[Problem]:
    matches = {match.source: match for match in alignment.matches}
    for at, segment in enumerate(segments):
        match = matches.get(at)
        if match is None:
            message = f"no English is surely that of “{_short(segment.text)}”; it stays untranslated"
            hint = f"look for it in {name}, and write it into the catalog"
            yield _warning(source, segment.line, "english-missing", message, hint, segment.text)
        elif not match.sure:
            message = f"“{_short(segment.text)}” was paired with {_where(match, english, name)}"
            yield _warning(source, segment.line, "english-unsure", message, "compare the two", segment.text)
    for unit, text in alignment.left:
        message = f"“{_short(text)}” belongs to no Indonesian text for sure; it was left out"
        hint = "write it into the catalog if it belongs there"
        yield _warning(name, english.units[unit].line, "english-left", message, hint)


def _where(match: Match, english: EnglishText, name: str) -> str:
    """`english.txt:12, which stands elsewhere there`."""
    first, last = (english.units[unit].line for unit in (match.targets[0], match.targets[-1]))
    if match.moved:
        return f"{name}:{first}, which stands elsewhere there"
    if first != last:
        return f"{name}:{first} to {last}, put together"
    return f"a part of {name}:{first}" if match.part else f"{name}:{first}, though not for certain"


def _summary(alignment: Alignment, segments: int, english: EnglishText, name: str) -> tuple[str, ...]:
    unsure = sum(not match.sure for match in alignment.matches)
    found = f"{len(alignment.matches)} of {segments} segments found in {name}"
    lines = [f"English: {found}, {unsure} of them unsure"]
    if english.dateline:
        lines.append(f"English: “{english.dateline.strip()}” is its dateline, and no part of a segment")
    return tuple(lines)


def _short(text: str) -> str:
    return text if len(text) <= 50 else f"{text[:50].rpartition(' ')[0] or text[:50]}…"


def _warning(path: str, line: int, code: str, message: str, hint: str, segment: str = "") -> Problem:
    return Problem(Location(path, line), Severity.WARNING, code, message, hint, segment)
