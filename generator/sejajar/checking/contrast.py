"""Where the source has one pole of an axis and the English another, as every rule with a table asks."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from sejajar.checking.pair import Pair
from sejajar.language.concepts import Mention
from sejajar.language.words import Words


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
    for group in pair.shared_groups:
        if group[0] != table or (axes and group[1] not in axes):
            continue
        ours, theirs = pair.source_mentions[group], pair.target_mentions[group]
        if not (lost := _unanswered(ours, theirs)) or not (gained := _unanswered(theirs, ours)):
            continue
        lost = _foreign(lost, pair.source_split, pair.target_lows)
        gained = _foreign(gained, pair.target_split, pair.source_lows)
        if lost and gained and lost[0].concept.key != gained[0].concept.key:
            said = lost[0].text(pair.source_split, pair.source)
            yield Contrast(lost[0], gained[0], said, gained[0].text(pair.target_split, pair.target))


def _unanswered(ours: Sequence[Mention], theirs: Sequence[Mention]) -> list[Mention]:
    """The mentions that ask, of the poles that the other side has less often."""
    balance: dict[tuple[str, str, str], int] = {}
    for mention in theirs:
        key = mention.concept.key
        balance[key] = balance.get(key, 0) + 1
    for mention in ours:
        if mention.concept.asks:
            key = mention.concept.key
            balance[key] = balance.get(key, 0) - 1
    return [mention for mention in ours if mention.concept.asks and balance[mention.concept.key] < 0]


def _foreign(found: list[Mention], words: Words, others: Container[str]) -> list[Mention]:
    """Without those whose word the other side has as it is, in a name or not translated."""
    return [mention for mention in found if words.lows[mention.first] not in others]


def lost(pair: Pair, table: str, axis: str) -> str:
    """What the source says on an axis of one pole and the English does not; empty where nothing is lost."""
    ours = pair.source_mentions.get((table, axis))
    if not ours:
        return ""
    left = _unanswered(ours, pair.target_mentions.get((table, axis), ()))
    left = _foreign(left, pair.source_split, pair.target_lows)
    return left[0].text(pair.source_split, pair.source) if left else ""


def gained(pair: Pair, table: str, axis: str) -> str:
    """What the English says on an axis of one pole and the source does not at all."""
    theirs = pair.target_mentions.get((table, axis))
    if not theirs or pair.source_mentions.get((table, axis)):
        return ""
    left = _foreign(_unanswered(theirs, ()), pair.target_split, pair.source_lows)
    return left[0].text(pair.target_split, pair.target) if left else ""
