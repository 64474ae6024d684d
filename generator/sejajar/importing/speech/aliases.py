"""Other names by which a text says that people are called: `Joko Widodo (Jokowi)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sejajar.importing.speech.names import RUN_OF, bare_name, is_acronym
from sejajar.language.titles import CALLED, CALLS

_NAME = rf"(?P<name>{RUN_OF})"
_ALIAS = r"(?P<alias>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)?)"
_FORMS = (
    re.compile(rf"{_NAME}\s*\({_ALIAS}\)"),
    re.compile(rf"{_NAME},?\s+(?:{CALLED})\s+{_ALIAS}"),
    re.compile(rf"{_ALIAS}\s*,?\s*\(?(?:{CALLS})\s+{_NAME}"),
)
_KNOWN = re.compile(rf"\(|\b(?:{CALLED}|{CALLS})\b")


def aliases_in(text: str) -> Iterator[tuple[str, str]]:
    """What somebody is called, without a title, and the full name."""
    if not _KNOWN.search(text):
        return
    for form in _FORMS:
        for match in form.finditer(text):
            name, alias = bare_name(match["name"]), match["alias"]
            called = alias if is_acronym(alias) else bare_name(alias)
            if " " in name and called and called != name and not called.isdigit():
                yield called, name
