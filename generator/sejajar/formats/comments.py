"""What we say in translator comments, which every gettext tool keeps: `# id: anchor`, stamps and the like."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from sejajar.bounds import clean
from sejajar.model import Entry, Stamp

_WORD = re.compile(r"(?P<word>machine|reviewed|id|silence|previous):(?:\s+(?P<rest>.*))?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HASH = re.compile(r"[0-9a-f]{8}")
_ANCHOR = re.compile(r"[a-z][a-z0-9-]*")
_SILENCE = re.compile(r"(?P<code>[a-z][a-z0-9-]*)\s+(?P<reason>\S.*)")
_EXAMPLES = {
    "machine": "# machine: google 2026-11-23 1a2b3c4d",
    "reviewed": "# reviewed: Ana 2026-11-24 5e6f7a8b",
    "id": "# id: first-words-of-the-text",
    "silence": "# silence: numbers why it is right as it is",
    "previous": '# previous: "the Indonesian that the English was made for"',
}


@dataclass(frozen=True, slots=True)
class Malformed:
    line: str
    example: str
    """A line that would have been understood."""


class _Said(NamedTuple):
    """A comment as it is understood."""

    line: str
    word: str = ""
    """Which of our sorts it is; empty where it is none of ours."""
    value: Stamp | tuple[str, str] | str | None = None
    """What it says; None where it is malformed."""

    @property
    def complete(self) -> bool:
        """Whether it needs no line that follows it."""
        return self.value is not None or self.word in ("", "id", "silence")


def read(entry: Entry, lines: Iterable[str]) -> tuple[Entry, tuple[Malformed, ...]]:
    """The entry with what its comments say. Of several stamps of one sort the last that holds counts.

    What does not count and what is malformed stays among the ordinary comments.
    """
    stamps: dict[str, list[tuple[int, Stamp]]] = {"machine": [], "reviewed": []}
    silenced: dict[tuple[str, str], None] = {}
    comments: dict[int, _Said] = {}
    malformed: list[Malformed] = []
    anchor, previous = "", entry.previous
    for index, said in enumerate(_unwrapped(lines)):
        _, word, value = said
        if isinstance(value, Stamp):
            stamps[word].append((index, value))
        elif isinstance(value, tuple):
            silenced[value] = None
        elif value and word == "previous":
            previous = value
        elif value and not anchor:
            anchor = value
        else:
            comments[index] = said
            if word and not value:
                malformed.append(Malformed(said.line, _EXAMPLES[word]))
    made_for = replace(entry, previous=previous) if previous != entry.previous else entry
    chosen: dict[str, Stamp | None] = {}
    for word, candidates in stamps.items():
        several = candidates if len(candidates) > 1 else []  # one alone counts whether it holds or not
        holding = [item for item in several if item[1].holds(made_for.origin, entry.msgstr)]
        best = (holding or candidates)[-1:]
        chosen[word] = best[0][1] if best else None
        for index, stamp in several:
            if (index, stamp) not in best:
                comments[index] = _said(f"{word}: {stamp}")
    # what is malformed last: no comment that follows it may pass for its rest at the next reading
    order = sorted(comments, key=lambda index: (bool(malformed) and not comments[index].complete, index))
    read_as = Entry(
        entry.context,
        entry.msgid,
        entry.msgstr,
        entry.fuzzy,
        previous,
        anchor,
        chosen["machine"],
        chosen["reviewed"],
        tuple(silenced),
        tuple(comments[index].line for index in order),
        entry.flags,
        entry.line,
    )
    return read_as, tuple(malformed)


def written(entry: Entry, obsolete: bool) -> tuple[str, ...]:
    """The entry's translator comments, without their `# `; `read` understands them."""
    lines = list(entry.comments)
    if entry.anchor:
        # Before the first of its kind among the comments, which would else be the anchor of the next reading.
        ids = (index for index, line in enumerate(lines) if line.startswith("id:"))
        lines.insert(next(ids, len(lines)), f"id: {entry.anchor}")
    lines += [f"silence: {code} {reason}" for code, reason in entry.silenced]
    if entry.machine:
        lines.append(f"machine: {entry.machine}")
    if entry.reviewed:
        lines.append(f"reviewed: {entry.reviewed}")
    if obsolete and entry.previous:
        # polib does not read `#~|`, and whatever is built on it loses the line
        lines.append(f"previous: {json.dumps(entry.previous, ensure_ascii=False)}")
    return tuple(lines)


def signatures(entry: Entry) -> tuple[Stamp, ...]:
    """Those who answer for exactly this English of exactly this text, the earlier first; empty if it is none
    that counts as reviewed. Earlier signatures stand among the comments."""
    if not entry.signed or entry.reviewed is None:
        return ()
    said = (_said(line) for line in entry.comments if line.startswith("reviewed:"))
    earlier = (one.value for one in said if isinstance(one.value, Stamp))
    return (*(one for one in earlier if one.holds(entry.msgid, entry.msgstr)), entry.reviewed)


_WRAPPED = 12
"""Lines that one of ours may have become: polib, where it wraps, wraps translator comments too."""


def _unwrapped(lines: Iterable[str]) -> Iterator[_Said]:
    """The comments, those of ours on one line again that make no sense without the lines that follow them."""
    every = list(lines)
    at = 0
    while at < len(every):
        first = whole = _said(every[at])
        after = at + 1
        end = min(len(every), at + _WRAPPED)
        while not whole.complete and after < end and not _WORD.fullmatch(every[after]):
            between = "" if re.search(r"\w-\Z", whole.line[-2:]) else " "  # at hyphens too
            whole = _said(f"{whole.line}{between}{every[after]}")
            after += 1
        if not whole.complete:
            whole, after = first, at + 1
        yield whole
        at = after


def _said(line: str) -> _Said:
    found = _WORD.fullmatch(line)
    if not found:
        return _Said(line)
    word, rest = found["word"], (found["rest"] or "").strip()
    if word == "id":
        return _Said(line, word, rest if _ANCHOR.fullmatch(rest) else None)
    if word == "silence":
        answer = _SILENCE.fullmatch(rest)
        return _Said(line, word, (answer["code"], answer["reason"]) if answer else None)
    if word == "previous":
        return _Said(line, word, _unquoted(rest) or None)
    return _Said(line, word, _stamp(rest))


def _stamp(text: str) -> Stamp | None:
    parts = text.rsplit(None, 2)
    if len(parts) < 3 or not (_DATE.fullmatch(parts[1]) and _HASH.fullmatch(parts[2])):
        return None
    try:
        day = date.fromisoformat(parts[1])
    except ValueError:
        return None
    return Stamp(parts[0], day, parts[2])


def _unquoted(text: str) -> str:
    """The string of a JSON string; else nothing. Other JSON may be nested deeper than a parser bears."""
    try:
        value = json.loads(text) if text.startswith('"') else ""
    except ValueError:
        return ""
    return clean(value) if isinstance(value, str) else ""
