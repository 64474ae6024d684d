"""What Indonesian news says around a name and around direct speech; the words are in `data/id/`."""

from __future__ import annotations

from sejajar.language.tables import toml

_TITLES = toml("id/titles")
_SAYING = toml("id/saying")


def _words(name: str) -> frozenset[str]:
    return frozenset(_TITLES[name].split())


def _either(*names: str) -> str:
    return "|".join(word for name in names for word in _SAYING[name].split())


ROLES = _words("roles")
"""What stands before a name and is no part of it."""
RANKS = _words("ranks")
"""Titles that no name holds: wherever they stand, the name follows."""
AMBIGUOUS = _words("ambiguous")
"""Parts of titles that are names as well: parts of a title only after one."""
ORGANISATIONS = _words("organisations")
INSTITUTIONS = ORGANISATIONS | _words("institutions")
"""Words of institutions, countries and regions: between a role and a name, and never a person's."""
CONTAINERS = _words("containers")
"""What has a name of its own: the word behind it is a part of that and of no person."""
GROUPS = _words("groups")
"""Who or what speaks without a name, also where a name follows that is an institution's."""
HEADS = {head: int(words) for words, heads in _TITLES["heads"].items() for head in heads.split()}
"""Who heads something with a name of its own, which comes first: from so many words on, where a person's
name begins is unsure."""

SAYING = _either("roots", "passives")
"""Verbs that follow direct speech, the roots with or without `-nya`, as alternatives of a pattern."""
PASSIVE = _either("passives")
"""Verbs that follow `hal itu`."""
REPORTING = _either("reporting")
"""Verbs of saying that follow their subject."""
