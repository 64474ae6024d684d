"""What stands below an article and leads on from it: topics, sources cited, dates, related and neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from sejajar.catalog import Briefing
from sejajar.glossary import Glossary
from sejajar.model import Status
from sejajar.rendering.gathered import linked_name, of_facet
from sejajar.rendering.markup import Form, write
from sejajar.rendering.naming import Name, Register, name_slug, register
from sejajar.rendering.related import features_of, related
from sejajar.rendering.rows import other_title, own_link, wrapped
from sejajar.rendering.timeline import timeline
from sejajar.rendering.view import View
from sejajar.rendering.wording import long_date, say


@dataclass(frozen=True, slots=True)
class Around:
    """What there is around one article."""

    names: tuple[Name, ...] = ()
    related: tuple[Briefing, ...] = ()
    newer: Briefing | None = None
    older: Briefing | None = None


@dataclass(frozen=True, slots=True)
class Connections:
    """How the articles of a site hang together: made once, for both editions."""

    register: Register
    around: Mapping[str, Around] = field(default_factory=dict)
    """By the article's path."""


def connect(listed: Sequence[Briefing], glossary: Glossary) -> Connections:
    """`listed`: the briefings that lists show, the newest first. Linear in their number."""
    articles = [briefing.article for briefing in listed]
    names = register(articles, glossary)
    alike = related([features_of(article, glossary, name_slug) for article in articles])
    neighbours: list[Briefing | None] = [None, *listed, None]
    around = {
        article.path: Around(
            names.of[article.path],
            tuple(listed[one] for one in alike[index]),
            neighbours[index],
            neighbours[index + 2],
        )
        for index, article in enumerate(articles)
    }
    return Connections(names, around)


def below(view: View, around: Around) -> str:
    """Markdown for the end of an article's page; empty for a retracted article."""
    if view.briefing.article.metadata.status is Status.RETRACTED:
        return ""
    page = view.places.article(view.briefing.article, view.edition)
    dates = timeline(view)
    parts = [
        _names(around.names, view, page),
        write(dates, Form.MARKDOWN) if dates else "",
        _related(around.related, view, page),
        _neighbours(around, view, page),
    ]
    return wrapped("sj-foot", [part for part in parts if part]) if any(parts) else ""


def _names(names: Sequence[Name], view: View, page: str) -> str:
    groups = of_facet(names).items()
    rows = (
        f'<dt>{say(view.edition, f"foot-{facet}")}</dt>\n<dd markdown="span">'
        f"{' '.join(linked_name(name, view.edition, page, view.places) for name in of)}</dd>"
        for facet, of in groups
    )
    return '<dl class="sj-gathered" markdown="1">\n' + "\n".join(rows) + "\n</dl>" if groups else ""


def _related(briefings: Sequence[Briefing], view: View, page: str) -> str:
    """A list, since a heading would be an entry in the article's table of contents."""
    if not briefings:
        return ""
    label = say(view.edition, "related")
    views = map(partial(_beside, view), briefings)
    items = "\n".join(f"- {_entry(one, page)}" for one in views)
    return (
        f'<section class="sj-related" aria-label="{label}" markdown="1">\n\n'
        f'<p class="sj-label">{label}</p>\n\n{items}\n\n</section>'
    )


def _beside(view: View, briefing: Briefing) -> View:
    return View(briefing, view.edition, view.glossary, view.reviewed_only, places=view.places)


def _entry(view: View, page: str) -> str:
    title = other_title(view)
    there = "id" if view.edition == "en" else "en"
    counterpart = f' *{title}*{{ lang="{there}" }}' if title else ""
    return f"{own_link(view, page)}{counterpart} {_day(view)}"


def _day(view: View) -> str:
    return long_date(view.briefing.article.metadata.date, view.edition)


def _neighbours(around: Around, view: View, page: str) -> str:
    found = (("previous", around.older), ("next", around.newer))
    links = [
        f'<p class="sj-{key}" markdown="span">{say(view.edition, key)} '
        f"{own_link(_beside(view, briefing), page)}</p>"
        for key, briefing in found
        if briefing
    ]
    if not links:
        return ""
    label = say(view.edition, "neighbours")
    return f'<nav class="sj-neighbours" aria-label="{label}" markdown="1">\n' + "\n".join(links) + "\n</nav>"
