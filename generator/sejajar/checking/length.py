"""*length*: whether the English is whole."""

from __future__ import annotations

from sejajar.checking.finding import Finding, error, warning
from sejajar.checking.pair import Pair
from sejajar.language.sentences import sentences


def check_length(pair: Pair) -> list[Finding]:
    """Text lost or added: English takes 0.70 to 1.25 of the Indonesian's characters in 98 % of FLORES."""
    source, target = len(pair.source), len(pair.target)
    if source < 24:
        return []
    ratio = target / source
    if ratio < (0.35 if source < 60 else 0.55):
        message = f"the source has {source:,} characters, the English only {target:,}: text was lost"
        return [error("length", message) if ratio < 0.4 and source > 99 else warning("length", message)]
    if ratio > (2.2 if source < 60 else 1.7):
        message = f"the source has {source:,} characters, the English {target:,}: text may have been added"
        return [warning("length", message)]
    if ratio < 0.82 and source >= 60:
        there, here = len(sentences(pair.source)), len(sentences(pair.target))
        if here < there:
            said = f"the source has {there} sentences, the English {here} and little text"
            return [warning("length", f"{said}: text may have been lost")]
    return []
