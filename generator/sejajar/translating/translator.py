"""What an engine is to the rest: a Protocol, and refusals as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


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
    """An engine cannot be used at all (no key, no package, a wrong address). Says how to mend it."""
