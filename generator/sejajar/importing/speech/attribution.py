"""Who is said to speak by the words around a verb of saying: name and role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sejajar.importing.recognising.words import CALENDAR, DATELINES, OPENERS
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
from sejajar.language.titles import (
    ADDRESSES,
    ADVERBS,
    CORPS,
    GROUPS,
    HEADS,
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
_RELATIVE = re.compile(r"([A-Z][\w’'.-]*),?\s+yang\s+[^,]*$")
"""What is said of somebody between the name and the verb."""
_TWO = re.compile(r" dan (?=[A-Z])")
_HONORED = frozenset({"kh", "h", "hj", "prof", "dr", "ir", "drs"})
_LONGEST_ROLE = 110
_LONGEST_PERSON = 4
_ADVERBS = re.compile(rf"(?:\s+(?:{ADVERBS}))+\s*$")
_CLAUSE_END = re.compile(r"[“\";]|(?<=[a-z0-9)][.!?])(?:\s|$)|(?<=[a-z)])\.(?=[A-Z][a-z])|\.\.|\.$")
_POINTS_BACK = re.compile(rf"(?:{PRONOUNS}|{OTHERS})\b|[^,]*\s(?:ini|itu|tersebut)\b(?!\s+[A-Z])")
_DESCRIBED = re.compile(r"[^,A-Z]*\b(?:kelahiran|berusia|berumur|yang\s+(?:akrab|biasa|kerap|juga))\b")
"""Somebody known, by what the readers know: `ujar perempuan kelahiran Ambon`."""
_PREPOSITION = re.compile(r"\b(?:dari|di|asal|pada|untuk|ke|dalam|bersama|kepada|soal|tentang|oleh|dan)\s+$")
_PRONOUN = re.compile(rf"\b(?:{PRONOUNS}|{OTHERS})\s*$", re.IGNORECASE)


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
        return Named(_follower(second, known), _role(phrase)) if lead else NOBODY
    if _TWO.search(phrase) and _are_two(phrase, known):
        return NOBODY
    led = bool(lead) or is_led(runs[0][0])
    # Behind a role the name comes last: `anggota Komisi III dari Fraksi PKS Nama`; a name that begins
    # comes first.
    run = runs[-1] if led else runs[0]
    name = bare_name(run[0], led, known)
    follower = _follower(second, known) if led else ""
    if follower and (not name or (not _is_sure(phrase, name) and _is_a_name(second, follower))):
        between = second[: second.find(follower)].strip()
        return Named(follower, _role(f"{phrase}, {between}" if between else phrase))
    if not name:
        return _nameless(phrase, runs)
    before = phrase[: run.start()] + run[0][: run[0].rfind(name)]
    return Named(name, _role(before) if led else _behind(second))


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


def _is_sure(phrase: str, name: str) -> bool:
    """Whether a rank stands before a name, or nothing but a known name's words are in it."""
    before = phrase[: phrase.rfind(name)].split()[-1:]
    return bool(before) and before[0].casefold() in RANKS | CORPS


def _is_a_name(second: str, follower: str) -> bool:
    """Whether the words behind a comma are a name alone, or one behind a rank."""
    words = _STOP.split(second, maxsplit=1)[0].split()
    own = len(follower.split())
    titles = [word.casefold().strip(".") for word in words[:-own]]
    return " ".join(words[-own:]) == follower and all(word in RANKS | CORPS | _HONORED for word in titles)


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


def _nameless(phrase: str, runs: Sequence[re.Match[str]]) -> Named:
    """Who holds a role that is all that is said (`Menperin`, `Kapolres Garut`), or an institution."""
    words = phrase.split()
    if not any(word.casefold() in ROLES for word in words):
        return _institution(runs)
    plainly = all(word.casefold() in ROLES | INSTITUTIONS | DATELINES or is_acronym(word) for word in words)
    return Named("", _role(phrase)) if plainly else NOBODY


def _institution(runs: Sequence[re.Match[str]]) -> Named:
    """An institution that speaks itself: `BMKG`, `Kementerian Luar Negeri`; a role is nobody's name."""
    for run in runs:
        first = run[0].split()[0]
        if first.casefold() in HEADS or first.casefold() in GROUPS:
            continue
        if is_acronym(first) or first.casefold() not in ROLES | CALENDAR:
            return Named(run[0])
    return NOBODY


