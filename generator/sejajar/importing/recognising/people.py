"""Who is named in a text: names without their titles, and the full name behind a surname or an `-nya`.

Heuristic, for Indonesian news: what it finds by looking back is reported, so that an editor checks it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from sejajar.importing.blocks import Block
from sejajar.importing.recognising.words import (
    AMBIGUOUS,
    CALENDAR,
    INSTITUTIONS,
    OPENERS,
    ORGANISATIONS,
    PLACES,
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
_SPEECH = re.compile(r"“[^”]*”|\"[^\"]*\"")
_REPORTS = re.compile(rf"\b(?:{REPORTING})\b")
_SAYS = re.compile(rf"\b(?:{SAYING}|[Mm]enurut)\s+(?=[\w])")
_ADVERBS = re.compile(
    r"(?:\s+(?:juga|pun|lantas|kemudian|turut|sendiri|sempat|lalu|telah|sudah|kembali|pernah|akan|yang|tetap|masih"
    r"|terus|sebelumnya))+\s*$"
)
_CLAUSE_END = re.compile(r"[“\";]|(?<=[a-z0-9)][.!?])(?:\s|$)|(?<=[a-z)])\.(?=[A-Z][a-z])|\.\.|\.$")
_POINTS_BACK = re.compile(r"(?:dia|ia|beliau|mereka)\b|[^,]*\s(?:ini|itu|tersebut)\b(?!\s+[A-Z])")
_VERB = re.compile(r"(?:di|me)\w{3,}kan")
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


@lru_cache(maxsize=4096)
def bare_name(run: str) -> str:
    """A run of capitalised words without the roles and institutions before a name; it may leave nothing."""
    words = run.split()
    for index, word in enumerate(words):
        if word.casefold() in CALENDAR:
            words = words[:index]
            break
    start = 0
    while start < len(words) and (
        _is_title(words[start]) or (start and words[start].casefold() in _AFTER_TITLES)
    ):
        start += 1
    # An acronym or an institution's word among the rest ends a role: `Reskrim Polres Metro AKBP Nama`.
    inside = _IN_ROLES | INSTITUTIONS if start else _IN_ROLES
    for index in range(start, len(words) - 1):
        if _is_acronym(words[index]) or words[index].casefold() in inside:
            start = index + 1
    return " ".join(words[start:])


def _is_title(word: str) -> bool:
    lower = word.casefold()
    known = lower in ROLES or lower in INSTITUTIONS or lower in OPENERS
    return known or _is_acronym(word) or bool(_VERB.fullmatch(lower))


def _is_acronym(word: str) -> bool:
    return sum(letter.isalpha() for letter in word) > 1 and word == word.upper()


def speaker_after(words: str) -> str | None:
    """The name that begins `words`, which follow a verb of saying.

    None where they point back (`dia`, `politikus itu`); empty where they describe somebody without a name.
    `Juru Bicara KPK, Tessa Mahardhika, Kamis` → Tessa Mahardhika.
    """
    clause = _CLAUSE_END.split(_plain(words[:_ATTRIBUTION_LENGTH]), maxsplit=1)[0]
    first, _, rest = clause.partition(",")
    first, second = first.strip(), rest.partition(",")[0].strip()
    if _POINTS_BACK.match(first):
        return None
    run = _RUN.search(first)
    before = first[: run.start()].split() if run else first.split()
    if any(word.casefold() not in ROLES | INSTITUTIONS for word in before):
        return ""
    after_comma = _RUN.match(second)
    follower = after_comma[0] if after_comma else ""
    if not run:
        return bare_name(follower)
    tokens = [*before, *run[0].split()]
    name = bare_name(run[0])
    if follower and tokens[0].casefold() in ROLES and bare_name(follower) == follower:
        organisation = any(token.casefold() in ORGANISATIONS for token in tokens) or " dari " in first
        more = len(follower.split()) > 1 == len(name.split())
        if not name or organisation or more:
            return follower
    if not name and _RUN.search(first, run.end()):
        return ""
    return name or run[0]


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
            last = speaker_after(sentence[says.end() :]) or last
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


@dataclass(frozen=True, slots=True)
class Earlier:
    """The names that a text has had so far."""

    runs: tuple[tuple[str, int], ...] = ()
    """Runs of capitalised words, with their lines."""
    people: frozenset[str] = frozenset()
    """The words of the names of those whom a paragraph was about."""
    last: Speaker = Speaker("", Found.NOBODY)
    """The one last named, by the name used there."""

    def after(self, line: Block) -> Earlier:
        """The same, one line on."""
        runs = (*self.runs, *((run[0], line.line) for run in _RUN.finditer(_plain(line.text))))
        name = person_in(line.text, self.people)
        if not name:
            return replace(self, runs=runs)
        return Earlier(runs, self.people | set(name.split()), Speaker(name, Found.BEFORE, line.line))

    def full_name(self, name: str) -> Speaker:
        """The form in which earlier lines most often name the same person; `Lankov` → Andrei Lankov.

        A name of two words or more stays: what stands before it is rather a role that is not known here.
        """
        forms: Counter[str] = Counter()
        where: dict[str, int] = {}
        for run, line in self.runs if " " not in name else ():
            form = _form_with(name, run) if name in run else ""
            if 1 < len(form.split()) <= 4:
                forms[form] += 1
                where[form] = line
        if not forms:
            return Speaker(name, Found.NAMED)
        best = max(forms, key=lambda form: (forms[form], len(form.split()), where[form]))
        return Speaker(best, Found.COMPLETED, where[best])

    def last_named(self) -> Speaker:
        """The person last named before a `katanya`, by the full name."""
        if self.last.found is Found.NOBODY:
            return self.last
        return replace(self.last, name=self.full_name(self.last.name).name)


def _form_with(name: str, run: str) -> str:
    """The full name within a run that contains the word `name`; else nothing."""
    words = run.split()
    bare = bare_name(run)
    if name in bare.split() or name not in words:
        return bare if name in bare.split() else ""
    # A first name that is a common word as well, such as *Lalu*, was taken for no part of the name.
    rest = words[words.index(name) + 1 :]
    return " ".join([name, *rest]) if rest and bare_name(" ".join(rest)) == " ".join(rest) else ""
