"""Names in a text, without the titles, institutions and first words of sentences around them."""

from __future__ import annotations

import re
from functools import lru_cache

from sejajar.importing.recognising.words import CALENDAR, OPENERS, PLACES
from sejajar.language.titles import (
    AMBIGUOUS,
    CONTAINERS,
    DEGREES,
    HEADS,
    INSTITUTIONS,
    ORGANISATIONS,
    PARTICLES,
    RANKS,
    ROLES,
    SHORT,
)

_TOKEN = r"(?:[^\W\d_a-zß-ÿ]\.|[^\W\d_a-zß-ÿ][\w’'-]*(?:[.․](?=\w)[\w’'-]+)*․?)"
RUN = re.compile(rf"{_TOKEN}(?:\s+(?:(?:{PARTICLES})\s+)*(?:a[lnrsdtz]-|ash-|el-)?{_TOKEN})*")
"""Capitalised words in a row, with the small words within a name."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_HONORIFIC = re.compile(rf"\b(?:{DEGREES})\.\s*")
_SHORT = re.compile(rf"\b({SHORT})\.(?=\s+[A-Z])")
_LEADER = "․"
"""Stands for the full stop of a name that is written short, which ends no sentence."""
_AFTER_TITLES = AMBIGUOUS | PLACES
_IN_ROLES = ORGANISATIONS | RANKS
_LONGEST_NAME = 5
_FULL_NAME = 3
_VERB = re.compile(r"(?:di|me)\w{3,}kan|me(?:ng|ny)\w{4,}|\w{4,}nya")
"""A verb that begins a sentence: *Dipaparkan*, *Menyampaikan*."""


def plain(text: str) -> str:
    """Without brackets and academic titles: both come between a role and its name."""
    return _HONORIFIC.sub("", _SHORT.sub(rf"\1{_LEADER}", _BRACKETS.sub("", text)))


def written(name: str) -> str:
    """A name from `plain` text as the text has it."""
    return name.replace(_LEADER, ".")


@lru_cache(maxsize=4096)
def bare_name(run: str, led: bool = False, known: frozenset[str] = frozenset()) -> str:
    """A run of capitalised words without the roles and institutions before a name; it may leave nothing.

    `led`: a role stands before the run, so that what is no name within it is the role's. `known`: words
    by which people are called elsewhere in the text; a name begins with one rather than within an unknown
    organisation.
    """
    words = run.split()
    for index, word in enumerate(words):
        if word.casefold() in CALENDAR:
            words = words[:index]
            break
    start = 0
    while start < len(words) and (
        is_title(words[start])
        or ((start or led) and words[start].casefold() in _AFTER_TITLES)
        or (start and words[start - 1].casefold() in CONTAINERS)
    ):
        start += 1
    # An acronym or an institution's word among the rest ends a role: `Reskrim Polres Metro AKBP Nama`.
    inside = _IN_ROLES | INSTITUTIONS | (PLACES if led else frozenset()) if start or led else _IN_ROLES
    for index in range(start, len(words) - 1):
        if is_acronym(words[index]) or words[index].casefold() in inside or words[index][-1].isdigit():
            start = index + 1
    rest = words[start:]
    if 0 < start < len(words) - 1 and words[start - 1].casefold() in HEADS:
        return _behind_head(words[start - 1].casefold(), rest, known)
    if (start or led) and len(rest) > _FULL_NAME:
        called = next((index for index in range(len(rest)) if rest[index] in known), 0)
        rest = rest[called:]
    return " ".join(rest) if len(rest) <= _LONGEST_NAME else ""


def _behind_head(head: str, rest: list[str], known: frozenset[str]) -> str:
    """The name behind `CEO Tesla Elon Musk`, if the text says where it begins or it is short; else nothing.

    A surname by which the text goes on, `Musk`, leaves unsure whose the word before it is.
    """
    called = next((index for index, word in enumerate(rest[:-1]) if word in known), None)
    if called is not None:
        return " ".join(rest[called:])
    return "" if len(rest) >= HEADS[head] else " ".join(rest)


def is_title(word: str) -> bool:
    lower = word.casefold()
    known = lower in ROLES or lower in INSTITUTIONS or lower in OPENERS
    return known or is_acronym(word) or bool(_VERB.fullmatch(lower))


def is_acronym(word: str) -> bool:
    return sum(letter.isalpha() for letter in word) > 1 and word == word.upper()
