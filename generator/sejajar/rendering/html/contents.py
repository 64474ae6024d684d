"""A page's headings as a line that opens, for screens where there is no column for them."""

from __future__ import annotations

from collections.abc import Iterable

from sejajar.language.inline import literal, plain
from sejajar.language.wording import say
from sejajar.model import Edition, Section
from sejajar.rendering.article.pair import anchor
from sejajar.rendering.html.markup import Element, element
from sejajar.site.view import View


def article_contents(view: View) -> Element | None:
    return contents((_entry(view, section) for section in view.briefing.article.sections), view.edition)


def contents(links: Iterable[Element], edition: Edition) -> Element | None:
    """Links to the headings of a page; nothing for a single one."""
    items = [element("li", link) for link in links]
    if len(items) < 2:
        return None
    label = say(edition, "contents")
    opening = element("details", element("summary", literal(label)), element("ol", *items))
    return element("nav", opening, class_="sj-contents", aria_label=label)


def _entry(view: View, section: Section) -> Element:
    text, language = view.own(section.heading)
    number = "" if section.number is None else f"{section.number}. "
    lang = None if language == view.edition else language
    return element("a", number + literal(plain(text)), href=f"#{anchor(view, section.heading)}", lang=lang)
