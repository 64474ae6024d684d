"""Reading: the content as it lies in its folders, and single files, with what is wrong said as problems."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from sejajar.bounds import CONTROL, named
from sejajar.model import Location, Problem, Severity
from sejajar.storage.folder import (
    LIMIT,
    LinkError,
    NotAFileError,
    Opened,
    TooLargeError,
    is_link,
    opened,
    read,
)

ARTICLE = "article.id.md"
CATALOG = "article.en.po"
GLOSSARY = "glossary.csv"
_BREAK = re.compile("[\t\n\r\u2028\u2029]")


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


@dataclass(frozen=True, slots=True)
class Looked:
    """One article's folder, as it looks without being read."""

    folder: str
    """Relative to the site's root."""
    stamp: tuple[int, ...]
    """The same while nothing in the folder has changed: times, sizes and numbers of folder and files."""

    @property
    def path(self) -> str:
        """The article file."""
        return f"{self.folder}/{ARTICLE}"


def look_over(root: Path, content: str) -> tuple[tuple[Looked, ...], tuple[Problem, ...]]:
    """All article folders below `root/content`, in the order of their paths. Reads none of them."""
    if problem := _missing(root, content):
        return (), (problem,)
    problems: list[Problem] = []
    top = str(root)
    folders = [Looked(name, _stamp(f"{top}/{name}")) for name in _article_folders(root, content, problems)]
    return tuple(folders), tuple(problems)


def _stamp(folder: str) -> tuple[int, ...]:
    stamp: list[int] = []
    for name in ("", ARTICLE, CATALOG):
        try:
            found = os.lstat(f"{folder}/{name}" if name else folder)
        except OSError:
            stamp.append(0)
            continue
        stamp += (found.st_ctime_ns, found.st_mtime_ns, found.st_ino)
        stamp += (found.st_size,) if name else ()
    return tuple(stamp)


def read_glossary(root: Path, content: str) -> tuple[str, str, tuple[Problem, ...]]:
    """The glossary's path and text, empty where there is none or it cannot be read."""
    path = f"{content}/{GLOSSARY}"
    text, problems = read_reporting(root, path)
    return path, text or "", problems


def read_content(root: Path, content: str) -> Content:
    """All article folders below `root/content`, in the order of their paths, and the glossary.

    A file that cannot be read as UTF-8 is a problem, and its article is left out. So is what is a link or no
    ordinary file: nothing is read from beyond the folder.
    """
    problems: list[Problem] = []
    sources: list[SourceFile] = []
    glossary = f"{content}/{GLOSSARY}"
    if problem := _missing(root, content):
        return Content((), glossary, "", (problem,))
    for folder in _article_folders(root, content, problems):
        source = read_source(root, folder, problems)
        if source:
            sources.append(source)
    glossary_text = _read_or_report(root, glossary, problems)
    return Content(tuple(sources), glossary, glossary_text or "", tuple(problems))


def _missing(root: Path, content: str) -> Problem | None:
    """What is wrong with the folder of all articles; None where it is there."""
    try:
        with opened(root, content):
            return None
    except (FileNotFoundError, NotADirectoryError):
        hint = "make it, or name the right one as `content` in mkdocs.yml"
        return Problem(Location(content), Severity.ERROR, "no-content", "there is no such folder", hint)
    except OSError as error:
        return _unreadable(content, error)


def _article_folders(root: Path, content: str, problems: list[Problem]) -> Iterator[str]:
    """The folders with an article, in order; what is passed over with a reason is a problem."""
    articles = []
    waiting = [(str(root / content), content)]
    while waiting:
        place, here = waiting.pop()
        for entry in _entries(place):
            name = entry.name
            if not _is_folder(entry):
                articles += [here] if name == ARTICLE else []
            elif entry.is_symlink() or joined(entry):
                problems.append(_link(f"{here}/{name}"))
            elif found := CONTROL.search(name) or _BREAK.search(name):
                problems.append(_misnamed(f"{here}/{name}", named(found[0])))
            elif not name.startswith("."):  # an import at work, git, an editor's own
                waiting.append((entry.path, f"{here}/{name}"))
    yield from sorted(articles, key=lambda folder: f"{folder}/{ARTICLE}".split("/"))


