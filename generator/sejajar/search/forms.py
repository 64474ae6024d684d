"""Words that a stemmer does not bring together with their kin, for the browser to ask for them too."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache

from sejajar.language.tables import groups, rows, words
from sejajar.model import Edition

# After these prefixes a root may have lost its first sound, which the stemmer never puts back.
_LOST = re.compile(r"(?:ke|se|di|ber|ter)?[mp]e(?:m|n|ng|ny)[aiueo]")
_LONGEST_PREFIX, _LONGEST_SUFFIX = 8, 8
_DROPPED = ("", "k", "t", "s", "p")
"""The first sounds that a root loses after me(N)- and pe(N)-."""


def known_roots() -> str:
    """The Indonesian words that may be the root of another, one a line; read in the browser."""
    return "".join(
        f"{word}\n" for word in sorted({row[0] for row in rows("dictionary")} | words("id/common"))
    )


def forms(text: Collection[str], edition: Edition) -> str:
    """Of a text's words those that the stemmer does not bring together with their kin; read in the browser.

    A line is a group. English: the irregular forms of a word. Indonesian: words of one stem, hence found by
    one search, of which the browser works out the roots: *kementerian*; *penguatan menguatkan*; *kuat*.
    """
    lines = _irregular(text) if edition == "en" else _unstemmed(text)
    return "".join(f"{line}\n" for line in lines)


def _irregular(words: Collection[str]) -> Iterable[str]:
    vocabulary = frozenset(words)
    return (" ".join(group) for group in groups("en/irregular") if not vocabulary.isdisjoint(group))


def _unstemmed(words: Collection[str]) -> list[str]:
    """Words whose stem has itself another stem, or lacks its first sound; and what their roots may be.

    Any stretch of such a word that is a word too may be its root, with the first sound that it lost put back.
    """
    import snowballstemmer  # type: ignore[import-untyped]

    vocabulary = frozenset(words)
    stem = cache(snowballstemmer.stemmer("indonesian").stemWord)

    def missed(word: str) -> bool:
        root = stem(word)
        if stem(root) != root:  # *kementerian*: its root *menteri* is itself cut, to "teri"
            return True
        return bool(_LOST.match(word)) and root not in vocabulary

    found = {word for word in vocabulary if len(word) > 4 and missed(word)}
    roots = {
        first + word[start:end]
        for word in found
        for start in range(min(_LONGEST_PREFIX, len(word) - 2))
        for end in range(max(start + 2, len(word) - _LONGEST_SUFFIX), len(word) + 1)
        for first in _DROPPED
        if first + word[start:end] in vocabulary
    }
    groups: dict[str, list[str]] = {}
    for word in sorted(found | {root for root in roots if len(root) > 2}):
        groups.setdefault(stem(word), []).append(word)
    return [" ".join(group) for group in groups.values()]
