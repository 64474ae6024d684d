"""The dateline: the place and outlet that a first paragraph begins with, such as `Jakarta, IDN Times - `."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sejajar.importing.blocks import Block
from sejajar.importing.outlets import outlet_named, outlets
from sejajar.importing.recognising.lists import without
from sejajar.importing.recognising.noise import Aside
from sejajar.importing.words import ACRONYMS, DATELINES, OPENERS, PLACES


@dataclass(frozen=True, slots=True)
class Dateline:
    place: str
    outlet: str
    rest: str
    """The paragraph after it; empty if the dateline stands alone."""
    sure: bool
    """The outlet is known or is written as a domain; else only its form speaks for it."""
    date: str = ""
    """As it stands between place and dash: `(19/6)`."""


_FAR = 400
"""Characters within which a dateline ends."""
_LABEL = 80
"""Characters; what is shorter is a byline or a label rather than a paragraph."""

_DASH = re.compile(
    r"(?P<head>.{2,70}?)(?:\s*[–—]+\s*|\s+-{1,2}(?:\s+|(?=\w)|$)|(?<=[\w)])-{1,2}(?:\s+|$))(?P<rest>.*)"
)
_DOMAIN = re.compile(r"[\w-]+(?:\.[A-Za-z]{2,5}){1,2}")
_NAME = re.compile(r"[^\W\d_][\w.&’'-]*(?:\s+[\w.&’'-]+){0,3}")
_PLACE = re.compile(r"[^\W\d_][^\W\d_.’'-]*(?:[ .’'-]+[^\W\d_]+){0,3}")
_PLACE_AFTER = re.compile(r"(?P<place>[^\W\d_]+(?: [^\W\d_]+)?)\s*(?:[-–—]+|[.:])\s+(?P<rest>\S.*)")
_NO_DASH = re.compile(r"(?P<outlet>[^\s,]+),\s+(?P<place>[^\W\d_]+(?: [^\W\d_]+)?)\s+(?P<rest>.+)")
_COLON = re.compile(r"(?P<place>[^\W\d_]+(?: [^\W\d_]+)?)\s*:\s+(?P<rest>\S.*)")


_TIGHT = re.compile(
    r"(?P<outlet>[\w.]+?\s?\.?(?:com|co\.id|co|id"
    r"|net))\s*,\s*(?P<place>[^\W\d_]+(?: [^\W\d_]+){0,2})\s*[-–—]+\s*(?P<rest>\S.*)",
    re.IGNORECASE,
)
_BROKEN_DOMAIN = re.compile(r"(?P<name>[A-Za-z]\w{2,20})\s?[,.]\s*(?P<end>COM|com|CO\.ID)\s?[.,]\s*(?=[A-Z])")
_DATED = re.compile(
    r"(?P<before>[^()]{3,45}?)\s*(?P<date>\(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\))\s*(?P<after>[-–—]+\s*\S.*)"
)
_DATED_ONLY = re.compile(
    r"(?P<place>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){0,2}),?\s*"
    r"(?P<date>\(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\))\s+(?P<rest>[A-Z“\"].+)"
)
_DASH_LOST = re.compile(
    r"(?P<place>[^\W\d_][^,()]{2,40}?)\s*,\s*(?P<outlet>[\w-]+(?:\.[A-Za-z]{2,5}){1,2})\s+(?P<rest>[A-Z].+)"
)


def read_dateline(text: str) -> Dateline | None:
    """The dateline of a paragraph, or None. A place's or outlet's letters are kept but for their case."""
    head = text[:_FAR].rstrip()
    found = _read(head)
    return found and replace(found, rest=text[len(head) - len(found.rest) :])


def _read(text: str) -> Dateline | None:
    if match := _BROKEN_DOMAIN.match(text):
        text = f"{match['name']}.{match['end']}, {text[match.end() :]}"
    if (match := _DATED.fullmatch(text)) and (found := _read(f"{match['before']} {match['after']}")):
        return replace(found, date=match["date"])
    if (
        (match := _TIGHT.fullmatch(text))
        and _is_outlet(match["outlet"])
        and _are_places([match["place"]], lower=True)
    ):
        return Dateline(_cased(match["place"]), _outlet(match["outlet"]), match["rest"], sure=True)
    if match := _DASH.fullmatch(text):
        head, rest = match["head"].strip().rstrip(",").rstrip(), match["rest"].strip()
        if found := _head(head, rest):
            return found
    if (match := _DATED_ONLY.fullmatch(text)) and _are_places([match["place"]], lower=False):
        return Dateline(_cased(match["place"]), "", match["rest"], sure=False, date=match["date"])
    if found := _alone(text):
        return found
    if (match := _COLON.fullmatch(text)) and match["place"].casefold() in PLACES:
        return Dateline(_cased(match["place"]), "", match["rest"], sure=False)
    return _without_dash(text)


def _alone(text: str) -> Dateline | None:
    """`Jakarta, NU Online` on a line of its own."""
    first, comma, last = (part.strip() for part in text.partition(","))
    if len(text) > _LABEL or not comma:
        return None
    for place, outlet in ((first, last), (last, first)):
        if outlet_named(outlet) and place.casefold() in DATELINES:
            return Dateline(_cased(place), _outlet(outlet), "", sure=True)
    return None


def _head(head: str, rest: str) -> Dateline | None:
    if match := re.fullmatch(r"(?P<place>[^()]+?)\s*\((?P<outlet>[^()]+)\)", head):
        place, outlet = match["place"], match["outlet"]
        known = _is_outlet(outlet)
        if _are_places(place.split(","), lower=known) and (known or _is_capitalised(outlet)):
            return Dateline(_cased(place), _outlet(outlet), rest, known)
        return None
    parts = [part.strip() for part in head.split(",")]
    if len(parts) == 1:
        return _single(head, rest)
    first, last = parts[0], parts[-1]
    if _is_outlet(last) and _are_places(parts[:-1], lower=True):
        return Dateline(_cased(", ".join(parts[:-1])), _outlet(last), rest, sure=True)
    if _is_outlet(first) and _are_places(parts[1:], lower=True):
        return Dateline(_cased(", ".join(parts[1:])), _outlet(first), rest, sure=True)
    if len(parts) == 2 and _are_places(parts[:1], lower=False) and _is_capitalised(last):
        return Dateline(_cased(first), last, rest, sure=False)
    return None


def _single(head: str, rest: str) -> Dateline | None:
    """`Merdeka.com - `, `jpnn.com - JAKARTA - `, `Jakarta - `."""
    if _is_outlet(head):
        if (match := _PLACE_AFTER.fullmatch(rest)) and match["place"].casefold() in DATELINES:
            return Dateline(_cased(match["place"]), _outlet(head), match["rest"], sure=True)
        return Dateline("", _outlet(head), rest, sure=True)
    capitals = (
        head.isupper() and 5 <= len(head) <= 30 and _PLACE.fullmatch(head) and head.casefold() not in OPENERS
    )
    if head.casefold() in DATELINES or (capitals and rest[:1].isupper() and len(head.split()) <= 3):
        return Dateline(_cased(head), "", rest, sure=False)
    return None


def _without_dash(text: str) -> Dateline | None:
    """`Liputan6.com, Jakarta Ketua …`, where the longest known place counts."""
    if (
        (match := _DASH_LOST.fullmatch(text))
        and outlet_named(match["outlet"])
        and _are_places([match["place"]], lower=False)
    ):
        return Dateline(_cased(match["place"]), _outlet(match["outlet"]), match["rest"], sure=True)
    if (match := _NO_DASH.fullmatch(text)) and _is_outlet(match["outlet"]):
        place, rest = match["place"], match["rest"]
        if place.casefold() not in DATELINES:
            place, _, more = place.partition(" ")
            rest = f"{more} {rest}".strip()
        if place.casefold() in DATELINES:
            return Dateline(_cased(place), _outlet(match["outlet"]), rest, sure=False)
    return None


def _is_outlet(text: str) -> bool:
    return bool(outlet_named(text) or _DOMAIN.fullmatch(text))


def _outlet(text: str) -> str:
    return outlet_named(text) or text


def _is_capitalised(text: str) -> bool:
    words = text.split()
    return bool(_NAME.fullmatch(text)) and all(word[0].isupper() or word[0].isdigit() for word in words)


def _are_places(parts: list[str], *, lower: bool) -> bool:
    """Whether each part may be a place; in lower case only beside an outlet that is known (`lower`)."""
    names = [part.strip() for part in parts]
    return len(names) <= 3 and all(
        _PLACE.fullmatch(name)
        and name.split()[0].casefold() not in OPENERS
        and (name.casefold() in PLACES or lower or all(word[0].isupper() for word in name.split()))
        for name in names
    )


def _cased(place: str) -> str:
    """`JAKARTA` and `jakarta` are Jakarta; `NTB` stays."""
    if not (place.isupper() or place.islower()):
        parts = place.split(", ")
        return place if len(parts) == 1 else ", ".join(map(_cased, parts))
    return re.sub(
        r"[^\W\d_]+",
        lambda word: word[0].upper() if word[0].casefold() in ACRONYMS else word[0].capitalize(),
        place,
    )


@dataclass(frozen=True, slots=True)
class Head:
    """Where and for whom an article was written, and its lead without the dateline that said so."""

    place: str
    outlet: str
    lead: tuple[Block, ...]
    dateline: Dateline | None = None
    line: int = 0
    """The dateline's."""
    cut: bool = False
    """The dateline was taken off its paragraph."""
    aside: tuple[Aside, ...] = ()
    """What the dateline said that is neither `place` nor `outlet`."""


