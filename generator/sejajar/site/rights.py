"""On which terms texts may go further than their page."""

from __future__ import annotations

import re

from sejajar.model import Metadata

_OPEN = re.compile(
    r"\bcc ?0\b|\bcc by\b|\bcreative commons (?:by|attribution|atribusi)\b|\blicenses by\b"
    r"|\bpublic ?domain\b|\bdomain publik\b|\bmilik umum\b"
)
_RESERVED = re.compile(
    r"\b(?:n[cd]|non|nonkomersial|noncommercial|no ?deriv\w*|tanpa|not?|bukan|tidak|belum)\b"
)


def is_open(rights: str) -> bool:
    """Whether rights as somebody wrote them are a licence under which everybody may pass a text and its
    translation on: CC BY, CC BY-SA, CC0 or the public domain; see https://opendefinition.org/licenses/.

    With NC or ND they are not, nor is a permission to one site alone (`seizin Warta Uji`).
    """
    words = " ".join(re.findall(r"\w+", rights.casefold()))
    return bool(_OPEN.search(words)) and not _RESERVED.search(words)


def terms_of(metadata: Metadata, own: str) -> str:
    """On which terms an article's text is there: its source's rights, or the licence of the site's own."""
    return metadata.source.rights if metadata.source else own


def licence_of(metadata: Metadata, own: str) -> str:
    """The licence that lets an article's pairs into a corpus: its source's, or else the site's `own`; empty
    where there is none."""
    terms = terms_of(metadata, own)
    return terms if metadata.source is None or is_open(terms) else ""
