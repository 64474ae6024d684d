"""What has changed between two texts, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\s+|\w+(?:[.,]\d+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of text: the same in both where `old == new`, else what stood there and what stands there."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        return self.old == self.new


def changes(old: str, new: str) -> tuple[Change, ...]:
    """The texts as stretches, in order; the old ones joined are the old text, the new ones the new text.

    Words and figures are compared whole, `1.200` too. A space alone between two changes belongs to them.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    found: list[Change] = []
    for _, i, k, j, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        change = Change("".join(before[i:k]), "".join(after[j:m]))
        if len(found) > 1 and not change.same and found[-1].old.isspace() and found[-1].same:
            space, earlier = found.pop(), found.pop()
            # both sides keep the space, so that each joined is still its text
            change = Change(earlier.old + space.old + change.old, earlier.new + space.new + change.new)
        found.append(change)
    return tuple(found)


def marked(found: tuple[Change, ...]) -> str:
    """In the way of wdiff: `[-what was-]{+what is+}`."""
    parts = []
    for change in found:
        if change.same:
            parts.append(change.new)
        else:
            parts.append(f"[-{change.old}-]" if change.old else "")
            parts.append(f"{{+{change.new}+}}" if change.new else "")
    return "".join(parts)
