"""All the rules, over one pair and over a whole briefing."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sejajar.catalog import Briefing, Entry, State
from sejajar.checking.finding import Finding
from sejajar.checking.language import (
    check_doubled,
    check_language,
    check_left,
    check_length,
    check_untranslated,
)
from sejajar.checking.marking import check_markup, check_terms
from sejajar.checking.meaning import check_hedge, check_negation
from sejajar.checking.names import check_names
from sejajar.checking.numbers import check_figures
from sejajar.checking.pair import Pair
from sejajar.checking.quoting import check_attribution, check_quotes
from sejajar.checking.weekdays import check_weekdays, check_zones
from sejajar.glossary import Glossary
from sejajar.model import Location, Problem, Segment, Severity

CODES = (
    *("numbers", "units", "money", "dates", "names", "terms", "quotes", "attribution", "negation", "hedge"),
    *("language", "length", "markup", "untranslated", "doubled"),
)
"""What an entry may silence."""

_RULES: tuple[Callable[[Pair], list[Finding]], ...] = (
    *(check_figures, check_weekdays, check_zones, check_names, check_terms, check_quotes, check_attribution),
    *(check_negation, check_hedge, check_length, check_markup, check_left, check_doubled),
)
_NO_TERMS = Glossary()


class Checked(NamedTuple):
    problems: tuple[Problem, ...]
    silenced: int
    """How many findings a person has answered in the catalog."""


def check_pair(indonesian: str, english: str, glossary: Glossary = _NO_TERMS) -> tuple[Finding, ...]:
    """Every rule over one pair of Markdown texts; nothing for an empty English.

    What is still Indonesian is only said to be that."""
    if not english.strip():
        return ()
    pair = Pair(indonesian, english, glossary)
    foreign = check_untranslated(pair) or check_language(pair)
    if foreign:
        return tuple(foreign)
    return tuple(finding for rule in _RULES for finding in rule(pair))


def check(briefing: Briefing, glossary: Glossary) -> tuple[Problem, ...]:
    """Every finding on the pairs of a briefing that nobody has silenced."""
    return check_counting(briefing, glossary).problems


def check_counting(briefing: Briefing, glossary: Glossary) -> Checked:
    """The same, and how many findings are silenced.

    A stale English belongs to another text and is left alone, as is what has none yet."""
    problems: list[Problem] = []
    silenced = 0
    for segment, entry in ((pair.segment, pair.entry) for pair in briefing.pairs.values()):
        location = _location(briefing, segment, entry)
        quiet = {code for code, _ in entry.silenced}
        problems.extend(_unknown(code, location, segment) for code in sorted(quiet.difference(CODES)))
        if entry.state in (State.UNTRANSLATED, State.STALE):
            continue
        for finding in check_pair(segment.text, entry.msgstr, glossary):
            if finding.code in quiet:
                silenced += 1
            else:
                problems.append(_problem(finding, location, segment))
    return Checked(tuple(problems), silenced)


def _location(briefing: Briefing, segment: Segment, entry: Entry) -> Location:
    """The entry in the catalog's file; the segment in the article's while the entry is in no file yet."""
    if entry.line:
        return Location(briefing.catalog.path, entry.line)
    return Location(briefing.article.path, segment.line)


def _problem(finding: Finding, location: Location, segment: Segment) -> Problem:
    return Problem(location, finding.severity, finding.code, finding.message, finding.hint, segment.text)


def _unknown(code: str, location: Location, segment: Segment) -> Problem:
    message, hint = f"“{code}” is silenced, but there is no such rule", "the rules are " + ", ".join(CODES)
    return Problem(location, Severity.WARNING, "unknown-rule", message, hint, segment.text)
