"""What the desk has written since the last commit: a small file for each path, below `.sejajar/desk`.

A file is the desk's own work as long as each state of it that the desk found was one that the desk had left,
or one that git had. Nothing in here is trusted: whoever reads it checks the paths.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, TypeVar

from sejajar import storage
from sejajar.bounds import NAME, one_line
from sejajar.commands import git
from sejajar.site.workspace import Site

FOLDER = "desk"
"""Below the state folder."""
_MOST_STATES = 500
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Written:
    """What the desk did to one file."""

    path: str = ""
    states: tuple[str, ...] = ()
    """Hashes: of what it found first, then of all that it left. Empty for no file."""
    own: bool = True
    """What it found first was git's, and all that it found later it had left itself."""
    deeds: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """How often who did what: `("Ana", "reviewed")`."""
    since: str = ""
    """The day of the first."""

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(who for who, _ in self.deeds))


def hash_of(data: bytes | None) -> str:
    """Empty for no file."""
    return "" if data is None else sha256(data).hexdigest()[:32]


def noted(site: Site, path: str, name: str, what: str, do: Callable[[], T]) -> T:
    """Does what may write the file `path`, and notes each time that it has: what it found, what it left.

    So what another program writes meanwhile is not taken for the desk's, and what one thread of the desk
    writes is none of another's.
    """

    def told(written: str, before: bytes | None, after: bytes) -> None:
        if written == path:
            wrote(site, path, before, after, name, what)

    with storage.watching(told):
        return do()


def wrote(site: Site, path: str, before: bytes | None, after: bytes | None, name: str, what: str) -> None:
    """Notes that `name` has made one state of a file of another. What cannot be noted is not the desk's."""
    if before == after:
        return
    place, done = _place(path), (one_line(name)[:NAME], one_line(what))
    try:
        storage.state_folder(site.root)
        while True:
            text = storage.read_text(site.root, place)
            new = _found(_loads(text, path), site, before)
            left = hash_of(after)
            states = (*(state for state in new.states if state != left), left)
            states = (*states[:1], *states[1:][-_MOST_STATES:])
            new = replace(new, states=states, deeds={**new.deeds, done: new.deeds.get(done, 0) + 1})
            if storage.exchange(site.root, place, text, _dumps(new)):
                return
    except (OSError, ValueError):
        return


def _found(known: Written, site: Site, before: bytes | None) -> Written:
    """What is known of a file that the desk found in this state."""
    found = hash_of(before)
    if found in known.states:
        return known
    if git.is_git_s(site.root, known.path, before):
        return Written(known.path, (found,), since=dt.date.today().isoformat())
    since = known.since or dt.date.today().isoformat()
    return replace(known, states=(*known.states, found), own=False, since=since)


def journal(site: Site) -> tuple[Written, ...]:
    """All that the desk has written and that was not forgotten since, in the order of paths."""
    folder = site.root / storage.STATE_FOLDER / FOLDER
    found = []
    for name in storage.names_in(folder):
        try:
            text = storage.read_text(site.root, f"{storage.STATE_FOLDER}/{FOLDER}/{name}")
        except (OSError, ValueError):
            continue
        written = _loads(text, "")
        if written.path and name == _place(written.path).rpartition("/")[2]:
            found.append(written)
    return tuple(sorted(found, key=lambda written: written.path))


def forget(site: Site, written: Written) -> None:
    """The file is as git has it, and what follows begins anew; unless more was written to it meanwhile."""
    with contextlib.suppress(OSError, ValueError):
        storage.remove_exact(site.root, _place(written.path), _dumps(written).encode())


def _place(path: str) -> str:
    name = sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return f"{storage.STATE_FOLDER}/{FOLDER}/{name}.json"


def _dumps(written: Written) -> str:
    deeds = [{"who": who, "what": what, "times": times} for (who, what), times in written.deeds.items()]
    value = {
        "path": written.path,
        "since": written.since,
        "own": written.own,
        "states": list(written.states),
        "deeds": deeds,
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _loads(text: str | None, path: str) -> Written:
    """What is damaged says nothing, and so nothing is the desk's own."""
    if text is None:
        return Written(path)
    try:
        value: dict[str, Any] = json.loads(text)
        states = tuple(str(state) for state in value["states"])
        deeds = {(str(one["who"]), str(one["what"])): int(one["times"]) for one in value["deeds"]}
        found = Written(str(value["path"]), states, value["own"] is True, deeds, str(value["since"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return Written(path, own=False)
    return found if path in ("", found.path) else Written(path, own=False)
