"""*names*: a name of the source that is gone while the English has another one that the source lacks."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from functools import lru_cache

from sejajar.checking.contrast import contrasts
from sejajar.checking.finding import Finding, warning
from sejajar.checking.pair import Pair
from sejajar.language.concepts import Mentions
from sejajar.language.folding import folded
from sejajar.language.lexicon import ENGLISH, INDONESIAN
from sejajar.language.spelling import Spellings
from sejajar.language.vocabulary import is_english, is_indonesian
from sejajar.language.words import Word, Words

_BEGINS = re.compile(r"(?:^|[.!?:;…][\"”’)]*\s+|[\"“‘(\[]|\s[-–—]\s*)$")
_GOES_ON = re.compile(r" (?:[A-Z]\w*[a-z]|\()")
_NO_NAME = re.compile(r".*\d|[A-Z]{2,}s$|.+['’](?:ve|ll|re|d|m|t)$")
"""Sums, abbreviations in the plural and contractions: `Rp45`, `SUVs`, `I've`."""
_GARBLED = re.compile(r"[Ãâ€™ÂÅ]")
"""UTF-8 read as Windows text."""
_HINT = "if both are right, enter them in the glossary"


def check_names(pair: Pair) -> list[Finding]:
    """One finding a pair; titles in capitals throughout are left alone: every word there looks like one."""
    if _is_headline(pair.source):
        return []
    return _replaced(pair) or _countries(pair)


def _replaced(pair: Pair) -> list[Finding]:
    there, here = pair.source_split, pair.target_split
    added = [
        name
        for at in _strange(here, pair, pair.source_lows, _is_english_word)
        if _is_name(name := here[at], pair.target)
    ]
    added = _unanswered(added, here, pair.target_mentions, pair.source_mentions)
    if not added:
        return []
    missing = [
        name
        for at in _strange(there, pair, pair.target_lows, _is_indonesian_word)
        if _is_name(name := there[at], pair.source)
    ]
    missing = _unanswered(missing, there, pair.source_mentions, pair.target_mentions)
    if not (missing := _unlike(missing, here)) or not (added := _unlike(added, there)):
        return []
    gone, instead = (_bare(names[0].text) for names in (missing, added))
    return [warning("names", f"the source names “{gone}”, the English “{instead}”", _HINT)]


def _bare(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")


def _unlike(names: list[Word], words: Words) -> list[Word]:
    """The names that no word of the other side could be, however it is spelled."""
    if not names:
        return []
    spellings = Spellings(folded(word.low) for word in words.capitals())
    return [name for name in names if folded(name.low) not in spellings]


def _is_headline(text: str) -> bool:
    if text.rstrip().endswith("."):
        return False  # a sentence of hardly more than names
    words = re.findall(r"[^\W\d_]{4,}", text)
    return len(words) > 3 and sum(word[0].isupper() for word in words) * 10 > 8 * len(words)


def _unanswered(names: list[Word], words: Words, ours: Mentions, theirs: Mentions) -> list[Word]:
    """Without the names of what the other side has by its own name: countries, cities, institutions."""
    if not names:
        return []
    answered: set[Word] = set()
    for group, mentions in ours.items():
        keys = {mention.concept.key for mention in theirs.get(group, ())}
        elsewhere = group[0] == "outlets" and keys  # an outlet for another is a matter of *attribution*
        for mention in mentions:
            if elsewhere or mention.concept.key in keys:
                answered.update(words[mention.first : mention.after])
    return [name for name in names if name not in answered]


@lru_cache(maxsize=50_000)
def _is_english_word(low: str) -> bool:
    return low in ENGLISH.starts or is_english(folded(low))


@lru_cache(maxsize=50_000)
def _is_indonesian_word(low: str) -> bool:
    return low in INDONESIAN.starts or is_indonesian(folded(low))


def _strange(
    words: Words, pair: Pair, others: Container[str], ordinary: Callable[[str], bool]
) -> Iterator[int]:
    """Which words have a capital and are no ordinary ones, nor known to the glossary or the other side.

    Abbreviations are left out."""
    for at in words.capital_places:
        text, low = words.texts[at], words.lows[at]
        if len(text) < 3 or low in others or ordinary(low):
            continue
        if _may_be_name(text) and low not in pair.term_words:
            yield at


@lru_cache(maxsize=50_000)
def _may_be_name(text: str) -> bool:
    return not (text.isupper() or _NO_NAME.match(text) or _GARBLED.search(text))


def _is_name(word: Word, text: str) -> bool:
    """Whether it stands as names do: inside a sentence, or at its head before another capital."""
    begins = _BEGINS.search(text, max(0, word.start - 6), word.start)
    return not begins or bool(_GOES_ON.match(text, word.end))


_COMPASS = re.compile(r"\b(?:Utara|Selatan|Timur|Barat|Tengah|Kor(?:ut|sel)|North|South|East|West)")


def _countries(pair: Pair) -> list[Finding]:
    """A country lost on the way and another one won, whether as a country, a people or an adjective."""
    for found in contrasts(pair, "countries"):
        if _COMPASS.search(found.said) and _COMPASS.search(found.instead):
            continue  # North Korea for South Korea is a matter of *opposites*
        said = f"the source names “{found.said}”, the English “{found.instead}”"
        return [warning("names", said, _HINT)]
    return []
