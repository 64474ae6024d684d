"""Direct speech that is a paragraph of its own, who says it, and the outlets that a text draws on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sejajar.importing.blocks import Block
from sejajar.importing.outlets import outlet_named
from sejajar.importing.recognising.people import Earlier, Found, Speaker, bare_name, speaker_after, subject
from sejajar.importing.recognising.words import CALENDAR, REPORTING, ROLES, SAYING

_CLOSING = {"“": '”“"', '"': '"”“', "„": "“”", "«": "»", "‘": "’'", "'": "'’"}
_ATTRIBUTION = re.compile(
    rf"\s*[,.]?\s*(?:(?:demikian|begitu|seperti)\s+)?(?:(?P<verb>{SAYING})(?P<nya>nya)?|menurut"
    r"|(?:demikian|bunyi)\s+(?:bunyi\s+)?(?:pernyataan|keterangan|laporan)"
    r"(?:\s+(?:resmi|tertulis|bersama|dari|tim)\b)*)\b(?P<rest>.*)",
    re.IGNORECASE,
)
_REPORTED = re.compile(rf"\s*[,.]?\s*(?:demikian\s+)?(?P<who>[^,.“\"]{{2,80}}?)\s+(?:{REPORTING})\b")
_THROUGH = re.compile(
    r"\s*[,.]?\s*(?:seperti\s+|sebagaimana\s+)?(?:dilansir|melansir|dikutip|mengutip)\b", re.IGNORECASE
)
_INTRODUCED = re.compile(
    r"(?:(?:[Mm]enurut|[Kk]ata|[Uu]jar|[Tt]utur)\s+(?P<name>[^“\"]{2,90}?)"
    rf"|(?P<clause>[^“\"]{{2,140}}?)\s+(?:{REPORTING})(?:\s+bahwa)?)"
    r"\s*[,:]\s*(?P<said>“[^“”]+”|\"[^\"]+\")\.?"
)
_NAME = r"(?:[A-Z][\w&’'-]*(?:\.\w+)*|\w+(?:\.[a-z]+)+|detik\w+)"
_SOURCE = re.compile(
    r"\b(?:[Dd]ilansir|[Mm]elansir|[Dd]ikutip|[Mm]engutip|[Dd]inukil|[Mm]enukil)"
    r"(?:\s+oleh|\s+dari\b|\s+dari(?=[A-Z]))?"
    r"(?:\s+(?:laman|situs|web|website|resmi|kantor|berita|media|kanal|akun|surat|kabar|harian|portal))*"
    rf"\s*(?<![a-z])(?P<name>{_NAME}(?:\s+(?:(?:of|the|and|de)\s+)?{_NAME})*)"
    rf"(?:\s+dari\s+(?P<origin>{_NAME}(?:\s+{_NAME})*))?"
)


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says a paragraph of direct speech, and through whom."""

    speaker: Speaker
    outlet: str
    narrates: bool
    """More sentences follow the one that says who speaks."""


def read_speech(line: Block, earlier: Earlier) -> Speech | None:
    """The attribution of a paragraph that is a direct quote with who said it; None for any other.

    `earlier`: what the lines before it have named.
    """
    if line.text[0] in _CLOSING:
        return _spoken_first(line, earlier)
    if (match := _INTRODUCED.fullmatch(line.text)) and len(match["said"].split()) > 3:
        name = speaker_after(match["name"]) if match["name"] else subject(match["clause"])
        return Speech(_who(name, earlier), next(sources_in(line.text), ""), narrates=False)
    return None


def _spoken_first(line: Block, earlier: Earlier) -> Speech | None:
    text = line.text
    for end in range(2, len(text)):
        if text[end] not in _CLOSING[text[0]]:
            continue
        if attribution := _ATTRIBUTION.match(text, end + 1):
            name = None if attribution["nya"] else speaker_after(attribution["rest"])
        elif reported := _REPORTED.match(text, end + 1):
            name = subject(reported["who"])
        elif _THROUGH.match(text, end + 1):
            name = ""
        else:
            continue
        said, tail = text[1:end], text[end + 1 :]
        if said[-1] in ",.!?…-" or tail.lstrip().startswith(",") or len(said.split()) > 3:
            return Speech(_who(name, earlier), next(sources_in(tail), ""), _narrates(tail))
    return None


def _who(name: str | None, earlier: Earlier) -> Speaker:
    """`name` as `speaker_after` gives it: None points back, empty is somebody without a name."""
    if name is None:
        return earlier.last_named()
    return earlier.full_name(name) if name else Speaker("", Found.NOBODY)


def _narrates(tail: str) -> bool:
    return bool(re.search(r"[a-z0-9)][.!?]\s*[A-Z][a-z]", tail))


def begins_with_speech(text: str) -> bool:
    return text[0] in _CLOSING


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
    return name.split()[0].casefold() not in ROLES and (name == name.upper() or bool(bare_name(name)))
