"""Who is named in a text: names without their titles, and the full name behind a surname or an `-nya`.

Heuristic, for Indonesian news: what it finds by looking back is reported, so that an editor checks it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from sejajar.importing.blocks import Block
from sejajar.importing.recognising.words import CALENDAR, OPENERS, PLACES
from sejajar.language.titles import (
    AMBIGUOUS,
    CONTAINERS,
    GROUPS,
    HEADS,
    INSTITUTIONS,
    ORGANISATIONS,
    RANKS,
    REPORTING,
    ROLES,
    SAYING,
)

_TOKEN = r"(?:[^\W\d_a-zß-ÿ]\.|[^\W\d_a-zß-ÿ][\w’'-]*(?:\.(?=\w)[\w’'-]+)*)"
_RUN = re.compile(
    rf"{_TOKEN}(?:\s+(?:(?:bin|binti|van|von|de|der|den|al|el|la)\s+)*(?:a[lnrsdtz]-|ash-|el-)?{_TOKEN})*"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_HONORIFIC = re.compile(r"\b(?:Prof|Dra?|dr|Ir|Drs|KH|Hj?|Jend|Letjen|Mayjen|Brigjen)\.\s*")
_ATTRIBUTION_LENGTH = 200
"""Characters; who speaks is said sooner, and a text of nothing but *kata* is still read in linear time."""
_AFTER_TITLES = AMBIGUOUS | PLACES
_IN_ROLES = ORGANISATIONS | RANKS
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)”\"][.!?])\s+")
_STOP = re.compile(
    r"(?:^|\s+)(?:saat|di|dalam|kepada|usai|ketika|seperti|sebagaimana|melalui|lewat|yang|sambil|setelah|sebelum|menanggapi|terkait"
    r"|soal|tentang|atau|selaku|alias|pada|dikutip|dilansir|melansir|mengutip|kemarin|tadi|lagi|menambahkan|serentak|seraya"
    r"|ditemui|dihubungi|singkat|kemudian|sebagai|menjelaskan|mengenai|ihwal|menyinggung|dengan|secara|[Ss]enin|[Ss]elasa|[Rr]abu|[Kk]amis"
    r"|[Jj]um[’']?at|[Ss]abtu|[Mm]inggu|hari|bersama|sembari|lalu|menurut)\b",
)
_STOP_ROLE = re.compile(
    r"\s+(?:saat|kepada|usai|ketika|seperti|sebagaimana|melalui|lewat|yang|sambil|setelah|menanggapi|dikutip|dilansir|pada|dalam)\b|[(]"
)
_ARTICLE = re.compile(r"^(?:(?:salah\s+)?se?orang|salah\s+satu|si|sang|oleh)\s+", re.IGNORECASE)
_HONORIFICS = frozenset("pak bu bapak ibu mas mbak kak bang dr prof haji si sang tuan nyonya".split())
_LONGEST_ROLE = 110
_LONGEST_NAME = 5
_LONGEST_RUN = 30
_LOOKED_AT = 50
"""Earlier mentions of a word that are looked at."""
_CALLED = re.compile(
    rf"\b(?:{SAYING})\s+(?P<name>[A-Z][a-z’'-]+)(?=[,.]|\s+[a-z]|$)"
    rf"|(?:^|[.!?”\"]\s)(?P<subject>[A-Z][a-z’'-]+)\s+(?:{REPORTING})\b"
)
_FULL_NAME = 3
_SPEECH = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_REPORTS = re.compile(rf"\b(?:{REPORTING})\b")
_SAYS = re.compile(rf"\b(?:{SAYING}|[Mm]enurut)\s+(?=[\w])")
_ADVERBS = re.compile(
    r"(?:\s+(?:juga|pun|lantas|kemudian|turut|sendiri|sempat|lalu|telah|sudah|kembali|pernah|akan|yang|tetap|masih"
    r"|terus|sebelumnya))+\s*$"
)
_CLAUSE_END = re.compile(r"[“\";]|(?<=[a-z0-9)][.!?])(?:\s|$)|(?<=[a-z)])\.(?=[A-Z][a-z])|\.\.|\.$")
_POINTS_BACK = re.compile(r"(?:dia|ia|beliau|mereka)\b|[^,]*\s(?:ini|itu|tersebut)\b(?!\s+[A-Z])")
_VERB = re.compile(r"(?:di|me)\w{3,}kan|me(?:ng|ny)\w{4,}|\w{4,}nya")
"""A verb that begins a sentence: *Dipaparkan*, *Menyampaikan*."""
_PREPOSITION = re.compile(r"\b(?:dari|di|asal|pada|untuk|ke|dalam|bersama|kepada|soal|tentang|oleh|dan)\s+$")
_PRONOUN = re.compile(r"\b(?:ia|dia|mereka|beliau|pihaknya|kami|kita|saya)\s*$", re.IGNORECASE)


class Found(StrEnum):
    """How a speaker's name was found."""

    NAMED = "named"
    COMPLETED = "completed"
    BEFORE = "before"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Speaker:
    name: str
    found: Found
    line: int = 0
    """Where an earlier name stands; 0 where the words themselves name the speaker."""
    role: str = ""


