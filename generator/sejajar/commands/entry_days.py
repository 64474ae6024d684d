"""On which day a line came into a catalog, as git's history tells."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping
from pathlib import Path

from sejajar.commands import git

Introduced = Mapping[tuple[str, str], dt.date]
"""The day of the newest commit that added a line to a catalog, by the catalog's path and the line."""

MOST_PATHS = 200
"""Paths that git is given by name; what is more is asked for by the folder of all content."""
PATIENCE = 60.0
"""Seconds for the one question: without an answer the days are not known."""
_DAY = re.compile(r"\x00(\d{4}-\d{2}-\d{2})")
_LINE = re.compile(r'\+((?:#\| msgid|msgstr) ".*")')
_ESCAPES = {"\\n": "\n", "\\t": "\t", "\\r": "\r", '\\"': '"', "\\\\": "\\"}
_ESCAPE = re.compile(r"\\.")


def introduced(root: Path, content: str, catalogs: Collection[str]) -> Introduced | None:
    """Texts in one line each, as our own catalogs have them, without their escapes.

    None where there is no repository, no git, or no answer in time. One `git log`, however many catalogs.
    """
    paths = sorted(catalogs) if len(catalogs) <= MOST_PATHS else [content]
    told = git.run(
        root, "log", "--no-color", "--no-ext-diff", "--no-renames", "--relative", "--format=%x00%cs",
        "--unified=0", "--patch", "--", *paths,
        patience=PATIENCE,
    )  # fmt: skip
    if not told.ok:
        return None
    found: dict[tuple[str, str], dt.date] = {}
    day, path = dt.date.min, ""
    for line in told.out.decode("utf-8", "replace").split("\n"):
        if line.startswith("\x00"):
            day = _day_of(line, day)
        elif line.startswith("+++ "):
            path = line[6:].rstrip("\t") if line.startswith("+++ b/") else ""
        elif path in catalogs and (added := _LINE.fullmatch(line)):
            found.setdefault((path, _plain(added[1])), day)  # newest first
    return found


def _day_of(line: str, before: dt.date) -> dt.date:
    match = _DAY.fullmatch(line)
    return dt.date.fromisoformat(match[1]) if match else before


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPES.get(found[0], found[0]), text) if "\\" in text else text
