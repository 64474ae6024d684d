"""Commands that make articles."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from sejajar import project
from sejajar.cli.opening import json_option, open_site, read_source, refuse
from sejajar.cli.printing import print_json, print_problems, say
from sejajar.cli.steps import command, say_next
from sejajar.model import Severity, has_errors


@click.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The article's date, YYYY-MM-DD.")
@click.option("--outlet", default="", help="Whose text it is, where no dateline says so.")
@click.option("--url", default="", help="Where the text was published.")
@click.option("--title", default="", metavar="TEXT", help="The headline, where the text has none.")
@click.option("--keep-noise", is_flag=True, help="Keep what the page says around the article.")
@click.option("--place", default="", help="Where it was written, where no dateline says so.")
@click.option("--tag", "tags", multiple=True, help="A tag; may be given several times.")
@click.option("--english", default="", metavar="FILE", help="Its English, where there is one already.")
@click.option("--dry-run", is_flag=True, help="Say what would be made, and make nothing.")
@json_option
@click.pass_obj
def import_(
    config_file: Path,
    sources: tuple[str, ...],
    date: dt.datetime | None,
    outlet: str,
    url: str,
    title: str,
    keep_noise: bool,
    place: str,
    tags: tuple[str, ...],
    english: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Make an article's folder from pasted text: a file, or - for standard input.

    Title first, then key points ("- "), paragraphs a line each, headings as "1. ...". The article begins as a
    draft. Nothing is ever overwritten, and no word is dropped. What was recognised is printed, and what was
    unsure, with line numbers.

    With --english an English that exists already is laid beside it, paragraph by paragraph, for a person to
    review; where it is unsure what belongs together, the paragraph stays untranslated.
    """
    if english and len(sources) > 1:
        refuse("--english is the English of one text; import them one by one")
    beside = (english, read_source(english)) if english else None
    site = open_site(config_file)
    given = project.Given(date.date() if date else None, title, outlet, url, place, tags, keep_noise)
    imported = [
        project.import_pasted(
            site, read_source(source), source, given, dt.date.today(), english=beside, dry_run=dry_run
        )
        for source in sources
    ]
    problems = tuple(problem for one in imported for problem in one.problems)
    if as_json:
        made = [
            {
                "source": source,
                "folder": one.folder,
                "wrote": one.wrote,
                "recognised": one.recognised.summary,
                "set_aside": [
                    {"line": part.line, "text": part.text, "rule": part.rule} for part in one.recognised.aside
                ],
            }
            for source, one in zip(sources, imported, strict=True)
        ]
        print_json({"imported": made}, problems)
    else:
        for one in imported:
            for line in (*one.recognised.summary, *project.set_aside(one.recognised)):
                say(line)
            if one.wrote or (dry_run and one.folder):
                say(f"{'would make' if dry_run else 'made'} {one.folder}/")
        print_problems(problems)
        folders = [one.folder for one in imported if one.wrote]
        if folders:
            say_next(command("sejajar", "translate", places=folders))
    must_ask = any(
        problem.code in ("date", "title") for problem in problems if problem.severity is Severity.ERROR
    )
    sys.exit(2 if must_ask else int(has_errors(problems)))
