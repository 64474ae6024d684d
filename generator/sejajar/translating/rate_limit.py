"""RetryPolicy towards an engine: not too fast, again after a while, and not for ever."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import tenacity

from sejajar.translating.translator import Context, Contextual, Limits, Refusal, Translator, Usage


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """Times in seconds."""

    requests_per_second: float = 1.0
    attempts: int = 4
    patience: float = 60.0
    """Spent in waiting for answers to one batch: who is slow is not asked again for minutes."""
    first_wait: float = 1.0
    """Doubled for each further attempt; up to as much again is added at random."""
    longest_wait: float = 60.0
    """A server that asks for more is left alone for this run."""
    refusals: int = 8
    """In a row, and the run stops."""
    pause: float = 900.0
    """When to try again after that, where the server does not say."""


@dataclass(frozen=True, slots=True)
class Outside:
    """Clocks, and a sleep that can be cut short; replaced in tests."""

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now().astimezone()
    stop: threading.Event = field(default_factory=threading.Event)
    """Set when the run is to end: nobody sleeps on, nothing more is sent."""
    sleep: Callable[[float], None] | None = None

    def wait(self, seconds: float) -> None:
        if self.sleep:
            self.sleep(seconds)
        else:
            self.stop.wait(seconds)


@dataclass(frozen=True, slots=True)
class Stopped:
    """The engine is left alone from here on."""

    reason: str
    """A clause, as in a refusal."""
    until: datetime
    """When to try again."""


class Breaker:
    """Opens after so many refusals in a row, or at once after a final one; stays open for the run."""

    def __init__(self, retry_policy: RetryPolicy, outside: Outside) -> None:
        self._policy = retry_policy
        self._outside = outside
        self._lock = threading.Lock()
        self._in_a_row = 0
        self.stopped: Stopped | None = None

    def satisfied(self) -> None:
        with self._lock:
            self._in_a_row = 0

    def refused(self, refusal: Refusal) -> None:
        with self._lock:
            self._in_a_row += 1
            asked = refusal.retry_after or 0.0
            enough = self._in_a_row >= self._policy.refusals
            if self.stopped is None and (enough or refusal.final or asked > self._policy.longest_wait):
                until = self._outside.now() + timedelta(seconds=asked or self._policy.pause)
                self.stopped = Stopped(refusal.message, until)


class Throttle:
    """Lets requests through at even distances, whichever thread they come from."""

    def __init__(self, per_second: float, outside: Outside) -> None:
        self._distance = 1.0 / per_second
        self._outside = outside
        self._lock = threading.Lock()
        self._next = outside.monotonic()

    def wait(self) -> None:
        with self._lock:
            now = self._outside.monotonic()
            mine = max(now, self._next)
            self._next = mine + self._distance
        if mine > now:
            self._outside.wait(mine - now)


class RateLimited:
    """An engine asked politely: a Translator around another one.

    Refusals that may pass are asked again with exponential backoff and jitter, or when the server said; one
    that remains is an answer like another. Safe to call from several threads.
    """

    def __init__(self, engine: Translator, retry_policy: RetryPolicy, outside: Outside) -> None:
        self._engine = engine
        self._policy = retry_policy
        self.outside = outside
        self._throttle = Throttle(retry_policy.requests_per_second, outside)
        self._count = threading.Lock()
        self.breaker = Breaker(retry_policy, outside)
        self.requests = 0
        """Sent so far."""
        self.name = engine.name
        self.host = engine.host
        self.private = engine.private
        self.limits: Limits = engine.limits

    @property
    def usage(self) -> Usage:
        """What the server says that it has used; nothing of one that counts nothing."""
        return self._engine.usage if isinstance(self._engine, Contextual) else Usage()

    @property
    def takes_context(self) -> bool:
        return isinstance(self._engine, Contextual)

    def translate(self, texts: Sequence[str], context: Context | None = None) -> tuple[str | Refusal, ...]:
        engine = self._engine
        if context and isinstance(engine, Contextual):
            engine = engine.within(context)
        answers: list[str | Refusal] = [
            _WAITING if len(text) <= self.limits.characters else self._too_long(text) for text in texts
        ]
        waiting = [at for at, answer in enumerate(answers) if answer is _WAITING]
        for first in range(0, len(waiting), self.limits.texts):
            batch = waiting[first : first + self.limits.texts]
            for at, answer in zip(batch, self._again(engine, [texts[at] for at in batch]), strict=True):
                answers[at] = answer
        return tuple(answers)

    def _too_long(self, text: str) -> Refusal:
        message = f"a sentence of {len(text)} characters, and {self.name} takes {self.limits.characters}"
        return Refusal("too-long", message)

    def _again(self, engine: Translator, texts: Sequence[str]) -> list[str | Refusal]:
        """One batch, asked until nothing passing is left of its refusals or the attempts are used up."""
        answers: list[str | Refusal] = [_WAITING] * len(texts)
        spent = 0.0

        def attempt() -> list[str | Refusal]:
            nonlocal spent
            began = self.outside.monotonic()
            open_ = [
                at for at, answer in enumerate(answers) if isinstance(answer, Refusal) and answer.passing
            ]
            for at, answer in zip(open_, self._once(engine, [texts[at] for at in open_]), strict=True):
                answers[at] = answer
            spent += self.outside.monotonic() - began
            return answers

        def enough(state: tenacity.RetryCallState) -> bool:
            return state.attempt_number >= self._policy.attempts or spent >= self._policy.patience

        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_result(self._worth_another),
            wait=self._wait,
            stop=enough,
            sleep=self.outside.wait,
            retry_error_callback=lambda state: state.outcome.result() if state.outcome else answers,
        )
        found: list[str | Refusal] = retrying(attempt)
        if self.outside.stop.is_set():  # waited in vain; the next run asks again
            return [INTERRUPTED if _passing(answer) else answer for answer in found]
        return found

    def _worth_another(self, answers: list[str | Refusal]) -> bool:
        return any(map(_passing, answers)) and not self.breaker.stopped and not self.outside.stop.is_set()

    def _wait(self, state: tenacity.RetryCallState) -> float:
        first, longest = self._policy.first_wait, self._policy.longest_wait
        waits = tenacity.wait_exponential(multiplier=first, max=longest) + tenacity.wait_random(0, first)
        answers = state.outcome.result() if state.outcome else ()
        asked = [answer.retry_after or 0.0 for answer in answers if isinstance(answer, Refusal)]
        return max(waits(state), *asked)

    def _once(self, engine: Translator, texts: Sequence[str]) -> Sequence[str | Refusal]:
        if self.breaker.stopped is None and not self.outside.stop.is_set():
            self._throttle.wait()
        # Asked again: others may have been refused, or the run ended, while we waited.
        if stopped := self.breaker.stopped:
            return [Refusal("stopped", f"{self.name} is left alone: {stopped.reason}")] * len(texts)
        if self.outside.stop.is_set():
            return [INTERRUPTED] * len(texts)
        with self._count:
            self.requests += 1
        answers = engine.translate(texts)
        refusals = [answer for answer in answers if isinstance(answer, Refusal)]
        if len(refusals) == len(texts):
            self.breaker.refused(max(refusals, key=lambda refusal: (refusal.final, refusal.retry_after or 0)))
        return answers


def _passing(answer: str | Refusal) -> bool:
    return isinstance(answer, Refusal) and answer.passing


_WAITING = Refusal("waiting", "not asked yet", passing=True)
INTERRUPTED = Refusal("interrupted", "the run was ended")
