"""The files by which a built site is read without a network, made from what its pages are dressed with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from sejajar import rendering
from sejajar.build.whole import Whole
from sejajar.model import EDITIONS, Status
from sejajar.rendering import Publication


def offline_files(
    told: Publication, whole: Whole, built: Path, beside: Mapping[str, bytes]
) -> dict[str, bytes]:
    """By their paths. `built`: the folder of the built site, with its pages, to which `beside` comes."""
    pages = {one: rendering.offline_page(one, told).encode() for one in EDITIONS}
    files = {rendering.OFFLINE[one]: data for one, data in pages.items()}
    gone = (
        whole.path_of(one, edition)
        for one in whole.shown
        for edition in EDITIONS
        if one.status is Status.RETRACTED
    )
    shell = dict(_shell(told, whole, built, beside)) | files
    return {
        **files,
        rendering.RETRACTED: rendering.retracted(told, gone).encode(),
        rendering.WORKER: rendering.worker(told, shell).encode(),
    }


def _shell(
    told: Publication, whole: Whole, built: Path, beside: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """What the home pages and an article need to look as they do."""
    paths = [told.places.home(one) for one in EDITIONS]
    paths += [whole.path_of(one, "id") for one in whole.listed[:1]]
    wanted: dict[str, None] = {}
    for path in paths:
        url = rendering.page_url(path, told.directory_urls)
        page = f"{url}index.html" if url.endswith("/") or not url else url
        if html := _read(built / page):
            wanted |= dict.fromkeys(rendering.dressed_with(html.decode(errors="replace"), page))
    for path in wanted:
        if (data := beside.get(path) or _read(built / path)) is None:
            continue
        yield path, data
        if path.endswith(".css"):
            for font in rendering.fonts_of(data.decode(errors="replace"), path):
                if (letters := _read(built / font)) is not None:
                    yield font, letters


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
