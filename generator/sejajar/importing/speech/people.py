"""The people that a text has named so far: the full name behind a surname, and who `dia` and `-nya` are.

Heuristic, for Indonesian news: what it finds by looking back is reported, so that an editor checks it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sejajar.importing.speech.aliases import aliases_in
from sejajar.importing.speech.attribution import Named, speaker_after
from sejajar.importing.speech.names import RUN, bare_name, is_name, is_title, plain, written
from sejajar.importing.speech.subjects import CLAUSE, LONGEST_PERSON, PRONOUN, reporter, subject
from sejajar.importing.words import CALENDAR, OPENERS, PLACES
from sejajar.language.titles import ADDRESSES, AMBIGUOUS, BELONGING, INTRODUCING, REPORTING, ROLES, SAYING

_LONGEST_RUN = 30
_LOOKED_AT = 50
"""Earlier mentions of a word that are looked at."""
_CALLED = re.compile(
    rf"\b(?:{SAYING})\s+(?P<name>[A-Z][a-z’'-]+)(?=[,.]|\s+[a-z]|$)"
    rf"|(?:^|[.!?”\"]\s)(?P<subject>[A-Z][a-z’'-]+)\s+(?:{REPORTING})\b"
)
_DESCRIBES = re.compile(r"\s+(?:ini|itu|tersebut)\b")
"""Behind a name it says something of somebody else: `Kakak Ana Lestari ini`."""
_IS = re.compile(rf"\s(?:{INTRODUCING})$")
"""Before a name it introduces somebody."""
_OPENING = re.compile(r"[A-Z][^,.]{0,60},")
"""What stands before a subject: `Sementara itu,`."""
_NEAR = 40
_MINISTER = re.compile(r"men(?!teri)\w{2,}")
"""A minister's short title: `menperin`."""


class Found(StrEnum):
    """How a speaker's name was found."""

    NAMED = "named"
    COMPLETED = "completed"
    BEFORE = "before"
    UNSURE = "unsure"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Speaker:
    name: str
    found: Found
    line: int = 0
    """Where an earlier name stands; 0 where the words themselves name the speaker."""
    role: str = ""
    others: tuple[str, ...] = ()
    """Of an unsure one: who it may be."""


NO_SPEAKER = Speaker("", Found.NOBODY)


