"""What a rule says about one pair, before anyone knows in which file the pair stands."""

from __future__ import annotations

from dataclasses import dataclass

from sejajar.model import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    code: str
    """The rule's: `numbers`, `names`; an entry silences by it."""
    severity: Severity
    message: str
    """One line that quotes both sides, without a full stop at its end."""
    hint: str = ""


def error(code: str, message: str, hint: str = "") -> Finding:
    return Finding(code, Severity.ERROR, message, hint)


def warning(code: str, message: str, hint: str = "") -> Finding:
    return Finding(code, Severity.WARNING, message, hint)
