"""Terms that the glossary explains, at their first occurrence in an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sejajar.catalogs import Briefing
from sejajar.formats.glossary import Glossary, Term
from sejajar.language.inline import Marker, marked
from sejajar.model import Edition, Key, Kind

_PLAIN_KINDS = (Kind.TITLE, Kind.HEADING, Kind.ALT)
"""A title is a link in lists, a heading one in the table of contents: neither may hold another."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What one edition's page of an article explains."""

    html: dict[tuple[Key, Edition], str] = field(default_factory=dict)
    """The texts in which a term is marked."""
    terms: tuple[Term, ...] = ()
    """In the order in which the page explains them."""


def note_of(term: Term, edition: Edition) -> str:
    return term.note_id if edition == "id" else term.note_en


def note_id(term: Term) -> str:
    """The `id` of a note. With an underscore, which the anchor of a pair never has."""
    return f"istilah_{term.line}"


def notes(
    briefing: Briefing, edition: Edition, glossary: Glossary, english: Iterable[tuple[Key, str]]
) -> Notes:
    """The first occurrence of each explained term in the Indonesian text; in the English edition also in the
    English text, where a term that is written alike in both languages (`KPK`) stands there too.

    `english`: the English that the page shows. Looks at each word once."""
    if not any(note_of(term, edition) for term in glossary.terms):
        return Notes()
    shown = dict(english) if edition == "en" else {}
    html: dict[tuple[Key, Edition], str] = {}
    explained: dict[Term, None] = {}
    seen: dict[Edition, set[Term]] = {"id": set(), "en": set()}

    def mark(key: Key, language: Edition, text: str, terms: set[Term]) -> None:
        wanted = terms - seen[language]
        if not wanted:
            return
        found: list[Term] = []
        made = marked(text, _marker(glossary, wanted, found))
        if found:
            html[key, language] = made
            seen[language].update(found)
            explained.update(dict.fromkeys(found))

    for segment in briefing.article.segments:
        if segment.kind not in _PLAIN_KINDS:
            here = {match.term for match in glossary.find(segment.text) if note_of(match.term, edition)}
            mark(segment.key, "id", segment.text, here)
            if text := shown.get(segment.key):
                mark(segment.key, "en", text, {term for term in here if term.case_sensitive})
    return Notes(html, tuple(explained))


def _marker(glossary: Glossary, wanted: set[Term], found: list[Term]) -> Marker:
    def mark(text: str) -> Iterator[tuple[int, int, str]]:
        for match in glossary.find(text):
            if match.term in wanted and match.term not in found:
                found.append(match.term)
                yield match.start, match.end, note_id(match.term)

    return mark
