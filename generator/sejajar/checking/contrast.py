"""Where the source has one pole of an axis and the English another, as every rule with a table asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from sejajar.checking.pair import Pair
from sejajar.language.concepts import Mention
from sejajar.language.words import Word


class Contrast(NamedTuple):
    """What one side lost and the other gained, on one axis."""

    lost: Mention
    gained: Mention
    said: str
    """The lost words as the source has them."""
    instead: str


def contrasts(pair: Pair, table: str, axes: Container[str] = ()) -> Iterator[Contrast]:
    """At most one an axis: a pole that the source asks for oftener than the English can answer, and the other
    way round. A pole on both sides counts on neither. Without `axes`, all of the table."""
    there = pair.source_mentions.get(table, ())
    here = pair.target_mentions.get(table, ())
    if not there or not here:
        return
    for axis in dict.fromkeys(mention.concept.axis for mention in here):
        if axes and axis not in axes:
            continue
        ours = [mention for mention in there if mention.concept.axis == axis]
        theirs = [mention for mention in here if mention.concept.axis == axis]
        lost = _foreign(_unanswered(ours, theirs), pair.source_split, pair.target_words)
        gained = _foreign(_unanswered(theirs, ours), pair.target_split, pair.source_words)
        if lost and gained and lost[0].concept.pole != gained[0].concept.pole:
            yield Contrast(
                lost[0],
                gained[0],
                lost[0].text(pair.source_split, pair.source),
                gained[0].text(pair.target_split, pair.target),
            )


def _unanswered(ours: list[Mention], theirs: list[Mention]) -> list[Mention]:
    """The mentions that ask, of the poles that the other side has less often."""
    answers = Counter(mention.concept.pole for mention in theirs)
    asked = Counter(mention.concept.pole for mention in ours if mention.concept.asks)
    short = {pole for pole, count in asked.items() if count > answers[pole]}
    return [mention for mention in ours if mention.concept.asks and mention.concept.pole in short]


def _foreign(found: list[Mention], words: Sequence[Word], others: Sequence[str]) -> list[Mention]:
    """Without those whose word the other side has as it is, in a name or not translated."""
    return [mention for mention in found if words[mention.first].low not in others] if found else found


def lost(pair: Pair, table: str, axis: str) -> str:
    """What the source says on an axis of one pole and the English does not; empty where nothing is lost."""
    ours, theirs = _on(pair.source_mentions, table, axis), _on(pair.target_mentions, table, axis)
    left = _foreign(_unanswered(ours, theirs), pair.source_split, pair.target_words)
    return left[0].text(pair.source_split, pair.source) if left else ""


def gained(pair: Pair, table: str, axis: str) -> str:
    """What the English says on an axis of one pole and the source does not at all."""
    ours, theirs = _on(pair.source_mentions, table, axis), _on(pair.target_mentions, table, axis)
    left = [] if ours else _foreign(theirs, pair.target_split, pair.source_words)
    left = [mention for mention in left if mention.concept.asks]
    return left[0].text(pair.target_split, pair.target) if left else ""


def _on(found: Mapping[str, tuple[Mention, ...]], table: str, axis: str) -> list[Mention]:
    return [mention for mention in found.get(table, ()) if mention.concept.axis == axis]
