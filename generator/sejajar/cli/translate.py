"""The command that has a machine fill catalogs."""

from __future__ import annotations

import datetime as dt
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sejajar import commands
from sejajar.cli.next_steps import command, say_next
from sejajar.cli.opening import (
    cluster_option,
    cluster_workers,
    json_option,
    narrowed,
    open_site,
    paths_argument,
)
from sejajar.cli.printing import count, print_json, print_problems, refuse, say, say_error
from sejajar.cli.progress import reporting
from sejajar.commands import Site
from sejajar.commands.translate import Job, Order, Wanted, at_work, estimate, prepare
from sejajar.commands.translate import translate as fill
from sejajar.model import has_errors
from sejajar.storage import BusyError
from sejajar.translating import ENGINES, EngineError, Summary, Usage

if TYPE_CHECKING:
    from sejajar.build.executors import ChunkedExecutor

DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@paths_argument
@click.option("--engine", type=click.Choice(ENGINES), help="Instead of the one that mkdocs.yml names.")
@click.option("--url", default="", help="The engine's address, for one that you host yourself.")
@click.option("--rate", type=click.FloatRange(min=0, min_open=True), help="Requests a second, at most.")
@click.option("--tag", "tags", multiple=True, help="Only articles with this tag; may be given several times.")
@click.option("--since", type=DAY, help="Only articles of this day or later, YYYY-MM-DD.")
@click.option("--until", type=DAY, help="Only articles of this day or earlier, YYYY-MM-DD.")
@click.option("--limit", type=click.IntRange(min=0), help="Ask the engine for so many segments, at most.")
@click.option("--again", is_flag=True, help="Also what a machine has filled and no person has touched.")
@cluster_option
@click.option("--dry-run", is_flag=True, help="Say what would be sent, and send and write nothing.")
@json_option
@click.pass_obj
def translate(
    config_file: Path,
    paths: tuple[Path, ...],
    engine: str | None,
    url: str,
    rate: float | None,
    tags: tuple[str, ...],
    since: dt.datetime | None,
    until: dt.datetime | None,
    limit: int | None,
    again: bool,
    cluster: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Have a machine fill what is untranslated.

    Every entry is marked as a machine's work and waits for a person; what people wrote is never touched. What
    was reviewed elsewhere in the site is used again. Each answer is saved at once: end it with Ctrl-C when
    you like, and run it again to go on. Keys come from the environment: SEJAJAR_DEEPL_KEY,
    SEJAJAR_LIBRETRANSLATE_KEY, SEJAJAR_OPENAI_KEY. Articles that say `confidential: true` go only to engines
    that the settings list as private. An answer in which the checks find an error is asked for once more,
    of the same engine and then of those that the settings name as `fallback`; the best is kept.

    With --cluster the engine is asked by other machines, each with keys of its own environment; how often is
    still decided here. It helps where each of them runs an engine, and not with a service that has a limit.
    """
    site = open_site(config_file)
    wanted = Wanted(tags, since.date() if since else None, until.date() if until else None)
    order = Order(engine or "", url, rate, wanted, limit, again)
    if dry_run:
        printed_estimate(job_for(site, paths, order), as_json)
    else:
        try:
            with at_work(site), cluster_workers(cluster) as workers:
                job = job_for(site, paths, order, workers)
                printed_summary(filled(site, job, cluster, as_json), paths, as_json)
        except BusyError as error:
            say_error(str(error))
            sys.exit(1)


def job_for(site: Site, paths: tuple[Path, ...], order: Order, workers: ChunkedExecutor | None = None) -> Job:
    whole = commands.load(site)
    try:
        return prepare(site, whole, narrowed(site, whole, paths), order, os.environ, workers)
    except EngineError as error:
        refuse(str(error))


def printed_estimate(job: Job, as_json: bool) -> None:
    """Prints what a fill would do, and exits."""
    found = estimate(job)
    if as_json:
        print_json(
            {"engine": job.engines.first.name, "host": job.engines.first.host, **asdict(found)}, job.problems
        )
    else:
        requests = count(found.requests, "request")
        say(
            f"{count(found.segments, 'segment')} of {count(found.articles, 'article')} would be sent to "
            f"{job.engines.first.host}: {count(found.characters, 'character')}, {requests}"
        )
        if found.from_memory:
            say(f"{count(found.from_memory, 'segment')} would come from memory")
        if found.withheld:
            say(f"{count(found.withheld, 'segment')} of confidential articles would be held back")
        print_problems(job.problems)
        say_next("the same without --dry-run")
    sys.exit(int(has_errors(job.problems)))


def filled(site: Site, job: Job, cluster: str, as_json: bool) -> Summary:
    """The fill itself; says before the first request where text is sent."""
    expected = estimate(job)
    if expected.segments:
        name, host = job.engines.first.name, job.engines.first.host
        say(f"text of {count(expected.segments, 'segment')} is sent to {host} ({name})", err=as_json)
        if cluster:
            say(f"by the workers of {cluster}, each from its own machine", err=as_json)
    size = expected.segments + expected.from_memory
    with reporting(size) as report:
        return fill(site, job, dt.date.today(), report)


def printed_summary(summary: Summary, paths: tuple[Path, ...], as_json: bool) -> None:
    """Prints what a fill did, and exits."""
    if as_json:
        facts = asdict(summary) | {"complete": summary.complete}
        del facts["problems"]
        if summary.stopped:
            facts["stopped"] = {"reason": summary.stopped.reason, "until": summary.stopped.until.isoformat()}
        print_json(facts, summary.problems)
    else:
        print_problems(summary.problems)
        for line in _told(summary):
            say(line)
        if summary.complete:
            say_next(command("sejajar", "review", places=paths))
    sys.exit(int(not summary.complete))


def _told(summary: Summary) -> list[str]:
    by_engine = f"{count(summary.filled, 'segment')} translated by {summary.engine}"
    lines = [f"{by_engine}, {summary.from_memory} from memory, {count(summary.requests, 'request')}"]
    counts = (
        (summary.unprotected, "lost markup, figures or terms on the way: a note in the catalog says which"),
        (summary.asked_again, "asked for again, since the checks found an error"),
        (summary.corrected, "without an error after that"),
        (summary.flagged, "kept with an error: a comment in the catalog says which"),
        (summary.overtaken, "somebody else filled meanwhile; theirs stays"),
        (summary.withheld, "of confidential articles held back"),
        (sum(problem.code == "not-translated" for problem in summary.problems), "refused; see above"),
        (summary.left, "not asked for yet"),
    )
    lines += [f"{count(number, 'segment')} {what}" for number, what in counts if number]
    if summary.usage != Usage():
        used = summary.usage
        tokens = f"{used.prompt_tokens} tokens sent and {used.completion_tokens} received"
        lines.append(tokens + (f", at a cost of {used.cost:.4f}" if used.cost else ""))
    if summary.stopped:
        until = f"{summary.stopped.until:%Y-%m-%d %H:%M}"
        lines.append(f"stopped: {summary.stopped.reason}; run it again after {until}")
    if summary.interrupted:
        lines.append("interrupted; what had arrived is saved, and the next run goes on from there")
    return lines
