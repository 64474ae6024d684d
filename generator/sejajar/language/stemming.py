"""Stems of words, by Snowball: *walked* and *walking* are one word."""

from __future__ import annotations

from functools import cache
from threading import Lock

from sejajar.model import Edition

_ALONE = Lock()


@cache
def stem(word: str, language: Edition) -> str:
    """The stem of a word by its folded form."""
    with _ALONE:  # a stemmer keeps the word that it is at, and engines are asked from several threads
        return _stemmer(language).stemWord(word)  # type: ignore[no-any-return]


@cache
def _stemmer(language: Edition):  # type: ignore[no-untyped-def]
    import snowballstemmer  # type: ignore[import-untyped]

    return snowballstemmer.stemmer({"id": "indonesian", "en": "english"}[language])
