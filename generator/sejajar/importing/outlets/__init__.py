"""What is known of outlets, as data: their names, their addresses, what their pages say around articles.

A file an outlet, and `all.toml` for what any of them may say. Read once, when it is first asked for.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from urllib.parse import urlsplit

WIB = 7


@dataclass(frozen=True, slots=True)
class Rule:
    """How one kind of noise is recognised."""

    name: str
    part: str
    """`line`, `titles`, `words`, `below`, `inside` or `end`: see `all.toml`."""
    pattern: re.Pattern[str]
    words: frozenset[str]
    around: bool
    """Only above an article's first paragraph and below its last."""
    single: bool
    """Not where a sentence follows in the same block."""
    named: bool
    """Only where a site speaks of itself: `kami`, or an outlet's name."""
    example: str
    seen: str


@dataclass(frozen=True, slots=True)
class Outlet:
    name: str
    names: tuple[str, ...]
    """All that it is called by, `name` included."""
    domains: tuple[str, ...]
    hours: int
    """What its clocks are ahead of UTC: 7, or 8 and 9 in the middle and the east."""
    institution: bool
    """An office with news of its own, named in many a text that is not about its site."""


@cache
def _files() -> tuple[Mapping[str, object], ...]:
    folder = resources.files(__name__)
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    # What holds for all is tried first.
    names.sort(key=lambda name: name != "all.toml")
    return tuple(tomllib.loads((folder / name).read_text(encoding="utf-8")) for name in names)


@cache
def outlets() -> tuple[Outlet, ...]:
    return tuple(_outlet(data) for data in _files() if "name" in data)


def _outlet(data: Mapping[str, object]) -> Outlet:
    name = str(data["name"])
    return Outlet(
        name,
        (name, *_strings(data.get("names"))),
        _strings(data.get("domains")),
        int(str(data.get("hours", WIB))),
        bool(data.get("institution")),
    )


def _strings(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, of whatever outlet: pages quote each other, and a pasted text may not say whose it is."""
    found = (rule for data in _files() if isinstance(of := data.get("rule"), list) for rule in of)
    return tuple(map(_rule, found))


def _rule(data: Mapping[str, object]) -> Rule:
    flags = re.NOFLAG if data.get("exact") else re.IGNORECASE
    return Rule(
        str(data["name"]),
        str(data["part"]),
        re.compile(str(data.get("pattern", "(?!)")), flags),
        frozenset(str(data.get("words", "")).split()),
        bool(data.get("around")),
        bool(data.get("single")),
        bool(data.get("named")),
        str(data["example"]),
        str(data["seen"]),
    )


@cache
def spellings() -> Mapping[str, str]:
    """How an outlet writes each of its names, by its casefolded form."""
    return {name.casefold(): name for outlet in outlets() if not outlet.institution for name in outlet.names}


@cache
def _sites() -> re.Pattern[str]:
    names = sorted((name for name in spellings() if len(name) > 3), key=len, reverse=True)
    return re.compile(rf"\b(?:kami|{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)


def names_site(text: str) -> bool:
    """Whether a site speaks of itself, or an outlet is named."""
    return bool(_sites().search(text))


@cache
def _by_domain() -> Mapping[str, Outlet]:
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}


def outlet_at(url: str) -> str:
    """The outlet whose site an address is of; empty if it is not in the table."""
    outlet = _at(url)
    return outlet.name if outlet else ""


def hours_at(url: str) -> int:
    """How many hours an outlet's clocks are ahead of UTC: those of WIB, unless the table says otherwise."""
    outlet = _at(url)
    return outlet.hours if outlet else WIB


def _at(url: str) -> Outlet | None:
    try:
        host = (urlsplit(url).hostname or "").casefold()
    except ValueError:
        return None
    while "." in host:
        if host in _by_domain():
            return _by_domain()[host]
        host = host.partition(".")[2]
    return None


def outlet_named(text: str) -> str:
    """An outlet's own spelling of its name; empty if the table has no such name."""
    return spellings().get(text.strip().casefold(), "")
