"""What a person approved, where the file holds another English by now: from comments, or from git."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from sejajar import catalogs as catalog_format
from sejajar.model import Catalog, Entry
from sejajar.model.catalogs import EARLIER

_PATIENCE = 10
"""Seconds for one git command: a long history must not hold up a review."""


def approved_english(root: Path, catalog: Catalog, entry: Entry) -> str:
    """The English under an entry's signature, where that is no longer its English; empty if it is nowhere.

    A signature holds a hash only. The text itself is in the file where it had to give way to another, and
    in the commit that brought the signature.
    """
    if entry.reviewed is None:
        return ""
    texts = [comment.removeprefix(EARLIER) for comment in entry.comments if comment.startswith(EARLIER)]
    texts += [other.msgstr for other in catalog.obsolete]
    found = next((text for text in texts if _is_approved(entry, text)), "")
    committed = _committed(root, catalog.path, f"reviewed: {entry.reviewed}")
    return found or next((text for text in committed if _is_approved(entry, text)), "")


def made_english(root: Path, catalog: Catalog, entry: Entry) -> str:
    """The English that a machine made of an entry's text, where a person has changed it; empty if it is lost.

    As with an approval the file holds its hash, and git perhaps the text."""
    stamp = entry.machine
    if stamp is None:
        return ""
    texts = (other.msgstr for other in catalog.obsolete)
    found = next((text for text in texts if stamp.holds(entry.msgid, text)), "")
    committed = _committed(root, catalog.path, f"machine: {stamp}")
    return found or next((text for text in committed if stamp.holds(entry.msgid, text)), "")


def _is_approved(entry: Entry, text: str) -> bool:
    stamp = entry.reviewed
    return stamp is not None and any(stamp.holds(source, text) for source in (entry.msgid, entry.previous))


def _committed(root: Path, path: str, line: str) -> Iterator[str]:
    """The entries' English in the first commit that has a stamp's line."""
    commits = _git(root, "log", "--format=%H", f"-S{line}", "--", path).split()
    if not commits:
        return
    text = _git(root, "show", f"{commits[-1]}:./{path}")
    catalog, _ = catalog_format.loads(text, path)
    for old in (*catalog.entries, *catalog.obsolete) if catalog else ():
        yield old.msgstr


def _git(root: Path, *arguments: str) -> str:
    """What git prints; nothing where there is no git, no repository, or no answer in time."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, check=False, timeout=_PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace") if done.returncode == 0 else ""


def own_name(root: Path) -> str:
    """The name that git signs commits with here; empty where it knows none."""
    return " ".join(_git(root, "config", "user.name").split())
