"""Settings: every mistake in mkdocs.yml is found at once, and what is right still stands."""

import pytest

from sejajar.site.settings import Mistake, Settings, TranslateSettings, read


def test_nothing_said_gives_the_defaults() -> None:
    """An empty `sejajar:` is a complete configuration."""
    assert read({}) == (Settings(), ())


def test_everything_said_is_taken() -> None:
    """Each setting of the documentation arrives where the code reads it."""
    options = {
        "content": "naskah/",
        "dress": "site",
        "on_incomplete": "error",
        "publish_english": "reviewed",
        "suggest": "mailto:desk@example.org",
        "cite": False,
        "data": False,
        "license": "CC BY 4.0",
        "translate": {
            "engine": "libretranslate",
            "url": "http://127.0.0.1:5000/",
            "urls": {"openai": "http://127.0.0.1:11434/v1"},
            "model": "qwen3",
            "fallback": ["openai"],
            "second": "google",
            "requests_per_second": 2,
            "private": ["libretranslate"],
        },
        "checks": {"hedge": False},
        "words": False,
        "policy": {"img-src": ["https://img.example.org"]},
    }
    translate = TranslateSettings(
        "libretranslate",
        "http://127.0.0.1:5000/",
        {"openai": "http://127.0.0.1:11434/v1"},
        "qwen3",
        ("openai",),
        "google",
        2.0,
        ("libretranslate",),
    )
    said = Settings(
        content="naskah",
        dress="site",
        on_incomplete="error",
        publish_english="reviewed",
        translate=translate,
        checks={"hedge": False},
        policy={"img-src": ("https://img.example.org",)},
        suggest="mailto:desk@example.org",
        cite=False,
        data=False,
        license="CC BY 4.0",
        words=False,
    )
    assert read(options) == (said, ())


def test_all_mistakes_are_reported_together() -> None:
    """Seven wrong settings give seven messages, each with the name as it stands in the file."""
    options = {
        "contents": "x",
        "content": "../elsewhere",
        "on_incomplete": "maybe",
        "publish_english": True,
        "translate": {"engine": "bing", "url": "localhost", "requests_per_second": 0, "rate": 1},
    }
    settings, mistakes = read(options)
    assert settings == Settings()
    assert mistakes == (
        Mistake("content", "must be a folder below that of mkdocs.yml, not '../elsewhere'"),
        Mistake("on_incomplete", "must be one of ignore, warn, error, not 'maybe'"),
        Mistake("publish_english", "must be one of any, reviewed, not True"),
        Mistake(
            "translate.engine", "must be one of google, mymemory, libretranslate, deepl, openai, not 'bing'"
        ),
        Mistake("translate.url", "must be an address such as http://127.0.0.1:5000/, not 'localhost'"),
        Mistake("translate.requests_per_second", "must be a number above 0, not 0"),
        Mistake("contents", "is not a setting; did you mean `content`?"),
        Mistake(
            "translate.rate",
            "is not a setting; known are engine, url, urls, model, fallback, second, requests_per_second, "
            "private",
        ),
    )


def test_rules_are_switched_by_their_codes() -> None:
    """What is no rule, and what is neither on nor off, is said; the rest stands."""
    settings, mistakes = read({"checks": {"hedge": False, "qoutes": True, "names": "no"}})
    assert settings == Settings(checks={"hedge": False})
    assert mistakes == (
        Mistake("checks.names", "must be true or false, not 'no'"),
        Mistake("checks.qoutes", "is not a setting; did you mean `quotes`?"),
    )


@pytest.mark.parametrize(
    "value", [[], "google", 3, {"engine": ["google"]}, {"private": "google"}, {"url": 5}]
)
def test_a_value_of_a_wrong_type_is_a_mistake_not_a_traceback(value: object) -> None:
    """Whatever YAML may give for `translate` is answered with a Mistake."""
    settings, mistakes = read({"translate": value})
    assert settings == Settings()
    assert len(mistakes) == 1


@pytest.mark.parametrize(
    "said",
    [
        "strict",
        {"img-src": "https://img.example.org"},
        {"images": ["https://img.example.org"]},
        {"script-src": ["'self'; default-src *"]},
        {"script-src": ["https://a.example https://b.example"]},
    ],
)
def test_a_policy_is_directives_with_their_sources(said: object) -> None:
    """Each source by itself, so that none can end its directive."""
    read_as, mistakes = read({"policy": said})
    assert read_as.policy is True
    assert [(one.name, one.message) for one in mistakes] == [
        (
            "policy",
            "must be true, false, or lists of sources such as `{img-src: [https://img.example.org]}`, "
            f"not {said!r}",
        )
    ]


@pytest.mark.parametrize("said", ["desk@example.org", "javascript:alert(1)", "https://", 7])
def test_suggestions_go_to_an_address(said: object) -> None:
    """Of the web or of a mailbox."""
    _, mistakes = read({"suggest": said})
    example = "https://example.org/edit/{path}#L{line}"
    assert [one.message for one in mistakes] == [f"must be an address such as {example}, not {said!r}"]
