"""What both languages call the same thing: the tables of `data/concepts/`, found in a text in one pass.

A line of a table is `axis <tab> pole <tab> Indonesian forms <tab> English forms`, forms parted by `;`. Poles
of one axis exclude each other (`north`, `south`); the pole `-` is an idiom, in which the word means none of
them. A form with `?` before it may answer the other language's word and asks for no answer itself; one with
`~` stands for all its inflections. Forms with a capital hold in these letters only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import NamedTuple

from sejajar.language.tables import FOLDER, rows
from sejajar.language.words import Words, affixed, inflected


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

    def text(self, words: Words, text: str) -> str:
        return text[words.spans[self.first][0] : words.spans[self.after - 1][1]]


_mention: Callable[[tuple[Concept, int, int]], Mention] = partial(tuple.__new__, Mention)
"""As `Mention`, in half the time: there are many."""
Mentions = Mapping[tuple[str, str], Sequence[Mention]]
"""By table and axis, in the order of their first mentions."""


class _Form(NamedTuple):
    words: tuple[str, ...]
    exact: bool
    concept: Concept
    group: tuple[str, str]
    """The concept's."""
    others: tuple[tuple[str, str], ...]
    """How each of its words but the first may stand in a text in lower case."""
    size: int
    """How many words it has."""
    sure: bool
    """Whether its first word is all that it needs."""
    means: bool
    """False for an idiom."""


class _Forms(NamedTuple):
    """The forms that begin with one word."""

    longer: dict[str, tuple[_Form, ...]]
    """By their second word, the longest first."""
    single: tuple[_Form, ...]


_NONE = _Forms({}, ())


def mentions(words: Words, language: str) -> Mentions:
    """The concepts of a text from left to right; on each axis the longest form wins, and none overlap."""
    lows = words.lows
    taken: dict[tuple[str, str], tuple[int, int]] = {}
    found: dict[tuple[str, str], list[Mention]] = {}
    last = len(lows) - 1
    for at, (longer, single) in enumerate(map(_index(language).__getitem__, lows)):
        more = longer.get(lows[at + 1]) if longer and at < last else None
        for form in (*more, *single) if more else single:
            _, _, concept, group, _, size, sure, means = form
            before = taken.get(group)
            if before and before[1] > at and before != (at, at + size):
                continue
            if not (sure or _matches(form, words, at)):
                continue
            taken[group] = (at, at + size)
            if means:
                found.setdefault(group, []).append(_mention((concept, at, at + size)))
    return found


class _Index(dict[str, _Forms]):
    """The forms that begin with a word, an Indonesian one with clitics too; each word is looked up once."""

    def __init__(self, language: str) -> None:
        self._forms = _forms(language)
        super().__init__(self._forms)
        self._endings = ("nya", "lah", "pun") if language == "id" else ()

    def __missing__(self, low: str) -> _Forms:
        """`kenaikannya` as `kenaikan`."""
        ending = next((ending for ending in self._endings if low.endswith(ending)), "")
        known = self._forms.get(low[: -len(ending)], _NONE) if ending and len(low) > 6 else _NONE
        self[low] = known
        return known


@cache
def _index(language: str) -> _Index:
    return _Index(language)


def _matches(form: _Form, words: Words, at: int) -> bool:
    lows, after = words.lows, at + form.size
    if after > len(lows):
        return False
    for offset, either in enumerate(form.others, at + 1):
        if lows[offset] not in either or words.spans[offset][0] - words.spans[offset - 1][1] > 1:
            return False  # or a comma parts them
    return not form.exact or all(map(_exactly, words.texts[at:after], form.words))


def _exactly(text: str, part: str) -> bool:
    return text == part or text.removesuffix("'s").removesuffix("’s").removesuffix("nya") == part


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
            exact = any(char.isupper() for char in text)
            means, sure = concept.pole != "-", not (rest or exact)
            others = tuple((word.lower(), f"{word.lower()}nya") for word in rest)
            yield _Form((form, *rest), exact, one, one.group, others, 1 + len(rest), sure, means)


def is_country(name: str) -> bool:
    """Whether this is a country's Indonesian name and nothing more."""
    words = Words(name)
    return any(
        (mention.first, mention.after) == (0, len(words))
        for group, found in mentions(words, "id").items()
        if group[0] == "countries"
        for mention in found
    )
