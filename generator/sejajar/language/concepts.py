"""What both languages call the same thing: the tables of `data/concepts/`, found in a text in one pass.

A line of a table is `axis <tab> pole <tab> Indonesian forms <tab> English forms`, forms parted by `;`. Poles
of one axis exclude each other (`north`, `south`); the pole `-` is an idiom, in which the word means none of
them. A form with `?` before it may answer the other language's word and asks for no answer itself; one with
`~` stands for all its inflections. Forms with a capital hold in these letters only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from sejajar.language.tables import FOLDER, rows
from sejajar.language.words import Word, affixed, inflected, split


@dataclass(frozen=True, slots=True)
class Concept:
    group: tuple[str, str]
    """Table and axis."""
    key: tuple[str, str, str]
    """Table, axis and pole, by which two mentions are compared."""
    asks: bool
    """Whether the other language has to answer it."""

    @property
    def pole(self) -> str:
        """`-` for an idiom that is none."""
        return self.key[2]


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


class _Forms(NamedTuple):
    """The forms that begin with one word."""

    longer: dict[str, tuple[_Form, ...]]
    """By their second word, the longest first."""
    single: tuple[_Form, ...]


_NONE = _Forms({}, ())


def mentions(words: Sequence[Word], language: str) -> tuple[Mention, ...]:
    """The concepts of a text from left to right; on each axis the longest form wins, and none overlap."""
    forms = _forms(language)
    lookup = _clitic if language == "id" else _nothing
    taken: dict[tuple[str, str], tuple[int, int]] = {}
    found: list[Mention] = []
    last = len(words) - 1
    for at, word in enumerate(words):
        known = forms.get(word.low) or lookup(word.low)
        if known is _NONE:
            continue
        longer = known.longer.get(words[at + 1].low, ()) if known.longer and at < last else ()
        for form in (*longer, *known.single) if longer else known.single:
            group, span = form.concept.group, (at, at + len(form.words))
            before = taken.get(group)
            if before and before[1] > at and before != span:
                continue
            if (len(form.words) > 1 or form.exact) and not _matches(form, words, at):
                continue
            taken[group] = span
            if form.concept.key[2] != "-":
                found.append(Mention(form.concept, *span))
    return tuple(found)


def _nothing(_: str) -> _Forms:
    return _NONE


@cache
def _clitic(low: str) -> _Forms:
    """`kenaikannya` as `kenaikan`."""
    for ending in ("nya", "lah", "pun"):
        if low.endswith(ending) and len(low) > 6:
            return _forms("id").get(low[: -len(ending)], _NONE)
    return _NONE


def _matches(form: _Form, words: Sequence[Word], at: int) -> bool:
    size = len(form.words)
    if at + size > len(words):
        return False
    for offset in range(at + 1, at + size):
        part = form.words[offset - at]
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
def _forms(language: str) -> dict[str, _Forms]:
    """By first word; each table's own order otherwise."""
    by_word: dict[str, list[_Form]] = {}
    for path in sorted((FOLDER / "concepts").glob("*.tsv")):
        table = path.stem
        for axis, pole, *cells in rows(f"concepts/{table}"):
            cell = cells[0 if language == "id" else 1] if len(cells) > (language != "id") else ""
            for form in _read(cell, language, Concept((table, axis), (table, axis, pole), asks=True)):
                by_word.setdefault(form.words[0].lower(), []).append(form)
    return {word: _arranged(forms) for word, forms in by_word.items()}


def _arranged(forms: list[_Form]) -> _Forms:
    longest = sorted(dict.fromkeys(forms), key=lambda form: (-len(form.words), not form.exact))
    longer: dict[str, tuple[_Form, ...]] = {}
    for form in longest:
        if len(form.words) > 1:
            for second in (form.words[1].lower(), f"{form.words[1].lower()}nya"):
                longer[second] = (*longer.get(second, ()), form)
    return _Forms(longer, tuple(form for form in longest if len(form.words) == 1))


def _read(cell: str, language: str, concept: Concept) -> Iterator[_Form]:
    for written in cell.split(";"):
        text = written.strip()
        if not text:
            continue
        asks = "?" not in text
        inflects = "~" in text
        text = text.strip("?~ ")
        one = replace(concept, asks=asks)
        head, *rest = text.split()
        heads = [head]
        if inflects:
            heads = list(affixed(head) if language == "id" else inflected(head))
        for form in heads:
            yield _Form((form, *rest), any(char.isupper() for char in text), one)


def is_country(name: str) -> bool:
    """Whether this is a country's Indonesian name and nothing more."""
    words = split(name)
    return any(
        mention.concept.group[0] == "countries" and (mention.first, mention.after) == (0, len(words))
        for mention in mentions(words, "id")
    )
