"""One pair as the rules see it: both texts without their Markdown, their words and figures read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, Self, TypeVar, overload

from sejajar.formats.glossary import Glossary, Match, Term
from sejajar.language.concepts import Mentions, mentions
from sejajar.language.dictionary import english_stems
from sejajar.language.figures import Figure
from sejajar.language.folding import folded
from sejajar.language.lexicon import ENGLISH, INDONESIAN, Lexicon
from sejajar.language.markdown import plain
from sejajar.language.reading import read
from sejajar.language.stemming import stem
from sejajar.language.words import Words

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


_Value = TypeVar("_Value")


class _once(Generic[_Value]):  # noqa: N801 - stands where `cached_property` would
    """A property that is worked out once, without the lock of `cached_property` before Python 3.12."""

    def __init__(self, work: Callable[[Any], _Value]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, pair: None, _: type) -> Self: ...

    @overload
    def __get__(self, pair: object, _: type) -> _Value: ...

    def __get__(self, pair: object, _: type) -> _Value | Self:
        if pair is None:
            return self
        value = pair.__dict__[self._name] = self._work(pair)
        return value


@dataclass(frozen=True)
class Pair:
    indonesian: str
    """As it stands in the article, with its Markdown."""
    english: str
    glossary: Glossary

    @_once
    def source(self) -> str:
        return plain(self.indonesian)

    @_once
    def target(self) -> str:
        return plain(self.english)

    @_once
    def source_low(self) -> str:
        return self.source.lower()

    @_once
    def source_terms(self) -> tuple[Match, ...]:
        """The glossary's terms in it."""
        return tuple(self.glossary.find(self.source))

    @_once
    def term_words(self) -> frozenset[str]:
        """The words of these terms and of their English, folded."""
        return frozenset(word for match in self.source_terms for word in _words_of(match.term))

    @_once
    def source_words(self) -> list[str]:
        """In lower case, hyphenated words whole: `sebut-sebut`."""
        return _WORD.findall(self.source_low)

    @_once
    def target_words(self) -> list[str]:
        return _WORD.findall(self.target.lower())

    @_once
    def source_split(self) -> Words:
        """Its words with their places, hyphenated words parted."""
        return Words(self.source)

    @_once
    def target_split(self) -> Words:
        return Words(self.target)

    @_once
    def source_lows(self) -> frozenset[str]:
        return frozenset(self.source_split.lows)

    @_once
    def target_lows(self) -> frozenset[str]:
        return frozenset(self.target_split.lows)

    @_once
    def source_mentions(self) -> Mentions:
        """What of the tables of concepts it mentions, by table and axis, and in order."""
        return mentions(self.source_split, "id")

    @_once
    def target_mentions(self) -> Mentions:
        return mentions(self.target_split, "en")

    @_once
    def tables(self) -> frozenset[str]:
        """The tables of which either side mentions something."""
        return frozenset(group[0] for group in (*self.source_mentions, *self.target_mentions))

    @_once
    def shared_groups(self) -> Sequence[tuple[str, str]]:
        """The tables and axes of which both sides mention something, in the source's order."""
        return [group for group in self.source_mentions if group in self.target_mentions]

    @_once
    def links(self) -> tuple[tuple[int, ...] | None, ...]:
        """For each word of the source the words of the English that may be it; None where nobody can say.

        By the dictionary, and names and numbers by themselves."""
        places: dict[str, list[int]] = {}
        for at, low in enumerate(self.target_split.lows):
            places.setdefault(low, []).append(at)
            if (stemmed := stem(low, "en")) != low:
                places.setdefault(stemmed, []).append(at)
        found: list[tuple[int, ...] | None] = []
        for text, low in zip(self.source_split.texts, self.source_split.lows, strict=True):
            stems = english_stems(low)
            same = places.get(low, ())
            if not stems and not same and not text[0].isupper():
                found.append(None)
            else:
                found.append(tuple({*same, *(at for stem in stems for at in places.get(stem, ()))}))
        return tuple(found)

    @_once
    def source_figures(self) -> tuple[Figure, ...]:
        return _figures(self.source, self.source_split, INDONESIAN)

    @_once
    def target_figures(self) -> tuple[Figure, ...]:
        return _figures(self.target, self.target_split, ENGLISH)


@lru_cache(maxsize=10_000)
def _words_of(term: Term) -> tuple[str, ...]:
    return tuple(word for form in (term.indonesian, *term.accepted) for word in folded(form).split())


_DIGIT = re.compile(r"\d")


def _figures(text: str, words: Words, lexicon: Lexicon) -> tuple[Figure, ...]:
    """The figures of a text; where none of its words can begin one, it is not read a second time."""
    if lexicon.signs.isdisjoint(words.lows) and not _DIGIT.search(text) and not words.dotted:
        return ()
    return read(text, lexicon)
