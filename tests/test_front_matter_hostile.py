"""Front matter that nobody wrote by hand: bounded, filtered, and refused with a line and what to do."""

from __future__ import annotations

import time

import pytest

from sejajar.formats.article import dumps, loads

PATH = "content/2025/2025-07-20-beras/article.id.md"
_BOMB = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"a{level}: &a{level} [{','.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 9)
)
_TEN = "[" * 10
_PROBLEMS = [
    (
        "aliases of aliases as a key",
        f"{_BOMB}? *a8\n: 1",
        "4: error yaml-alias: the front matter repeats a value by its name, with *; "
        "write the value out, or put quotes around a text that begins with *",
    ),
    (
        "one alias",
        "place: &p Jakarta\ntags: [*p]",
        "4: error yaml-alias: the front matter repeats a value by its name, with *; "
        "write the value out, or put quotes around a text that begins with *",
    ),
    (
        "a merge key",
        "source: &s {outlet: A}\nreferences: [{<<: *s}]",
        "4: error yaml-alias: the front matter repeats a value by its name, with *; "
        "write the value out, or put quotes around a text that begins with *",
    ),
    (
        "a list as a key",
        "? [a, b]\n: 1",
        "3: error unknown-key: a list cannot be a key; the keys are date, status, publish_at, updated, "
        "place, authors, translators, editors, source, references, tags, aliases, corrections, confidential",
    ),
    (
        "lists too deep",
        f"tags: {_TEN}x{']' * 10}",
        "3: error too-long: the front matter has more than 6 lists and groups within each other; "
        "take out what none of the format's keys needs",
    ),
    (
        "groups too deep, by indentation",
        "source:\n" + "\n".join(f"{'  ' * depth}a:" for depth in range(1, 9)),
        "9: error too-long: the front matter has more than 6 lists and groups within each other; "
        "take out what none of the format's keys needs",
    ),
    (
        "too many values",
        f"tags: [{','.join(['x'] * 6000)}]",
        "3: error too-long: the front matter has more than 5,000 keys and values; "
        "take out what none of the format's keys needs",
    ),
    (
        "too much text",
        f"place: {'x' * 100_000}",
        "1: error too-long: the front matter has 100,025 characters, and 100,000 are the most; "
        "move what is text into the article",
    ),
    (
        "an escape of no character",
        'place: "\\U7fffffff"',
        "1: error yaml: the front matter is not YAML; write a key, a colon and a value on each line",
    ),
    (
        "an escape that is half a character",
        'place: "\\ud800"',
        "3: error control-character: there is an invisible control character, U+D800, written as an escape; "
        "delete it",
    ),
    (
        "an escape for terminals",
        'authors: ["Ana\\x1b[2J"]',
        "3: error control-character: there is an invisible control character, U+001B, written as an escape; "
        "delete it",
    ),
    (
        "an escape that turns the direction, in a key",
        '"pl\\u202eace": Jakarta',
        "3: error control-character: there is an invisible control character, U+202E, written as an escape; "
        "delete it",
    ),
    (
        "a null",
        'place: "a\\0b"',
        "3: error control-character: there is an invisible control character, U+0000, written as an escape; "
        "delete it",
    ),
    (
        "a line of a log",
        'updated: "x\\n::stop-commands::t"',
        "3: error date: updated is a text (x ::stop-commands::t), not a date; "
        "write year, month and day: 2025-07-20",
    ),
    (
        "a name without end",
        f"authors: [{'A' * 501}]",
        "3: error too-long: authors has 501 characters, and 500 are the most; shorten it",
    ),
    (
        "an address without end",
        f"references: [{{outlet: A, url: 'https://a.id/{'a' * 2000}'}}]",
        "3: error too-long: references.url has 2,013 characters, and 2,000 are the most; "
        "write the address without what stands after its ?",
    ),
    (
        "a moment that no clock has",
        f"publish_at: 2025-07-20T08:00:00{' ' * 1000}Z",
        "3: error publish-at: publish_at is a date (2025-07-20T08:00:00), not a moment; "
        "write day, time and zone: 2025-07-20T08:00:00+07:00",
    ),
    (
        "a moment before all others",
        "publish_at: 0001-01-01T00:00:00+14:00",
        "3: error date: publish_at is in the year 1; correct the date",
    ),
    ("the last year", "updated: 9999-12-31", "3: error date: updated is in the year 9999; correct the date"),
    (
        "an alias of 300 letters",
        f"aliases: [2025/07/{'a' * 300}]",
        f"3: error alias: 2025/07/{'a' * 51}… cannot be an address on this site: "
        "a part of it is longer than 150 bytes; write the path of an old page, such as 2025/07/slug-lama",
    ),
    (
        "an alias of many parts",
        f"aliases: [{'/'.join(['lama'] * 200)}]",
        "3: error alias: an alias has 999 characters, and 500 are the most; "
        "write the path of an old page, such as 2025/07/slug-lama",
    ),
    (
        "an alias that Windows keeps for itself",
        "aliases: [2025/07/con]",
        "3: error alias: 2025/07/con cannot be an address on this site: a part of it is reserved on Windows; "
        "write the path of an old page, such as 2025/07/slug-lama",
    ),
    (
        "a key without end",
        f"{'k' * 1000}: 1",
        f"3: error unknown-key: the front matter has no key {'k' * 59}…; the keys are date, status, "
        "publish_at, updated, place, authors, translators, editors, source, references, tags, aliases, "
        "corrections, confidential",
    ),
    (
        "a tag of YAML's without end",
        f"place: !{'t' * 1000} x",
        f"3: error wrong-type: place is of the unknown type !{'t' * 58}…, not a text; put it in quotes: 'x'",
    ),
]


