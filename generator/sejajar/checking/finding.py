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


def listed(words: list[str]) -> str:
    """`“tidak” and “belum”`."""
    return " and ".join(f"“{word}”" for word in words)


def shortened(text: str) -> str:
    """At most 60 characters of a text, ending with a word."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57].rsplit(' ', 1)[0]} …"
