"""Catalogs and entries as data, and the few things that may be done to one entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256

from sejajar.bounds import clean, composed, one_line
from sejajar.model import Key, Kind

_KINDS = {kind.value: kind for kind in Kind}


class State(StrEnum):
    """What is known of an entry's English; see `Entry.state`."""

    UNTRANSLATED = "untranslated"
    MACHINE = "machine"
    NEEDS_WORK = "needs-work"
    STALE = "stale"
    REVIEWED = "reviewed"


@lru_cache(maxsize=1_000)  # a page asks for the state of a pair a dozen times
def fingerprint(msgid: str, msgstr: str) -> str:
    """Eight hexadecimal digits over both texts: what a stamp vouches for."""
    return sha256(f"{msgid}\0{msgstr}".encode("utf-8", "surrogatepass")).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Stamp:
    """That an engine made this English, or that a person approved it."""

    who: str
    date: date
    hash: str

    def holds(self, msgid: str, msgstr: str) -> bool:
        """Whether neither text has changed since."""
        return self.hash == fingerprint(msgid, msgstr)

    def __str__(self) -> str:
        return f"{self.who} {self.date.isoformat()} {self.hash}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One segment's English. Every text is one line."""

    context: str
    msgid: str
    msgstr: str = ""
    fuzzy: bool = False
    previous: str = ""
    """The Indonesian that `msgstr` was made for, where that is not `msgid`."""
    anchor: str = ""
    """The pair's `id` in HTML, from its first text, kept through edits."""
    machine: Stamp | None = None
    reviewed: Stamp | None = None
    silenced: tuple[tuple[str, str], ...] = ()
    """(rule's code, reason) of the checks that a person has answered."""
    comments: tuple[str, ...] = ()
    """The other translator comments, a line each."""
    flags: tuple[str, ...] = ()
    """All but `fuzzy`."""
    line: int = field(default=0, compare=False)
    """Where the entry begins in the file that it was read from; 0 for one that was in none."""

    @property
    def key(self) -> Key:
        return (self.context, self.msgid)

    @property
    def kind(self) -> Kind | None:
        """None where another tool wrote a context that is none of ours."""
        return _KINDS.get(self.context.partition("/")[0])

    @property
    def state(self) -> State:
        if not self.msgstr:
            return State.UNTRANSLATED
        if not self.fuzzy:
            return State.REVIEWED
        if self.previous:
            return State.STALE
        return State.MACHINE if self.unchanged else State.NEEDS_WORK

    @property
    def signed(self) -> bool:
        """A person has approved exactly this English for exactly this text."""
        holds = self.reviewed is not None and self.reviewed.holds(self.msgid, self.msgstr)
        return holds and self.state is State.REVIEWED

    @property
    def unchanged(self) -> bool:
        """The English is still what the machine made of this text, approved or not."""
        return self.machine is not None and self.machine.holds(self.msgid, self.msgstr)

    @property
    def origin(self) -> str:
        """The text that the English was made for."""
        return self.previous if self.state is State.STALE else self.msgid


def accepts_machine(entry: Entry) -> bool:
    """Whether a machine may fill or refill it: there is nothing in it that a person wrote or approved."""
    if entry.state is State.STALE:
        # `sync` takes the machine's stamp away when it makes an approved text stale.
        made = entry.machine is not None and entry.machine.holds(entry.previous, entry.msgstr)
        return made and entry.reviewed is None
    return entry.state in (State.UNTRANSLATED, State.MACHINE)


def cleaned(entry: Entry) -> Entry:
    """The entry as a file says it, with its letters composed, its English without control characters.

    What a stamp vouches for is the same text, so it goes on holding. An Indonesian text with control
    characters is none of an article's: it stays as it is, and could become the header's if it lost them."""
    texts = (entry.context, entry.msgid, entry.msgstr, entry.previous)
    if all(map(str.isascii, texts)) and entry.msgstr.isprintable():
        return entry
    context, msgid, previous = map(composed, (entry.context, entry.msgid, entry.previous))
    msgstr = clean(entry.msgstr)
    if (context, msgid, msgstr, previous) == texts:
        return entry
    new = replace(entry, context=context, msgid=msgid, msgstr=msgstr, previous=previous)
    machine, reviewed = _moved(entry.machine, entry, new), _moved(entry.reviewed, entry, new)
    return replace(new, machine=machine, reviewed=reviewed)


