"""*attribution*: through whom the source knows, and who says it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sejajar.checking.contrast import contrasts
from sejajar.checking.finding import Finding, error, warning
from sejajar.checking.names import check_names
from sejajar.checking.pair import Pair
from sejajar.language.concepts import is_country
from sejajar.language.folding import folded
from sejajar.language.phrases import any_of, phrases, signs
from sejajar.language.spelling import Spellings
from sejajar.language.tables import words as word_list
from sejajar.language.vocabulary import is_indonesian
from sejajar.language.words import Words

_NAME = r"((?:[A-Z][\w.&'-]*|\d+(?=[A-Z]))(?: (?:[A-Z][\w.&'-]*|of|and))*)"
_PERSON = r"([A-Z][a-z'’]+(?: [A-Z][\w'’.-]*)*)"


class _Outlets(NamedTuple):
    pattern: re.Pattern[str]
    signs: tuple[str, ...]
    """What every text with one has one of."""


@cache
def _outlets() -> _Outlets:
    lists = phrases("id/attribution")
    words = [f"{first}{word[1:]}" for word in lists["outlet"] for first in (word[0].upper(), word[0])]
    words += lists["through"]
    pattern = rf"\b(?:{any_of(words)})(?: (?:{any_of(lists['between'])}))* {_NAME}"
    return _Outlets(re.compile(pattern), signs((*(word[1:] for word in lists["outlet"]), *lists["through"])))


@cache
def _speakers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Who says something, and the quick way to see that nobody does."""
    said = rf"[,”“\"’']\s?(?:{any_of(phrases('id/attribution')['said'])}) "
    return re.compile(rf"(?:{said}|\b[Mm]enurut ){_PERSON}"), re.compile(said)


def check_attribution(pair: Pair) -> list[Finding]:
    """The outlet that the source names as its own source is still there, and so is who is quoted."""
    return _outlet(pair) or _changed_outlet(pair) or _speaker(pair)


def _outlet(pair: Pair) -> list[Finding]:
    pattern, known = _outlets()
    for match in pattern.finditer(pair.source) if any(map(pair.source.__contains__, known)) else ():
        outlet = match[1].rstrip(".,")
        if folded(outlet).split()[0] in word_list("id/authorities") or is_country(outlet):
            continue
        there = folded(pair.target)
        small = phrases("id/attribution")["small"]
        words = [word for word in re.findall(r"\w{2,}", folded(outlet)) if word not in small]
        if words and not any(word in there for word in words) and not _by_glossary(pair, outlet):
            return [error("attribution", f"the source names “{outlet}” as its source, the English does not")]
    return []


def _by_glossary(pair: Pair, outlet: str) -> bool:
    there = pair.target.casefold()
    return any(
        form.casefold() in there for match in pair.glossary.find(outlet) for form in match.term.accepted
    )


def _changed_outlet(pair: Pair) -> list[Finding]:
    for found in contrasts(pair, "outlets"):
        return [error("attribution", f"the source names “{found.said}”, the English “{found.instead}”")]
    return []


def _speaker(pair: Pair) -> list[Finding]:
    """Who speaks, by a name of which the English has no word in any spelling."""
    pattern, quick = _speakers()
    if "enurut " not in pair.source and not quick.search(pair.source):
        return []
    for match in pattern.finditer(pair.source):
        words = [folded(word.low) for word in Words(match[1]) if len(word.text) > 2]
        if not words or any(is_indonesian(word) for word in words) or is_country(match[1]):
            continue
        spellings = Spellings(folded(word.low) for word in pair.target_split.capitals())
        if any(word in spellings for word in words) or _by_glossary(pair, match[1]):
            continue
        if not check_names(pair):  # which says more: who stands there instead
            name = match[1].rstrip(".")
            return [warning("attribution", f"the source quotes “{name}”, the English does not name them")]
    return []
