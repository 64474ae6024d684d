"""*binding*: two numbers that have changed places, each now beside what the other one counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from sejajar.checking.finding import Finding, warning
from sejajar.checking.numbers import quoted
from sejajar.checking.pair import Pair
from sejajar.language.figures import SMALL, Figure
from sejajar.language.measures import measure_after
from sejajar.language.tables import words as word_list
from sejajar.language.words import Words

_NEAR = 4
"""Words on either side of a number that tell what it counts."""
_BEFORE = {
    "dari": ("from", "of"),
    "menjadi": ("to", "into"),
    "ke": ("to",),
    "hingga": ("to", "until"),
    "per": ("per", "a", "an"),
}
"""What stands right before a number and tells its part: `dari 4 menjadi 5`, `to 5 from 4`."""
_ENOUGH = 2
"""Votes, from the development corpora: with one, right reorderings are flagged."""
_EACH = frozenset(("masing", "respectively"))


def check_binding(pair: Pair) -> list[Finding]:
    """Two figures in the other order, whose neighbours have not changed places with them."""
    if len(pair.source_figures) < 2 or len(pair.target_figures) < 2:
        return []
    if not _EACH.isdisjoint(pair.source_lows | pair.target_lows):
        return []  # what is listed may be listed in another order
    bound = list(_matched(pair.source_figures, pair.target_figures))
    for (one, its), (two, other) in combinations(bound[:12], 2):
        if (one.start < two.start) == (its.start < other.start):
            continue
        if _votes(pair, one, two, its, other) >= _ENOUGH:
            said = f"the source says {quoted(one)} before {quoted(two)}, the English the other way round"
            return [warning("binding", said, "see which number belongs to what")]
    return []


def _matched(figures: Sequence[Figure], others: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each figure with its counterpart, where either side has its value once."""
    for figure in figures:
        if figure.weight < SMALL:
            continue
        same = [other for other in others if not figure.values.isdisjoint(other.values)]
        again = [other for other in figures if not figure.values.isdisjoint(other.values)]
        if len(same) == len(again) == 1:
            yield figure, same[0]


def _votes(pair: Pair, one: Figure, two: Figure, its: Figure, other: Figure) -> int:
    """How many neighbours of the two numbers say that they were exchanged, less those that say no."""
    kinds = _kind(pair.source, one), _kind(pair.source, two)
    others = _kind(pair.target, its), _kind(pair.target, other)
    if kinds[0] != kinds[1] and kinds == others:
        return 0  # whoever exchanges 5 km and 2007 gets 2007 km
    votes = 0
    for ours, theirs, aliens in ((kinds[0], others[0], others[1]), (kinds[1], others[1], others[0])):
        if ours and (ours == theirs) != (ours == aliens):
            votes += 2 if ours == aliens else -2
    years = _counting_years(pair, one, its, other) + _counting_years(pair, two, other, its)
    if not years and bool(_YEAR.fullmatch(one.text)) != bool(_YEAR.fullmatch(two.text)):
        return 0  # a year that stands as years do
    votes += years
    here = pair.target_split
    first, second = _place(here, its), _place(here, other)
    at_one, at_two = _place(pair.source_split, one), _place(pair.source_split, two)
    for at, mine_at, alien_at in ((at_one, first, second), (at_two, second, first)):
        words = _BEFORE.get(pair.source_split.lows[at - 1], ())
        to_mine, to_alien = (here.lows[place - 1] in words for place in (mine_at, alien_at))
        votes += 3 * (to_alien - to_mine)
        rival = at_two if at == at_one else at_one
        for near in range(max(0, at - _NEAR), min(len(pair.links), at + _NEAR + 1)):
            places = pair.links[near]
            if not places or near == at or abs(near - rival) <= abs(near - at):
                continue
            way = min(abs(place - mine_at) for place in places)
            detour = min(abs(place - alien_at) for place in places)
            if min(way, detour) <= _NEAR + 2:
                votes += (detour < way) - (way < detour)
    return votes


def _kind(text: str, figure: Figure) -> str:
    """What the figure is of, as far as it says so itself."""
    if figure.currency:
        return figure.currency.replace("USD", "$")
    if figure.unit == "%" or figure.kind != "number":
        return figure.unit or figure.kind
    measure = measure_after(text, figure)
    return measure[0] if measure else ""


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_COUNTS = re.compile(rf"\S+ (?!{'|'.join(sorted(word_list('en/after_years')))})[a-z]{{3,}}")


def _counting_years(pair: Pair, figure: Figure, its: Figure, alien: Figure) -> int:
    """2 for a year that now counts something (`2021 cases`), where the other number stands alone."""
    if not _YEAR.fullmatch(figure.text):
        return 0
    return 2 * bool(_COUNTS.match(pair.target, its.start) and not _COUNTS.match(pair.target, alien.start))


def _place(words: Words, figure: Figure) -> int:
    return next((at for at, (_, end) in enumerate(words.spans) if end > figure.start), len(words) - 1)
