"""The command that makes a book."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from sejajar import storage
from sejajar.cli.next_steps import say_next
from sejajar.cli.opening import build_time, json_option, open_site, open_workspace, paths_argument
from sejajar.cli.printing import count, print_errors, print_json, refuse, say, show_over
from sejajar.commands import Site, Workspace, books
from sejajar.commands.books import Chosen, Wanted
from sejajar.i18n import gettext
from sejajar.model import EDITIONS, Edition
from sejajar.rendering.books.book import Layout
from sejajar.rendering.books.pdf import NoLayoutError

NEEDS_LIBRARY = "a PDF needs WeasyPrint; install it with `pip install 'sejajar[pdf]'`, or write an .epub"
NEEDS_PANGO = (
    "WeasyPrint finds no Pango, which sets its type; install it with `apt install libpango-1.0-0 "
    "libpangoft2-1.0-0 libharfbuzz-subset0` on Debian and Ubuntu or `brew install pango` on a Mac, "
    "or write an .epub"
)


def _month(_context: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[int, int] | None:
    if value is None:
        return None
    found = re.fullmatch(r"([0-9]{4})-(0?[1-9]|1[0-2])", value)
    if not found or not int(found[1]):
        raise click.BadParameter(f"{value} is no month; write it as 2025-07")
    return int(found[1]), int(found[2])


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"{value} is no date; write it as 2025-07-20") from None


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@paths_argument
@click.option(
    "--layout",
    type=click.Choice(books.LAYOUTS),
    default="columns",
    show_default=True,
    help="The languages side by side, one below the other, or on facing pages.",
)
@click.option("--edition", type=click.Choice(EDITIONS), default="id", help="Whose language comes first.")
@click.option("--month", metavar="YYYY-MM", callback=_month, help="The articles of one month.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="The articles of a topic, or of several.")
@click.option("--since", metavar="DATE", callback=_day, help="The articles of this day and later.")
@click.option("--until", metavar="DATE", callback=_day, help="The articles of this day and earlier.")
@click.option("--title", default="", metavar="TEXT", help="What the book is called.")
@click.option("--rights", default="", metavar="TEXT", help="A sentence on the rights in the whole book.")
@json_option
@click.pass_obj
def book(
    config_file: Path,
    file: Path,
    paths: tuple[Path, ...],
    layout: Layout,
    edition: Edition,
    month: tuple[int, int] | None,
    tags: tuple[str, ...],
    since: dt.date | None,
    until: dt.date | None,
    title: str,
    rights: str,
    as_json: bool,
) -> None:
    """Make a bilingual book of briefings: FILE.epub for e-readers, FILE.pdf for paper.

    \b
      sejajar book juli.epub --month 2025-07
      sejajar book beras.pdf --tag Beras --layout facing
      sejajar book dua.epub content/2025/2025-07-20-… content/2025/2025-08-02-…

    All published articles are in it, or those of PATH…, of a month, of a topic, the oldest first. Drafts,
    scheduled and retracted articles are left out, and English is shown as the site shows it: unreviewed
    passages say so, and `publish_english` and `on_incomplete` of mkdocs.yml hold here too.

    In columns the two languages stand side by side, in an EPUB only where the screen is wide enough. Facing
    pages (PDF) have Indonesian on the left and English on the right, passage beside passage. A PDF needs
    WeasyPrint: pip install 'sejajar[pdf]'.

    The same articles make the same file, to the byte. A book is dated by the last change of its articles, or
    by SOURCE_DATE_EPOCH. One that is there is made anew; no other file is overwritten.
    """
    sort = file.suffix.lower().removeprefix(".")
    if sort not in books.FORMATS:
        refuse(f"{file} has a suffix that is not known; name it *.epub or *.pdf")
    if sort == "epub" and layout == "facing":
        refuse("an EPUB has no pages that face each other; write a .pdf, or say --layout columns")
    _may_be_written(file)
    site = open_site(config_file)
    workspace = open_workspace(site, paths)
    epoch = build_time() if "SOURCE_DATE_EPOCH" in os.environ else None
    wanted = Wanted(sort, layout, edition, month, tags, since, until, title.strip(), rights.strip(), epoch)
    try:
        chosen = books.choose(site, workspace, wanted, build_time())
    except books.UnknownTagError as error:
        if error.near:
            refuse(f"no article has the topic {error.tag}; did you mean {error.near[0]}?")
        refuse(f"no article has the topic {error.tag}")
    if not books.stopped(chosen):
        if not chosen.briefings:
            refuse(_nothing(chosen))
        _write(file, _made(site, workspace, chosen, wanted))
    _say(file, chosen, as_json, named=bool(paths))
    sys.exit(int(books.stopped(chosen)))


def _made(site: Site, workspace: Workspace, chosen: Chosen, wanted: Wanted) -> bytes:
    try:
        with _progress() as report:
            return books.bound(site, workspace.glossary, chosen, wanted, report)
    except NoLayoutError as error:
        refuse(NEEDS_PANGO if error.missing == "pango" else NEEDS_LIBRARY)
    except storage.PictureError as error:
        refuse(f"{error.filename}: {error.strerror}; {error.hint}")


def _nothing(chosen: Chosen) -> str:
    if chosen.left_out:
        path, standing = chosen.left_out[0]
        return f"there is nothing to put into the book: {path} is {gettext(standing)}"
    return "there is nothing to put into the book: no published article is of that time and topic"


def _may_be_written(file: Path) -> None:
    """A book is a product, and made again; anything else of its name is somebody's."""
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        refuse(f"{file} cannot be read: {error.strerror}")
    if data and not books.is_ours(data):
        refuse(f"{file} is there already, and no book of Sejajar; give the new one another name")


@contextmanager
def _progress() -> Iterator[Callable[[str, int], None]]:
    """How far it is, in a line on a terminal: how many pages there will be nobody knows."""
    if not sys.stderr.isatty():
        yield lambda _what, _done: None
        return
    yield lambda what, done: show_over(count(done, what))
    show_over("")


def _write(file: Path, data: bytes) -> None:
    try:
        storage.write_bytes(file.parent, file.name, data)
    except OSError as error:
        refuse(f"{file} cannot be written: {error.strerror}")


def _say(file: Path, chosen: Chosen, as_json: bool, *, named: bool) -> None:
    done = not books.stopped(chosen)
    if as_json:
        facts = {"file": str(file) if done else "", "articles": len(chosen.briefings) if done else 0}
        left_out = [{"path": path, "status": standing} for path, standing in chosen.left_out]
        print_json({**facts, "left_out": left_out}, chosen.problems)
        return
    print_errors(chosen.problems)
    for path, standing in chosen.left_out if named else ():
        say(f"left out: {path} is {gettext(standing)}", err=True)
    if chosen.left_out and not named:
        say(f"left out: {count(len(chosen.left_out), 'article')} that readers do not see", err=True)
    if done:
        say(f"wrote {file}: {count(len(chosen.briefings), 'article')}")
    else:
        say_next("correct what is named above, then the same again")
