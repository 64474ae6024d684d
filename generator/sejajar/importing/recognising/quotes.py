"""Direct speech that is a paragraph of its own, who says it, and the outlets that a text draws on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sejajar.importing.blocks import Block
from sejajar.importing.outlets import outlet_named
from sejajar.importing.recognising.people import (
    NOBODY,
    Earlier,
    Found,
    Named,
    Speaker,
    bare_name,
    speaker_after,
    subject,
)
from sejajar.importing.recognising.words import CALENDAR
from sejajar.language.titles import PASSIVE, REPORTING, ROLES, SAYING

_CLOSING = {"“": '”“"', '"': '"”“', "„": "“”", "«": "»", "‘": "’'", "'": "'’"}
_ATTRIBUTION = re.compile(
    rf"\s*[,.]?\s*(?:(?:demikian|begitu|seperti)\s+)?(?:(?P<verb>{SAYING})(?P<nya>nya)?|menurut"
    r"|(?:demikian|bunyi)\s+(?:bunyi\s+)?(?:pernyataan|keterangan|laporan)"
    r"(?:\s+(?:resmi|tertulis|bersama|dari|tim)\b)*)\b(?:\s+oleh\b)?(?P<rest>)",
    re.IGNORECASE,
)
_FAR = 300
"""Characters of an attribution that are read."""
_CLOSERS = {opening: re.compile(f"[{re.escape(closing)}]") for opening, closing in _CLOSING.items()}
_ALONE = re.compile(r"“[^“”]+”\.?|\"[^\"]+\"\.?|«[^«»]+»\.?")
_SAID_BELOW = re.compile(
    r"(?:(?:demikian|hal|pernyataan|keterangan|penjelasan|ucapan|ungkapan|penegasan|itu|begitu)\s+)+"
    rf"(?:(?:itu|ini|tersebut|demikian|senada|yang|juga|pun|telah)\s+)*(?:{PASSIVE})\s+(?:langsung\s+)?(?:oleh\s+)?",
    re.IGNORECASE,
)
_SAID_ABOVE = re.compile(
    rf"(?:^|[.!?]\s)(?P<clause>[^.!?“”\"]{{2,140}}?)\s+(?:{REPORTING})\b[^.!?]{{0,80}}:\s*$"
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

_SPOKEN_TO = re.compile(
    r"\b(?:kepada|[Dd]ihubungi|[Dd]iterima|[Pp]antauan|[Dd]ikonfirmasi|[Dd]ikutip(?=\s+\S+\s+dari\b)|[Dd]ilansir(?=\s+\S+\s+dari\b))"
    rf"\s+(?:tim\s+|oleh\s+)?(?P<name>{_NAME}(?:\s+{_NAME})?)"
)


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says a paragraph of direct speech, and through whom."""

    speaker: Speaker
    outlet: str
    narrates: bool
    """More sentences follow the one that says who speaks."""


def read_speech(block: Block, earlier: Earlier, before: str = "", after: str = "") -> Speech | None:
    """The attribution of a paragraph that is a direct quote with who said it; None for any other.

    `earlier`: what the blocks before it have named; `before` and `after`: the paragraphs around it,
    which may say
    who speaks where it does not say so itself.
    """
    text = block.text
    if text[0] in _CLOSING:
        return _spoken_first(text, earlier) or _said_beside(text, earlier, before, after)
    if (match := _INTRODUCED.fullmatch(text)) and len(match["said"].split()) > 3:
        spoken = match["name"]
        named = speaker_after(spoken, earlier.known) if spoken else _subject(match["clause"])
        return Speech(_who(named, earlier), next(sources_in(text), ""), narrates=False)
    return None


def _subject(clause: str) -> Named | None:
    name = subject(clause)
    return None if name is None else Named(name)


def _spoken_first(text: str, earlier: Earlier) -> Speech | None:
    for end in (match.start() for match in _CLOSERS[text[0]].finditer(text, 2)):
        named: Named | None
        if attribution := _ATTRIBUTION.match(text, end + 1):
            rest = text[attribution.start("rest") : attribution.start("rest") + _FAR]
            named = None if attribution["nya"] else speaker_after(rest, earlier.known)
        elif reported := _REPORTED.match(text, end + 1):
            named = _subject(reported["who"])
        elif _THROUGH.match(text, end + 1):
            named = NOBODY
        else:
            continue
        said, tail = text[1:end], text[end + 1 :]
        if said[-1] in ",.!?…-" or tail.lstrip().startswith(",") or len(said.split()) > 3:
            return Speech(_who(named, earlier), next(sources_in(tail), ""), _narrates(tail))
    return None


def _said_beside(text: str, earlier: Earlier, before: str, after: str) -> Speech | None:
    """Who speaks a quote that is a paragraph alone: `Hal itu disampaikan …` below, `… mengatakan:` above."""
    if len(text.split()) <= 3 or not _ALONE.fullmatch(text):
        return None
    if match := _SAID_BELOW.match(after):
        named = speaker_after(after[match.end() : match.end() + _FAR], earlier.known)
        if named and named.name:
            return Speech(_who(named, earlier), "", narrates=False)
    if before.rstrip().endswith(":") and (match := _SAID_ABOVE.search(before)):
        named = _subject(match["clause"])
        return Speech(_who(named, earlier), "", narrates=False)
    return None


def _who(named: Named | None, earlier: Earlier) -> Speaker:
    """`named` as `speaker_after` gives it: None points back, without a name it is somebody unknown."""
    if named is None:
        return earlier.last_named()
    return earlier.full_name(named.name, named.role) if named.name else Speaker("", Found.NOBODY)


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


def own_outlet(blocks: Sequence[Block]) -> str:
    """The outlet that a text without a dateline names as the one that was spoken to: `kepada Kompas.com`."""
    for block in blocks:
        for match in _SPOKEN_TO.finditer(block.text):
            words = match["name"].split()
            for end in range(len(words), 0, -1):
                if outlet := outlet_named(" ".join(words[:end]).rstrip(".,")):
                    return outlet
    return ""
