"""What both languages mean: words and their places, lists of phrases, and what may be passed over quickly."""

from __future__ import annotations

import re
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sejajar.language.lexicon import ENGLISH, INDONESIAN, Lexicon
from sejajar.language.phrases import any_of, phrases, signs
from sejajar.language.reading import read
from sejajar.language.stemming import stem
from sejajar.language.words import Words

PIECES = st.sampled_from(
    [
        *"aiIVX.,'’-–%$_ \u00a0",
        *"1 25 1.000 U.S. Rp may May a an km dollars Xi no never nothing tidak tak".split(),
        *"dua puluh ribu setengah Maret maret kedua satu-satunya sepertiga belasan jam".split(),
        *"two hundred half March third dozens noon one another twice".split(),
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map(" ".join) | st.lists(PIECES, max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Panen raya, di Jawa.", ["panen", "raya", "di", "jawa"]),
        ("sebut-sebut", ["sebut", "sebut"]),
        ("The U.S. won’t; Iran's can't", ["the", "u.s.", "won't", "iran", "can't"]),
        ("G20 dan 1.000_x", ["g20", "dan", "1", "000", "x"]),
        ("", []),
    ],
)
def test_words_are_parted_as_the_rules_compare_them(text: str, words: list[str]) -> None:
    """In lower case, at hyphens, without a possessive; the stops of an abbreviation stay."""
    assert Words(text).lows == words


@given(st.text() | TEXTS)
def test_each_word_knows_where_it_stands(text: str) -> None:
    """The words one by one, a part of them, and their capitals are the words of the row."""
    words = Words(text)
    assert [text[word.start : word.end] for word in words] == words.texts
    assert [word.low for word in words] == words.lows
    assert list(words[1:3]) == list(words)[1:3]
    assert list(words.capitals()) == [word for word in words if word.text[0].isupper()]


@pytest.mark.parametrize("lexicon", [INDONESIAN, ENGLISH], ids=["id", "en"])
@given(text=TEXTS)
def test_a_text_that_is_passed_over_has_no_figure(lexicon: Lexicon, text: str) -> None:
    """What the rules take for a text without figures is read as one without figures."""
    words = Words(text)
    if lexicon.signs.isdisjoint(words.lows) and not re.search(r"\d", text) and not words.dotted:
        assert read(text, lexicon) == ()


@pytest.mark.parametrize("name", ["id/negation", "en/negation", "id/hedges", "en/hedges", "id/attribution"])
@given(data=st.data())
def test_a_text_with_a_phrase_has_one_of_its_signs(name: str, data: st.DataObject) -> None:
    """So a text without them need not be searched; and its pattern finds every phrase of a list."""
    for listed in phrases(name).values():
        plain = [phrase for phrase in listed if "'" not in phrase]
        phrase = data.draw(st.sampled_from(listed)).replace("*", data.draw(st.sampled_from(["", "ed"])))
        text = f"{data.draw(TEXTS)} {phrase} {data.draw(TEXTS)}"
        assert re.search(rf"\b(?:{any_of(listed)})\b", text)
        if re.search(rf"\b(?:{any_of(plain)})\b", text):
            assert any(sign in text for sign in signs(plain))


@pytest.mark.parametrize(
    ("listed", "found", "missed"),
    [
        (["not only", "not"], ["it is not only he", "not he"], ["nothing", "note"]),
        (["alleg*"], ["alleged", "allegedly", "alleg"], ["an all"]),
        (["can't help"], ["can't help", "can’t help"], ["cant help"]),
        (["jangan-jangan"], ["jangan-jangan hujan"], ["jangan jangan"]),
    ],
)
def test_a_pattern_of_phrases_finds_them_and_no_others(
    listed: list[str], found: list[str], missed: list[str]
) -> None:
    """A star stands for any ending, an apostrophe for both kinds; everything else for itself."""
    pattern = re.compile(rf"\b(?:{any_of(listed)})\b")
    assert all(map(pattern.search, found))
    assert not any(map(pattern.search, missed))


def test_stems_are_the_same_from_several_threads() -> None:
    """A stemmer keeps the word that it is at; a fill checks its answers in several threads at once."""
    words = [f"{start}{end}" for start in ("nation", "hope", "reli", "act") for end in ENDINGS]
    stem.cache_clear()
    alone = [stem(word, "en") for word in words]
    stem.cache_clear()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # so that threads meet within a word
    try:
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda _: [stem(word, "en") for word in words], range(8)))
    finally:
        sys.setswitchinterval(interval)
    assert found == [alone] * 8


ENDINGS = "al ally alize alization ful fully fulness able ability ing ings ed edly ion ions ive ively".split()
