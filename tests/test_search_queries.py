"""What is typed finds what is written, and nothing that merely begins alike: a table, in a browser."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import snowballstemmer  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from search_queries import QUERIES, make_query_site, path_of
from searching import Site, reading, served
from sejajar.model import Edition

CONTENT = Path(__file__).parents[1] / "content"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with served(make_query_site(tmp_path_factory.mktemp("queries"))) as site:
        yield site


@pytest.mark.parametrize("edition", ["id", "en"])
def test_queries_find_their_texts_and_no_others(browser: Browser, site: Site, edition: Edition) -> None:
    """Apostrophes, accents, hyphens, sums and stems agree however written; a common beginning is nothing."""
    wrong = []
    with reading(browser, site, f"{edition}/") as reader:
        reader.page.keyboard.press("/")
        for place, query in enumerate(QUERIES):
            if query.edition != edition:
                continue
            for typed in {query.typed, unicodedata.normalize("NFD", query.typed)}:
                reader.type(typed)
                found = any(path_of(place) in link for link in reader.links(edition))
                if found != query.found:
                    wrong.append((typed, query))
    assert wrong == []


def test_an_excerpt_shows_the_text_as_it_was_written(browser: Browser, site: Site) -> None:
    """What the index holds besides, to find a figure inside a sum, is not shown; the whole word is marked."""
    with reading(browser, site, "id/") as reader:
        reader.page.keyboard.press("/")
        for typed, marked, text in (
            ("1,5", "Rp1,5", "Nilainya Rp1,5 triliun setahun."),
            ("Qur'an", "Al-Qur’an", "Lomba membaca Al-Qur’an dibuka."),
        ):
            reader.type(typed)
            result = reader.page.locator("[data-sj-of=id] li", has_text=text)
            assert result.locator(".sj-search__excerpt").inner_text() == text
            assert result.locator("mark").all_inner_texts() == [marked]


def test_english_stems_are_those_of_the_index(browser: Browser, site: Site) -> None:
    """The script's stemmer agrees with Snowball's on every English word of our briefings, and on odd ones."""
    texts = " ".join(path.read_text(encoding="utf-8") for path in sorted(CONTENT.rglob("article.en.po")))
    words = sorted({*re.findall(r"[a-z][a-z']*[a-z]", texts.lower()), *ODD.split()})
    stem = snowballstemmer.stemmer("english").stemWord
    with reading(browser, site, "en/") as reader:
        found = reader.page.evaluate(
            "async ([address, words]) => { const { stem } = await import(address); return words.map(stem) }",
            [f"{site.url}assets/sejajar-stem.js", words],
        )
    assert len(words) > 500
    assert {word: stem(word) for word in words} == dict(zip(words, found, strict=True))


ODD = """
    skies dying lying tying news inning evening succeed proceed early only ugly gently added egged offed
    hopping hoping falling fully sky say yes by past pasta university universe generation generously
    communism arsenal emergency organisation internal interest relational conditional rationally
    vietnamization generalisation formality hopefulness adjustable defensible irritant replacement
    dependent adoption controlled archaeology geologist children's ministers' doesn't abilities cries
    tie ties agreed feedly proceeding luxuriated hissing
"""
