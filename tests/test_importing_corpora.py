"""What the import reaches on real articles and pages, against what readers found in them by eye.

The texts are not ours to ship: SEJAJAR_CORPORA names the folder that holds `corpora/`; what was found in them
is in `tests/bench/facts/`.
"""

from __future__ import annotations

import os
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bench.importing import Result, results, tallied
from bench.truth import FACTS, truths
from sejajar.importing.blocks import Block
from sejajar.importing.recognising.bylines import read_bylines
from sejajar.importing.recognising.dates import publication_in
from sejajar.importing.recognising.noise import sift
from sejajar.importing.sources.cleaning import clean
from sejajar.importing.sources.seams import at_stops

FOLDER = os.environ.get("SEJAJAR_CORPORA")
pytestmark = pytest.mark.skipif(FOLDER is None, reason="SEJAJAR_CORPORA names no folder with real articles")


@cache
def made() -> tuple[Result, ...]:
    return tuple(results(truths(FACTS), Path(FOLDER or "") / "corpora"))


@cache
def total() -> Counter[str]:
    return tallied(made())


def share(part: str, whole: str) -> float:
    assert total()[whole], f"nothing to measure {part} on"
    return total()[part] / total()[whole]


def test_no_word_of_a_real_article_or_page_is_lost() -> None:
    """Each word of the source is in the article or in what was set aside, in all of them."""
    assert len(made()) == 59
    assert {result.truth.name: dict(result.lost) for result in made() if result.lost} == {}


@pytest.mark.parametrize(
    ("part", "whole", "least"),
    [
        ("titles right", "titles", 0.97),
        ("dates exact", "dates stated", 0.95),
        ("outlets right", "outlets stated", 0.95),
        ("places right", "places stated", 0.95),
        ("authors right", "authors", 0.9),
        ("authors right", "authors named", 0.95),
        ("editors right", "editors", 0.95),
        ("numbered found", "numbered headings", 0.98),
        ("unnumbered found", "unnumbered headings", 0.8),
        ("seams split", "seams", 0.95),
        ("files quiet", "files", 0.98),
        ("files whole", "files", 0.99),
    ],
)
def test_what_readers_found_is_found(part: str, whole: str, least: float) -> None:
    """On real articles and pages the import finds what readers found, in as many of them as is promised."""
    assert share(part, whole) >= least


@pytest.mark.parametrize(
    "fault",
    [
        "refused",
        "dates wrong",
        "dates made up",
        "splits false",
        "headings false",
        "captions left",
        "speakers wrong",
    ],
)
def test_nothing_is_made_up(fault: str) -> None:
    """No real article is refused, and none is given a day, break, heading or speaker it lacks."""
    assert [
        (result.truth.name, found)
        for result in made()
        for found in result.measured.faults
        if found.startswith(fault)
    ] == []


def test_the_bodies_of_real_pages_are_whole_and_clean() -> None:
    """The words of every page's article agree with those that a reader took from it."""
    scores = {result.truth.name: result.measured.f1 for result in made() if result.measured.f1 is not None}
    assert len(scores) == 10
    assert {name: score for name, score in scores.items() if score < 0.9} == {}
    assert sum(scores.values()) / len(scores) >= 0.97


def test_no_rule_touches_a_sentence_of_real_prose() -> None:
    """Of thousands of translated sentences none is noise, a byline or a date's line, and none is parted."""
    touched = []
    count = 0
    for path in sorted((Path(FOLDER or "") / "corpora/parallel").glob("*.id")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            block = Block(number, clean(line))
            if not block.text:
                continue
            count += 1
            beside = (Block(0, "Awal dari sebuah naskah yang panjang."), block)
            if (
                sift((*beside, Block(0, "Akhir dari naskah yang panjang itu."))).aside
                or read_bylines(beside, 0).aside
                or publication_in(block)
                or len(at_stops(block.text)) > 1
            ):
                touched.append((path.name, number, block.text))
    assert count > 3000
    assert touched == []


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def test_facts_about_texts_hold_none_of_their_sentences() -> None:
    """What readers found stands in the project as lines, days, names and hashes."""
    long = {
        (path.name, text)
        for path in FACTS.glob("*.toml")
        for key, value in tomllib.loads(path.read_text("utf-8")).items()
        for text in strings(value)
        if len(text.split()) > 8 and key != "words"
    }
    assert long == set()
