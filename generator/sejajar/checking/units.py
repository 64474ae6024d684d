"""*units*, the other half: the number kept and its unit changed."""

from __future__ import annotations

from collections.abc import Iterator

from sejajar.checking.finding import Finding, error
from sejajar.checking.pair import Pair
from sejajar.language.figures import Figure
from sejajar.language.measures import measure_after


def check_kept_numbers(pair: Pair) -> list[Finding]:
    """`5 kilometres` where the source says `5 mil`, `three weeks` for `tiga bulan`."""
    if not pair.source_figures or not pair.target_figures:
        return []
    there = list(_measured(pair.source_figures, pair.source))
    if not there:
        return []
    here = list(_measured(pair.target_figures, pair.target))
    for figure, unit, text in there:
        same = [
            (other_unit, other_text)
            for other, other_unit, other_text in here
            if not figure.values.isdisjoint(other.values)
        ]
        if same and all(other_unit != unit for other_unit, _ in same):
            bare = any(
                not figure.values.isdisjoint(other.values) and all(other is not it for it, _, _ in here)
                for other in pair.target_figures
            )
            again = any(other_unit == unit for _, other_unit, _ in here)
            if not bare and not again:
                return [error("units", f"the source says “{text}”, the English “{same[0][1]}”")]
    return []


def _measured(figures: tuple[Figure, ...], text: str) -> Iterator[tuple[Figure, str, str]]:
    """The figures that count a measure: the unit, and number and unit as they stand there."""
    for figure in figures:
        if figure.kind == "number" and (found := measure_after(text, figure)):
            yield figure, *found
