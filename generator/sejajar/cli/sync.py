"""Commands that write catalogs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sejajar import commands
from sejajar.cli.next_steps import after_sync, say_next
from sejajar.cli.opening import json_option, open_site, open_workspace, paths_argument
from sejajar.cli.printing import count, print_errors, print_json, say
from sejajar.model import has_errors


@click.command()
@paths_argument
@json_option
@click.pass_obj
def sync(config_file: Path, paths: tuple[Path, ...], as_json: bool) -> None:
    """Bring the catalogs up to date with their articles.

    A new segment comes in untranslated; an edited one keeps its old English as stale; what has gone is
    kept as obsolete and comes back if the text does. A translation is never lost.
    """
    site = open_site(config_file)
    workspace = open_workspace(site, paths)
    synced = commands.sync(site, workspace)
    if as_json:
        print_json({"written": synced.written, "unchanged": synced.unchanged}, synced.problems)
    else:
        for path in synced.written:
            say(f"wrote {path}")
        say(f"{count(len(synced.written), 'catalog')} written, {synced.unchanged} up to date")
        print_errors(synced.problems)
        say_next(after_sync(workspace.briefings, paths))
    sys.exit(int(has_errors(synced.problems)))
