"""The door itself: which requests reach the application at all, and what every answer says to the browser."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sejajar.desk.language import language_of
from sejajar.desk.people import LASTS, Keys, Person, Seals, fit_name, new_person
from sejajar.desk.refusals import Refusal, refusal
from sejajar.i18n import speaking

OPEN = ("/static/", "/favicon.ico")
"""Our own files, which are everybody's."""
SMALL, WHOLE, LARGE = 64_000, 2_000_000, 8_000_000
"""Bytes of a request's body: of a decision, of a whole article, and of a file that is to be imported."""
PATIENCE = 15.0
"""Seconds in which a body has to arrive."""
_ALLOWED = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
    "frame-ancestors": ("'none'",),
}
"""`data:` is for Material's icons, which its style sheet holds; a picture runs nothing."""
POLICY = "; ".join(" ".join((name, *sources)) for name, sources in _ALLOWED.items())
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}


@dataclass(frozen=True, slots=True)
class Entrance:
    """What is let in."""

    hosts: frozenset[str]
    """As the header `Host` says it, with its port. Another name for our address is DNS rebinding."""
    keys: Keys
    seals: Seals
    cookie: str
    """Its name: two desks on one machine share their host, and so their cookies."""
    user_header: str = ""
    """In which a reverse proxy says who somebody is; whoever comes without it is not let in."""
    secure: bool = False
    """Whether browsers come by https."""
    first_name: str = ""
    """What who comes by the printed address signs with, where the program was told."""
    patience: float = PATIENCE


class Guard:
    """An ASGI application around another. Only what is let in, and whole, reaches that one."""

    def __init__(self, app: ASGIApp, entrance: Entrance) -> None:
        self.app, self.entrance = app, entrance

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        headers = Headers(scope=scope)
        wrapped = _with_headers(send)
        found = self._unfit(scope, headers)
        if found is None and scope["path"] == "/enter":
            await self._enter(scope, wrapped)
            return
        person = None if found else self._person(headers)
        if found is None and person is None and not scope["path"].startswith(OPEN):
            found = refusal(401)
        body = None if found else await self._body(scope, headers, receive)
        if isinstance(body, Refusal):
            found = body
        if found or not isinstance(body, bytes):
            await (found or refusal(400)).answer(scope, headers, wrapped)
            return
        scope["person"] = person
        with speaking(language_of(headers)):
            await self.app(scope, _replayed(body, receive), wrapped)

    def _unfit(self, scope: Scope, headers: Headers) -> Refusal | None:
        """What is wrong with a request before anybody asks who sends it."""
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self.entrance.hosts:
            return refusal(421)
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return refusal(405)
        origins = headers.getlist("origin")
        if any(origin.lower() not in self._origins(hosts[0]) for origin in origins):
            return refusal(403)
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none") and (
            scope["method"] == "POST" or headers.get("sec-fetch-mode") != "navigate"
        ):
            return refusal(403)  # another site may lead here, and nothing else
        if scope["method"] == "POST" and len(origins) != 1:
            return refusal(403)
        return None

    def _origins(self, host: str) -> tuple[str, ...]:
        return (f"https://{host.lower()}",) if self.entrance.secure else (f"http://{host.lower()}",)

    def _person(self, headers: Headers) -> Person | None:
        if self.entrance.user_header:
            names = headers.getlist(self.entrance.user_header)
            name = fit_name(names[0]) if len(names) == 1 else ""
            return Person(f"user:{name}", name) if name else None
        try:
            cookies = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            return None
        found = cookies.get(self.entrance.cookie)
        return self.entrance.seals.opened(found.value) if found else None

    async def _enter(self, scope: Scope, send: Send) -> None:
        """The printed address: its token becomes a cookie."""
        query = parse_qs(scope["query_string"].decode("latin-1"))
        token = next(iter(query.get("token", [])), "")
        headers = Headers(scope=scope)
        if scope["method"] != "GET" or self.entrance.user_header or not self.entrance.keys.fits(token):
            await refusal(401 if scope["method"] == "GET" else 405).answer(scope, headers, send)
            return
        shared = bool(self.entrance.keys.shared)
        person = new_person("" if shared else self.entrance.first_name)
        # A page and no redirection: a cookie that is Strict does not go along on a way that began elsewhere.
        page = b'<!doctype html><meta http-equiv="refresh" content="0;url=/"><title>Sejajar</title>'
        answer = {"content-type": "text/html; charset=utf-8", "cache-control": "no-store"}
        await _answer(send, 200, answer | {"set-cookie": self.cookie_of(person)}, page)

    def cookie_of(self, person: Person) -> str:
        return cookie_of(self.entrance, person)

    async def _body(self, scope: Scope, headers: Headers, receive: Receive) -> bytes | Refusal:
        """All of it, before anybody works with any of it: nobody waits for who sends a byte a minute."""
        most = most_of(scope["path"])
        told = headers.get("content-length", "")
        if told and (not told.isdecimal() or int(told) > most):
            return refusal(413)
        try:
            return await asyncio.wait_for(_read(receive, most), self.entrance.patience)
        except TimeoutError:
            return refusal(408)
        except OverflowError:
            return refusal(413)


def most_of(path: str) -> int:
    """Bytes that a body at this address may have."""
    if path == "/import":
        return LARGE
    whole = path.startswith("/import/") or path.endswith(("/file", "/metadata", "/accept"))
    return WHOLE if whole else SMALL


def cookie_of(entrance: Entrance, person: Person) -> str:
    """The header by which a browser is known from now on."""
    flags = ("HttpOnly", "SameSite=Strict", "Path=/", f"Max-Age={LASTS}", *["Secure"][: entrance.secure])
    return "; ".join((f"{entrance.cookie}={entrance.seals.sealed(person)}", *flags))


async def _read(receive: Receive, most: int) -> bytes:
    data = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return data
        data += bytes(message.get("body", b""))
        if len(data) > most:
            raise OverflowError
        if not message.get("more_body"):
            return data


def _replayed(body: bytes, receive: Receive) -> Receive:
    left = [True]

    async def replay() -> Message:
        if left:
            left.clear()
            return {"type": "http.request", "body": body, "more_body": False}
        return await receive()

    return replay


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return sent


async def _answer(send: Send, status: int, headers: Mapping[str, str], body: bytes) -> None:
    raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
    raw.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body})
