"""Who is said to speak by the words around a verb of saying: name and role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sejajar.importing.speech.names import (
    RUN,
    bare_name,
    is_acronym,
    is_degree,
    is_led,
    is_name,
    is_title,
    plain,
    written,
)
from sejajar.importing.words import CALENDAR, DATELINES
from sejajar.language.titles import (
    ADDRESSES,
    CONTAINERS,
    CORPS,
    GROUPS,
    HEADS,
    HONOURS,
    INSTITUTIONS,
    NAMES,
    OTHERS,
    PRONOUNS,
    RANKS,
    ROLE_STOPS,
    ROLES,
    STOPS,
)

_ATTRIBUTION_LENGTH = 200
"""Characters; who speaks is said sooner, and a text of nothing but *kata* is still read in linear time."""
_STOP = re.compile(rf"(?:^|\s+)(?:{STOPS})\b")
_STOP_ROLE = re.compile(rf"\s+(?:{ROLE_STOPS})\b|[(]")
_ARTICLE = re.compile(r"^(?:(?:salah\s+)?se?orang|salah\s+satu|si|sang|oleh)\s+", re.IGNORECASE)
_FROM = re.compile(r"\s+(?:dari|asal|untuk)\s")
_TWO = re.compile(r" dan (?=[A-Z])")
LONGEST_ROLE = 110
_CLAUSE_END = re.compile(r"[“\";]|(?<=[a-z0-9)][.!?])(?:\s|$)|(?<=[a-z)])\.(?=[A-Z][a-z])|\.\.|\.$")
_POINTS_BACK = re.compile(rf"(?:{PRONOUNS}|{OTHERS})\b|[^,]*\s(?:ini|itu|tersebut)\b(?!\s+[A-Z])")
_DESCRIBED = re.compile(r"[^,A-Z]*\b(?:kelahiran|berusia|berumur|yang\s+(?:akrab|biasa|kerap|juga))\b")
"""Somebody known, by what the readers know: `ujar perempuan kelahiran Ambon`."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who is said to speak: without a name where somebody is described only."""

    name: str
    role: str = ""
    """As the words have it: `Juru Bicara KPK`."""


NOBODY = Named("")


def speaker_after(words: str, known: frozenset[str] = frozenset()) -> Named | None:
    """Whom `words`, which follow a verb of saying, begin with; None where they point back (`dia`,
    `politikus itu`).

    `Juru Bicara KPK, Tessa Mahardhika, Kamis` → Tessa Mahardhika, Juru Bicara KPK.
    """
    named = _speaker_after(words, known)
    return Named(written(named.name), written(named.role)) if named else None


def _speaker_after(words: str, known: frozenset[str]) -> Named | None:
    clause = _CLAUSE_END.split(plain(words[:_ATTRIBUTION_LENGTH]), maxsplit=1)[0]
    pieces = _with_lists([piece.strip() for piece in clause.split(",")])
    phrase = _STOP.split(pieces[0], maxsplit=1)[0].strip()
    if _POINTS_BACK.match(phrase) or _DESCRIBED.match(pieces[0]):
        return None
    runs = list(RUN.finditer(phrase))
    lead = phrase[: runs[0].start()].split() if runs else phrase.split()
    # What stands behind `di Jakarta,` is no longer said of the speaker.
    second = pieces[1] if len(pieces) > 1 and phrase == pieces[0] else ""
    if any(word.casefold() in GROUPS for word in lead) and not _follower(second, known):
        return _institution(runs) if runs else NOBODY
    if not runs:
        return Named(_follower(second, known), role_of(phrase)) if lead else NOBODY
    if (_TWO.search(phrase) and _are_two(phrase, known)) or _are_many(pieces):
        return NOBODY
    led = bool(lead) or is_led(runs[0][0])
    # Behind a role the name comes last: `anggota Komisi III dari Fraksi PKS Nama`; a name that begins
    # comes first.
    run = (_named_before(runs, phrase, known) or runs[-1]) if led else runs[0]
    name = bare_name(run[0], led, known)
    follower = _follower(second, known) if led else ""
    if follower and (not name or (not _is_sure(phrase, name) and _is_a_name(second, follower))):
        between = second[: second.find(follower)].strip()
        return Named(follower, role_of(f"{phrase}, {between}" if between else phrase))
    if not name:
        return nameless(phrase, runs)
    before = phrase[: run.start()] + run[0][: run[0].rfind(name)]
    return Named(name, role_of(before) if led else _behind(second))


def _named_before(runs: Sequence[re.Match[str]], phrase: str, known: frozenset[str]) -> re.Match[str] | None:
    """The run that is surely a name, and of which is told where it is from: `pengamat Ana Lestari dari …`."""
    for run in runs[:-1]:
        name = bare_name(run[0], True, known)
        if " " in name and is_name(name.split()[0]) and _FROM.match(phrase, run.end()):
            return run
    return None


