"""Engines that other processes ask: the pace, the waits and the end stay with who hands out."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import replace
from typing import Any

import pytest

from clusters import Elsewhere
from filling import EAGER, Shelf, made, run
from sejajar.translating import Outside, RateLimited, Refusal, RetryPolicy, engine, remote
from sejajar.translating.remote import Call, answered
from sejajar.translating.translator import Context, Usage
from servers import serving
from test_translating_manners import Clock

OURS, THEIRS = "our-key", "their-key"
KEYS = dict.fromkeys(("SEJAJAR_DEEPL_KEY", "SEJAJAR_OPENAI_KEY", "SEJAJAR_LIBRETRANSLATE_KEY"), OURS)
ENGINES = ("google", "mymemory", "libretranslate", "deepl", "openai")


@pytest.fixture(autouse=True)
def _worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of the machine that a worker is on."""
    for name in KEYS:
        monkeypatch.setenv(name, THEIRS)


def asked(name: str, url: str, workers: Executor, **options: Any) -> RateLimited:
    made_here = engine(name, KEYS, url=url, model="uji")
    policy, outside = options.get("policy", EAGER), options.get("outside", Outside())
    return RateLimited(remote(made_here, "uji", workers), policy, outside)


@pytest.mark.parametrize("name", ENGINES)
def test_every_engine_gives_the_same_catalogs_from_elsewhere(name: str) -> None:
    """Context and all, and the same account of what it used; no key of ours goes along or into a repr."""
    article = made("gabah", "Harga gabah naik 5 persen. Petani *senang*.", "Menteri hadir di Karawang.")
    here, there, workers = Shelf(), Shelf(), Elsewhere()
    with serving(name) as served:
        local = RateLimited(engine(name, KEYS, url=served.url, model="uji"), EAGER, Outside())
        alone = run([article], here, local)
        asked_alone = [replace(one, headers={}) for one in served.received]
        served.received.clear()
        together = run([article], there, asked(name, served.url, workers))
        asked_there = [(one.url, str(one.headers), str(one.body)) for one in served.received]
    assert there.texts == here.texts
    assert together == alone
    assert (together.usage == Usage()) is (name != "openai")
    assert len(asked_there) == len(asked_alone)
    assert not any(OURS in part for request in asked_there for part in request)
    assert all(OURS.encode() not in sent and THEIRS.encode() not in sent for sent in workers.sent)
    if name in ("libretranslate", "deepl", "openai"):
        assert all(THEIRS in "".join(request) for request in asked_there)


def test_a_call_in_a_log_shows_neither_text_nor_context() -> None:
    """Dask prints the repr of a task that fails."""
    call = Call("openai", "https://example.org/v1", "uji", Context("Rahasia"), ("Teks rahasia.",))
    assert repr(call) == "Call(name='openai', url='https://example.org/v1', model='uji')"


def test_the_pace_is_kept_by_who_hands_out() -> None:
    """At two requests a second five calls take two seconds, whoever makes them."""
    clock = Clock()
    with serving("google") as served:
        pace = {"policy": RetryPolicy(requests_per_second=2), "outside": clock.outside()}
        polite = asked("google", served.url, Elsewhere(), **pace)
        polite.translate(["satu", "dua", "tiga", "empat", "lima"])
    assert clock.seconds == pytest.approx(2.0)
    assert polite.requests == len(served.received) == 5


def test_a_busy_answer_to_a_worker_makes_who_hands_out_wait() -> None:
    """As long as the server asked for; the worker that got it does not ask again by itself."""
    clock = Clock()
    with serving("libretranslate", fault=lambda number: "" if number else "429", retry_after="30") as served:
        polite = asked(
            "libretranslate", served.url, Elsewhere(), policy=RetryPolicy(), outside=clock.outside()
        )
        (answer,) = polite.translate(["Harga naik."])
    assert isinstance(answer, str)
    assert clock.slept.count(30) == 1
    assert len(served.received) == 2


def test_a_quota_used_up_ends_the_run_for_all_workers() -> None:
    """One of them hears of it, and none asks again."""
    article = made("gabah", *(f"Harga gabah naik {number} persen." for number in range(2, 30)))
    clock = Clock()
    with serving("mymemory", fault=lambda number: "quota" if number >= 3 else "") as served:
        polite = asked("mymemory", served.url, Elsewhere(), outside=clock.outside())
        summary = run([article], Shelf(), polite, in_flight=1)
    assert len(served.received) == 4
    assert summary.filled == 3
    assert summary.stopped is not None
    assert summary.stopped.reason == "today's free translations are used up"


def test_a_worker_without_a_key_ends_the_run_and_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It says what is missing; nothing is sent, and nobody asks eight times for a key that is not there."""
    monkeypatch.delenv("SEJAJAR_DEEPL_KEY")
    monkeypatch.delenv("DEEPL_AUTH_KEY", raising=False)
    missing = (
        "a worker cannot ask it: the engine deepl needs a key in the environment variable SEJAJAR_DEEPL_KEY"
    )
    clock = Clock()
    with serving("deepl") as served:
        polite = asked("deepl", served.url, Elsewhere(), outside=clock.outside())
        assert polite.translate(["Harga naik."]) == (Refusal("worker", missing, final=True),)
        assert polite.breaker.stopped is not None
        assert polite.breaker.stopped.reason == missing
    assert served.received == []


def test_a_worker_is_asked_for_one_request_at_a_time() -> None:
    """Texts that do not fit into one request are several tasks, so that the pace between them is kept."""
    with serving("google") as served:
        answers, usage = answered(Call("google", served.url, texts=("Harga naik.",)))
        workers = Elsewhere()
        asked("google", served.url, workers).translate(["satu", "dua", "tiga"])
    assert len(answers) == 1
    assert usage == Usage()
    assert len(workers.sent) == 3
