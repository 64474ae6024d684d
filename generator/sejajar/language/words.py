"""The words of a text, and the forms that a word takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W\d_]+)*")


class Word(NamedTuple):
    text: str
    low: str
    """In lower case, without a possessive `'s`."""
    start: int
    end: int


def split(text: str) -> list[Word]:
    """The words from left to right; a hyphen parts words, the stops of `U.S.` belong to it."""
    if "'" not in text and "’" not in text:
        return [Word(word := match[0], word.lower(), *match.span()) for match in _WORD.finditer(text)]
    return [
        Word(word := match[0], word.lower().replace("’", "'").removesuffix("'s"), *match.span())
        for match in _WORD.finditer(text)
    ]


_NASAL = {"p": "m", "t": "n", "k": "ng", "s": "ny"}
"""A root's first letter gives way to the nasal: `tolak`, `menolak`."""
_NASAL_BEFORE = {"b": "m", "f": "m", "v": "m", "d": "n", "j": "n", "c": "n", "z": "n"} | dict.fromkeys(
    "lrmnwy", ""
)


def affixed(root: str) -> Iterator[str]:
    """The forms of an Indonesian root: `tolak`, `menolak`, `ditolak`, `penolakan`, …"""
    first = root[0]
    nasal = _NASAL[first] + root[1:] if first in _NASAL else _NASAL_BEFORE.get(first, "ng") + root
    stems = (root, *(f"{prefix}{root}" for prefix in ("di", "ter", "ber", "memper", "diper")), f"me{nasal}")
    for stem in stems:
        for ending in ("", "kan", "i", "an"):
            yield stem + ending
    yield from (f"pe{nasal}", f"pe{nasal}an", f"ke{root}an", f"per{root}an", f"pe{root}", f"se{root}")


def inflected(verb: str) -> Iterator[str]:
    """The regular forms of an English verb or noun: `drop`, `drops`, `dropped`, `dropping`, …"""
    yield verb
    if verb.endswith("e"):
        yield from (f"{verb}s", f"{verb}d", f"{verb[:-1]}ing")
    elif re.search(r"[^aeiou]y$", verb):
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    else:
        yield f"{verb}es" if re.search(r"(?:s|x|z|ch|sh)$", verb) else f"{verb}s"
        yield from (f"{verb}ed", f"{verb}ing")
        if re.search(r"[^aeiou][aeiou][bdgklmnprt]$", verb):
            yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