def _with_lists(pieces: list[str]) -> list[str]:
    """The pieces between commas, those of one role together: `Menteri Pendidikan, Kebudayaan, dan Riset`."""
    first, *others = pieces
    size = 0
    if first and is_title(first.split(maxsplit=1)[0]):
        for number, piece in enumerate(others, 1):
            word = piece.split(maxsplit=1)[0] if piece else ""
            listed = word[:1].isupper() and is_title(word) and word.casefold() not in ROLES | RANKS
            if word in ("dan", "serta") or (listed and " dan " in piece):
                size = number
            if not listed:
                break
    return [", ".join(pieces[: size + 1]), *pieces[size + 1 :]] if size else pieces


def _are_two(phrase: str, known: frozenset[str]) -> bool:
    """Whether two people speak: `Ana dan Budi`, `Menteri Ana dan Gubernur Budi`."""
    before, _, after = phrase.rpartition(" dan ")
    runs = list(RUN.finditer(before))
    names = bare_name(runs[-1][0], bool(runs[:-1]), known) if runs and runs[-1].end() == len(before) else ""
    return bool(names) and is_name(names.split()[0]) and after[:1].isupper()


def _are_many(pieces: Sequence[str]) -> bool:
    """Whether several people speak: `Ana, Budi, dan Citra`."""
    many = len(pieces) > 2 and pieces[2].startswith(("dan ", "serta "))
    return many and all(RUN.fullmatch(piece) and not is_led(piece) for piece in pieces[:2])


def _is_sure(phrase: str, name: str) -> bool:
    """Whether a rank stands before a name, or nothing but a known name's words are in it."""
    before = [word.casefold() for word in phrase[: phrase.rfind(name)].split()[-2:]]
    # `RSUD Dr Soeratno` is a hospital's name.
    return bool(before) and before[-1] in RANKS | CORPS and before[0] not in CONTAINERS


def _is_a_name(second: str, follower: str) -> bool:
    """Whether the words behind a comma are a name alone, or one behind a rank."""
    words = _STOP.split(second, maxsplit=1)[0].split()
    own = len(follower.split())
    titles = [word.casefold().strip(".") for word in words[:-own]]
    return " ".join(words[-own:]) == follower and all(word in RANKS | CORPS | HONOURS for word in titles)


def _follower(second: str, known: frozenset[str]) -> str:
    """The name behind a role's comma."""
    match = RUN.match(second)
    if not match:
        runs = list(RUN.finditer(_STOP.split(second, maxsplit=1)[0]))
        return (
            bare_name(runs[-1][0], True, known)
            if runs and second[:1].islower() and _known_role(second)
            else ""
        )
    if " dan " in second[: match.end() + 5]:
        last = list(RUN.finditer(_STOP.split(second, maxsplit=1)[0]))[-1]
        return bare_name(last[0], True, known) if last.start() else ""
    if match[0].casefold() in DATELINES - NAMES or is_degree(second.split()[0].rstrip(",")):
        return ""
    return bare_name(match[0], False, known)


def _known_role(text: str) -> bool:
    return text.split()[0].casefold() in ROLES


def nameless(phrase: str, runs: Sequence[re.Match[str]]) -> Named:
    """Who holds a role that is all that is said (`Menperin`, `Kapolres Garut`), or an institution."""
    words = phrase.split()
    if not any(word.casefold() in ROLES for word in words):
        return _institution(runs)
    plainly = all(word.casefold() in ROLES | INSTITUTIONS | DATELINES or is_acronym(word) for word in words)
    return Named("", role_of(phrase)) if plainly else NOBODY


def _institution(runs: Sequence[re.Match[str]]) -> Named:
    """An institution that speaks itself: `BMKG`, `Kementerian Luar Negeri`; a role is nobody's name."""
    for run in runs:
        first = run[0].split()[0]
        if first.casefold() in HEADS or first.casefold() in GROUPS:
            continue
        if is_acronym(first) or first.casefold() not in ROLES | CALENDAR:
            return Named(run[0])
    return NOBODY


def role_of(words: str) -> str:
    """Words before a name as a role, or nothing where they are none."""
    role = _ARTICLE.sub("", words.strip(" ,"))
    return role if 2 < len(role) <= LONGEST_ROLE and role.casefold() not in ADDRESSES else ""


def _behind(second: str) -> str:
    """A role behind a name and its comma: `Koordinator Komnas HAM`, `pedagang sayur di pasar itu`."""
    words = second.split()
    if not words or words[0].casefold() not in ROLES:
        return ""
    return role_of(_STOP_ROLE.split(second, maxsplit=1)[0])
