"""*attribution*: through whom the source knows, and who says it."""

from __future__ import annotations

import re

from sejajar.checking.contrast import contrasts
from sejajar.checking.finding import Finding, error, warning
from sejajar.checking.names import check_names
from sejajar.checking.pair import Pair
from sejajar.language.concepts import is_country
from sejajar.language.folding import folded
from sejajar.language.spelling import Spellings
from sejajar.language.tables import words as word_list
from sejajar.language.vocabulary import is_indonesian
from sejajar.language.words import split

_NAME = r"((?:[A-Z][\w.&'-]*|\d+(?=[A-Z]))(?: (?:[A-Z][\w.&'-]*|of|and))*)"
_OUTLET = re.compile(
    r"\b(?:[Dd]ilansir|[Mm]elansir|[Dd]ikutip|[Mm]engutip|[Ll]ansir|[Dd]inukil|[Mm]enukil"
    r"|[Dd]ilaporkan oleh|[Dd]iberitakan(?: oleh)?|via)"
    r"(?: (?:dari|oleh|melalui|dalam|kembali|laman|situs|media|harian|koran|surat kabar|kantor berita"
    r"|laporan|resmi|majalah))*"
    rf" {_NAME}"
)


def check_attribution(pair: Pair) -> list[Finding]:
    """The outlet that the source names as its own source is still there, and so is who is quoted."""
    return _outlet(pair) or _changed_outlet(pair) or _speaker(pair)


def _outlet(pair: Pair) -> list[Finding]:
    for match in _OUTLET.finditer(pair.source):
        outlet = match[1].rstrip(".,")
        if folded(outlet).split()[0] in word_list("id/authorities") or is_country(outlet):
            continue
        there = folded(pair.target)
        words = [word for word in re.findall(r"\w{2,}", folded(outlet)) if word not in _SMALL]
        if words and not any(word in there for word in words) and not _by_glossary(pair, outlet):
            return [error("attribution", f"the source names “{outlet}” as its source, the English does not")]
    return []


_SMALL = frozenset(("the", "of", "and", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"))


def _by_glossary(pair: Pair, outlet: str) -> bool:
    there = pair.target.casefold()
    return any(
        form.casefold() in there for match in pair.glossary.find(outlet) for form in match.term.accepted
    )


def _changed_outlet(pair: Pair) -> list[Finding]:
    for found in contrasts(pair, "outlets"):
        return [error("attribution", f"the source names “{found.said}”, the English “{found.instead}”")]
    return []


_PERSON = r"([A-Z][a-z'’]+(?: [A-Z][\w'’.-]*)*)"
_SPEAKER = re.compile(
    r"(?:[,”“\"’']\s?(?:[Kk]ata|ujar|tutur|ucap|jelas|ungkap|imbuh|tambah|papar|tegas|terang|sebut|lanjut|tandas"
    rf"|cetus|pungkas|demikian)|\b[Mm]enurut) {_PERSON}"
)


def _speaker(pair: Pair) -> list[Finding]:
    """Who speaks, by a name of which the English has no word in any spelling."""
    for match in _SPEAKER.finditer(pair.source):
        words = [folded(word.low) for word in split(match[1]) if len(word.text) > 2]
        if not words or any(is_indonesian(word) for word in words) or is_country(match[1]):
            continue
        spellings = Spellings(folded(word.low) for word in pair.target_split if word.text[0].isupper())
        if any(word in spellings for word in words) or _by_glossary(pair, match[1]):
            continue
        if not check_names(pair):  # which says more: who stands there instead
            name = match[1].rstrip(".")
            return [warning("attribution", f"the source quotes “{name}”, the English does not name them")]
    return []
