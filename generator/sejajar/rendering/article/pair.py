"""A pair: a segment in both languages, the mark of its state, and what the checks found in it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sejajar.language.inline import inline, literal, plain
from sejajar.language.sentence_pairs import sentence_pairs
from sejajar.language.wording import say
from sejajar.model import Edition, Section, Segment
from sejajar.rendering.html.markup import Element, element
from sejajar.site.addresses import other
from sejajar.site.view import View

EXCEPTIONAL = ("untranslated", "pending", "machine", "needs-work", "stale")
"""The states that a page marks, in the order of its legend. What is reviewed needs no mark."""


WORDED = ("machine", "needs-work", "stale")
"""The states whose English says it itself; where there is none, that is said in its place."""


def gap(view: View, segment: Segment) -> str:
    return "pending" if view.state(segment) == "pending" else "untranslated"


def glyph(state: str) -> Element:
    return element("span", class_="sj-glyph", data_state=state, aria_hidden="true")


def word_of(view: View, segment: Segment) -> Element | None:
    """The state of an English text in a small word after it, for the eye: the mark's note is for the ear."""
    state = view.state(segment)
    if state not in WORDED:
        return None
    return element(
        "span", view.say(f"{state}-short"), class_="sj-state", lang=view.edition, aria_hidden="true"
    )


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
    return element(
        name,
        _side(view, segment, view.edition, after),
        _side(view, segment, other(view.edition), after),
        _mark(view, segment),
        findings(view, segment),
        class_=f"sj-pair {class_}".strip(),
        id=anchor(view, segment) if anchored else None,
        data_state=view.state(segment),
        data_line=_line(view, segment),
        data_pair=name_of(view, segment),
        data_sentences=_sentences(view, segment),
    )


def _sentences(view: View, segment: Segment) -> str | None:
    """Where pairs of sentences end in both texts, in UTF-16 units as a script counts; nothing if unsure."""
    indonesian, english = plain(view.text(segment, "id")), plain(view.text(segment, "en"))
    ends = sentence_pairs(indonesian, english)
    return " ".join(f"{_units(indonesian[:one])}:{_units(english[:two])}" for one, two in ends) or None


def _units(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)


def name_of(view: View, segment: Segment) -> str | None:
    """What the pair is called where it is worked on."""
    return view.extras.named.get(segment.key)


def _side(view: View, segment: Segment, language: Edition, after: Mapping[Edition, str]) -> Element:
    text = view.text(segment, language)
    counterpart = None if language == view.edition else ""
    if not text:
        missing = element("p", view.say(gap(view, segment)), class_="sj-gap")
        return element("div", missing, lang=view.edition, data_side=language, data_nosnippet=counterpart)
    words = view.html(segment, language) + after.get(language, "")
    said = word_of(view, segment) if language == "en" else None
    paragraph = element("p", words, *((" ", said) if said else ()))
    return element("div", paragraph, lang=language, data_side=language, data_nosnippet=counterpart)


def _mark(view: View, segment: Segment) -> Element | None:
    """For what is out of the ordinary alone: who listens to a page hears nothing of the rest."""
    state = view.state(segment)
    if state == "reviewed":
        return None
    note = say(view.edition, f"{state}-note")
    spoken = element("span", literal(note), class_="sj-spoken")
    return element("div", glyph(state), spoken, class_="sj-mark", title=note)


def _line(view: View, segment: Segment) -> str | None:
    """The entry's line in the catalog, for the link that leads there."""
    line = view.pair(segment).entry.line
    return str(line) if line and view.extras.suggest else None


def findings(view: View, segment: Segment) -> Element | None:
    """What the checks say of the pair; they speak English."""
    found = view.extras.findings.get(segment.key, ())
    items = (
        element(
            "li",
            element("code", literal(problem.code)),
            " ",
            literal(problem.message),
            element("span", "; ", literal(problem.hint), class_="sj-hint") if problem.hint else None,
            lang="en",
            data_severity=str(problem.severity),
        )
        for problem in found
    )
    label = element("p", view.say("findings"), class_="sj-label")
    return element("div", label, element("ul", *items), class_="sj-findings") if found else None


def heading(view: View, section: Section) -> Element:
    """A heading in the edition's own language; its counterpart a paragraph: one outline, one language."""
    segment, number = section.heading, section.number
    before = "" if number is None else f'<span class="sj-number">{number}<span>.</span></span> '
    own, own_language = view.own(segment)
    there = other(view.edition)
    title = element("h2", before + inline(own), id=anchor(view, segment))
    text = view.text(segment, there) if own_language == view.edition else ""
    said = word_of(view, segment)
    if text:
        after = (" ", said) if said and there == "en" else ()
        counterpart = element("p", before + inline(text), *after, class_="sj-heading-other")
        second = element("div", counterpart, lang=there, data_side=there, data_nosnippet="")
    else:
        missing = element("p", view.say(gap(view, segment)), class_="sj-gap")
        second = element("div", missing, lang=view.edition, data_side="en")
    side = own_language if text else "id"
    first = element("div", title, said if own_language == "en" else None, lang=own_language, data_side=side)
    return element(
        "div",
        first,
        second,
        _mark(view, segment),
        findings(view, segment),
        class_="sj-pair sj-heading",
        data_state=view.state(segment),
        data_line=_line(view, segment),
        data_pair=name_of(view, segment),
    )
