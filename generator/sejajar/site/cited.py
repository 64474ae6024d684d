"""The outlets that an article draws on: those it names as such, and those in its sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sejajar.formats.glossary import Glossary
from sejajar.importing.outlets import spellings
from sejajar.importing.speech.sources import sources_in
from sejajar.language.tables import words
from sejajar.model import Article, Edition, Kind, Quote

_SPOKEN = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE, Kind.POINT})
_VERB = re.compile(r"lansir|kutip|nukil|berita|lapor|muat|siar|epada")
_REPORTED, _BETWEEN = ("|".join(sorted(words(name))) for name in ("id/reported", "id/outlet_words"))
_NAMED = re.compile(
    rf"\b(?:{_REPORTED})(?:\s+(?:{_BETWEEN}))*"
    r"\s+(?P<name>[A-Z][\w&’'.-]*(?:\s+[A-Z][\w&’'.-]*)*)",
)
"""Wider than the import's words for it, so that only outlets known by name count here."""


def outlet_name(name: str, edition: Edition, glossary: Glossary) -> tuple[str, Edition]:
    """An outlet's one name in an edition, and its language: the glossary's; else as it writes itself."""
    term = glossary.term_of(name)
    if term is None:
        return spellings().get(name.casefold(), name), "id"
    return (term.english, "en") if edition == "en" else (term.indonesian, "id")


@dataclass(frozen=True)
class Outlets:
    """Finds outlets by the import's vocabulary and by the glossary's terms of the kind `outlet`."""

    glossary: Glossary
    _known: dict[str, str] = field(init=False, repr=False, compare=False)
    """How an outlet writes its name, by its casefolded form."""

    def __post_init__(self) -> None:
        terms = (term.indonesian for term in self.glossary.terms if term.kind == "outlet")
        object.__setattr__(self, "_known", {**spellings(), **{name.casefold(): name for name in terms}})

    def of(self, article: Article) -> tuple[str, ...]:
        """An article's outlets, each once: whose text it is, whose facts, whom its sentences cite."""
        metadata = article.metadata
        found = [metadata.source.outlet] if metadata.source else []
        found += (reference.outlet for reference in metadata.references)
        found += (block.outlet for block in article.blocks if isinstance(block, Quote) and block.outlet)
        for segment in article.segments:
            if segment.kind in _SPOKEN and _VERB.search(segment.text):
                found += self.cited(segment.text)
        first: dict[str, str] = {}
        for name in map(self._own, found):
            first.setdefault(name.casefold(), name)
        return tuple(first.values())

    def cited(self, text: str) -> tuple[str, ...]:
        """The outlets that an Indonesian text names after *dilansir*, *menurut laporan* and so on.

        After `kantor berita Ukraina UNN` it is UNN; a name that nobody knows counts only after the verbs that
        the import reads, since those are said of outlets alone.
        """
        found = [self._within(name) or name for name in sources_in(text)]
        found += (self._within(match["name"].rstrip(".,")) for match in _NAMED.finditer(text))
        return tuple(dict.fromkeys(filter(None, found)))

    def _within(self, name: str) -> str:
        """The longest known outlet that `name` begins or ends with."""
        words = name.split()
        size = len(words)
        spans = [(start, size) for start in range(size)] + [(0, end) for end in range(size - 1, 0, -1)]
        candidates = (" ".join(words[start:end]).casefold() for start, end in spans)
        return next((self._known[candidate] for candidate in candidates if candidate in self._known), "")

    def _own(self, name: str) -> str:
        return self._known.get(name.casefold(), name)
