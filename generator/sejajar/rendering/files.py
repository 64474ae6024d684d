"""A generated file: its path, its front matter, and the comment by which it is known to be ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # a sixth of the time, where libyaml is there
LATEST = "<!-- sejajar/latest -->"
"""In a page written by hand: the newest briefings come here."""


@dataclass(frozen=True, slots=True)
class Page:
    path: str
    """Below `docs/`, with forward slashes."""
    text: str
    """Markdown with YAML front matter."""


def header(path: str, source: str) -> str:
    """The comment that says what made a file and from what; one line, with its end."""
    return f"<!-- Made by sejajar from {source} as {path}. Edit the source, not this file. -->\n"


def is_product(text: str, path: str) -> bool:
    """Whether `text` carries our header for this very path, as the first line after its front matter."""
    parts = text.split("\n---\n", 1)
    body = parts[1] if text.startswith("---\n") and len(parts) == 2 else text
    line = body.lstrip("\n").partition("\n")[0] + "\n"
    before, mark, source = line.partition("<!-- Made by sejajar from ")
    return not before and bool(mark) and source.endswith(header(path, "")[len(mark) :])


def page(path: str, source: str, meta: Mapping[str, object], body: str) -> Page:
    front = yaml.dump(dict(meta), Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10_000)
    return Page(path, f"---\n{front}---\n\n{header(path, source)}\n{body.strip()}\n")
