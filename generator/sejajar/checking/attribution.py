"""*attribution*: through whom the source knows."""

from __future__ import annotations

import re

from sejajar.checking.finding import Finding, error
from sejajar.checking.pair import Pair
from sejajar.language.concepts import is_country
from sejajar.language.folding import folded

_OUTLET = re.compile(
    r"\b(?:[Dd]ilansir|[Mm]elansir|[Dd]ikutip|[Mm]engutip|[Ll]ansir|[Dd]inukil|[Mm]enukil"
    r"|[Dd]ilaporkan oleh|[Dd]iberitakan(?: oleh)?|via)"
    r"(?: (?:dari|oleh|melalui|dalam|kembali|laman|situs|media|harian|koran|surat kabar|kantor berita"
    r"|laporan|resmi|majalah))*"
    r" ((?:[A-Z][\w.&'-]*|\d+(?=[A-Z]))(?: (?:[A-Z][\w.&'-]*|of|and))*)"
)


def check_attribution(pair: Pair) -> list[Finding]:
    """The outlet that the source names as its own source is still there."""
    for match in _OUTLET.finditer(pair.source):
        outlet = match[1].rstrip(".,")
        if folded(outlet).split()[0] in _NO_OUTLETS or is_country(outlet):
            continue
        there = folded(pair.target)
        words = [word for word in re.findall(r"\w{2,}", folded(outlet)) if word not in _SMALL]
        if words and not any(word in there for word in words) and not _by_glossary(pair, outlet):
            return [error("attribution", f"the source names “{outlet}” as its source, the English does not")]
    return []


_NO_OUTLETS = frozenset(
    """
    badan bank bupati dewan dinas direktur dirjen dunia gubernur juru kantor kapolda kapolres kapolri
    kejaksaan kementerian kepala kepolisian ketua komisi lembaga mahkamah majelis mendagri menteri organisasi
    otoritas panglima pemerintah perdana perserikatan polda polisi polres polri presiden sekretaris wakil wali
    """.split()
)
"""What begins an authority or an office, whose English is a translation and not a name."""
_SMALL = frozenset(("the", "of", "and", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"))


def _by_glossary(pair: Pair, outlet: str) -> bool:
    there = pair.target.casefold()
    return any(
        form.casefold() in there for match in pair.glossary.find(outlet) for form in match.term.accepted
    )
