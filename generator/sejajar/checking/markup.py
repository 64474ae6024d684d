"""*markup*: links and emphasis come through as they are."""

from __future__ import annotations

import re
from collections import Counter

from sejajar.checking.finding import Finding, error, warning
from sejajar.checking.pair import Pair

_TARGET = re.compile(r"\]\(\s*<?((?:[^()\s<>]|\([^()\s]*\))+)")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)>\]]+|[\w.+-]+@[\w-]+\.[\w.]+")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|quot|amp|apos|lt|gt|nbsp);")
_STRONG = re.compile(r"(?<!\\)\*\*|(?<!\w)__|__(?!\w)")
_EMPHASIS = re.compile(r"(?<![\\*])\*(?!\*)|(?<![\w_\\])_(?!_)|(?<!_)_(?![\w_])")


def check_markup(pair: Pair) -> list[Finding]:
    """The same link addresses and as much emphasis; no marks left open, no HTML entities from an engine."""
    source, english = pair.indonesian, pair.english
    findings: list[Finding] = []
    if (entity := _ENTITY.search(english)) and entity[0] not in source:
        findings.append(
            error("markup", f"the English has the HTML entity “{entity[0]}”", "write the character")
        )
    if "](" in source or "](" in english or "://" in source + english or "@" in source + english:
        findings.extend(_addresses(source, english))
    if not any(mark in source or mark in english for mark in "*_"):
        return findings
    for name, pattern in (("strong emphasis", _STRONG), ("emphasis", _EMPHASIS)):
        there, here = len(pattern.findall(source)), len(pattern.findall(english))
        if here % 2 and not there % 2:
            findings.append(error("markup", f"the English opens {name} and does not close it"))
        elif here // 2 != there // 2:
            message = f"the source marks {name} {_times(there // 2)}, the English {_times(here // 2)}"
            findings.append(warning("markup", message))
    return findings


def _times(count: int) -> str:
    return ("nowhere", "once", "twice")[count] if count < 3 else f"{count} times"


def _addresses(source: str, english: str) -> list[Finding]:
    there = Counter(_TARGET.findall(source)) or Counter(_trimmed(source))
    here = Counter(_TARGET.findall(english)) or Counter(_trimmed(english))
    findings = [error("markup", f"the source links to “{url}”, the English does not") for url in there - here]
    findings += [
        error("markup", f"the English links to “{url}”, the source does not") for url in here - there
    ]
    return findings


def _trimmed(text: str) -> list[str]:
    return [address.rstrip(".,;:!?\"'”’") for address in _ADDRESS.findall(text)]
