"""The command that makes a new site."""

from __future__ import annotations

import datetime as dt
import re
import shlex
from pathlib import Path

import click

from sejajar import commands
from sejajar.cli.opening import json_option
from sejajar.cli.printing import count, print_json, refuse, say


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", default="", help="The site's name; by default the folder's.")
@click.option("--url", default="", help="The site's address, such as https://desk.example.org/.")
@json_option
def init(folder: Path, name: str, url: str, as_json: bool) -> None:
    """Make a new site: mkdocs.yml, a sample article with its English, a glossary, the Pages workflow.

    DIR is new, or empty but for a .git. `mkdocs serve` works in it at once.
    """
    if url and not re.fullmatch(r"https?://[^\s/]+(?:/\S*)?", url):
        refuse(f"{url} is no web address; write it in full, such as https://desk.example.org/")
    name = " ".join(name.split()) or folder.resolve().name.replace("-", " ").replace("_", " ").title()
    started = commands.start(folder, name, url and f"{url.rstrip('/')}/", dt.date.today())
    if started.in_the_way:
        first, more = ", ".join(started.in_the_way[:5]), len(started.in_the_way) - 5
        listed = f"{first} and {more} more" if more > 0 else first
        refuse(f"{folder} is not empty ({listed}); name a new folder")
    if as_json:
        print_json({"folder": folder.as_posix(), "name": name, "written": started.written}, ())
        return
    for path in started.written:
        say(f"wrote {(folder / path).as_posix()}")
    say(f"{count(len(started.written), 'file')} written; now:")
    if folder.resolve() != Path.cwd():
        say(f"  cd {shlex.quote(folder.as_posix())}")
    say("  mkdocs serve")
