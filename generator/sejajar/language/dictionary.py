"""A small dictionary of words that news is full of, Indonesian to English, in `data/dictionary.tsv`.

It translates nothing: it says which words of two texts may be each other. Words are compared by stems:
*mengatakan* and *dikatakan* are one; a word that is missing costs a little evidence."""

from __future__ import annotations

from functools import cache

from sejajar.language.folding import folded
from sejajar.language.stemming import stem
from sejajar.language.tables import rows
from sejajar.language.vocabulary import stripped


@cache
def english_stems(indonesian: str) -> frozenset[str]:
    """Stems of the English words that an Indonesian word may have become; none where it is not known."""
    words = _dictionary()
    return next((words[root] for root in stripped(folded(indonesian)) if root in words), frozenset())


@cache
def _dictionary() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for indonesian, english in rows("dictionary"):
        stems = frozenset(stem(word, "en") for word in english.split("/"))
        found[indonesian] = found.get(indonesian, frozenset()) | stems
    return found
