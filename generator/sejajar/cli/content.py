"""Commands that make articles."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from sejajar import commands
from sejajar.cli.next_steps import command, say_next
from sejajar.cli.opening import json_option, open_site, read_source
from sejajar.cli.printing import hand_over, print_json, print_problems, refuse, say, show
from sejajar.commands import Given, Imported, Site, Web
from sejajar.model import Location, Problem, Severity, has_errors


@dataclass(frozen=True, slots=True)
class _One:
    """One source and what came of it."""

    source: str
    imported: Imported | None
    """None where the source could not be read."""
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        return has_errors(self.problems)


@click.command("import")
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The article's date, YYYY-MM-DD.")
@click.option("--title", default="", metavar="TEXT", help="The headline, where the text has none.")
@click.option("--outlet", default="", help="Whose text it is, where no dateline says so.")
@click.option("--url", default="", help="Where the text was published.")
@click.option("--place", default="", help="Where it was written, where no dateline says so.")
@click.option("--tag", "tags", multiple=True, help="A tag; may be given several times.")
@click.option("--english", default="", metavar="FILE", help="Its English, where there is one already.")
@click.option("--from-file", default="", metavar="FILE", help="A file that names sources, a line each.")
@click.option("--images", is_flag=True, help="Store the article's pictures too.")
@click.option("--keep-noise", is_flag=True, help="Keep what the page says around the article.")
@click.option("--allow-private", is_flag=True, help="Fetch from this machine and private networks too.")
@click.option("--dry-run", is_flag=True, help="Show the article that would be made, and make nothing.")
@json_option
@click.pass_obj
def import_(
    config_file: Path,
    sources: tuple[str, ...],
    date: dt.datetime | None,
    title: str,
    outlet: str,
    url: str,
    place: str,
    tags: tuple[str, ...],
    english: str,
    from_file: str,
    images: bool,
    keep_noise: bool,
    allow_private: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Make articles from pasted text, saved pages or addresses; - is standard input.

    A folder stands for all texts and pages in it. Each article begins as a draft; nothing is ever
    overwritten, and every word is in the article or listed as set aside, with its line. What was recognised
    is printed, and what was unsure.

    With --english an English that exists already is laid beside it, paragraph by paragraph, for a person to
    review; where it is unsure what belongs together, the paragraph stays untranslated.
    """
    sources = tuple(_all_sources(sources, from_file))
    if not sources:
        refuse("name a file, a folder or an address to import, or - to paste")
    for option, given_value in (("English", english), ("title", title)):
        if given_value and len(sources) > 1:
            refuse(f"--{option.lower()} is the {option} of one text; import them one by one")
    beside = (english, read_source(english)) if english else None
    site = open_site(config_file)
    given = Given(date.date() if date else None, title, outlet, url, place, tags, keep_noise)
    web = Web(allow_private, images)
    done = tuple(_each(site, sources, given, web, beside, dry_run=dry_run, quiet=as_json))
    if as_json:
        print_json(
            {"imported": [_facts(one, dry_run) for one in done]}, [p for one in done for p in one.problems]
        )
    else:
        _show(done, dry_run)
    sys.exit(_exit_code(done))


def _all_sources(sources: Sequence[str], from_file: str) -> Iterator[str]:
    for source in sources:
        yield from commands.expanded(source)
    lines = read_source(from_file).decode("utf-8-sig", errors="replace").splitlines() if from_file else []
    for line in map(str.strip, lines):
        if line and not line.startswith("#"):
            yield from commands.expanded(line)


def _each(
    site: Site,
    sources: Sequence[str],
    given: Given,
    web: Web,
    english: tuple[str, bytes] | None,
    *,
    dry_run: bool,
    quiet: bool,
) -> Iterator[_One]:
    """One after another; one that fails stops no other."""
    shown = len(sources) > 1 and not quiet and sys.stderr.isatty()
    bar = click.progressbar(sources, label="importing", file=sys.stderr) if shown else nullcontext(sources)
    with bar as rest:
        for source in rest:
            data = b"" if commands.is_address(source) else _bytes_of(source, alone=len(sources) == 1)
            if isinstance(data, Problem):
                yield _One(source, None, (data,))
                continue
            imported = commands.import_pasted(
                site, data, source, given, dt.date.today(), english=english, dry_run=dry_run, web=web
            )
            yield _One(source, imported, imported.problems)


def _bytes_of(source: str, *, alone: bool) -> bytes | Problem:
    if alone or source == "-":
        return read_source(source)
    try:
        return Path(source).read_bytes()
    except (OSError, ValueError) as error:
        message = f"the file cannot be read: {getattr(error, 'strerror', None) or error}"
        hint = "check its name and whether you may read it"
        return Problem(Location(source), Severity.ERROR, "unreadable", message, hint)


def _facts(one: _One, dry_run: bool) -> dict[str, Any]:
    if one.imported is None:
        return {"source": one.source, "folder": "", "wrote": False, "recognised": [], "set_aside": []}
    recognised = one.imported.recognised
    aside = [{"line": part.line, "text": part.text, "rule": part.rule} for part in recognised.aside]
    facts = {
        "source": one.source,
        "folder": one.imported.folder,
        "wrote": one.imported.wrote,
        "recognised": recognised.summary,
        "set_aside": aside,
    }
    return {**facts, "article": commands.written(recognised)} if dry_run else facts


def _show(done: Sequence[_One], dry_run: bool) -> None:
    for one in done:
        if len(done) > 1:
            say(f"== {one.source}")
        if one.imported:
            show(map(commands.labelled, one.imported.recognised.summary))
            show(commands.set_aside(one.imported.recognised))
            if one.imported.wrote or (dry_run and one.imported.folder):
                say(f"{'would make' if dry_run else 'made'} {one.imported.folder}/")
            if dry_run and one.imported.recognised.article:
                say("")
                hand_over(commands.written(one.imported.recognised))
        print_problems(one.problems)
    if len(done) > 1:
        _table(done)
    folders = [one.imported.folder for one in done if one.imported and one.imported.wrote]
    if folders:
        say_next(command("sejajar", "translate", places=folders))


def _table(done: Sequence[_One]) -> None:
    """A line a source: what came of it, and how much there is to look at."""
    width = min(60, max(len(one.source) for one in done))
    say(f"{'source'.ljust(width)}  result  to check  set aside")
    for one in done:
        name = one.source if len(one.source) <= width else f"…{one.source[1 - width :]}"
        result = "failed" if one.failed else "made" if one.imported and one.imported.wrote else "ready"
        aside = len(one.imported.recognised.aside) if one.imported else 0
        unsure = sum(problem.severity is not Severity.INFO for problem in one.problems)
        say(f"{name.ljust(width)}  {result.ljust(6)}  {unsure:>8}  {aside:>9}")
    failed = sum(one.failed for one in done)
    say(f"{len(done) - failed} of {len(done)} imported" + (f", {failed} failed" if failed else ""))


def _exit_code(done: Sequence[_One]) -> int:
    """2 where one source has to be asked about, else 1 for whatever failed."""
    errors = {p.code for one in done for p in one.problems if p.severity is Severity.ERROR}
    return 2 if len(done) == 1 and errors & {"date", "title"} else int(bool(errors))
