"""What a fill has to do, decided without doing any of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sejajar.catalogs import Briefing
from sejajar.formats.glossary import Glossary
from sejajar.model import Article, Catalog, Segment, State, accepts_machine
from sejajar.translating.memory import Memory
from sejajar.translating.segments import requests_for
from sejajar.translating.translator import Limits


@dataclass(frozen=True, slots=True)
class Plan:
    """What an article lacks, by where it would come from."""

    memory: tuple[tuple[Segment, str], ...] = ()
    """With the English."""
    engine: tuple[Segment, ...] = ()
    withheld: tuple[Segment, ...] = ()
    """Of a confidential article, from an engine that is not private."""

    @property
    def size(self) -> int:
        """Segments to be filled."""
        return len(self.memory) + len(self.engine)


def plan(article: Article, catalog: Catalog, memory: Memory, *, private: bool, again: bool = False) -> Plan:
    """What a fill does for one article, its catalog synced. `again`: also what a machine filled before."""
    remembered, asked = [], []
    for segment in article.segments:
        entry = catalog.entry(segment.key)
        if entry is None or not accepts_machine(entry) or (entry.state is State.MACHINE and not again):
            continue
        if english := memory.get((segment.kind, segment.text)):
            remembered.append((segment, english))
        else:
            asked.append(segment)
    if article.metadata.confidential and not private:
        return Plan(tuple(remembered), withheld=tuple(asked))
    return Plan(tuple(remembered), tuple(asked))


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a fill would do; nothing is sent or written."""

    articles: int = 0
    segments: int = 0
    """That an engine would be asked for."""
    characters: int = 0
    requests: int = 0
    from_memory: int = 0
    withheld: int = 0


def estimate(
    briefings: Sequence[Briefing],
    memory: Memory,
    glossary: Glossary,
    limits: Limits,
    *,
    private: bool,
    limit: int | None = None,
    again: bool = False,
) -> Estimate:
    found = Estimate()
    for briefing in briefings:
        todo = plan(briefing.article, briefing.catalog, memory, private=private, again=again)
        left = None if limit is None else limit - found.segments
        groups = [[segment.text for segment in group] for group in grouped(todo.engine[:left], limits)]
        texts = [text for group in groups for text in group]
        found = Estimate(
            found.articles + bool(texts or todo.memory),
            found.segments + len(texts),
            found.characters + sum(map(len, texts)),
            found.requests + sum(requests_for(group, glossary, limits) for group in groups),
            found.from_memory + len(todo.memory),
            found.withheld + len(todo.withheld),
        )
    return found


_SENTENCES = 2
"""In a segment, about: how many segments share a request of an engine that takes several texts."""


def grouped(segments: Sequence[Segment], limits: Limits) -> Iterator[list[Segment]]:
    """Segments that are asked for together, in order."""
    size = max(1, limits.texts if limits.whole else limits.texts // _SENTENCES)
    for at in range(0, len(segments), size):
        yield list(segments[at : at + size])