@lru_cache(maxsize=4096)
def bare_name(run: str, led: bool = False, known: frozenset[str] = frozenset()) -> str:
    """A run of capitalised words without the roles and institutions before a name; it may leave nothing.

    `led`: a role stands before the run, so that what is no name within it is the role's. `known`:
    words by which
    people are called elsewhere in the text; a name begins with one rather than within an unknown
    organisation.
    """
    words = run.split()
    for index, word in enumerate(words):
        if word.casefold() in CALENDAR:
            words = words[:index]
            break
    start = 0
    while start < len(words) and (
        _is_title(words[start])
        or ((start or led) and words[start].casefold() in _AFTER_TITLES)
        or (start and words[start - 1].casefold() in CONTAINERS)
    ):
        start += 1
    # An acronym or an institution's word among the rest ends a role: `Reskrim Polres Metro AKBP Nama`.
    inside = _IN_ROLES | INSTITUTIONS | (PLACES if led else frozenset()) if start or led else _IN_ROLES
    for index in range(start, len(words) - 1):
        if _is_acronym(words[index]) or words[index].casefold() in inside or words[index][-1].isdigit():
            start = index + 1
    rest = words[start:]
    if 0 < start < len(words) - 1 and words[start - 1].casefold() in HEADS:
        return _behind_head(words[start - 1].casefold(), rest, known)
    if (start or led) and len(rest) > _FULL_NAME:
        called = next((index for index in range(len(rest)) if rest[index] in known), 0)
        rest = rest[called:]
    return " ".join(rest) if len(rest) <= _LONGEST_NAME else ""


def _behind_head(head: str, rest: list[str], known: frozenset[str]) -> str:
    """The name behind `CEO Tesla Elon Musk`, if the text says where it begins or it is short; else nothing.

    A surname by which the text goes on, `Musk`, leaves unsure whose the word before it is.
    """
    called = next((index for index, word in enumerate(rest[:-1]) if word in known), None)
    if called is not None:
        return " ".join(rest[called:])
    return "" if len(rest) >= HEADS[head] else " ".join(rest)


def _is_title(word: str) -> bool:
    lower = word.casefold()
    known = lower in ROLES or lower in INSTITUTIONS or lower in OPENERS
    return known or _is_acronym(word) or bool(_VERB.fullmatch(lower))


