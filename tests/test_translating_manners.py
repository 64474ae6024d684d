"""How an engine is asked: at what pace, how often again, and when it is left alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sejajar.storage import BusyError, site_lock
from sejajar.translating import Limits, Outside, RateLimited, Refusal, RetryPolicy, Stopped
from waiting import PATIENCE

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
BUSY = Refusal("too-many-requests", "too many requests (429)", passing=True)


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds
        self.slept.append(seconds)

    def outside(self) -> Outside:
        return Outside(lambda: self.seconds, lambda: NOON + timedelta(seconds=self.seconds), sleep=self.sleep)


Script = Callable[[int, Sequence[str]], Sequence[str | Refusal]]


@dataclass
class Scripted:
    """An engine that answers as told: by its call's number."""

    script: Script
    limits: Limits = field(default_factory=lambda: Limits(100))
    name: str = "fake"
    host: str = "fake.example"
    private: bool = False
    calls: list[tuple[str, ...]] = field(default_factory=list)

    def translate(self, texts: Sequence[str]) -> Sequence[str | Refusal]:
        self.calls.append(tuple(texts))
        return self.script(len(self.calls) - 1, texts)


def upper(_: int, texts: Sequence[str]) -> list[str]:
    return [text.upper() for text in texts]


def refusing(refusal: Refusal, times: int = 10_000) -> Script:
    return lambda number, texts: [refusal] * len(texts) if number < times else upper(number, texts)


def test_requests_keep_their_distance() -> None:
    """At two a second, five requests take two seconds, whichever thread they come from."""
    clock = Clock()
    polite = RateLimited(Scripted(upper), RetryPolicy(requests_per_second=2), clock.outside())
    assert polite.translate(["a", "b", "c", "d", "e"]) == ("A", "B", "C", "D", "E")
    assert clock.seconds == pytest.approx(2.0)
    assert polite.requests == 5


def test_texts_go_together_as_far_as_the_engine_takes_them() -> None:
    """Three texts a request, in order; one that is too long is not sent at all."""
    engine = Scripted(upper, Limits(characters=5, texts=3))
    answers = RateLimited(engine, RetryPolicy(), Clock().outside()).translate(["a", "b", "toolong", "c", "d"])
    assert engine.calls == [("a", "b", "c"), ("d",)]
    message = "a sentence of 7 characters, and fake takes 5"
    assert answers == ("A", "B", Refusal("too-long", message), "C", "D")


def test_a_passing_refusal_is_asked_again_with_growing_waits() -> None:
    """Exponential backoff with jitter: 1 to 2, 2 to 3, 4 to 5 seconds."""
    clock = Clock()
    polite = RateLimited(Scripted(refusing(BUSY, 3)), RetryPolicy(requests_per_second=1e6), clock.outside())
    assert polite.translate(["a"]) == ("A",)
    waits = [wait for wait in clock.slept if wait > 0.01]
    assert [int(wait) for wait in waits] == [1, 2, 4]
    assert any(wait % 1 for wait in waits)


def test_waits_differ_from_run_to_run() -> None:
    """Jitter keeps many clients from coming back at once."""
    waits = set()
    for _ in range(5):
        clock = Clock()
        RateLimited(
            Scripted(refusing(BUSY, 1)), RetryPolicy(requests_per_second=1e6), clock.outside()
        ).translate(["a"])
        waits.add(clock.seconds)
    assert len(waits) == 5


def test_only_what_was_refused_is_asked_again() -> None:
    """Of a batch in which one text failed, that one text."""
    engine = Scripted(lambda number, _: ["B"] if number else ["A", BUSY], Limits(9, 2))
    assert RateLimited(engine, RetryPolicy(), Clock().outside()).translate(["a", "b"]) == ("A", "B")
    assert engine.calls == [("a", "b"), ("b",)]


def test_what_will_not_pass_is_not_asked_again() -> None:
    """A text that the engine does not take stays refused, and that is one request."""
    no = Refusal("refused", "no")
    engine = Scripted(refusing(no))
    assert RateLimited(engine, RetryPolicy(), Clock().outside()).translate(["a"]) == (no,)
    assert len(engine.calls) == 1


