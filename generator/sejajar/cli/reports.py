"""Commands that only look."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from sejajar import project
from sejajar.catalog import State
from sejajar.cli.opening import json_option, open_desk, open_site, paths_argument
from sejajar.cli.printing import count, print_json, print_problems, tally
from sejajar.model import has_errors


@click.command()
@paths_argument
@json_option
@click.pass_obj
def check(config_file: Path, paths: tuple[Path, ...], as_json: bool) -> None:
    """Check articles and catalogs, and print every problem with its file and line."""
    site = open_site(config_file)
    desk = open_desk(site, paths)
    problems = project.check(desk)
    if as_json:
        print_json({"articles": len(desk.parsed)}, problems)
    else:
        print_problems(problems)
        click.echo(f"{count(len(desk.parsed), 'article')} checked: {tally(problems)}")
    sys.exit(int(has_errors(problems)))


@click.command()
@paths_argument
@json_option
@click.pass_obj
def status(config_file: Path, paths: tuple[Path, ...], as_json: bool) -> None:
    """Print what is translated, reviewed and stale: a line an article, and a total."""
    site = open_site(config_file)
    desk = open_desk(site, paths)
    rows = project.status(desk)
    if as_json:
        print_json({"articles": [_facts(row) for row in rows]}, desk.problems)
    else:
        for line in _status_table(rows):
            click.echo(line)
        print_problems(desk.problems)
    sys.exit(int(has_errors(desk.problems)))


def _facts(row: project.ArticleStatus) -> dict[str, Any]:
    return {
        "path": row.path,
        "title": row.title,
        "date": row.date.isoformat(),
        "total": row.total,
        "counts": {str(state): row.counts.get(state, 0) for state in State},
        "signed": row.signed,
    }


def _status_table(rows: tuple[project.ArticleStatus, ...]) -> Iterable[str]:
    width = max((len(row.path) for row in rows), default=5)
    names = [str(state) for state in State]
    yield "  ".join(["article".ljust(width), "segments", *names])
    for row in rows:
        numbers = [str(row.counts.get(state, 0)).rjust(len(state)) for state in State]
        yield "  ".join([row.path.ljust(width), str(row.total).rjust(8), *numbers])
    total = [str(sum(row.counts.get(state, 0) for row in rows)).rjust(len(state)) for state in State]
    segments = str(sum(row.total for row in rows)).rjust(8)
    yield "  ".join([count(len(rows), "article").ljust(width), segments, *total])
