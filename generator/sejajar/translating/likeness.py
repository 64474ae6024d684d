"""How much alike two translations of one text are: chrF (Popović 2015), an F-score of n-grams of letters.

In measurements the fifth of all pairs with the least likeness of two engines held half of the faulty ones.
"""

from __future__ import annotations

from collections import Counter

LONGEST = 6
"""Letters of an n-gram, white space left out, as in the paper."""
BETA = 2.0
"""Recall weighs so much more than precision."""


def likeness(one: str, other: str) -> float:
    """From 0 to 1; the same whichever text comes first, as chrF itself is not: the mean of both ways."""
    return (_chrf(one, other) + _chrf(other, one)) / 2


def _chrf(hypothesis: str, reference: str) -> float:
    ours, theirs = "".join(hypothesis.split()), "".join(reference.split())
    precisions, recalls = [], []
    for size in range(1, LONGEST + 1):
        found, wanted = _grams(ours, size), _grams(theirs, size)
        if not found or not wanted:
            continue
        common = (found & wanted).total()
        precisions.append(common / found.total())
        recalls.append(common / wanted.total())
    if not precisions:
        return float(ours == theirs)
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    weighed = BETA**2 * precision + recall
    return (1 + BETA**2) * precision * recall / weighed if weighed else 0.0


def _grams(text: str, size: int) -> Counter[str]:
    return Counter(text[start : start + size] for start in range(len(text) - size + 1))
