"""What a rule says about one pair, before anyone knows in which file the pair stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
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


_STRETCH = re.compile(r"the source says “([^”]+)”")


def without_repeats(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings but for warnings about words that another one, no milder, quotes among more.

    “Jawa Barat” without its “West Java”, and “Barat” for “East”, are one mistake by two rules.
    """
    quoted = [found[1] if (found := _STRETCH.search(finding.message)) else "" for finding in findings]

    def repeats(at: int) -> bool:
        return any(
            len(quoted[other]) > len(quoted[at])
            and findings[other].code != findings[at].code
            and re.search(rf"(?<!\w){re.escape(quoted[at])}(?!\w)", quoted[other])
            for other in range(len(findings))
        )

    return tuple(
        finding
        for at, finding in enumerate(findings)
        if finding.severity is Severity.ERROR or not quoted[at] or not repeats(at)
    )


def listed(words: list[str]) -> str:
    """`“tidak” and “belum”`."""
    return " and ".join(f"“{word}”" for word in words)


def shortened(text: str) -> str:
    """At most 60 characters of a text, ending with a word."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57].rsplit(' ', 1)[0]} …"
