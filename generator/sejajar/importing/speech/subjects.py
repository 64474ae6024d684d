"""Who says something in a sentence whose verb stands behind its subject: `Ana Lestari mengatakan`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sejajar.importing.speech.attribution import LONGEST_ROLE, Named, nameless, role_of, speaker_after
from sejajar.importing.speech.names import RUN, bare_name, is_degree, plain, written
from sejajar.importing.words import OPENERS
from sejajar.language.phrases import longest_first
from sejajar.language.titles import (
    ADVERBS,
    ASIDES,
    BELONGING_TO,
    COLLECTIVE,
    OTHERS,
    PLACED,
    PRONOUNS,
    REPORTING,
    ROLES,
    SAYING,
    SOMEBODY,
)

_ADVERBS = re.compile(rf"(?:\s+(?:{ADVERBS}))+\s*$")
_PREPOSITION = re.compile(rf"\b(?:{BELONGING_TO})\s+$")
_PRONOUN = re.compile(rf"\b(?:{PRONOUNS}|{OTHERS})\s*$", re.IGNORECASE)
_RELATIVE = re.compile(r"([A-Z][\w’'.-]*),?\s+yang\s+[^,]*$")
"""What is said of somebody between the name and the verb."""
LONGEST_PERSON = 4
"""Words of a name."""
_REPORTS = re.compile(rf"\b(?:{REPORTING})\b", re.IGNORECASE)
_SAYS = re.compile(rf"\b(?:{SAYING}|menurut)\s+(?:oleh\s+)?(?=[\w])", re.IGNORECASE)
_WHICH = re.compile(rf"\byang(?:\s+(?:{ADVERBS}))*\s*$")
"""Before a verb it says something of somebody, and nobody says anything."""
CLAUSE = 250
"""Characters before a verb in which its subject stands."""
_FIRST = 2
"""Verbs of saying of a sentence whose subjects are asked for."""
_LAST = 4
"""Verbs of a sentence before their subjects that are asked, from the end."""
_SOMEBODY = re.compile(rf"(?:{SOMEBODY})\b", re.IGNORECASE)
_POINTED_AT = re.compile(rf"^(?:{longest_first(ROLES)})\b.*\b(?:ini|itu|tersebut)$", re.IGNORECASE)
"""Somebody who has been named: `Kepala BNPB itu`."""
_ASIDE = re.compile(rf"(?:{ASIDES})\s")
"""Between commas behind a subject: `Ana, melalui akun Instagram, …`."""
_PLACED = re.compile(rf"(?:{PLACED})\s")

PRONOUN = Named("", "a pronoun")
"""Whoever has been named before."""


def reporter(sentence: str, known: frozenset[str] = frozenset()) -> Named | None:
    """Who says something in a sentence: without a name where it is somebody unknown; None for nobody."""
    found: Named | None = None
    # Only the first verbs: in `Ana menyebut Budi mengatakan …` it is Ana who speaks.
    asked = 0
    for verb in _REPORTS.finditer(sentence):
        clause = sentence[max(0, verb.start() - CLAUSE) : verb.start()]
        if _WHICH.search(clause):
            continue
        if found or asked == _FIRST:
            break
        asked += 1
        found = subject(clause, known)
    for says in list(_SAYS.finditer(sentence))[-_LAST:]:
        named = speaker_after(sentence[says.end() : says.end() + CLAUSE], known)
        if named and named.name:
            found = named
    return found


def subject(clause: str, known: frozenset[str] = frozenset()) -> Named | None:
    """Who is the subject of a clause that ends before its verb: `Pakar …, Andrei Lankov`.

    PRONOUN where it is one, without a name where it is somebody unknown, None where it is nobody.
    """
    clause = plain(clause)
    if _POINTED_AT.search(_ADVERBS.sub("", clause.rpartition(",")[2]).strip()):
        return PRONOUN
    pieces = _RELATIVE.sub(r"\1", clause).split(",")
    parts = _before_places([_ADVERBS.sub("", f" {piece.strip()}").strip() for piece in pieces])
    order = [
        index
        for index in range(len(parts) - 1, -1, -1)
        if parts[index] and not is_degree(parts[index].split(maxsplit=1)[0])
    ]
    for index in range(1, len(parts)):
        if _is_apposition(parts[index - 1], parts[index], closed=not parts[-1]):
            name = bare_name(list(RUN.finditer(parts[index - 1]))[-1][0])
            return Named(written(name), written(role_of(parts[index])))
    for index in order:
        part = parts[index]
        if _PRONOUN.search(part):
            return PRONOUN
        if 0 < index < len(parts) - 1 and _ASIDE.match(part):
            continue
        runs = list(RUN.finditer(part))
        if named := _with_role_behind(part, runs, known):
            return named
        while len(runs) > 1 and _belongs(part, runs, known):
            runs.pop()
        within = bool(_PREPOSITION.search(part[: runs[-1].start()].casefold())) if runs else False
        if not runs or (within and len(runs) == 1):
            continue
        led = part[: runs[-1].start()].split()[-1:]
        if name := bare_name(runs[-1][0], within or (bool(led) and led[0].casefold() in ROLES), known):
            before = part[: runs[-1].start()] + runs[-1][0][: runs[-1][0].rfind(name)]
            return Named(written(name), written(_role_before(parts[:index], before)))
    return _somebody(parts[order[0]]) if order else None


def _belongs(part: str, runs: Sequence[re.Match[str]], known: frozenset[str]) -> bool:
    """Whether the last run is told of the name before it (`Ana dari Ambon`) and is no role's end:
    `Kepala Dinas Sosial dan Tenaga Kerja Ana`."""
    if not _PREPOSITION.search(part[: runs[-1].start()]):
        return False
    return bool(bare_name(runs[-2][0], False, known)) or not bare_name(runs[-1][0], True, known)


def _before_places(parts: list[str]) -> list[str]:
    """Without what is told of where and when behind a name: `Ana, dari Ambon, Maluku, …`."""
    for index in range(1, len(parts)):
        runs = list(RUN.finditer(parts[index - 1]))
        ends = bool(runs) and runs[-1].end() == len(parts[index - 1])
        if ends and _PLACED.match(parts[index]) and bare_name(runs[-1][0]):
            return parts[:index]
    return parts


def _somebody(part: str) -> Named | None:
    """Somebody without a name: `seorang pejabat`, `Presiden`."""
    first = part.split(maxsplit=1)[0].casefold()
    if _SOMEBODY.match(part) or first in ROLES - COLLECTIVE:
        return nameless(part, list(RUN.finditer(part)))
    return None


def _with_role_behind(part: str, runs: Sequence[re.Match[str]], known: frozenset[str]) -> Named | None:
    """`Ana Lestari koordinator dapur umum Sukamaju`: a name that begins, and a role without a comma."""
    if not runs or runs[0].start():
        return None
    name, role = bare_name(runs[0][0], False, known), part[runs[0].end() :].strip()
    first = role.split(maxsplit=1)[0] if role else ""
    return Named(written(name), role_of(role)) if name and first in ROLES else None


def _is_apposition(before: str, last: str, *, closed: bool) -> bool:
    """`Ana Lestari, Ketua Koperasi Sumber Rejeki, …`: a name, then a role between commas."""
    runs = list(RUN.finditer(before))
    if not closed or not runs or not last or runs[-1].end() != len(before):
        return False
    if last.split()[0].casefold() not in ROLES:
        return False
    name = bare_name(runs[-1][0])
    return bool(name) and len(name.split()) <= LONGEST_PERSON and before.split()[0].casefold() not in ROLES


def _role_before(parts: Sequence[str], before: str) -> str:
    """The role that ends before a name, from its first word on, which may stand some commas before."""
    for start in range(len(parts), -1, -1):
        words = ", ".join(filter(None, (*parts[start:], before.strip())))
        first = words.split()[:1]
        if first and first[0].casefold() in ROLES and first[0].casefold() not in OPENERS:
            return role_of(words)
        if len(words) > LONGEST_ROLE or (start < len(parts) and words[:1].islower()):
            break
    return ""
