"""What the program says to those who run it, in Indonesian too: a gettext catalog, `sejajar.po`.

Problems are data, in one language: caches keep them, programs read them as JSON. So they are translated where
they are shown, and found by their form: the message `a second entry for {0}` is the one that begins and ends
like this, and what stands in its fields is carried over. The catalog is read when somebody first needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from sejajar.model import Problem

LANGUAGES = ("id", "en")
CATALOG = Path(__file__).parent / "locale" / "id" / "LC_MESSAGES" / "sejajar.po"
LONGEST = 4000
"""Characters of a message: what is longer stays as it is."""
_FIELD = re.compile(r"\{(\w+)\}")
_spoken = ""
_here: ContextVar[str] = ContextVar("language", default="")
"""Of one request of several at once; empty: as everywhere."""


def language_of(environment: Mapping[str, str]) -> str:
    """The language that a person has chosen for programs, as gettext finds it; else English."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            codes = (re.split(r"[_.@-]", code)[0].lower() for code in value.split(":"))
            return next((code for code in codes if code in LANGUAGES), "en")
    return "en"


def speak(language: str) -> None:
    """Says everything in this language from now on."""
    global _spoken
    _spoken = language


def speak_if_none_chose(language: str) -> None:
    """For MkDocs's door: the command line has its own option, and opens that door too."""
    if not _spoken:
        speak(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Says everything in this language meanwhile, in this thread or task alone."""
    before = _here.set(language)
    try:
        yield
    finally:
        _here.reset(before)


def _language() -> str:
    return _here.get() or _spoken


def N_(text: str) -> str:  # noqa: N802 (as gettext calls it)
    """Marks a text for the catalog that is translated later, where it is shown."""
    return text


def gettext(text: str) -> str:
    """The text in the language that is spoken, or as it is where the catalog lacks it."""
    return text if _language() != "id" else _catalog().exact.get(text, text)


def translated(text: str) -> str:
    """As `gettext`, for a text whose fields are filled in already."""
    if _language() != "id" or not text.strip() or len(text) > LONGEST:
        return text
    known = _catalog()
    if text in known.exact:
        return known.exact[text]
    fitting = (form for form in known.forms if form.fits(text))
    best = max(fitting, key=lambda form: form.weight, default=None)
    return best.filled(text) if best else text


def in_words(problem: Problem) -> Problem:
    """The problem with its message and its hint in the language that is spoken."""
    if _language() != "id":
        return problem
    return replace(problem, message=translated(problem.message), hint=translated(problem.hint))


@dataclass(frozen=True, slots=True)
class _Form:
    """A message with fields: what stands between them, their names, and what it reads in Indonesian."""

    between: tuple[str, ...]
    names: tuple[str, ...]
    target: str

    @property
    def weight(self) -> int:
        return sum(map(len, self.between))

    def fits(self, text: str) -> bool:
        return self.values(text) is not None

    def values(self, text: str) -> list[str] | None:
        """What stands in the fields; in one pass, so that no text takes long."""
        first, *middle, last = self.between
        end = len(text) - len(last)
        if not text.startswith(first) or not text.endswith(last) or end < len(first):
            return None
        found, at = [], len(first)
        for part in middle:
            where = text.find(part, at, end)
            if where < 0:
                return None
            found.append(text[at:where])
            at = where + len(part)
        return [*found, text[at:end]]

    def filled(self, text: str) -> str:
        """In Indonesian. A field that is a message itself is translated too, unless it is quoted."""
        values = self.values(text) or []
        spoken = {
            name: value if before.endswith(("“", "`", '"')) else translated(value)
            for name, value, before in zip(self.names, values, self.between, strict=False)
        }
        return _FIELD.sub(lambda found: spoken.get(found[1], found[0]), self.target)


@dataclass(frozen=True, slots=True)
class _Catalog:
    exact: Mapping[str, str]
    forms: tuple[_Form, ...]


FEWEST = 4
"""Letters that a form must have outside its fields: “{0} of {1}” would fit half of all titles."""


@cache
def _catalog() -> _Catalog:
    import polib

    entries = [entry for entry in polib.pofile(str(CATALOG), encoding="utf-8") if entry.msgstr]
    pairs = {entry.msgid: entry.msgstr for entry in entries}
    forms = [
        _Form(tuple(parts[::2]), tuple(parts[1::2]), target)
        for source, target in pairs.items()
        if len(parts := _FIELD.split(source)) > 1 and sum(map(str.isalpha, "".join(parts[::2]))) >= FEWEST
    ]
    return _Catalog(pairs, tuple(forms))
