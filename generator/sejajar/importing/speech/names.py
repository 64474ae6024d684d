"""Names in a text, without the titles, institutions and first words of sentences around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sejajar.importing.words import CALENDAR, DATELINES, OPENERS, PLACES
from sejajar.language.phrases import longest_first
from sejajar.language.titles import (
    AMBIGUOUS,
    BEFORE_ROLES,
    COMMON,
    CONTAINERS,
    CORPS,
    DEGREES,
    DEGREES_BEHIND,
    HEADS,
    HEADS_OF,
    INSTITUTIONS,
    NAMES,
    ORGANISATIONS,
    PARTICLES,
    RANKS,
    ROLES,
    SAYING,
    SHORT,
    TWO_LETTERS,
)

_TOKEN = r"(?:(?:[^\W\d_a-zß-ÿ]\.)+(?!\w)|[^\W\d_a-zß-ÿ][\w’'-]*(?:[.․](?=\w)[\w’'-]+)*․?)"
RUN_OF = rf"{_TOKEN}(?:\s+(?:(?:{PARTICLES})\s+)*(?:a[lnrsdtz]-|ash-|el-)?{_TOKEN})*"
RUN = re.compile(RUN_OF)
"""Capitalised words in a row, with the small words within a name."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_HONORIFIC = re.compile(rf"\b(?:{DEGREES})\.\s*")
_DEGREES = frozenset(word for rank in RANKS for word in (rank, rank.rstrip(".")) if rank.endswith(".")) | {
    "(p)"
}
_RANK = re.compile(rf"\b((?i:{longest_first((RANKS | CORPS) - _DEGREES)}))\.(?=\s+[A-Z])")
_SHORT = re.compile(rf"\b({SHORT})\.(?=\s+[A-Z])")
_LEADER = "․"
"""Stands for the full stop of a name that is written short, which ends no sentence."""
_AFTER_TITLES = AMBIGUOUS | PLACES
_IN_ROLES = ORGANISATIONS | RANKS
_NO_LAST = (INSTITUTIONS | CONTAINERS | COMMON) - NAMES
"""What no name that begins with an unknown word ends with."""
_SAYING = frozenset(SAYING.split("|"))
_LONGEST_NAME = 5
_LONGEST_WORD = 40
_FULL_NAME = 3
_VERB = re.compile(r"(?:di|me)\w{3,}kan|me(?:ng|ny)\w{4,}|\w{4,}nya")
"""A verb that begins a sentence: *Dipaparkan*, *Menyampaikan*."""
_DEGREE = re.compile(
    r"(?!Mc)(?:Sp[A-Z][\w-]*|[SMA]\.\w{1,4}\.?|[SMA][a-z]{0,2}\.|[SM][a-z]?[A-Z][a-z]{1,3}|(?:[A-Z]\.){2,}\w{0,3}|Ph\.?D)\.?"
)
_NOUN = re.compile(r"(?:ke|pen|pem|peng|per|pe)\w{4,}an")
"""A noun made of a verb: *Kedatangan*, *Peninjauan*."""


def plain(text: str) -> str:
    """Without brackets and academic titles: both come between a role and its name."""
    text = _RANK.sub(r"\1", text)
    return _HONORIFIC.sub(_without_degree, _SHORT.sub(rf"\1{_LEADER}", _BRACKETS.sub("", text)))


def _without_degree(match: re.Match[str]) -> str:
    """Nothing for a degree; `Danis H. Sumarna` keeps his initial."""
    before = match.string[max(0, match.start() - _LONGEST_WORD) : match.start()].split()[-1:]
    initial = before and before[0][0].isupper() and before[0][-1].isalpha() and not is_title(before[0])
    return match[0] if initial and len(match[0].strip()) == 2 else ""


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
    while len(words) > 1 and is_degree(words[-1]):
        words.pop()
    if len(words) > 1 and all(map(is_acronym, words)) and any(map(is_name, words)):
        return bare_name(" ".join(words).title(), led, known).upper()
    start = _behind_titles(words, led)
    titled = start > 0 or led
    start = _behind_institutions(words, start, titled)
    rest = words[start:]
    if not rest:
        return ""
    before = words[start - 1].casefold() if start else ""
    if before in HEADS and start < len(words) - 1:
        return _behind_head(before, rest, known)
    if titled and before not in RANKS | CORPS:
        rest = _behind_unknown(words[:start], rest, known)
    return " ".join(rest) if len(rest) <= _LONGEST_NAME else ""


def is_led(run: str) -> bool:
    """Whether a run of capitalised words begins with a title."""
    return _behind_titles(run.split()[:2], False) > 0


def _behind_titles(words: Sequence[str], led: bool) -> int:
    """How many words before a name are titles, institutions and regions."""
    start = 0
    while start < len(words):
        word = words[start].casefold()
        before = words[start - 1].casefold() if start else ""
        if before in RANKS | CORPS and word not in CORPS and is_name(words[start]):
            break
        after = words[start + 1].casefold() if start + 1 < len(words) else ""
        if (before in RANKS and word in CORPS) or (word in BEFORE_ROLES and after in BEFORE_ROLES | ROLES):
            start += 1
            continue
        if word in NAMES & ROLES and after and not _is_roles(words[start + 1]):
            break
        region = _region_at(words, start) if (start or led) and before not in RANKS else 0
        if region:
            start += region
        elif (
            (is_title(words[start]) and not _is_initials(words, start))
            or ((start or led) and word in _AFTER_TITLES)
            or ((start or led or after) and word in COMMON)
            or before in CONTAINERS
            or (word in CONTAINERS and after)
            or (word in "ivx" and before in INSTITUTIONS)
        ):
            start += 1
        else:
            break
    return start


