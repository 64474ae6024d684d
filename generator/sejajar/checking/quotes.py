"""*quotes*: how much is quoted."""

from __future__ import annotations

import re

from sejajar.checking.finding import Finding, warning
from sejajar.checking.pair import Pair

_DOUBLED = re.compile(r"''|``|‘‘|’’|,,")
"""Two single marks for a double one."""
_DOUBLE = re.compile(r"[\"“”„«»]")
_ANY = re.compile(r"\"|“|”|„|«|»|''|``|‘‘|’’|,,")
_SINGLE = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[(“\"]))['‘‚][^'’‘]{2,}?['’](?!\w)")
_APOSTROPHE = re.compile(r"(?<=[a-z]s)\"(?= [a-z])")
"""A plural's possessive typed with the wrong key: `the Lakers" plans`."""
_PASSAGE = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"”»]")
_LONG = 4
"""Words in a passage that has to stay a quotation; shorter ones may be scare quotes, titles or emphasis."""


def check_quotes(pair: Pair) -> list[Finding]:
    """A mark left open in the middle of the English; quoted passages on one side and none on the other.

    A quotation that begins or ends beyond the segment has one mark, at the segment's edge."""
    if not (_ANY.search(pair.source) or _ANY.search(pair.target)):
        return []
    if "â€" in pair.source:
        return []  # UTF-8 read as Windows text: what looks like a mark there may be a dash
    source, english = _DOUBLED.sub('"', pair.source), _DOUBLED.sub('"', pair.target)
    there, here = _marks(source), _marks(english)
    if here % 2 and not there % 2 and _left_open(english):
        return [warning("quotes", "the English has a quotation mark without its other half")]
    if there % 2 or here % 2:
        return []
    if there and not here and (passages := _long(source)) and not _SINGLE.search(english):
        return [warning("quotes", f"the source quotes {_passages(passages)}, the English nothing")]
    if here and not there and (passages := _long(english)) and not _SINGLE.search(source):
        return [warning("quotes", f"the English quotes {_passages(passages)}, the source nothing")]
    return []


def _marks(text: str) -> int:
    count = len(_DOUBLE.findall(text))
    return count - 1 if count % 2 and _APOSTROPHE.search(text) else count


def _left_open(text: str) -> bool:
    """Whether the odd mark cannot be one that opens or closes at the segment's edge."""
    text = text.strip()
    return not (_DOUBLE.match(text) or re.search(r"[\"”»][.!?,]?$", text))


def _long(text: str) -> int:
    """How many passages are of some length; marks around the whole segment apart."""
    text = text.strip()
    if _DOUBLE.match(text) and _DOUBLE.match(text[-1]):
        text = text[1:-1]
    return sum(len(passage.split()) >= _LONG for passage in _PASSAGE.findall(text))


def _passages(count: int) -> str:
    return "one passage" if count == 1 else f"{count} passages"
