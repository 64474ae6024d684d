"""Commands that carry pairs out of the site, and a reviewer's decisions back."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

import click

from sejajar import storage
from sejajar.cli.opening import json_option, open_desk, open_site, paths_argument, read_source, refuse
from sejajar.cli.printing import count, hand_over, print_json, print_problems, say
from sejajar.cli.review import name_option, signer
from sejajar.importing import decode
from sejajar.model import has_errors
from sejajar.project import Desk, Site, spreadsheet
from sejajar.project import export as corpus

WRITERS: dict[str, Callable[[Site, Desk], str]] = {
    "csv": lambda _, desk: spreadsheet.dumps(desk),
    "tmx": corpus.tmx,
    "jsonl": corpus.jsonl,
}
"""What makes a file's text, by the file's suffix."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@paths_argument
@click.option("--format", "name", type=click.Choice([*WRITERS]), help="Instead of the one that FILE ends in.")
@json_option
@click.pass_obj
def export(config_file: Path, file: Path, paths: tuple[Path, ...], name: str | None, as_json: bool) -> None:
    """Write pairs to a file: .csv, .tmx or .jsonl; - is standard output.

    .csv is a spreadsheet for a reviewer, a row for each pair. The reviewer writes accept (setuju) or
    needs-work (perlu-perbaikan) into the column decision, corrects the English in its cell, and
    `sejajar apply` carries that back. One that is there already is never overwritten: it may hold decisions.

    .tmx is a translation memory (TMX 1.4) for OmegaT and other tools, .jsonl an object a segment for
    programs: the aligned texts with their states, reviewers and dates. Retracted articles are left out.
    """
    streamed = str(file) == "-"
    write = WRITERS.get(name or file.suffix.lower().removeprefix("."))
    if write is None and streamed:
        refuse(f"standard output has no suffix; say --format {', '.join(WRITERS)}")
    if write is None:
        names = " or ".join(f"*.{suffix}" for suffix in WRITERS)
        refuse(f"{file} has a suffix that is not known; name it {names}")
    if write is WRITERS["csv"] and file.exists() and not streamed:
        refuse(f"{file} is there already; apply or move it, or give the new one another name")
    if streamed and as_json:
        refuse("--json and - both want standard output; name a file")
    site = open_site(config_file)
    desk = open_desk(site, paths)
    text = write(site, desk)
    if streamed:
        hand_over(text)
        print_problems(desk.problems)
    else:
        _write(file, text)
        _say_written(file, desk, as_json)
    sys.exit(int(has_errors(desk.problems)))


def _write(file: Path, text: str) -> None:
    try:
        storage.write(file, text)
    except OSError as error:
        refuse(f"{file} cannot be written: {error.strerror}")


def _say_written(file: Path, desk: Desk, as_json: bool) -> None:
    pairs = sum(len(briefing.pairs) for briefing in desk.briefings)
    if as_json:
        print_json({"file": str(file), "pairs": pairs}, desk.problems)
    else:
        print_problems(desk.problems)
        say(f"wrote {file}: {count(pairs, 'pair')} of {count(len(desk.briefings), 'article')}")


@click.command("apply")
@click.argument("file")
@name_option
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@json_option
@click.pass_obj
def apply_(config_file: Path, file: str, name: str, dry_run: bool, as_json: bool) -> None:
    """Carry a reviewer's decisions from FILE.csv into the catalogs, signed by name.

    Rows whose Indonesian or English has changed since the export are refused, each with its line; the others
    are applied. Applying a file twice is applying it once.
    """
    site = open_site(config_file)
    text, problems = decode(read_source(file), file)
    if problems:
        refuse(f"{file} is not UTF-8; save the spreadsheet as CSV UTF-8")
    desk = open_desk(site, ())
    name = signer(site, name)
    done = spreadsheet.apply(site, desk, text, file, name, dt.date.today(), dry_run=dry_run)
    facts = {"accepted": done.accepted, "edited": done.edited, "marked": done.marked}
    facts |= {"unchanged": done.unchanged, "refused": done.refused}
    if as_json:
        print_json({**facts, "written": done.written, "dry_run": dry_run}, done.problems)
    else:
        print_problems(done.problems)
        for path in done.written:
            say(f"{'would write' if dry_run else 'wrote'} {path}")
        say(", ".join(f"{number} {what}" for what, number in facts.items()))
    sys.exit(int(has_errors(done.problems)))
