"""*terms*: approved terms come through in an approved form."""

from __future__ import annotations

import re
from functools import lru_cache

from sejajar.checking.finding import Finding, warning
from sejajar.checking.pair import Pair


@lru_cache(maxsize=4096)
def _accepted(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the forms as whole words, in either case, a plural or possessive included."""
    alternatives = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?:['’]?s|['’]|es)?(?!\w)", re.IGNORECASE)


def check_terms(pair: Pair) -> list[Finding]:
    """Every glossary term of the source comes in one of its approved forms."""
    if not pair.glossary.terms:
        return []
    findings: list[Finding] = []
    for term in dict.fromkeys(match.term for match in pair.glossary.find(pair.source)):
        if not _accepted(term.accepted).search(pair.target):
            forms = " or ".join(f"“{form}”" for form in term.accepted)
            message = f"the source says “{term.indonesian}”, the English has no {forms}"
            findings.append(
                warning("terms", message, "use the approved term, or add the form to the glossary")
            )
    return findings