class People:
    """Grows as the text is read, sentence by sentence."""

    def __init__(self, known: frozenset[str] = frozenset()) -> None:
        self.known = known
        """The words by which people are called anywhere in the text."""
        self._runs: dict[str, list[tuple[str, int, bool]]] = {}
        """Runs of capitalised words, their lines, and whether they begin a sentence, by each word in them."""
        self._aliases: dict[str, tuple[str, int]] = {}
        """The full names behind what people are called, with their lines."""
        self._roles: dict[str, tuple[str, int]] = {}
        """The roles of people, with their lines."""
        self._persons: dict[str, dict[str, int]] = {}
        """The names of people who have spoken or have been introduced, by each word in them."""
        self._here: dict[str, str] = {}
        """The roles of the people whom this paragraph names."""
        self._last = NO_SPEAKER
        self._reported = False
        """Whether this paragraph has said who says something."""
        self._pronoun = False

    def begin(self) -> None:
        """A paragraph begins."""
        self._reported = self._pronoun = False
        self._here = {}

    def read(self, sentence: str, line: int) -> None:
        """Reads a sentence, in which “” stands for what is quoted."""
        self.note(sentence, line)
        said = reporter(sentence, self.known)
        if said is PRONOUN:
            self._pronoun = True
        elif said:
            self._reported = True
            who = Speaker("", Found.NOBODY) if not said.name else self._met(said, line)
            self._last = (
                who if who.name or not said.role else replace(self.holder(said.role), found=Found.BEFORE)
            )
        elif not (self._reported or self._pronoun) and (titled := self._titled(sentence)):
            self._introduced(self._met(titled, line))

    def note(self, sentence: str, line: int) -> None:
        """Remembers the names of a sentence."""
        for alias, name in aliases_in(sentence):
            self._aliases.setdefault(alias, (name, line))
        for run in RUN.finditer(plain(sentence)):
            words = run[0].split()
            for word in dict.fromkeys(words) if len(words) <= _LONGEST_RUN else ():
                self._runs.setdefault(word, []).append((run[0], line, run.start() == 0))

    def spoke(self, speaker: Speaker, line: int) -> None:
        """Somebody has spoken directly."""
        if speaker.found is Found.UNSURE:
            return
        self._reported = True
        if not speaker.name:
            self._last = NO_SPEAKER
        elif speaker.found is not Found.BEFORE:
            self._last = self._met(Named(speaker.name, speaker.role), line)

    def full_name(self, name: str, role: str = "") -> Speaker:
        """The form in which earlier lines most often name the same person; `Lankov` → Andrei Lankov.

        A name of two words or more stays, unless a person has been named whose name holds them: what else
        stands before it is rather a role that is not known here. Two people of one name leave it unsure.
        """
        if name in self._aliases:
            return self._completed(*self._aliases[name], role)
        people = self._persons.get(name.split()[0], {})
        if " " in name:
            longer = _apart([full for full in people if f" {name} " in f" {full} " and full != name])
            if len(longer) != 1:
                return Speaker(name, Found.NAMED, role=role)
            return self._completed(longer[0], people[longer[0]], role)
        namesakes = _apart([full for full in people if " " in full])
        if len(namesakes) > 1:
            return Speaker("", Found.UNSURE, others=tuple(namesakes))
        if namesakes:
            return self._completed(namesakes[0], people[namesakes[0]], role)
        forms: Counter[str] = Counter()
        where: dict[str, int] = {}
        for run, line, begins in self._runs.get(name, ())[-_LOOKED_AT:]:
            form = _form_with(name, run, self.known)
            if form and begins and not is_name(form.split()[0]) and is_name(name):
                # `Ketibaan Ana Lestari`: the sentence's first word is no name, and what follows is one.
                form = form[form.index(name) :]
            first = form.split()[0] if form else ""
            plain_name = first == name or is_name(first) or not begins
            if 1 < len(form.split()) <= LONGEST_PERSON and plain_name:
                forms[form] += 1
                where[form] = line
        if not forms:
            return Speaker(name, Found.NAMED, role=role)
        best = max(forms, key=lambda form: (forms[form], len(form.split()), where[form]))
        return self._completed(written(best), where[best], role)

    def _completed(self, name: str, line: int, role: str) -> Speaker:
        """By what the paragraph itself says, if it does: its role is the speaker's too."""
        if name in self._here:
            return Speaker(name, Found.NAMED, role=role or self._here[name])
        return Speaker(name, Found.COMPLETED, line, role)

    def holder(self, role: str) -> Speaker:
        """Who has been named with a role that is all that is said now: `kata Menperin`."""
        if not role:
            return NO_SPEAKER
        if role in self._persons:
            return self.full_name(role)  # a name as well: `kata Imam`
        words = role.casefold().split()
        found = [
            name
            for name, (own, _) in self._roles.items()
            if set(words) <= set(own.casefold().split()) or _is_minister(words[0], own)
        ]
        if not role[:1].isupper() or len(_apart(found)) != 1:
            return NO_SPEAKER
        return self._completed(name := _apart(found)[0], self._roles[name][1], "")

    def last_named(self) -> Speaker:
        """The person last named before a `katanya`, by the full name."""
        if not self._last.name:
            return self._last
        full = self.full_name(self._last.name)
        if self._last.name in self._here or full.name in self._here:
            role = self._here.get(self._last.name) or self._here.get(full.name, "")
            return Speaker(full.name or self._last.name, Found.NAMED, role=role)
        return replace(self._last, name=full.name or self._last.name, role="")

    def _met(self, named: Named, line: int) -> Speaker:
        for word in named.name.split():
            self._persons.setdefault(word, {}).setdefault(named.name, line)
        if named.role:
            self._roles.setdefault(named.name, (named.role, line))
        self._here[named.name] = self._here.get(named.name) or named.role
        return Speaker(named.name, Found.BEFORE, line, named.role)

    def _introduced(self, person: Speaker) -> None:
        """Somebody is named who says nothing: the next to speak, unless somebody else has been speaking."""
        last = self._last
        if last.name and not _is_same(last.name, person.name):
            self._last = Speaker("", Found.UNSURE, others=(last.name, person.name))
        elif last.found is Found.NOBODY:
            self._last = person

    def _titled(self, sentence: str) -> Named | None:
        """Who is named with a title, or is known from before and begins the sentence."""
        sentence = plain(sentence)
        for run in RUN.finditer(sentence):
            words = run[0].split()
            before = sentence[max(0, run.start() - CLAUSE) : run.start()].rstrip()
            if _IS.search(before) and " " in run[0] and bare_name(run[0], True, self.known) == run[0]:
                return Named(written(run[0]))
            clause = before.removesuffix(",").rpartition(",")[2] if before.endswith(",") else ""
            if _DESCRIBES.match(sentence, run.end()):
                continue
            address = words[0].casefold() in ADDRESSES
            if address or words[0].casefold() in ROLES - BELONGING:
                behind = sentence[run.end() : run.end() + CLAUSE]
                said = f"{run[0]}{behind}" if behind.startswith(",") else run[0]
                named = speaker_after(said, self.known)
                if named and named.name and (named.role or address):
                    return named
                continue
            name = bare_name(run[0], False, self.known)
            if not name or len(name.split()) > LONGEST_PERSON:
                continue
            begins = name == run[0] and (run.start() == 0 or bool(_OPENING.fullmatch(before)))
            first = (run.start() == 0 and name.split()[0] in self._persons) or (
                begins
                and (
                    is_name(name.split()[0])
                    or (" " in name and _is_described(sentence[run.end() : run.end() + _NEAR]))
                )
            )
            if first or any(word.casefold() in ROLES for word in clause.split() if word[0].isupper()):
                named = subject(sentence[max(0, run.end() - CLAUSE) : run.end()], self.known)
                return named if named and named.name == written(name) else Named(written(name))
        return None


def _is_described(after: str) -> bool:
    """Whether a role stands behind a name and its comma: `, putra sulung aktor …`."""
    words = after[:_NEAR].removeprefix(", ").split()
    return after.startswith(", ") and bool(words) and words[0] in ROLES | AMBIGUOUS


def _is_minister(word: str, role: str) -> bool:
    """Whether a short title such as `Menperin` is said of a minister, or the other way round."""
    own = role.casefold().split()
    return bool(
        (_MINISTER.fullmatch(word) and own[0] == "menteri") or (word == "menteri" and _MINISTER.match(own[0]))
    )


def _is_same(one: str, other: str) -> bool:
    return set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())


def _apart(names: Sequence[str]) -> list[str]:
    """The names that are no other's part, each once."""
    found: list[str] = []
    for name in sorted(names, key=len, reverse=True):
        if not any(_is_same(name, other) for other in found):
            found.append(name)
    return found


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
    unlike = CALENDAR | PLACES | OPENERS
    return frozenset(word for word in found if not is_title(word) and word.casefold() not in unlike)
