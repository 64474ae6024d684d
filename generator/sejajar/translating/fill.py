"""Filling catalogs by machine: a loop that is given its outside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sejajar.catalogs import Briefing
from sejajar.model import (
    Article,
    Catalog,
    Entry,
    Location,
    Problem,
    Segment,
    Severity,
    accepts_machine,
    filled,
)
from sejajar.translating.candidates import FLAGGED, LIKENESS, Candidate, Engines
from sejajar.translating.memory import MEMORY, Memory
from sejajar.translating.plan import Plan, grouped, plan
from sejajar.translating.rate_limit import RateLimited
from sejajar.translating.segments import BAD_ANSWERS, NOTE, Outcome, Translated
from sejajar.translating.summary import Progress, Summary
from sejajar.translating.translator import Refusal, Usage

IN_FLIGHT = 4
"""Groups of segments that are asked for and not yet saved: what a kill can lose."""


class NotSavedError(Exception):
    """What `load` and `save` raise where a catalog has become unreadable; the file is left alone."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


Load = Callable[[Article], Catalog]
"""The article's catalog as it is on the disk now, synced. May raise NotSavedError."""
Save = Callable[[Catalog, Catalog | None], Catalog]
"""`save(ours, base)`: reads the file again, merges (`catalog.merge(ours, on_disk, base)`), writes atomically,
and returns what is on the disk now. May raise NotSavedError."""


def fill(
    briefings: Sequence[Briefing],
    load: Load,
    save: Save,
    engines: Engines,
    executor: Executor,
    *,
    memory: Memory,
    today: date,
    report: Callable[[Progress], None] = lambda _: None,
    limit: int | None = None,
    again: bool = False,
    in_flight: int = IN_FLIGHT,
) -> Summary:
    """Fill what is untranslated, article after article, and save as soon as answers arrive.

    `briefings` say what there is to do; each catalog is loaded afresh when its turn comes, as soon as
    fewer than `in_flight` groups of segments are on their way. The executor's workers must be threads of this
    process. `limit` bounds the segments that the engine is asked for; `again` also asks for those that a
    machine has filled before. Ctrl-C ends the run after saving what has arrived.
    """
    engine = engines.first
    todo = [plan(b.article, b.catalog, memory, private=engine.private, again=again) for b in briefings]
    total = sum(item.size for item in todo)
    run = _Run(
        load=load,
        save=save,
        engines=engines,
        executor=executor,
        memory=memory,
        today=today,
        report=report,
        again=again,
        in_flight=in_flight,
        total=total,
        budget=total if limit is None else limit,
        started=engine.outside.monotonic(),
        summary=Summary(engine.name, engine.host),
    )
    try:
        run.all([(briefing.article, item) for briefing, item in zip(briefings, todo, strict=True)])
    except KeyboardInterrupt:
        run.interrupt()
    left = run.total - run.done
    asked = (engine, *engines.fallback, *((engines.second,) if engines.second else ()))
    return replace(
        run.summary,
        requests=sum(one.requests for one in asked),
        stopped=engine.breaker.stopped,
        left=left,
        usage=sum((one.usage for one in asked), Usage()),
    )


@dataclass
class _Opened:
    """An article of which segments are on their way."""

    article: Article
    catalog: Catalog
    """As it is on the disk."""
    lost: bool = False
    """It can be written no more."""


