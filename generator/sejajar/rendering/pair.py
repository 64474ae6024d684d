"""A pair: a segment in both languages, the mark of its state, and what the checks found in it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sejajar.model import Edition, Section, Segment
from sejajar.rendering.addresses import other
from sejajar.rendering.inline import inline, literal
from sejajar.rendering.markup import Element, element
from sejajar.rendering.view import View
from sejajar.rendering.wording import say

EXCEPTIONAL = ("untranslated", "pending", "machine", "needs-work", "stale")
"""The states that a page marks, in the order of its legend. What is reviewed needs no mark."""


def gap(view: View, segment: Segment) -> str:
    return "pending" if view.state(segment) == "pending" else "untranslated"


def glyph(state: str) -> Element:
    return element("span", class_="sj-glyph", data_state=state, aria_hidden="true")


def anchor(view: View, segment: Segment) -> str | None:
    return view.pair(segment).entry.anchor or None


def pair(
    view: View,
    segment: Segment,
    name: str = "div",
    class_: str = "",
    after: Mapping[Edition, str] = MappingProxyType({}),
    anchored: bool = True,
) -> Element:
    """Both languages of a segment, the edition's own first; `after` is HTML that ends each."""
    there = other(view.edition)
    state = view.state(segment)
    classes = f"sj-pair {class_}".strip()
    mark = None if state == "reviewed" else _mark(view, state)
    return element(
        name,
        _side(view, segment, view.edition, after),
        _side(view, segment, there, after),
        mark,
        class_=classes,
        id=anchor(view, segment) if anchored else None,
        data_state=state,
    )


def _side(view: View, segment: Segment, language: Edition, after: Mapping[Edition, str]) -> Element:
    text = view.text(segment, language)
    counterpart = None if language == view.edition else ""
    if not text:
        missing = element("p", view.say(gap(view, segment)), class_="sj-gap")
        return element("div", missing, lang=view.edition, data_side=language, data_nosnippet=counterpart)
    paragraph = element("p", inline(text) + after.get(language, ""))
    return element("div", paragraph, lang=language, data_side=language, data_nosnippet=counterpart)


def _mark(view: View, state: str) -> Element:
    note = say(view.edition, f"{state}-note")
    spoken = element("span", literal(note), class_="sj-spoken")
    return element("div", glyph(state), spoken, class_="sj-mark", title=note)


def heading(view: View, section: Section) -> Element:
    """A heading in the edition's own language; its counterpart a paragraph: one outline, one language."""
    segment, number = section.heading, section.number
    before = "" if number is None else f'<span class="sj-number">{number}<span>.</span></span> '
    own, own_language = view.own(segment)
    there = other(view.edition)
    heading = element("h2", before + inline(own), id=anchor(view, segment))
    text = view.text(segment, there) if own_language == view.edition else ""
    state = view.state(segment)
    if text:
        counterpart = element("p", before + inline(text), class_="sj-heading-other")
        second = element("div", counterpart, lang=there, data_side=there, data_nosnippet="")
    else:
        missing = element("p", view.say(gap(view, segment)), class_="sj-gap")
        second = element("div", missing, lang=view.edition, data_side="en")
    side = own_language if text else "id"
    first = element("div", heading, lang=own_language, data_side=side)
    mark = None if state == "reviewed" else _mark(view, state)
    return element("div", first, second, mark, class_="sj-pair sj-heading", data_state=state)
