"""What is another in a file now, text by text, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from sejajar.formats import article as article_format
from sejajar.formats import catalog as catalog_format
from sejajar.formats.article.form import LISTS, values_of
from sejajar.model import Article, Catalog, Entry, State


@dataclass(frozen=True, slots=True)
class TextChange:
    """One text of an article that is another now; one side is empty for what is new, or gone."""

    kind: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class PairChange:
    """One pair whose English or state is another now."""

    kind: str
    source: str
    before: str
    now: str
    state_before: State
    state_now: State
    who: str = ""
    """Who has signed it, where somebody has since."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a front matter that says something else now."""

    name: str
    before: str
    now: str


def _decoded(data: bytes | None) -> str:
    return (data or b"").decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")


def article_of(path: str, data: bytes | None) -> Article | None:
    return article_format.loads(_decoded(data), path).article if data else None


def _catalog(path: str, data: bytes | None) -> Catalog | None:
    return catalog_format.loads(_decoded(data), path)[0] if data else None


def pair_changes(path: str, before: bytes | None, now: bytes) -> Iterator[PairChange]:
    new = _catalog(path, now)
    old = _catalog(path, before)
    known: dict[tuple[str, str], Entry] = {}
    anchors: dict[str, Entry] = {}
    if old:
        known = {entry.key: entry for entry in (*old.obsolete, *old.entries)}
        anchors = {entry.anchor: entry for entry in old.entries if entry.anchor}
    for entry in new.entries if new else ():
        was = known.get(entry.key) or anchors.get(entry.anchor) or Entry(*entry.key)
        stamp = entry.reviewed
        who = stamp.who if stamp and stamp != was.reviewed and entry.signed else ""
        if (entry.msgstr, entry.state) != (was.msgstr, was.state) or who:
            kind = entry.context.partition("/")[0]
            yield PairChange(kind, entry.msgid, was.msgstr, entry.msgstr, was.state, entry.state, who)


def text_changes(path: str, before: bytes | None, now: bytes) -> Iterator[TextChange]:
    old, new = (
        [(str(segment.kind), segment.text) for segment in article.segments] if article else []
        for article in (article_of(path, before), article_of(path, now))
    )
    if not old:
        return
    for tag, i, k, j, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for at in range(max(k - i, m - j)):
            was = old[i + at] if at < k - i else ("", "")
            is_ = new[j + at] if at < m - j else ("", "")
            yield TextChange(is_[0] or was[0], was[1], is_[1])


def field_changes(before: bytes | None, now: bytes) -> Iterator[FieldChange]:
    old, new = (values_of(_decoded(data)) or {} for data in (before or b"", now))
    if before is None:
        return
    for name in dict.fromkeys((*old, *new)):
        was, is_ = old.get(name, ""), new.get(name, "")
        if was != is_ and not name.startswith("correction_text"):
            join = ", " if name in LISTS else " "
            yield FieldChange(name, join.join(was.splitlines()), join.join(is_.splitlines()))