def _is_acronym(word: str) -> bool:
    return sum(letter.isalpha() for letter in word) > 1 and word == word.upper()


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
    clause = _CLAUSE_END.split(_plain(words[:_ATTRIBUTION_LENGTH]), maxsplit=1)[0]
    pieces = [piece.strip() for piece in clause.split(",")]
    phrase = _STOP.split(pieces[0], maxsplit=1)[0].strip()
    if _POINTS_BACK.match(phrase):
        return None
    runs = list(_RUN.finditer(phrase))
    lead = phrase[: runs[0].start()].split() if runs else phrase.split()
    second = pieces[1] if len(pieces) > 1 else ""
    if any(word.casefold() in GROUPS for word in lead) and not _follower(second, known):
        return _institution(runs) if runs else NOBODY
    if not runs:
        return Named(_follower(second, known), _role(phrase)) if lead else NOBODY
    led = bool(lead) or _is_title(runs[0][0].split()[0])
    # Behind a role the name comes last: `anggota Komisi III dari Fraksi PKS Nama`; a name that begins
    # comes first.
    run = runs[-1] if led else runs[0]
    name = bare_name(run[0], led, known)
    follower = _follower(second, known) if led else ""
    if follower and (not name or _is_the_roles(phrase, name, follower, second)):
        between = second[: second.find(follower)].strip()
        return Named(follower, _role(f"{phrase}, {between}" if between else phrase))
    if not name:
        return _institution([run])
    before = phrase[: run.start()] + run[0][: run[0].rfind(name)]
    return Named(name, _role(before) if led else _behind(second))


def _is_the_roles(phrase: str, name: str, follower: str, second: str) -> bool:
    """Whether `name` belongs to the role, and the words behind the comma are the person's."""
    organisation = any(word.casefold() in ORGANISATIONS for word in phrase.split()) or " dari " in phrase
    more = len(follower.split()) > 1 == len(name.split())
    return organisation or more or not second.startswith(follower)


def _follower(second: str, known: frozenset[str]) -> str:
    """The name behind a role's comma."""
    match = _RUN.match(second)
    if not match:
        runs = list(_RUN.finditer(_STOP.split(second, maxsplit=1)[0]))
        return (
            bare_name(runs[-1][0], True, known)
            if runs and second[:1].islower() and _known_role(second)
            else ""
        )
    if " dan " in second[: match.end() + 5] or match[0].casefold() in PLACES:
        last = list(_RUN.finditer(_STOP.split(second, maxsplit=1)[0]))[-1]
        return bare_name(last[0], True, known) if last.start() else ""
    return bare_name(match[0], True, known)


def _known_role(text: str) -> bool:
    return text.split()[0].casefold() in ROLES


def _institution(runs: Sequence[re.Match[str]]) -> Named:
    """An institution that speaks itself: `BMKG`, `Kementerian Luar Negeri`; a role is nobody's name."""
    for run in runs:
        first = run[0].split()[0]
        if first.casefold() in HEADS:
            continue
        if _is_acronym(first) or first.casefold() not in ROLES | CALENDAR:
            return Named(run[0])
    return NOBODY


def _role(words: str) -> str:
    """Words before a name as a role, or nothing where they are none."""
    role = _ARTICLE.sub("", words.strip(" ,"))
    return role if 2 < len(role) <= _LONGEST_ROLE and role.casefold() not in _HONORIFICS else ""


def _behind(second: str) -> str:
    """A role behind a name and its comma: `Koordinator Komnas HAM`, `pedagang sayur di pasar itu`."""
    words = second.split()
    if not words or words[0].casefold() not in ROLES:
        return ""
    return _role(_STOP_ROLE.split(second, maxsplit=1)[0])


def _plain(text: str) -> str:
    """Without brackets and academic titles: both come between a role and its name."""
    return _HONORIFIC.sub("", _BRACKETS.sub("", text))


def subject(clause: str) -> str | None:
    """The person who is the subject of a clause that ends before its verb: `Pakar …, Andrei Lankov`."""
    for piece in reversed(clause.split(",")):
        part = _ADVERBS.sub("", f" {piece.strip()}").strip()
        if _PRONOUN.search(part):
            return None
        runs = list(_RUN.finditer(part))
        while len(runs) > 1 and _PREPOSITION.search(part[: runs[-1].start()]):
            runs.pop()
        if (
            runs
            and not _PREPOSITION.search(part[: runs[-1].start()].casefold())
            and (name := bare_name(runs[-1][0]))
        ):
            return name
    return None


