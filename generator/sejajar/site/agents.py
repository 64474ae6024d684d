"""Who is a person and who an organisation: schema.org wants to be told which an author is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sejajar.formats.glossary import Glossary
from sejajar.importing.outlets import spellings
from sejajar.language.tables import words
from sejajar.language.titles import ORGANISATIONS, RANKS, ROLES
from sejajar.model import EDITIONS, Metadata
from sejajar.site.cited import outlet_name

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


@dataclass(frozen=True, slots=True)
class Kinds:
    """Tells of the people of one article which are none."""

    glossary: Glossary
    known: frozenset[str]
    """The site and the article's outlets, by all their names, in lower case."""

    @classmethod
    def of(cls, metadata: Metadata, site: str, glossary: Glossary) -> Kinds:
        outlets = [metadata.source.outlet] if metadata.source else []
        outlets += (reference.outlet for reference in metadata.references)
        called = [outlet_name(name, edition, glossary)[0] for name in outlets for edition in EDITIONS]
        return cls(glossary, frozenset(name.casefold() for name in (site, *outlets, *called)))

    def is_organisation(self, name: str) -> bool:
        return is_organisation(name, self.glossary, self.known)
