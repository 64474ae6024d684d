"""The command line door: commands unpack, call the verbs and print. No logic."""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, NoReturn

import click

from sejajar import __version__, project
from sejajar.catalog import State
from sejajar.model import Problem, Severity, has_errors
from sejajar.project import Desk, Site
from sejajar.store import Written

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
paths_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object on standard output."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sejajar")
@click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration.",
)
@click.pass_context
def main(context: click.Context, config_file: Path) -> None:
    """Bilingual briefings: every Indonesian paragraph beside its English.

    Run it in the folder of a site's mkdocs.yml. A day at the desk:

    \b
      sejajar import article.txt     pasted text becomes an article's folder, as a draft
      sejajar sync                   its catalog (article.en.po) is brought up to date
      sejajar status                 what is translated, reviewed, stale
      sejajar check                  what is wrong, with file and line
      mkdocs serve                   look at it

    Exit codes: 0 all is well, 1 there are errors, 2 called wrongly or an answer is needed.
    """
    context.obj = config_file


@main.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The article's date, YYYY-MM-DD.")
@click.option("--outlet", default="", help="Whose text it is, where no dateline says so.")
@click.option("--url", default="", help="Where the text was published.")
@click.option("--place", default="", help="Where it was written, where no dateline says so.")
@click.option("--tag", "tags", multiple=True, help="A tag; may be given several times.")
@click.option("--dry-run", is_flag=True, help="Say what would be made, and make nothing.")
@json_option
@click.pass_obj
def import_(
    config_file: Path,
    sources: tuple[str, ...],
    date: dt.datetime | None,
    outlet: str,
    url: str,
    place: str,
    tags: tuple[str, ...],
    dry_run: bool,
    as_json: bool,
) -> None:
    """Make an article's folder from pasted text: a file, or - for standard input.

    Title first, then key points ("- "), paragraphs a line each, headings as "1. ...". The article begins as a
    draft. Nothing is ever overwritten, and no word is dropped. What was recognised is printed, and what was
    unsure, with line numbers.
    """
    site = _site(config_file)
    options = project.ImportOptions(date.date() if date else None, outlet, url, place, tags)
    imported = [
        project.import_pasted(site, _read(source), source, options, dt.date.today(), dry_run=dry_run)
        for source in sources
    ]
    problems = tuple(problem for one in imported for problem in one.problems)
    if as_json:
        made = [
            {"folder": one.folder, "wrote": one.wrote, "recognised": one.recognised.summary}
            for one in imported
        ]
        _print_json({"imported": made}, problems)
    else:
        for one in imported:
            for line in one.recognised.summary:
                click.echo(line)
            if one.wrote or (dry_run and one.folder):
                click.echo(f"{'would make' if dry_run else 'made'} {one.folder}/")
        _print_problems(problems)
    must_ask = any(problem.code == "date" for problem in problems if problem.severity is Severity.ERROR)
    sys.exit(2 if must_ask else int(has_errors(problems)))


@main.command()
@paths_argument
@json_option
@click.pass_obj
def sync(config_file: Path, paths: tuple[Path, ...], as_json: bool) -> None:
    """Bring the catalogs up to date with their articles.

    A new segment comes in untranslated; an edited one keeps its old English as stale; what has gone is kept as
    obsolete and comes back if the text does. A translation is never lost.
    """
    site = _site(config_file)
    desk = _desk(site, paths)
    synced = project.sync(site, desk)
    if as_json:
        _print_json({"written": synced.written, "unchanged": synced.unchanged}, synced.problems)
    else:
        for path in synced.written:
            click.echo(f"wrote {path}")
        click.echo(f"{_count(len(synced.written), 'catalog')} written, {synced.unchanged} up to date")
        _print_problems(synced.problems)
    sys.exit(int(has_errors(synced.problems)))


@main.command()
@paths_argument
@json_option
@click.pass_obj
def check(config_file: Path, paths: tuple[Path, ...], as_json: bool) -> None:
    """Check articles and catalogs, and print every problem with its file and line."""
    site = _site(config_file)
    desk = _desk(site, paths)
    problems = project.check(desk)
    if as_json:
        _print_json({"articles": len(desk.parsed)}, problems)
    else:
        _print_problems(problems)
        click.echo(f"{_count(len(desk.parsed), 'article')} checked: {_tally(problems)}")
    sys.exit(int(has_errors(problems)))


