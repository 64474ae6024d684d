"""A small dictionary of words that news is full of, Indonesian to English, in `data/dictionary.tsv`.

It translates nothing: it says which words of two texts may be each other. Words are compared by stems
(Snowball's): *mengatakan* and *dikatakan* are one; a word that is missing costs a little evidence."""

from __future__ import annotations

from functools import cache
from threading import Lock

from sejajar.language.folding import folded
from sejajar.language.tables import rows
from sejajar.language.vocabulary import stripped

_ALONE = Lock()


@cache
def english_stem(word: str) -> str:
    """The stem of an English word by its folded form."""
    with _ALONE:  # a stemmer keeps the word that it is at, and engines are asked from several threads
        return _stemmer().stemWord(word)  # type: ignore[no-any-return]


@cache
def english_stems(indonesian: str) -> frozenset[str]:
    """Stems of the English words that an Indonesian word may have become; none where it is not known."""
    words = _dictionary()
    return next((words[root] for root in stripped(folded(indonesian)) if root in words), frozenset())


@cache
def _stemmer():  # type: ignore[no-untyped-def]
    import snowballstemmer  # type: ignore[import-untyped]

    return snowballstemmer.stemmer("english")


@cache
def _dictionary() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for indonesian, english in rows("dictionary"):
        stems = frozenset(english_stem(word) for word in english.split("/"))
        found[indonesian] = found.get(indonesian, frozenset()) | stems
    return found
