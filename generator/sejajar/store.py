"""The only place that touches files: reads the content, writes atomically and only what changed."""

from __future__ import annotations

import contextlib
import gzip
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath

import imagesize  # type: ignore[import-untyped]

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
    top = Path(__file__).parent / folder
    return {_name(path, top): path.read_text("utf-8") for path in sorted(top.rglob("*")) if path.is_file()}


def image_size(path: Path) -> tuple[int, int] | None:
    """Width and height in pixels, turned as the camera was; None for what is no image or not there."""
    try:
        stamp = path.stat()
    except OSError:
        return None
    return _image_size(path, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=100_000)
def _image_size(path: Path, changed: int, length: int) -> tuple[int, int] | None:  # noqa: ARG001
    try:
        width, height = imagesize.get(path)
    except (OSError, ValueError):
        return None
    return (width, height) if width > 0 and height > 0 else None


def write(path: Path, text: str) -> bool:
    """Writes UTF-8 atomically, and only if the bytes change; True if it wrote."""
    return _write_bytes(path, text.encode())


def exchange(path: Path, before: str | None, text: str) -> bool:
    """Writes like `write`, but only while the file still reads as `before` (None: is not there).

    False, and nothing done, where somebody has written meanwhile: read again, merge, and try again. The last
    look comes after the new text is safely beside it, so that nothing but a rename lies between.
    """
    data = text.encode()
    with _alone_in(path.parent):
        return _holds(path, data) or _write_bytes(path, data, check=lambda: read_text(path) == before)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """One exchange at a time in a folder: between two of ours not even the rename is a gap.

    The system lets go of the lock of a process that dies. Where it has no such locks, the gap stays.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def create_folder(folder: Path, files: Mapping[str, str]) -> bool:
    """Makes `folder` with these files, all or nothing; False, and nothing done, where it exists already."""
    if folder.exists():
        return False
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        made.chmod(0o755)
        for name, text in files.items():
            (made / name).write_bytes(text.encode())
        made.rename(folder)
    except OSError:
        shutil.rmtree(made, ignore_errors=True)
        if folder.exists():  # somebody else made it between our look and our rename
            return False
        raise
    return True


def _write_bytes(
    path: Path, data: bytes, *, durable: bool = True, check: Callable[[], bool] = lambda: True
) -> bool:
    if _holds(path, data):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        if not check():
            temporary.unlink()
            return False
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return True


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except FileNotFoundError:
        return False


@dataclass(frozen=True, slots=True)
class Written:
    """What a generation did below `docs/`: paths relative to it."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()


def write_built(folder: Path, files: Mapping[str, str]) -> None:
    """Adds files, by path, to a site that has just been built."""
    for path, text in files.items():
        _write_bytes(folder / path, text.encode(), durable=False)


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
    changed = {path: data for path, text in pages.items() if not _holds(docs / path, data := text.encode())}
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
    copied = [path for path, source in media.items() if _copy(source, docs / path)]
    for path, data in changed.items():
        _write_bytes(docs / path, data, durable=False)
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


def _copy(source: Path, target: Path) -> bool:
    """Copies unless size and time say that it was done; True if it copied."""
    wanted = source.stat()
    if target.exists():
        there = target.stat()
        if (there.st_size, there.st_mtime_ns) == (wanted.st_size, wanted.st_mtime_ns):
            return False
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.new")
    shutil.copy2(source, temporary)
    temporary.replace(target)
    return True


def relative(path: Path, root: Path) -> str:
    """`path` as the user would type it in `root`; absolute where it lies outside."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return PurePosixPath(path).as_posix()


def scratch(folder: Path, prefix: str) -> tempfile.TemporaryDirectory[str]:
    """A temporary folder inside `folder`, from where what is made can be moved into place at once."""
    folder.mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryDirectory(prefix=prefix, dir=folder, ignore_cleanup_errors=True)


def write_new(folder: Path, files: Mapping[str, str]) -> None:
    """Writes files below a folder that nobody else knows of yet, hence without further care."""
    for parent in {(folder / name).parent for name in files}:
        parent.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())


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


def add_built(folder: Path, files: Mapping[str, bytes], copies: Mapping[str, Path], docs: Path) -> None:
    """Adds files and copies of files to a site that has just been built; what `docs` brings itself stays."""
    for path, data in files.items():
        if not (docs / path).exists():
            _write_bytes(folder / path, data, durable=False)
    for path, source in copies.items():
        if not (docs / path).exists():
            _copy(source, folder / path)


def keep(folder: Path, names: Collection[str], suffix: str) -> frozenset[str]:
    """Which of `names`, each with `suffix`, a folder holds; what else it holds with that suffix goes."""
    there = {path.name.removesuffix(suffix): path for path in folder.glob(f"[!.]*{suffix}")}
    for name, path in there.items():
        if name not in names:
            path.unlink()
    return frozenset(there) & frozenset(names)


def write_made(path: Path, data: bytes) -> None:
    """Writes what can be made again: atomically, without waiting for the disk."""
    _write_bytes(path, data, durable=False)


def compress(path: Path) -> None:
    """Lays `path` beside itself as `.gz`, without the time of doing so in it; nothing where it is missing."""
    if path.exists():
        packed = gzip.compress(path.read_bytes(), mtime=0)
        _write_bytes(path.with_name(f"{path.name}.gz"), packed, durable=False)


WORKSHOP = ".sejajar"
"""Below the site's root: what we keep for ourselves. No part of the repository."""


def workshop(root: Path) -> Path:
    """The folder of what we keep for ourselves, made where it is missing, and hidden from git."""
    folder = root / WORKSHOP
    folder.mkdir(exist_ok=True)
    write(folder / ".gitignore", "*\n")
    return folder


LEFTOVER = 60.0
"""Seconds after which a file half written is nobody's any more: a write takes a few milliseconds."""


def sweep(folder: Path) -> int:
    """Removes the halves of catalogs that killed runs have left below `folder`, and says how many."""
    old = time.time() - LEFTOVER
    swept = 0
    for path in folder.rglob(f".{CATALOG}.*"):
        with contextlib.suppress(FileNotFoundError):
            if path.stat().st_mtime < old:
                path.unlink()
                swept += 1
    return swept


def read_kept(root: Path, name: str) -> str | None:
    """A file of the workshop; None where it is missing or damaged."""
    try:
        return read_text(root / WORKSHOP / name)
    except (OSError, UnicodeDecodeError):
        return None


def write_kept(root: Path, name: str, text: str) -> None:
    """Keeps in the workshop what can be made again; not kept where nothing can be written."""
    with contextlib.suppress(OSError):
        _write_bytes(workshop(root) / name, text.encode(), durable=False)


def digest(folder: Path, pattern: str) -> str:
    """A hash over the files below a folder that match `pattern`."""
    found = sha256()
    for path in sorted(folder.rglob(pattern)):
        found.update(path.read_bytes())
    return found.hexdigest()
