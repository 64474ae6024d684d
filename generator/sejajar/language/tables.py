"""The word lists and tables of `data/`, which grow by lines and need no Python; `#` begins a comment."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data"


def toml(name: str) -> dict[str, Any]:
    """A TOML file by its path below `data/`, without its ending."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def rows(name: str) -> list[list[str]]:
    """The lines of a TSV file, cells without the spaces around them; empty lines and comments left out."""
    text = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
    return [
        [cell.strip() for cell in line.split("\t")] for line in text.splitlines() if _says_something(line)
    ]


@cache
def words(name: str) -> frozenset[str]:
    """The words of a text file."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if _says_something(line) for word in line.split())


@cache
def groups(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of each line of a text file."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(tuple(line.split()) for line in text.splitlines() if _says_something(line))


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")
