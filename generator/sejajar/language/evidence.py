"""What speaks for an English text being the translation of an Indonesian one: words, names, figures, length.

All in natural logarithms of how much likelier the texts are as translations of each other than by chance.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, inf, log, log1p

from sejajar.language.dictionary import english_stems
from sejajar.language.folding import folded
from sejajar.language.stemming import stem
from sejajar.model import Edition

FigureReader = Callable[[str, Edition], Sequence[frozenset[Hashable]]]
"""The figures of a text, each by the values that it may stand for, alike in both languages."""

_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")
_TEMPER = 0.7
"""Words of one text depend on each other: together they say less than their sum."""
_SURE = {"figure": 0.9, "name": 0.8, "same": 0.65, "word": 0.55, "like": 0.4}
"""How often a mention of each sort comes through translation: set by hand, measured in `tests/bench`."""

_FOREIGN = log(0.4)
"""A name or figure of the English that stands in another Indonesian text, not in this one."""

_SPREAD, _SPREAD_SHORT, _SPREAD_CHANCE = 0.025, 1.8, 0.5
"""Variances of the logarithm of the ratio of lengths: of translations, for short ones, of any two texts."""
_MEAN = -0.03
_WORST_LENGTH = -5.0


@dataclass(frozen=True, slots=True)
class Mention:
    """Something in an Indonesian text that should come back in its English."""

    sort: str
    keys: tuple[Hashable, ...]
    """Any of these in the English answers it."""


def mentions(text: str, read_figures: FigureReader) -> tuple[Mention, ...]:
    """What an Indonesian text offers, each once."""
    found: dict[Hashable, Mention] = {}
    for values in read_figures(text, "id"):
        keys = tuple(("figure", value) for value in values)
        found[values] = Mention("figure", keys)
    for written in _WORD.findall(text):
        word, mention = _mention(written)
        if mention and word not in found:
            found[word] = mention
    return tuple(found.values())


@lru_cache(maxsize=50_000)  # texts share most of their words
def _mention(written: str) -> tuple[str, Mention | None]:
    """A word as it is compared, and what it offers."""
    word = folded(written)
    return word, _offered(written, word) if len(word) > 1 else None


def _offered(written: str, word: str) -> Mention | None:
    keys: list[Hashable] = [("word", known) for known in english_stems(word)]
    if keys and not written[0].isupper():
        return Mention("word", tuple(keys))
    if len(word) > 2:
        keys.append(("same", word))
    if len(word) > 4:
        keys.append(("like", likeness(word)))
    if written[0].isupper():
        return Mention("name", tuple(keys)) if keys else None
    return Mention("same", tuple(keys)) if len(word) > 4 else None


def keys_of(text: str, read_figures: FigureReader) -> frozenset[Hashable]:
    """All that an English text answers."""
    found: set[Hashable] = {("figure", value) for values in read_figures(text, "en") for value in values}
    found.update(*map(_answered, _WORD.findall(text)))
    return frozenset(found)


@lru_cache(maxsize=50_000)
def _answered(written: str) -> tuple[Hashable, ...]:
    """What an English word answers."""
    word = folded(written)
    keys = ("word", stem(word, "en")), ("same", word)
    return (*keys, ("like", likeness(word))) if len(word) > 4 else keys


def _telling(own: Iterable[Mention]) -> frozenset[Hashable]:
    """The names and figures, as an English text has them if it has them unchanged."""
    keys = (key for mention in own if mention.sort in ("name", "figure") for key in mention.keys)
    return frozenset(key for key in keys if isinstance(key, tuple) and key[0] in ("same", "figure"))


_SPELLINGS = tuple(
    (re.compile(pattern), one)
    for pattern, one in (
        ("tion", "si"), ("ph", "f"), ("c(?=[eiy])", "s"), ("sch|sh|sy", "s"), ("ch|kh|ck|[cq]", "k"),
        ("x", "ks"), ("th", "t"), ("gh", "g"), ("v", "f"), ("z", "s"), ("[jy]", "i"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


@cache
def likeness(word: str) -> str:
    """What words of one origin share: *parlemen* and *parliament*, *Meksiko* and *Mexico*."""
    for pattern, one in _SPELLINGS:
        word = pattern.sub(one, word)
    return (word[:1] + re.sub("[aeiouhw]", "", word[1:]))[:4]


class Evidence:
    """All Indonesian texts of an article against all sentences of its English."""

    def __init__(self, texts: Sequence[str], sentences: Sequence[str], read_figures: FigureReader) -> None:
        self._lengths = [len(text) for text in texts]
        self._places: dict[Hashable, list[int]] = {}
        found = [mentions(text, read_figures) for text in texts]
        self._own = [_telling(mention for mention in own) for own in found]
        telling = frozenset().union(*self._own)
        self._telling: list[frozenset[Hashable]] = []
        for at, sentence in enumerate(sentences):
            keys = keys_of(sentence, read_figures)
            self._telling.append(keys & telling)
            for key in keys:
                self._places.setdefault(key, []).append(at)
        ends = [0]
        for sentence in sentences:
            ends.append(ends[-1] + len(sentence) + 1)
        self._ends = ends
        self.count = len(sentences)
        self._mentions = [[known for mention in own if (known := self._known(mention))] for own in found]

    def _known(self, mention: Mention) -> tuple[float, list[int]] | None:
        """How surely it comes through, and where in the English it may have; None if it says nothing."""
        answered = [key for key in mention.keys if key in self._places]
        places = sorted({place for key in answered for place in self._places[key]})
        sort = mention.sort
        if not places:
            return (0.7, []) if sort == "figure" else None
        if sort in ("name", "same") and isinstance(answered[0], tuple):
            kinds = {key[0] for key in answered if isinstance(key, tuple)}
            sort = sort if "same" in kinds else "word" if "word" in kinds else "like"
        return _SURE[sort], places

    def words(self, text: int, first: int, end: int) -> float:
        """What the words of sentences [first, end) say for a text."""
        total = 0.0
        for sure, places in self._mentions[text]:
            if not places:
                total += log(1 - sure)
                continue
            chance = min(0.9, (len(places) + 0.3) / (self.count + 1) * (end - first))
            at = bisect_left(places, first)
            there = at < len(places) and places[at] < end
            total += log(max(sure, chance) / chance) if there else log((1 - sure) / (1 - min(chance, sure)))
        foreign = frozenset().union(*self._telling[first:end]) - self._own[text]
        return _TEMPER * (total + len(foreign) * _FOREIGN)

    def length(self, texts: Collection[int], first: int, end: int) -> float:
        """What the lengths say; see Gale and Church 1993, but with the logarithm of their ratio."""
        source = sum(self._lengths[text] for text in texts)
        target = self._ends[end] - self._ends[first] - 1
        ratio = log(max(target, 1) / max(source, 1)) - _MEAN
        spread = _SPREAD + _SPREAD_SHORT / max(min(source, target), 1)
        chance = _SPREAD_CHANCE + spread
        score = 0.5 * (log(chance / spread) + ratio * ratio / chance - ratio * ratio / spread)
        return max(score, _WORST_LENGTH)

    def both(self, texts: Sequence[int], first: int, end: int) -> float:
        return sum(self.words(text, first, end) for text in texts) + self.length(texts, first, end)

    def anchors(self) -> list[tuple[int, int]]:
        """(text, sentence) where something that stands once in the English speaks for the two."""
        return [
            (text, places[0])
            for text, found in enumerate(self._mentions)
            for sure, places in found
            if len(places) == 1 and sure >= _SURE["same"]
        ]


def added(one: float, two: float) -> float:
    """log(exp(one) + exp(two)): how likely either is, of two ways that exclude each other."""
    if one < two:
        one, two = two, one
    return one if two == -inf else one + log1p(exp(two - one))


def rising(pairs: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of these pairs that rise on both sides: longest increasing subsequence."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    ordered = sorted(set(pairs))
    for index, (_, j) in enumerate(ordered):
        place = bisect_right(ends, j)
        before.append(last[place - 1] if place else -1)
        ends[place : place + 1] = [j]
        last[place : place + 1] = [index]
    chain = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(ordered[index])
        index = before[index]
    return chain[::-1]
