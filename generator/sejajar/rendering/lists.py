"""The pages that lead to articles: home, archive, and the newest briefings inside a page written by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sejajar.catalog import Briefing
from sejajar.glossary import Glossary
from sejajar.model import Edition, Status
from sejajar.rendering.addresses import archive_path, article_path, home_path, other, relative
from sejajar.rendering.body import points
from sejajar.rendering.inline import literal, plain
from sejajar.rendering.markup import Form, write
from sejajar.rendering.view import View
from sejajar.rendering.wording import count, long_date, month_name, say, short_date

NEWEST = 12
"""Briefings on a home page: a screen or three; the archive has the rest."""


def listed(briefings: Iterable[Briefing]) -> list[Briefing]:
    """Those that lists show, newest first. A retracted article keeps its address and leaves the lists."""
    shown = (item for item in briefings if item.article.metadata.status is not Status.RETRACTED)
    return sorted(shown, key=lambda item: (-item.article.metadata.date.toordinal(), item.article.path))


def latest(
    briefings: Iterable[Briefing],
    edition: Edition,
    page: str = "index.md",
    number: int = 6,
    *,
    reviewed_only: bool = False,
) -> str:
    """Markdown for the hand-written `page`: the newest briefings, each title leading to its edition."""
    views = [View(item, edition, Glossary(()), reviewed_only) for item in listed(briefings)[:number]]
    if not views:
        return f"*{literal(say(edition, 'nothing-yet'))}*"
    return _wrapped("sj-latest", [_both(view, page) for view in views])


def home(views: Sequence[View], edition: Edition, number: int = NEWEST) -> str:
    """`views` newest first. The first with its key points, as a newspaper leads."""
    page = home_path(edition)
    words = literal(say(edition, "home-intro"))
    parts = [f"# {literal(say(edition, 'home-title'))}", f'<p class="sj-intro">{words}</p>']
    if not views:
        parts.append(literal(say(edition, "nothing-yet")))
    parts += [_card(view, page, leading=place == 0) for place, view in enumerate(views[:number])]
    if views:
        target = relative(archive_path(edition), page)
        parts.append(f"[{literal(say(edition, 'archive-more'))}]({target}){{ .sj-more }}")
    return _wrapped("sj-home", parts)


def archive(views: Sequence[View], edition: Edition) -> str:
    """The years with their months, and how many briefings each has; light however many there are."""
    page = archive_path(edition)
    parts = [f"# {literal(say(edition, 'archive-title'))}"]
    parts.append(
        f'<p class="sj-intro">{literal(say(edition, "archive-intro" if views else "nothing-yet"))}</p>'
    )
    for year, of_year in _by_year(views):
        target = relative(archive_path(edition, year), page)
        months = Counter(view.briefing.article.metadata.date.month for view in of_year)
        parts.append(f'## [{year}]({target}) <span class="sj-count">{count(edition, len(of_year))}</span>')
        parts.append(
            "\n".join(_month(*item, edition, target) for item in sorted(months.items(), reverse=True))
        )
    return _wrapped("sj-archive", parts)


def _month(month: int, many: int, edition: Edition, target: str) -> str:
    name = month_name(month, edition)
    return f'- [{name}]({target}#{_month_anchor(month)}) <span class="sj-count">{many}</span>'


def archive_year(views: Sequence[View], edition: Edition, year: int) -> str:
    """One year's briefings, newest first, under their months."""
    page = archive_path(edition, year)
    up = relative(archive_path(edition), page)
    parts = [
        f"# {literal(say(edition, 'archive-year', year=year))}",
        f"[{say(edition, 'archive-all')}]({up}){{ .sj-up }}",
    ]
    for month, of_month in groupby(views, key=lambda view: view.briefing.article.metadata.date.month):
        parts.append(f'## {month_name(month, edition)} {{ id="{_month_anchor(month)}" }}')
        parts.append("\n".join(_row(view, page) for view in of_month))
    return _wrapped("sj-archive", parts)


