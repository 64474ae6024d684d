"""Checks of fidelity: what a pair's English says that its Indonesian does not, and the other way round."""

from __future__ import annotations

from collections.abc import Callable

from sejajar.checking.finding import Finding
from sejajar.checking.numbers import check_figures
from sejajar.checking.pair import Pair
from sejajar.glossary import Glossary

Rule = Callable[[Pair], list[Finding]]


def _figures(pair: Pair) -> list[Finding]:
    return check_figures(pair.source_figures, pair.target_figures)


RULES: tuple[Rule, ...] = (_figures,)


def check_pair(indonesian: str, english: str, glossary: Glossary = Glossary()) -> tuple[Finding, ...]:
    """Every rule over one pair of Markdown texts; nothing for an empty English."""
    if not english.strip():
        return ()
    pair = Pair(indonesian, english, glossary)
    return tuple(finding for rule in RULES for finding in rule(pair))
