"""Checks of fidelity: what a pair's English says that its Indonesian does not, and the other way round."""

from sejajar.checking.finding import Finding
from sejajar.checking.registry import CODES, DEFAULTS, RULES, Rule, switched
from sejajar.checking.risk import Reason, Risk, Why, risk
from sejajar.checking.runner import Checked, check, check_counting, check_pair

__all__ = [
    "CODES",
    "DEFAULTS",
    "RULES",
    "Checked",
    "Finding",
    "Reason",
    "Risk",
    "Rule",
    "Why",
    "check",
    "check_counting",
    "check_pair",
    "risk",
    "switched",
]
