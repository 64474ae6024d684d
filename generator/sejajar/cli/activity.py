"""The command that reports who did what and when."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from sejajar.cli.opening import json_option, open_site, open_workspace, paths_argument
from sejajar.cli.printing import hand_over, print_errors, print_json, refuse, say, show
from sejajar.cli.screen import columns, padded
from sejajar.commands.activity import DEEDS, GROUPINGS, Activity, Grouping, Row, activity
from sejajar.formats.tables import separated
from sejajar.i18n import N_, gettext, translated
from sejajar.language.inline import literal
from sejajar.model import has_errors

LONGEST = 48
"""Columns of a name or a path on a terminal."""
_UNKNOWN = {"person": N_("no name"), "month": N_("day not known"), "article": ""}
_HEADS = {
    "person": N_("person"),
    "month": N_("month"),
    "article": N_("article"),
    "articles": N_("articles"),
    "signed": N_("signed"),
    "stale": N_("stale"),
    "changed": N_("changed"),
    "corrected": N_("corrected"),
    "last": N_("last signed"),
}


class Day(click.ParamType[dt.date]):
    """A day as in ISO 8601, or a month: its first day, or its last for `--until`."""

    name = "date"

    def __init__(self, *, last: bool = False) -> None:
        self.last = last

    def convert(self, value: Any, _parameter: object, _context: object) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            if re.fullmatch(r"\d{4}-\d{2}", value):
                first = dt.date.fromisoformat(f"{value}-01")
                after = (first + dt.timedelta(days=31)).replace(day=1)
                return after - dt.timedelta(days=1) if self.last else first
            return dt.date.fromisoformat(value)
        except (ValueError, OverflowError):
            refuse(f"“{value}” is no date; write a day as 2026-11-24, or a month as 2026-11")


@click.command()
@paths_argument
@click.option("--since", type=Day(), metavar="DATE", help="The first day, 2026-11-24, or month, 2026-11.")
@click.option("--until", type=Day(last=True), metavar="DATE", help="The last day or month.")
@click.option("--by", type=click.Choice(GROUPINGS), help="One table, a row for each of these.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "markdown", "json"]),
    default="text",
    show_default=True,
    help="For a terminal, a spreadsheet, an issue, or a program.",
)
@json_option
@click.pass_obj
def report(
    config_file: Path,
    paths: tuple[Path, ...],
    since: dt.date | None,
    until: dt.date | None,
    by: Grouping | None,
    form: str,
    as_json: bool,
) -> None:
    """Show who signed what and when, what has gone stale, and what was corrected.

    Signed: a person answers by name for exactly this English of exactly this Indonesian. Stale: the
    Indonesian has changed since. Changed: the English was changed after it was signed. Corrected: what the
    front matters tell readers. Since when something is stale or changed is asked of git, in one question;
    where there is no repository, or the change is not committed, the day is not known, and it is counted
    whatever --since says.
    """
    if since and until and since > until:
        refuse(f"--since {since} is after --until {until}")
    site = open_site(config_file)
    workspace = open_workspace(site, paths)
    found = activity(site, workspace, since, until)
    if as_json or form == "json":
        print_json(_facts(found, since, until), workspace.problems)
    elif form == "csv":
        hand_over(separated.dumps(_cells(found, (by,) if by else ("person", "month"))))
    elif form == "markdown":
        hand_over("\n".join(_markdown(found, by, since, until)) + "\n")
    else:
        _print(found, by, since, until)
    if form != "json" and not as_json:
        print_errors(workspace.problems)
    sys.exit(int(has_errors(workspace.problems)))


def _tables(by: Grouping | None) -> tuple[Grouping, ...]:
    return (by,) if by else ("person", "month")


def _print(found: Activity, by: Grouping | None, since: dt.date | None, until: dt.date | None) -> None:
    show([_title(since, until)])
    for grouping in _tables(by):
        say("")
        show(_aligned(_rows(found, grouping)))
    if not found.has_history:
        say("")
        say("git tells no history here: of what is stale or changed the day is not known")


def _title(since: dt.date | None, until: dt.date | None) -> str:
    if since and until:
        return translated(f"from {since} to {until}")
    if since:
        return translated(f"since {since}")
    return translated(f"until {until}") if until else translated("since the beginning")


def _rows(found: Activity, grouping: Grouping) -> list[list[str]]:
    """A head, a row for each, and all together."""
    head = [_HEADS[name] for name in (grouping, "articles", *DEEDS, "last")]
    rows = found.by(grouping)
    body = [[_name(row.keys[0], grouping), *_numbers(row)] for row in rows]
    return [[*map(gettext, head)], *body, [gettext("total"), *_numbers(found.total)]]


def _name(key: str, grouping: Grouping) -> str:
    if grouping == "article":
        return key.split("/")[-2]
    return key or gettext(_UNKNOWN[grouping])


def _numbers(row: Row) -> list[str]:
    last = row.last.isoformat() if row.last else ""
    return [str(row.articles), *(str(row.counts[deed]) for deed in DEEDS), last]


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Names to the left, numbers to the right; a long name loses its end."""
    cut = [[_cut(row[0]), *row[1:]] for row in rows]
    widths = [max(columns(row[at]) for row in cut) for at in range(len(cut[0]))]
    for row in cut:
        first = padded(row[0], widths[0])
        yield "  ".join(
            [first, *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        ).rstrip()


def _cut(text: str) -> str:
    if columns(text) <= LONGEST:
        return text
    while columns(text) >= LONGEST:
        text = text[:-1]
    return f"{text}…"


def _cells(found: Activity, groupings: tuple[Grouping, ...]) -> list[list[str]]:
    """For programs: names of columns and months as they are in every language."""
    head = [*groupings, "articles", *DEEDS, "last_signed"]
    return [head, *([*row.keys, *_numbers(row)] for row in found.by(*groupings))]


def _markdown(
    found: Activity, by: Grouping | None, since: dt.date | None, until: dt.date | None
) -> Iterator[str]:
    yield f"**{_title(since, until)}**"
    for grouping in _tables(by):
        head, *rows, total = _rows(found, grouping)
        yield ""
        yield _line(head)
        yield "| --- |" + " ---: |" * (len(head) - 1)
        yield from map(_line, rows)
        yield _line([f"**{cell}**" if cell else "" for cell in total], marked=True)


def _line(cells: Sequence[str], *, marked: bool = False) -> str:
    """A name stays a name: it marks nothing up, calls nobody and names no issue."""
    said = cells if marked else [_text(cell) for cell in cells]
    return f"| {' | '.join(said)} |"


def _text(cell: str) -> str:
    return (
        literal(cell).replace("@", "&#64;").replace("&#", "\x00").replace("#", "&#35;").replace("\x00", "&#")
    )


def _facts(found: Activity, since: dt.date | None, until: dt.date | None) -> dict[str, Any]:
    tables = {
        f"by_{grouping}": [_fact(row, grouping) for row in found.by(grouping)] for grouping in GROUPINGS
    }
    return {
        "since": since.isoformat() if since else "",
        "until": until.isoformat() if until else "",
        "history": found.has_history,
        "total": _fact(found.total),
        **tables,
    }


def _fact(row: Row, grouping: Grouping | None = None) -> dict[str, Any]:
    fact: dict[str, Any] = {str(grouping): row.keys[0]} if grouping else {}
    fact["articles"] = row.articles
    fact |= {str(deed): number for deed, number in row.counts.items()}
    return {**fact, "last_signed": row.last.isoformat() if row.last else ""}
