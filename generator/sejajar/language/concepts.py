"""What both languages call the same thing: the tables of `data/concepts/`, found in a text in one pass.

A line of a table is `axis <tab> pole <tab> Indonesian forms <tab> English forms`, forms parted by `;`. Poles
of one axis exclude each other (`north`, `south`); the pole `-` is an idiom, in which the word means none of
them. A form with `?` before it may answer the other language's word and asks for no answer itself; one with
`~` stands for all its inflections. Forms with a capital hold in these letters only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sejajar.language.tables import FOLDER, rows
from sejajar.language.words import Word, affixed, inflected, split


class Concept(NamedTuple):
    table: str
    axis: str
    pole: str
    """`-` for an idiom that is none."""
    asks: bool
    """Whether the other language has to answer it."""


class Mention(NamedTuple):
    concept: Concept
    first: int
    """Index of its first word."""
    after: int

    def text(self, words: Sequence[Word], text: str) -> str:
        return text[words[self.first].start : words[self.after - 1].end]


class _Form(NamedTuple):
    words: tuple[str, ...]
    exact: bool
    concept: Concept


Forms = dict[str, tuple[_Form, ...]]


def mentions(words: Sequence[Word], language: str) -> tuple[Mention, ...]:
    """The concepts of a text from left to right; on each axis the longest form wins, and none overlap."""
    forms = _forms(language)
    indonesian = language == "id"
    taken: dict[tuple[str, str], tuple[int, int]] = {}
    found: list[Mention] = []
    for at, word in enumerate(words):
        for form in forms.get(word.low, ()) or (_clitic(word.low, forms) if indonesian else ()):
            group, span = form.concept[:2], (at, at + len(form.words))
            before = taken.get(group, (0, 0))
            if (before[1] <= at or before == span) and _matches(form, words, at):
                taken[group] = span
                if form.concept.pole != "-":
                    found.append(Mention(form.concept, *span))
    return tuple(found)


def _clitic(low: str, forms: Forms) -> tuple[_Form, ...]:
    """`kenaikannya` as `kenaikan`."""
    for ending in ("nya", "lah", "pun"):
        if low.endswith(ending) and len(low) > 6:
            return forms.get(low[: -len(ending)], ())
    return ()


def _matches(form: _Form, words: Sequence[Word], at: int) -> bool:
    if len(form.words) > 1:
        if at + len(form.words) > len(words):
            return False
        for offset, part in enumerate(form.words[1:], at + 1):
            if words[offset].low not in (part.lower(), f"{part.lower()}nya"):
                return False
            if words[offset].start - words[offset - 1].end > 1:
                return False  # a comma parts them
    return not form.exact or _exactly(form, words, at)


def _exactly(form: _Form, words: Sequence[Word], at: int) -> bool:
    return all(
        words[at + offset].text.removesuffix("'s").removesuffix("’s").removesuffix("nya") == part
        for offset, part in enumerate(form.words)
    )


@cache
def _forms(language: str) -> Forms:
    """By first word, the longest first; each table's own order otherwise."""
    by_word: dict[str, list[_Form]] = {}
    for path in sorted((FOLDER / "concepts").glob("*.tsv")):
        table = path.stem
        for axis, pole, *cells in rows(f"concepts/{table}"):
            cell = cells[0 if language == "id" else 1] if len(cells) > (language != "id") else ""
            for form in _read(cell, language, Concept(table, axis, pole, asks=True)):
                by_word.setdefault(form.words[0].lower(), []).append(form)
    return {
        word: tuple(sorted(dict.fromkeys(forms), key=lambda form: (-len(form.words), not form.exact)))
        for word, forms in by_word.items()
    }


def _read(cell: str, language: str, concept: Concept) -> Iterator[_Form]:
    for written in cell.split(";"):
        text = written.strip()
        if not text:
            continue
        asks = "?" not in text
        inflects = "~" in text
        text = text.strip("?~ ")
        one = concept._replace(asks=asks)
        head, *rest = text.split()
        heads = [head]
        if inflects:
            heads = list(affixed(head) if language == "id" else inflected(head))
        for form in heads:
            yield _Form((form, *rest), any(char.isupper() for char in text), one)


@cache
def axes(table: str) -> tuple[str, ...]:
    """The axes of a table, in its order."""
    return tuple(dict.fromkeys(row[0] for row in rows(f"concepts/{table}")))


def is_country(name: str) -> bool:
    """Whether this is a country's Indonesian name and nothing more."""
    words = split(name)
    return any(
        mention.concept.axis == "country" and (mention.first, mention.after) == (0, len(words))
        for mention in mentions(words, "id")
    )
