"""The verb that has a machine fill what is untranslated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sejajar import catalogs as catalog_format
from sejajar import storage, translating
from sejajar.checking import check_pair, switched
from sejajar.commands.catalogs import save, sync
from sejajar.formats.glossary import Glossary
from sejajar.model import Article, Catalog, Problem, Segment, Status, errors, has_errors
from sejajar.site.workspace import Site, Workspace
from sejajar.translating import (
    Engines,
    Estimate,
    Flaw,
    Memory,
    Outside,
    Progress,
    RateLimited,
    RetryPolicy,
    Summary,
)

if TYPE_CHECKING:
    from sejajar.build.executors import ChunkedExecutor

LOCK = "lock"
"""In the state_folder, `.sejajar/`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which articles are to be filled; empty means all."""

    tags: tuple[str, ...] = ()
    """An article with any of these, whatever their case."""
    since: dt.date | None = None
    until: dt.date | None = None

    def includes(self, article: Article) -> bool:
        """What is retracted is never wanted: its text is not to go out again."""
        metadata = article.metadata
        tags = {tag.casefold() for tag in metadata.tags}
        return (
            metadata.status is not Status.RETRACTED
            and (not self.tags or any(tag.casefold() in tags for tag in self.tags))
            and (self.since is None or metadata.date >= self.since)
            and (self.until is None or metadata.date <= self.until)
        )


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done, by which engine. What is empty is as the settings say."""

    engine: str = ""
    url: str = ""
    rate: float | None = None
    """Requests a second."""
    wanted: Wanted = Wanted()
    limit: int | None = None
    """Of the segments that the engine is asked for."""
    again: bool = False
    """Also what a machine has filled before."""


@dataclass(frozen=True, slots=True)
class Job:
    """An order with everything that it needs, from `prepare`."""

    order: Order
    engines: Engines
    workspace: Workspace
    """The articles that are wanted and not broken."""
    memory: Memory
    problems: tuple[Problem, ...]
    """The errors of all articles that were wanted."""
    threads: int = translating.IN_FLIGHT
    """Groups of segments that are asked for at once."""


def prepare(
    site: Site,
    whole: Workspace,
    selected: Workspace,
    order: Order,
    environment: Mapping[str, str],
    workers: ChunkedExecutor | None = None,
) -> Job:
    """`whole`: all of the site, to remember by. `workers` make the engines' calls, each one at a time.

    Raises translating.EngineError.
    """
    engines = engines_of(site, whole.glossary, order, environment, workers)
    wanted = {
        path: parsed
        for path, parsed in selected.parsed.items()
        if parsed.briefing is None or order.wanted.includes(parsed.briefing.article)
    }
    others = tuple(f"{path.rpartition('/')[0]}/" for path in selected.parsed if path not in wanted)
    problems = errors(item for item in selected.problems if not item.location.path.startswith(others))
    sound = {path: parsed for path, parsed in wanted.items() if not has_errors(parsed.problems)}
    memory = translating.memory(entry for briefing in whole.briefings for entry in briefing.catalog.entries)
    workspace = replace(selected, parsed=sound, problems=())
    # As many as there are workers: what waited for one would be sent closer together than the rate allows.
    threads = workers.at_once if workers else translating.IN_FLIGHT
    return Job(order, engines, workspace, memory, problems, threads)


def engines_of(
    site: Site,
    glossary: Glossary,
    order: Order,
    environment: Mapping[str, str],
    workers: ChunkedExecutor | None = None,
) -> Engines:
    """The engine that was ordered, with those that the settings put behind it and beside it.

    Raises translating.EngineError.
    """
    settings = site.settings.translate
    codes = switched(site.settings.checks)
    outside = Outside()
    retry_policy = RetryPolicy(requests_per_second=order.rate or settings.requests_per_second)

    def made(name: str, url: str, private: bool) -> RateLimited:
        engine = translating.engine(name, environment, url=url, model=settings.model, private=private)
        asked = translating.remote(engine, settings.model, workers) if workers else engine
        return RateLimited(asked, retry_policy, outside)

    def usual(name: str) -> str:
        return settings.urls.get(name) or (settings.url if name == settings.engine else "")

    def other(name: str) -> RateLimited:
        return made(name, usual(name), name in settings.private)

    def judge(segment: Segment, english: str) -> list[Flaw]:
        return [
            Flaw(finding.code, finding.severity, finding.message)
            for finding in check_pair(segment.text, english, glossary, codes)
        ]

    name = order.engine or settings.engine
    private = name in settings.private and _at_home(order.url, usual(name))
    return Engines(
        made(name, order.url or usual(name), private),
        tuple(other(one) for one in settings.fallback if one != name),
        other(settings.second) if settings.second and settings.second != name else None,
        judge,
        glossary,
    )


def _at_home(named: str, configured: str) -> bool:
    """Whether an address given for one run is still where the settings trust the engine to be.

    An engine is private because of who runs it: another server of the same name may be anybody's.
    """
    host = urlsplit(named).hostname
    return not named or host in (urlsplit(configured).hostname, "localhost", "127.0.0.1", "::1")


def estimate(job: Job) -> Estimate:
    """What a fill would do; nothing is sent or written."""
    return translating.estimate(
        job.workspace.briefings,
        job.memory,
        job.workspace.glossary,
        job.engines.first.limits,
        private=job.engines.first.private,
        limit=job.order.limit,
        again=job.order.again,
    )


@contextmanager
def at_work(site: Site) -> Iterator[None]:
    """The site to oneself: one run at a time, and none begins among the last one's leftovers.

    Raises storage.BusyError.
    """
    with storage.site_lock(storage.state_folder(site.root) / LOCK):
        storage.sweep(site.root / site.settings.content)
        yield


def translate(site: Site, job: Job, today: dt.date, report: Callable[[Progress], None]) -> Summary:
    """Brings the catalogs up to date, then fills them; every few segments are saved. Call it `at_work`.

    The summary's problems include those of the articles.
    """
    synced = sync(site, job.workspace)
    unsaved = {problem.location.path for problem in synced.problems}
    with ThreadPoolExecutor(job.threads) as threads:
        summary = translating.fill(
            [briefing for briefing in job.workspace.briefings if briefing.catalog.path not in unsaved],
            lambda article: _load(site, article),
            lambda ours, base: _save(site, ours, base),
            job.engines,
            threads,
            memory=job.memory,
            today=today,
            report=report,
            limit=job.order.limit,
            again=job.order.again,
            in_flight=job.threads,
        )
    return replace(summary, problems=(*job.problems, *synced.problems, *summary.problems))


def _load(site: Site, article: Article) -> Catalog:
    path = f"{article.folder}/{storage.CATALOG}"
    text, problems = storage.read_reporting(site.root, path)
    catalog: Catalog | None = catalog_format.empty(path)
    if text is not None:
        catalog, problems = catalog_format.loads(text, path)
    if catalog is None or has_errors(problems):
        raise translating.NotSavedError(problems)
    return catalog_format.sync(catalog, article)


def _save(site: Site, ours: Catalog, base: Catalog | None) -> Catalog:
    saved = save(site, ours, base)
    if has_errors(saved.problems):
        raise translating.NotSavedError(saved.problems)
    return saved.catalog
