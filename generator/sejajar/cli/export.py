"""Commands that carry pairs out of the site, and a reviewer's decisions back."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from sejajar import store
from sejajar.cli.opening import json_option, open_desk, open_site, paths_argument, read_source, refuse
from sejajar.cli.printing import count, print_json, print_problems
from sejajar.cli.review import name_option, signer
from sejajar.importing import decode
from sejajar.model import has_errors
from sejajar.project import spreadsheet

WRITERS = {".csv": spreadsheet.dumps}
"""What makes a file's text of a desk, by the file's suffix."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@paths_argument
@json_option
@click.pass_obj
def export(config_file: Path, file: Path, paths: tuple[Path, ...], as_json: bool) -> None:
    """Write pairs to a file: .csv, a spreadsheet for a reviewer.

    A row for each pair. The reviewer writes accept (setuju) or needs-work (perlu-perbaikan) into the column
    decision, corrects the English in its cell, and `sejajar apply` carries that back. A file that is there
    already is never overwritten: it may hold decisions.
    """
    write = WRITERS.get(file.suffix.lower())
    if write is None:
        refuse(
            f"{file} has a suffix that is not known; name it {' or '.join(f'*{name}' for name in WRITERS)}"
        )
    if file.exists():
        refuse(f"{file} is there already; apply or move it, or give the new one another name")
    site = open_site(config_file)
    desk = open_desk(site, paths)
    pairs = sum(len(briefing.pairs) for briefing in desk.briefings)
    store.write(file, write(desk))
    if as_json:
        print_json({"file": str(file), "pairs": pairs}, desk.problems)
    else:
        print_problems(desk.problems)
        click.echo(f"wrote {file}: {count(pairs, 'pair')} of {count(len(desk.briefings), 'article')}")
    sys.exit(int(has_errors(desk.problems)))


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
            click.echo(f"{'would write' if dry_run else 'wrote'} {path}")
        click.echo(", ".join(f"{number} {what}" for what, number in facts.items()))
    sys.exit(int(has_errors(done.problems)))
