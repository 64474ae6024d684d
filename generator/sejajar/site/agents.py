"""Who is a person and who an organisation: schema.org wants to be told which an author is."""

from __future__ import annotations

import re

from sejajar.formats.glossary import Glossary
from sejajar.importing.outlets import spellings
from sejajar.language.tables import words
from sejajar.language.titles import ORGANISATIONS, RANKS, ROLES

_KINDS = frozenset({"outlet", "institution", "organisation", "organization", "company", "party", "ministry"})
"""Of the glossary's terms, for names that are no person's."""
_MORE = words("organisations") | (ORGANISATIONS - {"bank"})
"""Words that a person's name does not hold, those of the import among them; `Tim` (Cook) is not one."""
_TITLES = RANKS | ROLES
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?")
_DOMAIN = re.compile(r"\w\.(?:com|id|org|net|co|news|tv|info)\b", re.IGNORECASE)


def is_organisation(name: str, glossary: Glossary, known: frozenset[str] = frozenset()) -> bool:
    """Whether a name among authors, translators or editors is an organisation's.

    `known`: names that are, in lower case, such as the site's own and the outlets of the article. A name that
    says nothing either way is a person's: most are. A word of rank or office before it (`Kombes`, `Dr.`)
    decides for a person.
    """
    folded = " ".join(name.casefold().split())
    if folded in known or folded in spellings() or _DOMAIN.search(folded):
        return True
    term = glossary.term_of(name)
    if term and term.kind.casefold() in _KINDS:
        return True
    words = _WORD.findall(name)
    plain = [word.casefold().rstrip(".") for word in words]
    if plain and plain[0] in ORGANISATIONS | _MORE:
        return True
    if any(word in _TITLES for word in plain[:1]):
        return False
    if any(word in _MORE for word in plain):
        return True
    # An acronym alone: `BMKG`, `UNN`, `TASS`.
    return len(words) == 1 and len(words[0]) > 1 and words[0].isupper()
