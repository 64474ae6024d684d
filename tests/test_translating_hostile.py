"""Servers that mean harm, and what stands between them and an editor's texts."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from filling import QUICK
from sejajar.formats.glossary import Glossary
from sejajar.model import Kind
from sejajar.translating import Limits, Outside, RateLimited, Refusal, RetryPolicy, engine
from sejajar.translating.guards import judged
from sejajar.translating.http import LONGEST_REST, is_near, retry_after
from sejajar.translating.protection import protect, restore
from servers import serving
from waiting import PATIENCE

TEXT = "Pemerintah daerah membuka pasar baru di Karawang."
ENGLISH = "The local government opened a new market in Karawang."
NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    "hidden",
    ["\u202e", "\u202a", "\u2066", "\u2069", "\x07", "\x1b", "\x9b", "\ud800", "\ufffe", "\ufff9"],
    ids=ascii,
)
def test_what_steers_a_screen_is_no_translation(hidden: str) -> None:
    """Direction overrides, control characters, halves of characters: refused before they reach a catalog."""
    answer = ENGLISH.replace("new", f"ne{hidden}w")
    assert judged(TEXT, answer) == Refusal("markup", "control characters in the answer")
    assert judged(TEXT, ENGLISH.replace("new", "ne\u200ew")) == ENGLISH


def test_half_a_character_from_a_server_is_refused_in_words() -> None:
    """JSON can spell a lone surrogate, which no file can hold."""
    with serving("libretranslate", translate=lambda _: f"{ENGLISH}\ud800") as served:
        (answer,) = engine("libretranslate", {}, url=served.url).translate([TEXT])
    assert isinstance(answer, str)
    assert judged(TEXT, answer) == Refusal("markup", "control characters in the answer")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("30", 30.0),
        ("1000000000000", LONGEST_REST),
        ("9" * 5000, LONGEST_REST),
        ("²", None),
        ("٣", None),
        ("-5", None),
        ("Mon, 23 Nov 2026 00:01:00 GMT", 60.0),
        ("Mon, 23 Nov 2026 00:01:00", None),
        ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST_REST),
        ("Fri, 31 Dec 99999 23:59:59 GMT", None),
        ("Mon, 01 Jan 0001 00:00:00 +2359", 0.0),
    ],
)
def test_the_rest_that_a_server_asks_for_is_a_number_of_seconds_or_nothing(
    value: str, seconds: float | None
) -> None:
    """Whatever it sends, nothing breaks, and no engine is left alone for longer than a week."""
    assert retry_after({"Retry-After": value}, lambda: NOW) == seconds


def test_an_engine_that_asks_for_an_age_is_left_alone_in_words() -> None:
    """The run ends with a day on which to try again."""
    with serving("libretranslate", fault=lambda _: "429", retry_after="1000000000000") as served:
        polite = RateLimited(
            engine("libretranslate", {}, url=served.url), RetryPolicy(100.0), Outside(now=lambda: NOW)
        )
        (answer,) = polite.translate([TEXT])
    assert isinstance(answer, Refusal)
    assert answer.code == "too-many-requests"
    assert polite.breaker.stopped
    assert str(polite.breaker.stopped.until) == "2026-11-30 00:00:00+00:00"


def test_a_slow_server_is_not_asked_for_minutes() -> None:
    """What was spent in waiting for answers counts, whatever number of attempts is left."""
    clock = [0.0]
    slow = Scripted(clock)
    outside = Outside(monotonic=lambda: clock[0], sleep=lambda _: None)
    (answer,) = RateLimited(slow, RetryPolicy(attempts=9, patience=60.0), outside).translate([TEXT])
    assert answer == LATE
    assert slow.asked == 2


LATE = Refusal("timeout", "no whole answer within 30 seconds", passing=True)


@dataclass
class Scripted:
    """An engine that lets the clock run on for half a minute and answers nothing."""

    clock: list[float]
    asked: int = 0
    name: str = "slow"
    host: str = "slow.example"
    private: bool = False
    limits: Limits = field(default_factory=lambda: Limits(5_000))

    def translate(self, texts: Sequence[str]) -> list[Refusal]:
        self.clock[0] += 30
        self.asked += 1
        return [LATE for _ in texts]


def test_a_call_past_its_deadline_leaves_no_thread_reading() -> None:
    """The connection is cut, so that an answer without end is not read on in the background."""
    with serving("libretranslate", fault=lambda _: "continue") as served:
        (answer,) = engine("libretranslate", {}, url=served.url, timeouts=QUICK).translate([TEXT])
        assert isinstance(answer, Refusal)
        for thread in threading.enumerate():
            if thread.name == "sejajar-request":
                thread.join(PATIENCE)
                assert not thread.is_alive()


@pytest.mark.parametrize(
    ("url", "near"),
    [
        ("http://127.0.0.1:5000/", True),
        ("http://127.1.2.3/", True),
        ("http://localhost:5000/", True),
        ("http://LOCALHOST./", True),
        ("http://[::1]:5000/", True),
        ("http://[fe80::1%25eth0]/", True),
        ("http://[fd00::5]/", True),
        ("http://10.0.0.7/", True),
        ("http://172.16.0.1/", True),
        ("http://192.168.1.20:5000/", True),
        ("http://169.254.1.1/", True),
        ("http://libretranslate:5000/", True),
        ("http://mesin.local/", True),
        ("http://terjemah.lan/", True),
        ("https://example.org/", False),
        ("https://8.8.8.8/", False),
        ("https://172.32.0.1/", False),
        ("https://localhost.example.org/", False),
    ],
)
def test_what_is_near_is_told_from_what_is_far(url: str, near: bool) -> None:
    """Loopback, private and link-local addresses, and names that only a network of one's own knows."""
    assert is_near(url) == near


def test_what_is_near_is_reached_without_a_proxy_and_without_stored_passwords(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A confidential text and its key go to the engine on this machine, and nowhere else."""
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine 127.0.0.1 login ana password rahasia\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with serving("libretranslate") as proxy, serving("libretranslate") as served:
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        keys = {"SEJAJAR_LIBRETRANSLATE_KEY": "k"}
        (answer,) = engine("libretranslate", keys, url=served.url).translate([TEXT])
    assert isinstance(answer, str)
    assert proxy.received == []
    assert "authorization" not in {name.lower() for name in served.received[0].headers}


def test_a_proxy_is_honoured_on_the_way_to_what_is_far(monkeypatch: pytest.MonkeyPatch) -> None:
    """A newsroom's proxy may be its only way out."""
    with serving("libretranslate") as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        (answer,) = engine("libretranslate", {}, url="http://terjemah.example.org/").translate([TEXT])
        assert isinstance(answer, str)
        assert json.loads(json.dumps(proxy.received[0].path)).endswith("/translate")


@pytest.mark.parametrize(
    "answer", ["[[X0X]] tonnes", "[X0X]] tonnes", "［[X0X]］ tonnes", "【[X0X]】 tonnes"]
)
def test_brackets_around_a_placeholder_are_no_text(answer: str) -> None:
    """An engine that doubles them has lost the placeholder; a text with brackets of its own keeps them."""
    (piece,) = protect("1.200 ton beras", Glossary(()))
    assert restore(answer, piece) is None
    (bracketed,) = protect("[catatan: 1.200 ton beras]", Glossary(()))
    assert restore("[note: [X0X] tonnes of rice]", bracketed) == r"\[note: 1,200 tonnes of rice\]"
    assert judged(piece.text, "[X0X] tonnes of rice", Kind.PARAGRAPH) == "[X0X] tonnes of rice"
