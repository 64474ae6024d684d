"""The archive: all years with their counts, and a page for each year, or for each month of a long year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sejajar.model import Edition
from sejajar.rendering.addresses import PLACES, Places, relative
from sejajar.rendering.chart import months_chart
from sejajar.rendering.inline import literal
from sejajar.rendering.rows import LONGEST, by_year, in_pages, pager, row, wrapped
from sejajar.rendering.view import View
from sejajar.rendering.wording import count, month_name, say


class Listing(NamedTuple):
    """A page of a list."""

    path: str
    title: str
    body: str
    """Markdown."""
    description: str
    has_contents: bool = False
    """Whether its headings are worth a table of contents."""


def archive(views: Sequence[View], edition: Edition, longest: int = LONGEST, places: Places = PLACES) -> str:
    """The years with their months, and how many briefings each has; light however many there are."""
    page = places.archive(edition)
    counts = Counter(_month_of(view) for view in views)
    parts = [f"# {literal(say(edition, 'archive-title'))}"]
    parts.append(
        f'<p class="sj-intro">{literal(say(edition, "archive-intro" if views else "nothing-yet"))}</p>'
    )
    if counts:
        parts.append(months_chart(counts, edition))
    for year, months in groupby(sorted(counts, reverse=True), key=lambda month: month[0]):
        of_year = {month: counts[year, month] for _, month in months}
        total = sum(of_year.values())
        target = relative(places.archive(edition, year), page)
        parts.append(f'## [{year}]({target}) <span class="sj-count">{count(edition, total)}</span>')
        parts.append(_months(of_year, edition, year, page, places, apart=total > longest))
    return wrapped("sj-archive", parts)


def _month_of(view: View) -> tuple[int, int]:
    date = view.briefing.article.metadata.date
    return date.year, date.month


def _months(
    counts: dict[int, int], edition: Edition, year: int, page: str, places: Places, *, apart: bool
) -> str:
    """Each month with its count, leading to its own page or to its place on the year's."""
    of_year = places.archive(edition, year)
    rows = []
    for month, many in counts.items():
        target = places.archive(edition, year, month) if apart else f"{of_year}#{_anchor(month)}"
        link = f"[{month_name(month, edition)}]({relative(target, page)})"
        rows.append(f'- {link} <span class="sj-count">{many}</span>')
    return "\n".join(rows)


def listings(
    views: Sequence[View], edition: Edition, longest: int = LONGEST, places: Places = PLACES
) -> Iterator[Listing]:
    """The pages below the archive's first."""
    for year, of_year in by_year(views):
        if len(of_year) <= longest:
            yield _year(of_year, edition, year, places)
            continue
        counts = Counter(view.briefing.article.metadata.date.month for view in of_year)
        yield _months_of_year(dict(counts), edition, year, places)
        for month, of_month in groupby(of_year, key=lambda view: view.briefing.article.metadata.date.month):
            yield from _month(list(of_month), edition, (year, month), longest, places)


def _up(edition: Edition, path: str, places: Places, year: int | None = None) -> str:
    target = relative(places.archive(edition, year), path)
    words = say(edition, "archive-year", year=year) if year else say(edition, "archive-all")
    return f"[{words}]({target}){{ .sj-up }}"


def _year(views: Sequence[View], edition: Edition, year: int, places: Places) -> Listing:
    """One year's briefings, newest first, under their months."""
    path = places.archive(edition, year)
    title = say(edition, "archive-year", year=year)
    parts = [f"# {title}", _up(edition, path, places)]
    for month, of_month in groupby(views, key=lambda view: view.briefing.article.metadata.date.month):
        parts.append(f'## {month_name(month, edition)} {{ id="{_anchor(month)}" }}')
        parts.append("\n".join(row(view, path) for view in of_month))
    body = wrapped("sj-archive sj-rows", parts)
    return Listing(path, title, body, _description(title, edition, len(views)), has_contents=True)


def _months_of_year(counts: dict[int, int], edition: Edition, year: int, places: Places) -> Listing:
    """A year too long for a page leads to its months."""
    path = places.archive(edition, year)
    title = say(edition, "archive-year", year=year)
    parts = [f"# {title}", _up(edition, path, places)]
    parts.append(months_chart({(year, month): many for month, many in counts.items()}, edition))
    parts.append(_months(counts, edition, year, path, places, apart=True))
    words = _description(title, edition, sum(counts.values()))
    return Listing(path, title, wrapped("sj-archive", parts), words)


def _month(
    views: Sequence[View], edition: Edition, month: tuple[int, int], longest: int, places: Places
) -> Iterator[Listing]:
    title = f"{month_name(month[1], edition)} {month[0]}"
    pages = in_pages(views, longest)
    paths = [places.archive(edition, *month, page) for page in range(1, len(pages) + 1)]
    for at, (path, of_page) in enumerate(zip(paths, pages, strict=True)):
        rows = "\n".join(row(view, path) for view in of_page)
        parts = [f"# {title}", _up(edition, path, places, month[0]), rows, pager(edition, path, paths, at)]
        one, body = numbered(title, edition, at, len(paths)), wrapped("sj-archive sj-rows", parts)
        yield Listing(path, one, body, _description(one, edition, len(views)))


def _description(title: str, edition: Edition, many: int) -> str:
    return say(edition, "about-list", title=title, count=count(edition, many))


def numbered(title: str, edition: Edition, at: int, pages: int) -> str:
    """A title for a page of several: no two have the same."""
    return f"{title} ({say(edition, 'page-of', page=at + 1, pages=pages)})" if at else title


def _anchor(month: int) -> str:
    return f"m{month:02}"