def _entries(place: str) -> list[os.DirEntry[str]]:
    """What is in a folder, by name; nothing where it cannot be read."""
    try:
        with os.scandir(place) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Or a link to one; a link that leads round in a circle is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def joined(entry: os.DirEntry[str]) -> bool:
    """Windows has folders that are links and say they are none."""
    return os.name == "nt" and is_link(Path(entry))


def read_source(root: Path, folder: str, problems: list[Problem]) -> SourceFile | None:
    """One article's folder; None, and the problems say why, where it cannot be read or has no article."""
    article, catalog = f"{folder}/{ARTICLE}", f"{folder}/{CATALOG}"
    count = len(problems)
    text, catalog_text = _read_or_report(root, article, problems), _read_or_report(root, catalog, problems)
    if text is None or len(problems) > count:
        return None
    try:
        with opened(root, folder) as here:
            files = frozenset(name for name in here.names() if _is_file(here, name))
    except OSError as error:
        problems.append(_unreadable(folder, error))
        return None
    return SourceFile(article, text, catalog, catalog_text, files)


def _is_file(here: Opened, name: str) -> bool:
    """A link counts, so that an article which names it is told of the link and not of a missing file."""
    found = here.look(name)
    return found is not None and not stat.S_ISDIR(found.st_mode)


def _misnamed(path: str, character: str) -> Problem:
    message = f"the name has an invisible control character, {character}; what the folder holds is not read"
    return Problem(Location(path), Severity.ERROR, "folder-name", message, "rename the folder")


def _link(path: str) -> Problem:
    message = "this is a link, and nothing is read or written through one"
    hint = "put what it leads to in its place"
    return Problem(Location(path), Severity.ERROR, "symlink", message, hint)


def text_of(data: bytes) -> str:
    """Line ends as `\\n`. Raises UnicodeDecodeError."""
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def read_text(top: Path, name: str) -> str | None:
    """A file's text, line ends as `\\n`; None where there is no such file. Raises UnicodeDecodeError."""
    try:
        return text_of(read(top, name))
    except FileNotFoundError:
        return None


def read_reporting(root: Path, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """As `read_text`; what cannot be read is a problem, and None too."""
    problems: list[Problem] = []
    text = _read_or_report(root, name, problems)
    return text, tuple(problems)


def _read_or_report(root: Path, name: str, problems: list[Problem]) -> str | None:
    try:
        return read_text(root, name)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        byte = error.object[error.start]
        problems.append(
            Problem(
                Location(name, line),
                Severity.ERROR,
                "encoding",
                f"the byte 0x{byte:02X} is not UTF-8",
                "save the file as UTF-8",
            )
        )
    except OSError as error:
        problems.append(_unreadable(name, error))
    return None


def _unreadable(name: str, error: OSError) -> Problem:
    match error:
        case LinkError():
            return _link(name)
        case NotAFileError():
            code, message, hint = "unreadable", "this is no ordinary file", "put a file in its place"
        case TooLargeError():
            message = f"the file is larger than {LIMIT // 1_000_000} MB"
            code, hint = "too-long", "divide it, or take out what does not belong into it"
        case _:
            message = f"the file cannot be read: {error.strerror}"
            code, hint = "unreadable", "fix its permissions"
    return Problem(Location(name), Severity.ERROR, code, message, hint)


def names_in(folder: Path, except_for: Collection[str] = ()) -> tuple[str, ...]:
    """The names in a folder; none where there is no such folder, its own where it is a file."""
    if folder.is_file():
        return (folder.name,)
    names = (path.name for path in folder.iterdir()) if folder.exists() else ()
    return tuple(sorted(name for name in names if name not in except_for))


def package_texts(folder: str) -> dict[str, str]:
    """The texts in a folder of this package, by their paths below it."""
    top = Path(__file__).parents[1] / folder
    return {
        path.relative_to(top).as_posix(): path.read_text("utf-8")
        for path in sorted(top.rglob("*"))
        if path.is_file()
    }


def package_bytes(folder: str) -> dict[str, bytes]:
    """The files in a folder of this package, by their names."""
    top = Path(__file__).parents[1] / folder
    return {path.name: path.read_bytes() for path in sorted(top.iterdir()) if path.is_file()}


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
