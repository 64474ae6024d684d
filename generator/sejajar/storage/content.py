"""Reading: the content as it lies in its folders, and single files, with what is wrong said as problems."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from sejajar.model import Location, Problem, Severity

ARTICLE = "article.id.md"
CATALOG = "article.en.po"
GLOSSARY = "glossary.csv"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One article's folder as it stands on the disk."""

    path: str
    """The article file, relative to the site's root."""
    text: str
    catalog_path: str
    catalog_text: str | None
    """None where there is no catalog yet."""
    files: frozenset[str]
    """The names of all files in the folder."""


@dataclass(frozen=True, slots=True)
class Content:
    sources: tuple[SourceFile, ...]
    glossary_path: str
    glossary_text: str
    problems: tuple[Problem, ...]


def read_content(root: Path, content: str) -> Content:
    """All article folders below `root/content`, in the order of their paths, and the glossary.

    A file that cannot be read as UTF-8 is a problem, and its article is left out.
    """
    problems: list[Problem] = []
    folder = root / content
    if not folder.is_dir():
        problems.append(
            Problem(
                Location(content),
                Severity.ERROR,
                "no-content",
                "there is no such folder",
                "make it, or name the right one as `content` in mkdocs.yml",
            )
        )
    sources = []
    for article in sorted(folder.rglob(ARTICLE)):
        text = _read_or_report(article, root, problems)
        catalog = article.with_name(CATALOG)
        catalog_text = _read_or_report(catalog, root, problems) if catalog.exists() else None
        if text is None or (catalog_text is None and catalog.exists()):
            continue
        files = frozenset(entry.name for entry in os.scandir(article.parent) if _is_file(entry))
        sources.append(SourceFile(_name(article, root), text, _name(catalog, root), catalog_text, files))
    glossary = folder / GLOSSARY
    glossary_text = _read_or_report(glossary, root, problems) if glossary.exists() else ""
    return Content(tuple(sources), f"{content}/{GLOSSARY}", glossary_text or "", tuple(problems))


def _is_file(entry: os.DirEntry[str]) -> bool:
    """False for a link that leads round in a circle, too: what names it finds no file there."""
    try:
        return entry.is_file()
    except OSError:
        return False


def read_text(path: Path) -> str | None:
    """The file's text, line ends as `\\n`; None where there is no such file. Raises UnicodeDecodeError."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def read_reporting(path: Path, root: Path) -> tuple[str | None, tuple[Problem, ...]]:
    """As `read_text`; what cannot be read is a problem, and None too."""
    problems: list[Problem] = []
    text = _read_or_report(path, root, problems) if path.exists() else None
    return text, tuple(problems)


def _read_or_report(path: Path, root: Path, problems: list[Problem]) -> str | None:
    try:
        return read_text(path) or ""
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        byte = error.object[error.start]
        problems.append(
            Problem(
                Location(_name(path, root), line),
                Severity.ERROR,
                "encoding",
                f"the byte 0x{byte:02X} is not UTF-8",
                "save the file as UTF-8",
            )
        )
    except OSError as error:
        problems.append(
            Problem(
                Location(_name(path, root)),
                Severity.ERROR,
                "unreadable",
                f"the file cannot be read: {error.strerror}",
                "mend its permissions",
            )
        )
    return None


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def names_in(folder: Path, except_for: Collection[str] = ()) -> tuple[str, ...]:
    """The names in a folder; none where there is no such folder, its own where it is a file."""
    if folder.is_file():
        return (folder.name,)
    names = (path.name for path in folder.iterdir()) if folder.exists() else ()
    return tuple(sorted(name for name in names if name not in except_for))


def package_texts(folder: str) -> dict[str, str]:
    """The texts in a folder of this package, by their paths below it."""
    top = Path(__file__).parents[1] / folder
    return {_name(path, top): path.read_text("utf-8") for path in sorted(top.rglob("*")) if path.is_file()}


def relative(path: Path, root: Path) -> str:
    """`path` as the user would type it in `root`; absolute where it lies outside."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return PurePosixPath(path).as_posix()


def digest(folder: Path, pattern: str) -> str:
    """A hash over the files below a folder that match `pattern`."""
    found = sha256()
    for path in sorted(folder.rglob(pattern)):
        found.update(path.read_bytes())
    return found.hexdigest()
