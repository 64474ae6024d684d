"""*doubled*: whether the English says everything once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sejajar.checking.finding import Finding, shortened, warning
from sejajar.checking.pair import Pair
from sejajar.language.sentences import sentences
from sejajar.language.words import Word

_TWICE = re.compile(r"(?<![\w-])([^\W\d_]+(?: [^\W\d_]+){0,7}) \1(?![\w-])", re.IGNORECASE)
_RIGHTLY = frozenset(
    ("had", "that", "very", "bye", "no", "ha", "so", "many", "never", "again", "yes", "long", "hear", "is")
)


def check_doubled(pair: Pair) -> list[Finding]:
    """A word or phrase twice in a row, a sentence twice, unless the source has it so."""
    for match in _TWICE.finditer(pair.target) if _repeats(pair.target_split) else ():
        again = match[0].lower()
        if match[1].lower() not in _RIGHTLY and again not in pair.source.lower().replace("-", " "):
            return [warning("doubled", f"“{match[0]}” says the same twice", "take one out")]
    if len(pair.target) < 50:
        return []
    said = [sentence.strip().casefold() for sentence in sentences(pair.target)]
    if len(said) > 1:
        for sentence in said:
            if (
                len(sentence) > 20
                and said.count(sentence) > 1
                and len(set(said)) < len(set(sentences(pair.source))) + 1
            ):
                return [warning("doubled", f"the English has “{shortened(sentence)}” twice", "take one out")]
    return []


def _repeats(words: Sequence[Word]) -> bool:
    """Whether the same one to eight words stand there twice in a row; quicker than the pattern."""
    last: dict[str, int] = {}
    lows = [word.low for word in words]
    for at, low in enumerate(lows):
        before = last.get(low, -9)
        if at - before < 9 and lows[before:at] == lows[at : 2 * at - before]:
            return True
        last[low] = at
    return False
