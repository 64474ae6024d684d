"""Products: the generated files below `docs`, which come, change and go with their articles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sejajar.model import Location, Problem, Severity
from sejajar.storage.content import read_text
from sejajar.storage.locks import alone_in
from sejajar.storage.writing import copy, holds, write, write_bytes


@dataclass(frozen=True, slots=True)
class Written:
    """What a generation did below `docs/`: paths relative to it."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()


MEDIA_LIST = "media/.products"
"""Below `docs/`: names the images that we copied, since an image cannot. MkDocs skips dot files."""


def write_products(
    docs: Path,
    name: str,
    folders: Collection[str],
    pages: Mapping[str, str],
    media: Mapping[str, Path],
    is_product: Callable[[str, str], bool],
) -> Written:
    """Brings the generated files below `docs` up to date.

    `name` is `docs` as the user knows it; `folders` below it are for pages alone; `pages` maps paths below
    `docs` to texts, `media` to the files to copy. What is no longer wanted is removed if it is ours:
    `is_product(text, path)`. Where somebody else's file stands in the way, that is a problem and nothing is
    written.
    """
    with alone_in(docs):  # of two at once the second waits, so that `docs` holds what one of them made
        if foreign := foreign_files(docs, name, folders, media, is_product):
            return Written(problems=foreign)
        return _brought_up_to_date(docs, folders, pages, media)


def _brought_up_to_date(
    docs: Path, folders: Collection[str], pages: Mapping[str, str], media: Mapping[str, Path]
) -> Written:
    changed = {path: data for path, text in pages.items() if not holds(docs / path, data := text.encode())}
    listed = _listed(docs)
    there = {path for path in _pages_below(docs, folders) if path not in pages}
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


def foreign_files(
    docs: Path,
    name: str,
    folders: Collection[str],
    media: Iterable[str],
    is_product: Callable[[str, str], bool],
) -> tuple[Problem, ...]:
    """An error for each file of somebody else's that stands where pages go, or a picture of `media`."""
    found = [
        path for path in sorted(_pages_below(docs, folders)) if not _is_ours(docs / path, path, is_product)
    ]
    listed = _listed(docs)
    found += [path for path in media if path not in listed and (docs / path).exists()]
    return tuple(_foreign(f"{name}/{path}") for path in found)


def is_generated(docs: Path, folders: Collection[str]) -> Callable[[str], bool]:
    """Tells the paths below `docs` at which `sejajar generate` has its files, whatever it writes meanwhile.

    Pages go where nothing else may stand (`foreign_files`). Pictures are listed before they are copied; one
    that has just been removed, and its name with it, is not there any more.
    """
    listed = _listed(docs)
    media = f"{MEDIA_LIST.partition('/')[0]}/"

    def told(path: str) -> bool:
        if path.startswith(media):
            return path in listed or not (docs / path).exists()
        return path.endswith(".md") and any(path.startswith(f"{folder}/") for folder in folders)

    return told


def _listed(docs: Path) -> frozenset[str]:
    return frozenset((read_text(docs / MEDIA_LIST) or "").splitlines())


def _pages_below(docs: Path, folders: Collection[str]) -> Iterator[str]:
    for folder in folders:
        for path in (docs / folder).rglob("*.md"):
            yield path.relative_to(docs).as_posix()


def _is_ours(path: Path, name: str, is_product: Callable[[str, str], bool]) -> bool:
    try:
        return is_product(path.read_text(encoding="utf-8"), name)
    except FileNotFoundError:  # removed since it was listed
        return True
    except (UnicodeDecodeError, OSError):
        return False


def _foreign(path: str) -> Problem:
    return Problem(
        Location(path),
        Severity.ERROR,
        "foreign-file",
        "this file was not generated, but stands where generated files go",
        "move it to another folder of docs/, remove it, or name another place for our pages as `paths`",
    )


def _prune(path: Path, top: Path) -> None:
    """Removes the folders above a removed file that it leaves empty."""
    for folder in path.parents:
        if folder == top or any(folder.iterdir()):
            return
        folder.rmdir()
