"""What Indonesian news says around a name and around direct speech; the words are in `data/id/`."""

from __future__ import annotations

import re

from sejajar.language.phrases import longest_first
from sejajar.language.tables import toml, words

_TITLES = toml("id/titles")
_SAYING = toml("id/saying")


def _words(name: str) -> frozenset[str]:
    return frozenset(_TITLES[name].split())


def _phrases(name: str) -> str:
    """Phrases as alternatives of a pattern, the longest first, any white space between their words."""
    return longest_first(r"\s+".join(phrase.split()) for phrase in _SAYING[name].split(";"))


def _either(*names: str, table: dict[str, str] = _SAYING) -> str:
    """The words as alternatives of a pattern, the longest first."""
    return longest_first(re.escape(word) for name in names for word in table[name].split())


ROLES = _words("roles")
"""What stands before a name and is no part of it."""
BEFORE_ROLES = _words("before_roles")
"""English words of roles, before another one only: `Country Manager`."""
RANKS = _words("ranks")
"""Titles that no name holds: wherever they stand, the name follows."""
CORPS = _words("corps")
"""What stands behind a rank and before the name."""
AMBIGUOUS = _words("ambiguous")
"""Parts of titles that are names as well: parts of a title only after one."""
ORGANISATIONS = _words("organisations")
INSTITUTIONS = ORGANISATIONS | _words("institutions")
"""Words of institutions, countries and regions: between a role and a name, and never a person's."""
CONTAINERS = _words("containers")
"""What has a name of its own: the word behind it is a part of that and of no person."""
GROUPS = _words("groups")
"""Who or what speaks without a name, also where a name follows that is an institution's."""
ADDRESSES = _words("addresses")
"""Forms of address, which are no roles."""
HEADS_OF = _words("heads_of")
"""Whose role names an organisation before the name."""
BELONGING = _words("belonging")
"""Whose name follows is often another's: `pengacara Ana` is not called Ana."""
COLLECTIVE = _words("collective")
"""Roles that many have at once: whoever speaks for them may have been named before."""
TWO_LETTERS = _words("two_letters")
"""Organisations of two capitals; other two before a surname are initials."""
HONOURS = _words("honours")
"""What may stand before a name behind a comma."""
DEGREES_BEHIND = _words("degrees_behind")
"""Degrees behind a name, without a full stop."""
NAMES = words("id/names")
"""Words that begin or make up people's names."""
COMMON = words("id/common") - NAMES
"""Words that a capital does not make a name."""
HEADS = {head: int(words) for words, heads in _TITLES["heads"].items() for head in heads.split()}
"""Who heads something with a name of its own, which comes first: from so many words on, where a person's
name begins is unsure."""
PARTICLES = _either("particles", table=_TITLES)
"""Small words within a name."""
DEGREES = _either("degrees", table=_TITLES)
"""What stands with a full stop before a name and is no part of it."""
SHORT = _either("short", table=_TITLES)
"""Given names that are written short, with a full stop."""

SAYING = _either("roots", "passives")
"""Verbs that follow direct speech, the roots with or without `-nya`."""
PASSIVE = _either("passives")
"""Verbs that follow `hal itu`."""
REPORTING = _either("reporting")
"""Verbs of saying that follow their subject."""
STOPS = _either("stops")
"""Where a speaker's name has ended at the latest."""
ROLE_STOPS = _either("role_stops")
"""Where a role behind a name has ended at the latest."""
ADVERBS = _either("adverbs")
"""What stands between a subject and its verb."""
PRONOUNS = _either("pronouns")
"""Whoever has been named: `kata dia`."""
OTHERS = _either("others")
"""Several people, or who speaks: no one who has been named."""
CALLED = _phrases("called")
"""Between a name and another one by which somebody is called."""
CALLS = _phrases("calls")
"""Between what somebody is called and the name."""
BELONGING_TO = _either("belonging_to")
"""Before a name that is told of another one: `Ana dari Ambon`."""
ASIDES = _either("asides")
"""Between commas behind a subject."""
PLACED = _either("places")
"""Where and when, behind a name and its comma."""
SOMEBODY = _phrases("somebody")
"""Somebody without a name."""
INTRODUCING = _phrases("introducing")
"""Before a name it introduces somebody."""
POINTED = _either("pointed")
"""What a sentence points at that says who has spoken."""
