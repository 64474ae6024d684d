"""What is kept from one run to the next, and can be made again at any time."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

from sejajar.storage.content import read_text
from sejajar.storage.writing import write, write_bytes


def keep_bundle(made: Path, bundle: Path, patterns: Iterable[str], number: int) -> None:
    """Moves a search bundle into its place among those kept: the files that match `patterns`, no others.

    A bundle's name is `edition-key`; of each edition the `number` newest stay.
    """
    wanted = {path for pattern in patterns for path in made.glob(pattern)}
    for path in made.rglob("*"):
        if path.is_file() and path not in wanted:
            path.unlink()
    with contextlib.suppress(OSError):  # another process has made the same meanwhile
        made.rename(bundle)
    for old in bundles(bundle.parent, bundle.name.partition("-")[0])[number:]:
        shutil.rmtree(old, ignore_errors=True)


def bundles(folder: Path, edition: str) -> list[Path]:
    """The search bundles kept of an edition, newest first."""
    return sorted(folder.glob(f"{edition}-*"), key=lambda path: path.stat().st_mtime_ns, reverse=True)


def place_bundle(bundle: Path, target: Path) -> None:
    """Puts a copy of a bundle where a built site has it, in place of what was there."""
    os.utime(bundle)  # newest is what was used last
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(bundle, target)


def keep(folder: Path, names: Collection[str], suffix: str) -> frozenset[str]:
    """Which of `names`, each with `suffix`, a folder holds; what else it holds with that suffix goes."""
    there = {path.name.removesuffix(suffix): path for path in folder.glob(f"[!.]*{suffix}")}
    for name, path in there.items():
        if name not in names:
            path.unlink()
    return frozenset(there) & frozenset(names)


WORKSHOP = ".sejajar"
"""Below the site's root: what we keep for ourselves. No part of the repository."""


def workshop(root: Path) -> Path:
    """The folder of what we keep for ourselves, made where it is missing, and hidden from git."""
    folder = root / WORKSHOP
    folder.mkdir(exist_ok=True)
    write(folder / ".gitignore", "*\n")
    return folder


def read_kept(root: Path, name: str) -> str | None:
    """A file of the workshop; None where it is missing or damaged."""
    try:
        return read_text(root / WORKSHOP / name)
    except (OSError, UnicodeDecodeError):
        return None


def write_kept(root: Path, name: str, text: str) -> None:
    """Keeps in the workshop what can be made again; not kept where nothing can be written."""
    with contextlib.suppress(OSError):
        write_bytes(workshop(root) / name, text.encode(), durable=False)
