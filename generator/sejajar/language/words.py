"""The words of a text, and the forms that a word takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

_UNDOTTED = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{_UNDOTTED.pattern}")


class Word(NamedTuple):
    text: str
    low: str
    """In lower case, without a possessive `'s`."""
    start: int
    end: int


class Words(Sequence[Word]):
    """The words of a text from left to right; a hyphen parts words, the stops of `U.S.` belong to it.

    Most of what is asked of a text needs no more than `texts` and `lows`, its words one after the other; a
    `Word`, which knows where it stands, is made when it is asked for.
    """

    __slots__ = ("_pattern", "_spans", "_text", "lows", "texts")

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: list[tuple[int, int]] = []
        self._pattern = _WORD if text.count(".") > 1 else _UNDOTTED
        self.texts: list[str] = self._pattern.findall(text)
        if "'" in text or "’" in text:
            self.lows = [word.lower().replace("’", "'").removesuffix("'s") for word in self.texts]
        else:
            self.lows = [word.lower() for word in self.texts]

    @property
    def dotted(self) -> bool:
        """Whether a word may have stops of its own."""
        return self._pattern is _WORD

    @property
    def spans(self) -> Sequence[tuple[int, int]]:
        """Where each begins and ends in the text."""
        if not self._spans:
            text, end = self._text, 0
            # What is between two words begins none, so each is the next place that has its letters.
            self._spans = [(start := text.index(word, end), end := start + len(word)) for word in self.texts]
        return self._spans

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, at: int) -> Word: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Word]: ...

    def __getitem__(self, at: int | slice) -> Word | Sequence[Word]:
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(len(self.texts)))]
        return Word(self.texts[at], self.lows[at], *self.spans[at])

    def capitals(self) -> Iterator[Word]:
        """Those that begin with a capital letter."""
        for at in self.capital_places:
            yield self[at]

    @property
    def capital_places(self) -> Sequence[int]:
        """Their places in the row."""
        texts = self.texts
        return [at for at, low in enumerate(map(str.islower, texts)) if not low and texts[at][0].isupper()]


_NASAL = {"p": "m", "t": "n", "k": "ng", "s": "ny"}
"""A root's first letter gives way to the nasal: `tolak`, `menolak`."""
_NASAL_BEFORE = {"b": "m", "f": "m", "v": "m", "d": "n", "j": "n", "c": "n", "z": "n"} | dict.fromkeys(
    "lrmnwy", ""
)


def affixed(root: str) -> Iterator[str]:
    """The forms of an Indonesian root: `tolak`, `menolak`, `ditolak`, `penolakan`, …"""
    first = root[0]
    nasal = _NASAL[first] + root[1:] if first in _NASAL else _NASAL_BEFORE.get(first, "ng") + root
    stems = (root, *(f"{prefix}{root}" for prefix in ("di", "ter", "ber", "memper", "diper")), f"me{nasal}")
    for stem in stems:
        for ending in ("", "kan", "i", "an"):
            yield stem + ending
    yield from (f"pe{nasal}", f"pe{nasal}an", f"ke{root}an", f"per{root}an", f"pe{root}", f"se{root}")


def inflected(verb: str) -> Iterator[str]:
    """The regular forms of an English verb or noun: `drop`, `drops`, `dropped`, `dropping`, …"""
    yield verb
    if verb.endswith("e"):
        yield from (f"{verb}s", f"{verb}d", f"{verb[:-1]}ing")
    elif re.search(r"[^aeiou]y$", verb):
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    else:
        yield f"{verb}es" if re.search(r"(?:s|x|z|ch|sh)$", verb) else f"{verb}s"
        yield from (f"{verb}ed", f"{verb}ing")
        if re.search(r"[^aeiou][aeiou][bdgklmnprt]$", verb):
            yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
