"""*negation*: the small words whose loss turns a sentence round."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sejajar.checking.finding import Finding, listed, warning
from sejajar.checking.pair import Pair
from sejajar.language.negation import is_indonesian_negative, is_negative, says_no

_NO_NEGATION = re.compile(
    r"\b(?:(?:tidak|tak|bukan) (?:hanya|cuma|saja|sekadar|sekedar|lain|sedikit|jarang|kurang|lama"
    r"|jauh|main|terlalu lama|kalah)"
    r"|belum lama|(?:agar|supaya) tidak|tidak masuk akal|paling tidak|(?:saat|ketika|waktu) belum"
    r"|belum pernah terjadi sebelumnya|mau tidak mau|mau tak mau|suka tidak suka|(?:atau|dan) "
    r"tidak(?= *[,.?;:]| sama sekali)|tidak\?|bukan\?"
    r"|tidak bisa tidak|bukan tidak mungkin|tanpa henti|tanpa pamrih|tidak (?:mungkin|biasa|pasti"
    r"|jelas|sah|stabil|adil|langsung|aman|terduga|sengaja)"
    r"|tak (?:terhindarkan|terhingga|terbatas|terduga|terlihat|sengaja|berawak)|tanpa awak"
    r"|jangan-jangan|sebelum)\b"
)
"""Idioms that English says without a negation, and adjectives that it makes with a prefix."""
_PLAIN = "tidak|tak|bukan|belum|tanpa|jangan|tiada|tidaklah|bukanlah|tidakkah|janganlah|nggak|enggak|gak|ndak"
_NOT = re.compile(rf"\b(?:{_PLAIN})\b")
_NEVER = re.compile(
    r"\b(?:not|never|cannot|no one|nobody|nothing|without)\b|n['’]t\b|\b[Nn]o (?=[a-z])(?!longer"
    r"|doubt|more|less|fewer|matter|wonder|\w+er than)"
)
_NOT_ONLY = re.compile(r"\b(?:tidak|tak|bukan) (?:hanya|cuma|sekadar|sekedar|saja)\b")
_ONLY = re.compile(r"\b(?:only|just|merely|simply|solely)\b", re.IGNORECASE)
_NOT_ONLY_THERE = re.compile(
    r"\b(?:not|cannot|never|more than|as well|both|also|beyond|besides|in addition|other than|nor|far "
    r"from|no)\b|n['’]t\b",
    re.IGNORECASE,
)


def check_negation(pair: Pair) -> list[Finding]:
    """A negation on one side and nothing on the other that could stand for it."""
    lowered = pair.source.lower()
    masked = _NO_NEGATION.sub(lambda idiom: "·" * len(idiom[0]), lowered)
    if there := list(_NOT.finditer(masked)):
        plain = sum(says_no(word.low) for word in pair.target_split)
        if plain < len(there) and any(_unanswered(pair, [match.start() for match in there])):
            words = [match[0] for match in there]
            return [warning("negation", f"the source says {listed(words)}, the English has {_fewer(words)}")]
    if (said := _NEVER.search(_NO_NEVER.sub(" ", pair.target))) and not any(
        is_indonesian_negative(word) for word in pair.source_words
    ):
        message = f"the English says “{said[0].strip()}”, the source has no negation"
        return [warning("negation", message)]
    if (
        (only := _NOT_ONLY.search(lowered))
        and (merely := _ONLY.search(pair.target))
        and not _NOT_ONLY_THERE.search(pair.target)
    ):
        return [warning("negation", f"the source says “{only[0]}”, the English “{merely[0]}”")]
    return []


_YET = frozenset(("yet", "remain", "remains", "remained", "remaining", "still"))
"""What English says for *belum*, whatever else is near."""
_NEAR = 7
"""Words between a negation and the word that it belongs to, in English."""


def _unanswered(pair: Pair, starts: Sequence[int]) -> Iterator[bool]:
    """For each negation whether the English has no word that says no near what it belongs to.

    Where nobody can say what that is, whether it has fewer than the source. A word that another one of the
    source accounts for (*hilang*, missing) does not count."""
    linked = {place for places in pair.links for place in places or ()}
    negative = [
        index
        for index, word in enumerate(pair.target_split)
        if says_no(word.low) or (is_negative(word.low) and (index not in linked or word.low in _YET))
    ]
    ends = [word.end for word in pair.source_split]
    for start in starts:
        at = bisect_right(ends, start)
        near = [place for places in pair.links[max(0, at - 2) : at + 5] for place in places or ()]
        if not near:
            yield len(negative) < len(starts)
        else:
            yield not any(_within(negative, place) for place in near)


def _within(ordered: Sequence[int], place: int) -> bool:
    at = bisect_left(ordered, place - _NEAR)
    return at < len(ordered) and ordered[at] <= place + _NEAR


_NO_NEVER = re.compile(
    r"\b(?:not only|not to mention|if not|whether or not|or not|why not|no one but|can(?:not|['’]t) help"
    r"|nothing but|no sooner|not long|not least|no such|not yet|not until|no longer|never mind"
    r"|is(?:n['’]t| not) it|(?:do|did|does|was|were|are|is)n['’]t (?:you|they|he|she|it|we))\b",
    re.IGNORECASE,
)
"""English idioms that Indonesian says without a negation."""


def _fewer(words: list[str]) -> str:
    return "no negation" if len(words) == 1 else "fewer negations"
