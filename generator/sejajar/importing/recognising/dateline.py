"""The dateline: the place and outlet that a first paragraph begins with, such as `Jakarta, IDN Times - `."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sejajar.importing.recognising.words import ABBREVIATIONS, OPENERS, OUTLETS, PLACES
from sejajar.importing.sources.text import Line


@dataclass(frozen=True, slots=True)
class Dateline:
    place: str
    outlet: str
    rest: str
    """The paragraph after it; empty if the dateline stands alone."""
    sure: bool
    """The outlet is known or is written as a domain; else only its form speaks for it."""


DATE_PARAGRAPHS = 3
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


def read_dateline(text: str) -> Dateline | None:
    """The dateline of a paragraph, or None. A place's or outlet's letters are kept but for their case."""
    if match := _DASH.fullmatch(text):
        head, rest = match["head"].strip(), match["rest"].strip()
        if found := _head(head, rest):
            return found
    if (match := _COLON.fullmatch(text)) and match["place"].casefold() in PLACES:
        return Dateline(_cased(match["place"]), "", match["rest"], sure=False)
    return _without_dash(text)


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
        if (match := _PLACE_AFTER.fullmatch(rest)) and match["place"].casefold() in PLACES:
            return Dateline(_cased(match["place"]), _outlet(head), match["rest"], sure=True)
        return Dateline("", _outlet(head), rest, sure=True)
    if head.casefold() in PLACES:
        return Dateline(_cased(head), "", rest, sure=False)
    return None


def _without_dash(text: str) -> Dateline | None:
    """`Liputan6.com, Jakarta Ketua …`, where the longest known place counts."""
    if (match := _NO_DASH.fullmatch(text)) and _is_outlet(match["outlet"]):
        place, rest = match["place"], match["rest"]
        if place.casefold() not in PLACES:
            place, _, more = place.partition(" ")
            rest = f"{more} {rest}".strip()
        if place.casefold() in PLACES:
            return Dateline(_cased(place), _outlet(match["outlet"]), rest, sure=False)
    return None


def _is_outlet(text: str) -> bool:
    return text.casefold() in OUTLETS or bool(_DOMAIN.fullmatch(text))


def _outlet(text: str) -> str:
    return OUTLETS.get(text.casefold(), text)


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
        lambda word: word[0].upper() if word[0].casefold() in ABBREVIATIONS else word[0].capitalize(),
        place,
    )


@dataclass(frozen=True, slots=True)
class Head:
    """Where and for whom an article was written, and its lead without the dateline that said so."""

    place: str
    outlet: str
    lead: tuple[Line, ...]
    dateline: Dateline | None = None
    line: int = 0
    """The dateline's."""
    cut: bool = False
    """The dateline was taken off its paragraph: each of its words is in `place` or `outlet`."""
    dated: tuple[Line, ...] = ()
    """The paragraphs in which the article's own date may stand; further down, dates are of other events."""


def read_head(lead: Sequence[Line], place: str, outlet: str) -> Head:
    """Finds the dateline; a `place` or `outlet` that was given goes before what it says."""
    found = (
        (index, dateline) for index, line in enumerate(lead[:20]) if (dateline := read_dateline(line.text))
    )
    # Below the first line only an outlet that is known makes a dateline: bylines and the like stand above.
    index, dateline = next(((i, d) for i, d in found if i == 0 or _is_outlet(d.outlet)), (0, None))
    long = [i for i, line in enumerate(lead) if i >= index and len(line.text) > _LABEL]
    dated = tuple(lead[: long[DATE_PARAGRAPHS - 1] + 1] if len(long) >= DATE_PARAGRAPHS else lead)
    if not dateline:
        return Head(place, outlet, tuple(lead), dated=dated)
    place, outlet = place or dateline.place, outlet or dateline.outlet
    said = (dateline.place.casefold(), dateline.outlet.casefold())
    cut = said[0] in ("", place.casefold()) and said[1] in ("", outlet.casefold())
    line = lead[index]
    rest = (Line(line.number, dateline.rest),) if dateline.rest else ()
    body = (*lead[:index], *rest, *lead[index + 1 :]) if cut else tuple(lead)
    return Head(place, outlet, body, dateline, line.number, cut, dated)
