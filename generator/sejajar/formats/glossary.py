"""The glossary: approved terms as a CSV file, `loads` and `dumps`, and finding them in a text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sejajar import bounds
from sejajar.bounds import clean, short
from sejajar.model import Location, Problem, Severity

COLUMNS = ("indonesian", "english", "also", "case", "kind", "note_id", "note_en")
"""`also`: accepted forms separated by `;`; `case`: `exact` or empty. Only the first two are required."""


@dataclass(frozen=True, slots=True)
class Term:
    indonesian: str
    english: str
    also: tuple[str, ...] = ()
    """Other English forms that are as right."""
    case_sensitive: bool = False
    """`AS` is the United States only in capitals; holds for the Indonesian form alone."""
    kind: str = ""
    """`tag`, `place`, `outlet` or whatever the site sorts its terms by."""
    note_id: str = ""
    note_en: str = ""
    line: int = field(default=0, compare=False)

    def __hash__(self) -> int:
        """Terms are counted and looked up for every text; few have the same Indonesian."""
        return hash(self.indonesian)

    @property
    def accepted(self) -> tuple[str, ...]:
        return (self.english, *self.also)


class Match(NamedTuple):
    start: int
    end: int
    term: Term


class Loaded(NamedTuple):
    glossary: Glossary
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Glossary:
    terms: tuple[Term, ...] = ()
    path: str = ""
    _shapes: dict[str, tuple[_Shape, ...]] = field(init=False, repr=False, compare=False)
    """By the first word of terms, which lengths they have, the longest first."""
    _by_phrase: dict[str, tuple[Term, ...]] = field(init=False, repr=False, compare=False)
    """Terms by their text as `_folded`, those that mind their case first."""

    _found: dict[str, tuple[Match, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        shapes: dict[str, set[_Shape]] = {}
        phrases: dict[str, list[Term]] = {}
        for term in sorted(self.terms, key=lambda term: not term.case_sensitive):
            phrase = _folded(" ".join(term.indonesian.split()))
            if word := _WORD.search(phrase):
                shapes.setdefault(word[0], set()).add(_Shape(len(phrase), word.start()))
                phrases.setdefault(phrase, []).append(term)
        ordered = {word: tuple(sorted(found, reverse=True)) for word, found in shapes.items()}
        object.__setattr__(self, "_shapes", ordered)
        object.__setattr__(self, "_by_phrase", {phrase: tuple(terms) for phrase, terms in phrases.items()})

    def term_of(self, indonesian: str) -> Term | None:
        """The term that `indonesian` is, whole; the one in the same letters before one in another case."""
        found = [match.term for match in self.find(indonesian) if match.end - match.start == len(indonesian)]
        return next((term for term in found if term.indonesian == indonesian), found[0] if found else None)

    def english_of(self, indonesian: str) -> str:
        """The approved English; empty where the glossary has none."""
        term = self.term_of(indonesian)
        return term.english if term else ""

    def find(self, text: str) -> tuple[Match, ...]:
        """The terms in an Indonesian text: whole words, left to right, the longest first, none overlapping.

        Looks at each word as often as terms that begin with it have different lengths, however many they are.
        What was found last is kept: the rules, both editions and the search ask for the same texts.
        """
        found = self._found.get(text)
        if found is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            found = self._found[text] = tuple(self._matches(text))
        return found

    def _matches(self, text: str) -> Iterator[Match]:
        folded = _folded(text)
        begin = self._shapes.keys() & _WORD.findall(folded)
        if not begin:
            return
        spaced = _Spaced.of(text)
        if spaced.places:
            folded = _folded(spaced.text)
        position = 0
        for place, first in sorted((place, word) for word in begin for place in _places(word, folded)):
            for length, offset in self._shapes[first] if place >= position else ():
                start, end = place - offset, place - offset + length
                if start < position or not _is_whole(folded, start, end):
                    continue
                if term := self._term(folded[start:end], spaced.text[start:end]):
                    position = end
                    yield Match(spaced.place(start), spaced.place(end - 1) + 1, term)
                    break

    def _term(self, phrase: str, written: str) -> Term | None:
        """The term that a phrase is; one that minds its case only where that is so written."""
        for term in self._by_phrase.get(phrase, ()):
            if not term.case_sensitive or " ".join(term.indonesian.split()) == written:
                return term
        return None


class _Shape(NamedTuple):
    length: int
    offset: int
    """What stands before its first word: `(` in `(DPR)`."""


_KEPT = 500
"""Texts of which it is remembered which terms they have."""
_WORD = re.compile(r"\w+")
_SPACES = re.compile(r"\s+")
_WIDE = re.compile(r"\s\s|[^\S ]")
"""White space that is not a single space."""


class _Spaced(NamedTuple):
    """A text with one space for every run of white space, and where its characters stand in the original."""

    text: str
    places: tuple[int, ...]
    """Empty where the text has nothing but single spaces."""

    @staticmethod
    def of(text: str) -> _Spaced:
        if not _WIDE.search(text):
            return _Spaced(text, ())
        gaps = [gap for gap in _SPACES.finditer(text) if gap[0] != " "]
        places: list[int] = []
        start = 0
        for gap in gaps:
            places += range(start, gap.start() + 1)
            start = gap.end()
        return _Spaced(_SPACES.sub(" ", text), (*places, *range(start, len(text))))

    def place(self, index: int) -> int:
        return self.places[index] if self.places else index


def _folded(text: str) -> str:
    """In lower case, letter for letter: what has no lower case of one letter stays."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _places(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text by itself."""
    place = text.find(word)
    while place >= 0:
        if _is_whole(text, place, place + len(word)):
            yield place
        place = text.find(word, place + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch lies within the text, and no word goes on before or after it."""
    return not (_goes_on(text[end : end + 1]) or (start and _goes_on(text[start - 1]))) and end <= len(text)


def _goes_on(character: str) -> bool:
    """As `\\w`."""
    return character.isalnum() or character == "_"


def loads(text: str, path: str = "") -> Loaded:
    """All terms that could be read, and all that is wrong with the rest."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(io.StringIO(text), strict=True)
    terms: dict[tuple[str, bool], Term] = {}
    problems: list[Problem] = []

    def report(
        line: int, code: str, message: str, hint: str = "", severity: Severity = Severity.ERROR
    ) -> None:
        problems.append(Problem(Location(path, line), severity, f"glossary-{code}", message, hint))

    if len(text) > bounds.TABLE:
        message = f"the glossary has {len(text):,} characters, and {bounds.TABLE:,} are the most"
        report(0, "size", message, "divide it, or take out what nobody uses")
        return Loaded(Glossary((), path), tuple(problems))
    header: list[str] = []
    line = 1
    try:
        for row in reader:
            cells = [clean(cell).strip() for cell in row]
            if not header:
                header = cells
                if fault := _header_fault(header):
                    report(line, "columns", fault, "the first line is " + ",".join(COLUMNS))
                    return Loaded(Glossary((), path), tuple(problems))
            elif any(cells):
                for found in dict.fromkeys(bounds.CONTROL.findall("".join(row))):
                    fault = f"there is an invisible control character, {bounds.named(found)}"
                    report(line, "character", fault, "delete it")
                term, faults = _term(header, cells, line)
                for code, message, hint in faults:
                    report(line, code, message, hint)
                if term:
                    key = (
                        term.indonesian if term.case_sensitive else term.indonesian.casefold(),
                        term.case_sensitive,
                    )
                    if earlier := terms.get(key):
                        report(
                            line,
                            "twice",
                            f"“{short(term.indonesian)}” is in line {earlier.line} already",
                            "keep one of them",
                        )
                    else:
                        terms[key] = term
            line = reader.line_num + 1
    except csv.Error as error:
        report(
            line,
            "csv",
            f"not readable as CSV: {error}",
            "a cell with commas or quotes stands in double quotes",
        )
    return Loaded(Glossary(tuple(terms.values()), path), tuple(problems))


def dumps(glossary: Glossary) -> str:
    """The file of a glossary: all columns, one term a line; `loads` gives the same terms back."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for term in glossary.terms:
        case = "exact" if term.case_sensitive else ""
        also = "; ".join(term.also)
        writer.writerow((term.indonesian, term.english, also, case, term.kind, term.note_id, term.note_en))
    return out.getvalue()


def _header_fault(header: list[str]) -> str:
    if unknown := [name for name in header if name not in COLUMNS]:
        return f"unknown column “{short(unknown[0])}”"
    if missing := [name for name in COLUMNS[:2] if name not in header]:
        return f"no column “{missing[0]}”"
    if twice := [name for name in header if header.count(name) > 1]:
        return f"two columns “{twice[0]}”"
    return ""


def _term(header: list[str], cells: list[str], line: int) -> tuple[Term | None, list[tuple[str, str, str]]]:
    faults: list[tuple[str, str, str]] = []
    if len(cells) > len(header):
        hint = "a cell with commas stands in double quotes"
        faults.append(("row", f"{len(cells)} cells in a row of {len(header)} columns", hint))
        return None, faults
    row = dict.fromkeys(COLUMNS, "") | dict(zip(header, cells, strict=False))
    if row["case"] not in ("", "exact"):
        faults.append(
            ("case", f"case “{short(row['case'])}” is neither “exact” nor empty", "write exact or nothing")
        )
    for column in COLUMNS[:2]:
        if not _WORD.search(row[column]):
            faults.append(("row", f"no {column.capitalize()} term", "fill the cell or take the row out"))
            return None, faults
    for column in ("indonesian", "english", "also", "kind"):
        if len(row[column]) > bounds.NAME:
            much = f"{column} has {len(row[column]):,} characters, and {bounds.NAME} are the most"
            faults.append(("size", much, "shorten it"))
            return None, faults
    also = tuple(form for part in row["also"].split(";") if (form := part.strip()))
    exact = row["case"] == "exact"
    notes = (row["note_id"], row["note_en"])
    return Term(row["indonesian"], row["english"], also, exact, row["kind"], *notes, line=line), faults
