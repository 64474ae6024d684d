"""The engines against servers that speak their wire formats, with every fault that was seen or read of."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

import pytest

from filling import PATIENT, QUICK
from sejajar.translating import EngineError, Refusal, Translator, engine
from sejajar.translating.engines.deep import warning
from sejajar.translating.http import retry_after
from servers import ENDLESS_FAULTS, TRANSPORT_FAULTS, pseudo, serving

KEY = "sangat-rahasia-4711:fx"
KEYS = {"SEJAJAR_LIBRETRANSLATE_KEY": KEY, "SEJAJAR_DEEPL_KEY": KEY}
ENGINES = ("google", "mymemory", "libretranslate", "deepl")
TEXTS = ("Pemerintah mengekspor beras & jagung <5 persen> ke Rusia.", "Harga naik [X0X] ton.")


def made(name: str, url: str, fault: str = "") -> Translator:
    """The engine, with a short deadline only for what nothing else would end."""
    return engine(name, KEYS, url=url, timeouts=QUICK if fault in ENDLESS_FAULTS else PATIENT)


@pytest.mark.parametrize("name", ENGINES)
def test_each_engine_speaks_its_wire_format(name: str) -> None:
    """Both texts come back in English, in order, special characters and placeholders whole."""
    with serving(name) as served:
        answers = made(name, served.url).translate(TEXTS)
    expected = [pseudo(text) for text in TEXTS]
    if name == "deepl":  # entities are unescaped later, with those of the other engines
        expected[0] = expected[0].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert list(answers) == expected
    assert len(served.received) == (1 if name in ("libretranslate", "deepl") else 2)


FAULT_CODES = {
    "silent": "timeout",
    "drip": "timeout",
    "drip-headers": "timeout",
    "reset": "connection",
    "429": "too-many-requests",
    "500": "server",
    "503": "server",
    "redirect": "redirect",
    "captcha": "unreadable",
    "garbage": "unreadable",
    "null": "unreadable",
    "403": "key",
    "short": "connection",
    "odd": "unreadable",
    "continue": "timeout",
    "deep": "unreadable",
    "endless": "unreadable",
    "bomb": "unreadable",
}
GOOGLE_CODES = {"403": "refused"} | dict.fromkeys(("captcha", "garbage", "null", "deep"), "captcha")
MYMEMORY_CODES = {"403": "refused"}


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("fault", TRANSPORT_FAULTS)
def test_each_fault_on_the_way_is_a_refusal_in_time(name: str, fault: str) -> None:
    """Nothing is raised, the deadline ends what the server never would, and the reason is told apart."""
    codes = FAULT_CODES | {"google": GOOGLE_CODES, "mymemory": MYMEMORY_CODES}.get(name, {})
    with serving(name, fault=lambda _: fault) as served:
        (answer,) = made(name, served.url, fault).translate(TEXTS[:1])
    assert isinstance(answer, Refusal)
    assert answer.code == codes[fault]


def test_one_failing_text_leaves_the_others_their_answers() -> None:
    """deep-translator's own batch loses all; ours gives an answer or refusal for each."""
    with serving("google", fault=lambda number: "500" if number == 1 else "") as served:
        first, second, third = made("google", served.url).translate(("Satu ekor.", "Dua ekor.", "Tiga ekor."))
    assert (first, third) == (pseudo("Satu ekor."), pseudo("Tiga ekor."))
    assert isinstance(second, Refusal)


@pytest.mark.parametrize("fault", ["fewer", "null-text"])
def test_a_batch_with_missing_answers_is_refused_whole_or_in_part(fault: str) -> None:
    """Answers are never shifted from one text to another."""
    with serving("libretranslate", fault=lambda _: fault) as served:
        answers = made("libretranslate", served.url).translate(TEXTS)
    assert [answer.code for answer in answers if isinstance(answer, Refusal)] == (
        ["unreadable"] * 2 if fault == "fewer" else ["empty"] * 2
    )


def test_mymemory_says_when_its_allowance_is_back() -> None:
    """Its warning comes as a translation with status 200; the hours in it are the time to wait."""
    with serving("mymemory", fault=lambda _: "quota") as served:
        (answer,) = made("mymemory", served.url).translate(TEXTS[:1])
    wait = 6 * 3600 + 12 * 60 + 5
    message = "today's free translations are used up"
    assert answer == Refusal("quota", message, retry_after=wait, final=True)
    assert warning("MyMemory is a translation memory.") is None


