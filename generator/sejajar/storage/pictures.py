"""Pictures: by their content and not their name, of a short list of formats; SVG without what could act."""

from __future__ import annotations

import errno
import io
import os
import re
import stat
import warnings
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import IO
from xml.parsers import expat

from sejajar.bounds import unfit_name
from sejajar.storage.folder import opened, read, split
from sejajar.storage.writing import holds, put

FORMATS = {
    ".avif": "AVIF",
    ".gif": "GIF",
    ".jpeg": "JPEG",
    ".jpg": "JPEG",
    ".png": "PNG",
    ".svg": "SVG",
    ".webp": "WEBP",
}
"""What every browser shows, by the ending. One raster format under another's ending is shown all the same."""
_RASTER = tuple(sorted({name for name in FORMATS.values() if name != "SVG"}))
_TYPES = {"AVIF": "image/avif", "GIF": "image/gif", "JPEG": "image/jpeg", "PNG": "image/png"}
_TYPES |= {"SVG": "image/svg+xml", "WEBP": "image/webp"}
LARGEST = 20_000_000
"""Bytes of a picture."""
LARGEST_SVG = 2_000_000
WIDEST = 100_000_000
"""Pixels of a picture: a phone that shows it needs four bytes for each."""
DEEPEST, MOST = 64, 50_000
"""Levels and elements of an SVG."""
_EMBEDDED = {"image": ["png", "jpeg", "gif", "webp"]}
"""What an SVG may carry inside itself."""
_SVG = "http://www.w3.org/2000/svg"


class PictureError(OSError):
    """A file is not published as a picture. Code, text and hint are those of a problem."""

    def __init__(self, path: Path, code: str, message: str, hint: str) -> None:
        super().__init__(errno.EINVAL, message, str(path))
        self.code = code
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Picture:
    """A file that is a picture by its content."""

    root: Path
    name: str
    """The file, below `root`."""
    size: tuple[int, int] | None
    """Width and height in pixels, turned as the camera was; None for an SVG of no size of its own."""
    stamp: tuple[int, int]
    """The file's bytes, and when it changed, in nanoseconds."""

    def read(self) -> bytes:
        """What is published, made from what the file holds now. Raises PictureError, OSError."""
        data = read(self.root, self.name, LARGEST)
        path = self.root / self.name
        if _format(self.name) == "SVG":
            return _quiet(data, path)
        _raster(io.BytesIO(data), path)
        return data

    def copy(self, top: Path, name: str) -> bool:
        """Lays a copy under a name below `top`, unless size and time say that it was done; True if it did."""
        folder, last = split(name)
        with opened(top, folder, make=True) as here:
            there = here.look(last)
            same = there is not None and (there.st_size, there.st_mtime_ns) == self.stamp
            if same and there is not None and stat.S_ISREG(there.st_mode) and _format(name) != "SVG":
                return False
            data = self.read()
            if holds(here, last, data) and _format(name) == "SVG":
                return False
            put(here, last, data, durable=False)
            at = last if here.fd is not None else str(here.path / last)
            os.utime(at, ns=(self.stamp[1], self.stamp[1]), dir_fd=here.fd)
        return True


def media_type(name: str) -> str:
    """What a picture of that name is to a browser; no name makes it a page or a script."""
    return _TYPES.get(_format(name) or "", "application/octet-stream")


def find_picture(root: Path, name: str) -> Picture:
    """The picture `name` below `root`. Raises PictureError where it is not to be published, and OSError."""
    folder, last = split(name)
    path = root / name
    if unfit := unfit_name(last):
        raise _refused(path, "image-name", f"the name {unfit}", "rename the picture")
    if _format(name) is None:
        raise _unknown(path)
    with opened(root, folder) as here:
        found = here.look(last)
    if found is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    size = _size(root, name, found.st_mtime_ns, found.st_size, found.st_ino)
    return Picture(root, name, size, (found.st_size, found.st_mtime_ns))


@lru_cache(maxsize=100_000)
def _size(root: Path, name: str, *state: int) -> tuple[int, int] | None:  # noqa: ARG001
    """Looked up again only when the file has changed: `state` is its time, size and number."""
    folder, last = split(name)
    path = root / name
    with opened(root, folder) as here, here.reading(last) as (handle, found):
        most = LARGEST_SVG if _format(name) == "SVG" else LARGEST
        if found.st_size > most:
            message = f"the picture has more than {most // 1_000_000} MB"
            raise _refused(path, "image-size", message, "make it smaller")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return _svg_size(_quiet(file.read(most), path)) if most < LARGEST else _raster(file, path)


def _format(name: str) -> str | None:
    return FORMATS.get(PurePosixPath(name).suffix.lower())


def _refused(path: Path, code: str, message: str, hint: str) -> PictureError:
    return PictureError(path, code, message, hint)


def _unknown(path: Path) -> PictureError:
    message = "this is no picture that browsers show, by its ending and its content"
    return _refused(path, "image-format", message, "save it as JPEG, PNG, GIF, WebP, AVIF or SVG")


def _raster(file: IO[bytes], path: Path) -> tuple[int, int]:
    """The size of a picture, from its decoded header."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(file, formats=_RASTER) as picture:
                width, height = picture.size
                turned = picture.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    except Image.DecompressionBombError:
        width, height, turned = WIDEST, WIDEST, False
    except Exception as error:  # what a decoder raises at a damaged header is anything
        raise _unknown(path) from error
    if width * height > WIDEST:
        message = f"the picture has more than {WIDEST // 1_000_000} million pixels"
        raise _refused(path, "image-size", message, "make it smaller")
    if width < 1 or height < 1:
        raise _unknown(path)
    return (height, width) if turned else (width, height)


def _quiet(data: bytes, path: Path) -> bytes:
    """An SVG without scripts, handlers, foreign content and addresses elsewhere."""
    from py_svg_hush import filter_svg

    try:
        _measure(data)
        quiet: bytes = filter_svg(data, _EMBEDDED)
        if _measure(quiet)[0] != f"{_SVG} svg":
            raise ValueError("no SVG")
    except (ValueError, LookupError, expat.ExpatError) as error:
        raise _unknown(path) from error
    return quiet


def _measure(data: bytes) -> tuple[str, dict[str, str]]:
    """The root element and its attributes. Raises ValueError where it is too large or defines entities."""
    root: list[tuple[str, dict[str, str]]] = []
    depth = count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > DEEPEST or count > MOST:
            raise ValueError("too deep or too long")
        if not root:
            root.append((name, attributes))

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def entity(*_: object) -> None:
        raise ValueError("defines entities")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.EntityDeclHandler = entity
    parser.Parse(data, True)
    return root[0]


def _svg_size(data: bytes) -> tuple[int, int] | None:
    attributes = _measure(data)[1]
    pixels = [_pixels(attributes.get(name, "")) for name in ("width", "height")]
    if not all(pixels):
        pixels = [_pixels(value) for value in re.split(r"[\s,]+", attributes.get("viewBox", ""))[2:4]]
    return (pixels[0], pixels[1]) if len(pixels) == 2 and all(pixels) else None


def _pixels(length: str) -> int:
    match = re.fullmatch(r"\s*([0-9]{1,6})(?:\.[0-9]{0,20})?(?:px)?\s*", length)
    return int(match[1]) if match else 0
