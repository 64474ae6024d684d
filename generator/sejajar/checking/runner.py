"""Runs the rules over one pair and over a whole briefing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sejajar.catalogs import Briefing
from sejajar.checking.finding import Finding, without_repeats
from sejajar.checking.pair import Pair
from sejajar.checking.registry import CODES, DEFAULTS, FIRST, RULES, Check
from sejajar.formats.glossary import Glossary
from sejajar.model import Entry, Key, Location, Problem, Segment, Severity, State

_NO_TERMS = Glossary()


class Checked(NamedTuple):
    found: tuple[tuple[Key, Problem], ...] = ()
    """Each finding with the key of its pair."""
    silenced: int = 0
    """How many findings a person has answered in the catalog."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for _, problem in self.found)

    @property
    def flagged(self) -> int:
        """How many errors and warnings there are."""
        return sum(problem.severity is not Severity.INFO for _, problem in self.found)

    @property
    def by_pair(self) -> dict[Key, tuple[Problem, ...]]:
        """The findings on each pair that has any."""
        pairs: dict[Key, tuple[Problem, ...]] = {}
        for key, problem in self.found:
            pairs[key] = (*pairs.get(key, ()), problem)
        return pairs


def check_pair(
    indonesian: str, english: str, glossary: Glossary = _NO_TERMS, codes: frozenset[str] = DEFAULTS
) -> tuple[Finding, ...]:
    """The rules of `codes` over one pair of Markdown texts; nothing for an empty English.

    What is still Indonesian is only said to be that."""
    if not english.strip():
        return ()
    pair = Pair(indonesian, english, glossary)
    for check in FIRST:
        if foreign := check(pair):
            return tuple(finding for finding in foreign if finding.code in codes)
    found = [finding for check in _checks(codes) for finding in check(pair) if finding.code in codes]
    return without_repeats(found)


@cache
def _checks(codes: frozenset[str]) -> tuple[Check, ...]:
    """The functions to call, each once."""
    wanted = (check for rule in RULES if rule.code in codes for check in rule.checks)
    return tuple(check for check in dict.fromkeys(wanted) if check not in FIRST)


def check(briefing: Briefing, glossary: Glossary) -> tuple[Problem, ...]:
    """Every finding on the pairs of a briefing that nobody has silenced."""
    return check_counting(briefing, glossary).problems


def check_counting(briefing: Briefing, glossary: Glossary, codes: frozenset[str] = DEFAULTS) -> Checked:
    """The same with the keys of the pairs, and how many findings are silenced.

    A stale English belongs to another text and is left alone, as is what has none yet."""
    found: list[tuple[Key, Problem]] = []
    silenced = 0
    for key, pair in briefing.pairs.items():
        segment, entry = pair.segment, pair.entry
        location = _location(briefing, segment, entry)
        quiet = {code for code, _ in entry.silenced}
        found.extend((key, problem) for problem in _unknown(quiet, location, segment))
        if entry.state in (State.UNTRANSLATED, State.STALE):
            continue
        findings = check_pair(segment.text, entry.msgstr, glossary, codes)
        loud = [finding for finding in findings if finding.code not in quiet]
        silenced += len(findings) - len(loud)
        found.extend((key, _problem(finding, location, segment)) for finding in loud)
    return Checked(tuple(found), silenced)


def _location(briefing: Briefing, segment: Segment, entry: Entry) -> Location:
    """The entry in the catalog's file; the segment in the article's while the entry is in no file yet."""
    if entry.line:
        return Location(briefing.catalog.path, entry.line)
    return Location(briefing.article.path, segment.line)


def _problem(finding: Finding, location: Location, segment: Segment) -> Problem:
    return Problem(location, finding.severity, finding.code, finding.message, finding.hint, segment.text)


def _unknown(quiet: set[str], location: Location, segment: Segment) -> Iterator[Problem]:
    for code in sorted(quiet.difference(CODES)):
        message, hint = (
            f"“{code}” is silenced, but there is no such rule",
            "the rules are " + ", ".join(CODES),
        )
        yield Problem(location, Severity.WARNING, "unknown-rule", message, hint, segment.text)