def years(views: Sequence[View], edition: Edition) -> Iterator[tuple[int, str]]:
    """Each year with its page's Markdown."""
    for year, of_year in _by_year(views):
        yield year, archive_year(of_year, edition, year)


def _by_year(views: Sequence[View]) -> Iterator[tuple[int, list[View]]]:
    for year, of_year in groupby(views, key=lambda view: view.briefing.article.metadata.date.year):
        yield year, list(of_year)


def _month_anchor(month: int) -> str:
    return f"m{month:02}"


def _wrapped(name: str, parts: Iterable[str]) -> str:
    return f'<div class="{name}" markdown="1">\n\n' + "\n\n".join(parts) + "\n\n</div>"


def _link(view: View, edition: Edition, page: str) -> str:
    """The title in one language, leading to that edition; in Indonesian where it has no English."""
    title = View(view.briefing, edition, view.glossary, view.reviewed_only)
    text, language = title.own(view.briefing.article.title)
    target = relative(article_path(view.briefing.article, edition), page)
    attributes = f'lang="{language}" hreflang="{edition}"{_leave(edition, page)}'
    return f"[{literal(plain(text))}]({target}){{ {attributes} }}"


def _title(view: View, edition: Edition, page: str) -> str:
    """As `_link`, but says so where there is no title in that language."""
    if view.text(view.briefing.article.title, edition):
        return _link(view, edition, page)
    target = relative(article_path(view.briefing.article, edition), page)
    words = literal(say(edition, "untranslated"))
    return f'[{words}]({target}){{ .sj-gap lang="{edition}" hreflang="{edition}"{_leave(edition, page)} }}'


def _leave(edition: Edition, page: str) -> str:
    """Material's instant navigation keeps the language of the page it leaves, so it must not follow."""
    return "" if page.startswith(f"{edition}/") else ' target="_self"'


def _counterpart(view: View, name: str = "span") -> str:
    there = other(view.edition)
    text = view.text(view.briefing.article.title, there)
    if not text or view.own(view.briefing.article.title)[1] == there:
        return ""
    return f'<{name} class="sj-counterpart" lang="{there}">{literal(plain(text))}</{name}>'


def _kicker(view: View) -> str:
    metadata = view.briefing.article.metadata
    day = f'<time datetime="{metadata.date.isoformat()}">{long_date(metadata.date, view.edition)}</time>'
    place = f' <span class="sj-place">{literal(view.name(metadata.place))}</span>' if metadata.place else ""
    outlet = f' <span class="sj-outlet">{literal(metadata.source.outlet)}</span>' if metadata.source else ""
    return f'<p class="sj-dateline">{day}{place}{outlet}{_badge(view)}</p>'


def _badge(view: View) -> str:
    """What is not published yet says so in lists too."""
    metadata = view.briefing.article.metadata
    word = say(view.edition, "scheduled" if metadata.publish_at else "draft")
    return f' <span class="sj-badge">{word}</span>' if metadata.status is Status.DRAFT else ""


def _card(view: View, page: str, *, leading: bool) -> str:
    parts = [_kicker(view), f"## {_link(view, view.edition, page)}"]
    if counterpart := _counterpart(view, "p"):
        parts.append(counterpart)
    if leading and view.briefing.article.points:
        parts.append(write(points(view, anchored=False), Form.MARKDOWN))
    return _wrapped("sj-card sj-leading" if leading else "sj-card", parts)


def _row(view: View, page: str) -> str:
    day = view.briefing.article.metadata.date
    when = f'<time datetime="{day.isoformat()}">{short_date(day, view.edition)}</time>'
    return f"- {when} {_link(view, view.edition, page)} {_counterpart(view)}".rstrip() + _badge(view)


def _both(view: View, page: str) -> str:
    editions = (view.edition, other(view.edition))
    titles = (_wrapped("sj-title", [_title(view, edition, page)]) for edition in editions)
    return _wrapped("sj-entry", [_kicker(view), *titles])
