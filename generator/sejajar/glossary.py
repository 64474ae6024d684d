"""The glossary: approved terms as a CSV file, `loads` and `dumps`, and finding them in a text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

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
    _by_word: dict[str, tuple[Term, ...]] = field(init=False, repr=False, compare=False)
    """Terms by their first word, the longest first."""

    def __post_init__(self) -> None:
        groups: dict[str, list[Term]] = {}
        for term in sorted(self.terms, key=lambda term: (-len(term.indonesian), not term.case_sensitive)):
            if word := _WORD.search(term.indonesian):
                groups.setdefault(word[0].casefold(), []).append(term)
        object.__setattr__(self, "_by_word", {word: tuple(terms) for word, terms in groups.items()})

    def term_of(self, indonesian: str) -> Term | None:
        """The term that `indonesian` is, whole; the one in the same letters before one in another case."""
        found = [match.term for match in self.find(indonesian) if match.end - match.start == len(indonesian)]
        return next((term for term in found if term.indonesian == indonesian), found[0] if found else None)

    def english_of(self, indonesian: str) -> str:
        """The approved English; empty where the glossary has none."""
        term = self.term_of(indonesian)
        return term.english if term else ""

    def find(self, text: str) -> Iterator[Match]:
        """The terms in an Indonesian text: whole words, left to right, the longest first, none overlapping.

        Looks at each word once, however many terms there are."""
        position = 0
        for word in _WORD.finditer(text):
            if word.start() < position:
                continue
            for term in self._by_word.get(word[0].casefold(), ()):
                start = word.start() - _WORD.search(term.indonesian).start()  # type: ignore[union-attr]
                if start >= position and (match := _pattern(term).match(text, start)):
                    position = match.end()
                    yield Match(match.start(), position, term)
                    break


_WORD = re.compile(r"\w+")


@cache
def _pattern(term: Term) -> re.Pattern[str]:
    return _whole_words(term.indonesian, 0 if term.case_sensitive else re.IGNORECASE)


def _whole_words(phrase: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    inner = r"\s+".join(re.escape(word) for word in phrase.split())
    return re.compile(rf"(?<!\w){inner}(?!\w)", flags)


def loads(text: str, path: str = "") -> Loaded:
    """All terms that could be read, and all that is wrong with the rest."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    terms: dict[tuple[str, bool], Term] = {}
    problems: list[Problem] = []

    def report(
        line: int, code: str, message: str, hint: str = "", severity: Severity = Severity.ERROR
    ) -> None:
        problems.append(Problem(Location(path, line), severity, f"glossary-{code}", message, hint))

    header: list[str] = []
    line = 1
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if not header:
                header = cells
                if fault := _header_fault(header):
                    report(line, "columns", fault, "the first line is " + ",".join(COLUMNS))
                    return Loaded(Glossary((), path), tuple(problems))
            elif any(cells):
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
                            f"“{term.indonesian}” is in line {earlier.line} already",
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
        return f"unknown column “{unknown[0]}”"
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
            ("case", f"case “{row['case']}” is neither “exact” nor empty", "write exact or nothing")
        )
    for column in COLUMNS[:2]:
        if not _WORD.search(row[column]):
            faults.append(("row", f"no {column.capitalize()} term", "fill the cell or take the row out"))
            return None, faults
    also = tuple(form for part in row["also"].split(";") if (form := part.strip()))
    exact = row["case"] == "exact"
    notes = (row["note_id"], row["note_en"])
    return Term(row["indonesian"], row["english"], also, exact, row["kind"], *notes, line=line), faults