@dataclass
class _Run:
    """One fill under way."""

    load: Load
    save: Save
    engines: Engines
    executor: Executor
    memory: Memory
    today: date
    report: Callable[[Progress], None]
    again: bool
    in_flight: int
    total: int
    budget: int
    started: float
    summary: Summary
    done: int = 0
    pending: dict[Future[tuple[Candidate, ...]], tuple[_Opened, list[Segment]]] = field(default_factory=dict)
    """In the order in which they were sent."""

    @property
    def engine(self) -> RateLimited:
        return self.engines.first

    def all(self, articles: Sequence[tuple[Article, Plan]]) -> None:
        groups = self._groups(articles)
        while True:
            while len(self.pending) < self.in_flight and (found := next(groups, None)):
                opened, group = found
                self.pending[self.executor.submit(self._translate, opened.article, group)] = found
            if not self.pending:
                return
            done, _ = wait(self.pending, return_when=FIRST_COMPLETED)
            self._take(done)

    def _groups(self, articles: Sequence[tuple[Article, Plan]]) -> Iterator[tuple[_Opened, list[Segment]]]:
        """What is to be asked for; opens each article when its turn comes, and fills it from memory."""
        for article, item in articles:
            if not item.memory and (item == Plan() or not self.may_send()):
                continue
            try:
                opened, asked = self._opened(article, item)
            except NotSavedError as error:
                self._add(*error.problems)
                continue
            if opened:
                for group in grouped(asked, self.engine.limits):
                    if opened.lost or not self.may_send():
                        break
                    yield opened, group

    def _opened(self, article: Article, planned: Plan) -> tuple[_Opened | None, Sequence[Segment]]:
        """The article with what memory knows of it saved, and what is left to be asked for."""
        catalog = self.load(article)
        todo = plan(article, catalog, self.memory, private=self.engine.private, again=self.again)
        self.total += todo.size - planned.size  # somebody may have filled some of it since
        if todo.withheld:
            self._withhold(article, len(todo.withheld))
        asked = todo.engine[: self.budget]
        if not todo.memory and not asked:
            return None, ()
        self.budget -= len(asked)
        opened = _Opened(article, self.save(catalog, None))
        self._keep(opened, [(segment, Candidate(Translated(text), MEMORY)) for segment, text in todo.memory])
        self._tell(article)
        return opened, asked

    def interrupt(self) -> None:
        """Saves what has arrived; what is still on its way is given up."""
        self.engine.outside.stop.set()
        self._take({future for future in self.pending if not future.cancel() and future.done()})
        self.summary = replace(self.summary, interrupted=True)

    def may_send(self) -> bool:
        return self.engine.breaker.stopped is None and not self.engine.outside.stop.is_set()

    def _translate(self, article: Article, group: list[Segment]) -> tuple[Candidate, ...]:
        """In a worker. Good answers and bad ones are both what the breaker goes by."""
        candidates = self.engines.candidates(article, group)
        outcomes = [candidate.outcome for candidate in candidates]
        if any(isinstance(outcome, Translated) for outcome in outcomes):
            self.engine.breaker.satisfied()
        elif bad := [item for item in outcomes if isinstance(item, Refusal) and item.code in BAD_ANSWERS]:
            self.engine.breaker.refused(bad[0])  # what did not even arrive has been counted where it failed
        return candidates

    def _take(self, done: set[Future[tuple[Candidate, ...]]]) -> None:
        """Saves the answers of these groups, in each article's order."""
        answers: dict[str, tuple[_Opened, list[tuple[Segment, Candidate]]]] = {}
        for future, (opened, group) in self.pending.items():
            if future in done and not opened.lost:
                _, found = answers.setdefault(opened.article.path, (opened, []))
                found += zip(group, future.result(), strict=True)
        for opened, found in answers.values():
            try:
                self._keep(opened, found)
            except NotSavedError as error:
                self._lose(opened, error.problems)
        for future in done:  # only now: what a Ctrl-C finds pending is kept once more
            self.pending.pop(future, None)
        for opened, _ in answers.values():
            self._tell(opened.article)

    def _lose(self, opened: _Opened, problems: tuple[Problem, ...]) -> None:
        """What is on its way for this article is for nothing."""
        opened.lost = True
        for future in [future for future, (whose, _) in self.pending.items() if whose is opened]:
            future.cancel()
            del self.pending[future]
        self._add(*problems)

    def _keep(self, opened: _Opened, answers: Sequence[tuple[Segment, Candidate]]) -> None:
        """Writes the good answers, and then accounts for all."""
        good = []
        for segment, candidate in answers:
            entry = opened.catalog.entry(segment.key)
            if isinstance(candidate.outcome, Refusal):
                self._refuse(opened.article, segment, candidate.outcome)
            elif entry is None or not accepts_machine(entry):
                self._count(overtaken=1)
            else:
                good.append((by_candidate(entry, candidate, candidate.outcome, self.today), candidate))
        if good:
            changed = opened.catalog.updated([entry for entry, _ in good])
            opened.catalog = self.save(changed, opened.catalog)
        for entry, candidate in good:
            if opened.catalog.entry(entry.key) != entry:
                self._count(overtaken=1)
            else:
                self._count(**_counts(candidate))
        self.done += sum(_code(candidate.outcome) not in _NOT_ASKED for _, candidate in answers)

    def _tell(self, article: Article) -> None:
        seconds = self.engine.outside.monotonic() - self.started
        self.report(Progress(article.path, self.done, self.total, seconds))

    def _refuse(self, article: Article, segment: Segment, refusal: Refusal) -> None:
        if refusal.code in _NOT_ASKED:
            return
        problem = Problem(
            Location(article.path, segment.line),
            Severity.ERROR,
            "not-translated",
            f"{self.engine.name}: {refusal.message}",
            "run `sejajar translate` again later, or write the English yourself",
            segment.text,
        )
        self._add(problem)

    def _withhold(self, article: Article, segments: int) -> None:
        message = f"{segments} segments of a confidential article are not sent to {self.engine.host}"
        hint = "list an engine that keeps texts to itself under `translate: private:`, and use that one"
        place = Location(article.path)
        problem = Problem(place, Severity.WARNING, "confidential", message, hint)
        self._count(withheld=segments)
        self._add(problem)

    def _count(self, **more: int) -> None:
        counts: dict[str, Any] = {name: getattr(self.summary, name) + count for name, count in more.items()}
        self.summary = replace(self.summary, **counts)

    def _add(self, *problems: Problem) -> None:
        self.summary = replace(self.summary, problems=self.summary.problems + problems)


_NOT_ASKED = frozenset(["stopped", "interrupted"])
"""Refusals of our own making: the segment's turn has not come."""


def _code(outcome: Outcome) -> str:
    return outcome.code if isinstance(outcome, Refusal) else ""


def by_candidate(entry: Entry, candidate: Candidate, translated: Translated, today: date) -> Entry:
    """The entry with a machine's English, and what is to be known of it as comments."""
    comments = tuple(comment for comment in entry.comments if not comment.startswith(_NOTES))
    made = filled(entry, translated.text, candidate.engine, today)
    return replace(made, comments=(*comments, *candidate.comments))


_NOTES = (NOTE, FLAGGED, LIKENESS)
"""How the comments begin that belong to a machine's English and go with it."""


def _counts(candidate: Candidate) -> dict[str, int]:
    noted = isinstance(candidate.outcome, Translated) and bool(candidate.outcome.note)
    errors = candidate.weight[1]
    return {
        "from_memory" if candidate.engine == MEMORY else "filled": 1,
        "unprotected": int(noted),
        "asked_again": int(candidate.asked_again),
        "corrected": int(candidate.asked_again and not errors),
        "flagged": int(errors > 0),
    }
