"""*bounds*: at least for at most, more than for nearly."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sejajar.checking.contrast import contrasts
from sejajar.checking.finding import Finding, warning
from sejajar.checking.pair import Pair
from sejajar.language.concepts import Mention
from sejajar.language.figures import Figure
from sejajar.language.words import Words

_BOUND = ("bounds", "bound")


def check_bounds(pair: Pair) -> list[Finding]:
    """A figure bounded from below in the source and from above in the English, or the other way round;
    where there is no figure (`at least among the Malays`), words that can be nothing else."""
    ours, theirs = pair.source_mentions.get(_BOUND, ()), pair.target_mentions.get(_BOUND, ())
    there = _bounds(ours, pair.source_split, pair.source_figures) if theirs else []
    here = _bounds(theirs, pair.target_split, pair.target_figures) if there else []
    for figure, bound in there:
        others = [
            mention
            for other, mention in here
            if not figure.values.isdisjoint(other.values | other.loose)
            or not figure.loose.isdisjoint(other.values)
        ]
        if not others or not bound.concept.asks:
            continue
        poles = {mention.concept.pole for mention in others}
        if bound.concept.pole not in poles and any(mention.concept.asks for mention in others):
            said = bound.text(pair.source_split, pair.source)
            instead = others[0].text(pair.target_split, pair.target)
            return [warning("bounds", f"the source says “{said} {figure.text}”, the English “{instead}”")]
    for found in contrasts(pair, "bounds", ("limit",)):
        return [warning("bounds", f"the source says “{found.said}”, the English “{found.instead}”")]
    return []


def _bounds(
    mentions: Sequence[Mention], words: Words, figures: Sequence[Figure]
) -> list[tuple[Figure, Mention]]:
    """Each bound with the figure that follows within three words, or else the one before (`atau lebih`)."""
    found: list[tuple[Figure, Mention]] = []
    starts = [figure.start for figure in figures]
    for mention in mentions:
        start, end = words.spans[mention.first][0], words.spans[mention.after - 1][1]
        limit = words.spans[min(mention.after + 3, len(words) - 1)][0]
        at = bisect_left(starts, end)
        if at == len(starts) or starts[at] > limit:
            at = bisect_left(starts, start) - 1
            if at < 0 or starts[at] < words.spans[max(mention.first - 4, 0)][0]:
                continue
        found.append((figures[at], mention))
    return found
