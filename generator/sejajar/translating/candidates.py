"""The English that engines offer for a segment, weighed by what the checks find in it: the best is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from sejajar.formats.glossary import Glossary
from sejajar.model import Article, Kind, Segment, Severity
from sejajar.translating.likeness import likeness
from sejajar.translating.protection import protect
from sejajar.translating.rate_limit import RateLimited
from sejajar.translating.segments import BAD_ANSWERS, Outcome, Translated, translate_segments
from sejajar.translating.translator import Context, Refusal

FLAGGED = "checks: "
"""What a comment in the catalog begins with that says what the checks still find in a machine's English."""
LIKENESS = "likeness: "
"""The same for how much alike two machines translate: `likeness: 0.62 libretranslate`."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a check finds in a translation."""

    code: str
    severity: Severity
    message: str


Judge = Callable[[Segment, str], Sequence[Flaw]]
"""The flaws in the English of a segment."""


@dataclass(frozen=True, slots=True)
class Candidate:
    outcome: Outcome
    engine: str
    flaws: tuple[Flaw, ...] = ()
    asked_again: bool = False
    """Whether the first answer was found wanting."""
    likeness: tuple[float, str] | None = None
    """How much a second engine's English is like this one, from 0 to 1, and the engine's name."""

    @property
    def weight(self) -> tuple[bool, int, int]:
        """The lighter the better: no translation, errors, other findings."""
        errors = sum(flaw.severity is Severity.ERROR for flaw in self.flaws)
        return isinstance(self.outcome, Refusal), errors, len(self.flaws) - errors

    @property
    def is_wanting(self) -> bool:
        if isinstance(self.outcome, Refusal):
            return self.outcome.code in UNUSABLE
        return self.weight[1] > 0

    @property
    def comments(self) -> tuple[str, ...]:
        """For the catalog, where a person should look."""
        if isinstance(self.outcome, Refusal):
            return ()
        noted = (self.outcome.note,) if self.outcome.note else ()
        flagged = tuple(f"{FLAGGED}{flaw.code}: {' '.join(flaw.message.split())}" for flaw in self.flaws)
        alike = (f"{LIKENESS}{self.likeness[0]:.2f} {self.likeness[1]}",) if self.likeness else ()
        return (*noted, *flagged, *alike)


UNUSABLE = BAD_ANSWERS | {"placeholders"}


@dataclass(frozen=True, slots=True)
class Engines:
    """Whom a fill asks: the first for everything, the others where it must."""

    first: RateLimited
    fallback: tuple[RateLimited, ...] = ()
    """Asked in their order where a check finds an error in the first one's answer."""
    second: RateLimited | None = None
    """Asked for everything too, and only compared: where two differ, a person should look first."""
    judge: Judge = lambda *_: ()
    glossary: Glossary = field(default_factory=Glossary)

    def candidates(self, article: Article, segments: Sequence[Segment]) -> tuple[Candidate, ...]:
        """The best English of each segment, or its refusal. In a worker."""
        found = [
            self._weighed(self.first, segment, outcome)
            for segment, outcome in zip(segments, self._ask(self.first, article, segments), strict=True)
        ]
        best = [
            self._bettered(article, segment, candidate) if candidate.is_wanting else candidate
            for segment, candidate in zip(segments, found, strict=True)
        ]
        return self._compared(article, segments, best)

    def _weighed(self, engine: RateLimited, segment: Segment, outcome: Outcome) -> Candidate:
        flaws = self.judge(segment, outcome.text) if isinstance(outcome, Translated) else ()
        return Candidate(outcome, engine.name, tuple(flaws))

    def _bettered(self, article: Article, segment: Segment, first: Candidate) -> Candidate:
        """One more try: by the same engine in another way, and then by the others, until one has no error."""
        best = first
        tries = [(self.first, True)] if self._can_try_again(segment) else []
        tries += [(engine, False) for engine in self._allowed(article)]
        for engine, again in tries:
            found = tuple(flaw.message for flaw in first.flaws) if again else ()
            (outcome,) = self._ask(engine, article, [segment], again=again, found=found)
            best = min(best, self._weighed(engine, segment, outcome), key=lambda one: one.weight)
            if not best.is_wanting:
                break
        return replace(best, asked_again=True)

    def _can_try_again(self, segment: Segment) -> bool:
        """A language model is told what was found; another engine gets sentences apart that went together."""
        if self.first.takes_context:
            return True
        text, glossary = segment.text, self.glossary
        return len(protect(text, glossary, apart=True)) > len(protect(text, glossary))

    def _allowed(self, article: Article) -> tuple[RateLimited, ...]:
        """The others that may see the article."""
        return tuple(one for one in self.fallback if one.private or not article.metadata.confidential)

    def _ask(
        self,
        engine: RateLimited,
        article: Article,
        segments: Sequence[Segment],
        *,
        again: bool = False,
        found: tuple[str, ...] = (),
    ) -> tuple[Outcome, ...]:
        context = _context(article, segments, self.glossary, found) if engine.takes_context else None
        return translate_segments(
            segments,
            lambda texts: engine.translate(texts, context),
            self.glossary,
            whole=engine.limits.whole,
            apart=again and not engine.takes_context,
        )

    def _compared(
        self, article: Article, segments: Sequence[Segment], best: Sequence[Candidate]
    ) -> tuple[Candidate, ...]:
        other = self.second
        if other is None or (article.metadata.confidential and not other.private):
            return tuple(best)
        good = [at for at, candidate in enumerate(best) if isinstance(candidate.outcome, Translated)]
        answers = self._ask(other, article, [segments[at] for at in good]) if good else ()
        compared = list(best)
        for at, answer in zip(good, answers, strict=True):
            mine = best[at].outcome
            if isinstance(mine, Translated) and isinstance(answer, Translated):
                compared[at] = replace(best[at], likeness=(likeness(mine.text, answer.text), other.name))
        return tuple(compared)


_READ = frozenset({Kind.PARAGRAPH, Kind.QUOTE, Kind.ITEM, Kind.HEADING})


def _context(
    article: Article, segments: Sequence[Segment], glossary: Glossary, found: tuple[str, ...]
) -> Context:
    """What stands around these segments, and the terms that occur in them."""
    texts = [segment.text for segment in article.segments if segment.kind in _READ]
    first, last = segments[0].text, segments[-1].text
    before = texts[texts.index(first) - 1] if first in texts[1:] else ""
    after = texts[texts.index(last) + 1] if last in texts[:-1] else ""
    terms = {
        term.indonesian: term.english for segment in segments for *_, term in glossary.find(segment.text)
    }
    points = tuple(point.text for point in article.points)
    return Context(article.title.text, points, before, after, tuple(terms.items()), found)