def read_head(lead: Sequence[Block], place: str, outlet: str) -> Head:
    """Finds the dateline; a `place` or `outlet` that was given goes before what it says."""
    found = (
        (index, dateline) for index, block in enumerate(lead[:20]) if (dateline := read_dateline(block.text))
    )
    # Below the first line only an outlet that is known makes a dateline: bylines and the like stand above.
    index, dateline = next(
        ((i, d) for i, d in found if i == 0 or _is_outlet(d.outlet) or _is_first(lead, i)), (0, None)
    )
    if not dateline:
        return Head(place, outlet, tuple(lead))
    place, outlet = place or dateline.place, outlet or dateline.outlet
    said = (dateline.place.casefold(), dateline.outlet.casefold())
    same = said[1] in ("", outlet.casefold()) or _outlet_of(dateline.outlet) == _outlet_of(outlet) != ""
    cut = said[0] in ("", place.casefold()) and same
    block = lead[index]
    length = len(block.text) - len(dateline.rest)
    rest = (without(block, length),) if dateline.rest else ()
    body = (*lead[:index], *rest, *lead[index + 1 :]) if cut else tuple(lead)
    head = block.text[:length].strip()
    more = (
        dateline.date
        or said[1] not in ("", outlet.casefold())
        or _words(head) - _words(place) - _words(outlet)
    )
    aside = (Aside(block.line, head, "dateline"),) if cut and more else ()
    return Head(place, outlet, body, dateline, block.line, cut, aside)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _is_first(lead: Sequence[Block], index: int) -> bool:
    """Whether only labels and captions stand above."""
    return all(len(block.text) <= _LABEL for block in lead[:index]) and lead[index].text[:1].isupper()


def _outlet_of(name: str) -> str:
    return next((one.name for one in outlets() if name.casefold() in map(str.casefold, one.names)), "")
