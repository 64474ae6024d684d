"""*hedge*: the small words whose loss makes an allegation a fact."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sejajar.checking.contrast import contrasts, gained, lost
from sejajar.checking.finding import Finding, listed, warning
from sejajar.checking.pair import Pair
from sejajar.language.phrases import any_of, phrases, signs


class _Hedges(NamedTuple):
    pattern: re.Pattern[str]
    signs: tuple[str, ...]
    """What every text with one has one of."""
    telling: frozenset[str]
    """Where `said` or `about` would not do."""


@cache
def _indonesian() -> _Hedges:
    """For texts in lower case."""
    lists = phrases("id/hedges")
    words = (*lists["alleged"], *lists["reported"])
    pattern = rf"(?:{any_of(words)}|dugaan(?= (?:{any_of(lists['crimes'])})))"
    return _Hedges(
        re.compile(rf"\b(?<!tidak )(?<!tak )(?<!-){pattern}(?:-\w+)?"),
        signs((*words, "dugaan")),
        frozenset(lists["alleged"]),
    )


@cache
def _english(told: bool, modals: bool) -> re.Pattern[str]:
    lists = phrases("en/hedges")
    words = (*lists["alleged"], *(lists["told"] if told else ()), *(lists["possible"] if modals else ()))
    return re.compile(rf"\b(?:{any_of(words)})\b", re.IGNORECASE)


def check_hedge(pair: Pair) -> list[Finding]:
    """What the source only alleges, reports or thinks possible, the English must not state as a fact."""
    return _alleged(pair) or (_possible(pair) if "hedges" in pair.tables else [])


def _alleged(pair: Pair) -> list[Finding]:
    """As many words of allegation as the source has: a libel risk."""
    source, ours = pair.source_low, _indonesian()
    hedges = ours.pattern.findall(source) if any(map(source.__contains__, ours.signs)) else ()
    if not hedges:
        return []
    strict = [hedge for hedge in hedges if hedge in ours.telling]
    modals = "mungkin" not in source and "potensi" not in source
    for wanted, words in ((strict, _english(False, modals)), (hedges, _english(True, modals))):
        if wanted and len(words.findall(pair.target)) < len(wanted):
            hint = "say allegedly, reportedly, suspected or the like"
            return [warning("hedge", f"the source says {listed(wanted)}, the English {_less(wanted)}", hint)]
    return []


def _possible(pair: Pair) -> list[Finding]:
    """*Mungkin* and *dikabarkan* are still there, and what may be has not become what will be."""
    for axis in ("possible", "report"):
        if said := lost(pair, "hedges", axis):
            return [warning("hedge", f"the source says “{said}”, the English states it as a fact")]
    for axis in ("possible", "report"):
        if said := gained(pair, "hedges", axis):
            return [warning("hedge", f"the English says “{said}”, the source states it as a fact")]
    for found in contrasts(pair, "hedges", ("modal",)):
        if found.lost.concept.pole == "may" and not _has_future(pair):
            return [warning("hedge", f"the source says “{found.said}”, the English “{found.instead}”")]
    return []


def _has_future(pair: Pair) -> bool:
    return any(
        mention.concept.pole == "will" for mention in pair.source_mentions.get(("hedges", "modal"), ())
    )


def _less(hedges: list[str]) -> str:
    return "states it as a fact" if len(hedges) == 1 else "hedges less"