def _moved(stamp: Stamp | None, old: Entry, new: Entry) -> Stamp | None:
    for before, after in ((old.msgid, new.msgid), (old.previous, new.previous)):
        if stamp and stamp.holds(before, old.msgstr):
            return replace(stamp, hash=fingerprint(after, new.msgstr))
    return stamp


def filled(entry: Entry, text: str, engine: str, date: date) -> Entry:
    """The entry with a machine's English, waiting for a person. An empty text leaves it as it is."""
    text = one_line(text)
    if not text:
        return entry
    stamp = Stamp(one_line(engine), date, fingerprint(entry.msgid, text))
    return replace(entry, msgstr=text, fuzzy=True, previous="", machine=stamp, reviewed=None)


def signed(entry: Entry, text: str, name: str, date: date) -> Entry:
    """The entry with this English, approved by name. Another person's signature under the same text is kept.

    Raises ValueError for an empty text or name: nobody can answer for nothing.
    """
    text, name = one_line(text), one_line(" ".join(name.split()))
    if not text or not name:
        raise ValueError("a signature needs a text and a name")
    comments = entry.comments
    earlier = entry.reviewed
    if earlier and earlier.who != name and earlier.holds(entry.msgid, text):
        comments = _with(comments, f"reviewed: {earlier}")
    stamp = Stamp(name, date, fingerprint(entry.msgid, text))
    return replace(entry, msgstr=text, fuzzy=False, previous="", reviewed=stamp, comments=comments)


EARLIER = "earlier: "
"""Begins the comment that keeps a person's English which had to give way."""


def united(older: Entry, newer: Entry) -> Entry:
    """One entry out of two with the same key: `msgfmt` refuses both, even where they are obsolete.

    The newer stays unless only the older holds what a person wrote, or any English at all.
    """
    return keeping(newer, older) if _worth(newer) >= _worth(older) else keeping(older, newer)


def keeping(entry: Entry, other: Entry) -> Entry:
    """The entry with what a person said in another that gives way to it: its English becomes a comment."""
    comments = entry.comments
    for comment in other.comments:
        comments = _with(comments, comment)
    if other.msgstr != entry.msgstr and not accepts_machine(other):
        comments = _with(comments, f"{EARLIER}{other.msgstr}")
    silenced = entry.silenced + tuple(item for item in other.silenced if item not in entry.silenced)
    return replace(entry, anchor=entry.anchor or other.anchor, comments=comments, silenced=silenced)


def _worth(entry: Entry) -> int:
    """0 for nothing, 1 for a machine's English, 2 for a person's."""
    return bool(entry.msgstr) + (not accepts_machine(entry))


def _with(comments: tuple[str, ...], comment: str) -> tuple[str, ...]:
    return comments if comment in comments else (*comments, comment)


HEADER = (
    "Project-Id-Version: Sejajar",
    "Language: en",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
)

TRANSLATOR = "Last-Translator"


def header_name(line: str) -> str:
    return line.partition(":")[0].strip()


@dataclass(frozen=True, slots=True)
class Catalog:
    """All entries of one article: those in use in reading order, and those that may come back."""

    path: str
    entries: tuple[Entry, ...] = ()
    obsolete: tuple[Entry, ...] = ()
    header: tuple[str, ...] = HEADER
    """`Name: value`, in the file's order; other tools add theirs."""
    header_comments: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    """Entries that an article cannot have (plurals), as PO text: kept as they are."""
    _by_key: dict[Key, Entry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {entry.key: entry for entry in self.entries})

    def entry(self, key: Key) -> Entry | None:
        """The entry in use with this key."""
        return self._by_key.get(key)

    def updated(self, changed: Iterable[Entry]) -> Catalog:
        """The same catalog with these entries in place of those with their keys; others are ignored."""
        new = {entry.key: entry for entry in changed}
        return replace(self, entries=tuple(new.get(entry.key, entry) for entry in self.entries))


def empty(path: str) -> Catalog:
    """A catalog as yet without entries."""
    return Catalog(path)
