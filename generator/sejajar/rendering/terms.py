"""The glossary as a page: the approved terms, in both languages, with what there is to know of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import groupby

from sejajar.glossary import Glossary, Term
from sejajar.model import Edition
from sejajar.rendering.addresses import other
from sejajar.rendering.inline import literal
from sejajar.rendering.naming import name_slug
from sejajar.rendering.rows import wrapped
from sejajar.rendering.wording import say

_NAMES = frozenset({"tag", "place", "outlet"})


def glossary_page(glossary: Glossary, edition: Edition) -> str:
    """Sorted by the edition's own language. Its HTML needs no conversion, however long it is."""
    parts = [
        f"# {say(edition, 'glossary')}",
        f'<p class="sj-intro">{literal(say(edition, "glossary-intro"))}</p>',
    ]
    terms = sorted(filter(_tells, glossary.terms), key=lambda term: (_key(_own(term, edition)), term.line))
    if not terms:
        return wrapped("sj-glossary", [*parts, literal(say(edition, "glossary-none"))])
    letters = [
        (letter, list(of_letter))
        for letter, of_letter in groupby(terms, key=lambda term: _letter(term, edition))
    ]
    links = " ".join(f'<a href="#{_letter_id(letter)}">{letter}</a>' for letter, _ in letters)
    parts.append(f'<nav class="sj-letters" aria-label="{say(edition, "letters")}">{links}</nav>')
    ids = _ids(glossary.terms)
    for letter, of_letter in letters:
        parts.append(f'<h2 id="{_letter_id(letter)}">{letter}</h2>')
        rows = "".join(_entry(term, edition, ids[term.line, term.indonesian]) for term in of_letter)
        parts.append(f'<dl class="sj-list-of-terms">{rows}</dl>')
    return wrapped("sj-glossary", parts)


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


def _entry(term: Term, edition: Edition, anchor: str) -> str:
    there = other(edition)
    others = [form for form in term.also if form.casefold() != term.english.casefold()]
    also = f'<dd class="sj-also">{_also(others, edition)}</dd>' if others else ""
    note = term.note_en if edition == "en" else term.note_id
    said = f'<dd class="sj-note">{literal(note)}</dd>' if note else ""
    own, counterpart = literal(_own(term, edition)), literal(_own(term, there))
    return f'<div id="{anchor}"><dt>{own}</dt><dd lang="{there}">{counterpart}</dd>{also}{said}</div>'


def _also(others: Iterable[str], edition: Edition) -> str:
    forms = literal(", ".join(others))
    return f'{say(edition, "also")} <span lang="en">{forms}</span>'
