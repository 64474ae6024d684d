"""What stands below an article and leads on from it: topics, sources cited, dates, related and neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sejajar.catalogs import Briefing
from sejajar.language.inline import literal
from sejajar.language.wording import long_date, say
from sejajar.model import Status
from sejajar.rendering.html.markup import Element, Node, element, spaced
from sejajar.rendering.lists.facet_pages import linked_name, of_facet
from sejajar.rendering.lists.rows import counterpart_title, own_link
from sejajar.site.connections import Around
from sejajar.site.facets import Name
from sejajar.site.view import View

Briefings = Mapping[str, Briefing]
"""By their articles' paths; of those that a footer names at least title and metadata are there."""


def article_footer(
    view: View, around: Around, briefings: Briefings, dates: Node | None = None
) -> Element | None:
    """The end of an article's page; None for a retracted article. `dates`: its `timeline`."""
    if view.briefing.article.metadata.status is Status.RETRACTED:
        return None
    parts = [
        _names(around.names, view),
        dates,
        _related([briefings[path] for path in around.related], view),
        _neighbours(around, briefings, view),
    ]
    return element("div", *parts, class_="sj-foot") if any(parts) else None


def _names(names: Sequence[Name], view: View) -> Element | None:
    groups = of_facet(names).items()
    if not groups:
        return None
    rows: list[Node] = []
    for facet, of in groups:
        rows.append(element("dt", literal(say(view.edition, f"foot-{facet}"))))
        rows.append(element("dd", *spaced(linked_name(name, view.edition) for name in of)))
    return element("dl", *rows, class_="sj-gathered")


def _related(briefings: Sequence[Briefing], view: View) -> Element | None:
    """A list, since a heading would be an entry in the article's table of contents."""
    if not briefings:
        return None
    label = element("p", view.say("related"), class_="sj-label")
    items = (_entry(_beside(view, briefing)) for briefing in briefings)
    name = say(view.edition, "related")
    return element("section", label, element("ul", *items), class_="sj-related", aria_label=name)


def _beside(view: View, briefing: Briefing) -> View:
    return View(briefing, view.edition, view.glossary, view.reviewed_only)


def _entry(view: View) -> Element:
    day = long_date(view.briefing.article.metadata.date, view.edition)
    return element("li", own_link(view), *counterpart_title(view), f" {day}")


def _neighbours(around: Around, briefings: Briefings, view: View) -> Element | None:
    found = (("previous", around.older), ("next", around.newer))
    links = [
        element("p", f"{view.say(key)} ", own_link(_beside(view, briefings[path])), class_=f"sj-{key}")
        for key, path in found
        if path
    ]
    name = say(view.edition, "neighbours")
    return element("nav", *links, class_="sj-neighbours", aria_label=name) if links else None
