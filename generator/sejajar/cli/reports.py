"""Commands that only look."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from sejajar import commands, storage
from sejajar.cli.bars import chart, table, worst_first
from sejajar.cli.github import workflow_commands
from sejajar.cli.next_steps import after_check, after_sync, say_next
from sejajar.cli.opening import (
    build_time,
    cluster_option,
    json_option,
    open_site,
    open_workspace,
    paths_argument,
    workers,
)
from sejajar.cli.printing import (
    annotate,
    count,
    print_errors,
    print_json,
    print_problems,
    refuse,
    say,
    show,
    tally,
)
from sejajar.model import State, has_errors


@click.command()
@paths_argument
@click.option("--github", is_flag=True, help="Print annotations for the lines of a pull request.")
@cluster_option
@json_option
@click.pass_obj
def check(config_file: Path, paths: tuple[Path, ...], github: bool, cluster: str, as_json: bool) -> None:
    """Check articles and catalogs, and every pair for what did not survive translation.

    Prints each problem with its file and line: figures, dates, names, negations and more that the two
    languages do not share. English that is stale or missing is named and not judged. A rule is silenced for
    one entry by a comment in the catalog: `# silence: numbers why it is right as it is`.
    """
    if github and as_json:
        refuse("--github and --json are two ways of printing; choose one")
    from sejajar.checking import switched  # not at start: `status` needs no table of words

    site = open_site(config_file)
    workspace, settings = open_workspace(site, paths), site.settings
    with workers(site, cluster) as pool:
        report = commands.check(workspace, switched(settings.checks), settings.on_incomplete, pool)
    if as_json:
        facts = {"articles": report.articles, "pairs": report.pairs, "silenced": report.silenced}
        print_json(facts, report.problems)
    else:
        if github:
            top = Path(os.environ.get("GITHUB_WORKSPACE") or site.root)
            for line in workflow_commands(
                report.problems, lambda path: storage.relative(site.root / path, top)
            ):
                annotate(line)
        else:
            print_problems(report.problems)
        checked = f"{count(report.articles, 'article')}, {count(report.pairs, 'pair')} checked"
        silenced = f", {report.silenced} silenced" if report.silenced else ""
        say(f"{checked}: {tally(report.problems)}{silenced}")
        if not github:
            say_next(after_check(report.problems))
    sys.exit(int(has_errors(report.problems)))


@click.command()
@paths_argument
@json_option
@click.pass_obj
def status(config_file: Path, paths: tuple[Path, ...], as_json: bool) -> None:
    """Show what is translated, reviewed and stale: a line an article, and a total.

    Bars on a terminal, numbers elsewhere; what needs most work stands first.

    Reviewed: a person has read the English and called it finished. Signed: a person answers by name for
    exactly this English of exactly this Indonesian. More in the guide, “Review”.
    """
    site = open_site(config_file)
    workspace = open_workspace(site, paths)
    rows = worst_first(commands.status(workspace, build_time()))
    if as_json:
        print_json({"articles": [_facts(row) for row in rows]}, workspace.problems)
    else:
        lines = chart(rows, sys.stdout.encoding) if sys.stdout.isatty() else table(rows)
        show(lines)
        print_errors(workspace.problems)
        say_next(after_sync(workspace.briefings, paths))
    sys.exit(int(has_errors(workspace.problems)))


def _facts(row: commands.ArticleStatus) -> dict[str, Any]:
    return {
        "path": row.path,
        "title": row.title,
        "date": row.date.isoformat(),
        "total": row.total,
        "counts": {str(state): row.counts.get(state, 0) for state in State},
        "signed": row.signed,
        "status": row.standing,
    }
