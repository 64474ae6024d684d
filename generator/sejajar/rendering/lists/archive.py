"""The archive: all years with their counts, and a page for each year, or for each month of a long year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from sejajar.language.inline import literal
from sejajar.language.wording import count, month_name, say
from sejajar.model import Edition
from sejajar.rendering.html.chart import months_chart
from sejajar.rendering.html.contents import contents
from sejajar.rendering.html.markup import Element, Node, element, link
from sejajar.rendering.lists.rows import LONGEST, by_year, counted, in_pages, main_heading, pager, rows
from sejajar.site.addresses import PLACES
from sejajar.site.view import View


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a list, as yet without its body: most pages are those of the last build."""

    path: str
    title: str
    description: str
    make: Callable[[], Element]
    """The body. It depends on the edition, the glossary and the next two, and on nothing else."""
    shows: Sequence[View] = ()
    """The articles whose titles it has."""
    besides: object = ()
    """What else it says: numbers, names, links. Equal where its `repr` is."""
    has_contents: bool = False
    """Whether its headings are worth a table of contents."""
    profile: str = ""
    """Whose page it is, where it is a person's."""


def archive(views: Sequence[View], edition: Edition, longest: int = LONGEST) -> Element:
    """The years with their months, and how many briefings each has; light however many there are."""
    counts = Counter(month_of(view) for view in views)
    intro = literal(say(edition, "archive-intro" if views else "nothing-yet"))
    parts: list[Node] = [main_heading(literal(say(edition, "archive-title")))]
    parts.append(element("p", intro, class_="sj-intro"))
    if counts:
        parts.append(months_chart(counts, edition))
    for year, months in groupby(sorted(counts, reverse=True), key=lambda month: month[0]):
        of_year = {month: counts[year, month] for _, month in months}
        total = sum(of_year.values())
        title = counted(link(PLACES.archive(edition, year), str(year)), count(edition, total))
        parts.append(element("h2", *title, id=_year_anchor(year)))
        parts.append(_months(of_year, edition, year, apart=total > longest))
    return element("div", *parts, class_="sj-archive")


def month_of(view: View) -> tuple[int, int]:
    date = view.briefing.article.metadata.date
    return date.year, date.month


def _months(counts: dict[int, int], edition: Edition, year: int, *, apart: bool) -> Element:
    """Each month with its count, leading to its own page or to its place on the year's."""
    of_year = PLACES.archive(edition, year)
    rows = []
    for month, many in counts.items():
        target = PLACES.archive(edition, year, month) if apart else f"{of_year}#{_anchor(month)}"
        rows.append(element("li", *counted(link(target, month_name(month, edition)), str(many))))
    return element("ul", *rows)


def listings(views: Sequence[View], edition: Edition, longest: int = LONGEST) -> Iterator[Listing]:
    """The pages below the archive's first."""
    for year, of_year in by_year(views):
        if len(of_year) <= longest:
            yield _year(of_year, edition, year)
            continue
        counts = Counter(view.briefing.article.metadata.date.month for view in of_year)
        yield _months_of_year(dict(counts), edition, year)
        for month, of_month in groupby(of_year, key=lambda view: view.briefing.article.metadata.date.month):
            yield from _month(list(of_month), edition, (year, month), longest)


def _up(edition: Edition, year: int | None = None) -> Element:
    words = say(edition, "archive-year", year=year) if year else say(edition, "archive-all")
    return element("p", link(PLACES.archive(edition, year), literal(words), class_="sj-up"))


def _year(views: Sequence[View], edition: Edition, year: int) -> Listing:
    """One year's briefings, newest first, under their months."""
    title = say(edition, "archive-year", year=year)

    def make() -> Element:
        return _year_body(views, edition, title)

    words = _description(title, edition, len(views))
    return Listing(PLACES.archive(edition, year), title, words, make, views, has_contents=True)


def _year_body(views: Sequence[View], edition: Edition, title: str) -> Element:
    months = dict.fromkeys(view.briefing.article.metadata.date.month for view in views)
    links = (element("a", month_name(month, edition), href=f"#{_anchor(month)}") for month in months)
    parts: list[Node | None] = [main_heading(literal(title)), _up(edition), contents(links, edition)]
    for month, of_month in groupby(views, key=lambda view: view.briefing.article.metadata.date.month):
        parts += [element("h2", month_name(month, edition), id=_anchor(month)), rows(of_month)]
    return element("div", *parts, class_="sj-archive sj-rows")


def _months_of_year(counts: dict[int, int], edition: Edition, year: int) -> Listing:
    """A year too long for a page leads to its months."""
    title = say(edition, "archive-year", year=year)

    def make() -> Element:
        chart = months_chart({(year, month): many for month, many in counts.items()}, edition)
        months = _months(counts, edition, year, apart=True)
        return element("div", main_heading(literal(title)), _up(edition), chart, months, class_="sj-archive")

    words = _description(title, edition, sum(counts.values()))
    return Listing(PLACES.archive(edition, year), title, words, make, besides=sorted(counts.items()))


def _month(
    views: Sequence[View], edition: Edition, month: tuple[int, int], longest: int
) -> Iterator[Listing]:
    title = f"{month_name(month[1], edition)} {month[0]}"
    pages = in_pages(views, longest)
    paths = [PLACES.archive(edition, *month, page) for page in range(1, len(pages) + 1)]
    for at, (path, of_page) in enumerate(zip(paths, pages, strict=True)):
        parts = partial(_month_body, of_page, edition, title, month[0], pager(edition, paths, at))
        one = numbered(title, edition, at, len(paths))
        words = _description(one, edition, len(views))
        yield Listing(path, one, words, parts, of_page, len(paths))


def _month_body(
    views: Sequence[View], edition: Edition, title: str, year: int, leading_on: Element | None
) -> Element:
    parts = (main_heading(literal(title)), _up(edition, year), rows(views), leading_on)
    return element("div", *parts, class_="sj-archive sj-rows")


def _description(title: str, edition: Edition, many: int) -> str:
    return say(edition, "about-list", title=title, count=count(edition, many))


def numbered(title: str, edition: Edition, at: int, pages: int) -> str:
    """A title for a page of several: no two have the same."""
    return f"{title} ({say(edition, 'page-of', page=at + 1, pages=pages)})" if at else title


def _anchor(month: int) -> str:
    return f"m{month:02}"


def _year_anchor(year: int) -> str:
    return f"y{year}"