@pytest.mark.parametrize(
    ("front", "expected"), [case[1:] for case in _PROBLEMS], ids=[c[0] for c in _PROBLEMS]
)
def test_hostile_front_matter_is_a_problem_with_its_line(front: str, expected: str) -> None:
    """Whatever YAML can say that the format cannot: a problem, with the line and what to do, in one line."""
    loaded = loads(f"---\ndate: 2025-07-20\n{front}\n---\n\n# Judul\n\nTeks.\n", PATH)
    assert f"{PATH}:{expected}" in [str(problem) for problem in loaded.problems]
    assert all("\n" not in str(problem) for problem in loaded.problems)
    if loaded.article:
        dumps(loaded.article).encode()


def test_what_an_escape_brings_in_does_not_reach_the_article() -> None:
    """The rest of the value is read, so that what `serve` shows is harmless and can be written again."""
    front = 'date: 2025-07-20\nplace: "Ja\\u202ekarta"\nauthors: ["A\\x1bna", "\\ud83d\\ude00 Budi"]'
    article = loads(f"---\n{front}\n---\n\n# Judul\n\nTeks.\n", PATH).article
    assert article
    assert article.metadata.place == "Jakarta"
    assert article.metadata.authors == ("Ana", "Budi")
    assert loads(dumps(article), PATH) == (article, ())


def test_letters_are_composed_however_they_are_written() -> None:
    """`é` and `e` with an accent after it, also as an escape, are one text in front matter and body."""
    text = "---\ndate: 2025-07-20\nplace: {0}\ntags: [{1}]\n---\n\n# {0}\n\n{0} dan [{0}](https://a.id/b).\n"
    composed = loads(text.format("Café", '"Caf\\u00e9"'), PATH)
    decomposed = loads(text.format("Cafe\u0301", '"Cafe\\u0301"'), PATH)
    assert composed == decomposed
    assert composed.article
    assert composed.article.metadata.tags == ("Café",)


def test_the_bomb_costs_nothing() -> None:
    """477 characters took 39 seconds and 3 GB; they are refused at their first alias."""
    started = time.process_time()
    for _ in range(20):
        loads(f"---\ndate: 2025-07-20\n{_BOMB}? *a8\n: 1\n---\n\n# Judul\n", PATH)
    bomb = time.process_time() - started
    started = time.process_time()
    for _ in range(20):
        loads(f"---\ndate: 2025-07-20\n{_BOMB.replace('*', '')}---\n\n# Judul\n", PATH)
    assert bomb < 20 * (time.process_time() - started)
