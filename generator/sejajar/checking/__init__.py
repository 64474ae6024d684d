"""Checks of fidelity: what a pair's English says that its Indonesian does not, and the other way round."""

from __future__ import annotations

from collections.abc import Callable

from sejajar.checking.finding import Finding
from sejajar.checking.language import check_doubled, check_language, check_length, check_untranslated
from sejajar.checking.marking import check_markup, check_terms
from sejajar.checking.meaning import check_hedge, check_negation
from sejajar.checking.names import check_names
from sejajar.checking.numbers import check_figures
from sejajar.checking.pair import Pair
from sejajar.checking.quoting import check_attribution, check_quotes
from sejajar.checking.weekdays import check_weekdays
from sejajar.glossary import Glossary

Rule = Callable[[Pair], list[Finding]]


RULES: tuple[Rule, ...] = (
    check_figures,
    check_weekdays,
    check_names,
    check_terms,
    check_quotes,
    check_attribution,
    check_negation,
    check_hedge,
    check_language,
    check_length,
    check_markup,
    check_untranslated,
    check_doubled,
)


def check_pair(indonesian: str, english: str, glossary: Glossary = Glossary()) -> tuple[Finding, ...]:
    """Every rule over one pair of Markdown texts; nothing for an empty English."""
    if not english.strip():
        return ()
    pair = Pair(indonesian, english, glossary)
    return tuple(finding for rule in RULES for finding in rule(pair))
