"""Lists of words and phrases of `data/`, as patterns; each is read and compiled when it is first asked for.

In a list `;` parts phrases, `a/b` stands for either word, `*` for any ending, an apostrophe for both kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product

from sejajar.language.tables import toml


@cache
def phrases(name: str) -> Mapping[str, tuple[str, ...]]:
    """The lists of a TOML file, by its path below `data/`, each phrase written out."""
    return {key: tuple(_written_out(listed)) for key, listed in toml(name).items()}


def _written_out(listed: str) -> Iterable[str]:
    for phrase in filter(None, map(str.strip, listed.split(";"))):
        yield from map(" ".join, product(*(word.split("/") for word in phrase.split())))


def any_of(listed: Iterable[str]) -> str:
    """A pattern, without a group of its own, of any of some phrases; what begins alike stands together."""
    ends: dict[str, list[str]] = {}
    for phrase in listed:
        first, _, rest = phrase.partition(" ")
        ends.setdefault(first, []).append(rest)
    return "|".join(_begun(first, rests) for first, rests in ends.items())


def _begun(first: str, rests: list[str]) -> str:
    longer = "|".join(map(_literal, filter(None, rests)))
    if not longer:
        return _literal(first)
    return f"{_literal(first)}(?: (?:{longer})){'?' if '' in rests else ''}"


def _literal(phrase: str) -> str:
    return re.escape(phrase).replace(r"\*", r"\w*").replace("'", "['’]")


def longest_first(patterns: Iterable[str]) -> str:
    """A pattern, without a group of its own, of any of some; one that begins another comes after that."""
    return "|".join(sorted(set(patterns), key=lambda pattern: (-len(pattern), pattern)))


def signs(listed: Iterable[str]) -> tuple[str, ...]:
    """What a text in the same letters must have, at least one of them, to have one of some phrases.

    To look for these is a good deal quicker than to look for the phrases. For phrases without apostrophes.
    """
    firsts = {"".join(phrase.partition(" ")[:2]).partition("*")[0] for phrase in listed}
    return tuple(sorted(one for one in firsts if not any(other in one for other in firsts - {one})))
