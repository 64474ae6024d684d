"""*negation*: the small words whose loss turns a sentence round."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sejajar.checking.finding import Finding, listed, warning
from sejajar.checking.pair import Pair
from sejajar.language.negation import is_indonesian_negative, is_negative, says_no
from sejajar.language.phrases import any_of, phrases, signs


class _Patterns(NamedTuple):
    """What is looked for in a text, by the lists of `negation.toml`."""

    idioms: re.Pattern[str]
    """Negations that are none in the other language."""
    negations: re.Pattern[str]
    signs: tuple[str, ...]
    """What every text with a negation has one of."""
    not_only: re.Pattern[str]


@cache
def _indonesian() -> _Patterns:
    """For texts in lower case."""
    lists = phrases("id/negation")
    idioms = any_of(lists["idioms"])
    asked = r"(?:atau|dan) tidak(?= *[,.?;:]| sama sekali)|(?:tidak|bukan)\?"
    return _Patterns(
        re.compile(rf"\b(?:{idioms}|{asked})\b"),
        re.compile(rf"\b(?:{any_of(lists['negations'])})\b"),
        signs(lists["negations"]),
        re.compile(rf"\b(?:{any_of(lists['not_only'])})\b"),
    )


@cache
def _english() -> _Patterns:
    lists = phrases("en/negation")
    negations, after_no = any_of(lists["negations"]), any_of(lists["after_no"])
    return _Patterns(
        re.compile(rf"\b(?:{any_of(lists['idioms'])})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{negations})\b|n['’]t\b|\b[Nn]o (?=[a-z])(?!{after_no}|\w+er than)"),
        (*signs(lists["negations"]), "no ", "No ", "n't", "n’t"),
        re.compile(rf"\b(?:{any_of(lists['not_only'])})\b|n['’]t\b", re.IGNORECASE),
    )


@cache
def _only() -> tuple[re.Pattern[str], frozenset[str]]:
    """*Only* and its like, and their first words."""
    listed = phrases("en/negation")["only"]
    firsts = frozenset(phrase.partition(" ")[0] for phrase in listed)
    return re.compile(rf"\b(?:{any_of(listed)})\b", re.IGNORECASE), firsts


def check_negation(pair: Pair) -> list[Finding]:
    """A negation on one side and nothing on the other that could stand for it."""
    return _lost(pair) or _added(pair) or _reversed(pair)


def _lost(pair: Pair) -> list[Finding]:
    ours = _indonesian()
    if not any(map(pair.source_low.__contains__, ours.signs)):
        return []
    masked = ours.idioms.sub(lambda idiom: "·" * len(idiom[0]), pair.source_low)
    there = list(ours.negations.finditer(masked))
    if not there:
        return []
    plain = sum(map(says_no, pair.target_split.lows))
    if plain < len(there) and any(_unanswered(pair, [match.start() for match in there])):
        words = [match[0] for match in there]
        return [warning("negation", f"the source says {listed(words)}, the English has {_fewer(words)}")]
    return []


def _added(pair: Pair) -> list[Finding]:
    theirs, target = _english(), pair.target
    if not any(map(target.__contains__, theirs.signs)) or not theirs.negations.search(target):
        return []
    said = theirs.negations.search(theirs.idioms.sub(" ", target))
    if said and not any(map(is_indonesian_negative, pair.source_words)):
        message = f"the English says “{said[0].strip()}”, the source has no negation"
        return [warning("negation", message)]
    return []


def _reversed(pair: Pair) -> list[Finding]:
    """*Tidak hanya* as *only*."""
    merely, firsts = _only()
    if pair.target_lows.isdisjoint(firsts):
        return []
    if (
        (only := _indonesian().not_only.search(pair.source_low))
        and (instead := merely.search(pair.target))
        and not _english().not_only.search(pair.target)
    ):
        return [warning("negation", f"the source says “{only[0]}”, the English “{instead[0]}”")]
    return []


_YET = frozenset(("yet", "remain", "remains", "remained", "remaining", "still"))
"""What English says for *belum*, whatever else is near."""
_NEAR = 7
"""Words between a negation and the word that it belongs to, in English."""


def _unanswered(pair: Pair, starts: Sequence[int]) -> Iterator[bool]:
    """For each negation whether the English has no word that says no near what it belongs to.

    Where nobody can say what that is, whether it has fewer than the source. A word that another one of the
    source accounts for (*hilang*, missing) does not count."""
    linked = {place for places in pair.links for place in places or ()}
    negative = [
        index
        for index, low in enumerate(pair.target_split.lows)
        if says_no(low) or (is_negative(low) and (index not in linked or low in _YET))
    ]
    ends = [end for _, end in pair.source_split.spans]
    for start in starts:
        at = bisect_right(ends, start)
        near = [place for places in pair.links[max(0, at - 2) : at + 5] for place in places or ()]
        if not near:
            yield len(negative) < len(starts)
        else:
            yield not any(_within(negative, place) for place in near)


def _within(ordered: Sequence[int], place: int) -> bool:
    at = bisect_left(ordered, place - _NEAR)
    return at < len(ordered) and ordered[at] <= place + _NEAR


def _fewer(words: list[str]) -> str:
    return "no negation" if len(words) == 1 else "fewer negations"
