"""The page for editors: how much is translated, reviewed, signed, stale, flagged, by month and by article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby

from sejajar.catalog import Briefing, State
from sejajar.model import Edition
from sejajar.rendering.addresses import PLACES, Places
from sejajar.rendering.chart import cells
from sejajar.rendering.inline import literal
from sejajar.rendering.rows import LONGEST, own_link, wrapped
from sejajar.rendering.view import View
from sejajar.rendering.wording import count, month_name, say, short_date


@dataclass(frozen=True, slots=True)
class Tally:
    """How far the English of one or more articles is, in passages."""

    articles: int = 0
    passages: int = 0
    translated: int = 0
    """Those with any English, stale or not."""
    reviewed: int = 0
    signed: int = 0
    stale: int = 0
    flagged: int = 0
    """What the checks found."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.articles + other.articles,
            self.passages + other.passages,
            self.translated + other.translated,
            self.reviewed + other.reviewed,
            self.signed + other.signed,
            self.stale + other.stale,
            self.flagged + other.flagged,
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """All tallies of a site: made once, for both editions."""

    of: Mapping[str, Tally]
    """By the article's path."""
    has_flags: bool
    """Whether the checks were run: no findings is not the same as none looked for."""


def tally(briefing: Briefing, flagged: int = 0) -> Tally:
    entries = [pair.entry for pair in briefing.pairs.values()]
    states = [entry.state for entry in entries]
    total = len(entries)
    return Tally(
        1,
        total,
        total - states.count(State.UNTRANSLATED),
        states.count(State.REVIEWED),
        sum(entry.signed for entry in entries),
        states.count(State.STALE),
        flagged,
    )


def standing(briefings: Sequence[Briefing], flagged: Mapping[str, int] | None = None) -> Standing:
    """`flagged`: how many findings each article has, by its path; None where nobody has looked."""
    counts = flagged or {}
    of = {item.article.path: tally(item, counts.get(item.article.path, 0)) for item in briefings}
    return Standing(of, flagged is not None)


def status(
    views: Sequence[View], edition: Edition, now: Standing, longest: int = LONGEST, places: Places = PLACES
) -> str:
    """`views` newest first. All months; of the articles those that are not wholly reviewed, the newest."""
    parts = [
        f"# {say(edition, 'status')}",
        f'<p class="sj-intro">{literal(say(edition, "status-intro"))}</p>',
    ]
    if not views:
        return wrapped("sj-status", [*parts, literal(say(edition, "nothing-yet"))])
    parts += [f"## {say(edition, 'status-months')}", _months(views, edition, now)]
    waiting = [view for view in views if not _is_done(now.of[view.briefing.article.path])]
    parts.append(f"## {say(edition, 'status-articles')}")
    parts.append(
        _articles(waiting[:longest], edition, now, places)
        if waiting
        else literal(say(edition, "status-none"))
    )
    if rest := len(waiting[longest:]):
        parts.append(f'<p class="sj-rest">{say(edition, "status-rest", count=count(edition, rest))}</p>')
    return wrapped("sj-status", parts)


def _is_done(one: Tally) -> bool:
    return one.reviewed == one.passages and not one.flagged


def _months(views: Sequence[View], edition: Edition, now: Standing) -> str:
    rows = []
    total = Tally()
    for (year, month), of_month in groupby(views, key=_month):
        sum_of = reduce(Tally.__add__, (now.of[view.briefing.article.path] for view in of_month))
        total += sum_of
        rows.append(_row(f"{month_name(month, edition)} {year}", str(sum_of.articles), sum_of, now))
    rows.append(_row(say(edition, "status-total"), str(total.articles), total, now))
    head = _head(edition, "status-month", "status-count", now)
    body = "".join(f"<tr>{cells_of}</tr>" for cells_of in rows[:-1])
    name = say(edition, "status-months")
    return _table(f"{head}<tbody>{body}</tbody><tfoot><tr>{rows[-1]}</tr></tfoot>", name, "")


def _month(view: View) -> tuple[int, int]:
    date = view.briefing.article.metadata.date
    return date.year, date.month


def _row(name: str, second: str, one: Tally, now: Standing) -> str:
    return f'<th scope="row">{name}</th><td>{second}</td>{_numbers(one, now)}'


def _numbers(one: Tally, now: Standing) -> str:
    flags = f"<td>{one.flagged}</td>" if now.has_flags else ""
    bars = cells((one.translated, one.reviewed, one.signed), one.passages)
    return f"<td>{one.passages}</td>{bars}<td>{one.stale}</td>{flags}"


def _a_line_each(cells: str) -> str:
    """Inside Markdown, what follows a cell on its line would be taken for a paragraph."""
    return cells.replace("</td><td", "</td>\n<td")


def _head(edition: Edition, first: str, second: str, now: Standing) -> str:
    keys = [first, second, "status-passages", "status-translated", "status-reviewed", "status-signed"]
    keys += ["status-stale"] + (["status-flagged"] if now.has_flags else [])
    heads = "".join(f'<th scope="col">{say(edition, key)}</th>' for key in keys)
    return f"<thead><tr>{heads}</tr></thead>"


def _articles(views: Sequence[View], edition: Edition, now: Standing, places: Places) -> str:
    """Rows are Markdown for the sake of their links alone."""
    page = places.status(edition)
    rows = []
    for view in views:
        article = view.briefing.article
        day = article.metadata.date
        when = f'<time datetime="{day.isoformat()}">{short_date(day, edition)} {day.year}</time>'
        rows.append(
            f'<tr markdown="1">\n<th scope="row" markdown="span">{own_link(view, page)}</th>\n'
            f"{_a_line_each(f'<td>{when}</td>{_numbers(now.of[article.path], now)}')}\n</tr>"
        )
    head = _head(edition, "status-article", "status-date", now)
    body = '<tbody markdown="1">\n' + "\n".join(rows) + "\n</tbody>"
    return _table(f"\n{head}\n{body}\n", say(edition, "status-articles"), ' markdown="1"')


def _table(inner: str, name: str, attributes: str) -> str:
    """Wider than a phone, it scrolls by itself; so that it can by keyboard too, it takes the focus."""
    wrapper = f'<div class="sj-scroll" role="region" aria-label="{name}" tabindex="0"{attributes}>'
    newline = "\n" if attributes else ""
    table = f'<table class="sj-figures"{attributes}>{inner}</table>'
    return f"{wrapper}{newline}{table}{newline}</div>"
