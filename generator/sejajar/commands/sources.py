"""What an editor names to be imported, read: a text, a saved page, an address, a folder."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from sejajar.importing import Form, Material, decode, read_text
from sejajar.importing.sources.addresses import NotFetchedError
from sejajar.importing.sources.markup import decode_page, looks_like_page
from sejajar.importing.sources.page import Page, read_page
from sejajar.importing.sources.parts import first_part, joined
from sejajar.model import Location, Problem, Severity

LARGEST = 20_000_000
"""Bytes of a source that is read at all."""
MOST_PARTS = 20
_MOST_PICTURES = 40
_KINDS = (".txt", ".md", ".html", ".htm", ".xhtml", ".mhtml", ".mht")
_TYPES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "image/avif": ".avif",
}
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Web:
    """How addresses may be asked."""

    allow_private: bool = False
    images: bool = False


@dataclass(frozen=True, slots=True)
class Gathered:
    """A source, read, and the pictures that were asked for."""

    material: Material
    pictures: Mapping[str, str] = field(default_factory=dict)
    """File names by the addresses that the material has."""
    files: Mapping[str, bytes] = field(default_factory=dict)


def is_address(source: str) -> bool:
    return bool(_ADDRESS.match(source))


def expanded(source: str) -> Iterator[str]:
    """A folder's texts and pages, by name; any other source as it is."""
    path = Path(source)
    if is_address(source) or source == "-" or not path.is_dir():
        yield source
        return
    files = (file for file in sorted(path.rglob("*")) if file.suffix.casefold() in _KINDS)
    yield from (str(file) for file in files if file.is_file())


def gathered(source: str, data: bytes, web: Web, *, beside: bool = True) -> Gathered:
    """A text's or page's bytes, read; or the page at an address, for which there are none. Never fails.

    `beside`: pictures that a saved page names may lie beside it, on this machine.
    """
    if is_address(source):
        return _fetched(source, web)
    if len(data) > LARGEST:
        return Gathered(_refused(source, "too-large", "the file is larger than 20 MB", "import a part of it"))
    if b"multipart/related" in data[:4096]:
        data = _main_part(data)
    if not looks_like_page(data):
        return Gathered(_text(source, data))
    material = read_page(decode_page(data), source).material
    return _with_pictures(material, Path(source).parent if beside and source != "-" else None, web)


def _text(source: str, data: bytes) -> Material:
    text, problems = decode(data, source)
    material = read_text(text, source)
    return replace(material, problems=(*problems, *material.problems))


def _main_part(data: bytes) -> bytes:
    """The page within a web archive, as browsers save one in a single file."""
    message = message_from_bytes(data, policy=policy.default)
    part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    payload = part.get_payload(decode=True) if part else None
    return payload if isinstance(payload, bytes) else data


def _refused(source: str, code: str, message: str, hint: str) -> Material:
    return Material(source, problems=(Problem(Location(source), Severity.ERROR, code, message, hint),))


def _fetched(source: str, web: Web) -> Gathered:
    from sejajar.importing.sources.fetch import fetch

    try:
        got = fetch(first_part(source), allow_private=web.allow_private)
        if got.kind == "text/plain" and not looks_like_page(got.data):
            return Gathered(_text(source, got.data))
        page = read_page(decode_page(got.data, got.charset), source, got.url)
        material = page.material
        if page.whole:
            whole = _part(page.whole, source, web).material
            material = replace(whole, problems=tuple(one for one in whole.problems if one.code != "parts"))
        elif page.parts:
            material = joined(material, _others(page, source, web))
    except NotFetchedError as error:
        return Gathered(_refused(source, error.code, error.message, error.hint))
    return _with_pictures(material, None, web)


def _others(first: Page, source: str, web: Web) -> list[Material]:
    """The other parts of an article, in order; a part may be the only one that leads to the next."""
    known, waiting = set(first.parts), deque(first.parts)
    found: list[Material] = []
    while waiting and len(found) < MOST_PARTS:
        page = _part(waiting.popleft(), source, web)
        found.append(page.material)
        new = [address for address in page.parts if address not in known]
        known.update(new)
        waiting.extend(new)
    return found


def _part(address: str, source: str, web: Web) -> Page:
    from sejajar.importing.sources.fetch import fetch

    got = fetch(address, allow_private=web.allow_private)
    return read_page(decode_page(got.data, got.charset), source, got.url)


def _with_pictures(material: Material, folder: Path | None, web: Web) -> Gathered:
    """The pictures within the body, from the net or from beside the page that was saved."""
    if not web.images:
        return Gathered(material)
    names: dict[str, str] = {}
    files: dict[str, bytes] = {}
    problems = list(material.problems)
    for block in material.blocks:
        known = block.address in names or len(files) >= _MOST_PICTURES
        if block.form is not Form.IMAGE or block.outside or known:
            continue
        try:
            data, suffix = _picture(block.address, material.facts.url, folder, web)
        except (NotFetchedError, OSError) as error:
            message = f"the picture {block.address} was not stored: {error}"
            hint = "store it beside the article by hand"
            at = Location(material.path, block.line)
            problems.append(Problem(at, Severity.WARNING, "picture", message, hint))
            continue
        names[block.address] = f"gambar-{len(files) + 1}{suffix}"
        files[names[block.address]] = data
    return Gathered(replace(material, problems=tuple(problems)), names, files)


def _picture(address: str, url: str, folder: Path | None, web: Web) -> tuple[bytes, str]:
    from sejajar.importing.sources.fetch import fetch_image

    if not is_address(address) and folder is not None and not urlsplit(address).scheme:
        file = (folder / address.partition("?")[0]).resolve()
        if not file.is_relative_to(folder.resolve()):
            raise OSError("it lies outside the page's folder")
        suffix = file.suffix.casefold()
        if suffix not in {".jpeg", *_TYPES.values()}:
            raise OSError("it is no picture of a kind that is known")
        return file.read_bytes(), suffix
    got = fetch_image(urljoin(url, address), allow_private=web.allow_private)
    if got.kind not in _TYPES:
        raise OSError(f"{got.kind} is no picture of a kind that is known")
    return got.data, _TYPES[got.kind]