@main.command()
@paths_argument
@json_option
@click.pass_obj
def status(config_file: Path, paths: tuple[Path, ...], as_json: bool) -> None:
    """Print what is translated, reviewed and stale: a line an article, and a total."""
    site = _site(config_file)
    desk = _desk(site, paths)
    rows = project.status(desk)
    if as_json:
        articles = [{**asdict(row), "date": row.date.isoformat(), "total": row.total} for row in rows]
        _print_json({"articles": articles}, desk.problems)
    else:
        for line in _status_table(rows):
            click.echo(line)
        _print_problems(desk.problems)
    sys.exit(int(has_errors(desk.problems)))


@main.command()
@json_option
@click.pass_obj
def generate(config_file: Path, as_json: bool) -> None:
    """Write the Markdown pages below docs/id and docs/en.

    `mkdocs build` and `mkdocs serve` do this by themselves; run it to read the pages, or for another builder.
    """
    site = _site(config_file)
    desk = _desk(site, ())
    problems = desk.problems
    if has_errors(problems):
        written = Written()
    else:
        written = project.generate(site, desk)
        problems = (*problems, *written.problems)
    if as_json:
        facts = {"written": written.written, "removed": written.removed, "unchanged": written.unchanged}
        _print_json(facts, problems)
    else:
        _print_problems(problems)
        pages = _count(len(written.written), "file")
        click.echo(f"{pages} written, {len(written.removed)} removed, {written.unchanged} up to date")
    sys.exit(int(has_errors(problems)))


def _site(config_file: Path) -> Site:
    """The site, or an exit with all that is wrong with its configuration."""
    if not config_file.is_file():
        _refuse(
            f"there is no {config_file} here; run this in a site's folder, or name its mkdocs.yml with -f"
        )
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    from mkdocs.config import load_config
    from mkdocs.exceptions import ConfigurationError

    from sejajar.plugin import SejajarPlugin, site_of

    try:
        config = load_config(str(config_file))
    except ConfigurationError as error:
        _refuse(f"{config_file}: {error}")
    plugin = next((one for one in config.plugins.values() if isinstance(one, SejajarPlugin)), None)
    if plugin is None:
        _refuse(f"{config_file}: the plugin is missing; add `- sejajar` below `plugins:`")
    return site_of(config, plugin.settings)


def _desk(site: Site, paths: tuple[Path, ...]) -> Desk:
    selection = project.select(site, project.load(site), paths)
    for path in selection.unknown:
        _refuse(
            f"{path} is no article of this site; name an article's folder, one of its files or a folder above"
        )
    return selection.desk


def _read(source: str) -> bytes:
    if source == "-":
        return click.get_binary_stream("stdin").read()
    try:
        return Path(source).read_bytes()
    except OSError as error:
        _refuse(f"{source} cannot be read: {error.strerror}")


def _refuse(message: str) -> NoReturn:
    """Exit code 2: called wrongly."""
    click.echo(f"{click.style('error', fg='red')}: {message}", err=True)
    sys.exit(2)


def _print_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        place, severity, rest = str(problem).partition(f"{problem.severity} {problem.code}")
        click.echo(place + click.style(severity, fg=COLOURS[problem.severity]) + rest, err=True)


def _print_json(facts: dict[str, Any], problems: Iterable[Problem]) -> None:
    listed = [
        {
            "path": problem.location.path,
            "line": problem.location.line,
            "severity": problem.severity,
            "code": problem.code,
            "message": problem.message,
            "hint": problem.hint,
            "segment": problem.segment,
        }
        for problem in problems
    ]
    click.echo(json.dumps({**facts, "problems": listed}, ensure_ascii=False, indent=2))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _tally(problems: tuple[Problem, ...]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = sum(problem.severity is Severity.WARNING for problem in problems)
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"


def _status_table(rows: tuple[project.ArticleStatus, ...]) -> Iterable[str]:
    width = max((len(row.path) for row in rows), default=5)
    names = [str(state) for state in State]
    yield "  ".join(["article".ljust(width), "segments", *names])
    for row in rows:
        numbers = [str(row.counts.get(state, 0)).rjust(len(state)) for state in State]
        yield "  ".join([row.path.ljust(width), str(row.total).rjust(8), *numbers])
    total = [str(sum(row.counts.get(state, 0) for row in rows)).rjust(len(state)) for state in State]
    segments = str(sum(row.total for row in rows)).rjust(8)
    yield "  ".join([_count(len(rows), "article").ljust(width), segments, *total])
