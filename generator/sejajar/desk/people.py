"""Who is at the desk: what lets somebody in, whose name they sign with, and where each is at work."""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import sha256

from sejajar.bounds import NAME, clean, short

LASTS = 30 * 24 * 3600
"""Seconds that a browser is known for, so that a bookmark goes on working."""
PRESENT = 20.0
"""Seconds after which somebody who gives no sign has gone."""


@dataclass(frozen=True, slots=True)
class Person:
    """A browser that was let in."""

    key: str
    """Of this browser alone."""
    name: str = ""
    """What its decisions are signed with; empty until it is given."""


class Seals:
    """Cookies that hold who somebody is, and that nobody else can make."""

    def __init__(self, secret: bytes, clock: Callable[[], float] = time.time) -> None:
        self._secret, self._clock = secret, clock

    def sealed(self, person: Person) -> str:
        told = json.dumps([person.key, person.name, int(self._clock())], ensure_ascii=True)
        body = base64.urlsafe_b64encode(told.encode()).decode().rstrip("=")
        return f"{body}.{self._seal(body)}"

    def opened(self, cookie: str) -> Person | None:
        """Whose cookie it is; None where it is none of ours, or too old."""
        body, _, seal = cookie.partition(".")
        if not hmac.compare_digest(self._seal(body).encode(), seal.encode("utf-8", "replace")):
            return None
        try:
            key, name, since = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        except (ValueError, binascii.Error):
            return None
        return Person(str(key), str(name)) if self._clock() - float(since) < LASTS else None

    def _seal(self, body: str) -> str:
        return hmac.new(self._secret, body.encode("utf-8", "replace"), sha256).hexdigest()


class Keys:
    """What opens the door: addresses that work once each, or one word that several people share."""

    def __init__(self, shared: str = "") -> None:
        self.shared = shared
        self._once: set[str] = set()
        self._lock = threading.Lock()

    def new(self) -> str:
        made = secrets.token_urlsafe(24)
        with self._lock:
            self._once.add(made)
        return made

    def fits(self, token: str) -> bool:
        """Whether a token opens the door; one that works once has done so then."""
        given = token.encode("utf-8", "replace")
        if self.shared:
            return hmac.compare_digest(self.shared.encode(), given)
        with self._lock:
            found = next((one for one in self._once if hmac.compare_digest(one.encode(), given)), None)
            if found:
                self._once.discard(found)
            return found is not None


def new_person(name: str = "") -> Person:
    return Person(secrets.token_urlsafe(12), name)


def fit_name(text: str) -> str:
    """A name as a signature takes it: one line, and not a page of it."""
    return short(" ".join(clean(text).split()), NAME)[:NAME]


@dataclass(frozen=True, slots=True)
class Present:
    """Where somebody is at work."""

    person: Person
    article: str = ""
    """The article file's path; empty in the queue."""
    pair: str = ""
    seen: float = 0.0


@dataclass
class Presence:
    """Who is where, by the signs that their browsers give."""

    clock: Callable[[], float] = time.monotonic
    _all: dict[str, Present] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def sign(self, person: Person, article: str, pair: str, tab: str) -> None:
        with self._lock:
            self._all[f"{person.key}/{tab}"] = Present(person, article, pair, self.clock())
            gone = [key for key, one in self._all.items() if self.clock() - one.seen > PRESENT]
            for key in gone:
                del self._all[key]

    def leave(self, person: Person, tab: str) -> None:
        with self._lock:
            self._all.pop(f"{person.key}/{tab}", None)

    def others(self, person: Person, article: str | None = None) -> tuple[Present, ...]:
        """Everybody else, or everybody else in one article."""
        with self._lock:
            found = [
                one
                for one in self._all.values()
                if one.person.key != person.key
                and self.clock() - one.seen <= PRESENT
                and (article is None or one.article == article)
            ]
        return tuple(replace(one, seen=0.0) for one in found)

    def somebody_in(self, article: str) -> bool:
        with self._lock:
            return any(
                one.article == article and self.clock() - one.seen <= PRESENT for one in self._all.values()
            )
