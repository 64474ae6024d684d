"""*names*: a name of the source that is gone while the English has another one that the source lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sejajar.checking.contrast import contrasts
from sejajar.checking.finding import Finding, warning
from sejajar.checking.pair import Pair
from sejajar.language.concepts import Mention
from sejajar.language.folding import folded
from sejajar.language.lexicon import ENGLISH, INDONESIAN
from sejajar.language.spelling import Spellings
from sejajar.language.vocabulary import is_english, is_indonesian
from sejajar.language.words import Word

_BEGINS = re.compile(r"(?:^|[.!?:;…][\"”’)]*\s+|[\"“‘(\[]|\s[-–—]\s*)$")
_GOES_ON = re.compile(r" (?:[A-Z]\w*[a-z]|\()")
_CONTRACTED = re.compile(r".+['’](?:ve|ll|re|d|m|t)$")
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
    here = _names(
        pair.target, pair.target_split, _answered(pair.target_mentions, pair.source_mentions), known
    )
    added = [name for name in here if folded(name) not in ENGLISH.starts and not is_english(folded(name))]
    if not added:
        return []
    answered = _answered(pair.source_mentions, pair.target_mentions)
    there = _names(pair.source, pair.source_split, answered, known)
    missing = [
        name for name in there if folded(name) not in INDONESIAN.starts and not is_indonesian(folded(name))
    ]
    missing = _unlike(missing, pair.target_split)
    added = _unlike(added, pair.source_split) if missing else []
    if not added:
        return []
    return [warning("names", f"the source names “{missing[0]}”, the English “{added[0]}”", _HINT)]


def _unlike(names: Sequence[str], words: Iterable[Word]) -> list[str]:
    """The names that no word of the other side could be, however it is spelled."""
    if not names:
        return []
    spellings = Spellings(folded(word.low) for word in words if word.text[0].isupper())
    written = {folded(word.low) for word in words}
    return [name for name in names if folded(name) not in written and folded(name) not in spellings]


def _is_headline(text: str) -> bool:
    if text.rstrip().endswith("."):
        return False  # a sentence of hardly more than names
    words = re.findall(r"[^\W\d_]{4,}", text)
    return len(words) > 3 and sum(word[0].isupper() for word in words) * 10 > 8 * len(words)


def _answered(ours: Mapping[str, tuple[Mention, ...]], theirs: Mapping[str, tuple[Mention, ...]]) -> set[int]:
    """The indices of the words whose concept the other side has too: countries, cities, institutions."""
    found: set[int] = set()
    for table, mentions in ours.items():
        poles = {mention.concept for mention in theirs.get(table, ())}
        poles |= {concept._replace(asks=not concept.asks) for concept in poles}
        for mention in mentions:
            if mention.concept in poles:
                found.update(range(mention.first, mention.after))
    return found


def _names(text: str, words: Sequence[Word], answered: set[int], known: set[str]) -> list[str]:
    """Words in capitals that stand as names: inside a sentence, or at its head before another capital.

    Without abbreviations, and without what the other side calls by its own name."""
    found: dict[str, None] = {}
    for at, word in enumerate(words):
        name = word.text
        if not name[0].isupper() or len(name) < 3 or name.isupper() or at in answered:
            continue
        if _CONTRACTED.match(name) or _GARBLED.search(name) or folded(word.low) in known:
            continue
        before = max(0, word.start - 6)
        if not _BEGINS.search(text, before, word.start) or _GOES_ON.match(text, word.end):
            found[name.removesuffix("'s").removesuffix("’s")] = None
    return list(found)


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
