"""Words that say no, by the lists `negative.txt` of both languages and by their prefixes."""

from __future__ import annotations

import re
from functools import cache

from sejajar.language.tables import words
from sejajar.language.vocabulary import is_english

_PREFIXES = ("un", "non")
_NO_PREFIX = re.compile(r"un(?:til|less|der|ion|it|iq|iv|iform|anim|cle|til)\w*")
_INDONESIAN_PREFIX = re.compile(r"(?:ketidak|ketak|ketiada|non|nir|tuna|anti|takter|tidak|tak)\w{2,}")


@cache
def says_no(word: str) -> bool:
    """An English word, in lower case, that is a negation or holds one: `never`, `impossible`, `jobless`."""
    if word.endswith(("n't", "n’t")) or _listed(word, "en/negated"):
        return True
    if word.endswith(("less", "lessly", "lessness")) and len(word) > 6:
        return True
    return not _NO_PREFIX.fullmatch(word) and any(
        word.startswith(prefix) and len(word) - len(prefix) > 3 and is_english(word[len(prefix) :])
        for prefix in _PREFIXES
    )


@cache
def is_negative(word: str) -> bool:
    """An English word, in lower case, that may stand for a negation beside it: `failed`, `instead`."""
    return says_no(word) or _listed(word, "en/negative")


@cache
def is_indonesian_negative(word: str) -> bool:
    """An Indonesian word, in lower case, that English may say with a negation."""
    return bool(_INDONESIAN_PREFIX.fullmatch(word)) or any(
        _listed(part, "id/negative") for part in (word, *word.split("-"))
    )


def _listed(word: str, name: str) -> bool:
    exact, stems = _read(name)
    return word in exact or any(word[:length] in stems for length in range(3, len(word) + 1))


@cache
def _read(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The whole words, and the stems of those that end in a star."""
    listed = words(name)
    stems = frozenset(word[:-1] for word in listed if word.endswith("*"))
    return frozenset(word for word in listed if not word.endswith("*")), stems
