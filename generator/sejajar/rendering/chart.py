"""Small bar charts that are tables: a number in each cell, its bar drawn by the style sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sejajar.model import Edition
from sejajar.rendering.inline import literal
from sejajar.rendering.wording import month_name, say, short_month

Month = tuple[int, int]
"""Year and month."""


def months_chart(counts: Mapping[Month, int], edition: Edition) -> str:
    """HTML: a row a year, the newest first, a column a month; all bars to one scale."""
    if not counts:
        return ""
    most = max(counts.values())
    years = sorted({year for year, _ in counts}, reverse=True)
    heads = "".join(
        f'<th scope="col"><abbr title="{month_name(month, edition)}">{name}</abbr></th>'
        for month in range(1, 13)
        for name in [short_month(month, edition)]
    )
    head = f'<tr><th scope="col"><span class="sj-spoken">{say(edition, "year")}</span></th>{heads}</tr>'
    rows = "".join(_year(year, counts, most) for year in years)
    caption = literal(say(edition, "chart-months"))
    return (
        f'<table class="sj-chart"><caption>{caption}</caption>'
        f"<thead>{head}</thead><tbody>{rows}</tbody></table>"
    )


def _year(year: int, counts: Mapping[Month, int], most: int) -> str:
    cells = "".join(_bar(counts.get((year, month), 0), most) for month in range(1, 13))
    return f'<tr><th scope="row">{year}</th>{cells}</tr>'


def _bar(count: int, most: int) -> str:
    return f'<td style="--sj-share:{share(count, most)}">{count}</td>' if count else "<td>0</td>"


def share(part: int, whole: int) -> str:
    """A part as CSS reads it: `0.375`; nothing of nothing is nothing."""
    return f"{part / whole:.3f}".rstrip("0").rstrip(".") if whole else "0"


def cells(numbers: Sequence[int], whole: int) -> str:
    """Cells of a table, each number with its bar of the whole."""
    return "".join(
        f'<td class="sj-bar" style="--sj-share:{share(number, whole)}">{number}</td>' for number in numbers
    )
