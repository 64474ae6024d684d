"""Where the source has one pole of an axis and the English another, as every rule with a table asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sejajar.checking.pair import Pair
from sejajar.language.concepts import Mention


class Contrast(NamedTuple):
    """What one side lost and the other gained, on one axis."""

    lost: Mention
    gained: Mention
    said: str
    """The lost words as the source has them."""
    instead: str


def contrasts(pair: Pair, table: str) -> Iterator[Contrast]:
    """At most one an axis: a pole that the source asks for oftener than the English can answer, and the other
    way round. A pole on both sides counts on neither."""
    there = pair.source_mentions.get(table, ())
    here = pair.target_mentions.get(table, ())
    if not there or not here:
        return
    for axis in dict.fromkeys(mention.concept.axis for mention in here):
        ours = [mention for mention in there if mention.concept.axis == axis]
        theirs = [mention for mention in here if mention.concept.axis == axis]
        lost, gained = _unanswered(ours, theirs), _unanswered(theirs, ours)
        if lost and gained and lost[0].concept.pole != gained[0].concept.pole:
            yield Contrast(
                lost[0],
                gained[0],
                lost[0].text(pair.source_split, pair.source),
                gained[0].text(pair.target_split, pair.target),
            )


def _unanswered(ours: list[Mention], theirs: list[Mention]) -> list[Mention]:
    """The mentions that ask, of the poles that the other side does not have."""
    answers = Counter(mention.concept.pole for mention in theirs)
    asked = Counter(mention.concept.pole for mention in ours if mention.concept.asks)
    return [mention for mention in ours if mention.concept.asks and asked[mention.concept.pole] > answers[mention.concept.pole]]
