"""Products: the generated files below `docs`, which come, change and go with their articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sejajar.model import Location, Problem, Severity
from sejajar.storage.content import read_text
from sejajar.storage.writing import copy, holds, write, write_bytes


@dataclass(frozen=True, slots=True)
class Written:
    """What a generation did below `docs/`: paths relative to it."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()


PRODUCT_FOLDERS = ("id", "en")
"""Below `docs/`: they hold generated pages and nothing else."""
MEDIA_LIST = "media/.products"
"""Below `docs/`: names the images that we copied, since an image cannot. MkDocs skips dot files."""


def write_products(
    docs: Path,
    name: str,
    pages: Mapping[str, str],
    media: Mapping[str, Path],
    is_product: Callable[[str, str], bool],
) -> Written:
    """Brings the generated files below `docs` up to date.

    `name` is `docs` as the user knows it; `pages` maps paths below it to texts, `media` to the files to copy.
    What is no longer wanted is removed if it is ours: `is_product(text, path)`. Where somebody else's file
    stands in the way, that is a problem and nothing is written.
    """
    changed = {path: data for path, text in pages.items() if not holds(docs / path, data := text.encode())}
    listed = set((read_text(docs / MEDIA_LIST) or "").splitlines())
    there = {path for path in _pages_below(docs) if path not in pages}
    ours = {path for path in {*there, *changed} if _is_ours(docs / path, path, is_product)}
    foreign = [path for path in sorted(there | set(changed)) if path not in ours and (docs / path).exists()]
    foreign += [path for path in media if path not in listed and (docs / path).exists()]
    if foreign:
        return Written(problems=tuple(_foreign(f"{name}/{path}") for path in foreign))
    stale = sorted(there | {path for path in listed - set(media) if (docs / path).exists()})
    for path in stale:
        (docs / path).unlink()
        _prune(docs / path, docs)
    if media or listed:  # the list first: an interrupted run must not leave a copy that nobody owns
        write(docs / MEDIA_LIST, "".join(f"{path}\n" for path in sorted(media)))
    copied = [path for path, source in media.items() if copy(source, docs / path)]
    for path, data in changed.items():
        write_bytes(docs / path, data, durable=False)
    unchanged = len(pages) + len(media) - len(changed) - len(copied)
    return Written((*changed, *copied), tuple(stale), unchanged)


def _pages_below(docs: Path) -> Iterator[str]:
    for folder in PRODUCT_FOLDERS:
        for path in (docs / folder).rglob("*.md"):
            yield path.relative_to(docs).as_posix()


def _is_ours(path: Path, name: str, is_product: Callable[[str, str], bool]) -> bool:
    try:
        return is_product(path.read_text(encoding="utf-8"), name)
    except (UnicodeDecodeError, FileNotFoundError):
        return False


def _foreign(path: str) -> Problem:
    return Problem(
        Location(path),
        Severity.ERROR,
        "foreign-file",
        "this file was not generated, but stands where generated files go",
        "move it to another folder of docs/, or remove it",
    )


def _prune(path: Path, top: Path) -> None:
    """Removes the folders above a removed file that it leaves empty."""
    for folder in path.parents:
        if folder == top or any(folder.iterdir()):
            return
        folder.rmdir()
