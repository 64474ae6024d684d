"""The page for editors: how much is translated, reviewed, signed, stale, flagged, by month and by article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from typing import TYPE_CHECKING

from sejajar.catalogs import Briefing
from sejajar.language.inline import literal, plain
from sejajar.language.wording import count, long_date, month_name, say, short_date
from sejajar.model import Edition, State
from sejajar.rendering.article.timeline import excerpt
from sejajar.rendering.html.chart import cells
from sejajar.rendering.html.markup import Element, Node, element, link
from sejajar.rendering.lists.rows import LONGEST, main_heading, nothing_yet, own_link
from sejajar.site.addresses import MEANINGS, PLACES
from sejajar.site.people import Person
from sejajar.site.view import View

if TYPE_CHECKING:
    from sejajar.checking import Risk


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
class Riskiest:
    """A pair that nobody has signed, and how likely it is wrong."""

    article: str
    """Its path."""
    anchor: str
    """The pair's, on the article's page."""
    text: str
    """The Indonesian, in Markdown."""
    risk: Risk


@dataclass(frozen=True, slots=True)
class Standing:
    """All tallies of a site: made once, for both editions."""

    of: Mapping[str, Tally]
    """By the article's path."""
    has_flags: bool
    """Whether the checks were run: no findings is not the same as none looked for."""
    riskiest: Sequence[Riskiest] = ()


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


def standing(
    briefings: Sequence[Briefing],
    flagged: Mapping[str, int] | None = None,
    riskiest: Sequence[Riskiest] = (),
) -> Standing:
    """`flagged`: how many findings each article has, by its path; None where nobody has looked."""
    counts = flagged or {}
    of = {item.article.path: tally(item, counts.get(item.article.path, 0)) for item in briefings}
    return Standing(of, flagged is not None, riskiest)


def status(
    views: Sequence[View],
    edition: Edition,
    now: Standing,
    signers: Sequence[Person] = (),
    longest: int = LONGEST,
) -> Element:
    """`views` newest first. All months; of the articles those that are not wholly reviewed, the newest."""
    parts: list[Node] = [main_heading(literal(say(edition, "status")))]
    parts.append(element("p", literal(say(edition, "status-intro")), class_="sj-intro"))
    parts += _meanings(edition)
    if not views:
        return element("div", *parts, nothing_yet(edition), class_="sj-status")
    parts += [_heading(edition, "status-months"), _months(views, edition, now)]
    parts += _people(signers, edition)
    parts += _first(views, edition, now)
    waiting = [view for view in views if not _is_done(now.of[view.briefing.article.path])]
    parts.append(_heading(edition, "status-articles"))
    parts.append(
        _articles(waiting[:longest], edition, now) if waiting else nothing_yet(edition, "status-none")
    )
    if rest := len(waiting[longest:]):
        words = say(edition, "status-rest", count=count(edition, rest))
        parts.append(element("p", literal(words), class_="sj-rest"))
    return element("div", *parts, class_="sj-status")


def _meanings(edition: Edition) -> list[Node]:
    """What the words mean that the tables count by; article pages lead here."""
    items = (element("p", literal(say(edition, key))) for key in ("means-reviewed", "means-signed"))
    return [element("div", *items, id=MEANINGS, class_="sj-meanings")]


def _people(signers: Sequence[Person], edition: Edition) -> list[Node]:
    """Who signed most; nothing where nobody has, or nobody is named."""
    if not signers:
        return []
    rows = []
    for one in signers:
        words = long_date(one.last, edition) if one.last else ""
        when = element("time", words, datetime=one.last.isoformat() if one.last else None)
        name = link(PLACES.person(edition, one.who.slug), literal(one.who.name))
        numbers = (element("td", str(number)) for number in (len(one.parts), one.signed))
        rows.append(element("tr", element("th", name, scope="row"), *numbers, element("td", when)))
    keys = ("status-person", "status-count", "status-signed", "status-last")
    heads = (element("th", literal(say(edition, key)), scope="col") for key in keys)
    title = say(edition, "status-people")
    table = _table(title, element("thead", element("tr", *heads)), element("tbody", *rows))
    everybody = link(PLACES.person(edition), literal(say(edition, "people-all")))
    intro = element("p", literal(say(edition, "status-people-intro")), " ", everybody)
    return [_heading(edition, "status-people"), intro, table]


