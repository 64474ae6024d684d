"""One pair as the rules see it: both texts without their Markdown, their words and figures read once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sejajar.formats.glossary import Glossary
from sejajar.language.concepts import Mention, mentions
from sejajar.language.dictionary import english_stem, english_stems
from sejajar.language.figures import Figure
from sejajar.language.lexicon import ENGLISH, INDONESIAN
from sejajar.language.markdown import plain
from sejajar.language.reading import read
from sejajar.language.words import Word, split

Mentions = Mapping[tuple[str, str], Sequence[Mention]]
"""By table and axis."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True)
class Pair:
    indonesian: str
    """As it stands in the article, with its Markdown."""
    english: str
    glossary: Glossary

    @cached_property
    def source(self) -> str:
        return plain(self.indonesian)

    @cached_property
    def target(self) -> str:
        return plain(self.english)

    @cached_property
    def source_words(self) -> list[str]:
        """In lower case, hyphenated words whole: `sebut-sebut`."""
        return _WORD.findall(self.source.lower())

    @cached_property
    def target_words(self) -> list[str]:
        return _WORD.findall(self.target.lower())

    @cached_property
    def source_split(self) -> list[Word]:
        """Its words with their places, hyphenated words parted."""
        return split(self.source)

    @cached_property
    def target_split(self) -> list[Word]:
        return split(self.target)

    @cached_property
    def source_lows(self) -> frozenset[str]:
        return frozenset(word.low for word in self.source_split)

    @cached_property
    def target_lows(self) -> frozenset[str]:
        return frozenset(word.low for word in self.target_split)

    @cached_property
    def source_mentions(self) -> Mentions:
        """What of the tables of concepts it mentions, by table and axis, and in order."""
        return _grouped(mentions(self.source_split, "id"))

    @cached_property
    def target_mentions(self) -> Mentions:
        return _grouped(mentions(self.target_split, "en"))

    @cached_property
    def links(self) -> tuple[tuple[int, ...] | None, ...]:
        """For each word of the source the words of the English that may be it; None where nobody can say.

        By the dictionary, and names and numbers by themselves."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(self.target_split):
            places.setdefault(word.low, []).append(at)
            if (stem := english_stem(word.low)) != word.low:
                places.setdefault(stem, []).append(at)
        found: list[tuple[int, ...] | None] = []
        for word in self.source_split:
            stems = english_stems(word.low)
            same = places.get(word.low, ())
            if not stems and not same and not word.text[0].isupper():
                found.append(None)
            else:
                found.append(tuple({*same, *(at for stem in stems for at in places.get(stem, ()))}))
        return tuple(found)

    @cached_property
    def source_figures(self) -> tuple[Figure, ...]:
        return read(self.source, INDONESIAN)

    @cached_property
    def target_figures(self) -> tuple[Figure, ...]:
        return read(self.target, ENGLISH)


def _grouped(found: tuple[Mention, ...]) -> Mentions:
    groups: dict[tuple[str, str], list[Mention]] = {}
    for mention in found:
        groups.setdefault(mention.concept.group, []).append(mention)
    return groups
