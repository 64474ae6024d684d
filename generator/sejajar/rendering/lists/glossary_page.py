"""The glossary as a page: the approved terms, in both languages, with what there is to know of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import groupby

from sejajar.formats.glossary import Glossary, Term
from sejajar.language.inline import literal
from sejajar.language.wording import say
from sejajar.model import Edition
from sejajar.rendering.html.markup import Element, Node, element, spaced
from sejajar.rendering.lists.rows import main_heading, nothing_yet
from sejajar.site.addresses import other
from sejajar.site.facets import name_slug

_NAMES = frozenset({"tag", "place", "outlet"})


def glossary_page(glossary: Glossary, edition: Edition) -> Element:
    """Sorted by the edition's own language."""
    parts: list[Node] = [main_heading(literal(say(edition, "glossary")))]
    parts.append(element("p", literal(say(edition, "glossary-intro")), class_="sj-intro"))
    terms = sorted(filter(_tells, glossary.terms), key=lambda term: (_key(_own(term, edition)), term.line))
    if not terms:
        return element("div", *parts, nothing_yet(edition, "glossary-none"), class_="sj-glossary")
    letters = [
        (letter, list(of_letter))
        for letter, of_letter in groupby(terms, key=lambda term: _letter(term, edition))
    ]
    links = spaced(element("a", letter, href=f"#{_letter_id(letter)}") for letter, _ in letters)
    parts.append(element("nav", *links, class_="sj-letters", aria_label=say(edition, "letters")))
    ids = _ids(glossary.terms)
    for letter, of_letter in letters:
        parts.append(element("h2", letter, id=_letter_id(letter)))
        rows = (_entry(term, edition, ids[term.line, term.indonesian]) for term in of_letter)
        parts.append(element("dl", *rows, class_="sj-list-of-terms"))
    return element("div", *parts, class_="sj-glossary")


def _tells(term: Term) -> bool:
    """A name that is the same in both languages, and has no note, is in the file for the desk alone."""
    same = term.kind in _NAMES and term.indonesian == term.english
    return not same or bool(term.also or term.note_id or term.note_en)


def _own(term: Term, edition: Edition) -> str:
    return term.english if edition == "en" else term.indonesian


def _key(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return plain.casefold() or text.casefold()


def _letter(term: Term, edition: Edition) -> str:
    first = _key(_own(term, edition))[:1].upper()
    return first if first.isalpha() else "#"


def _letter_id(letter: str) -> str:
    return f"letter-{letter.lower()}" if letter != "#" else "letter-0"


def _ids(terms: Iterable[Term]) -> dict[tuple[int, str], str]:
    """Anchors of the Indonesian, so that a link into one edition's glossary fits the other's."""
    taken: set[str] = set()
    ids = {}
    for term in terms:
        base = anchor = f"term-{name_slug(term.indonesian)}"
        count = 1
        while anchor in taken:
            count += 1
            anchor = f"{base}-{count}"
        taken.add(anchor)
        ids[term.line, term.indonesian] = anchor
    return ids


def _entry(term: Term, edition: Edition, anchor: str) -> Element:
    there = other(edition)
    others = [form for form in term.also if form.casefold() != term.english.casefold()]
    note = term.note_en if edition == "en" else term.note_id
    return element(
        "div",
        element("dt", literal(_own(term, edition))),
        element("dd", literal(_own(term, there)), lang=there),
        element("dd", *_also(others, edition), class_="sj-also") if others else None,
        element("dd", literal(note), class_="sj-note") if note else None,
        id=anchor,
    )


def _also(others: Iterable[str], edition: Edition) -> list[Node]:
    return [f"{say(edition, 'also')} ", element("span", literal(", ".join(others)), lang="en")]
