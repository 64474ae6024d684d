"""HTTP that ends: every request has a deadline, goes where it was sent, and says when to come back."""

from __future__ import annotations

import contextlib
import ipaddress
import json
import os
import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ReadTimeoutError

from sejajar import __version__
from sejajar.translating.translator import EngineError, Refusal


@dataclass(frozen=True, slots=True)
class Timeouts:
    """In seconds."""

    connect: float = 6.0
    silence: float = 15.0
    """Between two pieces of an answer."""
    whole: float = 30.0
    """From the call to the last byte."""


class Refused(requests.RequestException):
    """The server would not, or not in time. Carries the refusal, and none of the request."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message)
        self.refusal = refusal


_call = threading.local()
"""Of the thread that makes a call: `opened`, the connections it has opened."""


class _Http(HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _call.opened.append(self)


class _Https(HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _call.opened.append(self)


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = _Http


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = _Https


_POOLS = {"http": _HttpPool, "https": _HttpsPool}


class _DeadlineAdapter(HTTPAdapter):
    """requests' timeouts are for each read: a server that sends a byte now and then, `100 Continue` for ever,
    or a name server that does not answer, can hold a call for hours (psf/requests#3099). So the call runs in
    a thread of its own, whose connection is cut at the deadline. The thread is a daemon: where even that
    does not end it, it does not keep the program from ending."""

    def __init__(self, timeouts: Timeouts) -> None:
        super().__init__()
        self._timeouts = timeouts
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **options)
        manager.pool_classes_by_scheme = _POOLS
        return manager

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:  # type: ignore[override]
        limits = self._timeouts
        done: list[requests.Response] = []
        failed: list[Exception] = []
        late = threading.Event()
        opened: list[HTTPConnection] = []
        options = {**options, "timeout": (limits.connect, limits.silence), "stream": True}

        def run() -> None:
            _call.opened = opened
            try:
                response = super(_DeadlineAdapter, self).send(request, **options)
                # Where `Response.content` would have put it.
                response._content = _body(response, late)
                done.append(response)
            except Exception as error:
                failed.append(error)

        thread = threading.Thread(target=run, name="sejajar-request", daemon=True)
        thread.start()
        thread.join(limits.whole)
        late.set()
        if thread.is_alive():
            _cut(opened)
            message = f"no whole answer within {limits.whole:g} seconds"
            raise Refused(Refusal("timeout", message, passing=True))
        if failed:
            raise Refused(refusal_of(failed[0], limits, _server(request.url))) from None
        _raise_for_status(done[0])
        return done[0]


def _cut(opened: list[HTTPConnection]) -> None:
    """Ends what another thread is reading: it finds its connection closed."""
    for connection in opened:
        if connection.sock is not None:
            with contextlib.suppress(OSError):
                connection.sock.shutdown(socket.SHUT_RDWR)


_LARGEST = 5_000_000
"""Bytes of an answer: far more than any text we send can become."""


def _body(response: requests.Response, late: threading.Event) -> bytes:
    """The whole body, as it was announced; given up when it is `late` or has no end."""
    body = bytearray()
    with response:
        while piece := response.raw.read1(65536, decode_content=True):
            body += piece
            if late.is_set() or len(body) > _LARGEST:
                raise Refused(Refusal("unreadable", "an answer without end", passing=True))
        if response.raw.length_remaining:
            raise Refused(Refusal("connection", "the answer broke off", passing=True))
    return bytes(body)


def session(timeouts: Timeouts, url: str) -> requests.Session:
    """A session with the server at `url`, whose every request ends in time, or raises `Refused`.

    For one thread; close it. Proxies of the environment are honoured, except on the way to this machine or
    network: what is to stay at home must not go through one. No password is taken from a `.netrc`.
    """
    made = requests.Session()
    made.trust_env = False
    if not is_near(url):
        made.proxies.update(requests.utils.get_environ_proxies(url))
    made.verify = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE") or True
    made.max_redirects = 0  # a key or a confidential text goes where the editor sent it and nowhere else
    made.headers["User-Agent"] = f"sejajar/{__version__}"
    for scheme in ("https://", "http://"):
        made.mount(scheme, _DeadlineAdapter(timeouts))
    return made


def _raise_for_status(response: requests.Response) -> None:
    status, wait = response.status_code, retry_after(response.headers)
    if status == 429:
        raise Refused(Refusal("too-many-requests", "too many requests (429)", passing=True, retry_after=wait))
    if status >= 500 or status == 408:
        raise Refused(Refusal("server", f"the server failed ({status})", passing=True, retry_after=wait))
    if 300 <= status < 400:
        raise Refused(Refusal("redirect", "the server sends us elsewhere instead of answering", passing=True))


LONGEST_REST = 7 * 86_400.0
"""Seconds: no server is left alone for longer, whatever it asks."""


def retry_after(headers: Mapping[str, str], now: Callable[[], datetime] | None = None) -> float | None:
    """The seconds of a `Retry-After` header, which may be a number or a date (RFC 9110, section 10.2.3)."""
    value = headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:20]), LONGEST_REST)
    try:
        until = parsedate_to_datetime(value)
        moment = now() if now else datetime.now(UTC)
        seconds = (until - moment).total_seconds()  # TypeError where the date has no time zone
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(0.0, seconds), LONGEST_REST)


def parsed(response: requests.Response) -> Any:
    """The JSON of an answer. Raises ValueError where it is none, or is nested beyond all sense."""
    try:
        return json.loads(response.content)
    except RecursionError:
        raise ValueError("JSON nested too deeply") from None


def _server(url: str | None) -> str:
    """A request's address up to its port: what follows may hold the text, and a key."""
    parts = urlsplit(url or "")
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def refusal_of(error: Exception, timeouts: Timeouts, server: str = "the server") -> Refusal:
    """What went wrong on the way, without a word of the error's own: it may quote the request."""
    if isinstance(error, Refused):
        return error.refusal
    if isinstance(error, requests.ConnectTimeout):
        return Refusal(
            "timeout", f"no connection to {server} within {timeouts.connect:g} seconds", passing=True
        )
    if isinstance(error, requests.Timeout | ReadTimeoutError):
        return Refusal("timeout", f"{server} was silent for {timeouts.silence:g} seconds", passing=True)
    if isinstance(error, requests.exceptions.SSLError):
        return Refusal("certificate", f"the certificate of {server} is not valid", final=True)
    if isinstance(error, requests.exceptions.InvalidJSONError):
        return Refusal("unreadable", "an answer in another form than expected", passing=True)
    return Refusal("connection", f"the connection to {server} failed", passing=True)


def address(url: str, default: str) -> str:
    """The base address of an engine. Raises EngineError where it has no host, or holds a password or key."""
    try:
        parts = urlsplit(url or default)
        port_is_there = parts.port != 0
    except ValueError:
        raise EngineError("the engine's url is not an address") from None
    if not port_is_there or parts.scheme not in ("http", "https") or not parts.hostname:
        raise EngineError("the engine's url must begin with https:// or http:// and name a host")
    if parts.username or parts.password:
        raise EngineError("the engine's url holds a name or password; keys come from the environment only")
    if parts.query or parts.fragment:
        raise EngineError(
            "the engine's url must not go on with “?” or “#”; keys come from the environment only"
        )
    return url or default


def host_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname or ""


_NEAR_NAMES = (".localhost", ".local", ".internal", ".lan", ".home.arpa")
"""Names that only a machine or its own network knows (RFC 6761, 6762, 8375; ICANN on `.internal`)."""


def is_near(url: str) -> bool:
    """Whether it is of this machine or network: loopback, private, link-local, or a name without a dot.

    Names are not looked up: behind a proxy they need not resolve here.
    """
    host = (urlsplit(url).hostname or "").rstrip(".")
    try:
        found = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return "." not in host or host.endswith(_NEAR_NAMES)
    return found.is_private or found.is_loopback or found.is_link_local


def check_key_is_safe(url: str, key: str) -> None:
    """A key goes over plain http to this machine only. Raises EngineError."""
    parts = urlsplit(url)
    if key and parts.scheme == "http" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise EngineError(f"a key would be sent to {parts.hostname} unencrypted; use https://")