def person_in(text: str, known: Collection[str] = ()) -> str | None:
    """The person a paragraph is about: who last says something in it, else who is first named with a title.

    `known`: words of names from before; one of them at a sentence's start is a person too.
    """
    last: str | None = None
    first: str | None = None
    pronoun = False
    for sentence in _SENTENCE_END.split(_plain(_SPEECH.sub("“”", text))):
        # Only the first verb: in `Ana menyebut Budi mengatakan …` it is Ana who speaks.
        if verb := _REPORTS.search(sentence):
            last = subject(sentence[: verb.start()]) or last
            pronoun = pronoun or bool(_PRONOUN.search(_ADVERBS.sub("", sentence[: verb.start()].rstrip())))
        for says in _SAYS.finditer(sentence):
            found = speaker_after(sentence[says.end() :])
            last = (found.name if found else "") or last
        first = first or _titled(sentence, known)
    return last or (None if pronoun else first)


def _titled(sentence: str, known: Collection[str]) -> str | None:
    for run in _RUN.finditer(sentence):
        words = run[0].split()
        name = bare_name(run[0])
        if not name:
            continue
        before = sentence[: run.start()]
        clause = before.rstrip().removesuffix(",").rpartition(",")[2] if before.rstrip().endswith(",") else ""
        if (
            words[0].casefold() in ROLES
            or any(word.casefold() in ROLES for word in clause.split() if word[0].isupper())
            or (run.start() == 0 and name.split()[0] in known)
        ) and len(name.split()) <= 4:
            return name
    return None


class Earlier:
    """The names that a text has had so far; grows as the text is read."""

    def __init__(self, known: frozenset[str] = frozenset()) -> None:
        self.known = known
        """The words by which people are called anywhere in the text."""
        self._runs: dict[str, list[tuple[str, int]]] = {}
        """Runs of capitalised words with their lines, by each word in them."""
        self._people: set[str] = set()
        self._last = Speaker("", Found.NOBODY)

    def add(self, block: Block) -> None:
        """Reads on by one block."""
        for run in _RUN.finditer(_plain(block.text)):
            words = run[0].split()
            for word in dict.fromkeys(words) if len(words) <= _LONGEST_RUN else ():
                self._runs.setdefault(word, []).append((run[0], block.line))
        if name := person_in(block.text, self._people):
            self._people |= set(name.split())
            self._last = Speaker(name, Found.BEFORE, block.line)

    def full_name(self, name: str, role: str = "") -> Speaker:
        """The form in which earlier lines most often name the same person; `Lankov` → Andrei Lankov.

        A name of two words or more stays: what stands before it is rather a role that is not known here.
        """
        forms: Counter[str] = Counter()
        where: dict[str, int] = {}
        for run, line in self._runs.get(name, ())[-_LOOKED_AT:] if " " not in name else ():
            form = _form_with(name, run, self.known)
            if 1 < len(form.split()) <= 4:
                forms[form] += 1
                where[form] = line
        if not forms:
            return Speaker(name, Found.NAMED, role=role)
        best = max(forms, key=lambda form: (forms[form], len(form.split()), where[form]))
        return Speaker(best, Found.COMPLETED, where[best], role)

    def last_named(self) -> Speaker:
        """The person last named before a `katanya`, by the full name."""
        if self._last.found is Found.NOBODY:
            return self._last
        return replace(self._last, name=self.full_name(self._last.name).name)


def _form_with(name: str, run: str, known: frozenset[str]) -> str:
    """The full name within a run that contains the word `name`; else nothing."""
    words = run.split()
    bare = bare_name(run, False, known)
    if name in bare.split():
        return bare
    # A first name that is a common word as well, such as *Lalu*, was taken for no part of the name.
    rest = words[words.index(name) + 1 :]
    return " ".join([name, *rest]) if rest and bare_name(" ".join(rest)) == " ".join(rest) else ""


def called(texts: Sequence[str]) -> frozenset[str]:
    """The single words by which a text calls its people: `kata Susi`, `Susi menambahkan`."""
    found = (match["name"] or match["subject"] for text in texts for match in _CALLED.finditer(text))
    return frozenset(
        word for word in found if not _is_title(word) and word.casefold() not in CALENDAR | PLACES
    )
