"""The Content-Security-Policy of a page: what a browser may run and fetch for it, and what it would refuse.

https://www.w3.org/TR/CSP3/. Delivered as a `<meta>` element, so that it holds on every host.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import NamedTuple
from urllib.parse import urlsplit

Sources = Mapping[str, Iterable[str]]
"""What each directive allows."""

STRICT: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'", "'wasm-unsafe-eval'"),  # the second for Pagefind's index, which is WebAssembly
    "style-src": ("'self'", "'unsafe-inline'"),  # Material and our charts set styles where they stand
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'",),
    "media-src": ("'self'",),
    "frame-src": (),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
    "manifest-src": ("'self'",),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
}

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.S | re.I)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^"'\s>]+)""", re.I)
_RUNS = frozenset({"module", "importmap", "text/javascript", "application/javascript", "speculationrules"})
GOOGLE = "https://*.google-analytics.com"
GOOGLE_TAGS = "https://www.googletagmanager.com"
GOOGLE_FONTS = "https://fonts.googleapis.com"
GOOGLE_FONT_FILES = "https://fonts.gstatic.com"
_LOADS = re.compile(
    r"""<(script|img|iframe|video|audio|source|embed|link)\b(?:[^>"']|"[^"]*"|'[^']*'){0,400}?"""
    r"""\s(?:src|href)\s*=\s*["']?"""
    r"""((?:https?:)?//[^"'\s>]+)""",
    re.I,
)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""")
"""One after the other: what looks like one within another's value is none."""
_DIRECTIVE = {"script": "script-src", "img": "img-src", "iframe": "frame-src", "link": "style-src"}


class Refused(NamedTuple):
    """Something of a page that its policy keeps from being run or fetched."""

    what: str
    """The beginning of an inline script, or an address."""
    directive: str
    source: str
    """What would allow it."""


def policy(*wider: Sources) -> str:
    """The strict policy with what else is allowed; the same for the same sources, whatever their order."""
    lines = []
    for directive in dict.fromkeys([*STRICT, *(name for sources in wider for name in sources)]):
        more = {source for sources in wider for source in sources.get(directive, ())}
        own = STRICT.get(directive, ())
        allowed = [*own, *sorted(more.difference(own))]
        if allowed:
            lines.append(" ".join([directive, *allowed]))
    return "; ".join(lines)


def with_policy(html: str, text: str) -> str:
    """The page with its policy."""
    place = policy_place(html)
    return f"{html[:place]}\n    {policy_meta(text)}{html[place:]}"


def policy_meta(text: str) -> str:
    return f'<meta http-equiv="Content-Security-Policy" content="{escape(text, quote=False)}">'


def policy_place(html: str) -> int:
    """Before all that a policy governs, but after the encoding, which must come early."""
    found = re.search(r"<head\b[^>]*>(?:\s*<meta charset=[^>]*>)?", html, re.I)
    return found.end() if found else 0


def inline_scripts(html: str) -> Iterator[str]:
    """The texts of the scripts that stand in the page itself and run; data is none."""
    for attributes, text in _SCRIPT.findall(html):
        kind = _TYPE.search(attributes)
        if not re.search(r"\bsrc\s*=", attributes) and (not kind or kind[1].lower() in _RUNS):
            yield text


def hash_of(script: str) -> str:
    """A script as a policy names it: https://www.w3.org/TR/CSP3/#match-element-to-source-list"""
    digest = hashlib.sha256(script.replace("\r\n", "\n").encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def refused(html: str, text: str) -> Iterator[Refused]:
    """What of a page will not work under a policy."""
    allowed = {name: set(sources) for name, *sources in (line.split() for line in text.split("; "))}
    if "'unsafe-inline'" not in allowed["script-src"]:
        for script in inline_scripts(html):
            if hash_of(script) not in allowed["script-src"]:
                yield Refused(" ".join(script.split())[:40], "script-src", hash_of(script))
    for directive, source, address in fetched(html):
        if not allowed.get(directive, set()) & {source, "https:", "*"}:
            yield Refused(address, directive, source)


def fetched(html: str) -> Iterator[tuple[str, str, str]]:
    """What a page fetches from other hosts: the directive, the host as a policy names it, and the address."""
    for found in _LOADS.finditer(html):
        name, address = found[1].lower(), found[2]
        tag = html[found.start() : html.find(">", found.end())]
        if name == "link" and "stylesheet" not in _relation(tag):
            continue  # an address that is only told
        yield _DIRECTIVE.get(name, "media-src"), origin(address), address


def _relation(tag: str) -> str:
    found = (one[2].lower() for one in _ATTRIBUTE.finditer(tag) if one[1].lower() == "rel")
    return next(found, "")


def origin(address: str) -> str:
    """The host of an address as a policy names it; empty for an address on the site itself."""
    parts = urlsplit(address)
    return f"{parts.scheme or 'https'}://{parts.netloc}" if parts.netloc else ""
