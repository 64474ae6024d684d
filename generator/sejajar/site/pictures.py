"""What is wrong with the files that articles name as their pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sejajar import storage
from sejajar.bounds import short, unfit_name
from sejajar.model import Article, Image, Location, Problem, Severity, Status, slug_of
from sejajar.site.addresses import media_path_of

Named = tuple[tuple[str, int], ...]
"""The pictures that an article names, each with its line."""


def named_pictures(article: Article, files: frozenset[str]) -> Named:
    """Those that may be there; `files` are the names in the article's folder.

    A name that is unfit or not among them has its problem already.
    """
    images = (block for block in article.blocks if isinstance(block, Image))
    return tuple(
        (image.src, image.line) for image in images if image.src in files and not unfit_name(image.src)
    )


def published_pictures(article: Article) -> tuple[str, ...]:
    """The names of those that an article's pages show, each once; a retracted article shows none."""
    if article.metadata.status is Status.RETRACTED:
        return ()
    return tuple(dict.fromkeys(block.src for block in article.blocks if isinstance(block, Image)))


def find_pictures(root: Path, path: str, names: Iterable[str]) -> dict[str, storage.Picture]:
    """Pictures of the article at `path`, by where they lie below `docs`.

    Raises PictureError where one is none any more, since it was looked at, and OSError.
    """
    folder = path.rpartition("/")[0]
    return {
        media_path_of(slug_of(folder), name): storage.find_picture(root, f"{folder}/{name}") for name in names
    }


def flawed_pictures(root: Path, path: str, pictures: Named) -> Iterator[Problem]:
    """An error for each picture of the article at `path` that cannot be published."""
    for name, line in pictures:
        where = Location(path, line)
        try:
            storage.find_picture(root, f"{path.rpartition('/')[0]}/{name}")
        except storage.PictureError as error:
            yield _problem(where, name, error.code, str(error.strerror), error.hint)
        except storage.LinkError:
            message = "a link stands in the picture's place, and nothing is published through one"
            yield _problem(where, name, "symlink", message, "put the picture itself there")
        except OSError as error:
            message = f"the picture cannot be read: {error.strerror}"
            yield _problem(where, name, "unreadable", message, "fix its permissions")


def _problem(where: Location, name: str, code: str, message: str, hint: str) -> Problem:
    return Problem(where, Severity.ERROR, code, f"{short(name)}: {message}", hint)
