"""One article's body: the same tree for both editions and for both written forms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sejajar.catalogs import Briefing
from sejajar.formats.glossary import Glossary
from sejajar.language.inline import inline
from sejajar.model import Edition, Status
from sejajar.rendering.article.blocks import block, points_box, section
from sejajar.rendering.article.credits import corrections, explained, sources
from sejajar.rendering.article.head import head
from sejajar.rendering.citing.control import citing
from sejajar.rendering.html.contents import article_contents
from sejajar.rendering.html.markup import Element, Form, Node, Place, element, write
from sejajar.site.addresses import PLACES, Places
from sejajar.site.notes import notes
from sejajar.site.view import Extras, View


def article_body(
    briefing: Briefing,
    edition: Edition,
    form: Form,
    glossary: Glossary | None = None,
    *,
    reviewed_only: bool = False,
    extras: Extras | None = None,
    places: Places = PLACES,
) -> str:
    """One article as `md_in_html` Markdown or as HTML; converting the first gives the second."""
    view = View(briefing, edition, glossary or Glossary(()), reviewed_only, extras or Extras(), places=places)
    place = Place(places.article(briefing.article, edition), places=places)
    return write(article_tree(view), form, place)


def article_tree(view: View) -> Element:
    article = view.briefing.article
    if view.extras.explain:
        english = ((segment.key, view.english(segment)) for segment in article.segments)
        view = replace(view, notes=notes(view.briefing, view.edition, view.glossary, english))
    if article.metadata.status is Status.RETRACTED:
        return _article(view, [_retracted(view), corrections(view)])
    nodes: list[Node | None] = [head(view), article_contents(view), points_box(view)]
    nodes += [block(view, item) for item in article.lead]
    nodes += [section(view, item) for item in article.sections]
    nodes += [corrections(view), explained(view), sources(view), citing(view)]
    return _article(view, nodes)


def _article(view: View, nodes: Iterable[Node | None]) -> Element:
    status = view.briefing.article.metadata.status
    return element(
        "div",
        *nodes,
        class_="sj-article",
        data_edition=view.edition,
        data_status=None if status is Status.PUBLISHED else status,
        data_suggest=view.extras.suggest or None,
    )


def _retracted(view: View) -> Element:
    title = element("h1", view.say("retracted"), id="retracted")
    text, language = view.own(view.briefing.article.title)
    headline = element("strong", inline(text), lang=None if language == view.edition else language)
    named = element("p", "“", headline, "”")  # who followed a link is to know what it was
    return element("div", title, named, element("p", view.say("retracted-note")), class_="sj-notice")
