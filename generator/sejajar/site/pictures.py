"""What is wrong with the files that articles name as their pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sejajar import storage
from sejajar.bounds import short, unfit_name
from sejajar.model import Article, Image, Location, Problem, Severity


def flawed_pictures(root: Path, article: Article, files: frozenset[str]) -> Iterator[Problem]:
    """An error for each picture that cannot be published; `files` are the names in the article's folder.

    A name that is unfit or not among them has its problem already.
    """
    for block in article.blocks:
        if not isinstance(block, Image) or block.src not in files or unfit_name(block.src):
            continue
        try:
            storage.find_picture(root, f"{article.folder}/{block.src}")
        except storage.PictureError as error:
            yield _problem(article, block, error.code, str(error.strerror), error.hint)
        except storage.LinkError:
            message = "a link stands in the picture's place, and nothing is published through one"
            yield _problem(article, block, "symlink", message, "put the picture itself there")
        except OSError as error:
            message = f"the picture cannot be read: {error.strerror}"
            yield _problem(article, block, "unreadable", message, "fix its permissions")


def _problem(article: Article, block: Image, code: str, message: str, hint: str) -> Problem:
    where = Location(article.path, block.line)
    return Problem(where, Severity.ERROR, code, f"{short(block.src)}: {message}", hint)
