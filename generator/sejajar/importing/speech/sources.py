"""The outlets that a text draws on, and the one that it was told to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sejajar.importing.blocks import Block
from sejajar.importing.outlets import outlet_named
from sejajar.importing.speech.names import is_title
from sejajar.importing.words import CALENDAR
from sejajar.language.titles import ROLES

_NAME = r"(?:[A-Z][\w&’'-]*(?:\.\w+)*|\w+(?:\.[a-z]+)+|detik\w+)"
_SOURCE = re.compile(
    r"\b(?:[Dd]ilansir|[Mm]elansir|[Dd]ikutip|[Mm]engutip|[Dd]inukil|[Mm]enukil)"
    r"(?:\s+oleh|\s+dari\b|\s+dari(?=[A-Z]))?"
    r"(?:\s+(?:laman|situs|web|website|resmi|kantor|berita|media|kanal|akun|surat|kabar|harian|portal))*"
    rf"\s*(?<![a-z])(?P<name>{_NAME}(?:\s+(?:(?:of|the|and|de)\s+)?{_NAME})*)"
    rf"(?:\s+dari\s+(?P<origin>{_NAME}(?:\s+{_NAME})*))?"
)

_SPOKEN_TO = re.compile(
    r"\b(?:kepada|[Dd]ihubungi|[Dd]iterima|[Pp]antauan|[Dd]ikonfirmasi|[Dd]ikutip(?=\s+\S+\s+dari\b)|[Dd]ilansir(?=\s+\S+\s+dari\b))"
    rf"\s+(?:tim\s+|oleh\s+)?(?P<name>{_NAME}(?:\s+{_NAME})?)"
)


def sources_in(text: str) -> Iterator[str]:
    """The outlets named after *dilansir*, *dikutip dari* and the like, as the text spells them."""
    for match in _SOURCE.finditer(text):
        words = (match["origin"] or match["name"]).split()
        until = next((index for index, word in enumerate(words) if word.casefold() in CALENDAR), len(words))
        name = " ".join(words[:until]).rstrip(".")
        if name and (outlet_named(name) or _may_be_outlet(name)):
            yield name


def _may_be_outlet(name: str) -> bool:
    """Not a person with a title, nor a country: `mengutip Presiden Prabowo` names no outlet."""
    return name.split()[0].casefold() not in ROLES and (
        name == name.upper() or not all(map(is_title, name.split()))
    )


def own_outlet(blocks: Sequence[Block]) -> str:
    """The outlet that a text without a dateline names as the one that was spoken to: `kepada Kompas.com`."""
    for block in blocks:
        for match in _SPOKEN_TO.finditer(block.text):
            words = match["name"].split()
            for end in range(len(words), 0, -1):
                if outlet := outlet_named(" ".join(words[:end]).rstrip(".,")):
                    return outlet
    return ""
