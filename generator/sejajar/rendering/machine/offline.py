"""What a site needs to be read without a network: its service worker, and the page for what is not kept.

https://www.w3.org/TR/service-workers/. Which files a page is dressed with is read from the
page itself, so that styles and scripts that a site has added are kept with ours.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from html import escape
from importlib.resources import files
from urllib.parse import unquote, urlsplit

from sejajar.language.wording import say, strings
from sejajar.model import EDITIONS, Edition
from sejajar.site.addresses import page_url
from sejajar.site.publication import Publication

WORKER = "sejajar-worker.js"
"""At the top of the site: a worker's scope is the folder that it lies in."""
RETRACTED = "sejajar-retracted.json"
OFFLINE: Mapping[Edition, str] = {one: f"assets/offline/{one}.html" for one in EDITIONS}

_LINKED = re.compile(
    r"""<link\b(?=[^>]*\brel="?(?:stylesheet|preload|icon))[^>]*\bhref="([^"]+)"|<script\b[^>]*\bsrc="([^"]+)\""""
)
_FONT = re.compile(r"""url\(["']?([^"')]+\.woff2)["']?\)""")


def dressed_with(html: str, page: str) -> Iterator[str]:
    """The styles, scripts and fonts of the site itself that a page asks for; `page`: its file."""
    for found in _LINKED.finditer(html):
        yield from _own(found[1] or found[2], page)


def fonts_of(css: str, sheet: str) -> Iterator[str]:
    """The fonts of the site itself that a style sheet asks for."""
    for found in _FONT.finditer(css):
        yield from _own(found[1], sheet)


def _own(address: str, page: str) -> Iterator[str]:
    parts = urlsplit(address.replace("&amp;", "&"))
    if not (parts.scheme or parts.netloc or parts.path.startswith("/")):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
        if not path.startswith("../"):
            yield path


def worker(publication: Publication, shell: Mapping[str, bytes]) -> str:
    """The worker of a site. `shell`: what its pages are dressed with, and `OFFLINE`, by their paths.

    It changes when one of these changes or the worker itself does, and with no article: browsers take a
    worker that has changed by a byte for a new one.
    """
    told = {
        "shell": {path: sha256(data).hexdigest() for path, data in sorted(shell.items())},
        "offline": OFFLINE,
        "retracted": RETRACTED,
        "roots": {one: f"{publication.places.root(one)}/" for one in EDITIONS},
        "doors": ["./", *(_address(publication, publication.places.home(one)) for one in EDITIONS)],
        "words": {one: _words(one) for one in EDITIONS},
    }
    code = _resource("worker.js")
    version = sha256((json.dumps(told, sort_keys=True) + code).encode()).hexdigest()[:12]
    return f"const SITE = {json.dumps({'version': version, **told}, ensure_ascii=False)}\n{code}"


def _words(edition: Edition) -> dict[str, str]:
    return {key: strings(edition)[f"offline-{key}"] for key in ("copy", "kept", "nothing")}


def no_worker() -> str:
    """What stands in the place of a worker that was there before."""
    return _resource("worker_off.js")


def _resource(name: str) -> str:
    return files("sejajar.rendering").joinpath("machine", name).read_text(encoding="utf-8")


def retracted(publication: Publication, pages: Iterable[str]) -> str:
    """The addresses that browsers are to keep no longer. `pages`: their Markdown files below `docs/`."""
    addresses = sorted(_address(publication, page) for page in pages)
    return json.dumps({"retracted": addresses}, ensure_ascii=False, indent=1) + "\n"


def _address(publication: Publication, page: str) -> str:
    return page_url(page, publication.directory_urls)


_FIELD = re.compile(r"\{([a-z]+)\}")


def offline_page(edition: Edition, publication: Publication) -> str:
    """The page that the worker shows, at whatever address, instead of one that is not kept.

    So it holds no relative address but the empty one, which asks for the same page again. The comment gives
    way to the list of what is kept.
    """
    words = {key: say(edition, f"offline-{key}") for key in ("title", "text", "again")}
    words |= {"site": publication.name, "edition": edition}
    return _FIELD.sub(lambda field: escape(words[field[1]]), _resource("offline.html"))
