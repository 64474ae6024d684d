"""The home pages, and the newest briefings inside a page written by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sejajar.catalogs import Briefing
from sejajar.formats.glossary import Glossary
from sejajar.language.inline import inline, literal
from sejajar.language.wording import long_date, say
from sejajar.model import Edition, Segment
from sejajar.rendering.article.blocks import points
from sejajar.rendering.html.markup import Element, Form, Link, Node, Place, element, link, spaced, write
from sejajar.rendering.lists.facet_pages import linked_name
from sejajar.rendering.lists.rows import (
    draft_badge,
    leave,
    main_heading,
    nothing_yet,
    other_title,
    own_link,
    state_word,
    title_link,
)
from sejajar.site.addresses import MEANINGS, PLACES, Places, other
from sejajar.site.facets import Name
from sejajar.site.lifecycle import listed
from sejajar.site.view import View

NEWEST = 12
"""Briefings on a home page: a screen or three; the archive has the rest."""
TOLD = 4
"""Of these, the newest, which say their key points."""
TOPICS = 10
LATEST_NUMBER = 6
"""Briefings in a page written by hand."""


def latest(
    briefings: Iterable[Briefing],
    edition: Edition,
    page: str = "index.md",
    number: int = LATEST_NUMBER,
    *,
    reviewed_only: bool = False,
    directory_urls: bool = True,
    places: Places = PLACES,
) -> str:
    """HTML for the hand-written `page`: the newest briefings, each title leading to its edition."""
    shown = listed(briefings)[:number]
    views = [View(item, edition, Glossary(()), reviewed_only, places=places) for item in shown]
    return write(_newest(views, edition, page), Form.HTML, Place(page, directory_urls, places))


def _newest(views: Sequence[View], edition: Edition, page: str) -> Element:
    if not views:
        return element("p", element("em", literal(say(edition, "nothing-yet"))))
    return element("div", *(_both(view, page) for view in views), class_="sj-latest")


def home(
    views: Sequence[View], edition: Edition, topics: Sequence[Name] = (), number: int = NEWEST
) -> Element:
    """`views` newest first. The first with its key points in both languages, as a newspaper leads.

    `topics`: of all tags those to name here.
    """
    parts: list[Node] = [main_heading(literal(say(edition, "home-title")))]
    parts.append(element("p", literal(say(edition, "home-intro")), class_="sj-intro"))
    if not views:
        parts.append(nothing_yet(edition))
    parts += [_card(view, place) for place, view in enumerate(views[:number])]
    if views:
        parts += _more(edition, topics)
    return element("div", *parts, class_="sj-home")


def _more(edition: Edition, topics: Sequence[Name]) -> list[Element]:
    """What leads on: the topics, and the archive."""
    links = [linked_name(name, edition) for name in topics[:TOPICS]]
    more = link(PLACES.archive(edition), literal(say(edition, "archive-more")), class_="sj-more")
    means = link(f"{PLACES.status(edition)}#{MEANINGS}", literal(say(edition, "means")))
    archive = element("p", more, " ", means)
    if not links:
        return [archive]
    label = link(PLACES.facet(edition, "tag"), literal(say(edition, "tags")))
    return [element("p", *spaced([label, *links]), class_="sj-topics"), archive]


def kicker(view: View) -> Element:
    metadata = view.briefing.article.metadata
    day = element("time", long_date(metadata.date, view.edition), datetime=metadata.date.isoformat())
    parts: list[Node] = [day]
    if metadata.place:
        parts.append(element("span", literal(view.name(metadata.place)), class_="sj-place"))
    if metadata.source:
        parts.append(element("span", literal(view.outlet(metadata.source.outlet)), class_="sj-outlet"))
    return element("p", *spaced(parts), *draft_badge(view), class_="sj-dateline")


def _card(view: View, place: int) -> Element:
    parts: list[Node] = [kicker(view), element("h2", own_link(view), id=view.briefing.article.slug)]
    if title := other_title(view):
        parts.append(element("p", title, class_="sj-counterpart", lang=other(view.edition)))
    if place == 0 and view.briefing.article.points:
        parts.append(points(view, anchored=False))
    elif place < TOLD:
        parts += _told(view)
    return element("div", *parts, class_="sj-card sj-leading" if place == 0 else "sj-card")


def _told(view: View) -> list[Element]:
    """The key points in the edition's own language, and then those that there are in the other."""
    there = other(view.edition)
    points = view.briefing.article.points
    own = [view.own(point) for point in points]
    items = [
        element("li", _said(view, point, text, view.edition), lang=_in(language, view))
        for point, (text, language) in zip(points, own, strict=True)
    ]
    others = [
        element("li", _said(view, point, text, there))
        for point, (_, language) in zip(points, own, strict=True)
        if (text := view.text(point, there)) and language == view.edition
    ]
    lists = [element("ul", *items, class_="sj-told")] if items else []
    return lists + ([element("ul", *others, class_="sj-told sj-other", lang=there)] if others else [])


def _said(view: View, point: Segment, text: str, language: Edition) -> str:
    return inline(text) + state_word(view, point, language, view.edition)


def _in(language: Edition, view: View) -> str | None:
    return None if language == view.edition else language


def _both(view: View, page: str) -> Element:
    titles = [
        element("div", element("p", _title(view, edition, page)), class_="sj-title")
        for edition in (view.edition, other(view.edition))
    ]
    return element("div", kicker(view), *titles, class_="sj-entry")


def _title(view: View, edition: Edition, page: str) -> Link:
    """The title in one language, leading to that edition; it says so where there is none."""
    if view.text(view.briefing.article.title, edition):
        return title_link(view, edition, page)
    words = literal(say(edition, "untranslated"))
    target = PLACES.article(view.briefing.article, edition)
    return link(
        target, words, class_="sj-gap", lang=edition, hreflang=edition, target=leave(view, edition, page)
    )
