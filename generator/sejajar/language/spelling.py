"""Whether two words may be one name in two spellings: `Meksiko` and `Mexico`, `Ibanov` and `Ivanov`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

_SPELLINGS = (
    (("ce",), "se"),
    (("ci",), "si"),
    ("sch sy sh".split(), "s"),
    (("x",), "ks"),
    ("ch c q kh".split(), "k"),
    (("ph",), "f"),
    (("gh",), "g"),
    (("th",), "t"),
    (("v",), "f"),
    (("z",), "s"),
    ("dj j y".split(), "i"),
    (("oe",), "u"),
)
_LONGEST = 30
"""Letters; a longer word is no name."""


class Spellings:
    """Some words, folded, and which other words may be one of them; each is looked up, none compared."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = {word for word in words if len(word) <= _LONGEST}
        self.heads = {_head(word) for word in self.words}
        self.starts = {word[:3] for word in self.words}
        self.skeletons = {skeleton(word) for word in self.words}
        self.beginnings = {bones[:end] for bones in self.skeletons for end in range(3, len(bones))}
        self.shortened = {less for word in self.words if len(word) > 4 for less in _less_one(word)}

    def __contains__(self, word: str) -> bool:
        if word in self.words or len(word) > _LONGEST:
            return True
        if _head(word) in self.heads or (len(word) == 3 and word in self.starts):
            return True
        if len(word) > 4 and any(less in self.shortened for less in _less_one(word)):
            return True
        bones = skeleton(word)
        if len(bones) > 1 and (bones in self.skeletons or bones in self.beginnings):
            return True
        return any(bones[:end] in self.skeletons for end in range(3, len(bones)))


def _head(word: str) -> str:
    return word[:4].replace("w", "v")  # `Jawa`, `Wina`


def _less_one(word: str) -> Iterator[str]:
    """The word itself and without each of its letters: two words that share one are a letter apart."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


@cache
def skeleton(word: str) -> str:
    """The consonants, spelled one way, none twice in a row."""
    for spellings, one in _SPELLINGS:
        for spelling in spellings:
            word = word.replace(spelling, one)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"(?<!^)[aeiouhw]", "", word))