def _first(views: Sequence[View], edition: Edition, now: Standing) -> list[Node]:
    """What to read first, each with the reasons; nothing where all is signed."""
    by_path = {view.briefing.article.path: view for view in views}
    rows = []
    for one in now.riskiest:
        view = by_path.get(one.article)
        if view is None:
            continue
        target = f"{PLACES.article(view.briefing.article, edition)}#{one.anchor}"
        words = excerpt(plain(one.text))
        why = "; ".join(say(edition, f"risk-{item.why}", number=item.number) for item in one.risk.reasons)
        passage = link(target, words, lang=None if edition == "id" else "id")
        rows.append(element("li", passage, " ", element("span", literal(why), class_="sj-why")))
    if not rows:
        return []
    intro = element("p", literal(say(edition, "status-first-intro")))
    return [_heading(edition, "status-first"), intro, element("ol", *rows)]


def _heading(edition: Edition, key: str) -> Element:
    return element("h2", literal(say(edition, key)), id=key)


def _is_done(one: Tally) -> bool:
    return one.reviewed == one.passages and not one.flagged


def _months(views: Sequence[View], edition: Edition, now: Standing) -> Element:
    rows = []
    total = Tally()
    for (year, month), of_month in groupby(views, key=_month):
        sum_of = reduce(Tally.__add__, (now.of[view.briefing.article.path] for view in of_month))
        total += sum_of
        rows.append(_row(f"{month_name(month, edition)} {year}", str(sum_of.articles), sum_of, now))
    last = _row(literal(say(edition, "status-total")), str(total.articles), total, now)
    head = _head(edition, "status-month", "status-count", now)
    name = say(edition, "status-months")
    return _table(name, head, element("tbody", *rows), element("tfoot", last))


def _month(view: View) -> tuple[int, int]:
    date = view.briefing.article.metadata.date
    return date.year, date.month


def _row(name: Node, second: Node, one: Tally, now: Standing) -> Element:
    return element("tr", element("th", name, scope="row"), element("td", second), *_numbers(one, now))


def _numbers(one: Tally, now: Standing) -> list[Element]:
    flags = [element("td", str(one.flagged))] if now.has_flags else []
    bars = cells((one.translated, one.reviewed, one.signed), one.passages)
    return [element("td", str(one.passages)), *bars, element("td", str(one.stale)), *flags]


def _head(edition: Edition, first: str, second: str, now: Standing) -> Element:
    keys = [first, second, "status-passages", "status-translated", "status-reviewed", "status-signed"]
    keys += ["status-stale"] + (["status-flagged"] if now.has_flags else [])
    heads = (element("th", literal(say(edition, key)), scope="col") for key in keys)
    return element("thead", element("tr", *heads))


def _articles(views: Sequence[View], edition: Edition, now: Standing) -> Element:
    rows = []
    for view in views:
        day = view.briefing.article.metadata.date
        words = f"{short_date(day, edition)} {day.year}"
        when = element("time", words, datetime=day.isoformat())
        rows.append(_row(own_link(view), when, now.of[view.briefing.article.path], now))
    head = _head(edition, "status-article", "status-date", now)
    return _table(say(edition, "status-articles"), head, element("tbody", *rows))


def _table(name: str, *parts: Element) -> Element:
    """Wider than a phone, it scrolls by itself; so that it can by keyboard too, it takes the focus."""
    table = element("table", *parts, class_="sj-figures")
    return element("div", table, class_="sj-scroll", role="region", aria_label=name, tabindex="0")
