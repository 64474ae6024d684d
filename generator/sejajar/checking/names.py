"""*names*: a name of the source that is gone while the English has another one that the source lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sejajar.checking.contrast import contrasts
from sejajar.checking.finding import Finding, warning
from sejajar.checking.pair import Mentions, Pair
from sejajar.language.folding import folded
from sejajar.language.lexicon import ENGLISH, INDONESIAN
from sejajar.language.spelling import Spellings
from sejajar.language.vocabulary import is_english, is_indonesian
from sejajar.language.words import Word

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
    known = _glossary_words(pair)
    there, here = pair.source_split, pair.target_split
    added = [
        name
        for name in _names(pair.target, here, known.union(word.low for word in there))
        if name.low not in ENGLISH.starts and not is_english(folded(name.low))
    ]
    added = _unanswered(added, here, pair.target_mentions, pair.source_mentions)
    if not added:
        return []
    missing = [
        name
        for name in _names(pair.source, there, known.union(word.low for word in here))
        if name.low not in INDONESIAN.starts and not is_indonesian(folded(name.low))
    ]
    missing = _unanswered(missing, there, pair.source_mentions, pair.target_mentions)
    if not (missing := _unlike(missing, here)) or not (added := _unlike(added, there)):
        return []
    gone, instead = (_bare(names[0].text) for names in (missing, added))
    return [warning("names", f"the source names “{gone}”, the English “{instead}”", _HINT)]


def _bare(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")


def _unlike(names: list[Word], words: Iterable[Word]) -> list[Word]:
    """The names that no word of the other side could be, however it is spelled."""
    if not names:
        return []
    spellings = Spellings(folded(word.low) for word in words if word.text[0].isupper())
    return [name for name in names if folded(name.low) not in spellings]


def _is_headline(text: str) -> bool:
    if text.rstrip().endswith("."):
        return False  # a sentence of hardly more than names
    words = re.findall(r"[^\W\d_]{4,}", text)
    return len(words) > 3 and sum(word[0].isupper() for word in words) * 10 > 8 * len(words)


def _unanswered(names: list[Word], words: Sequence[Word], ours: Mentions, theirs: Mentions) -> list[Word]:
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


def _names(text: str, words: Iterable[Word], known: set[str]) -> Iterator[Word]:
    """Words in capitals that stand as names: inside a sentence, or at its head before another capital.

    Without abbreviations, and without the known ones."""
    for word in words:
        name = word.text
        if not name[0].isupper() or len(name) < 3 or word.low in known or name.isupper():
            continue
        if _NO_NAME.match(name) or _GARBLED.search(name):
            continue
        before = max(0, word.start - 6)
        if not _BEGINS.search(text, before, word.start) or _GOES_ON.match(text, word.end):
            yield word


def _glossary_words(pair: Pair) -> set[str]:
    words: set[str] = set()
    if not pair.glossary.terms:
        return words
    for match in pair.glossary.find(pair.source):
        for form in (match.term.indonesian, *match.term.accepted):
            words.update(folded(form).split())
    return words


_COMPASS = re.compile(r"\b(?:Utara|Selatan|Timur|Barat|Tengah|Kor(?:ut|sel)|North|South|East|West)")


def _countries(pair: Pair) -> list[Finding]:
    """A country lost on the way and another one won, whether as a country, a people or an adjective."""
    for found in contrasts(pair, "countries"):
        if _COMPASS.search(found.said) and _COMPASS.search(found.instead):
            continue  # North Korea for South Korea is a matter of *opposites*
        said = f"the source names “{found.said}”, the English “{found.instead}”"
        return [warning("names", said, _HINT)]
    return []
