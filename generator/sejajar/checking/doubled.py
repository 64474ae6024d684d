"""*doubled*: whether the English says everything once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sejajar.checking.finding import Finding, shortened, warning
from sejajar.checking.pair import Pair
from sejajar.language.sentence_ends import sentences
from sejajar.language.tables import words as word_list

_TWICE = re.compile(r"(?<![\w-])([^\W\d_]+(?: [^\W\d_]+){0,7}) \1(?![\w-])", re.IGNORECASE)


def check_doubled(pair: Pair) -> list[Finding]:
    """A word or phrase twice in a row, a sentence twice, unless the source has it so."""
    rightly, end = word_list("en/repeated"), 0
    for at in _repeated(pair.target_split.lows):
        start = pair.target_split.spans[at][0]
        match = _TWICE.match(pair.target, start) if start >= end else None
        if not match:
            continue
        end = match.end()
        if match[1].lower() not in rightly and match[0].lower() not in pair.source_low.replace("-", " "):
            return [warning("doubled", f"“{match[0]}” says the same twice", "take one out")]
    if len(pair.target) < 50 or sum(map(pair.target.count, ".!?")) < 2:
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


def _repeated(lows: Sequence[str]) -> list[int]:
    """From which words on the same one to eight words stand there twice in a row."""
    found: list[int] = []
    last: dict[str, int] = {}
    for at, low in enumerate(lows):
        before = last.get(low, -9)
        if at - before < 9 and lows[before:at] == lows[at : 2 * at - before]:
            found.append(before)
        last[low] = at
    return sorted(found)