def _role(words: str) -> str:
    """Words before a name as a role, or nothing where they are none."""
    role = _ARTICLE.sub("", words.strip(" ,"))
    return role if 2 < len(role) <= _LONGEST_ROLE and role.casefold() not in ADDRESSES else ""


def _behind(second: str) -> str:
    """A role behind a name and its comma: `Koordinator Komnas HAM`, `pedagang sayur di pasar itu`."""
    words = second.split()
    if not words or words[0].casefold() not in ROLES:
        return ""
    return _role(_STOP_ROLE.split(second, maxsplit=1)[0])


def subject(clause: str, known: frozenset[str] = frozenset()) -> Named | None:
    """The person who is the subject of a clause that ends before its verb: `Pakar …, Andrei Lankov`; None
    where it is a pronoun, or where nobody is found."""
    pieces = _RELATIVE.sub(r"\1", plain(clause)).split(",")
    parts = [_ADVERBS.sub("", f" {piece.strip()}").strip() for piece in pieces]
    order = [index for index in range(len(parts) - 1, -1, -1) if parts[index]]
    if len(order) > 1 and _is_apposition(parts[order[1]], parts[order[0]], closed=not parts[-1]):
        name = list(RUN.finditer(parts[order[1]]))[-1][0]
        found = Named(bare_name(name), _role(parts[order[0]]))
        return Named(written(found.name), written(found.role)) if found.name else None
    for index in order:
        part = parts[index]
        if _PRONOUN.search(part):
            return None
        runs = list(RUN.finditer(part))
        if named := _with_role_behind(part, runs, known):
            return named
        while len(runs) > 1 and _PREPOSITION.search(part[: runs[-1].start()]):
            runs.pop()
        if not runs or _PREPOSITION.search(part[: runs[-1].start()].casefold()):
            continue
        led = part[: runs[-1].start()].split()[-1:]
        role_before = bool(led) and led[0].casefold() in ROLES
        if name := bare_name(runs[-1][0], role_before, known):
            before = part[: runs[-1].start()] + runs[-1][0][: runs[-1][0].rfind(name)]
            role = _role_before(parts[:index], before)
            return Named(written(name), written(role))
    return None


def _with_role_behind(part: str, runs: Sequence[re.Match[str]], known: frozenset[str]) -> Named | None:
    """`Ana Lestari koordinator dapur umum Sukamaju`: a name that begins, and a role without a comma."""
    if not runs or runs[0].start():
        return None
    name, role = bare_name(runs[0][0], False, known), part[runs[0].end() :].strip()
    first = role.split(maxsplit=1)[0] if role else ""
    return Named(written(name), _role(role)) if name and first in ROLES else None


def _is_apposition(before: str, last: str, *, closed: bool) -> bool:
    """`Ana Lestari, Ketua Koperasi Sumber Rejeki, …`: a name, then a role between commas."""
    runs = list(RUN.finditer(before))
    if not closed or not runs or runs[-1].end() != len(before) or last.split()[0].casefold() not in ROLES:
        return False
    name = bare_name(runs[-1][0])
    return bool(name) and len(name.split()) <= _LONGEST_PERSON and before.split()[0].casefold() not in ROLES


def _role_before(parts: Sequence[str], before: str) -> str:
    """The role that ends before a name, from its first word on, which may stand some commas before."""
    for start in range(len(parts), -1, -1):
        words = ", ".join(filter(None, (*parts[start:], before.strip())))
        first = words.split()[:1]
        if first and first[0].casefold() in ROLES and first[0].casefold() not in OPENERS:
            return _role(words)
        if len(words) > _LONGEST_ROLE or (start < len(parts) and words[:1].islower()):
            break
    return ""


def points_back(clause: str) -> bool:
    """Whether the subject of a clause that ends before its verb is a pronoun: `dia juga`."""
    return bool(_PRONOUN.search(_ADVERBS.sub("", f" {clause.strip()}")))
