"""What an engine is to the rest: a Protocol, and refusals as data."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text has no English: as data, so that one sentence that fails does not lose the others."""

    code: str
    """Stable, lower case, hyphenated: `timeout`, `echo`."""
    message: str
    """A clause for people, without a full stop: `no answer within 20 seconds`. Never holds a key."""
    passing: bool = False
    """Asking again later may help: the server was busy, not unwilling."""
    retry_after: float | None = None
    """Seconds that the server asked us to wait."""
    final: bool = False
    """No other text will fare better in this run: a wrong key, a quota used up."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What an engine takes in one request."""

    characters: int
    """In one text."""
    texts: int = 1
    whole: bool = False
    """A text is a whole segment, not a sentence: a language model knows what belongs together."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a language model is told beside the texts: where they come from. Never an order."""

    title: str = ""
    points: tuple[str, ...] = ()
    before: str = ""
    """The text that stands before the first, and below `after` the last."""
    after: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    """Indonesian and English, of the glossary's terms that occur."""
    found: tuple[str, ...] = ()
    """At a second try: what the checks found wrong with the first."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a server says that it has used."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float = 0.0
    """In the server's own currency; 0 where it says nothing."""

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
            self.cost + other.cost,
        )


@dataclass
class Meter:
    """What a run has used; filled by several threads."""

    usage: Usage = field(default_factory=Usage)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def add(self, more: Usage) -> None:
        with self._lock:
            self.usage = self.usage + more


@runtime_checkable
class Contextual(Protocol):
    """An engine that understands more than the text before it."""

    def within(self, context: Context) -> Translator: ...

    @property
    def usage(self) -> Usage:
        """Of the run so far."""


class Translator(Protocol):
    """Indonesian in, English out.

    `translate` gives one answer or refusal for each text, in their order, and raises nothing: answers
    are as the engine gave them, apart from the transport; whether they are any good is judged elsewhere.
    """

    @property
    def name(self) -> str:
        """Stands in the catalog: `google`."""

    @property
    def host(self) -> str:
        """Where the text is sent, for the message that says so."""

    @property
    def private(self) -> bool:
        """Whether it may see confidential articles."""

    @property
    def limits(self) -> Limits: ...

    def translate(self, texts: Sequence[str]) -> Sequence[str | Refusal]: ...


class EngineError(Exception):
    """An engine cannot be used at all (no key, no package, a wrong address). Says how to fix it."""
