"""*language* and *untranslated*: whether the English is English."""

from __future__ import annotations

import re
from functools import cache

from sejajar.checking.finding import Finding, error, shortened, warning
from sejajar.checking.pair import Pair
from sejajar.language.sentence_ends import sentences
from sejajar.language.tables import words as word_list

_INDONESIAN = word_list("id/little")
_ENGLISH = word_list("en/little")
_AFFIXED = re.compile(
    r"(?:me(?:ng|ny|m|n)?|ber|ter|di|pe(?:ng|ny|m|n|r)?|ke|se)[a-z]{3,}(?:kan|annya|an|nya)"
    r"|[a-z]{4,}(?:nya|kannya|lah|kah)"
    r"|(?:meng|meny|memp|mend|menc|menj)[a-z]{4,}|ber[bdgjklnpstw][aeiou][a-z]{3,}"
)
"""Words that only Indonesian morphology makes."""
_LIKE_ENGLISH = re.compile(r".*(?:tion|sion|ment|able|ible|ing|ed|ly|ity|ness|ous|ive|ism|ist|ence|ance|ian)")


def check_language(pair: Pair) -> list[Finding]:
    """A text, or a sentence of it, with the little words of Indonesian and not those of English."""
    if _INDONESIAN.isdisjoint(pair.target_lows) and not _same(pair):
        return []
    words = pair.target_words
    foreign = [word for word in words if word in _INDONESIAN]
    native = sum(word in _ENGLISH for word in words)
    if len(foreign) > native and (len(foreign) > 1 or _mostly_copied(pair)):
        return [error("language", f"the English “{shortened(pair.target)}” is Indonesian", "translate it")]
    if len(foreign) > 2:
        for sentence in sentences(pair.target):
            parts = re.findall(r"[^\W\d_]+", sentence.lower())
            foreign_here = sum(word in _INDONESIAN for word in parts)
            if foreign_here > 2 and foreign_here > sum(word in _ENGLISH for word in parts):
                return [error("language", f"“{shortened(sentence)}” is still Indonesian", "translate it")]
    return []


def _same(pair: Pair) -> bool:
    return pair.source == pair.target


def _mostly_copied(pair: Pair) -> bool:
    """Most of the words that are no names stand in the source as they are."""
    plain = [word for word in re.findall(r"[^\W\d_]+", pair.target) if word.islower()] or pair.target_words
    source = set(pair.source_words)
    return bool(plain) and sum(word.lower() in source for word in plain) * 10 > 6 * len(plain)


def check_untranslated(pair: Pair) -> list[Finding]:
    """The source unchanged, where a good part of it is words of Indonesian and no names."""
    if pair.source.strip().casefold() != pair.target.strip().casefold():
        return []
    words = pair.target_words
    if len(words) < 2:
        return []
    known = sum(
        word in _INDONESIAN or word in word_list("id/common") or bool(_AFFIXED.fullmatch(word))
        for word in words
    )
    if known * 4 <= len(words):
        return []
    return [error("untranslated", f"the English is the source: “{shortened(pair.source)}”", "translate it")]


def check_left(pair: Pair) -> list[Finding]:
    """Indonesian words left among the English."""
    if not any(map(_is_known, pair.target_lows & pair.source_lows)):
        return []
    for word in pair.target_words:
        if _is_known(word) and word in pair.source_words and _is_left(word, pair.target):
            return [warning("untranslated", f"“{word}” is left from the source")]
    return []


@cache
def _is_known(word: str) -> bool:
    return len(word) > 5 and (word in _INDONESIAN or bool(_AFFIXED.fullmatch(word)))


def _is_left(word: str, target: str) -> bool:
    return not _LIKE_ENGLISH.fullmatch(word) and bool(
        re.search(rf"(?<![\w\"“‘'(-]){re.escape(word)}(?!\w)", target)
    )