def test_deepl_says_that_its_quota_is_used_up() -> None:
    """Status 456 is DeepL's own; nothing more is to be asked in this run."""
    with serving("deepl", fault=lambda _: "456") as served:
        (answer,) = made("deepl", served.url).translate(TEXTS[:1])
    assert isinstance(answer, Refusal)
    assert (answer.code, answer.final) == ("quota", True)


@pytest.mark.parametrize("name", ["libretranslate", "deepl"])
@pytest.mark.parametrize("fault", ["", *TRANSPORT_FAULTS])
def test_keys_show_nowhere_but_where_the_server_wants_them(
    name: str, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Not in an address, a log line at any level, a refusal or a repr: in the body or one header alone."""
    with caplog.at_level(logging.DEBUG), serving(name, fault=lambda _: fault) as served:
        translator = made(name, served.url, fault)
        answers = translator.translate(TEXTS)
    assert KEY not in caplog.text
    assert KEY not in repr(translator) + repr(answers)
    (request,) = served.received
    assert KEY not in request.url
    if name == "libretranslate":
        assert request.body["api_key"] == KEY
        assert KEY not in str(request.headers)
    else:
        assert request.headers["Authorization"] == f"DeepL-Auth-Key {KEY}"
        assert KEY not in str(request.body)


def test_libretranslate_without_a_key_sends_none() -> None:
    """A server of one's own needs none."""
    with serving("libretranslate") as served:
        engine("libretranslate", {}, url=served.url).translate(TEXTS)
    assert "api_key" not in served.received[0].body


def test_requests_say_who_asks() -> None:
    """A server's owner can see what it is that calls."""
    with serving("google") as served:
        made("google", served.url).translate(TEXTS[:1])
    assert served.received[0].headers["User-Agent"].startswith("sejajar/")


@pytest.mark.parametrize(
    ("name", "keys", "url", "message"),
    [
        ("deepl", {}, "", "the engine deepl needs a key in the environment variable SEJAJAR_DEEPL_KEY"),
        (
            "bing",
            {},
            "",
            "there is no engine “bing”; there are google, mymemory, libretranslate, deepl, openai",
        ),
        (
            "libretranslate",
            KEYS,
            "http://example.org/",
            "a key would be sent to example.org unencrypted; use https://",
        ),
        (
            "libretranslate",
            {},
            "https://u:p@example.org/",
            "the engine's url holds a name or password; keys come from the environment only",
        ),
        (
            "google",
            {},
            "https://example.org/m?key=1",
            "the engine's url must not go on with “?” or “#”; keys come from the environment only",
        ),
        ("google", {}, "https://example.org:port/", "the engine's url is not an address"),
        (
            "google",
            {},
            "example.org",
            "the engine's url must begin with https:// or http:// and name a host",
        ),
    ],
)
def test_an_engine_that_cannot_be_used_says_how_to_mend_it(
    name: str, keys: dict[str, str], url: str, message: str
) -> None:
    """Before anything is sent."""
    with pytest.raises(EngineError) as caught:
        engine(name, keys, url=url)
    assert str(caught.value) == message


def test_a_missing_deepl_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra, and the message is the line to type."""
    monkeypatch.setattr("sejajar.translating.engines.find_spec", lambda _: None)
    with pytest.raises(EngineError) as caught:
        engine("deepl", KEYS)
    assert str(caught.value) == "the engine deepl needs DeepL's package: pip install 'sejajar[deepl]'"


def test_hosts_are_known_before_anything_is_sent() -> None:
    """The first use of an engine says where text goes; a free account of DeepL has a server of its own."""
    hosts = [engine(name, KEYS).host for name in ENGINES]
    assert hosts == [
        "translate.google.com",
        "api.mymemory.translated.net",
        "127.0.0.1:5000",
        "api-free.deepl.com",
    ]


def test_retry_after_is_seconds_or_a_date() -> None:
    """RFC 9110 allows both; anything else is no information."""
    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    assert retry_after({"Retry-After": "120"}) == 120
    assert retry_after({"Retry-After": "Mon, 23 Nov 2026 12:01:30 GMT"}, lambda: now) == 90
    assert retry_after({"Retry-After": "soon"}) is None
    assert retry_after({}) is None
