"""*percent*: per cent is neither a plain number nor a percentage point."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sejajar.checking.finding import Finding, error
from sejajar.checking.pair import Pair
from sejajar.language.figures import Figure

_PLAIN, _PERCENT, _POINTS = range(3)
_POINTS_AFTER = re.compile(
    r"\W{0,3}(?:poin|points?|basis|bps|bp)\b|\W{0,3}(?:persentase|persen) poin\b", re.IGNORECASE
)
_POINT_AFTER = re.compile(r"(?:(?<=percentage)|(?<=persen)|(?<=persentase)) (?:poin|points?)\b")
_LIST = re.compile(r"[\s,;–—/-]*(?:(?:and|or|to|plus|minus)[\s,]+)*(?:and|or|to|minus)?[\s,]*", re.IGNORECASE)
"""What stands between the numbers of a list that end in one `per cent`."""


_MEANT_OTHERWISE = re.compile(r"[12]\d{3}|[^\W\d_]+")
"""A year or an ordinal that got the per cent of its neighbour as in a range: `kedua dengan 32 persen`."""


class _Share(NamedTuple):
    figure: Figure
    kind: int


def check_percent(pair: Pair) -> list[Finding]:
    """A share that has lost its per cent, or become percentage points, or the other way round."""
    if "%" not in {figure.unit for figure in (*pair.source_figures, *pair.target_figures)}:
        return []
    there = _shares(pair.source, pair.source_figures, lists=False)
    here = _shares(pair.target, pair.target_figures, lists=True)
    for share in there:
        if share.kind == _PLAIN:
            continue
        same = [other for other in here if not share.figure.values.isdisjoint(other.figure.values)]
        kinds = {other.kind for other in same}
        if not same or share.kind in kinds:
            continue
        text, instead = share.figure.text, same[0].figure.text
        if share.kind == _PERCENT and kinds == {_PLAIN}:
            return [error("percent", f"the source says “{text}”, the English “{instead}” without per cent")]
        if share.kind == _PERCENT and _POINTS in kinds:
            return [error("percent", f"the source says “{text}”, the English percentage points")]
        if share.kind == _POINTS and _PERCENT in kinds:
            return [error("percent", f"the source says “{text}” and means points, the English “{instead}”")]
    return []


def _shares(text: str, figures: Sequence[Figure], lists: bool) -> list[_Share]:
    """The numbers with what they are; with `lists`, `2, 3 and 5 per cent` are all shares."""
    found: list[_Share] = []
    later: _Share | None = None
    for figure in reversed(figures):
        end = figure.start + len(figure.text)
        kind = _PERCENT if figure.unit == "%" and not _MEANT_OTHERWISE.fullmatch(figure.text) else _PLAIN
        if (_POINT_AFTER if kind == _PERCENT else _POINTS_AFTER).match(text, end):
            kind = _POINTS
        elif lists and kind == _PLAIN and later and _LIST.fullmatch(text, end, later.figure.start):
            kind = later.kind
        later = _Share(figure, kind)
        found.append(later)
    return found[::-1]
