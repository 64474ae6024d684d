"""Headlines among other words: what looks like one, and where one that runs into a sentence ends."""

from __future__ import annotations

import re

from sejajar.importing.words import news

_SMALL = news("small")
"""Words that headlines write small."""
_WORD = re.compile(r"\S+")
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?][”\"’')]?\s+[“\"A-Z]")
_UNENDED = re.compile(r"[^.:;,…]$")


def is_titled(text: str) -> bool:
    """Whether it is written as headlines are: capitals, no full stop, a line's length."""
    if not 20 <= len(text) <= 160 or not _UNENDED.search(text) or _SENTENCE.search(text):
        return False
    words = text.split()
    return len(words) >= 4 and capitals(words) >= 0.75


def capitals(words: list[str]) -> float:
    """The part of the words that begin with a capital or a figure, apart from those that are always small."""
    own = [word.strip("“”\"'‘’()[]") for word in words]
    counted = [word for word in own if word and word.casefold() not in _SMALL]
    return sum(not word[0].islower() for word in counted) / len(counted) if counted else 0.0


def run_in(text: str) -> int:
    """Where a headline that a sentence follows without a mark ends; 0 if that is not plain.

    `Pemilihan Formasi yang Sesuai Formasi dalam permainan …` ends before the second `Formasi`: the
    sentence begins with
    the last capital before words that a headline would not write small.
    """
    last = count = 0
    for match in _WORD.finditer(text[:200]):
        word = match[0].strip("“”\"'‘’(),")
        if not word or not word[0].islower():
            last, count = match.start(), count + 1
            if match[0].endswith((".", "!", "?", ":")):
                return 0
        elif word.casefold() not in _SMALL:
            return last if count >= 3 else 0
    return 0
