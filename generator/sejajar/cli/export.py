"""Commands that carry pairs out of the site, and a reviewer's decisions back."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

import click

from sejajar import storage
from sejajar.checking import switched
from sejajar.cli.next_steps import command, say_next
from sejajar.cli.opening import json_option, open_site, open_workspace, paths_argument, read_source
from sejajar.cli.printing import count, hand_over, print_errors, print_json, print_problems, refuse, say
from sejajar.cli.review import name_option, signer
from sejajar.commands import Site, Workspace, spreadsheet
from sejajar.commands import export as corpus
from sejajar.formats.tables import DELIMITERS, MissingLibraryError, TooLongError
from sejajar.model import has_errors

WRITERS: dict[str, Callable[[Site, Workspace, str], str | bytes]] = {
    "csv": lambda site, workspace, delimiter: spreadsheet.dumps(
        workspace, delimiter or ",", switched(site.settings.checks)
    ),
    "xlsx": lambda site, workspace, _: spreadsheet.workbook(workspace, switched(site.settings.checks)),
    "tmx": lambda site, workspace, _: corpus.tmx(site, workspace),
    "jsonl": lambda site, workspace, _: corpus.jsonl(site, workspace),
}
"""What makes a file's content, by the file's suffix."""
DECIDED_IN = ("csv", "xlsx")
"""The sorts of file that come back with decisions."""
NEEDS_LIBRARY = "a workbook needs openpyxl; install it with `pip install 'sejajar[xlsx]'`, or use CSV instead"


def _delimiter(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if value and value.lower() not in DELIMITERS:
        raise click.BadParameter(f"{value} separates no cells; name comma, semicolon or tab")
    return DELIMITERS.get(value.lower(), "")


delimiter_option = click.option(
    "--delimiter",
    default="",
    callback=_delimiter,
    help="What separates the cells of a .csv: comma, semicolon or tab.",
)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@paths_argument
@click.option("--format", "name", type=click.Choice([*WRITERS]), help="Instead of the one that FILE ends in.")
@delimiter_option
@json_option
@click.pass_obj
def export(
    config_file: Path,
    file: Path,
    paths: tuple[Path, ...],
    name: str | None,
    delimiter: str,
    as_json: bool,
) -> None:
    """Write pairs to a file: .csv, .xlsx, .tmx or .jsonl; - is standard output.

    .csv and .xlsx are a spreadsheet for a reviewer, a row for each pair. The reviewer writes accept
    (setuju) or needs-work (perlu-perbaikan) into the column decision, corrects the English in its cell, and
    `sejajar apply` carries that back. One that is there already is never overwritten: it may hold decisions.

    .tmx is a translation memory (TMX 1.4) for OmegaT and other tools, .jsonl an object a segment for
    programs: the aligned texts with their states, reviewers and dates. Retracted articles are left out.
    """
    streamed = str(file) == "-"
    sort = name or file.suffix.lower().removeprefix(".")
    write = WRITERS.get(sort)
    if write is None and streamed:
        refuse(f"standard output has no suffix; say --format {', '.join(WRITERS)}")
    if write is None:
        names = " or ".join(f"*.{suffix}" for suffix in WRITERS)
        refuse(f"{file} has a suffix that is not known; name it {names}")
    if sort in DECIDED_IN and file.exists() and not streamed:
        refuse(f"{file} is there already; apply or move it, or give the new one another name")
    if streamed and as_json:
        refuse("--json and - both want standard output; name a file")
    site = open_site(config_file)
    workspace = open_workspace(site, paths)
    try:
        content = write(site, workspace, delimiter)
    except MissingLibraryError:
        refuse(NEEDS_LIBRARY)
    except TooLongError as error:
        refuse(f"a cell of a workbook cannot hold the text “{error}…”; export it as CSV")
    if streamed:
        hand_over(content)
        print_errors(workspace.problems)
    else:
        _write(file, content)
        _say_written(file, sort, workspace, as_json)
    sys.exit(int(has_errors(workspace.problems)))


def _write(file: Path, content: str | bytes) -> None:
    try:
        storage.write_bytes(
            file.parent, file.name, content if isinstance(content, bytes) else content.encode()
        )
    except OSError as error:
        refuse(f"{file} cannot be written: {error.strerror}")


def _say_written(file: Path, sort: str, workspace: Workspace, as_json: bool) -> None:
    pairs, articles = corpus.size(workspace, sort)
    if as_json:
        print_json({"file": str(file), "pairs": pairs}, workspace.problems)
    else:
        print_errors(workspace.problems)
        say(f"wrote {file}: {count(pairs, 'pair')} of {count(articles, 'article')}")
        if sort in DECIDED_IN:
            reviewer = command("sejajar", "apply", str(file), "--as", "NAME")
            say_next(f"once it has been reviewed, {reviewer}")


@click.command("apply")
@click.argument("file")
@name_option
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@delimiter_option
@json_option
@click.pass_obj
def apply_(config_file: Path, file: str, name: str, dry_run: bool, delimiter: str, as_json: bool) -> None:
    """Carry a reviewer's decisions from FILE.csv or FILE.xlsx into the catalogs, signed by name.

    Rows whose Indonesian or English has changed since the export are refused, each with its line; the others
    are applied. Applying a file twice is applying it once.
    """
    site = open_site(config_file)
    data = read_source(file)
    workspace = open_workspace(site, ())
    name = signer(site, name)
    today = dt.date.today()
    try:
        done = spreadsheet.apply(
            site, workspace, data, file, name, today, dry_run=dry_run, delimiter=delimiter
        )
    except MissingLibraryError:
        refuse(NEEDS_LIBRARY)
    facts = {"accepted": done.accepted, "edited": done.edited, "marked": done.marked}
    facts |= {"unchanged": done.unchanged, "refused": done.refused}
    if as_json:
        print_json({**facts, "written": done.written, "dry_run": dry_run}, done.problems)
    else:
        print_problems(done.problems)
        for path in done.written:
            say(f"{'would write' if dry_run else 'wrote'} {path}")
        say(", ".join(f"{number} {what}" for what, number in facts.items()))
        say_next("the same without --dry-run" if dry_run else "sejajar check")
    sys.exit(int(has_errors(done.problems)))
