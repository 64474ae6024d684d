"""The home pages, and the newest briefings inside a page written by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sejajar.catalog import Briefing
from sejajar.glossary import Glossary
from sejajar.model import Edition
from sejajar.rendering.addresses import PLACES, Places, other, relative
from sejajar.rendering.blocks import points
from sejajar.rendering.gathered import linked_name
from sejajar.rendering.inline import inline, literal
from sejajar.rendering.markup import Form, write
from sejajar.rendering.naming import Name
from sejajar.rendering.rows import (
    draft_badge,
    leave,
    listed,
    other_title,
    own_link,
    state_word,
    title_link,
    wrapped,
)
from sejajar.rendering.view import View
from sejajar.rendering.wording import long_date, say

__all__ = ["home", "latest", "listed"]

NEWEST = 12
"""Briefings on a home page: a screen or three; the archive has the rest."""
TOLD = 4
"""Of these, the newest, which say their key points."""
TOPICS = 10


def latest(
    briefings: Iterable[Briefing],
    edition: Edition,
    page: str = "index.md",
    number: int = 6,
    *,
    reviewed_only: bool = False,
    places: Places = PLACES,
) -> str:
    """Markdown for the hand-written `page`: the newest briefings, each title leading to its edition."""
    newest = listed(briefings)[:number]
    views = [View(item, edition, Glossary(()), reviewed_only, places=places) for item in newest]
    if not views:
        return f"*{literal(say(edition, 'nothing-yet'))}*"
    return wrapped("sj-latest", [_both(view, page) for view in views])


def home(
    views: Sequence[View],
    edition: Edition,
    topics: Sequence[Name] = (),
    number: int = NEWEST,
    places: Places = PLACES,
) -> str:
    """`views` newest first. The first with its key points in both languages, as a newspaper leads.

    `topics`: of all tags those to name here.
    """
    page = places.home(edition)
    words = literal(say(edition, "home-intro"))
    parts = [f"# {literal(say(edition, 'home-title'))}", f'<p class="sj-intro">{words}</p>']
    if not views:
        parts.append(literal(say(edition, "nothing-yet")))
    parts += [_card(view, page, place) for place, view in enumerate(views[:number])]
    if views:
        parts.append(_more(edition, page, topics, places))
    return wrapped("sj-home", parts)


def _more(edition: Edition, page: str, topics: Sequence[Name], places: Places) -> str:
    """What leads on: the topics, and the archive."""
    links = [linked_name(name, edition, page, places) for name in topics[:TOPICS]]
    more = relative(places.archive(edition), page)
    archive = f'<p markdown="span">[{literal(say(edition, "archive-more"))}]({more}){{ .sj-more }}</p>'
    if not links:
        return archive
    index = relative(places.facet(edition, "tag"), page)
    label = f"[{literal(say(edition, 'tags'))}]({index})"
    return f'<p class="sj-topics" markdown="span">{label} {" ".join(links)}</p>\n\n{archive}'


def kicker(view: View) -> str:
    metadata = view.briefing.article.metadata
    day = f'<time datetime="{metadata.date.isoformat()}">{long_date(metadata.date, view.edition)}</time>'
    place = f' <span class="sj-place">{literal(view.name(metadata.place))}</span>' if metadata.place else ""
    outlet = (
        f' <span class="sj-outlet">{literal(view.outlet(metadata.source.outlet))}</span>'
        if metadata.source
        else ""
    )
    return f'<p class="sj-dateline">{day}{place}{outlet}{draft_badge(view)}</p>'


def _card(view: View, page: str, place: int) -> str:
    parts = [kicker(view), f"## {own_link(view, page)}"]
    if title := other_title(view):
        parts.append(f'<p class="sj-counterpart" lang="{other(view.edition)}">{title}</p>')
    if place == 0 and view.briefing.article.points:
        parts.append(write(points(view, anchored=False), Form.MARKDOWN))
    elif place < TOLD:
        parts += _told(view)
    return wrapped("sj-card sj-leading" if place == 0 else "sj-card", parts)


def _told(view: View) -> list[str]:
    """The key points in the edition's own language, and then those that there are in the other."""
    there = other(view.edition)
    points = view.briefing.article.points
    own = [view.own(point) for point in points]
    items = "".join(
        f"<li{_in(language, view)}>{inline(text)}{state_word(view, point, view.edition, view.edition)}</li>"
        for point, (text, language) in zip(points, own, strict=True)
    )
    others = "".join(
        f"<li>{inline(text)}{state_word(view, point, there, view.edition)}</li>"
        for point, (_, language) in zip(points, own, strict=True)
        if (text := view.text(point, there)) and language == view.edition
    )
    lists = [f'<ul class="sj-told">{items}</ul>'] if items else []
    return lists + ([f'<ul class="sj-told sj-other" lang="{there}">{others}</ul>'] if others else [])


def _in(language: Edition, view: View) -> str:
    return "" if language == view.edition else f' lang="{language}"'


def _both(view: View, page: str) -> str:
    editions = (view.edition, other(view.edition))
    titles = (wrapped("sj-title", [_title(view, edition, page)]) for edition in editions)
    return wrapped("sj-entry", [kicker(view), *titles])


def _title(view: View, edition: Edition, page: str) -> str:
    """The title in one language, leading to that edition; it says so where there is none."""
    if view.text(view.briefing.article.title, edition):
        return title_link(view, edition, page)
    target = relative(view.places.article(view.briefing.article, edition), page)
    words = literal(say(edition, "untranslated"))
    attributes = f'.sj-gap lang="{edition}" hreflang="{edition}"'
    return f"[{words}]({target}){{ {attributes}{leave(view, edition, page)} }}"
