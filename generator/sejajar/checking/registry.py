"""The rules there are: their codes, how serious they are, whether they run, and their functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sejajar.checking.attribution import check_attribution
from sejajar.checking.binding import check_binding
from sejajar.checking.bounds import check_bounds
from sejajar.checking.doubled import check_doubled
from sejajar.checking.finding import Finding
from sejajar.checking.hedge import check_hedge
from sejajar.checking.institutions import check_institutions
from sejajar.checking.length import check_length
from sejajar.checking.markup import check_markup
from sejajar.checking.names import check_names
from sejajar.checking.negation import check_negation
from sejajar.checking.numbers import check_figures
from sejajar.checking.offices import check_offices
from sejajar.checking.opposites import check_opposites
from sejajar.checking.pair import Pair
from sejajar.checking.percent import check_percent
from sejajar.checking.quotes import check_quotes
from sejajar.checking.terms import check_terms
from sejajar.checking.units import check_kept_numbers
from sejajar.checking.untranslated import check_language, check_left, check_untranslated
from sejajar.checking.weekdays import check_weekdays, check_zones
from sejajar.model import Severity

Check = Callable[[Pair], list[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    code: str
    """What an entry silences by, and what the setting `checks` names."""
    severity: Severity
    """The gravest that it gives."""
    default: bool
    """Whether it runs where the site's settings say nothing of it: off where it is wrong too often."""
    checks: tuple[Check, ...]
    """The functions that may give its findings; the figures' are given together."""


def _rule(code: str, severity: Severity, *checks: Check, default: bool = True) -> Rule:
    return Rule(code, severity, default, checks)


RULES = (
    _rule("numbers", Severity.ERROR, check_figures, check_zones),
    _rule("units", Severity.ERROR, check_figures, check_kept_numbers),
    _rule("money", Severity.ERROR, check_figures),
    _rule("dates", Severity.ERROR, check_figures, check_weekdays),
    _rule("percent", Severity.ERROR, check_percent),
    _rule("bounds", Severity.WARNING, check_bounds),
    _rule("binding", Severity.WARNING, check_binding),
    _rule("names", Severity.WARNING, check_names),
    _rule("offices", Severity.WARNING, check_offices),
    _rule("institutions", Severity.WARNING, check_institutions),
    _rule("terms", Severity.WARNING, check_terms),
    _rule("quotes", Severity.WARNING, check_quotes),
    _rule("attribution", Severity.ERROR, check_attribution),
    _rule("negation", Severity.WARNING, check_negation),
    _rule("opposites", Severity.WARNING, check_opposites),
    _rule("hedge", Severity.WARNING, check_hedge),
    _rule("language", Severity.ERROR, check_language),
    _rule("length", Severity.ERROR, check_length),
    _rule("markup", Severity.ERROR, check_markup),
    _rule("untranslated", Severity.ERROR, check_untranslated, check_left),
    _rule("doubled", Severity.WARNING, check_doubled),
)
CODES = tuple(rule.code for rule in RULES)
DEFAULTS = frozenset(rule.code for rule in RULES if rule.default)
FIRST: tuple[Check, ...] = (check_untranslated, check_language)
"""Where one of these finds something, nothing else is said: there is no English to judge."""


def switched(settings: Mapping[str, bool]) -> frozenset[str]:
    """The codes that run where some are switched on or off by hand."""
    return frozenset(rule.code for rule in RULES if settings.get(rule.code, rule.default))
