"""The verb that makes a new site from nothing."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
from pathlib import Path

from sejajar import __version__, storage
from sejajar.commands.origin import WHEELS, origin
from sejajar.language.inline import literal

_TEMPLATES = "start"
_SAMPLE = "cara-menulis-artikel"
_HIDDEN = re.compile(r"^(?=gitignore$|github/)")
"""What begins with a dot on the site does not in the package, whose patterns would pass it over."""


@dataclass(frozen=True, slots=True)
class Started:
    written: tuple[str, ...]
    """Paths below the new site's folder."""
    in_the_way: tuple[str, ...] = ()
    """What the folder holds already; then nothing is written."""


def start(folder: Path, name: str, url: str, today: dt.date) -> Started:
    """Makes a site named `name` in a folder that is new, empty, or holds but a `.git`.

    `url` is the site's address, empty where that is not known yet. The sample article is of `today`.
    """
    if in_the_way := storage.names_in(folder, except_for=(".git",)):
        return Started((), in_the_way)
    source = origin()
    words = {
        "name": json.dumps(name, ensure_ascii=False),  # which is YAML as well
        "title": literal(name),
        "url": f"site_url: {json.dumps(url)}" if url else "# site_url: https://example.github.io/desk/",
        "date": today.isoformat(),
        "version": __version__,
        "requirement": source.requirement,
        "origin": source.note,
    }
    files = {
        _place(path, today): re.sub(r"\{\{(\w+)\}\}", lambda found: words[found[1]], text)
        for path, text in storage.package_texts(_TEMPLATES).items()
    }
    for path, text in files.items():
        storage.write(folder, path, text)
    if source.wheel:
        name = f"{WHEELS}/{source.wheel.name}"
        storage.write_bytes(folder, name, source.wheel.read_bytes())
        return Started(tuple(sorted([*files, name])))
    return Started(tuple(sorted(files)))


def _place(path: str, today: dt.date) -> str:
    """Where a template's text goes."""
    if path in (f"content/{storage.ARTICLE}", f"content/{storage.CATALOG}"):
        return f"content/{today:%Y}/{today}-{_SAMPLE}/{path.removeprefix('content/')}"
    return _HIDDEN.sub(".", path)