def test_retry_after_is_honoured() -> None:
    """The server's own wait replaces a shorter one of ours."""
    clock = Clock()
    refusal = Refusal("too-many-requests", "too many", passing=True, retry_after=30)
    RateLimited(Scripted(refusing(refusal, 1)), RetryPolicy(), clock.outside()).translate(["a"])
    assert 30 in clock.slept


def test_a_server_that_wants_a_long_rest_gets_it() -> None:
    """More than a minute: the run stops at once and says until when."""
    clock = Clock()
    refusal = Refusal("too-many-requests", "too many", passing=True, retry_after=3600)
    polite = RateLimited(engine := Scripted(refusing(refusal)), RetryPolicy(), clock.outside())
    polite.translate(["a"])
    assert len(engine.calls) == 1
    assert polite.breaker.stopped == Stopped("too many", NOON + timedelta(hours=1))


def test_repeated_refusals_stop_the_run() -> None:
    """Eight requests in a row, then nothing more is sent, and it is said when to try again."""
    clock = Clock()
    polite = RateLimited(engine := Scripted(refusing(BUSY)), RetryPolicy(), clock.outside())
    first = polite.translate(["a", "b", "c"])
    assert len(engine.calls) == 8
    assert first[2] == Refusal("stopped", "fake is left alone: too many requests (429)")
    stopped = polite.breaker.stopped
    assert stopped is not None
    assert stopped.until == NOON + timedelta(seconds=clock.seconds + 900)
    polite.translate(["d"])
    assert len(engine.calls) == 8


def test_a_good_answer_starts_the_count_anew() -> None:
    """Refusals now and then are no reason to stop."""
    busy_twice = Scripted(lambda number, texts: [BUSY] if number % 3 else upper(number, texts))
    polite = RateLimited(busy_twice, RetryPolicy(refusals=4), Clock().outside())
    for text in "abcdefgh":
        assert polite.translate([text]) == (text.upper(),)
        polite.breaker.satisfied()
    assert polite.breaker.stopped is None


def test_a_wrong_key_stops_the_run_at_once() -> None:
    """No other text would fare better."""
    polite = RateLimited(
        engine := Scripted(refusing(Refusal("key", "wrong key", final=True))),
        RetryPolicy(),
        Clock().outside(),
    )
    polite.translate(["a", "b"])
    assert len(engine.calls) == 1
    assert polite.breaker.stopped == Stopped("wrong key", NOON + timedelta(seconds=900))


def test_the_end_of_a_run_wakes_those_who_wait() -> None:
    """A thread in a backoff of a minute ends with the run, and sends nothing more."""
    outside = Outside()
    engine = Scripted(refusing(BUSY))
    polite = RateLimited(engine, RetryPolicy(requests_per_second=100, first_wait=60), outside)
    with ThreadPoolExecutor(1) as executor:
        future = executor.submit(polite.translate, ["a"])
        while not engine.calls:
            pass
        outside.stop.set()
        assert future.result(timeout=PATIENCE) == (Refusal("interrupted", "the run was ended"),)
    assert len(engine.calls) == 1


def test_two_runs_at_once_get_a_clear_message(tmp_path: Path) -> None:
    """The second is told so and what it may do; after the first it gets in."""
    path = tmp_path / "office" / "translate.lock"
    path.parent.mkdir()
    with site_lock(path), pytest.raises(BusyError) as caught, site_lock(path):
        pass
    assert str(caught.value) == (
        "another `sejajar translate` is at work in this site (it holds office/translate.lock); "
        "wait until it has ended, or end it with Ctrl-C: nothing is lost"
    )
    with site_lock(path):
        pass


def test_the_lock_of_a_killed_process_stands_in_nobody_s_way(tmp_path: Path) -> None:
    """The file is left over, its holder is gone."""
    path = tmp_path / "translate.lock"
    program = (
        "import sys, time; from pathlib import Path; from sejajar.storage import site_lock\n"
        "with site_lock(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", program, str(path)]
    source = Path(__file__).parent.parent / "generator"
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": str(source)}
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(BusyError), site_lock(path):
            pass
        other.kill()
    with site_lock(path):
        assert path.exists()
