"""Products: the generated files below `docs`, which come, change and go with their articles."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sejajar.model import Location, Problem, Severity
from sejajar.storage.content import read_text
from sejajar.storage.folder import LinkError, is_link, opened, read, split
from sejajar.storage.locks import alone_in, sweep
from sejajar.storage.pictures import Picture
from sejajar.storage.writing import write, write_bytes


@dataclass(frozen=True, slots=True)
class Written:
    """What a generation did below `docs/`: paths relative to it."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()


MEDIA = "media"
MEDIA_LIST = f"{MEDIA}/.products"
"""Below `docs/`: names the images that we copied, since an image cannot. MkDocs skips dot files."""
_PICTURE = re.compile(rf"{MEDIA}/[a-z0-9-]+/[^/\\\0.][^/\\\0]*")
"""A path that we give a picture: an article's slug, and a name."""


def write_products(
    docs: Path,
    name: str,
    folders: Collection[str],
    pages: Mapping[str, str],
    media: Mapping[str, Picture],
    is_product: Callable[[str, str], bool],
) -> Written:
    """Brings the generated files below `docs` up to date.

    `name` is `docs` as the user knows it; `folders` below it are for pages alone; `pages` maps paths below
    `docs` to texts, `media` to pictures. What is no longer wanted is removed if it is ours:
    `is_product(text, path)`. Where somebody else's file or a link stands in the way, that is a problem and
    nothing is written.
    """
    with alone_in(docs):  # of two at once the second waits, so that `docs` holds what one of them made
        if foreign := foreign_files(docs, name, folders, media, is_product):
            return Written(problems=foreign)
        return _brought_up_to_date(docs, folders, pages, media)


def _brought_up_to_date(
    docs: Path, folders: Collection[str], pages: Mapping[str, str], media: Mapping[str, Picture]
) -> Written:
    for folder in (*folders, MEDIA):
        sweep(docs / folder)
    listed = _listed(docs)
    stale = sorted({path for path, _ in _pages_below(docs, folders)} - set(pages))
    stale += sorted(path for path in listed - set(media) if _stands(docs, path))
    for path in stale:
        _remove(docs, path)
    if media or listed:  # the list first: an interrupted run must not leave a copy that nobody owns
        write(docs, MEDIA_LIST, "".join(f"{path}\n" for path in sorted(media)))
    copied = [path for path, picture in media.items() if picture.copy(docs, path)]
    changed = [path for path, text in pages.items() if write_bytes(docs, path, text.encode(), durable=False)]
    unchanged = len(pages) + len(media) - len(changed) - len(copied)
    return Written((*changed, *copied), tuple(stale), unchanged)


def foreign_files(
    docs: Path,
    name: str,
    folders: Collection[str],
    media: Iterable[str],
    is_product: Callable[[str, str], bool],
) -> tuple[Problem, ...]:
    """An error for each file of somebody else's that stands where pages go, or a picture of `media`.

    So is one for a link in their place or on the way there: what it leads to is not touched.
    """
    tops = {*folders, MEDIA_LIST, *(path.rpartition("/")[0] for path in media)}
    steps = {path for top in tops for path in (top, *map(str, PurePosixPath(top).parents)) if path != "."}
    links = {path for path in steps if is_link(docs / path)}
    found = [
        path
        for path, ordinary in _pages_below(docs, folders, links)
        if not (ordinary and _is_ours(docs, path, is_product))
    ]
    listed = _listed(docs)
    found += [path for path in media if path not in listed and _stands(docs, path)]
    problems = [_link(f"{name}/{path}") for path in sorted(links)]
    return (*problems, *(_foreign(f"{name}/{path}") for path in sorted(found)))


def is_generated(docs: Path, folders: Collection[str]) -> Callable[[str], bool]:
    """Tells the paths below `docs` at which `sejajar generate` has its files, whatever it writes meanwhile.

    Pages go where nothing else may stand (`foreign_files`). Pictures are listed before they are copied; one
    that has just been removed, and its name with it, is not there any more.
    """
    listed = _listed(docs)

    def told(path: str) -> bool:
        if path.startswith(f"{MEDIA}/"):
            return path in listed or not (docs / path).exists()
        return path.endswith(".md") and any(path.startswith(f"{folder}/") for folder in folders)

    return told


def _listed(docs: Path) -> frozenset[str]:
    """The pictures that we copied. The list is a file among others, which anybody can have changed: what is
    no path that we would give a picture is none of ours."""
    try:
        names = (read_text(docs, MEDIA_LIST) or "").splitlines()
    except (OSError, UnicodeDecodeError):
        return frozenset()
    return frozenset(name for name in names if _PICTURE.fullmatch(name))


def _pages_below(
    docs: Path, tops: Collection[str], besides: Container[str] = ()
) -> Iterator[tuple[str, bool]]:
    """The pages where ours go, and of each whether it is an ordinary file; a link counts as a page too."""
    for top in tops:
        if any(str(step) in besides for step in (top, *PurePosixPath(top).parents)):
            continue
        for path, folders, files in os.walk(docs / top):
            here = Path(path).relative_to(docs).as_posix()
            links = [name for name in folders if is_link(Path(path, name))]
            folders[:] = [name for name in folders if name not in links]
            named = (*links, *(name for name in folders if name.endswith(".md")))
            yield from ((f"{here}/{name}", False) for name in named)
            yield from (
                (f"{here}/{name}", Path(path, name).is_file() and not is_link(Path(path, name)))
                for name in files
                if name.endswith(".md")
            )


def _stands(docs: Path, path: str) -> bool:
    """Whether something stands at a path below `docs` that leads through no link."""
    folder, name = split(path)
    try:
        with opened(docs, folder) as here:
            return here.look(name) is not None
    except (FileNotFoundError, NotADirectoryError, LinkError):
        return False


def _is_ours(docs: Path, path: str, is_product: Callable[[str, str], bool]) -> bool:
    try:
        return is_product(read(docs, path).decode(), path)
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


def _link(path: str) -> Problem:
    message = "this is a link, and nothing is written or removed through one"
    return Problem(Location(path), Severity.ERROR, "symlink", message, "remove the link")


def _remove(docs: Path, path: str) -> None:
    """Removes a file, and the folders above it that it leaves empty."""
    while path:
        folder, name = split(path)
        with opened(docs, folder) as here:
            found = here.look(name)
            if found is None or not stat.S_ISDIR(found.st_mode):
                with contextlib.suppress(FileNotFoundError):
                    here.unlink(name)
            else:
                try:
                    here.rmdir(name)
                except OSError:  # it holds something yet
                    return
        path = folder
