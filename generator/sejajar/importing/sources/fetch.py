"""Fetching a page: politely, within limits, and only from where it may come."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from sejajar import __version__
from sejajar.importing.sources.addresses import NotFetchedError, Target, refused, resolve

AGENT = f"Sejajar/{__version__}"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml")
_AGAIN = "try again later, or save the page in a browser and import the file"


@dataclass(frozen=True, slots=True)
class Limits:
    redirects: int = 5
    largest: int = 10_000_000
    """Bytes, unpacked."""
    wait: float = 15
    """Seconds without an answer."""
    total: float = 60
    """Seconds for one page, redirects and all."""


@dataclass(frozen=True, slots=True)
class Fetched:
    url: str
    """After redirects."""
    data: bytes
    charset: str
    """As the server says; empty where it does not."""
    kind: str
    """The media type."""


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    limits: Limits = Limits(),
    clock: Callable[[], float] = time.monotonic,
) -> Fetched:
    """The page at an address, which its site's robots.txt has to allow. Raises NotFetchedError."""
    resolve(url, allow_private=allow_private)
    end = clock() + limits.total
    _ask_robots(url, allow_private, limits, end, clock)
    return _follow(url, _PAGES, allow_private, limits, end, clock, robots=True)


def fetch_image(url: str, *, allow_private: bool = False, limits: Limits = Limits()) -> Fetched:
    end = time.monotonic() + limits.total
    return _follow(url, ("image/",), allow_private, limits, end, time.monotonic)


def _follow(
    url: str,
    kinds: tuple[str, ...],
    allow_private: bool,
    limits: Limits,
    end: float,
    clock: Callable[[], float],
    *,
    robots: bool = False,
) -> Fetched:
    first = ""
    for _ in range(limits.redirects + 1):
        # Each step is resolved and checked anew: a redirect may lead anywhere.
        target = resolve(url, allow_private=allow_private)
        if robots and first and target.host != first:
            _ask_robots(url, allow_private, limits, end, clock)
        first = target.host
        status, headers, data = _get(target, kinds, limits, end, clock)
        if status in _REDIRECTS and headers.get("location"):
            url = urljoin(url, headers["location"])
            continue
        if status != 200:
            reason = (
                "asks for a login or refuses programs"
                if status in (401, 403, 429)
                else "has no such page"
                if status in (404, 410)
                else "has a fault"
            )
            raise refused("unreachable", f"the server answers {status}: it {reason}", _AGAIN)
        kind, _, rest = headers.get("content-type", "text/html").partition(";")
        charset = rest.partition("charset=")[2].partition(";")[0].strip(" \"'")
        return Fetched(url, data, charset, kind.strip().casefold())
    raise refused(
        "redirects",
        f"the address redirects more than {limits.redirects} times",
        "give the address of the article itself",
    )


def _get(
    target: Target, kinds: tuple[str, ...], limits: Limits, end: float, clock: Callable[[], float]
) -> tuple[int, dict[str, str], bytes]:
    import urllib3

    pool = _pool(target, limits)
    headers = {
        "Host": target.host if target.port in (80, 443) else f"{target.host}:{target.port}",
        "User-Agent": AGENT,
        "Accept": "text/html, application/xhtml+xml;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Accept-Language": "id, en;q=0.5",
    }
    try:
        response = pool.urlopen(
            "GET",
            target.path,
            headers=headers,
            redirect=False,
            retries=False,
            preload_content=False,
            assert_same_host=False,
        )
        try:
            found = {name.casefold(): value for name, value in response.headers.items()}
            if response.status != 200:
                return response.status, found, b""
            kind = found.get("content-type", kinds[0]).partition(";")[0].strip().casefold()
            if not kind.startswith(kinds):
                raise refused(
                    "not-html",
                    f"the address leads to {kind}, not to a web page",
                    "give the address of the article's page",
                )
            return response.status, found, _read(response, limits, end, clock)
        finally:
            response.close()
    except urllib3.exceptions.TimeoutError:
        raise refused(
            "timeout", f"{target.host} did not answer within {limits.wait:g} seconds", _AGAIN
        ) from None
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        raise refused("unreachable", f"{target.host} cannot be reached: {_said(error)}", _AGAIN) from None
    finally:
        pool.close()


def _pool(target: Target, limits: Limits) -> Any:
    """A connection to the very number that was checked, so that no second look-up can lead elsewhere.

    Neither a proxy nor a password file of this machine is asked.
    """
    import urllib3

    timeout = urllib3.Timeout(connect=limits.wait, read=limits.wait)
    if target.scheme == "http":
        return urllib3.HTTPConnectionPool(target.number, target.port, timeout=timeout)
    import certifi

    return urllib3.HTTPSConnectionPool(
        target.number,
        target.port,
        timeout=timeout,
        cert_reqs="CERT_REQUIRED",
        ca_certs=certifi.where(),
        server_hostname=target.host,
        assert_hostname=target.host,
    )


def _read(response: Any, limits: Limits, end: float, clock: Callable[[], float]) -> bytes:
    """The unpacked body, read as it comes: a server that drips for ever meets the limit of time."""
    parts: list[bytes] = []
    size = 0
    while chunk := response.read1(_CHUNK, decode_content=True):
        size += len(chunk)
        parts.append(chunk)
        if size > limits.largest:
            message = f"the page is larger than {limits.largest // 1_000_000} MB"
            raise refused("too-large", message, "save the article's text and import the file")
        if clock() > end:
            raise refused("timeout", f"the page did not end within {limits.total:g} seconds", _AGAIN)
    return b"".join(parts)


def _said(error: Exception) -> str:
    text = str(getattr(error, "reason", None) or error)
    return text.rpartition(": ")[2].strip("()'\"") or type(error).__name__


def _ask_robots(
    url: str, allow_private: bool, limits: Limits, end: float, clock: Callable[[], float]
) -> None:
    """Raises where robots.txt forbids the address to us; one that is not there allows all (RFC 9309)."""
    from protego import Protego

    try:
        page = _follow(
            urljoin(url, "/robots.txt"), ("text/", "application/"), allow_private, limits, end, clock
        )
    except NotFetchedError as error:
        if error.code in ("private-address", "url") or "there is no server" in error.message:
            raise
        return
    rules = Protego.parse(page.data[:500_000].decode("utf-8", errors="replace"))
    if not rules.can_fetch(url, AGENT):
        message = "the site's robots.txt asks programs not to fetch this page"
        raise refused("robots", message, "open it in a browser, and save or paste it")