def _is_roles(word: str) -> bool:
    """Whether a word behind a role is the role's: `Imam Masjid`, and not `Imam Santoso`."""
    return is_title(word) or word.casefold() in COMMON | CONTAINERS | DATELINES


def _region_at(words: Sequence[str], start: int) -> int:
    """How many words at `start` are a town's or a region's name."""
    for size in (3, 2, 1):
        name = " ".join(words[start : start + size]).casefold()
        if name in DATELINES and start + size <= len(words) and name not in NAMES:
            return size
    return 0


def _behind_institutions(words: Sequence[str], start: int, titled: bool) -> int:
    """Where a name begins behind acronyms, ranks and institutions among other words: `Reskrim Polres Metro
    AKBP Nama`; once a name has begun, only a rank ends it."""
    inside = _IN_ROLES | INSTITUTIONS | PLACES | COMMON if titled else _IN_ROLES
    for index in range(start, len(words) - 1):
        word = words[index].casefold()
        # `Mira Sekuritas Harry Wijaya`: a company may be called like a person.
        company = word in INSTITUTIONS and word not in NAMES and any(map(is_name, words[index + 1 :]))
        ranked = word not in NAMES and (word in RANKS or (word in CORPS and 0 < index == start))
        other = (
            (is_acronym(words[index]) and not _is_initials(words, index))
            or word in inside
            or (word in ROLES and word not in NAMES)
            or words[index][-1].isdigit()
        )
        if ranked or (other and (company or not is_name(words[start]))):
            start = index + 1
    return start


def _is_initials(words: Sequence[str], index: int) -> bool:
    """Two capitals before a surname: `TM Siregar`."""
    return index == len(words) - 2 and len(words[index]) == 2 and words[index].casefold() not in TWO_LETTERS


def _behind_unknown(titles: Sequence[str], rest: list[str], known: frozenset[str]) -> list[str]:
    """The name behind words that may be an organisation's: from a known name on, if its role asks for one."""
    called = next((index for index, word in enumerate(rest) if word in known), 0)
    if len(rest) > _FULL_NAME and called:
        return rest[called:]
    if is_name(rest[0]):
        return rest
    last = titles[-1].casefold() if titles else ""
    inside = len(titles) > 1 and titles[-2].casefold() in CONTAINERS
    contained = inside and last not in INSTITUTIONS and not is_acronym(titles[-1])
    if rest[-1].casefold() in _NO_LAST or (contained and not any(map(is_name, rest))):
        return []
    heads = last in ROLES and any(word.casefold() in HEADS_OF for word in titles)
    if contained or heads or last in ("", "i", "v", "x"):
        first = next((index for index, word in enumerate(rest[:-1]) if is_name(word)), 0)
        return [] if not first and len(rest) > _FULL_NAME else rest[first:]
    return rest


def is_name(word: str) -> bool:
    """Whether it is a known name, in whatever spelling: `Tonny`, `Soekarno`."""
    low = word.casefold()
    return low in NAMES or (_spelt(low) in _SPELT and low not in _NO_NAMES)


def _spelt(word: str) -> str:
    for old, new in _SPELLINGS:
        word = word.replace(old, new)
    return _DOUBLED.sub(r"\1", word)


_DOUBLED = re.compile(r"(.)\1+")
_SPELLINGS = (
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("sj", "sy"),
    ("ph", "f"),
    ("th", "t"),
    ("ie", "i"),
    ("y", "i"),
)
"""Of names, old and foreign to new."""
_SPELT = frozenset(map(_spelt, NAMES))
_NO_NAMES = COMMON | INSTITUTIONS | OPENERS | ROLES | DATELINES | CONTAINERS


def _behind_head(head: str, rest: list[str], known: frozenset[str]) -> str:
    """The name behind `CEO Tesla Elon Musk`, if the text says where it begins or it is short; else nothing.

    A surname by which the text goes on, `Musk`, leaves unsure whose the word before it is.
    """
    called = next((index for index, word in enumerate(rest[:-1]) if word in known), None)
    if called is None:
        called = next((index for index, word in enumerate(rest[:-1]) if is_name(word)), None)
    if called is not None:
        return " ".join(rest[called:])
    return "" if len(rest) >= HEADS[head] else " ".join(rest)


def is_title(word: str) -> bool:
    lower = word.casefold()
    known = lower in ROLES or lower in INSTITUTIONS or lower in OPENERS
    made = lower in _SAYING or _VERB.fullmatch(lower) or (_NOUN.fullmatch(lower) and lower not in NAMES)
    return known or is_acronym(word) or bool(made)


def is_degree(word: str) -> bool:
    """Whether it stands behind a name and its comma: `SpA`, `M.Si`, `SH`."""
    return word in DEGREES_BEHIND or bool(_DEGREE.fullmatch(word))


def is_acronym(word: str) -> bool:
    return sum(letter.isalpha() for letter in word) > 1 and word == word.upper()
