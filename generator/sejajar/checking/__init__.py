"""Checks of fidelity: what a pair's English says that its Indonesian does not, and the other way round."""

from sejajar.checking.finding import Finding
from sejajar.checking.rules import CODES, Checked, check, check_counting, check_pair

__all__ = ["CODES", "Checked", "Finding", "check", "check_counting", "check_pair"]
