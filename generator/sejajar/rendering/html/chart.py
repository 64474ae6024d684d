"""Small bar charts that are tables: a number in each cell, its bar drawn by the style sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sejajar.language.inline import literal
from sejajar.language.wording import month_name, say, short_month
from sejajar.model import Edition
from sejajar.rendering.html.markup import Element, element

Month = tuple[int, int]
"""Year and month."""


def months_chart(counts: Mapping[Month, int], edition: Edition) -> Element:
    """A row a year, the newest first, a column a month; all bars to one scale. `counts` is not empty."""
    most = max(counts.values())
    years = sorted({year for year, _ in counts}, reverse=True)
    heads = [
        element("th", element("abbr", name, title=month_name(month, edition)), scope="col")
        for month in range(1, 13)
        for name in [short_month(month, edition)]
    ]
    corner = element("th", element("span", say(edition, "year"), class_="sj-spoken"), scope="col")
    return element(
        "table",
        element("caption", literal(say(edition, "chart-months"))),
        element("thead", element("tr", corner, *heads)),
        element("tbody", *(_year(year, counts, most) for year in years)),
        class_="sj-chart",
    )


def _year(year: int, counts: Mapping[Month, int], most: int) -> Element:
    cells = (_bar(counts.get((year, month), 0), most) for month in range(1, 13))
    return element("tr", element("th", str(year), scope="row"), *cells)


def _bar(count: int, most: int) -> Element:
    return element("td", str(count), style=f"--sj-share:{share(count, most)}" if count else None)


def share(part: int, whole: int) -> str:
    """A part as CSS reads it: `0.375`; nothing of nothing is nothing."""
    return f"{part / whole:.3f}".rstrip("0").rstrip(".") if whole else "0"


def cells(numbers: Sequence[int], whole: int) -> list[Element]:
    """Cells of a table, each number with its bar of the whole."""
    return [
        element("td", str(number), class_="sj-bar", style=f"--sj-share:{share(number, whole)}")
        for number in numbers
    ]
